import { STATUSES, type Status } from './fields.ts';

/** A line of an order that a file gave in several rows. Amounts are micros of the order's currency; NaN and '' mean "not in the file". */
export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  readonly sale: number;
  readonly commission: number;
  readonly status: Status;
  readonly reason: string;
}

/** What a row's `extra` holds. */
export interface Extra {
  /** Columns that fill no field, and what stands in them. */
  readonly columns: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly OrderLine[];
}

/** Something that one version's `extra` has otherwise than another's; '' and null: it has none. */
export type ExtraChange =
  | { readonly kind: 'column'; readonly name: string; readonly before: string; readonly after: string }
  /** `at`: place among the lines, from 0. */
  | { readonly kind: 'line'; readonly at: number; readonly before: OrderLine | null; readonly after: OrderLine | null };

const NONE: Extra = { columns: [], lines: [] };

/** Reads `extra` (fields.ts; lines as merge-lines.ts writes them); nothing, if it cannot be read. */
export function readExtra(extra: string): Extra {
  const kept = objectOf(extra);
  if (!kept) return NONE;
  const { lines } = kept;
  const isLines = Array.isArray(lines);
  return {
    columns: Object.entries(kept).flatMap(([name, value]) =>
      name === 'lines' && isLines ? [] : [[name, textOf(value)] as const],
    ),
    lines: isLines ? withoutTotals(lines.map(lineOf)) : [],
  };
}

/** What has changed: columns in their order, then lines. */
export function extraChanges(before: string, after: string): readonly ExtraChange[] {
  const [was, is] = [readExtra(before), readExtra(after)];
  const [old, now] = [new Map(was.columns), new Map(is.columns)];
  const columns = [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ kind: 'column' as const, name, before: old.get(name) ?? '', after: now.get(name) ?? '' }))
    .filter((change) => change.before !== change.after);
  const lines = Array.from({ length: Math.max(was.lines.length, is.lines.length) }, (_, at) => ({
    kind: 'line' as const,
    at,
    before: was.lines[at] ?? null,
    after: is.lines[at] ?? null,
  })).filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  return [...columns, ...lines];
}

function objectOf(extra: string): Readonly<Record<string, unknown>> | null {
  if (extra === '') return null;
  try {
    const parsed: unknown = JSON.parse(extra);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Some exports write the order's amounts on its first line alone: that is no amount of that line. */
function withoutTotals(lines: readonly OrderLine[]): readonly OrderLine[] {
  const [first, ...others] = lines;
  if (!first || others.length === 0) return lines;
  const own = (field: 'sale' | 'commission'): number =>
    others.every((line) => Number.isNaN(line[field])) ? Number.NaN : first[field];
  return [{ ...first, sale: own('sale'), commission: own('commission') }, ...others];
}

function lineOf(value: unknown): OrderLine {
  const line = isObject(value) ? value : {};
  const text = (name: string): string => (typeof line[name] === 'string' ? line[name] : '');
  const number = (name: string): number => (typeof line[name] === 'number' ? line[name] : Number.NaN);
  return {
    sku: text('sku'),
    quantity: number('quantity'),
    sale: Math.round(number('sale') * 1_000_000),
    commission: Math.round(number('commission') * 1_000_000),
    status: STATUSES.find((status) => status === line['status']) ?? 'unknown',
    reason: text('reason'),
  };
}
