// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { closeApp, openApp } from './open-app.tsx';

afterEach(() => {
  closeApp();
  vi.unstubAllGlobals();
});

const people = {
  affiliates: [
    newAffiliate({
      id: 'a1',
      name: 'Paws',
      createdAt: 0,
      createdByImport: null,
      editedAt: null,
      contacts: [{ name: 'Jane Doe', email: 'jane@paws.com', phone: '', role: '', source: '' }],
    }),
  ],
};
const activities = () => database().activities.toArray();

const MAIL = [
  'From: Jane <jane@paws.com>',
  'To: ann@brand.com',
  'Subject: My commission',
  'Date: Tue, 03 Nov 2026 10:00:00 +0000',
  'Message-ID: <m1@paws.com>',
  '',
  'Where is it?',
].join('\r\n');

/** Bytes of dropped files, by the order in which they are taken. */
function serveIntakes(contents: Readonly<Record<string, string>>, names: readonly string[]): void {
  vi.stubGlobal('fetch', (url: string) => {
    const at = Number(/(\d+)$/.exec(url)?.[1] ?? 0) - 1;
    return Promise.resolve(new Response(contents[names[at % names.length] ?? ''] ?? ''));
  });
}

async function openPaws(contents: Readonly<Record<string, string>>, names: readonly string[]) {
  const app = await openApp(fakeLedger(), people);
  serveIntakes(contents, names);
  act(() => showAffiliate('a1'));
  await screen.findByRole('region', { name: 'Questions of the affiliate' });
  return app;
}
const drop = (...names: readonly string[]): void => {
  const files = names.map((name) => new File(['x'], name));
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } });
};

describe('files dropped on an affiliate’s page', () => {
  it('are mails on the timeline, each once', async () => {
    const { user } = await openPaws({ 'a.eml': MAIL }, ['a.eml']);
    drop('a.eml');
    await waitFor(async () => expect(await activities()).toHaveLength(1));
    expect(await activities()).toMatchObject([
      {
        affiliateId: 'a1',
        kind: 'mail',
        direction: 'in',
        title: 'My commission',
        text: 'Where is it?',
        at: Date.UTC(2026, 10, 3, 10),
      },
    ]);
    expect((await database().affiliates.get('a1'))?.lastContact).toBe('2026-11-03');
    drop('a.eml');
    expect(await screen.findByText(/“My commission” is on the timeline already/)).toBeInTheDocument();
    expect(await activities()).toHaveLength(1);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await activities()).toEqual([]));
  });

  it('offer an address that nobody knows as a contact', async () => {
    const { user } = await openPaws({ 'a.eml': MAIL.replace('jane@paws.com', 'new@agency.com') }, ['a.eml']);
    drop('a.eml');
    expect(await screen.findByText('new@agency.com is not among the contacts of Paws.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add as a contact' }));
    await waitFor(async () =>
      expect((await database().affiliates.get('a1'))?.contacts.map(({ email }) => email)).toEqual([
        'jane@paws.com',
        'new@agency.com',
      ]),
    );
  });

  it('are notes and kept files too; a mail that cannot be read is refused in a sentence, an export imported', async () => {
    const { desk } = await openPaws({ 'call.txt': 'Call\nShe wants more.', 'bad.eml': 'no mail' }, [
      'call.txt',
      'bad.eml',
    ]);
    drop('call.txt', 'bad.eml', 'terms.pdf', 'old.msg');
    await waitFor(async () => expect(await activities()).toHaveLength(2));
    const kinds = (await activities()).map(({ kind, title }) => `${kind} ${title}`).sort();
    expect(kinds).toEqual(['file terms.pdf', 'note Call']);
    expect(desk.kept.map(({ name }) => name)).toEqual(['terms.pdf']);
    expect(
      await screen.findByText(/“bad.eml” is not a mail that can be read.*“old.msg” is a mail of Outlook/),
    ).toBeInTheDocument();
    drop('export.csv');
    expect(await screen.findByRole('heading', { level: 1, name: 'Imports' })).toBeInTheDocument();
  });

  it('are no exports anywhere else: she is told where a mail belongs', async () => {
    await openApp(fakeLedger(), people);
    // The window listens once its screen is there.
    await screen.findByRole('main');
    await act(() => Promise.resolve());
    drop('a.eml');
    expect(
      await screen.findByText(/“a.eml” is a mail. Open the page of the affiliate it belongs to/),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeInTheDocument();
  });
});
