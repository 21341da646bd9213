import { z } from 'zod';
import rows from '#assets/sample/agencies.json' with { type: 'json' };
import { ListedAgency } from '#core/model/agency.ts';

/**
 * The list of a first start (docs/domain/agencies.md#order-and-sample-list): the agencies of Kabupaten Tanah Bumbu, and
 * units that may be invited. An example for the user to adapt.
 */
export const SAMPLE_AGENCIES: readonly ListedAgency[] = z.array(ListedAgency).parse(rows);
