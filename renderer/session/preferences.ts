import { create } from 'zustand';
import type { CustomField } from '#shared/domain/affiliates/custom-field.ts';
import type { LinkPattern } from '#shared/domain/materials/material.ts';
import type { PeriodChoice } from '#shared/domain/metrics/period.ts';
import { FIRST_STAGES, type Stage } from '#shared/domain/pipeline/stage.ts';
import type { QuietHours } from '#shared/domain/schedules/due.ts';
import type { Day, WeekStart } from '#shared/lib/day.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { ReportFolder } from '#shared/ipc/contract.ts';
import type { SavedView, TableLook } from '#shared/lib/table-look.ts';

/** How she has the program: the window's copy, read at the start and written back by `app` when it changes. */
export interface PreferencesState {
  /** BCP 47. */
  readonly locale: string;
  /** IANA name of the program's zone. */
  readonly zone: string;
  readonly period: PeriodChoice;
  readonly rows: keyof typeof ROW_HEIGHTS;
  readonly sidebar: 'open' | 'icons';
  /** Single letters as shortcuts. */
  readonly letters: boolean;
  readonly weekStart: WeekStart;
  /** When a task without a time reminds, and "tomorrow morning". */
  readonly morning: TimeOfDay;
  /** False: reminders come to the inbox alone. */
  readonly notifications: boolean;
  readonly quietHours: QuietHours | null;
  /** ISO 4217, in the order in which they are shown; the first is the main one. Others follow by size. */
  readonly currencies: readonly string[];
  /** Files of the watched folder that are known and wholly readable are imported without asking. */
  readonly autoImport: boolean;
  /** Where reports go that have no folder of their own. */
  readonly reportFolder: ReportFolder | null;
  /** Columns, by table. */
  readonly tables: Readonly<Record<string, TableLook>>;
  readonly views: readonly SavedView[];
  /** The pipeline, from left to right. */
  readonly stages: readonly Stage[];
  /** Why partners are won and lost, as she says it; the first ones are offered first. */
  readonly reasons: { readonly won: readonly string[]; readonly lost: readonly string[] };
  readonly customFields: readonly CustomField[];
  /** The smallest audience of each tier above the first. */
  readonly tierBounds: { readonly micro: number; readonly mid: number; readonly macro: number };
  readonly linkPatterns: readonly LinkPattern[];
  /** ISO 8601: 1 Monday to 7 Sunday. */
  readonly workingDays: readonly number[];
  readonly holidays: readonly { readonly day: Day; readonly name: string }[];
  /** When the morning summary comes on working days; null: never. */
  readonly summaryAt: TimeOfDay | null;
  /** Who writes to affiliates: the From of a draft, and `{my name}` and `{brand}` in a template. '' where nobody has said. */
  readonly sender: { readonly name: string; readonly email: string; readonly brand: string };
  /** What she chose in the search, the last first, by its key there. */
  readonly recentPicks: readonly string[];
}

export const ROW_HEIGHTS = { compact: 28, normal: 32, roomy: 40 } as const;

export const usePreferences = create<PreferencesState>()(() => ({
  locale: 'en-US',
  zone: 'UTC',
  period: { kind: 'last-30' },
  rows: 'normal',
  sidebar: 'open',
  letters: true,
  weekStart: 'monday',
  morning: '09:00' as TimeOfDay,
  notifications: true,
  quietHours: null,
  currencies: [],
  autoImport: false,
  reportFolder: null,
  tables: {},
  views: [],
  stages: FIRST_STAGES,
  reasons: {
    won: ['Good fit', 'Asked for by a customer', 'Came from another network'],
    lost: ['No answer', 'Terms', 'Not a fit', 'Broke the rules', 'Stopped by themselves'],
  },
  customFields: [],
  tierBounds: { micro: 10_000, mid: 100_000, macro: 500_000 },
  linkPatterns: [],
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  summaryAt: null,
  sender: { name: '', email: '', brand: '' },
  recentPicks: [],
}));

export const choose = (wish: Partial<PreferencesState>): void => usePreferences.setState(wish);
