import { z } from 'zod';
import rows from '#assets/sample/agencies.json' with { type: 'json' };
import { ListedAgency } from '#core/model/agency.ts';

/**
 * The list of a first run: the agencies of Kabupaten Tanah Bumbu in the default order (docs/domain/agencies.md#order-and-sample-list), and units that may
 * be invited besides. An example for the user to adapt; offices are renamed and split all the time.
 */
export const SAMPLE_AGENCIES: readonly ListedAgency[] = z.array(ListedAgency).parse(rows);
