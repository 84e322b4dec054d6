import type { Activity } from '#shared/domain/affiliates/activity.ts';
import type { AffiliateKind, SocialKind } from '#shared/domain/affiliates/affiliate.ts';

/** What the sample says of an affiliate. Days are days ago, but for `contractIn` and `codeIn`: days from today. */
export interface Profile {
  readonly name: string;
  readonly kind: AffiliateKind;
  readonly company?: string;
  /** First name, last name, role. */
  readonly contact: readonly [string, string, string];
  readonly country: string;
  readonly language: string;
  /** People a month. */
  readonly site?: number;
  readonly social?: readonly (readonly [SocialKind, string, number])[];
  readonly tags?: readonly string[];
  readonly code?: string;
  readonly codeIn?: number;
  readonly contractIn?: number;
  readonly joined?: number;
  readonly foundThrough: string;
  readonly mail?: 'yes' | 'no';
  /** Through the pipeline: stage and days ago. */
  readonly way: readonly (readonly [stageId: string, daysAgo: number])[];
  readonly reason?: string;
  readonly heard?: readonly (readonly [Activity['kind'], number, string, string?])[];
}

const UP = (active: number): Profile['way'] => [
  ['contacted', active + 45],
  ['in-talks', active + 38],
  ['applied', active + 24],
  ['approved', active + 21],
  ['onboarding', active + 20],
  ['active', active],
];

/** Affiliates of the sample's exports, by name. */
export const PARTNERS: readonly Profile[] = [
  {
    ...{ name: 'Happy Tails Blog', kind: 'content', country: 'US', language: 'English', foundThrough: 'Search' },
    contact: ['Maya', 'Ortiz', 'Editor'],
    ...{ site: 84_000, social: [['instagram', '@happytails', 46_000]], tags: ['dogs', 'reviews'], joined: 420 },
    ...{ contractIn: 24, mail: 'yes', way: UP(420), reason: 'Good fit' },
    heard: [
      [
        'mail',
        3,
        'Winter coat review is online',
        'Four coats compared, ours came out second. They ask for two more sizes to test.',
      ],
      [
        'call',
        34,
        'Plans for the holidays',
        'They want a gift guide with six products. Samples go out in the first week of the month.',
      ],
    ],
  },
  {
    ...{ name: 'Fetch & Save', kind: 'coupon', company: 'Save Media Inc.', country: 'US', language: 'English' },
    ...{ contact: ['Rob', 'Keller', 'Partner manager'], foundThrough: 'Network', site: 1_400_000, tags: ['coupons'] },
    ...{ code: 'FETCH10', codeIn: 12, joined: 500, mail: 'yes', way: UP(500) },
    heard: [['mail', 19, 'Code TREATS5 on their page', 'Asked where they found it. No answer yet.']],
  },
  {
    ...{ name: 'PawPoints Cashback', kind: 'cashback', company: 'PawPoints LLC', country: 'US', language: 'English' },
    ...{ contact: ['Dana', 'Whitfield', 'Account manager'], foundThrough: 'Network', site: 640_000, joined: 510 },
    ...{ tags: ['cashback'], contractIn: 70, mail: 'yes', way: UP(510) },
    heard: [
      [
        'meeting',
        12,
        'Holiday placement',
        'Second slot on the home page for two weeks. They ask for 600 dollars, our limit is 400.',
      ],
    ],
  },
  {
    ...{
      name: 'Corgi Chronicles',
      kind: 'influencer',
      country: 'US',
      language: 'English',
      foundThrough: 'Social media',
    },
    ...{
      contact: ['Tess', 'Lindqvist', ''],
      code: 'CORGI15',
      codeIn: 60,
      joined: 9,
      mail: 'yes',
      tags: ['dogs', 'video'],
    },
    social: [
      ['tiktok', '@corgichronicles', 310_000],
      ['youtube', 'youtube.com/@corgichronicles', 58_000],
    ],
    way: [
      ['found', 40],
      ['contacted', 36],
      ['in-talks', 28],
      ['applied', 14],
      ['approved', 12],
      ['onboarding', 9],
    ],
    reason: 'Good fit',
    heard: [['mail', 8, 'Welcome', 'Sent the link, the code and the guidelines.']],
  },
  {
    ...{ name: 'Hund & Herz', kind: 'content', company: 'Herzblatt Verlag GmbH', country: 'DE', language: 'German' },
    ...{ contact: ['Jana', 'Weiß', 'Redaktion'], foundThrough: 'Trade fair', site: 122_000, tags: ['dogs', 'vip'] },
    ...{ joined: 380, contractIn: 110, mail: 'yes', way: UP(380) },
    heard: [['call', 21, 'New banners', 'They need the German ones in 300 × 600.']],
  },
  {
    ...{ name: 'Groomers’ Corner', kind: 'content', country: 'US', language: 'English', foundThrough: 'Network' },
    ...{ contact: ['Bill', 'Nakamura', 'Owner'], site: 9_500, joined: 300, mail: 'yes' },
    way: [...UP(300), ['dormant', 6]],
    heard: [['mail', 75, 'How is it going', 'No answer.']],
  },
  {
    ...{ name: 'Nager-Nest', kind: 'content', country: 'DE', language: 'German', foundThrough: 'Network' },
    ...{ contact: ['Ole', 'Brandt', ''], site: 6_200, joined: 260, mail: 'no', way: [...UP(260), ['dormant', 4]] },
  },
  {
    ...{ name: 'The Daily Wag', kind: 'email', country: 'US', language: 'English', foundThrough: 'Recommendation' },
    ...{ contact: ['Priya', 'Shah', 'Publisher'], site: 31_000, tags: ['newsletter'], joined: 470, mail: 'yes' },
    ...{ way: UP(470), heard: [['mail', 27, 'Slot in the November issue']] },
  },
  {
    ...{ name: 'Café des Chiens', kind: 'content', country: 'FR', language: 'French', foundThrough: 'Trade fair' },
    ...{ contact: ['Élodie', 'Marchand', 'Rédactrice'], site: 18_000, joined: 240, mail: 'yes', way: UP(240) },
    social: [['instagram', '@cafedeschiens', 12_500]],
  },
  {
    ...{ name: 'Barkour Berlin', kind: 'influencer', country: 'DE', language: 'German', foundThrough: 'Social media' },
    ...{ contact: ['Lena', 'Fuchs', ''], social: [['instagram', '@barkour.berlin', 27_000]], joined: 8, mail: 'yes' },
    way: [
      ['contacted', 30],
      ['in-talks', 21],
      ['applied', 12],
      ['approved', 10],
      ['onboarding', 8],
    ],
  },
  {
    ...{ name: 'The Indoor Cat', kind: 'content', company: 'Feline Media Ltd', country: 'US', language: 'English' },
    ...{ contact: ['Grace', 'Okafor', 'Editor'], foundThrough: 'Search', site: 52_000, tags: ['cats'], joined: 330 },
    ...{ mail: 'yes', way: UP(330) },
  },
  {
    ...{ name: 'Pet Gear Lab', kind: 'comparison', country: 'US', language: 'English', foundThrough: 'Search' },
    ...{ contact: ['Sam', 'Reyes', 'Head of content'], site: 210_000, tags: ['reviews', 'vip'], joined: 410 },
    ...{ contractIn: 9, mail: 'yes', way: UP(410) },
  },
];

