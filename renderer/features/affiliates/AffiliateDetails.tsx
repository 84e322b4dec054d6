import type { ReactNode } from 'react';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { SOCIAL_KINDS, SOCIAL_WORDS, type Affiliate, type Contact } from '#shared/domain/affiliates/affiliate.ts';

/** What is known of an affiliate beside the figures: who they are, where they are found, which codes are theirs. */
export function AffiliateDetails({ affiliate }: { readonly affiliate: Affiliate }) {
  const format = useFormat();
  const today = useToday();
  const { company, contacts, paymentEmail, sites, social, country, couponCodes, tags, joined, notes } = affiliate;
  const rows: readonly (readonly [string, readonly ReactNode[]])[] = [
    ['Company', company === '' ? [] : [company]],
    ['Contacts', contacts.map(contactWords)],
    ['Paid at', paymentEmail === '' ? [] : [paymentEmail]],
    ['Sites', sites],
    ...SOCIAL_KINDS.map(
      (kind) =>
        [SOCIAL_WORDS[kind], social.filter((each) => each.kind === kind).map(({ address }) => address)] as const,
    ),
    ['Coupon codes', couponCodes],
    ['Tags', tags],
    ['Country', country === '' ? [] : [country]],
    ['Joined', joined === '' ? [] : [format.day(joined, today)]],
    ['Notes', notes === '' ? [] : [notes]],
  ];
  const filled = rows.filter(([, values]) => values.length > 0);
  if (filled.length === 0) return null;
  return (
    <section className="affiliate-details" aria-label="About the affiliate">
      <dl>
        {filled.map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            {values.map((value, index) => (
              <dd key={index} className="text-selectable">
                {value}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function contactWords({ name, role, email, phone }: Contact): ReactNode {
  const [first = '', ...rest] = [name, email, phone].filter((text) => text !== '');
  return (
    <>
      {first}
      {[role, ...rest]
        .filter((text) => text !== '')
        .map((text) => (
          <span key={text} className="faint">
            {` · ${text}`}
          </span>
        ))}
    </>
  );
}
