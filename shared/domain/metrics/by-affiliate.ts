import type { Affiliate, PartnerLink } from '../affiliates/affiliate.ts';
import type { Group, PartnerKey } from '../ledger/query.ts';
import { byPreference } from './currencies.ts';
import { addSums, figures, statusSum, type Figures, type StatusSum } from './figures.ts';

/** Who is who: affiliates by id and by the partner ids that networks know them under. */
export interface Directory {
  readonly affiliates: readonly Affiliate[];
  byId(id: string): Affiliate | undefined;
  ofPartner(partner: PartnerKey): Affiliate | undefined;
  partnersOf(id: string): readonly PartnerKey[];
  /** The same with what the networks say of them. */
  accountsOf(id: string): readonly PartnerLink[];
}

const keyOf = ({ network, partnerId }: PartnerKey): string => `${network}\u0000${partnerId}`;

const NO_ACCOUNTS: readonly PartnerLink[] = [];

export function makeDirectory(affiliates: readonly Affiliate[], links: readonly PartnerLink[]): Directory {
  const byId = new Map(affiliates.map((affiliate) => [affiliate.id, affiliate]));
  const byPartner = new Map(links.map((link) => [keyOf(link), byId.get(link.affiliateId)]));
  const partners = Map.groupBy(links, (link) => link.affiliateId);
  return {
    affiliates,
    byId: (id) => byId.get(id),
    ofPartner: (partner) => byPartner.get(keyOf(partner)),
    partnersOf: (id) => (partners.get(id) ?? []).map(({ network, partnerId }) => ({ network, partnerId })),
    accountsOf: (id) => partners.get(id) ?? NO_ACCOUNTS,
  };
}

/** One affiliate's figures in one currency. */
export interface CurrencyFigures {
  readonly currency: string;
  readonly figures: Figures;
}

/** A sum of one group that was asked for by status (and whatever else). */
export function sumOf({ status = 'unknown', measures }: Group): StatusSum {
  return statusSum(status, (measure) => measures[measure] ?? 0n);
}

/** All clicks of groups of the clicks' book; null if there are none: no source tells. */
export function clicksOf(groups: readonly Group[]): bigint | null {
  const clicks = groups.reduce((sum, { measures }) => sum + (measures.quantity ?? 0n), 0n);
  return clicks === 0n ? null : clicks;
}

/** Clicks by affiliate, of groups by partner of the clicks' book. Those of partners nobody is linked to are left out. */
export function clicksByAffiliate(groups: readonly Group[], directory: Directory): ReadonlyMap<string, bigint | null> {
  const byAffiliate = Map.groupBy(groups, (group) => group.partner && directory.ofPartner(group.partner)?.id);
  return new Map([...byAffiliate].flatMap(([id, same]) => (id === undefined ? [] : [[id, clicksOf(same)] as const])));
}

/**
 * Groups by status and currency to figures by currency: preferred ones in their order, then the one with the most revenue
 * first. `clicks` as for `figures`.
 */
export function figuresByCurrency(
  groups: readonly Group[],
  preferred: readonly string[] = [],
  clicks: bigint | null = null,
): readonly CurrencyFigures[] {
  const bySize = [...Map.groupBy(groups, (group) => group.currency ?? '')]
    .map(([currency, same]) => ({ currency, figures: figures(addSums(same.map(sumOf)), clicks) }))
    .sort(
      (a, b) => compare(b.figures.revenue, a.figures.revenue) || compare(b.figures.conversions, a.figures.conversions),
    );
  return byPreference(bySize, preferred, ({ currency }) => currency);
}

/**
 * Groups by partner, status and currency to figures by affiliate and currency. Rows whose partner nobody is linked to are left
 * out. `clicks`: by affiliate (clicksByAffiliate).
 */
export function figuresByAffiliate(
  groups: readonly Group[],
  directory: Directory,
  preferred: readonly string[] = [],
  clicks: ReadonlyMap<string, bigint | null> = new Map(),
): ReadonlyMap<string, readonly CurrencyFigures[]> {
  const byAffiliate = Map.groupBy(groups, (group) => group.partner && directory.ofPartner(group.partner)?.id);
  return new Map(
    [...byAffiliate].flatMap(([id, same]) =>
      id === undefined ? [] : [[id, figuresByCurrency(same, preferred, clicks.get(id) ?? null)] as const],
    ),
  );
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
