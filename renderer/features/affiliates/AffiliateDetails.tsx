import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import type { AffiliateWish } from '#renderer/db/affiliates.ts';
import { say } from '#renderer/session/toasts.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { customInput, customWords, parseCustom, withCustom } from '#shared/domain/affiliates/custom-field.ts';
import { isEmail } from '#shared/domain/affiliates/domains.ts';
import { largestAudience, tierOfAudience } from '#shared/domain/affiliates/tiers.ts';
import { CONSENT_WORDS, KIND_WORDS, TIER_WORDS } from '#shared/domain/affiliates/words.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';
import { Accounts } from './Accounts.tsx';
import { Agreements, Channels, Codes, Contacts } from './DetailLists.tsx';
import { saveWish, type Saved } from './edit-steps.ts';
import { ValueChoice } from './ValueChoice.tsx';
import { ValueField } from './ValueField.tsx';
import type { LedgerClient } from '#renderer/ledger/types.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly affiliate: Affiliate;
  readonly directory: Directory;
}

/** All that is known of an affiliate beside the figures, each value to be changed in its place. */
export function AffiliateDetails({ ledger, affiliate, directory }: Props) {
  return (
    <section className="affiliate-details" aria-label="About the affiliate">
      <Contacts affiliate={affiliate} />
      <Accounts ledger={ledger} affiliate={affiliate} />
      <Channels affiliate={affiliate} />
      <Codes affiliate={affiliate} />
      <Facts affiliate={affiliate} directory={directory} />
      <CustomValues affiliate={affiliate} />
      <Agreements affiliate={affiliate} />
      <PrivacyValues affiliate={affiliate} />
      <section className="rows" aria-label="Notes">
        <ValueField
          label="Notes"
          kind="long"
          maxLength={5000}
          value={affiliate.notes}
          onSave={(notes) => saver(affiliate)('the notes', { notes })}
        />
      </section>
    </section>
  );
}

const saver =
  (affiliate: Affiliate) =>
  (what: string, wish: AffiliateWish): Saved =>
    saveWish(affiliate, `Changed ${what} of ${affiliate.name}`, wish);

/** What was chosen from a menu has no field in which to say what went wrong. */
const told = async (saved: Saved): Promise<void> => {
  const wrong = await saved;
  if (wrong !== null) say(wrong);
};

const NO_DAY = 'This is no day. Choose one, or leave it empty.';

function Facts({ affiliate, directory }: Omit<Props, 'ledger'>) {
  const format = useFormat();
  const today = useToday();
  const bounds = usePreferences((state) => state.tierBounds);
  const save = saver(affiliate);
  const audience = largestAudience(affiliate);
  const byAudience = audience === null ? 'By audience' : `${TIER_WORDS[tierOfAudience(audience, bounds)]}, by audience`;
  const text = (field: 'company' | 'country' | 'language' | 'foundThrough', label: string, known = false) => (
    <ValueField
      label={label}
      value={affiliate[field]}
      {...(known ? { known: saidOf(directory, field) } : {})}
      onSave={(typed) => save(label.toLowerCase(), { [field]: typed })}
    />
  );
  const day = (field: 'joined' | 'contractEnd' | 'lastContact', label: string) => (
    <ValueField
      label={label}
      kind="date"
      value={affiliate[field]}
      shown={affiliate[field] === '' ? 'Add' : format.day(affiliate[field], today)}
      onSave={async (typed) => {
        const said: Day | '' | null = typed === '' ? '' : parseDay(typed);
        return said === null ? NO_DAY : save(label.toLowerCase(), { [field]: said });
      }}
    />
  );
  return (
    <section className="rows" aria-label="Details">
      <h3>Details</h3>
      <ValueChoice
        label="Kind"
        words={KIND_WORDS}
        value={affiliate.kind}
        none="Not said"
        onChange={(kind) => void told(save('the kind', { kind }))}
      />
      <ValueChoice
        label="Tier"
        words={TIER_WORDS}
        value={affiliate.tier}
        none={byAudience}
        onChange={(tier) => void told(save('the tier', { tier }))}
      />
      {text('company', 'Company')}
      {text('country', 'Country', true)}
      {text('language', 'Language', true)}
      <ValueField
        label="Paid at"
        value={affiliate.paymentEmail}
        onSave={async (paymentEmail) =>
          paymentEmail === '' || isEmail(paymentEmail)
            ? save('where payments go', { paymentEmail })
            : 'This is no e-mail address.'
        }
      />
      <ValueField
        label="Tags"
        maxLength={2000}
        value={affiliate.tags.join(', ')}
        shown={
          affiliate.tags.length === 0 ? (
            'Add'
          ) : (
            <span className="tag-list">
              {affiliate.tags.map((tag) => (
                <span key={tag} className="tag">
                  {tag}
                </span>
              ))}
            </span>
          )
        }
        onSave={(typed) => save('the tags', { tags: tagsOf(typed) })}
      />
      {text('foundThrough', 'Found through', true)}
      {day('joined', 'Joined')}
      {day('contractEnd', 'Contract ends')}
      {day('lastContact', 'Last contact')}
    </section>
  );
}

