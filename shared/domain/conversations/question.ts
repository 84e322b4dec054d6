import type { Day } from '../../lib/day.ts';

export const QUESTION_KINDS = ['missing-commission', 'tracking', 'payment', 'creative', 'terms', 'other'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** `waiting`: for somebody else's answer. */
export const QUESTION_STATUSES = ['open', 'waiting', 'resolved'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** A transaction as networks name it; the ledger finds its rows by `about`. */
export interface TransactionName {
  readonly network: string;
  readonly program: string;
  readonly transactionId: string;
}

/** Something an affiliate asked or complained of. */
export interface Question {
  readonly id: string;
  readonly affiliateId: string;
  readonly kind: QuestionKind;
  readonly status: QuestionStatus;
  /** One line. */
  readonly title: string;
  readonly text: string;
  readonly due: Day | null;
  readonly transactions: readonly TransactionName[];
  /** How it ended; '' while it has not. */
  readonly resolution: string;
  /** Epoch ms. */
  readonly askedAt: number;
  /** Epoch ms; null while it is not resolved. */
  readonly resolvedAt: number | null;
  readonly sample: boolean;
}
