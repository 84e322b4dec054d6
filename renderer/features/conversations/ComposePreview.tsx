import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Outgoing } from '#shared/domain/conversations/outgoing.ts';
import { mailContacts } from '#shared/domain/conversations/recipients.ts';
import { MergedPreview } from './MergedPreview.tsx';

interface Props {
  readonly mails: readonly Outgoing[];
  /** Which of them is shown. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onContact: (affiliateId: string, email: string) => void;
  readonly incomplete: readonly Outgoing[];
  readonly onLeaveOut: () => void;
}

const LISTED = 6;

/** How each recipient reads it, one after the other, and for whom something is missing. */
export function ComposePreview({ mails, at, onAt, onContact, incomplete, onLeaveOut }: Props) {
  const format = useFormat();
  const mail = mails[at];
  if (!mail) {
    return (
      <section className="compose-preview" aria-label="Preview">
        <p className="faint">Add somebody to see how they will read it.</p>
      </section>
    );
  }
  const { affiliate, contact } = mail.recipient;
  const contacts = mailContacts(affiliate);
  const go = (to: number): void => onAt(Math.max(0, Math.min(mails.length - 1, to)));
  return (
    <section
      className="compose-preview"
      aria-label="Preview"
      tabIndex={mails.length > 1 ? 0 : undefined}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'ArrowRight') go(at + 1);
        else if (event.key === 'ArrowLeft') go(at - 1);
        else return;
        event.preventDefault();
      }}
    >
      <div className="preview-head">
        <h3>{affiliate.name}</h3>
        {contacts.length > 1 ? (
          <Select
            label="Contact"
            choices={contacts.map(({ name, email }) => ({
              value: email,
              label: name === '' ? email : `${name}, ${email.trim()}`,
            }))}
            value={contacts.find(({ email }) => email.trim() === contact.email)?.email ?? contact.email}
            onChange={(email) => onContact(affiliate.id, email)}
          />
        ) : (
          <span className="faint preview-address">{contact.email}</span>
        )}
        {mails.length > 1 && (
          <span className="preview-steps">
            <IconButton
              label="Previous recipient"
              icon={<ChevronLeft size={16} aria-hidden="true" />}
              disabled={at === 0}
              onClick={() => go(at - 1)}
            />
            <span
              className="small faint"
              role="status"
            >{`${format.count(at + 1)} of ${format.count(mails.length)}`}</span>
            <IconButton
              label="Next recipient"
              icon={<ChevronRight size={16} aria-hidden="true" />}
              disabled={at === mails.length - 1}
              onClick={() => go(at + 1)}
            />
          </span>
        )}
      </div>
      <MergedPreview subject={mail.subject} body={mail.body} />
      {incomplete.length > 0 && (
        <Notice
          kind="warning"
          actions={
            mails.length > 1 && (
              <Button size="small" onClick={onLeaveOut}>
                {incomplete.length === 1 ? 'Leave this one out' : `Leave these ${format.count(incomplete.length)} out`}
              </Button>
            )
          }
        >
          <p>
            {mails.length === 1
              ? 'Something is missing. Nothing leaves before it is filled in, has a fallback or is taken out of the text.'
              : `Something is missing for ${format.count(incomplete.length)} of ${format.count(mails.length)}. Nothing leaves before that is settled.`}
          </p>
          <ul className="missing-list" aria-label="What is missing">
            {incomplete.slice(0, LISTED).map((each) => (
              <li key={each.recipient.affiliate.id}>
                <button type="button" className="link" onClick={() => onAt(mails.indexOf(each))}>
                  {each.recipient.affiliate.name}
                </button>
                {`: ${each.missing.join(', ')}`}
              </li>
            ))}
            {incomplete.length > LISTED && (
              <li className="faint">{`and ${format.count(incomplete.length - LISTED)} more`}</li>
            )}
          </ul>
        </Notice>
      )}
    </section>
  );
}
