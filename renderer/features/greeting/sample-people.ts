import { newActivity, lastContactAfter, type Activity } from '#shared/domain/affiliates/activity.ts';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { withChannels } from '#shared/domain/affiliates/channels.ts';
import { stageById, type Stage } from '#shared/domain/pipeline/stage.ts';
import { addDays, DAY_MS } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { PARTNERS, PROSPECTS, type Profile } from './sample-profiles.ts';

export interface SamplePeople {
  /** As they become; those who are new have no record yet. */
  readonly affiliates: readonly Affiliate[];
  readonly activities: readonly Activity[];
}

/**
 * All that the sample says of people, around `now` (epoch ms): of those whom its exports brought, and of prospects, who come and go with
 * its last import. Nobody has edited them: removing the sample removes them.
 */
export function samplePeople(
  known: readonly Affiliate[],
  importId: string,
  stages: readonly Stage[],
  now: number,
  zone: string,
): SamplePeople {
  const said = PARTNERS.flatMap((profile) => {
    const affiliate = known.find(({ name }) => name === profile.name);
    return affiliate ? [{ affiliate, profile }] : [];
  });
  const prospects = PROSPECTS.map((profile) => ({
    profile,
    affiliate: newAffiliate({
      ...{ id: crypto.randomUUID(), name: profile.name, createdAt: now, createdByImport: importId, editedAt: null },
    }),
  }));
  const told = [...said, ...prospects].map(({ affiliate, profile }) => tell(affiliate, profile, stages, now, zone));
  const named = new Set(said.map(({ affiliate }) => affiliate.id));
  const others = known.filter(({ id }) => !named.has(id)).map((affiliate) => active(affiliate, stages, now));
  return {
    affiliates: [...told.map(({ affiliate }) => affiliate), ...others],
    activities: told.flatMap(({ activities }) => activities),
  };
}

/** Of the rest no more is said than that they work. */
const active = (affiliate: Affiliate, stages: readonly Stage[], now: number): Affiliate => ({
  ...affiliate,
  kind: 'content',
  standing: stageById(stages, 'active') && { stageId: 'active', since: now - 200 * DAY_MS, reason: '' },
});

function tell(affiliate: Affiliate, profile: Profile, stages: readonly Stage[], now: number, zone: string) {
  const { contact, social = [], site, code, codeIn, contractIn, joined, mail = 'unknown', way, heard = [] } = profile;
  const today = dayOf(now, zone);
  const [first, last, role] = contact;
  const domain = `${plain(profile.name)}.example`;
  const steps = way.filter(([id]) => stageById(stages, id));
  const about = { affiliateId: affiliate.id, sample: true };
  const activities: readonly Activity[] = [
    ...steps.map(([to, daysAgo], at) =>
      newActivity({
        ...{ id: crypto.randomUUID(), ...about, kind: 'stage', at: now - daysAgo * DAY_MS },
        title: `Moved to ${stageById(stages, to)?.name ?? ''}`,
        move: { from: steps[at - 1]?.[0] ?? null, to, reason: at === steps.length - 1 ? (profile.reason ?? '') : '' },
      }),
    ),
    ...heard.map(([kind, daysAgo, title, text = '']) =>
      newActivity({
        ...{ id: crypto.randomUUID(), ...about, kind, at: now - daysAgo * DAY_MS, title, text },
        direction: kind === 'mail' || kind === 'call' ? 'out' : '',
      }),
    ),
  ];
  const [stageId, since] = steps.at(-1) ?? [];
  const after: Affiliate = {
    ...affiliate,
    ...withChannels([
      ...(site === undefined ? [] : [{ kind: 'site' as const, address: `https://${domain}`, audience: site }]),
      ...social.map(([kind, address, audience]) => ({ kind, address, audience })),
    ]),
    company: profile.company ?? affiliate.company,
    kind: profile.kind,
    contacts: [{ name: `${first} ${last}`, email: `${plain(first)}@${domain}`, phone: '', role, source: '' }],
    country: profile.country,
    language: profile.language,
    tags: profile.tags ?? [],
    couponCodes: code === undefined ? affiliate.couponCodes : [code],
    codeEnds: code === undefined || codeIn === undefined ? {} : { [code]: addDays(today, codeIn) },
    contractEnd: contractIn === undefined ? '' : addDays(today, contractIn),
    joined: joined === undefined ? '' : addDays(today, -joined),
    lastContact: lastContactAfter('', activities, now, zone),
    privacy: { origin: profile.foundThrough === 'Application' ? 'Application form' : '', mail, note: '' },
    foundThrough: profile.foundThrough,
    standing:
      stageId === undefined || since === undefined
        ? null
        : { stageId, since: now - since * DAY_MS, reason: profile.reason ?? '' },
  };
  return { affiliate: after, activities };
}

/** A name as it stands in an address. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}|’/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
