// The two forms of the desk of an open meeting, loaded as one.
export { OneScreen } from './one-screen/one-screen.tsx';
export { MeetingScreen } from './shell/meeting-screen.tsx';
