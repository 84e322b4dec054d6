import type { PersonField } from '../../affiliates/person.ts';
import type { Field, Status } from '../../ledger/fields.ts';
import type { DateOrder, Identity, MappedFlag, Question, RecordKind, Side } from '../types.ts';

/** A column of an export and the field that it fills. */
export interface Column {
  readonly field: Exclude<Field, 'line'> | PersonField;
  /** The export's names for the column, best first; compared by `columnKey`. The first one that the header has is used. */
  readonly names: readonly string[];
  /** An empty cell rejects the row; without it an empty cell means "not in the file". */
  readonly required?: true;
  /** Times: names of the column with the time of day, where an export writes it beside the date. */
  readonly clock?: readonly string[];
  /** Texts: names of the column that says it where this one is empty (an amendment's reason beside a refusal's). */
  readonly orElse?: readonly string[];
  /** Times that are numbers: seconds or ms since 1970, or month and year as 92018. */
  readonly layout?: 'unix-s' | 'unix-ms' | 'month';
  /** Amounts in hundredths of the unit. */
  readonly cents?: true;
  /** The column holds all that the brand pays; the field (an amount) gets what is left of it after the commission. */
  readonly lessCommission?: true;
  /** The column holds the price of one item; the field (an amount) gets it times the quantity, where the row has one. */
  readonly perItem?: true;
}

/** A column beside the status word that says more of where a row stands (types.ts, MappedFlag). The first that holds wins. */
export interface Flag extends Pick<MappedFlag, 'is' | 'status'> {
  readonly names: readonly string[];
}

/** How well the columns of an export are known: from the vendor's own documents, from programs that read it, or by likeness. */
export type Source = 'vendor' | 'parsers' | 'synonyms';

/** A network's export: how it is recognised and what its columns mean. Adding an export is adding one of these. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** '' if the export names the network row by row, or comes from none (a CRM). */
  readonly network: string;
  readonly side: Side;
  readonly kind: RecordKind;
  readonly source: Source;
  /** Takes any list of its kind: used only where no other profile knows the header. */
  readonly general?: true;
  /** Columns that the header must have, any one of each group. */
  readonly needs: readonly (readonly string[])[];
  /** Columns that tell another report of the same network, which must not be read as this one. */
  readonly refuses: readonly string[];
  readonly columns: readonly Column[];
  /** Columns that fill no field but are worth keeping, in `extra`. Any column that is kept costs its room in every row. */
  readonly keeps?: readonly string[];
  /** The source's status words in lower case; any other is `unknown`, with the word kept. */
  readonly statuses: Readonly<Record<string, Status>>;
  readonly flags?: readonly Flag[];
  /** Status of rows without a word and without a flag that holds; `unknown` if left out. */
  readonly otherwise?: Status;
  /** Status words (lower case) on whose meaning sources disagree: she is asked. */
  readonly disputed?: readonly string[];
  /** Left out: by the transaction id, and a further row of it is a later version. `columns` by name, any that the header has. */
  readonly identity?: { readonly columns: readonly string[]; readonly again: Identity['again'] };
  /** Rows with a negative amount take back a part of the transaction or order that they name (types.ts, Recognition). */
  readonly negatives?: 'corrections';
  /** ISO 4217 code of the amounts of this source, where no column and no header says it. */
  readonly currency?: string;
  /** Day or month first, where the vendor documents it: taken when the column itself leaves it open. */
  readonly dates?: DateOrder;
  /** Its text cells are guarded against formulas (shared/lib/formula.ts), which is taken back. */
  readonly guarded?: true;
  /** IANA zone of time stamps without an offset, until the user says otherwise. */
  readonly defaultZone: string;
  /** Asked unless the header has the column (`currency`, `program`; `partner`: partnerId; `day`: eventTime). */
  readonly questions: readonly Question[];
  /**
   * Column of the sale in the currency of `originalCurrency`. Where that differs from the row's currency, this is the original sale;
   * where it does not, the original amounts are those before any adjustment.
   */
  readonly saleInOriginalCurrency?: readonly string[];
}

/**
 * What two spellings of a column's name have in common: letters and digits in lower case ("Action_Date", "action date"). A percent sign
 * is a word: "Commission %" is no other spelling of "Commission".
 */
export const columnKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('%', 'percent')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Where each column name stands in a header; of two columns with one name, the first. */
export function headerIndex(header: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  header.forEach((name, at) => {
    const key = columnKey(name);
    if (key !== '' && !index.has(key)) index.set(key, at);
  });
  return index;
}

/** The position of the first of `names` that the header has, or -1. */
export function findColumn(index: ReadonlyMap<string, number>, names: readonly string[]): number {
  for (const name of names) {
    const at = index.get(columnKey(name));
    if (at !== undefined) return at;
  }
  return -1;
}
