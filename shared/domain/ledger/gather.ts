import { entryTexts, readNumbers, rowOf, slotOf, textAt, type Block, type Columns, type Ref } from './columns.ts';
import type { Encoder } from './encode.ts';
import { NUMBER_FIELDS, TEXT_FIELDS, type NumberField, type TextField } from './fields.ts';

/** Rows to be copied into a new block, of which each may have another as-of date and line than the original. */
export interface Gathered {
  readonly refs: readonly Ref[];
  readonly asOf?: Float64Array;
  readonly line?: Float64Array;
}

/** Columns of a new block made of the given rows, in their order. `blockAt` gives the block in a slot. */
export function gather(gathered: Gathered, blockAt: (slot: number) => Block, encoder: Encoder): Columns {
  const parts = partsOf(gathered.refs, blockAt);
  const rows = gathered.refs.length;
  const text: { [F in TextField]?: string[] } = {};
  const numbers: { [F in NumberField]?: Float64Array } = {};
  for (const field of TEXT_FIELDS) {
    const values = new Array<string>(rows);
    for (const { block, from, places } of parts) {
      const view = block.text[field];
      if (view.entries <= from.length) {
        const texts = entryTexts(view);
        from.forEach((row, i) => (values[places[i] as number] = texts[view.entry[row] as number] as string));
      } else from.forEach((row, i) => (values[places[i] as number] = textAt(view, row)));
    }
    text[field] = values;
  }
  for (const field of NUMBER_FIELDS) {
    const values = new Float64Array(rows);
    for (const { block, from, places } of parts) {
      const all = readNumbers(block.numbers[field], block.rows, new Float64Array(block.rows));
      from.forEach((row, i) => (values[places[i] as number] = all[row] as number));
    }
    numbers[field] = values;
  }
  if (gathered.asOf) numbers.asOf = gathered.asOf;
  if (gathered.line) numbers.line = gathered.line;
  return encoder.encode({ rows, text, constant: {}, numbers });
}

interface Part {
  readonly block: Block;
  readonly from: number[];
  readonly places: number[];
}

/** The rows by the block they come from, each with its place in the new block. */
function partsOf(refs: readonly Ref[], blockAt: (slot: number) => Block): Part[] {
  const parts = new Map<number, Part>();
  refs.forEach((ref, place) => {
    const slot = slotOf(ref);
    let part = parts.get(slot);
    if (!part) parts.set(slot, (part = { block: blockAt(slot), from: [], places: [] }));
    part.from.push(rowOf(ref));
    part.places.push(place);
  });
  return [...parts.values()];
}
