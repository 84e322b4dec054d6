import type { Profile } from './profile.ts';

/**
 * Awin, transactions: the download of the Transactions report (columns as Awin's help explains them: `id`, `extra`, numbers for the
 * status) and tables of its published API (`commissionAmount.amount`, `commission_amount_amount`), by one set of names.
 *
 * - The order is `extra` in the download and `orderRef` in the API.
 * - Status is pending, approved, declined or deleted, or 0, 1, 2. That an approved transaction has been paid out is a flag beside it.
 * - An amendment changes the row itself; `oldSaleAmount` and `oldCommissionAmount` are the amounts before it.
 * - The download names neither program nor currency: both are asked. Amounts are in the program's currency.
 * - `networkFee` is Awin's fee, in the commission's currency.
 * - Times carry no offset and are London's, unless the report was made for another zone. Reports based on the date of validation or
 *   amendment hold the same transactions under the same ids.
 * - `transactionParts` and `basketProducts` are not read.
 */
export const awinTransactions: Profile = {
  id: 'awin-transactions',
  name: 'Awin transactions',
  network: 'Awin',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['id', 'Transaction ID'],
    ['publisherId', 'Partner ID'],
    ['commissionStatus', 'Transaction Status'],
    ['transactionDate', 'date'],
    ['saleAmount.amount', 'saleAmount', 'sale_amount_amount'],
    ['commissionAmount.amount', 'commissionAmount', 'commission'],
  ],
  refuses: ['MID', 'programId', 'external_id'],
  columns: [
    { field: 'program', names: ['advertiserName', 'Advertiser', 'advertiserId', 'Programme'], required: true },
    { field: 'transactionId', names: ['id', 'Transaction ID'], required: true },
    { field: 'orderId', names: ['orderRef', 'extra', 'Order Reference'] },
    { field: 'partnerId', names: ['publisherId', 'Partner ID'], required: true },
    { field: 'partnerName', names: ['siteName', 'publisherName', 'Publisher', 'Partner'] },
    { field: 'partnerSite', names: ['publisherUrl'] },
    { field: 'eventTime', names: ['transactionDate', 'date'], required: true },
    { field: 'clickTime', names: ['clickDate', 'Click Time'] },
    { field: 'status', names: ['commissionStatus', 'Transaction Status'] },
    {
      field: 'currency',
      names: ['commissionAmount.currency', 'commissionCurrency', 'saleAmount.currency', 'saleCurrency', 'currency'],
      required: true,
    },
    { field: 'sale', names: ['saleAmount.amount', 'saleAmount'] },
    { field: 'commission', names: ['commissionAmount.amount', 'commissionAmount', 'commission'], required: true },
    { field: 'networkFee', names: ['networkFee.amount', 'networkFee'] },
    { field: 'originalSale', names: ['oldSaleAmount.amount', 'oldSaleAmount'] },
    { field: 'originalCommission', names: ['oldCommissionAmount.amount', 'oldCommissionAmount'] },
    { field: 'couponCode', names: ['voucherCode'] },
    { field: 'customerStatus', names: ['customerAcquisition'] },
    { field: 'country', names: ['customerCountry'] },
    { field: 'device', names: ['transactionDevice', 'Device'] },
    { field: 'category', names: ['type', 'Transaction Type'] },
    { field: 'sub1', names: ['clickRefs.clickRef', 'clickRef'] },
    { field: 'sub2', names: ['clickRefs.clickRef2', 'clickRef2'] },
    { field: 'sub3', names: ['clickRefs.clickRef3', 'clickRef3'] },
    { field: 'reasonCode', names: ['declineReason', 'amendReason'], orElse: ['amendReason'] },
  ],
  statuses: {
    pending: 'pending',
    approved: 'approved',
    confirmed: 'approved',
    declined: 'reversed',
    deleted: 'reversed',
    '0': 'pending',
    '1': 'approved',
    '2': 'reversed',
  },
  flags: [{ names: ['paidToPublisher', 'Paid to partner'], is: 'true', status: 'paid' }],
  defaultZone: 'Europe/London',
  questions: ['program', 'currency'],
};
