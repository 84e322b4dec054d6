import type { Profile } from './profile.ts';

/**
 * AvantLink, sales and commission details: columns as a program that reads the report has them.
 *
 * - The program is the merchant; the partner is the affiliate's website, by `Website_Id`.
 * - A return is a row of its own with negative amounts (in parentheses) and the order number of the sale.
 * - `Total_Commission` is the base and the incentive together. A `Payment_Id` beside it says that it was paid.
 * - Dates are written month first with dashes or slashes (`05-31-2026 14:05:00`). The zone is not documented: Denver's is taken, where
 *   AvantLink's days are cut, until the user sets another.
 * - Amounts carry a dollar sign: US dollars, unless a column says otherwise (there are Canadian and Australian networks).
 * - The new-customer and mobile marks (Yes, No) are not read.
 */
export const avantlinkSales: Profile = {
  id: 'avantlink-sales',
  name: 'AvantLink sales and commissions',
  network: 'AvantLink',
  side: 'publisher',
  kind: 'transactions',
  source: 'parsers',
  needs: [
    ['AvantLink_Transaction_Id'],
    ['Merchant', 'Merchant_Id'],
    ['Website_Id', 'Affiliate_Id', 'Website'],
    ['Transaction_Date'],
    ['Transaction_Amount'],
    ['Total_Commission'],
  ],
  refuses: ['Hit_Type'],
  columns: [
    { field: 'program', names: ['Merchant', 'Merchant_Id'], required: true },
    { field: 'transactionId', names: ['AvantLink_Transaction_Id'], required: true },
    { field: 'orderId', names: ['Order_Id'] },
    { field: 'partnerId', names: ['Affiliate_Id', 'Website_Id', 'Website'], required: true },
    { field: 'partnerName', names: ['Affiliate', 'Website'] },
    { field: 'eventTime', names: ['Transaction_Date'], required: true },
    { field: 'clickTime', names: ['Last_Click_Through'] },
    { field: 'status', names: ['Commission_Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Transaction_Amount'] },
    { field: 'commission', names: ['Total_Commission'], required: true },
    { field: 'couponCode', names: ['Coupon_Code'] },
    { field: 'category', names: ['Transaction_Type'] },
    { field: 'quantity', names: ['Item_Count'] },
    { field: 'sub1', names: ['Custom_Tracking_Code'] },
  ],
  statuses: {
    open: 'pending',
    new: 'pending',
    pending: 'pending',
    confirmed: 'approved',
    validated: 'approved',
    locked: 'locked',
    reversed: 'reversed',
    cancelled: 'reversed',
    paid: 'paid',
  },
  flags: [{ names: ['Payment_Id'], is: 'filled', status: 'paid' }],
  negatives: 'corrections',
  currency: 'USD',
  dates: 'mdy',
  defaultZone: 'America/Denver',
  questions: [],
};
