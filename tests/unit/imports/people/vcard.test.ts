import { describe, expect, it } from 'vitest';
import { isVcard, vcardCsv } from '#shared/domain/imports/vcard.ts';
import { encode } from '../encode.ts';
import { bytesOf } from '../read.ts';
import { readList } from './read-people.ts';

const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const one = (...lines: readonly string[]) => readList(bytesOf(card(...lines))).drafts[0];

describe('vCards', () => {
  it('are told by their first line, whatever the encoding', () => {
    expect(isVcard(bytesOf('\uFEFFBEGIN:VCARD\r\n'))).toBe(true);
    expect(isVcard(bytesOf('\n begin:vcard\nVERSION:3.0'))).toBe(true);
    expect(isVcard(bytesOf('BEGIN:VCALENDAR\r\n'))).toBe(false);
    expect(isVcard(bytesOf('Name,Email\n'))).toBe(false);
    expect(isVcard(new Uint8Array(0))).toBe(false);
  });

  it('may have any line ends, and lines folded anywhere', () => {
    const text = card(
      'VERSION:3.0',
      'FN:Jane Doe',
      'EMAIL:jane@pa',
      ' ws.com',
      'NOTE:one\\, two\\nthree\\; fo',
      '\tur',
    );
    for (const end of ['\r\n', '\n', '\r']) {
      const [draft] = readList(bytesOf(text.replaceAll('\r\n', end))).drafts;
      expect(draft).toMatchObject({
        contacts: [{ name: 'Jane Doe', email: 'jane@paws.com' }],
        notes: 'one, two\nthree; four',
      });
    }
  });

  it('prefer what is marked as preferred, in each version’s way', () => {
    const mails = (...params: readonly string[]): string =>
      one('FN:J', ...params.map((each, at) => `EMAIL${each}:${at}@paws.com`))?.contacts[0]?.email ?? '';
    expect(mails('', ';TYPE=WORK,PREF')).toBe('1@paws.com');
    expect(mails(';PREF=2', ';PREF=1')).toBe('1@paws.com');
    expect(mails(';INTERNET', ';INTERNET;PREF')).toBe('1@paws.com');
    expect(mails('', '')).toBe('0@paws.com');
  });

  it('keep escaped semicolons and colons in quoted parameters', () => {
    expect(one('N:van der\\;Berg;An;;;', 'ORG:Paws\\; Claws;Sales', 'TEL;X-LABEL="a:b;c":1')).toMatchObject({
      company: 'Paws; Claws',
      contacts: [{ name: 'An van der;Berg', phone: '1' }],
    });
  });

  it('call a company by its name alone, and a person by the full name where the parts are missing', () => {
    expect(one('N:;;;;', 'FN:Paws Ltd', 'ORG:Paws Ltd', 'EMAIL:info@paws.com')).toMatchObject({
      company: 'Paws Ltd',
      contacts: [{ name: '' }],
    });
    expect(one('FN:Jane Doe')).toMatchObject({ company: '', contacts: [{ name: 'Jane Doe' }] });
  });

  it('decode quoted-printable in UTF-8 and Latin letters, with soft line breaks', () => {
    const name = one('N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;J=F6rg', 'TEL:1')?.contacts[0]?.name;
    expect(name).toBe('Jörg Müller');
    const note = one('FN:J', 'NOTE;QUOTED-PRINTABLE:eins=0D=0A=', 'zwei =3D drei')?.notes;
    expect(note).toBe('eins\nzwei = drei');
  });

  it('sort channels from sites', () => {
    expect(
      one(
        ...[
          'FN:J',
          'URL:https://paws.com',
          'URL:https://www.youtube.com/@paws',
          'X-SOCIALPROFILE;TYPE=twitter:https://x.com/paws',
        ],
        ...[
          'URL:https://paws.com/facebook-tips',
          'SOCIALPROFILE;SERVICE-TYPE=Instagram:https://www.instagram.com/paws',
        ],
      ),
    ).toMatchObject({
      sites: ['https://paws.com', 'https://paws.com/facebook-tips'],
      social: [
        { kind: 'youtube', address: 'https://www.youtube.com/@paws' },
        { kind: 'instagram', address: 'https://www.instagram.com/paws' },
        { kind: 'x', address: 'https://x.com/paws' },
      ],
    });
  });

  it('are read in UTF-16, too', () => {
    const text = card('VERSION:3.0', 'FN:Jörg', 'EMAIL:j@paws.com') + card('VERSION:3.0', 'FN:Ann', 'EMAIL:a@paws.com');
    expect(readList(encode(text, 'utf-16le', true)).drafts.map(({ contacts }) => contacts[0]?.name)).toEqual([
      'Jörg',
      'Ann',
    ]);
  });

  it('without an end are no person, and do not swallow the next', () => {
    const text = `BEGIN:VCARD\r\nFN:Cut\r\nEMAIL:cut@paws.com\r\n${card('FN:Whole', 'EMAIL:whole@paws.com')}`;
    const list = readList(bytesOf(text));
    expect(list.drafts.map(({ contacts }) => contacts[0]?.name)).toEqual(['Whole']);
    expect(list.rejectedRows + list.skipped.length).toBe(1);
  });

  it('never throw, whatever a file that begins like one holds', () => {
    for (const odd of [
      '',
      ':',
      'N',
      'N;:',
      ';;;:x',
      'EMAIL;TYPE=":a',
      'X;ENCODING=QUOTED-PRINTABLE:=',
      '=\n=',
      '\u0000:\u0000',
    ])
      expect(() => vcardCsv(bytesOf(`BEGIN:VCARD\n${odd}\nEND:VCARD`))).not.toThrow();
  });
});
