import Dexie, { type Table } from 'dexie';
import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Activity } from '#shared/domain/affiliates/activity.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { OwnProfile } from '#shared/domain/imports/own-profile.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Given, Material } from '#shared/domain/materials/material.ts';
import type { Checklist, Progress } from '#shared/domain/pipeline/checklist.ts';
import type { ReportRun, ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import type { RuleMark, TaskRule, TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { JournalEntry, MentionRecord, MetaRecord, PreferenceRecord, ProfileSettings } from './records.ts';
import type { StoredSegment } from './segments.ts';

/** The newest schema this program knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The database of a generation: a restore or a fresh start is a new generation, and the old one stays until it is dropped. */
export const databaseName = (generation: number): string => `desk-${generation}`;

/** The one database. Whoever opens it goes through `open.ts`, which refuses what is newer than the program. */
export class DeskDatabase extends Dexie {
  declare readonly segments: Table<StoredSegment, string>;
  declare readonly imports: Table<ImportRecord, string>;
  /** By import and affiliate; those of undone imports are gone. */
  declare readonly mentions: Table<MentionRecord, [string, string]>;
  declare readonly affiliates: Table<Affiliate, string>;
  /** By network and partner id. */
  declare readonly links: Table<PartnerLink, [string, string]>;
  declare readonly profileSettings: Table<ProfileSettings, string>;
  /** Profiles that she made; by signature of the header. */
  declare readonly ownProfiles: Table<OwnProfile, string>;
  declare readonly preferences: Table<PreferenceRecord, string>;
  declare readonly meta: Table<MetaRecord, string>;
  declare readonly journal: Table<JournalEntry, number>;
  declare readonly tasks: Table<Task, string>;
  declare readonly inbox: Table<InboxEntry, string>;
  declare readonly schedules: Table<ReportSchedule, string>;
  declare readonly runs: Table<ReportRun, string>;
  declare readonly activities: Table<Activity, string>;
  /** Of affiliates; `segments` are the ledger's. */
  declare readonly savedSegments: Table<SavedSegment, string>;
  declare readonly checklists: Table<Checklist, string>;
  declare readonly progress: Table<Progress, string>;
  declare readonly templates: Table<Template, string>;
  declare readonly questions: Table<Question, string>;
  declare readonly materials: Table<Material, string>;
  declare readonly given: Table<Given, string>;
  declare readonly taskTemplates: Table<TaskTemplate, string>;
  declare readonly taskRules: Table<TaskRule, string>;
  declare readonly ruleMarks: Table<RuleMark, string>;

  /**
   * `strict`: a transaction is complete only when it is on the disk (Chromium's default since 121 is weaker).
   * Segments are megabytes each, so Dexie's own cache of results stays off.
   */
  constructor(name: string, migrations: readonly Migration[] = MIGRATIONS) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
  }
}
