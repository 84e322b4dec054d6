import type { Dialect, Recognition } from '#shared/domain/imports/types.ts';

/** How most exports are written. */
export const USUAL_DIALECT: Dialect = {
  encoding: 'utf-8',
  encodingBy: 'default',
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
  headerLine: 1,
  headerRows: 1,
  lastLine: null,
  sheet: '',
};

/** A recognition of transactions in which only what a test is about says something. */
export const recognitionOf = (about: Partial<Recognition>): Recognition => ({
  profileId: '',
  profileName: '',
  network: '',
  side: 'brand',
  kind: 'transactions',
  dialect: USUAL_DIALECT,
  header: [],
  mapping: [],
  extras: [],
  statuses: {},
  flags: [],
  otherwise: 'unknown',
  disputed: [],
  identity: { by: 'id', columns: [], again: 'version' },
  negatives: 'as-they-are',
  questions: [],
  defaultCurrency: '',
  defaultZone: 'UTC',
  guarded: false,
  foreignSale: -1,
  ...about,
});