/** What others have there, to be offered. */
const saidOf = (directory: Directory, field: 'company' | 'country' | 'language' | 'foundThrough'): readonly string[] =>
  [...new Set(directory.affiliates.map((each) => each[field]))].filter((each) => each !== '').sort();

const tagsOf = (typed: string): readonly string[] => {
  const tags = new Map<string, string>();
  for (const tag of typed.split(/[,;]/).map((part) => part.trim()))
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  return [...tags.values()];
};

const WRONG_VALUES = { number: 'This is no number.', date: NO_DAY, text: '', choice: '' } as const;

/** Fields of her own. */
function CustomValues({ affiliate }: { readonly affiliate: Affiliate }) {
  const fields = usePreferences((state) => state.customFields);
  const format = useFormat();
  const today = useToday();
  const save = saver(affiliate);
  if (fields.length === 0) return null;
  return (
    <section className="rows" aria-label="Your own fields">
      <h3>Your own fields</h3>
      {fields.map((field) => {
        const value = customInput(field, affiliate);
        const put = (said: string | number): Saved =>
          save(field.name, { custom: withCustom(affiliate.custom, field, said) });
        if (field.kind === 'choice') {
          // What was chosen before it left the choices is still what holds.
          const choices = [...new Set([...field.choices, ...(value === '' ? [] : [value])])];
          const words = Object.fromEntries(choices.map((each) => [each, each]));
          return (
            <ValueChoice
              key={field.id}
              label={field.name}
              words={words}
              value={value}
              none="Not said"
              onChange={(chosen) => void told(put(chosen))}
            />
          );
        }
        return (
          <ValueField
            key={field.id}
            label={field.name}
            kind={field.kind}
            maxLength={1000}
            value={value}
            shown={value === '' ? 'Add' : customWords(field, affiliate, format, today)}
            onSave={async (typed) => {
              const said = parseCustom(field, typed);
              return said === null ? WRONG_VALUES[field.kind] : put(said);
            }}
          />
        );
      })}
    </section>
  );
}

/** What their data are kept on. */
function PrivacyValues({ affiliate }: { readonly affiliate: Affiliate }) {
  const { privacy } = affiliate;
  const save = saver(affiliate);
  return (
    <section className="rows" aria-label="Privacy">
      <h3>Privacy</h3>
      <ValueChoice
        label="May we mail"
        words={CONSENT_WORDS}
        value={privacy.mail}
        onChange={(mail) => {
          if (mail !== '') void told(save('whether we may mail', { privacy: { ...privacy, mail } }));
        }}
      />
      <ValueField
        label="Data from"
        value={privacy.origin}
        onSave={(origin) => save('where the data came from', { privacy: { ...privacy, origin } })}
      />
      <ValueField
        label="Note"
        kind="long"
        maxLength={2000}
        value={privacy.note}
        onSave={(note) => save('the note on privacy', { privacy: { ...privacy, note } })}
      />
    </section>
  );
}
