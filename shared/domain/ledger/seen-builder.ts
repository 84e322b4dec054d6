import type { NumberColumn } from './columns.ts';
import { BLOCK_ROWS } from './draft.ts';
import { encodeNumbers } from './encode.ts';
import type { SeenSegment } from './segment.ts';

/** Collects sightings of one import into segments. */
export class SeenBuilder {
  readonly done: SeenSegment[] = [];
  readonly #importId: string;
  readonly #sequence: number;
  readonly #target = new Float64Array(BLOCK_ROWS);
  readonly #row = new Float64Array(BLOCK_ROWS);
  readonly #asOf = new Float64Array(BLOCK_ROWS);
  readonly #line = new Float64Array(BLOCK_ROWS);
  #targets = new Map<string, number>();
  #rows = 0;

  constructor(importId: string, sequence: number) {
    this.#importId = importId;
    this.#sequence = sequence;
  }

  /** The row with this as-of date and line says what row `row` of segment `targetId` says. */
  add(targetId: string, row: number, asOf: number, line: number): void {
    let target = this.#targets.get(targetId);
    if (target === undefined) this.#targets.set(targetId, (target = this.#targets.size));
    const at = this.#rows++;
    this.#target[at] = target;
    this.#row[at] = row;
    this.#asOf[at] = asOf;
    this.#line[at] = line;
    if (this.#rows === BLOCK_ROWS) this.finish();
  }

  /** The segments, the last one included. */
  finish(): readonly SeenSegment[] {
    if (this.#rows === 0) return this.done;
    const column = (values: Float64Array) => encodeNumbers(values, this.#rows) as NumberColumn;
    this.done.push({
      id: crypto.randomUUID(),
      importId: this.#importId,
      sequence: this.#sequence,
      kind: 'seen',
      rows: this.#rows,
      targets: [...this.#targets.keys()],
      target: column(this.#target),
      row: column(this.#row),
      asOf: column(this.#asOf),
      line: column(this.#line),
    });
    this.#targets = new Map();
    this.#rows = 0;
    return this.done;
  }
}
