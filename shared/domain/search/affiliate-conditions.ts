import { AFFILIATE_KINDS, MAIL_CONSENTS, TIERS } from '../affiliates/affiliate.ts';
import type { CustomField } from '../affiliates/custom-field.ts';
import { CONSENT_WORDS, KIND_WORDS, TIER_WORDS } from '../affiliates/words.ts';
import type { Stage } from '../pipeline/stage.ts';
import type { Segments } from '../segments/segments.ts';
import type { Condition } from './affiliate-list.ts';
import { customColumn } from './affiliate-sort.ts';

const NONE = 'None';

interface ConditionSources {
  readonly stages: readonly Stage[];
  readonly customFields: readonly CustomField[];
  readonly segments: Segments;
}

/** All that affiliates can be chosen by, in the order in which it is offered. Ids are kept in saved views. */
export function affiliateConditions({ stages, customFields, segments }: ConditionSources): readonly Condition[] {
  return [
    {
      id: 'stage',
      label: 'Stage',
      valuesOf: ({ stage }) => [stage?.id ?? ''],
      wordOf: (id) => stages.find((stage) => stage.id === id)?.name ?? NONE,
      order: stages.map(({ id }) => id),
    },
    {
      id: 'kind',
      label: 'Kind',
      valuesOf: ({ affiliate }) => [affiliate.kind],
      wordOf: wordIn(KIND_WORDS),
      order: AFFILIATE_KINDS,
    },
    { id: 'tier', label: 'Tier', valuesOf: ({ tier }) => [tier], wordOf: wordIn(TIER_WORDS), order: TIERS },
    severalOf('tag', 'Tag', ({ affiliate }) => affiliate.tags),
    {
      id: 'country',
      label: 'Country',
      valuesOf: ({ affiliate }) => [affiliate.country],
      wordOf: (country) => country || NONE,
    },
    severalOf('network', 'Network', ({ accounts }) => accounts.map(({ network }) => network)),
    severalOf('status', 'Account status', ({ accounts }) =>
      accounts.flatMap(({ status }) => (status === '' ? [] : [status])),
    ),
    ...(segments.list.length === 0 ? [] : [segmentCondition(segments)]),
    {
      id: 'email',
      label: 'E-mail',
      valuesOf: ({ emails }) => [emails.length > 0 ? 'yes' : 'no'],
      wordOf: (value) => (value === 'yes' ? 'Has an e-mail' : 'Has no e-mail'),
      order: ['yes', 'no'],
    },
    {
      id: 'mail',
      label: 'May we mail',
      valuesOf: ({ affiliate }) => [affiliate.privacy.mail],
      wordOf: wordIn(CONSENT_WORDS),
      order: MAIL_CONSENTS,
    },
    ...customFields
      .filter(({ kind }) => kind === 'choice')
      .map((field): Condition => ({
        id: customColumn(field),
        label: field.name,
        valuesOf: ({ affiliate }) => [String(affiliate.custom[field.id] ?? '')],
        wordOf: (value) => value || NONE,
        order: field.choices,
      })),
  ];
}

const wordIn =
  (words: Readonly<Record<string, string>>) =>
  (value: string): string =>
    words[value] ?? NONE;

/** Of something an affiliate may have several of. */
const severalOf = (
  id: string,
  label: string,
  of: (row: Parameters<Condition['valuesOf']>[0]) => readonly string[],
): Condition => ({
  id,
  label,
  valuesOf: (row) => {
    const values = of(row);
    return values.length === 0 ? NO_VALUE : [...new Set(values)];
  },
  wordOf: (value) => value || NONE,
});

const NO_VALUE: readonly string[] = [''];

/** Nobody is in a segment that is still being worked out. */
function segmentCondition(segments: Segments): Condition {
  const members = segments.list.map(({ id }) => ({ id, ids: segments.members(id) }));
  return {
    id: 'segment',
    label: 'Segment',
    valuesOf: ({ affiliate }) => members.flatMap(({ id, ids }) => (ids?.has(affiliate.id) ? [id] : [])),
    wordOf: (id) => segments.list.find((segment) => segment.id === id)?.name ?? 'A segment that is gone',
    order: segments.list.map(({ id }) => id),
  };
}
