import { database } from '#renderer/db/connection.ts';
import type { Choice, LedgerClient, PlanSummary, PreviewRow, RejectedRow, SourceFile } from '#renderer/ledger/types.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerProposal } from '#shared/domain/affiliates/propose.ts';
import type { Look, LookWish, Sample } from '#shared/domain/imports/look.ts';
import type { PlannedPerson } from '#shared/domain/imports/people-plan.ts';
import type { Corrections, Recognition, RowIssue, Settings } from '#shared/domain/imports/types.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import type { ListQuery } from '#shared/domain/ledger/query.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { groupOf, isWithin, keysOf, meets } from './fake-rows.ts';

/** What the next plan answers. */
export interface FakePlan {
  readonly recognition: Recognition;
  readonly rows: readonly Transaction[];
  readonly issues?: readonly RowIssue[];
  readonly sample?: Sample;
  readonly sheets?: readonly string[];
  /** Rows that are rejected as long as they are not corrected. */
  readonly rejected?: readonly RejectedRow[];
  readonly proposals?: readonly PartnerProposal[];
  /** Without a meaning as long as the settings have none. */
  readonly words?: readonly { readonly word: string; readonly count: number }[];
  readonly people?: readonly PlannedPerson[];
}

export interface FakeLedger extends LedgerClient {
  /** What was asked of `list`, newest last. */
  readonly asked: ListQuery[];
  /** How files were to be looked at, read and applied, newest last. */
  readonly wishes: LookWish[];
  readonly planned: {
    readonly recognition: Recognition;
    readonly settings: Settings;
    readonly corrections: Corrections;
  }[];
  readonly choices: (readonly Choice[])[];
  readonly discarded: string[];
  /** What an archive unfolds to; any other file is itself. */
  inside: readonly string[];
  /** What `open` fails with, until it is asked to start empty. */
  lost: boolean;
  next: FakePlan | null;
}

type Wanted = Pick<ListQuery, 'book' | 'filter' | 'period'>;

/**
 * A ledger that keeps its rows in a list and answers naively: for tests of the screens. Import records go where the real
 * one puts them, so that the history shows them.
 */
