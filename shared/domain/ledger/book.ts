/**
 * Kinds of dated records that the ledger keeps apart, each in a book of its own with the same columns (fields.ts). They are never
 * added together.
 *
 * - transactions: actions, conversions, commissions: what affiliates are paid for.
 * - clicks: single clicks, or a report's clicks by partner; `quantity` is how many a row stands for (missing: one).
 * - orders: the shop's own orders, to hold the networks' against; they know no partner.
 */
export const BOOKS = ['transactions', 'clicks', 'orders'] as const;
export type Book = (typeof BOOKS)[number];
