import type { Activity, ActivityKind } from '../affiliates/activity.ts';
import type { PartnerLink } from '../affiliates/affiliate.ts';
import type { Mention } from '../affiliates/mention.ts';
import type { Question } from '../conversations/question.ts';
import type { ImportRecord } from '../imports/record.ts';
import type { Task } from './task.ts';

export type TimelineKind = ActivityKind | 'task' | 'question' | 'import';

/** One line of an affiliate's timeline, and what it is about. */
export interface TimelineEntry {
  /** Names it among all of one affiliate. */
  readonly key: string;
  readonly kind: TimelineKind;
  /** Epoch ms. */
  readonly at: number;
  readonly title: string;
  /** '' if the title says all. */
  readonly text: string;
  readonly of:
    | { readonly kind: 'activity'; readonly activity: Activity }
    | { readonly kind: 'task'; readonly task: Task }
    | { readonly kind: 'question'; readonly question: Question }
    | { readonly kind: 'import'; readonly importId: string };
}

/** An import that had to do with an affiliate. */
export interface MetImport {
  readonly record: Pick<ImportRecord, 'id' | 'fileName' | 'profileName' | 'appliedAt'>;
  /** They came with it. */
  readonly brought: boolean;
  /** What its list said of them, null if it is no list or did not speak of them. */
  readonly mention: Pick<Mention, 'said'> | null;
  /** Accounts that it brought. */
  readonly accounts: readonly Pick<PartnerLink, 'network' | 'partnerId'>[];
}

export interface TimelineFacts {
  readonly activities: readonly Activity[];
  readonly tasks: readonly Task[];
  readonly questions: readonly Question[];
  readonly imports: readonly MetImport[];
}

/** Everything that happened with one affiliate, newest first; what happened at one instant in a settled order. */
export function timeline({ activities, tasks, questions, imports }: TimelineFacts): readonly TimelineEntry[] {
  const entries = [
    ...activities.map(activityEntry),
    ...tasks.flatMap(taskEntries),
    ...questions.flatMap(questionEntries),
    ...imports.map(importEntry),
  ];
  return entries.sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

const activityEntry = (activity: Activity): TimelineEntry => ({
  key: `activity ${activity.id}`,
  kind: activity.kind,
  at: activity.at,
  title: activity.title,
  text: activity.text,
  of: { kind: 'activity', activity },
});

function taskEntries(task: Task): readonly TimelineEntry[] {
  const { id, title, note, createdAt, doneAt } = task;
  const entry = { kind: 'task', of: { kind: 'task', task } } as const;
  const written: TimelineEntry = { ...entry, key: `task ${id}`, at: createdAt, title: `To do: ${title}`, text: note };
  if (doneAt === null) return [written];
  return [written, { ...entry, key: `task ${id} done`, at: doneAt, title: `Done: ${title}`, text: '' }];
}

function questionEntries(question: Question): readonly TimelineEntry[] {
  const { id, title, text, resolution, askedAt, resolvedAt } = question;
  const entry = { kind: 'question', of: { kind: 'question', question } } as const;
  const asked: TimelineEntry = { ...entry, key: `question ${id}`, at: askedAt, title: `Asked: ${title}`, text };
  if (resolvedAt === null) return [asked];
  const end = { key: `question ${id} resolved`, at: resolvedAt, title: `Resolved: ${title}`, text: resolution };
  return [asked, { ...entry, ...end }];
}

function importEntry({ record, brought, mention, accounts }: MetImport): TimelineEntry {
  const file = `“${record.fileName}”`;
  const names = accounts.map(({ network, partnerId }) => `${network} ${partnerId}`).join(', ');
  const changed = (mention?.said ?? []).filter(({ before, after }) => before !== after).length;
  const title = brought
    ? `Came with ${file}`
    : names !== ''
      ? `${file} brought ${names}`
      : changed > 0
        ? `${file} said something new of them`
        : `${file} names them`;
  return {
    key: `import ${record.id}`,
    kind: 'import',
    at: record.appliedAt,
    title,
    text: record.profileName,
    of: { kind: 'import', importId: record.id },
  };
}