export function fakeLedger(
  rows: readonly Transaction[] = [],
  others: { readonly [B in Exclude<Book, 'transactions'>]?: readonly Transaction[] } = {},
): FakeLedger {
  const of = (book: Book, all: readonly Transaction[] = []) =>
    all.map((transaction) => ({ book, importId: 'first', transaction }));
  let live = [...of('transactions', rows), ...of('clicks', others.clicks), ...of('orders', others.orders)];
  let version = 1;
  let plans = 0;
  let planned: { readonly summary: PlanSummary; readonly fake: FakePlan; readonly file: SourceFile } | null = null;
  const listeners = new Set<(version: number) => void>();
  const changed = (): void => listeners.forEach((listener) => listener(++version));

  const matching = ({ book = 'transactions', filter, period }: Wanted): typeof live =>
    live.filter(
      (row) => row.book === book && meets(row.transaction, row.importId, filter) && isWithin(row.transaction, period),
    );

  const ledger: FakeLedger = {
    asked: [],
    wishes: [],
    planned: [],
    choices: [],
    discarded: [],
    inside: [],
    lost: false,
    next: null,
    open: (wish) =>
      Promise.resolve(
        ledger.lost && !wish?.startEmpty
          ? fail('lost', 'There was data the last time, and it is not where it should be.')
          : ok({ version, transactions: rows.length, imports: 0 }),
      ),
    unfold: (file) =>
      Promise.resolve(
        ok(
          ledger.inside.length === 0
            ? [file]
            : ledger.inside.map((entry) => ({ ...file, name: `${file.name} › ${entry}`, entry })),
        ),
      ),
    look: (_file, wish) => {
      ledger.wishes.push(wish);
      return Promise.resolve(
        ledger.next ? ok(lookOf(ledger.next, wish)) : fail('not-a-table', 'There is no table in this file.'),
      );
    },
    plan: (file, recognition, settings, corrections) => {
      ledger.planned.push({ recognition, settings, corrections });
      if (!ledger.next) return Promise.resolve(fail('unreadable', 'It cannot be read.'));
      const { rows: read, issues = [], proposals = [], people = [] } = ledger.next;
      const rejected = (ledger.next.rejected ?? []).filter(({ line }) => !corrections.has(line));
      const isList = recognition.kind === 'people';
      const known = new Set(live.map(({ transaction }) => transaction.transactionId));
      const fresh = read.filter((row) => !known.has(row.transactionId)).length;
      const summary: PlanSummary = {
        planId: `plan-${++plans}`,
        recognition,
        settings,
        counts: { new: fresh, changed: 0, same: read.length - fresh, older: 0, repeated: 0 },
        rows: { accepted: read.length, rejected: rejected.length, skipped: 0, merged: 0 },
        newPartners: proposals.length,
        proposals,
        unknownWords: (ledger.next.words ?? []).filter(({ word }) => settings.words[word] === undefined),
        people: isList ? countsOf(people) : null,
        totals: [],
        bytes: 1,
        firstDay: '',
        lastDay: '',
      };
      planned = { summary, fake: { ...ledger.next, issues, rejected }, file };
      return Promise.resolve(ok(summary));
    },
    plannedRows: (_planId, kind) => {
      const all: readonly PreviewRow[] = (planned?.fake.rows ?? []).map((after) => ({
        kind,
        line: after.line,
        after,
        before: null,
        differs: [],
        raw: planned?.summary.recognition.header.map((column) => `raw ${column}`) ?? [],
      }));
      return Promise.resolve({ rows: all, total: all.length, version });
    },
    plannedPeople: (_planId, kind) => {
      const all = (planned?.fake.people ?? []).filter((person) => person.kind === kind);
      return Promise.resolve({ rows: all, total: all.length, version });
    },
    rejectedRows: (_planId, { offset, limit }) => {
      const all = planned?.fake.rejected ?? [];
      return Promise.resolve({ rows: all.slice(offset, offset + limit), total: all.length, version });
    },
    issues: () => {
      const all = planned?.fake.issues ?? [];
      return Promise.resolve({ rows: all, total: all.length, version });
    },
    skipped: () => Promise.resolve({ rows: [], total: 0, version }),
    apply: async (_planId, choices) => {
      ledger.choices.push(choices);
      if (!planned) return fail('no-plan', 'This preview is no longer there.');
      const record = recordOf(planned, version);
      const { kind } = planned.summary.recognition;
      if (kind !== 'people') {
        live = [...live, ...planned.fake.rows.map((transaction) => ({ book: kind, importId: record.id, transaction }))];
      }
      await database().imports.put(record);
      changed();
      return ok(record);
    },
    discard: (planId) => {
      ledger.discarded.push(planId);
      return Promise.resolve();
    },
    undo: async (importId) => {
      const record = await database().imports.get(importId);
      if (!record) return fail('no-import', 'There is no such import.');
      live = live.filter((row) => row.importId !== importId);
      const undone = { ...record, undoneAt: record.appliedAt + 1 };
      await database().imports.put(undone);
      changed();
      return ok(undone);
    },
    groups: (query) => {
      const found = matching(query);
      const groups = [
        ...Map.groupBy(found, ({ transaction }) => JSON.stringify(keysOf(transaction, query.groupBy))),
      ].map(([, same]) =>
        groupOf(
          same.map(({ transaction }) => transaction),
          query.groupBy,
        ),
      );
      return Promise.resolve({ rows: groups, total: groups.length, version });
    },
    list: (query) => {
      // What the details ask beside the table is no question of hers.
      if (query.filter.about === undefined) ledger.asked.push(query);
      const found = matching(query);
      const { offset, limit } = query.window;
      const window = found.slice(offset, offset + limit).map((row) => ({ ref: live.indexOf(row), ...row }));
      return Promise.resolve({ rows: window, total: found.length, version });
    },
    find: (text, limit) => {
      const words = text.toLowerCase();
      const found = live.flatMap((row, ref) => {
        const ids = [row.transaction.transactionId, row.transaction.orderId].map((id) => id.toLowerCase());
        if (words === '' || !ids.some((id) => id.includes(words))) return [];
        const match = ids.includes(words) ? 'is' : ids.some((id) => id.startsWith(words)) ? 'begins' : 'holds';
        return [{ ...row, ref, match } as const];
      });
      return Promise.resolve(found.slice(0, limit));
    },
    history: (ref) => {
      const row = live[ref];
      return Promise.resolve(row ? [{ ...row, live: true }] : []);
    },
    partners: () => Promise.resolve([]),
    setZone: () => Promise.resolve(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return ledger;
}

/** As the recognition says, but for what is wished. */
function lookOf({ recognition, sample = { lines: [], cells: [] }, sheets = [] }: FakePlan, wish: LookWish): Look {
  return {
    recognition: { ...recognition, dialect: { ...recognition.dialect, ...wish.dialect } },
    sample,
    suggestions: [],
    sheets,
    hint: '',
    assumptions: [],
  };
}

function countsOf(people: readonly PlannedPerson[]): NonNullable<PlanSummary['people']> {
  const count = (kind: PlannedPerson['kind']): number => people.filter((person) => person.kind === kind).length;
  return { new: count('new'), changed: count('changed'), same: count('same'), ask: count('ask') };
}

function recordOf(plan: { readonly summary: PlanSummary; readonly file: SourceFile }, sequence: number): ImportRecord {
  const { recognition, settings, rows, counts } = plan.summary;
  return {
    id: `import-${sequence}`,
    sequence,
    fileName: plan.file.entry ?? plan.file.name,
    fileSize: 10,
    profileId: recognition.profileId,
    profileName: recognition.profileName,
    network: recognition.network,
    dialect: recognition.dialect,
    settings,
    rows,
    counts,
    newAffiliateIds: [],
    effect: {
      totals: [
        { currency: 'USD', status: 'approved', count: 2, saleMicros: 200_000_000n, commissionMicros: 20_000_000n },
      ],
    },
    appliedAt: Date.UTC(2026, 10, 23),
    undoneAt: null,
  };
}
