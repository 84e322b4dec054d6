import type { Recognition } from '#shared/domain/imports/types.ts';
import { made } from '#tests/support/fake-rows.ts';
import { recognitionOf, USUAL_DIALECT } from '#tests/support/recognition.ts';

/** Impact's listing, which leaves program and currency open. */
export const recognition = recognitionOf({
  profileId: 'impact-action-listing',
  profileName: 'Impact Advertiser Action Listing',
  network: 'Impact',
  dialect: { ...USUAL_DIALECT, delimiter: ';', headerLine: 4 },
  header: ['Action_Id', 'Sale_Amount'],
  mapping: [
    { column: 'Action_Id', index: 0, field: 'transactionId' },
    { column: 'Sale_Amount', index: 1, field: 'sale', decimal: '.' },
  ],
  questions: ['program', 'currency'],
});
/** The same with nothing to ask. */
export const known: Recognition = { ...recognition, questions: [] };
export const issue = {
  line: 7,
  column: 'Sale_Amount',
  value: 'twelve',
  code: 'not-an-amount',
  message: 'It is not an amount.',
  effect: 'rejected',
} as const;
export const rows = [made('2026-11-01', { transactionId: 'T1' }), made('2026-11-02', { transactionId: 'T2' })];
export const rejected = [{ line: 7, cells: ['T3', 'twelve'], issues: [issue] }];

/** A table that nothing knows: an id, two dates, two names, amounts, words. */
export const unknown: Recognition = {
  ...known,
  profileId: '',
  profileName: '',
  network: '',
  header: ['Ref', 'When', 'Who', 'Worth', 'State'],
  mapping: [
    { column: 'When', index: 1, field: 'eventTime', layout: 'ask', required: true },
    { column: 'Who', index: 2, field: 'partnerId' },
  ],
  extras: [0, 3, 4],
  identity: { by: 'id', columns: [], again: 'version' },
  questions: ['dateOrder'],
};
export const sample = {
  lines: [5, 6],
  cells: [
    ['A1', '03/04/2026', 'Barkly', '12.50', 'ok'],
    ['A2', '05/06/2026', 'Kibble', '7.25', 'No'],
  ],
};

/** A file as main hands it over. */
export const file = (id = 'f1', name = 'actions.csv') => ({ id, name, size: 1000, modifiedMs: 0 });
