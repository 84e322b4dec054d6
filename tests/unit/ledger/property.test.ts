import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock, type ZoneClock } from '#shared/lib/zone.ts';
import { BOOKS, type Book } from '#shared/domain/ledger/book.ts';
import { Books } from '#shared/domain/ledger/books.ts';
import type { Changes } from '#shared/domain/ledger/changes.ts';
import { encodeDraft } from '#shared/domain/ledger/encode.ts';
import type { LedgerState } from '#shared/domain/ledger/ledger-state.ts';
import { PLAN_KINDS } from '#shared/domain/ledger/plan-session.ts';
import type { GroupQuery, ListQuery } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { draftsOf, fileRows, groupQuery, listQuery, ZONES } from './arbitrary.ts';
import { difference, Model, totalsOf } from './model.ts';

type Step =
  | { readonly kind: 'apply'; readonly book: Book; readonly rows: Transaction[]; readonly blockRows: number }
  /** The same rows as an earlier import, in part, with later lines and perhaps another as-of date. */
  | {
      readonly kind: 'again';
      readonly of: number;
      readonly skip: number;
      readonly asOf: number | null;
      readonly blockRows: number;
    }
  /** The very same file as an earlier import, into its book or (as if it were something else) into another. */
  | { readonly kind: 'repeat'; readonly of: number; readonly book: Book | null; readonly blockRows: number }
  | { readonly kind: 'undo'; readonly of: number }
  /** Deleted and imported again. */
  | { readonly kind: 'anew'; readonly of: number; readonly blockRows: number };

const blockRows = fc.integer({ min: 1, max: 5 });
const of = fc.nat(9);
const book = fc.constantFrom<Book>('transactions', 'transactions', 'clicks', 'orders');
const kind = <K extends Step['kind']>(name: K) => fc.constant(name);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kind('apply'), book, rows: fileRows, blockRows }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('again'),
      of,
      skip: fc.nat(3),
      asOf: fc.constantFrom(null, 2 * 86_400_000, 4 * 86_400_000, 8 * 86_400_000),
      blockRows,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('repeat'), of, book: fc.option(book, { freq: 2 }), blockRows }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('undo'), of }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('anew'), of, blockRows }) },
);

const imports = ['i1', 'i2', 'i3'];
const scenario = fc.record({
  steps: fc.array(fc.record({ step, asked: book, groups: groupQuery(imports), list: listQuery(imports) }), {
    minLength: 1,
    maxLength: 8,
  }),
  zone: fc.constantFrom(...ZONES),
});

/** The ledger, what is stored of it, and the plain models of its books beside them. */
class Bench {
  books = new Books();
  stored = new Map<string, Segment>();
  models = { transactions: new Model(), clicks: new Model(), orders: new Model() } satisfies Record<Book, Model>;
  files: { readonly book: Book; readonly rows: Transaction[] }[] = [];

  run(action: Step): void {
    if (action.kind === 'apply') return this.apply(action.book, action.rows, action.blockRows);
    if (action.kind === 'undo') return this.undo(action.of);
    const at = action.of % Math.max(1, this.files.length);
    const file = this.files[at];
    if (!file) return;
    if (action.kind === 'anew') this.undo(at);
    if (action.kind !== 'again') {
      return this.apply((action.kind === 'repeat' && action.book) || file.book, file.rows, action.blockRows);
    }
    const again = file.rows
      .filter((_, i) => i % 4 >= action.skip)
      .map((row, i) => ({ ...row, asOf: action.asOf ?? row.asOf, line: i * 2 + 7 }));
    if (again.length > 0) this.apply(file.book, again, action.blockRows);
  }

  apply(book: Book, rows: Transaction[], blockRows: number): void {
    this.files.push({ book, rows });
    const model = this.models[book];
    const sequence = this.files.length;
    const importId = `i${sequence}`;
    const session = this.books.of(book).beginPlan({ importId, sequence });
    draftsOf(rows, blockRows).forEach((draft, at) => {
      const source = JSON.stringify(rows.slice(at * blockRows, (at + 1) * blockRows));
      if (session.sources.has(source)) session.addStored(source);
      else session.addColumns(encodeDraft(draft), draft.rows, source);
    });
    expect(session.counts).toEqual(model.counts(sequence, rows));
    expect(session.totals).toEqual(totalsOf(rows));
    for (const kind of PLAN_KINDS) {
      const preview = session.previewRows(kind, 0, 500);
      expect(preview.length).toBe(session.counts[kind]);
      for (const { after, before, line } of preview) {
        expect(after).toEqual(rows.find((row) => row.line === line));
        if (before) expect(before).toEqual(model.history(after)[0]?.transaction);
      }
    }
    const before = model.totals();
    model.apply(importId, sequence, rows);
    this.#write(book, finish(this.books.of(book).applyChanges(session)), before);
  }

