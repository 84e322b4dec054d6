import type { Profile } from './profile.ts';

/**
 * Partnerize, click.csv of the Exports API (columns and sample row: Partnerize's published OpenAPI document of that API). One row per
 * click.
 *
 * - The file names the campaign by its id alone, where the conversions have its title too.
 * - `set_time` is when the click was made, `last_used` when it last led to something. No offset: UTC, as for the conversions.
 * - `status` (the sample reads `nibbled`) says whether a conversion followed: the word is kept, and a click has no other standing.
 */
export const partnerizeClicks: Profile = {
  id: 'partnerize-clicks',
  name: 'Partnerize clicks',
  network: 'Partnerize',
  side: 'brand',
  kind: 'clicks',
  source: 'vendor',
  needs: [['click_id'], ['publisher_id'], ['campaign_id', 'campaign_title'], ['set_time']],
  refuses: ['conversion_id'],
  columns: [
    { field: 'program', names: ['campaign_title', 'campaign_id'], required: true },
    { field: 'transactionId', names: ['click_id'], required: true },
    { field: 'partnerId', names: ['publisher_id'], required: true },
    { field: 'partnerName', names: ['publisher_name'] },
    { field: 'eventTime', names: ['set_time'], required: true },
    { field: 'sourceStatus', names: ['status'] },
    { field: 'country', names: ['country'] },
    { field: 'device', names: ['ref_device', 'device'] },
    { field: 'sub1', names: ['publisher_reference', 'pubref'] },
  ],
  statuses: {},
  otherwise: 'approved',
  defaultZone: 'UTC',
  questions: [],
};
