import { newActivity, type Activity } from '../affiliates/activity.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import { emailKey } from '../affiliates/domains.ts';
import { LONGEST_TEXT, type ReadMail } from './eml-read.ts';

/** Where a mail that was added to an affiliate's timeline belongs, and who wrote it. */
export interface HeardMail {
  readonly activity: Activity;
  /** The address it came from, if it is neither hers nor one of theirs; null otherwise. */
  readonly stranger: { readonly name: string; readonly email: string } | null;
}

interface Hearing {
  readonly id: string;
  /** Her own address; '' if she has not said. */
  readonly me: string;
  /** Epoch ms: stands for a date that cannot be read. */
  readonly now: number;
}

/**
 * A mail as something that happened with an affiliate. It went out if it is from her, or from nobody known to one of theirs; it came
 * in otherwise, also from an address that nobody knows: she has added it here.
 */
export function heardMail(mail: ReadMail, affiliate: Affiliate, { id, me, now }: Hearing): HeardMail {
  const theirs = new Set(
    [affiliate.paymentEmail, ...affiliate.contacts.map(({ email }) => email)].map(emailKey).filter((key) => key !== ''),
  );
  const from = emailKey(mail.from.email);
  const isMine = from !== '' && from === emailKey(me);
  const isTheirs = theirs.has(from);
  const toThem = mail.to.some((email) => theirs.has(emailKey(email)));
  const goesOut = isMine || (!isTheirs && toThem);
  return {
    activity: newActivity({
      id,
      affiliateId: affiliate.id,
      kind: 'mail',
      at: mail.date ?? now,
      title: mail.subject === '' ? 'No subject' : mail.subject.slice(0, 300),
      text: mail.text,
      direction: goesOut ? 'out' : 'in',
      messageId: mail.messageId,
    }),
    stranger: isMine || isTheirs || goesOut || from === '' ? null : { name: mail.from.name, email: from },
  };
}

/** A text file as a note: its first line says what it is about, or else the file's name. */
export function heardText(
  text: string,
  {
    id,
    affiliateId,
    name,
    at,
  }: { readonly id: string; readonly affiliateId: string; readonly name: string; readonly at: number },
): Activity {
  const whole = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();
  const first = whole.split('\n')[0]?.trim() ?? '';
  const title = first !== '' && first.length <= 120 ? first : name;
  return newActivity({ id, affiliateId, kind: 'note', at, title, text: whole.slice(0, LONGEST_TEXT).toWellFormed() });
}
