import type { Profile } from './profile.ts';

/*
 * Amazon Associates. Columns and quirks as in a public program that reads the reports and its tests.
 *
 * - Neither report names a transaction or an order. A row is known by its day, tracking id, product, price and the kind of link; what
 *   agrees in all of them may still be two sales, and both stand (the second one's id ends with " #2").
 * - Tracking ids are unique at Amazon: they tell whose sale it is, be it the one associate whose report it is or, in an account that
 *   gives each affiliate an id of their own, one of many.
 * - Which of Amazon's stores it is stands nowhere but in the currency of the header (`Price($)`): the program is asked.
 * - A line with the report's name and period may stand before the header, a row with the sum of the fees at the end.
 * - Headers follow the account's language (Spanish ones as in the same program's tests, and by likeness), which
 *   may write months by name; day and month are asked where no date tells.
 */

const ASIN = ['ASIN'];
const TRACKING = ['Tracking ID', 'Tag', 'ID de seguimiento', 'ID de rastreo', 'Etiqueta'];
const CATEGORY = ['Category', 'Product Category', 'Categoría'];
const DEVICE = ['Device Type Group', 'Grupo de tipo de dispositivo', 'Tipo de dispositivo'];
const PRICE = ['Price($)', 'Precio'];
const SHIPPED = ['Date Shipped', 'Fecha de envío'];
const REVENUE = ['Revenue($)', 'Ingresos'];
const FEES = ['Ad Fees($)', 'Earnings', 'Comisiones por publicidad', 'Tarifas de publicidad', 'Comisiones'];
const ITEMS = ['Items Shipped', 'Artículos enviados', 'Productos enviados'];
const DIRECT = ['Direct/Indirect', 'Direct Sale', 'Directo/Indirecto'];
const ORDERED = ['Date', 'Fecha', 'Fecha del pedido'];
const QUANTITY = ['Qty', 'Quantity', 'Cant.', 'Cantidad'];
const LINK_TYPE = ['Link Type', 'Tipo de enlace'];
const INDIRECT = ['Indirect Sales', 'Ventas indirectas'];

/**
 * Earnings (Fee-Earnings): items shipped, and items returned as rows with negative amounts. They name no sale that they take back,
 * and simply count.
 */
export const amazonEarnings: Profile = {
  id: 'amazon-earnings',
  name: 'Amazon Associates earnings',
  network: 'Amazon Associates',
  side: 'publisher',
  kind: 'transactions',
  source: 'parsers',
  needs: [ASIN, SHIPPED, REVENUE, FEES],
  refuses: [],
  columns: [
    { field: 'partnerId', names: TRACKING, required: true },
    { field: 'eventTime', names: SHIPPED, required: true },
    { field: 'sale', names: REVENUE, required: true },
    { field: 'commission', names: FEES, required: true },
    { field: 'quantity', names: ITEMS },
    { field: 'device', names: DEVICE },
    { field: 'sku', names: ASIN, required: true },
    { field: 'category', names: CATEGORY },
  ],
  statuses: {},
  otherwise: 'approved',
  identity: { columns: [...SHIPPED, ...TRACKING, ...ASIN, ...PRICE, ...DIRECT, ...DEVICE], again: 'occurrence' },
  currency: 'USD',
  defaultZone: 'America/Los_Angeles',
  questions: ['program', 'partner', 'currency'],
};

/**
 * Orders (Fee-Orders): items ordered, of which those that are shipped come in the earnings, so they are kept as orders and never added
 * to what was earned. `Price($)` is the price of one item.
 */
export const amazonOrders: Profile = {
  id: 'amazon-orders',
  name: 'Amazon Associates orders',
  network: 'Amazon Associates',
  side: 'publisher',
  kind: 'orders',
  source: 'parsers',
  needs: [ASIN, ORDERED, QUANTITY, PRICE, [...TRACKING, ...LINK_TYPE, ...INDIRECT]],
  refuses: [...FEES.slice(0, 1), ...REVENUE],
  columns: [
    { field: 'partnerId', names: TRACKING, required: true },
    { field: 'eventTime', names: ORDERED, required: true },
    { field: 'quantity', names: QUANTITY },
    { field: 'sale', names: PRICE, required: true, perItem: true },
    { field: 'device', names: DEVICE },
    { field: 'sku', names: ASIN, required: true },
    { field: 'category', names: CATEGORY },
  ],
  statuses: {},
  otherwise: 'pending',
  identity: {
    columns: [...ORDERED, ...TRACKING, ...ASIN, ...PRICE, ...QUANTITY, ...LINK_TYPE, ...INDIRECT, ...DEVICE],
    again: 'occurrence',
  },
  currency: 'USD',
  defaultZone: 'America/Los_Angeles',
  questions: ['program', 'partner', 'currency'],
};
