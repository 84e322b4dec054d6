import type { Day } from '../../lib/day.ts';
import type { PartnerKey } from '../ledger/query.ts';

/** A person at the affiliate. '' for what is not known. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  /** Where the contact is from, as in `Affiliate.sources`; '' once a person has written or changed it. */
  readonly source: string;
}

export const SOCIAL_KINDS = ['youtube', 'instagram', 'tiktok', 'x', 'facebook', 'linkedin'] as const;
export type SocialKind = (typeof SOCIAL_KINDS)[number];

export const SOCIAL_WORDS: Readonly<Record<SocialKind, string>> = {
  youtube: 'YouTube',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  x: 'X',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
};

export interface Social {
  readonly kind: SocialKind;
  /** An address or a handle, as it was given. */
  readonly address: string;
}

/** Single values of an affiliate that a list may fill; '' as long as none has. */
export const SINGLE_FIELDS = ['name', 'company', 'paymentEmail', 'country', 'joined', 'notes'] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

/** What they live on. '' as long as nobody has said. */
export const AFFILIATE_KINDS = [
  'content',
  'coupon',
  'cashback',
  'influencer',
  'email',
  'comparison',
  'b2b',
  'other',
] as const;
export type AffiliateKind = (typeof AFFILIATE_KINDS)[number];

/** By the size of their largest audience; the bounds are the user's (`tiers.ts`). */
export const TIERS = ['nano', 'micro', 'mid', 'macro'] as const;
export type Tier = (typeof TIERS)[number];

/** Whether mail may be sent to them. */
export const MAIL_CONSENTS = ['unknown', 'yes', 'no'] as const;
export type MailConsent = (typeof MAIL_CONSENTS)[number];

/** What a person's data are kept on. '' for what nobody has said. */
export interface Privacy {
  /** Where the data came from, in her words: "application form", "trade fair 2026". */
  readonly origin: string;
  readonly mail: MailConsent;
  /** When and how they said so. */
  readonly note: string;
}

/** Something both have agreed on. */
export interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly signed: Day | '';
  readonly ends: Day | '';
  readonly note: string;
  /** Of the program's own folder; '' without a file. */
  readonly fileId: string;
  readonly fileName: string;
}

/** Where they stand in the pipeline. */
export interface Standing {
  readonly stageId: string;
  /** Epoch ms. */
  readonly since: number;
  /** Why they were won or lost; '' where nobody has said. */
  readonly reason: string;
}

/** A partner of the program, as the coordinator knows them. Their transactions are found through links, never stored here. */
export interface Affiliate {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly notes: string;
  readonly contacts: readonly Contact[];
  /** Where they are paid, '' if nobody has said. */
  readonly paymentEmail: string;
  /** Addresses of their own sites, as they were given. */
  readonly sites: readonly string[];
  readonly social: readonly Social[];
  /** As it was given: a name or a code. */
  readonly country: string;
  readonly couponCodes: readonly string[];
  readonly tags: readonly string[];
  /** When they joined the program. */
  readonly joined: Day | '';
  readonly kind: AffiliateKind | '';
  /** As it was given: a name or a code. */
  readonly language: string;
  /** '' : by their largest audience. */
  readonly tier: Tier | '';
  /** People reached by a site (a month) or a channel (followers), by its place (`sitePlace`, `socialPlace`). */
  readonly audiences: Readonly<Record<string, number>>;
  /** The last day of a coupon code, by the code in capitals. */
  readonly codeEnds: Readonly<Record<string, Day>>;
  readonly contractEnd: Day | '';
  /** The last day on which either wrote, called or met; what is logged moves it on. */
  readonly lastContact: Day | '';
  /** Fields of the user's own, by their id: text, a choice or a day as text, a number as number. What is empty is not there. */
  readonly custom: Readonly<Record<string, string | number>>;
  readonly agreements: readonly Agreement[];
  readonly privacy: Privacy;
  /** null: in no stage of the pipeline. */
  readonly standing: Standing | null;
  /** Through what they were found, as she calls it: "network", "search", "event". */
  readonly foundThrough: string;
  /**
   * Where single values are from: a network, or the profile of a list. A list may change what it has brought itself; what is not
   * named here is the person's own.
   */
  readonly sources: { readonly [F in SingleField]?: string };
  readonly createdAt: number;
  /** The import that met this affiliate first, null for one made by hand. */
  readonly createdByImport: string | null;
  /** Epoch ms of the last edit by a person; null: nobody has touched it, so undoing its import may remove it. */
  readonly editedAt: number | null;
}

/** Joins a network's partner id to an affiliate: one affiliate may have many, one partner id has one affiliate. */
export interface PartnerLink extends PartnerKey {
  readonly affiliateId: string;
  /** The network's own word for where the account stands; '' if it is not known. */
  readonly status: string;
  /** The import that made the link; null once a person has made or moved it. */
  readonly createdByImport: string | null;
}

/** What no list tells of an affiliate, while nobody has said it. */
const UNSAID = {
  kind: '',
  language: '',
  tier: '',
  audiences: {},
  codeEnds: {},
  contractEnd: '',
  lastContact: '',
  custom: {},
  agreements: [],
  privacy: { origin: '', mail: 'unknown', note: '' },
  standing: null,
  foundThrough: '',
} as const;

/** An affiliate of whom nothing but this is known. */
export function newAffiliate(
  known: Pick<Affiliate, 'id' | 'name' | 'createdAt' | 'createdByImport' | 'editedAt'> & Partial<Affiliate>,
): Affiliate {
  return {
    company: '',
    notes: '',
    contacts: [],
    paymentEmail: '',
    sites: [],
    social: [],
    country: '',
    couponCodes: [],
    tags: [],
    joined: '',
    ...UNSAID,
    sources: {},
    ...known,
  };
}

/** A link of which nothing but this is known; without an import it is a person's. */
export function newLink(
  known: Pick<PartnerLink, 'network' | 'partnerId' | 'affiliateId'> & Partial<PartnerLink>,
): PartnerLink {
  return { status: '', createdByImport: null, ...known };
}
