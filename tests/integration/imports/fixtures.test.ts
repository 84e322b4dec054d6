import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/lib/day.ts';
import { AS_OF } from '#tests/unit/imports/read.ts';
import { fixtures, type Fixture } from '#tests/unit/imports/profiles/exports.ts';
import { FileLedger, rowsIn, type Given } from './take-file.ts';

/** The export, the later one (the same again where there is none), and the first again: three imports, in the order of arrival. */
function importsOf({ expected: { answers = {} }, export: first, later }: Fixture): readonly Given[] {
  return [first, later ?? first, first].map((bytes, at) => ({ bytes, answers, modified: AS_OF + at * 30 * DAY_MS }));
}

function ledgerOf(files: readonly Given[], taken: readonly number[] = files.map((_, at) => at)): FileLedger {
  const ledger = new FileLedger();
  for (const at of taken) ledger.import(at + 1, files[at] as Given);
  return ledger;
}

const orders = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

const exports = fixtures().filter(({ expected }) => expected.kind !== 'people');

it('every kind of record has exports', () => {
  expect(new Set(exports.map(({ expected }) => expected.kind))).toEqual(new Set(['transactions', 'clicks', 'orders']));
  expect(exports.length).toBeGreaterThan(40);
});

describe.each(exports)('$name', (fixture) => {
  const { expected } = fixture;
  const files = importsOf(fixture);
  const [first, later] = files as [Given, Given, Given];

  it('goes into the book of its kind, every row of it accounted for', () => {
    const ledger = new FileLedger();
    for (const file of fixture.later ? [first, later] : [first]) {
      const { book, recognition, accepted, rejected, skipped } = ledger.plan(1, file);
      expect(book).toBe(expected.kind);
      expect(accepted + rejected + skipped.length).toBe(
        rowsIn(file.bytes, recognition) - recognition.dialect.headerRows,
      );
    }
    const { session, accepted, rejected, skipped, issues } = ledger.import(1, first);
    const { merged, ...rows } = expected.rows;
    expect({ accepted, rejected, skipped: skipped.length }).toEqual(rows);
    expect(session.rows).toBe(rows.accepted - merged);
    // Every rejected row has a line and a reason.
    expect(new Set(issues.filter(({ effect }) => effect === 'rejected').map(({ line }) => line)).size).toBe(
      rows.rejected,
    );
    expect(ledger.live(expected.kind as 'orders')).toHaveLength(session.counts.new);
  });

  it('adds nothing the second time', () => {
    const ledger = ledgerOf([first]);
    const before = ledger.sums(expected.kind as 'orders');
    const { counts } = ledger.import(2, { ...first, modified: first.modified + DAY_MS }).session;
    expect({ new: counts.new, changed: counts.changed }).toEqual({ new: 0, changed: 0 });
    expect(ledger.sums(expected.kind as 'orders')).toEqual(before);
  });

  it('comes back to what the other imports say, in whatever order each is taken back', () => {
    const all = files.map((_, at) => at);
    const without = new Map<string, unknown>();
    const seenOf = (left: readonly number[]): unknown => {
      const known = without.get(left.join());
      if (known !== undefined) return known;
      const seen = ledgerOf(files, left).seen();
      without.set(left.join(), seen);
      return seen;
    };
    for (const order of orders(all)) {
      const ledger = ledgerOf(files);
      order.forEach((at, place) => {
        ledger.undo(at + 1);
        const gone = order.slice(0, place + 1);
        const left = all.filter((other) => !gone.includes(other));
        expect(ledger.seen(), `after taking back ${gone.join(', ')}`).toEqual(seenOf(left));
      });
    }
  });

  if (!fixture.later) return;

  it('learns from a later export what has changed, and keeps both', () => {
    const book = expected.kind as 'orders';
    const ledger = ledgerOf([first]);
    const { session } = ledger.import(2, later);
    expect(session.counts).toMatchObject(expected.expectedLater ?? {});
    const changed = session.previewRows('changed', 0, 100);
    expect(changed).toHaveLength(session.counts.changed);
    for (const { after, before, differs } of changed) {
      const row = ledger
        .live(book)
        .find(
          ({ transaction }) =>
            transaction.transactionId === after.transactionId && transaction.program === after.program,
        );
      const versions = row ? ledger.history(book, row) : [];
      expect(versions.slice(0, 2).map(({ importId, live }) => ({ importId, live }))).toEqual([
        { importId: 'i2', live: true },
        { importId: 'i1', live: false },
      ]);
      expect(versions[0]?.transaction).toEqual(after);
      expect(versions[1]?.transaction).toEqual(before);
      expect(differs.length).toBeGreaterThan(0);
    }
  });
});