/** Those whom she would like to have, and one who will not be. */
export const PROSPECTS: readonly Profile[] = [
  {
    ...{ name: 'Snout & About', kind: 'content', country: 'GB', language: 'English', foundThrough: 'Search' },
    ...{ contact: ['Holly', 'Pearce', 'Editor'], site: 23_000, tags: ['dogs', 'travel'], way: [['found', 5]] },
  },
  {
    ...{
      name: 'Terrarium Tales',
      kind: 'influencer',
      country: 'US',
      language: 'English',
      foundThrough: 'Social media',
    },
    contact: ['Kai', 'Morgan', ''],
    ...{ social: [['youtube', 'youtube.com/@terrariumtales', 94_000]], way: [['found', 2]] },
  },
  {
    ...{ name: 'Mops Magazin', kind: 'content', country: 'DE', language: 'German', foundThrough: 'Search' },
    ...{
      contact: ['Uwe', 'Hartmann', 'Chefredakteur'],
      site: 15_500,
      mail: 'yes',
      way: [
        ['found', 16],
        ['contacted', 11],
      ],
    },
    heard: [['mail', 11, 'Would you like to work with Pawsome Pets?']],
  },
  {
    ...{ name: 'Budgie Bulletin', kind: 'email', country: 'GB', language: 'English', foundThrough: 'Recommendation' },
    contact: ['Nora', 'Flynn', 'Publisher'],
    ...{
      site: 4_800,
      mail: 'yes',
      way: [
        ['found', 31],
        ['contacted', 27],
        ['in-talks', 18],
      ],
    },
    heard: [
      ['mail', 27, 'Would you like to work with Pawsome Pets?'],
      ['call', 18, 'First call', 'Interested. Wants 12 % for the first three months.'],
    ],
  },
  {
    ...{ name: 'Paws on Wheels', kind: 'influencer', country: 'US', language: 'English', foundThrough: 'Trade fair' },
    contact: ['Jess', 'Tran', ''],
    ...{
      social: [['instagram', '@pawsonwheels', 140_000]],
      mail: 'yes',
      way: [
        ['found', 22],
        ['contacted', 20],
        ['in-talks', 7],
      ],
    },
    heard: [['meeting', 7, 'Met at the fair', 'Travels with two dogs, needs a car seat to show.']],
  },
  {
    ...{ name: 'Hamster HQ', kind: 'content', country: 'US', language: 'English', foundThrough: 'Application' },
    ...{ contact: ['Eli', 'Brooks', 'Owner'], site: 7_300, mail: 'yes', way: [['applied', 3]] },
  },
  {
    ...{ name: 'Nine Lives Newsletter', kind: 'email', company: 'Feline Media', country: 'US', language: 'English' },
    ...{
      contact: ['Grace', 'Okafor', ''],
      foundThrough: 'Application',
      site: 11_000,
      mail: 'yes',
      way: [['applied', 1]],
    },
  },
  {
    ...{ name: 'Deal Dachshund', kind: 'coupon', country: 'US', language: 'English', foundThrough: 'Application' },
    ...{
      contact: ['Vic', 'Doyle', ''],
      site: 300_000,
      way: [
        ['applied', 50],
        ['ended', 48],
      ],
      reason: 'Not a fit',
    },
  },
];
