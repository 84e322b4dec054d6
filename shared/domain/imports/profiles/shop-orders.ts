import type { Profile } from './profile.ts';

/*
 * The shop's own orders, to hold the networks' figures against. They know no affiliate and are kept apart from transactions. In all of
 * them `paid` means that the customer has paid, `reversed` that the money went back or never came. The sale is what networks are told
 * of an order, where the file has it: after discounts, before shipping and tax.
 */

/**
 * Shopify, orders_export.csv of the admin's order list. Columns as the program writes them, known from many public readers of the file;
 * the rows from an integrator's description of it.
 *
 * - One row per line item. What is true of the order (status, currency, totals, discount code) stands on the first of its rows only,
 *   so the rows of one `Name` are lines of one order.
 * - `Subtotal` is after discounts and before shipping and tax, `Total` has both.
 * - A refund in part leaves the amounts as they were and the order paid; the word (`partially_refunded`) is kept. `Cancelled at` says
 *   that an order fell through whatever was paid.
 * - Times carry an offset. A postal code starts with an apostrophe to keep spreadsheets from reading a number.
 */
export const shopifyOrders: Profile = {
  id: 'shopify-orders',
  name: 'Shopify orders',
  network: 'Shopify',
  side: 'brand',
  kind: 'orders',
  source: 'parsers',
  needs: [
    ['Name'],
    ['Financial Status'],
    ['Created at'],
    ['Subtotal', 'Total'],
    ['Lineitem quantity', 'Lineitem name', 'Lineitem price'],
  ],
  refuses: [],
  keeps: ['Total', 'Shipping', 'Taxes', 'Discount Amount', 'Refunded Amount', 'Source'],
  columns: [
    { field: 'orderId', names: ['Name'], required: true },
    { field: 'eventTime', names: ['Created at'], required: true },
    { field: 'clearedTime', names: ['Paid at'] },
    { field: 'status', names: ['Financial Status'] },
    { field: 'currency', names: ['Currency'] },
    { field: 'sale', names: ['Subtotal', 'Total'] },
    { field: 'couponCode', names: ['Discount Code'] },
    { field: 'country', names: ['Shipping Country', 'Billing Country'] },
    { field: 'quantity', names: ['Lineitem quantity'] },
    { field: 'sku', names: ['Lineitem sku', 'Lineitem name'] },
  ],
  statuses: {
    pending: 'pending',
    authorized: 'pending',
    partially_paid: 'pending',
    unpaid: 'pending',
    overdue: 'pending',
    paid: 'paid',
    partially_refunded: 'paid',
    refunded: 'reversed',
    voided: 'reversed',
    expired: 'reversed',
  },
  flags: [{ names: ['Cancelled at'], is: 'filled', status: 'reversed' }],
  identity: { columns: ['Name'], again: 'merge' },
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};

const WOO_ORDER = ['order_number', 'Order #', 'order_id'];
const WOO_DATE = ['order_date', 'Date'];
const WOO_TOTAL = ['Net Sales', 'N. Revenue', 'order_total', 'Order Total Amount'];
const WOO_STATUS = ['Status', 'Order Status'];
/** Columns of one or the other that no other shop's file is likely to have. */
const WOO_ALONE = ['Product(s)', 'Items sold', 'N. Revenue (formatted)', 'payment_method_title', 'customer_user'];

/**
 * WooCommerce: the orders report of its Analytics (columns as its published code writes them) and the order export of its Import Export
 * Suite (columns as its documentation lists them).
 *
 * - Analytics has net sales, after coupons and refunds and before tax and shipping, and no currency, which is asked. The Suite's
 *   `order_total` has tax and shipping in it.
 * - Other export plugins write the same columns with labels for people (`Order Total Amount`): taken by likeness.
 * - A processing or completed order is paid. Words may stand with the prefix that the database has (`wc-completed`).
 * - Times are the shop's own; the Suite's documentation shows them month first.
 */
