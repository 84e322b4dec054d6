import type { Affiliate, PartnerLink, Tier } from '../affiliates/affiliate.ts';
import { largestAudience, tierOf, type TierBounds } from '../affiliates/tiers.ts';
import type { CurrencyFigures, Directory } from '../metrics/by-affiliate.ts';
import { nextSteps } from '../pipeline/next-step.ts';
import { stageById, type Stage } from '../pipeline/stage.ts';
import type { Task } from '../tasks/task.ts';
import type { Day } from '../../lib/day.ts';
import { foldWords } from './fold.ts';

/** What of an affiliate does not hang on a period. */
export interface AffiliateFacts {
  readonly affiliate: Affiliate;
  readonly accounts: readonly PartnerLink[];
  /** The tier she has said, else that of their largest audience. */
  readonly tier: Tier | '';
  readonly audience: number | null;
  /** null: in none, or in one that there is no more. */
  readonly stage: Stage | null;
  /** Of all contacts, each once. */
  readonly emails: readonly string[];
  /** What is done next with them: the open task that is due first. */
  readonly next: Task | null;
  /** What is looked through for typed words, folded. */
  readonly text: string;
}

/** An affiliate in the list, with their figures of the period. */
export interface AffiliateRow extends AffiliateFacts {
  /** The one with the most revenue first. */
  readonly byCurrency: readonly CurrencyFigures[];
  /** In the period; null where no source tells. */
  readonly clicks: bigint | null;
  /** null: there never was one; undefined: not known yet. */
  readonly lastConversion: Day | null | undefined;
}

export interface FactSources {
  readonly directory: Pick<Directory, 'affiliates' | 'accountsOf'>;
  readonly stages: readonly Stage[];
  readonly bounds: TierBounds;
  readonly tasks: readonly Task[];
}

/** Everyone in the order of the directory, which is that of their names. */
export function affiliateFacts({ directory, stages, bounds, tasks }: FactSources): readonly AffiliateFacts[] {
  const steps = nextSteps(tasks);
  return directory.affiliates.map((affiliate) => {
    const accounts = directory.accountsOf(affiliate.id);
    const emails = [...new Set(affiliate.contacts.map(({ email }) => email).filter((email) => email !== ''))];
    return {
      affiliate,
      accounts,
      tier: tierOf(affiliate, bounds),
      audience: largestAudience(affiliate),
      stage: stageById(stages, affiliate.standing?.stageId),
      emails,
      next: steps.get(affiliate.id) ?? null,
      text: searchText(affiliate, accounts),
    };
  });
}

/** Names, ids, sites, channels, e-mails and codes, one a line, so that no words meet across two of them. */
function searchText(affiliate: Affiliate, accounts: readonly PartnerLink[]): string {
  const { name, company, contacts, paymentEmail, sites, social, couponCodes } = affiliate;
  return [
    name,
    company,
    paymentEmail,
    ...contacts.flatMap((contact) => [contact.name, contact.email]),
    ...sites,
    ...social.map(({ address }) => address),
    ...couponCodes,
    ...accounts.map(({ partnerId }) => partnerId),
  ]
    .map(foldWords)
    .join('\n');
}

/** What the list shows: those who have all the typed words and meet every condition that is asked. */
export interface AffiliateFilter {
  readonly text: string;
  /** By condition: any of these values. Without values nothing is asked. */
  readonly is: Readonly<Record<string, readonly string[]>>;
}

export const NO_FILTER: AffiliateFilter = { text: '', is: {} };

/** Something affiliates can be told apart by. */
export interface Condition {
  readonly id: string;
  readonly label: string;
  /** '' for none. */
  readonly valuesOf: (row: AffiliateFacts) => readonly string[];
  /** A value as she reads it. */
  readonly wordOf: (value: string) => string;
  /** The order in which values are offered; left out: by their words. */
  readonly order?: readonly string[];
}

/** Conditions that are asked, with the values of which they want one. */
export const conditionsAsked = (filter: AffiliateFilter, conditions: readonly Condition[]): readonly Condition[] =>
  conditions.filter(({ id }) => (filter.is[id] ?? []).length > 0);

/** Those of the rows that are meant, in their order. */
export function filterAffiliates<Row extends AffiliateFacts>(
  rows: readonly Row[],
  filter: AffiliateFilter,
  conditions: readonly Condition[],
): readonly Row[] {
  const words = foldWords(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const asked = conditionsAsked(filter, conditions).map(({ id, valuesOf }) => ({
    wanted: new Set(filter.is[id]),
    valuesOf,
  }));
  if (words.length === 0 && asked.length === 0) return rows;
  return rows.filter(
    (row) =>
      words.every((word) => row.text.includes(word)) &&
      asked.every(({ wanted, valuesOf }) => valuesOf(row).some((value) => wanted.has(value))),
  );
}

/** A value of a condition, and how many have it. */
export interface ConditionChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values of a condition that somebody has, and those that are asked for; "none" comes last. */
export function choicesOf(
  condition: Condition,
  rows: readonly AffiliateFacts[],
  asked: readonly string[],
  locale: string,
): readonly ConditionChoice[] {
  const counts = new Map<string, number>(asked.map((value) => [value, 0]));
  for (const row of rows) for (const value of condition.valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const place = (value: string): number => {
    const at = condition.order?.indexOf(value) ?? -1;
    return value === '' ? Number.MAX_SAFE_INTEGER : at < 0 ? (condition.order?.length ?? 0) : at;
  };
  return [...counts]
    .map(([value, count]) => ({ value, label: condition.wordOf(value), count }))
    .sort((a, b) => place(a.value) - place(b.value) || compare(a.label, b.label));
}
