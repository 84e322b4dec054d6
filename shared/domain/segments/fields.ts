import { parseDay, type Day } from '../../lib/day.ts';
import { dayOf } from '../../lib/zone.ts';
import {
  AFFILIATE_KINDS,
  MAIL_CONSENTS,
  SOCIAL_KINDS,
  SOCIAL_WORDS,
  TIERS,
  type Affiliate,
} from '../affiliates/affiliate.ts';
import type { CustomField } from '../affiliates/custom-field.ts';
import { codesOf } from '../affiliates/codes.ts';
import { largestAudience, tierOf } from '../affiliates/tiers.ts';
import { CONSENT_WORDS, KIND_WORDS, TIER_WORDS } from '../affiliates/words.ts';
import { NOTHING_AROUND, type Around, type SegmentFacts, type SegmentSetup } from './facts.ts';
import type { FigureName } from './figures.ts';

export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

interface Named {
  readonly id: string;
  readonly label: string;
  /** In the middle of a sentence: "days in stage", "EPC". */
  readonly phrase: string;
}

/** One of them, and many: "open task", "open tasks". */
export type Nouns = readonly [one: string, many: string];

export interface TextField extends Named {
  readonly type: 'text';
  /** All that stand in it: '' is none of them. */
  read(affiliate: Affiliate, facts: SegmentFacts): readonly string[];
}

export interface ChoiceField extends Named {
  readonly type: 'choice';
  readonly choices: readonly FieldChoice[];
  /** There are no others: a rule about one that is not among them is broken. Else they are the words in use. */
  readonly closed: boolean;
  /** An affiliate may have several. */
  readonly many: boolean;
  read(affiliate: Affiliate, facts: SegmentFacts): readonly string[];
}

export interface FlagField extends Named {
  readonly type: 'flag';
  /** What it means that it holds and that it does not: "has outdated material". */
  readonly says: { readonly yes: string; readonly no: string };
  read(affiliate: Affiliate, facts: SegmentFacts): boolean;
}

export interface NumberField extends Named {
  readonly type: 'number';
  /** money: micros of the main currency; share: of one. */
  readonly unit: 'plain' | 'money' | 'share';
  /** 0 means that there is none, and so does not knowing of any. */
  readonly zeroIsNone: boolean;
  /** What is counted; null: an amount or a value of another kind. */
  readonly nouns: Nouns | null;
  /** Which figure it is, over the span of the rule; null: none, it has no span. */
  readonly figure: FigureName | null;
  read(affiliate: Affiliate, facts: SegmentFacts): number | null;
}

export interface DayField extends Named {
  readonly type: 'day';
  /** What happens on such a day, "contact": "no contact in the last 30 days"; null: `phrase` says it. */
  readonly noun: string | null;
  /** It has to be looked up in the ledger. */
  readonly fromLedger: boolean;
  read(affiliate: Affiliate, facts: SegmentFacts): readonly Day[];
}

/** What a rule may be about. */
export type SegmentField = TextField | ChoiceField | FlagField | NumberField | DayField;

/** The id of a field of the user's own. */
export const customFieldId = (id: string): string => `custom:${id}`;

