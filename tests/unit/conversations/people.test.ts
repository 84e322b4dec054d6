import { describe, expect, it } from 'vitest';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { ReadMail } from '#shared/domain/conversations/eml-read.ts';
import { heardMail, heardText } from '#shared/domain/conversations/heard.ts';
import { decode } from '#shared/domain/conversations/plain-text.ts';
import { mailtoAddress, recipientsOf } from '#shared/domain/conversations/recipients.ts';

const contact = (name: string, email: string) => ({ name, email, phone: '', role: '', source: '' });
const affiliate = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id.toUpperCase(), createdAt: 0, createdByImport: null, editedAt: null, ...known });

describe('recipients', () => {
  const jane = contact('Jane', 'jane@paws.com');
  const tom = contact('Tom', ' tom@paws.com ');
  const paws = affiliate('paws', { contacts: [contact('Nobody', ''), contact('Odd', 'ask me'), jane, tom] });
  const quiet = affiliate('quiet', { contacts: [jane], privacy: { origin: '', mail: 'no', note: '' } });
  const none = affiliate('none', { paymentEmail: 'pay@x.com' });

  it('are those with an address who may be mailed; the others are named', () => {
    const found = recipientsOf([paws, quiet, none], {});
    expect(found.ready.map(({ contact: { email } }) => email)).toEqual(['jane@paws.com']);
    expect(found.unwanted).toEqual([quiet]);
    expect(found.unreachable).toEqual([none]);
  });

  it('are written to where she says', () => {
    expect(recipientsOf([paws], { paws: ' tom@paws.com ' }).ready[0]?.contact.email).toBe('tom@paws.com');
    expect(recipientsOf([paws], { paws: 'gone@paws.com' }).ready[0]?.contact.email).toBe('jane@paws.com');
  });
});

describe('an address for the mail program', () => {
  it('has everything in it, and nothing of it can end a part', () => {
    const url = mailtoAddress('jane+a@paws.com', 'A & B?', "Hi\nit's 100% ü = {x}");
    expect(url).toBe(
      'mailto:jane%2Ba@paws.com?subject=A%20%26%20B%3F&body=Hi%0D%0Ait%27s%20100%25%20%C3%BC%20%3D%20%7Bx%7D',
    );
    const read = new URL(url);
    expect(read.searchParams.get('body')).toBe("Hi\r\nit's 100% ü = {x}");
    expect(mailtoAddress('a@b.c?bcc=x@y.z', '', '')).toBe('mailto:a@b.c%3Fbcc%3Dx@y.z');
    expect(() => mailtoAddress('a@b.c', '\ud800', '\udc00')).not.toThrow();
  });
});

describe('a mail added to an affiliate', () => {
  const paws = affiliate('paws', { contacts: [contact('Jane', 'Jane@Paws.com')] });
  const mail = (from: string, to: readonly string[], more: Partial<ReadMail> = {}): ReadMail => ({
    from: { name: 'X', email: from },
    to,
    subject: 'Hello',
    text: 'Hi',
    date: 5,
    messageId: '<1>',
    ...more,
  });
  const hear = (read: ReadMail) => heardMail(read, paws, { id: 'n', me: 'ann@brand.com', now: 9 });

  it.each([
    ['jane@paws.com', ['ann@brand.com'], 'in', null],
    ['ANN@brand.com', ['jane@paws.com'], 'out', null],
    ['ann@brand.com', ['new@paws.com'], 'out', null],
    ['help@brand.com', ['jane@paws.com'], 'out', null],
    ['new@else.com', ['ann@brand.com'], 'in', 'new@else.com'],
    ['new@else.com', [], 'in', 'new@else.com'],
    ['', [], 'in', null],
  ])('from %j to %j is %s', (from, to, direction, stranger) => {
    const heard = hear(mail(from, to));
    expect(heard.activity.direction).toBe(direction);
    expect(heard.stranger?.email ?? null).toBe(stranger);
    expect(heard.activity).toMatchObject({ kind: 'mail', at: 5, title: 'Hello', text: 'Hi', messageId: '<1>' });
  });

  it('without a date stands under now, without a subject says so', () => {
    const { activity } = hear(mail('a@b.c', [], { date: null, subject: '' }));
    expect(activity).toMatchObject({ at: 9, title: 'No subject' });
  });

  it('as a text is a note by its first line, or by its name', () => {
    const of = (text: string) => heardText(text, { id: 'n', affiliateId: 'a', name: 'call.txt', at: 1 });
    expect(of('\r\nCall with Jane\r\nShe wants more.')).toMatchObject({
      kind: 'note',
      title: 'Call with Jane',
      text: 'Call with Jane\nShe wants more.',
    });
    expect(of('x'.repeat(121)).title).toBe('call.txt');
  });
});

describe('a text file', () => {
  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xbc], 'ü'],
    ['UTF-8 without a mark', [0xc3, 0xbc], 'ü'],
    ['UTF-16', [0xff, 0xfe, 0xfc, 0x00], 'ü'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xfc], 'ü'],
    ['windows-1252', [0xfc, 0x20, 0x80], 'ü €'],
  ])('in %s is read', (_, bytes, expected) => {
    expect(decode(Uint8Array.from(bytes))).toBe(expected);
  });
});
