import { label, mediansOf, type Case, type SizeResult } from './cases.ts';

/** The tables that the benchmark prints, in Markdown, so that they can be copied into the README. */
export function report(machine: string, sizes: readonly SizeResult[], cases: readonly Case[]): string {
  const all = sizes.map((size) => ({ size, medians: mediansOf(size) }));
  const line = (name: string, value: (entry: (typeof all)[number]) => string): string[] => [name, ...all.map(value)];
  const ms = (name: string, pick: (entry: (typeof all)[number]) => number): string[] =>
    line(name, (entry) => whole(pick(entry)));
  return [
    machine,
    '',
    table(
      ['ms, medians', ...sizes.map(({ rows }) => label(rows))],
      [
        ms('recognise', ({ medians }) => medians.recognise),
        ms('read, map, plan', ({ medians }) => medians.plan),
        ms('apply (store and take in)', ({ medians }) => medians.apply),
        ms('**import, all of it**', ({ medians }) => medians.import),
        ms('sqlite3 .import', ({ medians }) => medians.sqliteImport),
        ms('same file again', ({ medians }) => medians.again),
        ms('revenue per affiliate and day, full scan', ({ medians }) => medians.scan),
        ms('the same by roll-up', ({ medians }) => medians.rollUp),
        ms('making the roll-ups, once', ({ medians }) => medians.rollUpMade),
        ms('the same by sqlite3', ({ medians }) => medians.sqliteRevenue),
        ms('making ready to find by id, once', ({ medians }) => medians.findMade),
        line('rows by a part of an id, slowest', ({ medians }) => medians.find.toFixed(1)),
        ms('the same by sqlite3', ({ medians }) => medians.sqliteFind),
        line('groups', ({ size }) => whole(size.ours[0]?.groups ?? 0)),
        line('peak memory, MB', ({ size }) => whole(size.peakBytes / 1e6)),
      ],
    ),
    '',
    'Reading on one thread, stage by stage (the program shares map and encode among its mappers):',
    '',
    table(
      ['ms', ...sizes.map(({ rows }) => label(rows))],
      (['read', 'map', 'encode', 'plan'] as const).map((stage) => ms(stage, ({ size }) => size.stages[stage])),
    ),
    '',
    table(
      ['case', 'reached', 'aim', ''],
      cases.map(({ name, ratio, aim, unit }) => [
        name,
        unit === 'MB' ? whole(ratio) : ratio.toFixed(3),
        String(aim),
        ratio <= aim ? 'met' : '**missed**',
      ]),
    ),
  ].join('\n');
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
