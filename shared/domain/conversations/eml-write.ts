/** A mail to be sent by somebody's mail program. */
export interface Draft {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  /** Plain text, lines ended by \n. */
  readonly text: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** Epoch ms. */
  readonly date: number;
}

interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/** The longest line of a header or of an encoded body, without its end (RFC 5322, 2.1.1; RFC 2045, 6.7). */
const LINE = 76;
/** The longest encoded word (RFC 2047, 2). */
const WORD = 75;
const WORD_START = '=?utf-8?Q?';
const WORD_END = '?=';

/**
 * The text of an `.eml` file (RFC 5322, lines ended by CRLF) that mail programs open as a draft: `X-Unsent: 1` tells Outlook and its
 * kin so. Headers are encoded words where they are not ASCII (RFC 2047), the body is quoted-printable UTF-8 (RFC 2045), so that the
 * file is ASCII wherever the addresses are.
 */
export function draftEml({ from, to, subject, text, messageId, date }: Draft): string {
  const headers = [
    'X-Unsent: 1',
    `From: ${mailbox(from, 'From: '.length)}`,
    `To: ${mailbox(to, 'To: '.length)}`,
    `Subject: ${unstructured(subject, 'Subject: '.length)}`,
    `Date: ${mailDate(date)}`,
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${quotedPrintable(text)}\r\n`;
}

/** A name for a mail among all, at the domain it is sent from. `unique`: letters, digits and hyphens. */
export function newMessageId(unique: string, email: string): string {
  const domain = email.slice(email.lastIndexOf('@') + 1).replaceAll(/[^A-Za-z0-9.-]/g, '');
  return `<${unique}@${domain === '' ? 'localhost' : domain}>`;
}

/** "Tue, 24 Nov 2026 09:05:00 +0000" (RFC 5322, 3.3). */
function mailDate(instant: number): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000');
}

/** One line: what breaks or ends a header becomes a blank. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .trim();

const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !text.includes('=?');

function mailbox({ name, email }: Mailbox, before: number): string {
  const address = `<${oneLine(email).replaceAll(/[\s<>]/g, '')}>`;
  const display = oneLine(name);
  if (display === '') return address;
  const short = before + display.length + address.length + 8 < LINE;
  if (isPlain(display) && short) return `"${display.replaceAll(/["\\]/g, '\\$&')}" ${address}`;
  return `${encodedWords(display, before)}\r\n ${address}`;
}

function unstructured(text: string, before: number): string {
  const line = oneLine(text);
  return isPlain(line) && before + line.length <= LINE ? line : encodedWords(line, before);
}

/** A text as encoded words of whole characters, one a line from the second on (RFC 2047, 5 (3) and 6.2). */
function encodedWords(text: string, before: number): string {
  const words: string[] = [];
  let word = '';
  let room = Math.min(WORD, LINE - before) - WORD_START.length - WORD_END.length;
  for (const char of text) {
    const encoded = char === ' ' ? '_' : /^[A-Za-z0-9!*+/-]$/.test(char) ? char : bytesOf(char);
    if (word.length + encoded.length > room) {
      words.push(word);
      word = '';
      room = WORD - WORD_START.length - WORD_END.length;
    }
    word += encoded;
  }
  return [...words, word].map((each) => `${WORD_START}${each}${WORD_END}`).join('\r\n ');
}

const UTF8 = new TextEncoder();

/** "=C3=BC" */
const bytesOf = (text: string): string =>
  [...UTF8.encode(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Quoted-printable (RFC 2045, 6.7): soft breaks between whole characters, blanks at the end of a line kept by encoding them. */
function quotedPrintable(text: string): string {
  return text
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join('\r\n');
}

function quotedLine(line: string): string {
  const chars = [...line];
  let done = '';
  let current = '';
  for (const [at, char] of chars.entries()) {
    const isLast = at === chars.length - 1;
    // A dot or "From " that begins a line may be changed on the way (RFC 5321, 4.5.2; mbox files).
    const isFirst = current === '';
    const stays = char === ' ' || char === '\t' ? !isLast : /^[!-<>-~]$/.test(char) && !(isFirst && /[.F]/.test(char));
    const encoded = stays ? char : bytesOf(char);
    // One place is kept for the "=" of a soft break.
    if (current.length + encoded.length > (isLast ? LINE : LINE - 1)) {
      done += `${current}=\r\n`;
      current = '';
    }
    current += encoded;
  }
  return done + current;
}
