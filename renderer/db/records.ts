import type { PeriodChoice } from '#shared/domain/metrics/period.ts';
import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Activity } from '#shared/domain/affiliates/activity.ts';
import type { CustomField } from '#shared/domain/affiliates/custom-field.ts';
import type { Mention } from '#shared/domain/affiliates/mention.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { OwnProfile } from '#shared/domain/imports/own-profile.ts';
import type { DateOrder } from '#shared/domain/imports/types.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import type { Given, LinkPattern, Material } from '#shared/domain/materials/material.ts';
import type { Checklist, Progress } from '#shared/domain/pipeline/checklist.ts';
import type { Stage } from '#shared/domain/pipeline/stage.ts';
import type { QuietHours } from '#shared/domain/schedules/due.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { Day, WeekStart } from '#shared/lib/day.ts';
import type { SavedView, TableLook } from '#shared/lib/table-look.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import type { TaskRule, TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import type { Task, TimeOfDay } from '#shared/domain/tasks/task.ts';

/** What is remembered of a source profile, so that it is asked once. Keys the table `profileSettings`. */
export interface ProfileSettings {
  readonly profileId: string;
  readonly program: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly zone: string;
  /** Partner id, for a publisher's own export. */
  readonly partner: string;
  /** '' as long as nobody had to say. */
  readonly dateOrder: DateOrder | '';
  /** Her meanings of status words (lower case), over the profile's. */
  readonly words: Readonly<Record<string, Status>>;
}

/** What the list of an import said of an affiliate: taken back when the import is undone. */
export interface MentionRecord extends Mention {
  readonly importId: string;
  readonly affiliateId: string;
}

/** What a person chose for the whole program. */
export interface Preferences {
  /** The program's time zone (IANA name): instants fall on days by it. */
  readonly zone: string;
  readonly period: PeriodChoice;
  readonly rows: 'compact' | 'normal' | 'roomy';
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
  readonly reportFolder: { readonly folderId: string; readonly name: string } | null;
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

export type PreferenceRecord = {
  readonly [K in keyof Preferences]: { readonly key: K; readonly value: Preferences[K] };
}[keyof Preferences];

/**
 * What the program keeps about its own data. `install`: which database this is, compared with what main remembers.
 * `ledger`: written with every apply and undo, in their transaction, so that a missing segment is noticed.
 */
export type MetaRecord =
  { readonly key: 'install'; readonly installId: string; readonly createdAt: number } | LedgerMeta;

export interface LedgerMeta {
  readonly key: 'ledger';
  /** Sequence number of the last import, undone ones included; 0 before the first. */
  readonly sequence: number;
  /** Segments that are stored, and the rows in them. */
  readonly segments: number;
  readonly rows: number;
}

/** Records a person edits, by table. */
export interface Editable {
  readonly affiliates: Affiliate;
  readonly links: PartnerLink;
  readonly profileSettings: ProfileSettings;
  readonly ownProfiles: OwnProfile;
  readonly preferences: PreferenceRecord;
  readonly tasks: Task;
  readonly schedules: ReportSchedule;
  readonly inbox: InboxEntry;
  readonly activities: Activity;
  readonly savedSegments: SavedSegment;
  readonly checklists: Checklist;
  readonly progress: Progress;
  readonly templates: Template;
  readonly questions: Question;
  readonly materials: Material;
  readonly given: Given;
  readonly taskTemplates: TaskTemplate;
  readonly taskRules: TaskRule;
}

/** One record before and after an edit; null where there is none. */
export type Change = {
  readonly [T in keyof Editable]: {
    readonly table: T;
    readonly before: Editable[T] | null;
    readonly after: Editable[T] | null;
  };
}[keyof Editable];

/** One step that can be taken back. */
export interface JournalEntry {
  /** Place on the stack, from 1. */
  readonly order: number;
  /** What was done, for "Undo rename of Pawsome Deals". */
  readonly label: string;
  readonly changes: readonly Change[];
  readonly undone: boolean;
}
