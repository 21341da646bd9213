import { exposePort } from './expose.ts';

exposePort();
