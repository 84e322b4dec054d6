import { MAX_ROWS, numberAt, textAt, type Block, type Codes, type NumberView, type TextView } from './columns.ts';
import { NOT_COMPARED, NUMBER_FIELDS, TEXT_FIELDS, type Field } from './fields.ts';

const COMPARED_TEXT = TEXT_FIELDS.filter((field) => !NOT_COMPARED.has(field));
const COMPARED_NUMBERS = NUMBER_FIELDS.filter((field) => !NOT_COMPARED.has(field));

export function sameEntry(a: TextView, entryA: number, b: TextView, entryB: number): boolean {
  let atA = entryA === 0 ? 0 : (a.ends[entryA - 1] as number);
  const endA = a.ends[entryA] as number;
  let atB = entryB === 0 ? 0 : (b.ends[entryB - 1] as number);
  if (endA - atA !== (b.ends[entryB] as number) - atB) return false;
  const textA = a.text;
  const textB = b.text;
  while (atA < endA) if (textA.charCodeAt(atA++) !== textB.charCodeAt(atB++)) return false;
  return true;
}

function sameText(a: TextView, rowA: number, b: TextView, rowB: number): boolean {
  return sameEntry(a, a.entry[rowA] as number, b, b.entry[rowB] as number);
}

/** Whether two rows are of the same transaction: network, program and transaction id. */
export function sameKey(a: Block, rowA: number, b: Block, rowB: number): boolean {
  return (
    sameText(a.text.transactionId, rowA, b.text.transactionId, rowB) &&
    sameText(a.text.program, rowA, b.text.program, rowB) &&
    sameText(a.text.network, rowA, b.text.network, rowB)
  );
}

function sameNumber(a: NumberView, rowA: number, b: NumberView, rowB: number): boolean {
  const valueA = numberAt(a, rowA);
  const valueB = numberAt(b, rowB);
  return valueA === valueB || (valueA !== valueA && valueB !== valueB);
}

/** Fields in which two rows differ, of those that are compared. */
export function differingFields(a: Block, rowA: number, b: Block, rowB: number): Field[] {
  return [
    ...COMPARED_TEXT.filter((field) => textAt(a.text[field], rowA) !== textAt(b.text[field], rowB)),
    ...COMPARED_NUMBERS.filter((field) => !sameNumber(a.numbers[field], rowA, b.numbers[field], rowB)),
  ];
}

/** Whether two rows say the same of their transaction. */
export function sameValues(a: Block, rowA: number, b: Block, rowB: number): boolean {
  return (
    COMPARED_NUMBERS.every((field) => sameNumber(a.numbers[field], rowA, b.numbers[field], rowB)) &&
    COMPARED_TEXT.every((field) => sameText(a.text[field], rowA, b.text[field], rowB))
  );
}

/** Whether two blocks hold the same rows in the same order: the same file read once more mostly comes in the same blocks. */
export function sameBlocks(a: Block, b: Block): boolean {
  return (
    a.rows === b.rows &&
    COMPARED_NUMBERS.every((field) => identicalNumbers(a.numbers[field], b.numbers[field], a.rows)) &&
    COMPARED_TEXT.every((field) => identicalTexts(a.text[field], b.text[field], a.rows))
  );
}

function identicalNumbers(a: NumberView, b: NumberView, rows: number): boolean {
  if (a === b) return true;
  return (
    a.values === null && b.values === null && a.base === b.base && a.step === b.step && begin(a.codes, b.codes, rows)
  );
}

function identicalTexts(a: TextView, b: TextView, rows: number): boolean {
  return a === b || (a.text === b.text && begin(a.ends, b.ends, a.entries) && begin(a.entry, b.entry, rows));
}

function begin(a: Codes, b: Codes, count: number): boolean {
  if (a === b) return true;
  for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Like `sameValues` for `count` pairs of rows of two blocks, column by column: clears `same[i]` where pair i differs. */
export function clearDiffering(
  a: Block,
  rowsA: Uint16Array,
  b: Block,
  rowsB: Uint16Array,
  count: number,
  same: Uint8Array,
): void {
  for (const field of COMPARED_NUMBERS) {
    const viewA = a.numbers[field];
    const viewB = b.numbers[field];
    if (viewA !== viewB) clearNumbers(viewA, rowsA, viewB, rowsB, count, same);
  }
  for (const field of COMPARED_TEXT) {
    const viewA = a.text[field];
    const viewB = b.text[field];
    if (viewA !== viewB) clearTexts(viewA, rowsA, viewB, rowsB, count, same);
  }
}

function clearNumbers(
  a: NumberView,
  rowsA: Uint16Array,
  b: NumberView,
  rowsB: Uint16Array,
  count: number,
  same: Uint8Array,
): void {
  if (a.values === null && b.values === null && a.base === b.base && a.step === b.step) {
    const codesA = a.codes;
    const codesB = b.codes;
    for (let i = 0; i < count; i++) {
      if (codesA[rowsA[i] as number] !== codesB[rowsB[i] as number]) same[i] = 0;
    }
  } else {
    for (let i = 0; i < count; i++) {
      if (!sameNumber(a, rowsA[i] as number, b, rowsB[i] as number)) same[i] = 0;
    }
  }
}

/** By entry of one column: the entry of the other that it is known to equal. */
const equalEntry = new Int32Array(MAX_ROWS);

function clearTexts(
  a: TextView,
  rowsA: Uint16Array,
  b: TextView,
  rowsB: Uint16Array,
  count: number,
  same: Uint8Array,
): void {
  equalEntry.fill(-1, 0, a.entries);
  const entriesA = a.entry;
  const entriesB = b.entry;
  for (let i = 0; i < count; i++) {
    if (same[i] === 0) continue;
    const entryA = entriesA[rowsA[i] as number] as number;
    const entryB = entriesB[rowsB[i] as number] as number;
    if (equalEntry[entryA] === entryB) continue;
    if (sameEntry(a, entryA, b, entryB)) equalEntry[entryA] = entryB;
    else same[i] = 0;
  }
}
