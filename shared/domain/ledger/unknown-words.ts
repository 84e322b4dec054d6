import { entryText, numberAt, type Block } from './columns.ts';
import { STATUSES } from './fields.ts';

const UNKNOWN = STATUSES.indexOf('unknown');

/** A source's status word whose meaning is not known, and the rows that have it. */
export interface UnknownWord {
  readonly word: string;
  readonly count: number;
}

/** Counts the status words of rows whose status is unknown. Rows without a word are none. */
export class UnknownWords {
  readonly #counts = new Map<string, number>();

  addBlock({ rows, text: { sourceStatus }, numbers: { status } }: Block): void {
    const counts = new Uint32Array(sourceStatus.entries);
    for (let row = 0; row < rows; row++) {
      if (numberAt(status, row) === UNKNOWN) (counts[sourceStatus.entry[row] as number] as number)++;
    }
    for (let entry = 0; entry < counts.length; entry++) {
      const count = counts[entry] as number;
      const word = count > 0 ? entryText(sourceStatus, entry) : '';
      if (word !== '') this.#counts.set(word, (this.#counts.get(word) ?? 0) + count);
    }
  }

  /** The most frequent first, then by word. */
  result(): UnknownWord[] {
    return [...this.#counts]
      .map(([word, count]) => ({ word, count }))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  }
}
