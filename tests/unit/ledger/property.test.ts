import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '#shared/lib/zone.ts';
import type { Changes } from '#shared/domain/ledger/changes.ts';
import { encodeDraft } from '#shared/domain/ledger/encode.ts';
import { LedgerState } from '#shared/domain/ledger/ledger-state.ts';
import { PLAN_KINDS } from '#shared/domain/ledger/plan-session.ts';
import type { GroupQuery, ListQuery } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { draftsOf, fileRows, groupQuery, listQuery, ZONES } from './arbitrary.ts';
import { difference, Model, totalsOf } from './model.ts';

type Step =
  | { readonly kind: 'apply'; readonly rows: Transaction[]; readonly blockRows: number }
  /** The same rows as an earlier import, in part, with later lines and perhaps another as-of date. */
  | {
      readonly kind: 'again';
      readonly of: number;
      readonly skip: number;
      readonly asOf: number | null;
      readonly blockRows: number;
    }
  /** The very same file as an earlier import. */
  | { readonly kind: 'repeat'; readonly of: number; readonly blockRows: number }
  | { readonly kind: 'undo'; readonly of: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('apply' as const),
      rows: fileRows,
      blockRows: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('again' as const),
      of: fc.nat(9),
      skip: fc.nat(3),
      asOf: fc.constantFrom(null, 2 * 86_400_000, 4 * 86_400_000, 8 * 86_400_000),
      blockRows: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      of: fc.nat(9),
      blockRows: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), of: fc.nat(9) }) },
);

const imports = ['i1', 'i2', 'i3'];
const scenario = fc.record({
  steps: fc.array(fc.record({ step, groups: groupQuery(imports), list: listQuery(imports) }), {
    minLength: 1,
    maxLength: 8,
  }),
  zone: fc.constantFrom(...ZONES),
});

/** The ledger, what is stored of it, and the plain model beside them. */
class Bench {
  state = new LedgerState();
  stored = new Map<string, Segment>();
  model = new Model();
  files: Transaction[][] = [];

  run(action: Step): void {
    if (action.kind === 'undo') return this.undo(`i${action.of + 1}`);
    if (action.kind === 'apply') return this.apply(action.rows, action.blockRows);
    const rows = this.files[action.of % Math.max(1, this.files.length)] ?? [];
    if (action.kind === 'repeat') return rows.length > 0 ? this.apply(rows, action.blockRows) : undefined;
    const again = rows
      .filter((_, i) => i % 4 >= action.skip)
      .map((row, i) => ({ ...row, asOf: action.asOf ?? row.asOf, line: i * 2 + 7 }));
    if (again.length > 0) this.apply(again, action.blockRows);
  }

  apply(rows: Transaction[], blockRows: number): void {
    this.files.push(rows);
    const sequence = this.files.length;
    const importId = `i${sequence}`;
    const session = this.state.beginPlan({ importId, sequence });
    draftsOf(rows, blockRows).forEach((draft, at) => {
      const source = JSON.stringify(rows.slice(at * blockRows, (at + 1) * blockRows));
      if (session.sources.has(source)) session.addStored(source);
      else session.addColumns(encodeDraft(draft), draft.rows, source);
    });
    expect(session.counts).toEqual(this.model.counts(sequence, rows));
    expect(session.totals).toEqual(totalsOf(rows));
    for (const kind of PLAN_KINDS) {
      const preview = session.previewRows(kind, 0, 500);
      expect(preview.length).toBe(session.counts[kind]);
      for (const { after, before, line } of preview) {
        expect(after).toEqual(rows.find((row) => row.line === line));
        if (before) expect(before).toEqual(this.model.history(after)[0]?.transaction);
      }
    }
    const before = this.model.totals();
    this.model.apply(importId, sequence, rows);
    this.#write(finish(this.state.applyChanges(session)), before);
  }

  undo(importId: string): void {
    const before = this.model.totals();
    this.model.undo(importId);
    this.#write(finish(this.state.undoChanges(importId)), before);
  }

  #write(
    result: ReturnType<LedgerState['applyChanges']> extends Generator<unknown, infer R> ? R : never,
    before: ReturnType<Model['totals']>,
  ): void {
    if (!result.ok) throw new Error(result.error.code);
    const changes: Changes = result.value;
    expect(changes.effect).toEqual(difference(this.model.totals(), before));
    for (const id of changes.remove) expect(this.stored.delete(id)).toBe(true);
    for (const segment of changes.put) {
      expect(this.stored.has(segment.id)).toBe(false);
      this.stored.set(segment.id, structuredClone(segment));
    }
    expect(this.state.install(changes).ok).toBe(true);
  }

  check(groups: GroupQuery, list: ListQuery, zone: string): void {
    const fresh = new LedgerState();
    const segments = [...this.stored.values()].reverse();
    fresh.load(segments.slice(0, 2));
    fresh.load(segments.slice(2));
    expect(fresh.missing()).toEqual([]);
    const clock = zoneClock(zone);
    for (const state of [this.state, fresh]) {
      expect(state.counts().transactions).toBe(this.model.live().length);
      const wantedGroups = this.model.groups(groups, clock);
      const groupWindow = wantedGroups.slice(groups.window.offset, groups.window.offset + groups.window.limit);
      for (const answer of [finish(state.groups(groups, clock)), finish(state.scanGroups(groups, clock))]) {
        expect(answer.rows).toEqual(groupWindow);
        expect(answer.total).toBe(wantedGroups.length);
      }
      const wantedList = this.model.list(list, clock);
      const answer = finish(state.list(list, clock));
      expect(answer.total).toBe(wantedList.length);
      expect(answer.rows.map(({ importId, transaction }) => ({ importId, transaction }))).toEqual(
        wantedList
          .slice(list.window.offset, list.window.offset + list.window.limit)
          .map(({ importId, transaction }) => ({ importId, transaction })),
      );
      for (const { ref, transaction } of answer.rows) {
        expect(state.history(ref)).toEqual(
          this.model.history(transaction).map((version, i) => ({
            importId: version.importId,
            live: i === 0,
            transaction: version.transaction,
          })),
        );
      }
      expect(finish(state.partners())).toEqual(this.model.partners());
    }
  }
}

describe('the ledger', () => {
  it('equals a plain list of versions after any applies and undos, also when loaded afresh', () => {
    fc.assert(
      fc.property(scenario, ({ steps, zone }) => {
        const bench = new Bench();
        for (const { step: action, groups, list } of steps) {
          bench.run(action);
          bench.check(groups, list, zone);
        }
        for (let sequence = bench.files.length; sequence > 0; sequence--) bench.undo(`i${sequence}`);
        expect(bench.stored.size).toBe(0);
        expect(bench.state.counts()).toEqual({ transactions: 0, segments: 0 });
      }),
      { numRuns: 400 },
    );
  });
});
