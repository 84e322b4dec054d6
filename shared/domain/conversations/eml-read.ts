import PostalMime, { type Address, type Email, type Mailbox } from 'postal-mime';
import { fail, ok, type Result } from '../../lib/result.ts';
import { htmlText } from './html-text.ts';

/** A mail as the timeline keeps it. */
export interface ReadMail {
  readonly from: { readonly name: string; readonly email: string };
  /** Addresses of To and Cc, lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text; names of attachments at its end. */
  readonly text: string;
  /** Epoch ms; null where the mail has no date that can be read. */
  readonly date: number | null;
  /** Message-ID with its angle brackets; '' if it has none. */
  readonly messageId: string;
}

/** Bytes: no mail server takes more than a few tens of megabytes, and a text of an hour's reading is far below. */
export const LARGEST_MAIL = 30_000_000;
/** Characters of a mail's text that are kept. */
export const LONGEST_TEXT = 100_000;

/**
 * Reads an `.eml` file. HTML-only mails become text. Codes: `too-large`, `not-a-mail`. `name`: of the file, for the sentence.
 */
export async function readEml(name: string, bytes: Uint8Array): Promise<Result<ReadMail>> {
  if (bytes.length > LARGEST_MAIL) {
    return fail(
      'too-large',
      `“${name}” is too large to be read as a mail. Save it without its attachments and add that.`,
    );
  }
  let email: Email;
  try {
    email = await PostalMime.parse(bytes);
  } catch {
    return notAMail(name);
  }
  const known = new Set(email.headers.map(({ key }) => key));
  if (!['from', 'to', 'subject', 'date', 'message-id', 'received'].some((header) => known.has(header))) {
    return notAMail(name);
  }
  const from = mailboxes(email.from ? [email.from] : [])[0];
  return ok({
    from: { name: from?.name ?? '', email: from?.address.trim().toLowerCase() ?? '' },
    to: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address.trim().toLowerCase()),
    subject: (email.subject ?? '').replaceAll(/\s+/g, ' ').trim(),
    text: textOf(email),
    date: dateOf(email.date),
    messageId: (email.messageId ?? '').trim(),
  });
}

const notAMail = (name: string): Result<never> =>
  fail(
    'not-a-mail',
    `“${name}” is not a mail that can be read. Save it again from your mail program as .eml, or as text.`,
  );

const mailboxes = (addresses: readonly Address[]): readonly Mailbox[] =>
  addresses.flatMap((each): readonly Mailbox[] => (each.group === undefined ? [each] : each.group));

function textOf(email: Email): string {
  const plain = tidy(email.text ?? '');
  const text = plain === '' ? tidy(htmlText(email.html ?? '')) : plain;
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).toWellFormed()}\n[…]` : text;
  // Pictures inside the text are no attachments to her.
  const names = email.attachments
    .filter(({ related, disposition }) => related !== true || disposition === 'attachment')
    .map(({ filename, mimeType }) => filename ?? mimeType);
  return [cut, names.length === 0 ? '' : `Attachments: ${names.join(', ')}`].filter((part) => part !== '').join('\n\n');
}

const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim();

function dateOf(text: string | undefined): number | null {
  const instant = Date.parse(text ?? '');
  // Before mails were and far ahead are clocks that were never set.
  return instant > Date.UTC(1980, 0) && instant < Date.UTC(2200, 0) ? instant : null;
}