  /** Takes back the import of a file, if there is one and it stands. */
  undo(file: number): void {
    const importId = `i${file + 1}`;
    const book = this.books.bookOf(importId);
    if ([...this.stored.values()].some((segment) => segment.importId === importId)) {
      expect(book).toBe(this.files[file]?.book);
    }
    const before = this.models[book].totals();
    this.models[book].undo(importId);
    this.#write(book, finish(this.books.of(book).undoChanges(importId)), before);
  }

  #write(
    book: Book,
    result: ReturnType<LedgerState['applyChanges']> extends Generator<unknown, infer R> ? R : never,
    before: ReturnType<Model['totals']>,
  ): void {
    if (!result.ok) throw new Error(result.error.code);
    const changes: Changes = result.value;
    expect(changes.effect).toEqual(difference(this.models[book].totals(), before));
    for (const id of changes.remove) expect(this.stored.delete(id)).toBe(true);
    for (const segment of changes.put) {
      expect(this.stored.has(segment.id)).toBe(false);
      this.stored.set(segment.id, structuredClone(segment));
    }
    expect(this.books.of(book).install(changes).ok).toBe(true);
  }

  check(asked: Book, groups: GroupQuery, list: ListQuery, zone: string): void {
    const fresh = new Books();
    const segments = [...this.stored.values()].reverse();
    fresh.load(segments.slice(0, 2));
    fresh.load(segments.slice(2));
    expect(fresh.missing()).toEqual([]);
    for (const books of [this.books, fresh]) {
      for (const each of BOOKS) expect(books.of(each).counts().transactions).toBe(this.models[each].live().length);
      checkState(books.of(asked), this.models[asked], groups, list, zoneClock(zone));
    }
  }
}

function checkState(state: LedgerState, model: Model, groups: GroupQuery, list: ListQuery, clock: ZoneClock): void {
  const wantedGroups = model.groups(groups, clock);
  const groupWindow = wantedGroups.slice(groups.window.offset, groups.window.offset + groups.window.limit);
  for (const answer of [finish(state.groups(groups, clock)), finish(state.scanGroups(groups, clock))]) {
    expect(answer.rows).toEqual(groupWindow);
    expect(answer.total).toBe(wantedGroups.length);
  }
  const wantedList = model.list(list, clock);
  const answer = finish(state.list(list, clock));
  expect(answer.total).toBe(wantedList.length);
  expect(answer.rows.map(({ importId, transaction }) => ({ importId, transaction }))).toEqual(
    wantedList
      .slice(list.window.offset, list.window.offset + list.window.limit)
      .map(({ importId, transaction }) => ({ importId, transaction })),
  );
  for (const { ref, transaction } of answer.rows) {
    expect(state.history(ref)).toEqual(
      model.history(transaction).map((version, i) => ({
        importId: version.importId,
        live: i === 0,
        transaction: version.transaction,
      })),
    );
  }
  expect(finish(state.partners())).toEqual(model.partners());
}

describe('the ledger', () => {
  it('equals plain lists of versions, one for each book, after any applies and undos, also when loaded afresh', () => {
    fc.assert(
      fc.property(scenario, ({ steps, zone }) => {
        const bench = new Bench();
        for (const { step: action, asked, groups, list } of steps) {
          bench.run(action);
          bench.check(asked, groups, list, zone);
        }
        for (let file = bench.files.length - 1; file >= 0; file--) bench.undo(file);
        expect(bench.stored.size).toBe(0);
        for (const each of BOOKS) expect(bench.books.of(each).counts()).toEqual({ transactions: 0, segments: 0 });
      }),
      { numRuns: 400 },
    );
  });
});
