import { editAffiliate, type AffiliateWish } from '#renderer/db/affiliates.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { CellEditor } from '#renderer/ui/data-table-parts.ts';
import {
  AFFILIATE_KINDS,
  MAIL_CONSENTS,
  TIERS,
  type Affiliate,
  type Contact,
} from '#shared/domain/affiliates/affiliate.ts';
import { channelsOf, withChannels } from '#shared/domain/affiliates/channels.ts';
import { codesOf, withCodes } from '#shared/domain/affiliates/codes.ts';
import { customInput, parseCustom, withCustom, type CustomField } from '#shared/domain/affiliates/custom-field.ts';
import { isEmail } from '#shared/domain/affiliates/domains.ts';
import { CONSENT_WORDS, KIND_WORDS, TIER_WORDS } from '#shared/domain/affiliates/words.ts';
import type { AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import { parseDay } from '#shared/lib/day.ts';

type Editor = CellEditor<AffiliateRow>;

/** What is typed is no such value: what she can do instead. */
class Wrong {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
}

/** An editor that changes an affiliate in a step that can be undone. `wishOf` makes of what is typed what changes. */
function editor(
  kind: Editor['kind'],
  valueOf: (affiliate: Affiliate) => string,
  wishOf: (typed: string, affiliate: Affiliate) => AffiliateWish | Wrong,
  choices?: Editor['choices'],
): Editor {
  return {
    kind,
    ...(choices ? { choices } : {}),
    value: ({ affiliate }) => valueOf(affiliate),
    save: async ({ affiliate }, typed) => {
      const wish = wishOf(typed.trim(), affiliate);
      if (wish instanceof Wrong) return wish.words;
      const saved = await editAffiliate(affiliate.id, wish, Date.now());
      if (!saved.ok) return saved.error.message;
      if (saved.value) didStep({ label: `Edited ${affiliate.name}`, undo: undoEdit, redo: redoEdit });
      return null;
    },
  };
}

type TextField = 'company' | 'country' | 'language' | 'foundThrough';

export const textEditor = (field: TextField): Editor =>
  editor(
    'text',
    (affiliate) => affiliate[field],
    (typed) => ({ [field]: typed }),
  );

export const NAME_EDITOR = editor(
  'text',
  ({ name }) => name,
  (name) => (name === '' ? new Wrong('An affiliate has a name.') : { name }),
);

const asEmail = (typed: string): string | null => (typed === '' || isEmail(typed) ? typed : null);
const NO_EMAIL = new Wrong('This is no e-mail address.');

export const PAYMENT_EDITOR = editor(
  'text',
  ({ paymentEmail }) => paymentEmail,
  (typed) => {
    const paymentEmail = asEmail(typed);
    return paymentEmail === null ? NO_EMAIL : { paymentEmail };
  },
);

const NOBODY: Contact = { name: '', email: '', phone: '', role: '', source: '' };

/** The address of the first contact who has one, else of the first, else of somebody new. */
export const EMAIL_EDITOR = editor(
  'text',
  ({ contacts }) => contacts.find(({ email }) => email !== '')?.email ?? '',
  (typed, { contacts }) => {
    const email = asEmail(typed);
    if (email === null) return NO_EMAIL;
    const at = Math.max(
      0,
      contacts.findIndex((contact) => contact.email !== ''),
    );
    const changed = { ...(contacts[at] ?? NOBODY), email, source: '' };
    return { contacts: contacts.length === 0 ? [changed] : contacts.with(at, changed) };
  },
);

const parts = (text: string, between: RegExp): readonly string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const tagsEditor = (known: readonly string[]): Editor =>
  editor(
    'tags',
    ({ tags }) => tags.join(', '),
    (typed) => ({ tags: parts(typed, /[,;]/).filter((tag, at, all) => isFirst(all, tag, at)) }),
    known.map((tag) => ({ value: tag, label: tag })),
  );

const isFirst = (all: readonly string[], tag: string, at: number): boolean =>
  all.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === at;

/** A code that stays keeps its last day. */
export const CODES_EDITOR = editor(
  'text',
  ({ couponCodes }) => couponCodes.join(', '),
  (typed, affiliate) => {
    const known = new Map(codesOf(affiliate).map((code) => [code.code.toUpperCase(), code.ends]));
    return withCodes(parts(typed, /[\s,;]+/).map((code) => ({ code, ends: known.get(code.toUpperCase()) ?? '' })));
  },
);

/** A site that stays keeps its audience. */
export const SITES_EDITOR = editor(
  'text',
  ({ sites }) => sites.join(', '),
  (typed, affiliate) => {
    const channels = channelsOf(affiliate);
    const sites = parts(typed, /[\s,;]+/).map(
      (address) =>
        channels.find((channel) => channel.kind === 'site' && channel.address === address) ?? {
          kind: 'site' as const,
          address,
          audience: null,
        },
    );
    return withChannels([...sites, ...channels.filter(({ kind }) => kind !== 'site')]);
  },
);

const NO_DAY = new Wrong('This is no day.');

export const dayEditor = (field: 'joined' | 'contractEnd' | 'lastContact'): Editor =>
  editor(
    'day',
    (affiliate) => affiliate[field],
    (typed) => {
      const day = typed === '' ? '' : parseDay(typed);
      return day === null ? NO_DAY : { [field]: day };
    },
  );

export const KIND_EDITOR = editor(
  'choice',
  ({ kind }) => kind,
  (typed) => ({ kind: AFFILIATE_KINDS.find((kind) => kind === typed) ?? '' }),
  [{ value: '', label: 'Not said' }, ...AFFILIATE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))],
);

export const TIER_EDITOR = editor(
  'choice',
  ({ tier }) => tier,
  (typed) => ({ tier: TIERS.find((tier) => tier === typed) ?? '' }),
  [{ value: '', label: 'By audience' }, ...TIERS.map((value) => ({ value, label: TIER_WORDS[value] }))],
);

export const MAIL_EDITOR = editor(
  'choice',
  ({ privacy }) => privacy.mail,
  (typed, { privacy }) => ({
    privacy: { ...privacy, mail: MAIL_CONSENTS.find((consent) => consent === typed) ?? 'unknown' },
  }),
  MAIL_CONSENTS.map((value) => ({ value, label: CONSENT_WORDS[value] })),
);

const EDITOR_KINDS = { text: 'text', number: 'number', date: 'day', choice: 'choice' } as const;

export function customEditor(field: CustomField): Editor {
  const choices = [{ value: '', label: 'Not said' }, ...field.choices.map((value) => ({ value, label: value }))];
  return editor(
    EDITOR_KINDS[field.kind],
    (affiliate) => customInput(field, affiliate),
    (typed, { custom }) => {
      const value = parseCustom(field, typed);
      if (value !== null) return { custom: withCustom(custom, field, value) };
      return field.kind === 'number' ? new Wrong('This is no number.') : NO_DAY;
    },
    field.kind === 'choice' ? choices : undefined,
  );
}