export const wooOrders: Profile = {
  id: 'woocommerce-orders',
  name: 'WooCommerce orders',
  network: 'WooCommerce',
  side: 'brand',
  kind: 'orders',
  source: 'vendor',
  needs: [WOO_ORDER, WOO_DATE, WOO_TOTAL, ['Status'], WOO_ALONE],
  refuses: [],
  columns: [
    { field: 'transactionId', names: WOO_ORDER, required: true },
    { field: 'orderId', names: WOO_ORDER },
    { field: 'eventTime', names: WOO_DATE, required: true },
    { field: 'clearedTime', names: ['paid_date', 'date_paid'] },
    { field: 'status', names: WOO_STATUS },
    { field: 'currency', names: ['order_currency', 'Currency'], required: true },
    { field: 'sale', names: WOO_TOTAL, required: true },
    { field: 'couponCode', names: ['Coupon(s)', 'coupon_items', 'Coupon Code'] },
    { field: 'customerStatus', names: ['Customer type'] },
    { field: 'country', names: ['billing_country', 'shipping_country'] },
    { field: 'quantity', names: ['Items sold'] },
  ],
  statuses: wooStatuses({
    pending: 'pending',
    'on-hold': 'pending',
    'checkout-draft': 'pending',
    processing: 'paid',
    completed: 'paid',
    cancelled: 'reversed',
    refunded: 'reversed',
    failed: 'reversed',
    trash: 'reversed',
  }),
  dates: 'mdy',
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};

function wooStatuses(words: Profile['statuses']): Profile['statuses'] {
  return { ...words, ...Object.fromEntries(Object.entries(words).map(([word, status]) => [`wc-${word}`, status])) };
}

const ORDER = ['Order ID', 'Order Number', 'Order No', 'Order #', 'Order Name', 'Order'];
const ORDERED = [
  'Order Date',
  'Date',
  'Created At',
  'Created',
  'Order Time',
  'Date Created',
  'Purchase Date',
  'Order Created',
];
const AMOUNT = [
  'Subtotal',
  'Sub Total',
  'Net Sales',
  'Order Subtotal',
  'Order Total',
  'Total',
  'Grand Total',
  'Total Amount',
  'Total Price',
];

/** Orders of any other shop, by what such columns are commonly called. A file that names affiliates or commissions is none of these. */
export const shopOrders: Profile = {
  id: 'shop-orders',
  name: 'Shop orders',
  network: 'Shop',
  side: 'brand',
  kind: 'orders',
  source: 'synonyms',
  needs: [ORDER, ORDERED, AMOUNT],
  refuses: [
    'Affiliate',
    'Affiliate ID',
    'Affiliate Email',
    'Affiliate Name',
    'Affiliate Commission',
    'Commission',
    'Total Commission',
    'Commission Amount',
    'Earnings',
    'Payout',
    'Partner',
    'Partner ID',
    'Partner Key',
    'Publisher',
    'Publisher ID',
    'MID',
    'Member ID (U1)',
    'mp_id',
    'Financial Status',
    ...WOO_ALONE,
  ],
  columns: [
    { field: 'program', names: ['Store', 'Shop', 'Store Name', 'Shop Name'] },
    { field: 'transactionId', names: ORDER, required: true },
    { field: 'orderId', names: ORDER },
    { field: 'eventTime', names: ORDERED, required: true },
    { field: 'clearedTime', names: ['Paid At', 'Paid Date', 'Payment Date'] },
    { field: 'status', names: ['Payment Status', 'Order Status', 'Status'] },
    { field: 'currency', names: ['Currency', 'Order Currency', 'Currency Code'], required: true },
    { field: 'sale', names: AMOUNT, required: true },
    {
      field: 'couponCode',
      names: ['Coupon', 'Coupon Code', 'Coupons', 'Discount Code', 'Voucher', 'Promo Code', 'Voucher Code'],
    },
    { field: 'customerStatus', names: ['Customer Type', 'Customer Status'] },
    { field: 'country', names: ['Country', 'Shipping Country', 'Billing Country'] },
    { field: 'quantity', names: ['Items', 'Item Count', 'Quantity', 'Qty'] },
    { field: 'sku', names: ['SKU'] },
  ],
  statuses: {
    pending: 'pending',
    'on hold': 'pending',
    unpaid: 'pending',
    authorized: 'pending',
    open: 'pending',
    processing: 'paid',
    paid: 'paid',
    shipped: 'paid',
    completed: 'paid',
    complete: 'paid',
    delivered: 'paid',
    'partially refunded': 'paid',
    cancelled: 'reversed',
    canceled: 'reversed',
    refunded: 'reversed',
    returned: 'reversed',
    failed: 'reversed',
    voided: 'reversed',
  },
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
