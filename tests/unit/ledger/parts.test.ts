import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/lib/day.ts';
import { momentDay, momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';
import { zoneClock } from '#shared/lib/zone.ts';
import { blockOf, textAt, type TextView } from '#shared/domain/ledger/columns.ts';
import { DayReader, NO_DAY } from '#shared/domain/ledger/day-column.ts';
import { encodeDraft } from '#shared/domain/ledger/encode.ts';
import { fold, markEntriesWith } from '#shared/domain/ledger/fold.ts';
import { KeyIndex } from '#shared/domain/ledger/key-index.ts';
import { sortedOrder } from '#shared/domain/ledger/radix-sort.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { Sums } from '#shared/domain/ledger/sums.ts';
import { textRanks } from '#shared/domain/ledger/text-ranks.ts';

const viewOf = (values: string[]): TextView =>
  blockOf(encodeDraft({ rows: values.length, text: { sku: values }, constant: {}, numbers: {} }), values.length).text
    .sku;

describe('days of a column', () => {
  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Europe/London', 'Asia/Kolkata', 'America/Santiago'])(
    'are those of the clock in %s, through the nights on which it changes',
    (zone) => {
      const clock = zoneClock(zone);
      const moments = [Number.NaN, momentOfDay(0), momentOfDay(-1), momentOfDay(60_000), momentOfInstant(-1)];
      const start = Date.UTC(2024, 0, 1);
      for (let at = start; at < start + 366 * DAY_MS; at += 1_800_000)
        moments.push(momentOfInstant(at), momentOfInstant(at - 1));
      const days = new Int32Array(moments.length);
      const view = { base: 0, step: 0, codes: new Uint8Array(0), values: Float64Array.from(moments) };
      new DayReader(clock).read(view, moments.length, days);
      expect([...days]).toEqual(moments.map((moment) => (Number.isNaN(moment) ? NO_DAY : momentDay(moment, clock))));
    },
  );
});

describe('folding', () => {
  it('keeps every character one character, and a part what it is in the whole', () => {
    for (let code = 0; code < 0x110000; code++) {
      const text = String.fromCodePoint(code);
      if (fold(text).length !== text.length) throw new Error(`U+${code.toString(16)} changes length`);
    }
    expect(fold('ΣΟΦΟΣ')).toBe(fold('σοφος'));
    expect(fold('İSTANBUL')).toBe('istanbul');
  });

  it('finds what each entry holds, never what two neighbours make up', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'b', 'Σ', 'ς', 'İ'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), word, (values, needle) => {
        fc.pre(needle !== '');
        const view = viewOf(values);
        const hits = markEntriesWith(view, fold(needle));
        expect(values.map((_, row) => hits?.[view.entry[row] as number] === 1)).toEqual(
          values.map((value) => fold(value).includes(fold(needle))),
        );
      }),
    );
  });
});

describe('the key index', () => {
  it('equals a Map through adding and removing, also where all hashes collide', () => {
    const action = fc.record({ name: fc.nat(300), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 600 }), fc.constantFrom(1, 7, 2 ** 32), (actions, spread) => {
        const index = new KeyIndex();
        const known = new Map<number, number>();
        const low = (name: number) => Math.imul(name % spread, 2654435761) >>> 0;
        const find = (name: number) => index.find(low(name), 5, (head) => head === name);
        for (const { name, remove } of actions) {
          const key = known.get(name);
          expect(find(name)).toBe(key ?? -1);
          if (key === undefined) known.set(name, index.add(low(name), 5, name));
          else if (remove) {
            index.remove(key);
            known.delete(name);
          }
        }
        expect(index.size).toBe(known.size);
        expect(new Set(known.values()).size).toBe(known.size);
        for (const [name, key] of known) expect(find(name)).toBe(key);
      }),
    );
  });

  it('grows past what was expected, and stays small when keys come and go', () => {
    const index = new KeyIndex(10);
    for (let i = 0; i < 5_000; i++) index.add(Math.imul(i, 2654435761) >>> 0, i, i);
    for (let i = 0; i < 5_000; i++) expect(index.find(Math.imul(i, 2654435761) >>> 0, i, (head) => head === i)).toBe(i);
    for (let i = 0; i < 50_000; i++) index.remove(index.add(i, i, i));
    expect(index.size).toBe(5_000);
  });
});

describe('sums', () => {
  it('are exact, however large', () => {
    const value = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 53 - 1, 1 - 2 ** 53, 1, -1));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), value)), (additions) => {
        const wanted = [0n, 0n, 0n, 0n];
        const sums = new Sums(4);
        for (const [i, v] of additions) {
          sums.add(i, v);
          wanted[i] = (wanted[i] ?? 0n) + BigInt(v);
        }
        expect([0, 1, 2, 3].map((i) => sums.value(i))).toEqual(wanted);
        const all = new Sums(2);
        all.add(0, 2 ** 53 - 1);
        all.addAll(sums, Int32Array.of(0, 0, 1, -1));
        expect([all.value(0), all.value(1)]).toEqual([
          BigInt(2 ** 53 - 1) + (wanted[0] ?? 0n) + (wanted[1] ?? 0n),
          wanted[2],
        ]);
      }),
    );
  });
});

describe('orders', () => {
  it('by numbers: stable, either way, what is missing last', () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -3, max: 3 }), fc.double(), fc.maxSafeInteger());
    const keys = fc.array(
      fc.record({ values: fc.array(value, { minLength: 30, maxLength: 30 }), descending: fc.boolean() }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(keys, (columns) => {
        const wanted = Array.from({ length: 30 }, (_, i) => i).sort((a, b) => {
          for (const { values, descending } of columns) {
            const x = values[a] as number;
            const y = values[b] as number;
            if (Number.isNaN(x) || Number.isNaN(y)) {
              if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
            } else if (x !== y) return x < y !== descending ? -1 : 1;
          }
          return 0;
        });
        const order = finish(
          sortedOrder(
            30,
            columns.map(({ values, descending }) => ({ values: Float64Array.from(values), descending })),
          ),
        );
        expect([...order]).toEqual(wanted);
      }),
    );
  });

  it('by text: places in the order of all texts, also of long ones that begin alike', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '',
        'order-1000000',
        'order-1000001',
        'order-10000001',
        'order-1',
        'order-é',
        'order-東a',
        'order-東b',
      ),
      fc.string({ unit: 'binary', maxLength: 9 }),
      fc.string({ unit: fc.constantFrom('þ', 'ÿ', 'a', '東', '\0'), maxLength: 9 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { maxLength: 4 }), (columns) => {
        const views = columns.map(viewOf);
        const texts = [...new Set(columns.flat())].filter((text) => text !== '').sort();
        const ranks = finish(textRanks(views));
        for (const [c, view] of views.entries()) {
          for (let row = 0; row < (columns[c]?.length ?? 0); row++) {
            const text = textAt(view, row);
            expect(ranks[c]?.[view.entry[row] as number]).toBe(text === '' ? Number.NaN : texts.indexOf(text));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
