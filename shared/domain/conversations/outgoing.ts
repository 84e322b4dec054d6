import { newActivity, type Activity } from '../affiliates/activity.ts';
import { mergedText, mergePieces, missingIn, problemsIn, type FieldNames, type MergedPiece } from './merge.ts';
import type { Recipient } from './recipients.ts';
import type { Template } from './template.ts';

/** What is written, with its fields. */
export type Message = Pick<Template, 'subject' | 'body' | 'fallbacks'>;

export const EMPTY_MESSAGE: Message = { subject: '', body: '', fallbacks: {} };

/** A message made out for one of those it goes to. */
export interface Outgoing {
  readonly recipient: Recipient;
  readonly subject: readonly MergedPiece[];
  readonly body: readonly MergedPiece[];
  /** Names of fields that have nothing to say. */
  readonly missing: readonly string[];
}

/** Makes a message out for one recipient. `values`: theirs, by key. */
export function outgoing(
  recipient: Recipient,
  message: Message,
  names: FieldNames,
  values: ReadonlyMap<string, string>,
): Outgoing {
  const subject = mergePieces(message.subject, names, values, message.fallbacks);
  const body = mergePieces(message.body, names, values, message.fallbacks);
  return { recipient, subject, body, missing: missingIn([...subject, ...body]) };
}

/** Whether a message can leave for anyone: there is something in it, and nothing of it is written wrong. */
export const isSound = ({ subject, body }: Message, names: FieldNames): boolean =>
  `${subject}${body}`.trim() !== '' && problemsIn([subject, body], names).length === 0;

export const subjectOf = ({ subject }: Outgoing): string => mergedText(subject).replaceAll(/\s+/g, ' ').trim();

export const bodyOf = ({ body }: Outgoing): string => mergedText(body);

/** What stands on the timeline of whoever it went to. `messageId`: '' where the mail program gives it one. */
export function sentActivity(
  sent: Outgoing,
  { id, messageId, now }: { readonly id: string; readonly messageId: string; readonly now: number },
): Activity {
  const title = subjectOf(sent);
  return newActivity({
    id,
    affiliateId: sent.recipient.affiliate.id,
    kind: 'mail',
    at: now,
    title: title === '' ? 'No subject' : title.slice(0, 300),
    text: bodyOf(sent),
    direction: 'out',
    messageId,
  });
}
