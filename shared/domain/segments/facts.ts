import type { Day } from '../../lib/day.ts';
import type { Affiliate, PartnerLink } from '../affiliates/affiliate.ts';
import type { CustomField } from '../affiliates/custom-field.ts';
import type { TierBounds } from '../affiliates/tiers.ts';
import type { Stage } from '../pipeline/stage.ts';
import type { SpanFigures } from './figures.ts';

/** What is known of an affiliate beside their own record. */
export interface Around {
  readonly accounts: readonly Pick<PartnerLink, 'network' | 'status'>[];
  readonly openTasks: number;
  readonly overdueTasks: number;
  readonly openQuestions: number;
  /** Checklists they are going through. */
  readonly unfinishedChecklists: number;
  readonly outdatedMaterials: number;
}

export const NOTHING_AROUND: Around = {
  accounts: [],
  openTasks: 0,
  overdueTasks: 0,
  openQuestions: 0,
  unfinishedChecklists: 0,
  outdatedMaterials: 0,
};

/** All that rules look at, of one moment. */
export interface SegmentFacts {
  readonly affiliates: readonly Affiliate[];
  /** By affiliate; who is missing has nothing around them. */
  readonly around: ReadonlyMap<string, Around>;
  readonly today: Day;
  /** IANA name: on which day an instant falls. */
  readonly zone: string;
  readonly tierBounds: TierBounds;
  /** By span (`spanKey`) and affiliate; who is missing has no row in the span. A span that is missing has not been asked for. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, SpanFigures>>;
  /** Day of the last conversion ever; null: it has not been asked for. */
  readonly lastConversions: ReadonlyMap<string, Day> | null;
}

/** What decides which fields there are and what can be chosen in them. */
export interface SegmentSetup {
  readonly stages: readonly Stage[];
  readonly customFields: readonly CustomField[];
  /** Tags, countries, networks and so on, as they are in use. */
  readonly used: UsedWords;
}

export interface UsedWords {
  readonly tags: readonly string[];
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly networks: readonly string[];
  readonly statuses: readonly string[];
  readonly foundThrough: readonly string[];
}

/** The words in use, each once, in order. */
export function usedWords(
  affiliates: readonly Affiliate[],
  accounts: readonly Pick<PartnerLink, 'network' | 'status'>[],
): UsedWords {
  return {
    tags: distinct(affiliates.flatMap(({ tags }) => tags)),
    countries: distinct(affiliates.map(({ country }) => country)),
    languages: distinct(affiliates.map(({ language }) => language)),
    networks: distinct(accounts.map(({ network }) => network)),
    statuses: distinct(accounts.map(({ status }) => status)),
    foundThrough: distinct(affiliates.map(({ foundThrough }) => foundThrough)),
  };
}

const distinct = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].filter((word) => word !== '').sort((a, b) => (a < b ? -1 : 1));
