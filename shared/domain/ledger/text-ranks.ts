import { entryText, type TextView } from './columns.ts';
import { sortedOrder } from './radix-sort.ts';
import type { Steps } from './steps.ts';

/** Characters that a sort key holds: eight bits each, in the 53 that a double has. */
const KEY_CHARACTERS = 6;
const STEP_ENTRIES = 20_000;

/**
 * The place of every entry of these columns in the order of all their texts (by UTF-16 code unit); equal texts have the same
 * place, an empty text has none (NaN). Most texts are told apart by some characters after the beginning they all share: those
 * make a number to sort by, and only texts equal in them are compared as such.
 */
export function* textRanks(views: readonly TextView[]): Steps<Float64Array[]> {
  const firsts: number[] = [];
  let total = 0;
  for (const view of views) {
    firsts.push(total);
    total += view.entries;
  }
  const owner = new Uint32Array(total);
  const keys = new Float64Array(total);
  const shared = sharedPrefix(views);
  for (const [v, view] of views.entries()) {
    owner.fill(v, firsts[v], (firsts[v] as number) + view.entries);
    writeKeys(view, shared, keys, firsts[v] as number);
    yield;
  }
  const order = yield* sortedOrder(total, [{ values: keys, descending: false }]);
  const textOf = (item: number) => {
    const v = owner[item] as number;
    return entryText(views[v] as TextView, item - (firsts[v] as number));
  };

  const ranks = new Float64Array(total).fill(Number.NaN);
  let rank = 0;
  let pause = STEP_ENTRIES;
  for (let from = 0; from < total;) {
    const key = keys[order[from] as number] as number;
    let to = from + 1;
    while (to < total && keys[order[to] as number] === key) to++;
    // NaN is the key of empty texts, which stand last.
    if (key !== key) break;
    rank = rankRun(order.subarray(from, to), textOf, ranks, rank);
    from = to;
    if (from > pause) {
      pause = from + STEP_ENTRIES;
      yield;
    }
  }
  return views.map((view, v) => ranks.subarray(firsts[v], (firsts[v] as number) + view.entries));
}

/** Ranks the items of a run with equal keys; gives the next free rank. */
function rankRun(run: Int32Array, textOf: (item: number) => string, ranks: Float64Array, rank: number): number {
  if (run.length === 1) {
    ranks[run[0] as number] = rank;
    return rank + 1;
  }
  const items = Array.from(run, (item) => ({ item, text: textOf(item) }));
  items.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  items.forEach(({ item, text }, i) => {
    if (i > 0 && text !== items[i - 1]?.text) rank++;
    ranks[item] = rank;
  });
  return rank + 1;
}

/** How many characters all texts that are not empty begin with in common. */
function sharedPrefix(views: readonly TextView[]): number {
  let first: string | null = null;
  let shared = Infinity;
  for (const view of views) {
    let start = 0;
    for (let entry = 0; entry < view.entries; entry++) {
      const end = view.ends[entry] as number;
      const length = end - start;
      if (length > 0) {
        first ??= view.text.slice(start, end);
        shared = Math.min(shared, length);
        let same = 0;
        while (same < shared && view.text.charCodeAt(start + same) === first.charCodeAt(same)) same++;
        shared = same;
      }
      start = end;
    }
  }
  return shared === Infinity ? 0 : shared;
}

function writeKeys(view: TextView, skip: number, keys: Float64Array, first: number): void {
  let start = 0;
  for (let entry = 0; entry < view.entries; entry++) {
    const end = view.ends[entry] as number;
    let key = start === end ? Number.NaN : 0;
    let open = true;
    for (let i = 0; i < KEY_CHARACTERS; i++) {
      const at = start + skip + i;
      let digit = 0;
      if (open && at < end) {
        // Characters from 254 on share the last digit; what follows them must not count.
        const unit = view.text.charCodeAt(at);
        digit = unit < 254 ? unit + 1 : 255;
        open = unit < 254;
      }
      key = key * 256 + digit;
    }
    keys[first + entry] = key;
    start = end;
  }
}
