import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { Repeat } from '#shared/domain/tasks/repeat.ts';
import { PLAIN_TASK, type Priority, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import { addDays, DAY_MS } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';

interface Plan {
  readonly title: string;
  readonly note?: string;
  readonly affiliate?: string;
  /** Days from today; null: whenever. */
  readonly inDays: number | null;
  readonly time?: string;
  readonly doneDaysAgo?: number;
  readonly priority?: Priority;
  readonly repeat?: Repeat;
  readonly steps?: readonly string[];
}

/** What is due today has no time, and what is overdue was due before it came: none of it reminds at once. */
const PLANS: readonly Plan[] = [
  {
    title: 'Ask Fetch & Save where they found the code TREATS5',
    note: 'It was meant for newsletter readers only. Reverse nothing before they have answered.',
    affiliate: 'Fetch & Save',
    inDays: -2,
    priority: 'high',
  },
  {
    title: 'Approve last month’s commissions before they lock',
    inDays: 0,
    priority: 'high',
    repeat: { kind: 'pattern', days: '1 * *', every: 1 },
    steps: ['Look through the reversals', 'Ask about orders without a customer', 'Approve the rest'],
  },
  { title: 'Thank Happy Tails Blog for the winter coat review', affiliate: 'Happy Tails Blog', inDays: 0 },
  {
    title: 'Call PawPoints Cashback about the holiday placement',
    note: 'They offered the second slot on the home page for two weeks. Our limit is a flat fee of 400 dollars.',
    affiliate: 'PawPoints Cashback',
    inDays: 1,
    time: '10:00',
  },
  { title: 'Send the new banners to Hund & Herz', affiliate: 'Hund & Herz', inDays: 2 },
  {
    title: 'Ask Groomers’ Corner why their sales stopped',
    note: 'Nothing for two weeks, and their links still work.',
    affiliate: 'Groomers’ Corner',
    inDays: 4,
    time: '14:30',
  },
  { title: 'Send Corgi Chronicles the winter samples', affiliate: 'Corgi Chronicles', inDays: 3 },
  { title: 'Test the link of Barkour Berlin', affiliate: 'Barkour Berlin', inDays: 1 },
  { title: 'Answer Budgie Bulletin about the rate', affiliate: 'Budgie Bulletin', inDays: 2, priority: 'high' },
  {
    title: 'Look through the week',
    inDays: 5,
    repeat: { kind: 'pattern', days: '* * 5', every: 1 },
    priority: 'low',
  },
  {
    title: 'Call Hund & Herz',
    affiliate: 'Hund & Herz',
    inDays: 9,
    repeat: { kind: 'after-contact', days: 30 },
  },
  { title: 'Compare commission rates of the five best affiliates', inDays: 9 },
  { title: 'Find two aquarium partners in Spain', inDays: null },
  {
    title: 'Welcome Corgi Chronicles',
    affiliate: 'Corgi Chronicles',
    inDays: -3,
    doneDaysAgo: 3,
  },
  { title: 'Import last month’s exports', inDays: -6, doneDaysAgo: 5 },
];

/** The sample's tasks, around `now` (epoch ms) on the zone's calendar, about those of `affiliates` that they name. */
export function sampleTasks(affiliates: readonly Affiliate[], now: number, zone: string): readonly Task[] {
  const today = dayOf(now, zone);
  return PLANS.map(({ title, note = '', affiliate, inDays, time, doneDaysAgo, steps = [], ...rest }): Task => ({
    id: crypto.randomUUID(),
    title,
    note,
    affiliateId: affiliates.find(({ name }) => name === affiliate)?.id ?? null,
    due: inDays === null ? null : { day: addDays(today, inDays), time: (time as TimeOfDay | undefined) ?? null },
    ...PLAIN_TASK,
    ...rest,
    steps: steps.map((text) => ({ id: crypto.randomUUID(), text, done: false })),
    snoozedUntil: null,
    doneAt: doneDaysAgo === undefined ? null : now - doneDaysAgo * DAY_MS,
    createdAt: now,
    sample: true,
  }));
}

/** The sample's report schedule. It writes nothing before she has chosen a folder and switched it on. */
export const sampleSchedule = (now: number): ReportSchedule => ({
  id: crypto.randomUUID(),
  report: 'weekly-performance',
  weekday: 1,
  time: '08:00' as TimeOfDay,
  segmentId: '',
  folderId: null,
  folderName: '',
  active: false,
  createdAt: now,
  sample: true,
});
