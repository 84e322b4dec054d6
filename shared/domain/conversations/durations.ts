import { DAY_MS, daysBetween, type Day } from '../../lib/day.ts';
import { dayOf } from '../../lib/zone.ts';
import { QUESTION_KINDS, type Question, type QuestionKind, type QuestionStatus } from './question.ts';

export const QUESTION_WORDS: Readonly<Record<QuestionKind, string>> = {
  'missing-commission': 'Missing commission',
  tracking: 'Tracking',
  payment: 'Payment',
  creative: 'Creative',
  terms: 'Terms',
  other: 'Other',
};

export const STATUS_WORDS: Readonly<Record<QuestionStatus, string>> = {
  open: 'Open',
  waiting: 'Waiting',
  resolved: 'Resolved',
};

export const isOpen = ({ status }: Pick<Question, 'status'>): boolean => status !== 'resolved';

/** Whether it should have been answered before today. */
export const isOverdue = (question: Pick<Question, 'status' | 'due'>, today: Day): boolean =>
  isOpen(question) && question.due !== null && question.due < today;

/** Overdue or due today: what waits for her. */
export const isWaiting = (question: Pick<Question, 'status' | 'due'>, today: Day): boolean =>
  isOpen(question) && question.due !== null && question.due <= today;

/** Calendar days since it was asked, or, once it is resolved, until then. `today` is the zone's. */
export function questionAge(question: Pick<Question, 'askedAt' | 'resolvedAt'>, today: Day, zone: string): number {
  const end = question.resolvedAt === null ? today : dayOf(question.resolvedAt, zone);
  return Math.max(0, daysBetween(dayOf(question.askedAt, zone), end));
}

/** How long questions of a kind take. Days with their fraction; null where there is nothing to say it of. */
export interface Durations {
  /** null: of all kinds. */
  readonly kind: QuestionKind | null;
  readonly resolved: number;
  readonly median: number | null;
  readonly longest: number | null;
  readonly open: number;
  /** Age of the oldest one that is open. */
  readonly oldest: number | null;
}

/** Of all questions first, then of each kind that there is. */
export function durations(questions: readonly Question[], now: number): readonly Durations[] {
  const kinds = QUESTION_KINDS.filter((kind) => questions.some((question) => question.kind === kind));
  return [null, ...kinds].map((kind) => durationsOf(kind, questions, now));
}

function durationsOf(kind: QuestionKind | null, questions: readonly Question[], now: number): Durations {
  const of = kind === null ? questions : questions.filter((question) => question.kind === kind);
  const days = (from: number, to: number): number => Math.max(0, to - from) / DAY_MS;
  const took = of
    .flatMap(({ askedAt, resolvedAt }) => (resolvedAt === null ? [] : [days(askedAt, resolvedAt)]))
    .sort((a, b) => a - b);
  const open = of.filter(({ resolvedAt }) => resolvedAt === null).map(({ askedAt }) => days(askedAt, now));
  return {
    kind,
    resolved: took.length,
    median: median(took),
    longest: took.at(-1) ?? null,
    open: open.length,
    oldest: open.length === 0 ? null : Math.max(...open),
  };
}

/** The middle of ascending numbers, or the mean of the two in the middle. */
function median(ascending: readonly number[]): number | null {
  const half = Math.floor(ascending.length / 2);
  const upper = ascending[half];
  const lower = ascending[half - 1];
  if (upper === undefined) return null;
  return ascending.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
