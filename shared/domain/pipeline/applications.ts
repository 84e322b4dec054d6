import type { Affiliate, PartnerLink } from '../affiliates/affiliate.ts';
import { accountStanding } from './account-words.ts';
import { stageOf } from './board.ts';
import type { Stage } from './stage.ts';

/** Somebody who waits for a yes or no. */
export interface Application {
  readonly affiliate: Affiliate;
  /** Where they are known, every account of theirs. */
  readonly accounts: readonly PartnerLink[];
  /** Epoch ms: since when they stand among the applications, else since when they are known here. */
  readonly since: number;
}

/**
 * Who waits for a yes or no, the longest first: whoever stands in a stage of applications, and whoever has an account that waits by
 * its network's own word, as long as they are in no stage that has answered already (of partners, or of the lost).
 */
export function applications(
  affiliates: readonly Affiliate[],
  links: readonly PartnerLink[],
  stages: readonly Stage[],
): readonly Application[] {
  const accounts = Map.groupBy(links, ({ affiliateId }) => affiliateId);
  return affiliates
    .flatMap((affiliate): readonly Application[] => {
      const theirs = accounts.get(affiliate.id) ?? [];
      const stage = stageOf(affiliate, stages);
      const applied = stage?.kind === 'applied';
      const open = stage === null || stage.kind === 'open';
      if (!applied && !(open && theirs.some(({ status }) => accountStanding(status) === 'waits'))) return [];
      return [{ affiliate, accounts: theirs, since: (applied && affiliate.standing?.since) || affiliate.createdAt }];
    })
    .sort((a, b) => a.since - b.since || (a.affiliate.id < b.affiliate.id ? -1 : 1));
}

/**
 * Who works for the program already and is not on the board: those with an account that neither waits nor has ended. Somebody known
 * from a list of contacts alone is nobody's partner yet.
 */
export function partnersOffBoard(
  affiliates: readonly Affiliate[],
  links: readonly PartnerLink[],
  stages: readonly Stage[],
): readonly Affiliate[] {
  const working = new Set(
    links.filter(({ status }) => accountStanding(status) === 'unknown').map(({ affiliateId }) => affiliateId),
  );
  return affiliates.filter((affiliate) => working.has(affiliate.id) && stageOf(affiliate, stages) === null);
}
