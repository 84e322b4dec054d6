import { ORDER_COLUMNS, STATUSES } from './partnerize-conversions.ts';
import type { Profile } from './profile.ts';

/**
 * Partnerize, conversion_item.csv of the Exports API (columns: Partnerize's published OpenAPI document of that API).
 *
 * - One row per item: the order's own columns (`value`, `commission`, `publisher_commission`) stand on each of them and would count an
 *   order several times. The items' amounts are taken and the items of a conversion become one transaction, under the conversion's
 *   id: importing conversion.csv as well adds nothing.
 * - As there, `item_commission` is what the brand pays and `item_publisher_commission` what the partner gets: the rest is the fee.
 * - `item_status` is each item's own. Of an order of which some items are rejected, the others make the amounts and the status.
 * - The `meta_item_*` tail differs by campaign; no field is taken from it.
 */
export const partnerizeItems: Profile = {
  id: 'partnerize-items',
  name: 'Partnerize conversion items',
  network: 'Partnerize',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['conversion_id'],
    ['conversion_item_id'],
    ['publisher_id'],
    ['conversion_date_time', 'conversion_date'],
    ['item_status', 'conversion_status'],
    ['currency'],
    ['item_value'],
    ['item_publisher_commission'],
    ['campaign_title', 'campaign_id'],
  ],
  refuses: [],
  columns: [
    ...ORDER_COLUMNS,
    { field: 'status', names: ['item_status', 'conversion_status'] },
    { field: 'sale', names: ['item_value'], required: true },
    { field: 'commission', names: ['item_publisher_commission'], required: true },
    { field: 'networkFee', names: ['item_commission'], lessCommission: true },
    { field: 'sku', names: ['sku'] },
    { field: 'category', names: ['category'] },
    { field: 'quantity', names: ['quantity', 'item_quantity'] },
  ],
  statuses: STATUSES,
  identity: { columns: ['conversion_id'], again: 'merge' },
  defaultZone: 'UTC',
  questions: [],
};
