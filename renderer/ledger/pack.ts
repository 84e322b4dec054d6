import type { Columns, NumberColumn, TextColumn } from '#shared/domain/ledger/columns.ts';
import type { NumberField, TextField } from '#shared/domain/ledger/fields.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Float64Array begins at multiples of this, and the others may as well. */
const ALIGNMENT = 8;
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

export interface Packed {
  readonly columns: Columns;
  /** What all the columns' arrays are views of: handed from thread to thread, not copied. */
  readonly buffer: ArrayBuffer;
}

/**
 * The same columns with all their arrays in one buffer. Forty small buffers a block, made between short-lived ones of the
 * same size, would hold on to twice their memory; one large one does not, and it is stored and handed over as one.
 */
export function pack(columns: Columns): Packed {
  const texts = Object.entries(columns.text) as [TextField, TextColumn][];
  const numbers = Object.entries(columns.numbers) as [NumberField, NumberColumn][];
  const arrays: (Numbers | null)[] = [
    ...texts.flatMap(([, { ends, codes }]) => [ends, codes]),
    ...numbers.map(([, column]) => ('values' in column ? column.values : column.codes)),
  ];
  const buffer = new ArrayBuffer(arrays.reduce((sum, array) => sum + aligned(array?.byteLength ?? 0), 0));
  let at = 0;
  const place = <A extends Numbers | null>(array: A): A => {
    if (array === null) return array;
    const View = array.constructor as new (buffer: ArrayBuffer, at: number, length: number) => NonNullable<A>;
    const view = new View(buffer, at, array.length);
    view.set(array);
    at += aligned(array.byteLength);
    return view;
  };
  return {
    columns: {
      text: Object.fromEntries(
        texts.map(([field, { text, ends, codes }]) => [field, { text, ends: place(ends), codes: place(codes) }]),
      ),
      numbers: Object.fromEntries(
        numbers.map(([field, column]) => [
          field,
          'values' in column ? { values: place(column.values) } : { ...column, codes: place(column.codes) },
        ]),
      ),
    },
    buffer,
  };
}
