import { Check, Merge, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { mergeInto } from '#renderer/db/merge-affiliates.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { SOCIAL_WORDS, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { channelsOf } from '#shared/domain/affiliates/channels.ts';
import { KIND_WORDS } from '#shared/domain/affiliates/words.ts';
import type { Likeness } from '#shared/domain/pipeline/duplicates.ts';
import type { Format } from '#shared/lib/format.ts';
import type { ApplicationRow } from './application-columns.tsx';

interface Props {
  readonly row: ApplicationRow;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDecide: (kind: 'approve' | 'decline') => void;
}

const LIKENESS_WORDS: Readonly<Record<Likeness, string>> = {
  email: 'same e-mail',
  'payment-email': 'paid at the same e-mail',
  domain: 'same site',
  company: 'same company',
};

/** All that is known of somebody who applies, and who they may be already. */
export function ApplicationDetails({ row, onClose, onMove, onDecide }: Props) {
  const { affiliate, accounts, duplicates } = row;
  const [width, setWidth] = useState(400);
  const format = useFormat();
  const today = useToday();
  const facts: readonly (readonly [string, readonly ReactNode[]])[] = [
    ['Kind', affiliate.kind === '' ? [] : [KIND_WORDS[affiliate.kind]]],
    ['Found at', channelsOf(affiliate).map((channel) => channelWords(channel, format))],
    ['Country', said(affiliate.country)],
    ['Language', said(affiliate.language)],
    ['Contacts', affiliate.contacts.map(({ name, email, phone, role }) => joined([name, role, email, phone]))],
    ['Company', said(affiliate.company)],
    ['Paid at', said(affiliate.paymentEmail)],
    ['Accounts', accounts.map(({ network, partnerId, status }) => joined([`${network} ${partnerId}`, status]))],
    ['Found through', said(affiliate.foundThrough)],
    ['Joined', affiliate.joined === '' ? [] : [format.day(affiliate.joined, today)]],
    ['Tags', affiliate.tags],
    ['Notes', said(affiliate.notes)],
  ];
  return (
    <Panel
      label="Details of the application"
      title={affiliate.name}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      <div className="application-decide">
        <Button
          kind="primary"
          size="small"
          icon={<Check size={14} aria-hidden="true" />}
          aria-keyshortcuts="a"
          onClick={() => onDecide('approve')}
        >
          Approve…
        </Button>
        <Button
          size="small"
          icon={<X size={14} aria-hidden="true" />}
          aria-keyshortcuts="d"
          onClick={() => onDecide('decline')}
        >
          Decline…
        </Button>
        <Button kind="quiet" size="small" onClick={() => showAffiliate(affiliate.id)}>
          Open the page
        </Button>
      </div>
      {duplicates.length > 0 && (
        <section aria-label="You may have them already">
          <h3>You may have them already</h3>
          <ul className="application-twins">
            {duplicates.map((duplicate) => (
              <li key={duplicate.affiliate.id}>
                <span>
                  <button type="button" className="link" onClick={() => showAffiliate(duplicate.affiliate.id)}>
                    {duplicate.affiliate.name}
                  </button>
                  <span className="faint">{` · ${duplicate.because.map((each) => LIKENESS_WORDS[each]).join(', ')}`}</span>
                </span>
                <Button
                  kind="quiet"
                  size="small"
                  icon={<Merge size={14} aria-hidden="true" />}
                  aria-label={`Merge into ${duplicate.affiliate.name}`}
                  onClick={() => void merge(affiliate, duplicate.affiliate)}
                >
                  Merge into
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h3>What is known</h3>
      <dl className="facts">
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="application-values">
                {values.map((value, index) => (
                  <span key={index}>{value}</span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}

async function merge(from: Affiliate, into: Affiliate): Promise<void> {
  const merged = await mergeInto(from.id, into.id, Date.now());
  if (!merged.ok) say(merged.error.message);
  else didStep({ label: `Merged ${from.name} into ${into.name}`, undo: undoEdit, redo: redoEdit });
}

const said = (text: string): readonly string[] => (text === '' ? [] : [text]);

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function channelWords({ kind, address, audience }: ReturnType<typeof channelsOf>[number], format: Format): ReactNode {
  const people =
    audience === null ? '' : `${format.count(audience)} ${kind === 'site' ? 'people a month' : 'followers'}`;
  return joined([kind === 'site' ? address : `${SOCIAL_WORDS[kind]} ${address}`, people]);
}