/** Every field there is: of the record, of what is around it, the user's own, figures. */
export function segmentFields(setup: SegmentSetup): readonly SegmentField[] {
  const { stages, used, customFields } = setup;
  return [
    text('name', 'Name', ({ name }) => [name]),
    text('company', 'Company', ({ company }) => [company]),
    choice('kind', 'Kind', closed(AFFILIATE_KINDS, KIND_WORDS), ({ kind }) => [kind]),
    choice('tier', 'Tier', closed(TIERS, TIER_WORDS), (affiliate, { tierBounds }) => [tierOf(affiliate, tierBounds)]),
    plain('audience', 'Largest audience', largestAudience),
    choice(
      'stage',
      'Stage',
      { choices: stages.map(({ id, name }) => ({ value: id, label: name })), closed: true },
      ({ standing }) => [standing?.stageId ?? ''],
    ),
    day('stageSince', 'In the stage since', ({ standing }, { zone }) =>
      standing ? [dayOf(standing.since, zone)] : [],
    ),
    text('reason', 'Reason won or lost', ({ standing }) => [standing?.reason ?? '']),
    choice('foundThrough', 'Found through', inUse(used.foundThrough), ({ foundThrough }) => [foundThrough]),
    many('tags', 'Tags', inUse(used.tags), ({ tags }) => tags),
    choice('country', 'Country', inUse(used.countries), ({ country }) => [country]),
    choice('language', 'Language', inUse(used.languages), ({ language }) => [language]),
    text('sites', 'Sites', ({ sites }) => sites),
    many('social', 'Social channels', closed(SOCIAL_KINDS, SOCIAL_WORDS), ({ social }) =>
      social.map(({ kind }) => kind),
    ),
    many('networks', 'Networks', inUse(used.networks), (affiliate, facts) =>
      aroundOf(affiliate, facts).accounts.map(({ network }) => network),
    ),
    many('accountStatus', 'Account status', inUse(used.statuses), (affiliate, facts) =>
      aroundOf(affiliate, facts).accounts.map(({ status }) => status),
    ),
    text('codes', 'Coupon codes', ({ couponCodes }) => couponCodes),
    day('codeEnd', 'A code ends', (affiliate) => codesOf(affiliate).flatMap(({ ends }) => given(ends))),
    flag('hasEmail', 'Has e-mail', { yes: 'has an e-mail address', no: 'has no e-mail address' }, ({ contacts }) =>
      contacts.some(({ email }) => email !== ''),
    ),
    choice('mayMail', 'May we mail', closed(MAIL_CONSENTS, CONSENT_WORDS), ({ privacy }) => [privacy.mail]),
    text('origin', 'Where the data came from', ({ privacy }) => [privacy.origin]),
    text('notes', 'Notes', ({ notes }) => [notes]),
    { ...day('lastContact', 'Last contact', ({ lastContact }) => given(lastContact)), noun: 'contact' },
    day('contractEnd', 'Contract end', ({ contractEnd }) => given(contractEnd)),
    day('joined', 'Joined', ({ joined }) => given(joined)),
    day('created', 'Known since', ({ createdAt }, { zone }) => [dayOf(createdAt, zone)]),
    count('openTasks', 'Open tasks', ['open task', 'open tasks'], ({ openTasks }) => openTasks),
    count('overdueTasks', 'Overdue tasks', ['overdue task', 'overdue tasks'], ({ overdueTasks }) => overdueTasks),
    count('openQuestions', 'Open questions', ['open question', 'open questions'], ({ openQuestions }) => openQuestions),
    count(
      'unfinishedChecklists',
      'Unfinished checklists',
      ['unfinished checklist', 'unfinished checklists'],
      ({ unfinishedChecklists }) => unfinishedChecklists,
    ),
    flag(
      'outdatedMaterial',
      'Has outdated material',
      { yes: 'has outdated material', no: 'has no outdated material' },
      (affiliate, facts) => aroundOf(affiliate, facts).outdatedMaterials > 0,
    ),
    ...customFields.map(custom),
    ...FIGURES,
    {
      ...day('lastConversion', 'Last conversion', ({ id }, { lastConversions }) =>
        given(lastConversions?.get(id) ?? ''),
      ),
      noun: 'conversion',
      fromLedger: true,
    },
  ];
}

const figure = (
  name: FigureName,
  label: string,
  says: Pick<NumberField, 'unit' | 'zeroIsNone' | 'nouns'>,
): NumberField => ({
  ...named(name, label),
  type: 'number',
  figure: name,
  // A rule reads its figure in its own span.
  read: () => null,
  ...says,
});

const AMOUNT = { unit: 'money', zeroIsNone: true, nouns: null } as const;
const QUOTIENT = { unit: 'money', zeroIsNone: false, nouns: null } as const;

