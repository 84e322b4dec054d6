import type { Affiliate, SocialKind } from './affiliate.ts';
import { sitePlace, socialPlace } from './places.ts';

/** Where an affiliate is found, and by how many: a site (people a month) or a social channel (followers). */
export interface Channel {
  readonly kind: 'site' | SocialKind;
  readonly address: string;
  /** null: nobody has said. */
  readonly audience: number | null;
}

export type ChannelFields = Pick<Affiliate, 'sites' | 'social' | 'audiences'>;

const placeOf = ({ kind, address }: Pick<Channel, 'kind' | 'address'>): string =>
  kind === 'site' ? sitePlace(address) : socialPlace(kind, address);

/** Sites first, then social channels, in the order in which they came. */
export function channelsOf({ sites, social, audiences }: ChannelFields): readonly Channel[] {
  const all = [...sites.map((address) => ({ kind: 'site' as const, address })), ...social];
  return all.map(({ kind, address }) => ({ kind, address, audience: audiences[placeOf({ kind, address })] ?? null }));
}

/**
 * The same with these channels and no others: of two that mean the same place the first stands. Audiences of places that are no longer
 * there go with them.
 */
export function withChannels(channels: readonly Channel[]): ChannelFields {
  const byPlace = new Map<string, Channel>();
  for (const channel of channels) {
    const place = placeOf(channel);
    if (!byPlace.has(place)) byPlace.set(place, channel);
  }
  const kept = [...byPlace.values()];
  return {
    sites: kept.flatMap(({ kind, address }) => (kind === 'site' ? [address] : [])),
    social: kept.flatMap(({ kind, address }) => (kind === 'site' ? [] : [{ kind, address }])),
    audiences: Object.fromEntries(
      [...byPlace].flatMap(([place, { audience }]) => (audience === null ? [] : [[place, audience]])),
    ),
  };
}

/** "12,500", "12.5k", "1.2m" as a number of people; null if it is none. */
export function parseAudience(text: string): number | null {
  const typed = text.trim();
  const [, digits = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*([km])$/i.exec(typed) ?? [];
  if (unit !== '') return whole(Number(digits.replace(',', '.')) * (unit.toLowerCase() === 'k' ? 1_000 : 1_000_000));
  // Without a unit there are no parts of a person: marks stand between thousands.
  return /^(?:\d+|\d{1,3}(?:[.,\s]\d{3})+)$/.test(typed) ? whole(Number(typed.replace(/\D/g, ''))) : null;
}

const whole = (number: number): number | null => (Number.isSafeInteger(Math.round(number)) ? Math.round(number) : null);
