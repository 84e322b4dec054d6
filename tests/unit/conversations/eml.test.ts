import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { LARGEST_MAIL, readEml } from '#shared/domain/conversations/eml-read.ts';
import { draftEml, newMessageId, type Draft } from '#shared/domain/conversations/eml-write.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const read = async (text: string) => {
  const result = await readEml('a.eml', bytes(text.replaceAll(/\r?\n/g, '\r\n')));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const DRAFT: Draft = {
  from: { name: 'Ann Müller', email: 'ann@pawsome.example' },
  to: { name: 'Smith, "Jane"', email: 'jane@paws.example' },
  subject: 'Hello',
  text: 'Hi Jane,\n\nall well?',
  messageId: '<1@pawsome.example>',
  date: Date.UTC(2026, 10, 24, 9, 5),
};

describe('a draft', () => {
  it('is what mail programs open as one', () => {
    expect(draftEml(DRAFT)).toBe(
      [
        'X-Unsent: 1',
        'From: =?utf-8?Q?Ann_M=C3=BCller?=',
        ' <ann@pawsome.example>',
        'To: "Smith, \\"Jane\\"" <jane@paws.example>',
        'Subject: Hello',
        'Date: Tue, 24 Nov 2026 09:05:00 +0000',
        'Message-ID: <1@pawsome.example>',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Hi Jane,',
        '',
        'all well?',
        '',
      ].join('\r\n'),
    );
  });

  it('cannot be given another header by what stands in a field', () => {
    const text = draftEml({
      ...DRAFT,
      subject: 'Hi\r\nBcc: all@example.com\r\n\r\nx',
      to: { name: 'Jane\nBcc: a@b.c', email: 'jane@paws.example>\r\nBcc: <c@d.e' },
    });
    expect(text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/m);
  });

  const word = fc.string({ unit: 'grapheme', maxLength: 12 });
  const line = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  // What a header cannot hold: control characters, blanks around it and several in a row.
  const header = line.map((text) =>
    text
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  const body = fc.array(
    fc.oneof(line, fc.constantFrom('', '.', 'From here', 'a=3D b', 'x'.repeat(200), ' end ', 'tab\t')),
  );

  it('read back is what was written, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(header, header, header, body, async (from, to, subject, lines) => {
        const text = lines
          .join('\n')
          .toWellFormed()
          .replaceAll(/[\u0000\r\ufeff]/g, '');
        const written = draftEml({
          ...DRAFT,
          from: { ...DRAFT.from, name: from },
          to: { ...DRAFT.to, name: to },
          subject,
          text,
        });
        expect(written).toMatch(/^[\r\n -~]*$/);
        for (const each of written.split('\r\n')) expect(each.length).toBeLessThanOrEqual(78);
        const mail = await PostalMime.parse(bytes(written));
        expect(mail.from).toEqual({ name: from, address: DRAFT.from.email });
        expect(mail.to).toEqual([{ name: to, address: DRAFT.to.email }]);
        expect(mail.subject ?? '').toBe(subject);
        expect(mail.text).toBe(`${text}\n`);
        expect(mail.messageId).toBe(DRAFT.messageId);
        expect(Date.parse(mail.date ?? '')).toBe(DRAFT.date);
      }),
      { numRuns: 300 },
    );
  });

  it('has a name at the domain it is sent from', () => {
    expect(newMessageId('1-2', 'ann@pawsome.example')).toBe('<1-2@pawsome.example>');
    expect(newMessageId('1-2', '')).toBe('<1-2@localhost>');
  });
});

describe('a mail', () => {
  it('of several parts is its text; attachments are named', async () => {
    const mail = await read(`From: "Jane" <Jane@Paws.example>
To: Ann <ann@pawsome.example>
Cc: Team: a@b.example, c@d.example;
Subject: =?iso-8859-1?Q?Gr=FC=DFe?=
 und mehr
Date: Tue, 24 Nov 2026 10:05:00 +0100
Message-ID: <x@paws.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

SGnCoEFubg==
--c
Content-Type: text/html

<p>Hi <b>Ann</b></p>
--c--
--b
Content-Type: application/pdf; name="terms.pdf"
Content-Disposition: attachment; filename="terms.pdf"
Content-Transfer-Encoding: base64

AAAA
--b--
`);
    expect(mail).toEqual({
      from: { name: 'Jane', email: 'jane@paws.example' },
      to: ['ann@pawsome.example', 'a@b.example', 'c@d.example'],
      subject: 'Grüße und mehr',
      text: 'Hi\u00a0Ann\n\nAttachments: terms.pdf',
      date: Date.UTC(2026, 10, 24, 9, 5),
      messageId: '<x@paws.example>',
    });
  });

  it('of HTML alone becomes text, with nothing of its scripts and styles', async () => {
    const mail = await read(`From: a@b.example
Subject: x
Content-Type: text/html; charset=utf-8

<html><head><style>p {color: red}</style></head><body><p>Hi&nbsp;Ann &amp; all,</p><script>steal()</script>
<ul><li>one<li>two</ul>Best<br>Jane</body></html>
`);
    expect(mail.text).toBe('Hi Ann & all,\n\n• one\n• two\nBest\nJane');
  });

  it('in an old encoding is read in it', async () => {
    const result = await readEml(
      'a.eml',
      latin(
        'From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\nGr\xfc\xdfe \x80 5',
      ),
    );
    expect(result).toMatchObject({ ok: true, value: { text: 'Grüße € 5' } });
    const unknown = await readEml(
      'a.eml',
      latin('From: a@b.example\r\nContent-Type: text/plain; charset=klingon-9\r\n\r\nplain'),
    );
    expect(unknown).toMatchObject({ ok: true, value: { text: 'plain' } });
  });

  it.each(['Tomorrow, maybe', '', '31 Feb 99999', 'Mon, 01 Jan 1900 00:00:00 +0000'])(
    'with the date %j has none',
    async (date) => {
      expect((await read(`From: a@b.example\nDate: ${date}\n\nx`)).date).toBeNull();
    },
  );

  it('that is none is refused in a sentence', async () => {
    for (const text of ['', 'Just a text.\n\nNothing more.', 'id,name\n1,2\n', '{"a": 1}']) {
      const result = await readEml('list.eml', bytes(text));
      expect(result).toMatchObject({ ok: false, error: { code: 'not-a-mail' } });
      if (!result.ok) expect(result.error.message).toContain('“list.eml” is not a mail');
    }
    expect(await readEml('big.eml', new Uint8Array(LARGEST_MAIL + 1))).toMatchObject({ error: { code: 'too-large' } });
  });

  it('of any bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (some) => {
        const start = bytes('From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n');
        expect((await readEml('a.eml', new Uint8Array([...start, ...some]))).ok).toBe(true);
        await readEml('a.eml', some);
      }),
    );
  });

  it('of twenty megabytes is read', async () => {
    const attachment = `${'A'.repeat(76)}\r\n`.repeat(250_000);
    const mail = await readEml(
      'a.eml',
      bytes(
        `From: a@b.example\r\nSubject: big\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment}--b--\r\n`,
      ),
    );
    expect(mail).toMatchObject({ ok: true, value: { text: 'Hi\n\nAttachments: a.png' } });
  });
});
