import { allAffiliates, allLinks } from '#renderer/db/affiliates.ts';
import { allTasks } from '#renderer/db/tasks.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import type { Group, GroupKey, LedgerFilter, Listed } from '#shared/domain/ledger/query.ts';
import { makeDirectory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES, FIGURE_MEASURES } from '#shared/domain/metrics/figures.ts';
import { everythingBefore, type ReportWeeks } from '#shared/domain/reports/week.ts';
import { bothWeeks, type WeeklySource } from '#shared/domain/reports/weekly.ts';
import type { SegmentMoment } from '#shared/domain/segments/segments.ts';
import type { Period } from '#shared/lib/day.ts';

/** More groups than any program has; the worker answers with what there is. */
const ALL_GROUPS = { offset: 0, limit: 1_000_000 };

/** An import may be applied between two questions; one that comes every time is waited for no longer. */
const ATTEMPTS = 5;

/** Everything the report is made of, of one version of the data. `segment`: whom it is restricted to; null: nobody is left out. */
export async function gatherWeekly(
  ledger: LedgerClient,
  weeks: ReportWeeks,
  zone: string,
  writtenAt: number,
  segment: SegmentMoment | null,
): Promise<WeeklySource> {
  const [affiliates, links, tasks] = await Promise.all([allAffiliates(), allLinks(), allTasks()]);
  const directory = makeDirectory(affiliates, links);
  const isMeant = (affiliateId: string | null): boolean =>
    segment === null || (affiliateId !== null && segment.members.has(affiliateId));
  const whose: LedgerFilter = segment
    ? { partners: [...segment.members].flatMap((id) => directory.partnersOf(id)) }
    : {};
  const groups = groupsOf(ledger, whose);
  const clicks = clicksOf(ledger, whose);
  const answers = await ofOneVersion(() => ({
    now: groups(weeks.week, false, ['partner', 'status', 'currency']),
    before: groups(weeks.before, false, ['partner', 'status', 'currency']),
    days: groups(bothWeeks(weeks), true, ['day', 'currency']),
    // Of everybody: whether anything is known of the time before does not depend on the segment.
    earlier: groupsOf(ledger, {})(everythingBefore(weeks.week), true, ['partner', 'currency']),
    quiet: groups(weeks.quiet, true, ['partner', 'currency']),
    since: groups(weeks.since, true, ['partner', 'currency']),
    clicks: clicks(weeks.week),
    clicksBefore: clicks(weeks.before),
  }));
  return {
    weeks,
    zone,
    writtenAt,
    ...answers,
    directory,
    tasks: tasks.filter(({ affiliateId }) => isMeant(affiliateId)),
    segment: segment?.name ?? '',
  };
}

/** Asks anew until all answers are of the same version: figures of two versions do not belong together. */
async function ofOneVersion<Name extends string>(
  ask: () => Readonly<Record<Name, Promise<Listed<Group>>>>,
): Promise<Record<Name, readonly Group[]>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const asked = Object.entries<Promise<Listed<Group>>>(ask());
    const answers = await Promise.all(asked.map(async ([name, answer]) => [name, await answer] as const));
    if (new Set(answers.map(([, { version }]) => version)).size !== 1) continue;
    return Object.fromEntries(answers.map(([name, { rows }]) => [name, rows])) as Record<Name, readonly Group[]>;
  }
  throw new Error('The data changed all the while.');
}

const groupsOf =
  (ledger: LedgerClient, whose: LedgerFilter) =>
  (period: Period, conversions: boolean, groupBy: readonly GroupKey[]): Promise<Listed<Group>> =>
    ledger.groups({
      period,
      basis: 'eventTime',
      filter: conversions ? { ...whose, statuses: CONVERSION_STATUSES } : whose,
      groupBy,
      measures: FIGURE_MEASURES,
      sort: [],
      window: ALL_GROUPS,
    });

const clicksOf =
  (ledger: LedgerClient, whose: LedgerFilter) =>
  (period: Period): Promise<Listed<Group>> =>
    ledger.groups({
      book: 'clicks',
      period,
      basis: 'eventTime',
      filter: whose,
      groupBy: ['partner'],
      measures: ['quantity'],
      sort: [],
      window: ALL_GROUPS,
    });
