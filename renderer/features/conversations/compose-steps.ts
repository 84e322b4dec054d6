import { logAll } from '#renderer/db/mails.ts';
import { desk } from '#renderer/platform/desk.ts';
import { usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { draftEml, newMessageId } from '#shared/domain/conversations/eml-write.ts';
import { bodyOf, sentActivity, subjectOf, type Outgoing } from '#shared/domain/conversations/outgoing.ts';
import { LONGEST_MAILTO, mailtoAddress } from '#shared/domain/conversations/recipients.ts';
import { told } from './conversation-steps.ts';

/** The address that opens the mail program with a message in it. */
export const mailtoOf = (mail: Outgoing): string =>
  mailtoAddress(mail.recipient.contact.email, subjectOf(mail), bodyOf(mail));

export const fitsMailto = (mail: Outgoing): boolean => mailtoOf(mail).length <= LONGEST_MAILTO;

/** Hands a message to the mail program and writes down that it was sent. True if it was handed over. */
export async function openInMailProgram(mail: Outgoing): Promise<boolean> {
  const opened = await desk().links.open(mailtoOf(mail));
  if (!opened.ok) {
    say(opened.error.message);
    return false;
  }
  return log([{ mail, messageId: '' }]);
}

/** Puts subject and text on the clipboard and writes down that it was sent. */
export async function copyMail(mail: Outgoing): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(`${subjectOf(mail)}\n\n${bodyOf(mail)}`);
  } catch {
    say('The clipboard cannot be written to. Select the text in the preview and copy it.');
    return false;
  }
  return log([{ mail, messageId: '' }]);
}

/** Writes a draft for each into a folder of her choice and writes down which were sent. Answers those that were written. */
export async function writeDrafts(
  mails: readonly Outgoing[],
  sender: PreferencesState['sender'],
): Promise<readonly Outgoing[]> {
  const date = Date.now();
  const drafts = mails.map((mail) => {
    const { affiliate, contact } = mail.recipient;
    const messageId = newMessageId(crypto.randomUUID(), sender.email);
    const text = draftEml({
      from: { name: sender.name || sender.brand, email: sender.email },
      to: contact,
      subject: subjectOf(mail),
      text: bodyOf(mail),
      messageId,
      date,
    });
    return { mail, messageId, file: { name: affiliate.name.slice(0, 120).trim() || 'Draft', text } };
  });
  const saved = await desk().files.saveMany({ ending: '.eml', files: drafts.map(({ file }) => file) });
  if (!saved.ok) {
    say(saved.error.message);
    return [];
  }
  if (saved.value.kind === 'cancelled') return [];
  const written = drafts.slice(0, saved.value.names.length);
  if (!(await log(written))) return [];
  const { problem, folder } = saved.value;
  say(
    problem === null
      ? `${written.length === 1 ? '1 draft is' : `${written.length} drafts are`} in the folder “${folder}”.`
      : `${written.length} of ${drafts.length} drafts are in the folder “${folder}”. ${problem}`,
  );
  return written.map(({ mail }) => mail);
}

/** Writes on the timeline of each that it was sent: one step. */
async function log(sent: readonly { readonly mail: Outgoing; readonly messageId: string }[]): Promise<boolean> {
  const now = Date.now();
  const { zone } = usePreferences.getState();
  const activities = sent.map(({ mail, messageId }) => sentActivity(mail, { id: crypto.randomUUID(), messageId, now }));
  const [first] = sent;
  const who = sent.length === 1 ? (first?.mail.recipient.affiliate.name ?? '') : `${sent.length} affiliates`;
  return told(`Logged for ${who}`, await logAll(`Log mails to ${who}`, activities, { now, zone }));
}
