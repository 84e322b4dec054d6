import { Copy, ExternalLink, Files } from 'lucide-react';
import { useState } from 'react';
import { closeDoor } from '#renderer/session/doors.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isEmail } from '#shared/domain/affiliates/domains.ts';
import type { Outgoing } from '#shared/domain/conversations/outgoing.ts';
import { copyMail, fitsMailto, openInMailProgram, writeDrafts } from './compose-steps.ts';

interface Props {
  readonly mails: readonly Outgoing[];
  /** The one that is shown. */
  readonly current: Outgoing | undefined;
  /** Nothing is missing for anyone. */
  readonly complete: boolean;
  /** There is a message, and nothing of it is written wrong. */
  readonly ready: boolean;
  readonly onSent: (mails: readonly Outgoing[]) => void;
}

/** The ways a message leaves: the one that is shown, or drafts for all. */
export function ComposeFoot({ mails, current, complete, ready, onSent }: Props) {
  const [busy, setBusy] = useState(false);
  const sender = usePreferences((state) => state.sender);
  const format = useFormat();
  const one = mails.length === 1;
  const mayLeave = ready && !busy && current !== undefined && current.missing.length === 0;
  const fits = current === undefined || fitsMailto(current);
  const hasSender = isEmail(sender.email);
  const during = async (work: () => Promise<readonly Outgoing[]>): Promise<void> => {
    setBusy(true);
    const sent = await work();
    setBusy(false);
    onSent(sent);
  };
  const single = (send: (mail: Outgoing) => Promise<boolean>): void => {
    if (current) void during(async () => ((await send(current)) ? [current] : []));
  };
  return (
    <footer className="compose-foot">
      <p className="faint small">
        {!fits && mayLeave
          ? 'It is too long to be handed to the mail program: copy it, or write a draft.'
          : !hasSender && mails.length > 0
            ? 'Drafts need your own e-mail address.'
            : 'Whatever leaves here counts as sent and is written on the timeline.'}
      </p>
      <Button onClick={closeDoor}>Cancel</Button>
      <Button icon={<Copy size={14} aria-hidden="true" />} disabled={!mayLeave} onClick={() => single(copyMail)}>
        {one ? 'Copy' : 'Copy this one'}
      </Button>
      <Button
        kind={one ? 'primary' : 'normal'}
        icon={<ExternalLink size={14} aria-hidden="true" />}
        disabled={!mayLeave || !fits}
        onClick={() => single(openInMailProgram)}
      >
        {one ? 'Open in the mail program' : 'Open this one'}
      </Button>
      <Button
        kind={one ? 'normal' : 'primary'}
        icon={<Files size={14} aria-hidden="true" />}
        disabled={!ready || busy || !complete || mails.length === 0 || !hasSender}
        onClick={() => void during(() => writeDrafts(mails, sender))}
      >
        {one ? 'Write a draft…' : mails.length === 0 ? 'Write drafts…' : `Write ${format.count(mails.length)} drafts…`}
      </Button>
    </footer>
  );
}
