import { useDeferredValue, useMemo, useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { closeDoor } from '#renderer/session/doors.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Select } from '#renderer/ui/Select.tsx';
import {
  EMPTY_MESSAGE,
  isSound,
  outgoing,
  type Message,
  type Outgoing,
} from '#shared/domain/conversations/outgoing.ts';
import { recipientsOf } from '#shared/domain/conversations/recipients.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { ComposeFoot } from './ComposeFoot.tsx';
import { ComposePreview } from './ComposePreview.tsx';
import { MessageFields } from './MessageFields.tsx';
import { RecipientsField } from './RecipientsField.tsx';
import { SenderFields } from './SenderFields.tsx';
import { forgetUnsent, rememberUnsent, useUnsent } from './unsent.ts';
import { useMergeFields, useValues } from './use-writing.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
  readonly templates: readonly Template[];
  readonly affiliateIds: readonly string[];
  readonly templateId: string | null;
}

const FREE = 'free';

/** Whom it goes to, what it says, how each reads it, and the ways it leaves. */
export function ComposeForm({ ledger, directory, segments, templates, ...door }: Props) {
  const { fields, names } = useMergeFields();
  const valuesOf = useValues(ledger, directory);
  const [ids, setIds] = useState(door.affiliateIds);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [templateId, setTemplateId] = useState(door.templateId ?? FREE);
  const templateOf = (id: string): Template | null => templates.find((each) => each.id === id) ?? null;
  // What she had begun is taken up again, unless she comes with something else to say.
  const [begun, setBegun] = useState(() => (door.templateId === null ? useUnsent.getState().message : null));
  const [message, setMessage] = useState<Message>(() => begun ?? templateOf(templateId) ?? EMPTY_MESSAGE);
  const write = (next: Message, of = templateId): void => {
    setMessage(next);
    rememberUnsent(next, templateOf(of));
  };
  const [at, setAt] = useState(0);
  const [asksSender] = useState(() => Object.values(usePreferences.getState().sender).includes(''));

  const recipients = useMemo(
    () =>
      recipientsOf(
        ids.flatMap((id) => directory.byId(id) ?? []),
        chosen,
      ),
    [ids, directory, chosen],
  );
  // Among thousands it may come a moment after what she types.
  const settled = useDeferredValue(message);
  const mails = useMemo(
    () =>
      valuesOf ? recipients.ready.map((recipient) => outgoing(recipient, settled, names, valuesOf(recipient))) : [],
    [recipients, settled, names, valuesOf],
  );
  const incomplete = mails.filter(({ missing }) => missing.length > 0);
  const current = mails[Math.min(at, mails.length - 1)];
  const leaveOut = (gone: readonly Outgoing[], sent: boolean): void => {
    const without = new Set(gone.map(({ recipient }) => recipient.affiliate.id));
    const left = ids.filter((id) => !without.has(id));
    setIds(left);
    if (gone.length === 0) return;
    if (sent) forgetUnsent();
    if (recipients.ready.every(({ affiliate }) => without.has(affiliate.id))) closeDoor();
  };
  return (
    <div className="compose">
      <RecipientsField directory={directory} segments={segments} ids={ids} recipients={recipients} onChange={setIds} />
      <div className="compose-columns">
        <section className="compose-message" aria-label="Message">
          {asksSender && <SenderFields />}
          <div className="message-head">
            <span>Template</span>
            <Select
              label="Template"
              choices={[
                { value: FREE, label: 'None, free text' },
                ...templates.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={templateId}
              onChange={(id) => {
                setTemplateId(id);
                setBegun(null);
                const template = templateOf(id);
                if (template) write(template, id);
              }}
            />
          </div>
          {begun && (
            <p className="small faint">
              {'This is what you had begun to write. '}
              <button
                type="button"
                className="link link-accent"
                onClick={() => {
                  setBegun(null);
                  write(EMPTY_MESSAGE);
                }}
              >
                Start anew
              </button>
            </p>
          )}
          <MessageFields
            message={message}
            onChange={({ subject, body, fallbacks }) => write({ subject, body, fallbacks })}
            fields={fields}
            names={names}
          />
        </section>
        <ComposePreview
          mails={mails}
          at={mails.length === 0 ? 0 : Math.min(at, mails.length - 1)}
          onAt={setAt}
          onContact={(affiliateId, email) => setChosen({ ...chosen, [affiliateId]: email })}
          incomplete={incomplete}
          onLeaveOut={() => leaveOut(incomplete, false)}
        />
      </div>
      <ComposeFoot
        mails={mails}
        current={current}
        complete={incomplete.length === 0}
        ready={settled === message && isSound(message, names)}
        onSent={(sent) => leaveOut(sent, true)}
      />
    </div>
  );
}