const FIGURES: readonly NumberField[] = [
  figure('conversions', 'Conversions', { unit: 'plain', zeroIsNone: true, nouns: ['conversion', 'conversions'] }),
  figure('revenue', 'Revenue', AMOUNT),
  figure('commission', 'Commission', AMOUNT),
  figure('clicks', 'Clicks', { unit: 'plain', zeroIsNone: true, nouns: ['click', 'clicks'] }),
  figure('aov', 'Average order value', QUOTIENT),
  figure('epc', 'Earnings per click', QUOTIENT),
  figure('reversalRate', 'Reversal rate', { unit: 'share', zeroIsNone: false, nouns: null }),
];

/** A field of the user's own. What is not of its kind (any more) is not there. */
function custom(own: CustomField): SegmentField {
  const name = { id: customFieldId(own.id), label: own.name, phrase: own.name };
  const valueOf = ({ custom: values }: Affiliate): string | number | undefined => values[own.id];
  const textOf = (affiliate: Affiliate): readonly string[] => [String(valueOf(affiliate) ?? '')];
  switch (own.kind) {
    case 'text':
      return { ...name, type: 'text', read: textOf };
    case 'choice':
      return { ...name, type: 'choice', ...inUse(own.choices), many: false, read: textOf };
    case 'date':
      return {
        ...name,
        type: 'day',
        noun: null,
        fromLedger: false,
        read: (affiliate) => given(parseDay(String(valueOf(affiliate) ?? '')) ?? ''),
      };
    case 'number': {
      const read = (affiliate: Affiliate): number | null => {
        const value = valueOf(affiliate);
        return typeof value === 'number' ? value : null;
      };
      return { ...name, type: 'number', unit: 'plain', zeroIsNone: false, nouns: null, figure: null, read };
    }
  }
}

const aroundOf = ({ id }: Affiliate, { around }: SegmentFacts): Around => around.get(id) ?? NOTHING_AROUND;

const given = (value: Day | ''): readonly Day[] => (value === '' ? [] : [value]);

// Made before the lists above are.
function named(id: string, label: string): Named {
  return {
    id,
    label,
    phrase: label.charAt(0).toLowerCase() + label.slice(1),
  };
}

const text = (id: string, label: string, read: TextField['read']): TextField => ({
  ...named(id, label),
  type: 'text',
  read,
});

type Choices = Pick<ChoiceField, 'choices' | 'closed'>;

const choice = (id: string, label: string, choices: Choices, read: ChoiceField['read']): ChoiceField => ({
  ...named(id, label),
  type: 'choice',
  ...choices,
  many: false,
  read,
});

const many = (id: string, label: string, choices: Choices, read: ChoiceField['read']): ChoiceField => ({
  ...choice(id, label, choices, read),
  many: true,
});

const closed = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>): Choices => ({
  choices: values.map((value) => ({ value, label: words[value] })),
  closed: true,
});

const inUse = (words: readonly string[]): Choices => ({
  choices: words.map((word) => ({ value: word, label: word })),
  closed: false,
});

const flag = (id: string, label: string, says: FlagField['says'], read: FlagField['read']): FlagField => ({
  ...named(id, label),
  type: 'flag',
  says,
  read,
});

const plain = (id: string, label: string, read: NumberField['read']): NumberField => ({
  ...named(id, label),
  type: 'number',
  unit: 'plain',
  zeroIsNone: false,
  nouns: null,
  figure: null,
  read,
});

const count = (id: string, label: string, nouns: Nouns, read: (around: Around) => number): NumberField => ({
  ...plain(id, label, (affiliate, facts) => read(aroundOf(affiliate, facts))),
  zeroIsNone: true,
  nouns,
});

const day = (id: string, label: string, read: DayField['read']): DayField => ({
  ...named(id, label),
  type: 'day',
  noun: null,
  fromLedger: false,
  read,
});
