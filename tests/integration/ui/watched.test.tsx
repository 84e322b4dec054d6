// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useImport } from '#renderer/features/imports/wizard-store.ts';
import type { FakeDesk } from '#renderer/platform/fake-desk.ts';
import { useIncoming } from '#renderer/session/incoming.ts';
import { choose } from '#renderer/session/preferences.ts';
import { useWatched } from '#renderer/session/watched.ts';
import { fail } from '#shared/lib/result.ts';
import { fakeLedger, type FakeLedger } from '#tests/support/fake-ledger.ts';
import { file, issue, known, recognition, rejected, rows, unknown } from './import-cases.ts';
import { closeApp, openApp, type OpenApp } from './open-app.tsx';

let ledger: FakeLedger;

beforeEach(() => {
  useImport.setState({ wizard: { kind: 'idle' }, finished: [], unfolded: [] });
  useIncoming.setState({ entries: [], resting: false });
  useWatched.setState({ folder: null });
  choose({ autoImport: true });
  ledger = fakeLedger();
  ledger.next = { recognition: known, rows };
});
afterEach(closeApp);

/** Main has noticed new files. */
function come(desk: FakeDesk, ...files: readonly ReturnType<typeof file>[]): void {
  desk.newFiles = [...desk.newFiles, ...files];
  desk.tell('watched', null);
}

async function inbox({ user }: OpenApp): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: 'Inbox' }));
  return screen.findByRole('grid', { name: 'Notifications' });
}

describe('a new file in the watched folder', () => {
  it('is imported by itself where nothing is to ask, told of, and taken back from the inbox', async () => {
    const app = await openApp(ledger);
    choose({ autoImport: true });
    come(app.desk, file('w1', 'June.csv'));
    await waitFor(() => expect(app.desk.watchedNews).toHaveLength(1));
    expect(app.desk.watchedNews[0]).toMatchObject({
      kind: 'imported',
      name: 'June.csv',
      body: expect.stringContaining('2 new') as string,
    });
    expect(app.desk.released).toEqual(['w1']);
    expect(useIncoming.getState()).toEqual({ entries: [], resting: false });

    const list = await inbox(app);
    expect(within(list).getByText('June.csv is imported')).toBeInTheDocument();
    await app.user.click(within(list).getByRole('button', { name: 'Undo this import' }));
    expect(await within(list).findByText('Taken back')).toBeInTheDocument();
    expect(within(list).queryByRole('button', { name: 'Undo this import' })).not.toBeInTheDocument();
  });

  it('that holds nothing new is told of in the inbox alone', async () => {
    ledger = fakeLedger(rows);
    ledger.next = { recognition: known, rows };
    const app = await openApp(ledger);
    choose({ autoImport: true });
    come(app.desk, file('w1', 'June (1).csv'));
    await waitFor(() => expect(app.desk.released).toEqual(['w1']));
    expect(await within(await inbox(app)).findByText('June (1).csv holds nothing new')).toBeInTheDocument();
    expect(app.desk.watchedNews).toEqual([]);
    expect(ledger.choices).toEqual([]);
  });

  it.each([
    ['has rows that cannot be read', { recognition: known, rows, issues: [issue], rejected }, 'can’t be read'],
    ['leaves something to ask', { recognition, rows }, 'asked about it'],
    ['is of no known source', { recognition: unknown, rows }, 'not known yet'],
    ['has words of its own', { recognition: known, rows, words: [{ word: 'odd', count: 1 }] }, 'status words'],
    ['is a list of people', { recognition: { ...known, kind: 'people' as const }, rows }, 'list of people'],
    ['is no table', null, 'no table'],
  ])('that %s waits for her, and nothing is written', async (_what, next, reason) => {
    ledger.next = next;
    const { desk } = await openApp(ledger);
    choose({ autoImport: true });
    come(desk, file('w1', 'June.csv'));
    await waitFor(() => expect(desk.watchedNews).toHaveLength(1));
    expect(desk.watchedNews[0]).toMatchObject({ kind: 'waiting', body: expect.stringContaining(reason) as string });
    expect(desk.released).toEqual([]);
    expect(ledger.choices).toEqual([]);
    expect(useIncoming.getState()).toMatchObject({ entries: [{ id: 'w1' }], resting: false });
    expect(ledger.discarded.length).toBe(ledger.planned.length);
    expect(await screen.findByLabelText('1 to check')).toBeInTheDocument();
  });

  it('waits unseen where she has not asked for more; those that come after one that waits are not held up', async () => {
    const { desk } = await openApp(ledger);
    choose({ autoImport: false });
    come(desk, file('w1', 'June.csv'));
    await waitFor(() => expect(desk.watchedNews).toMatchObject([{ kind: 'waiting', name: 'June.csv', body: '' }]));
    expect(ledger.wishes).toEqual([]);
    choose({ autoImport: true });
    come(desk, file('w2', 'July.csv'));
    await waitFor(() => expect(desk.watchedNews).toHaveLength(2));
    expect(desk.watchedNews[1]).toMatchObject({ kind: 'imported', name: 'July.csv' });
  });

  it('leaves alone what she is looking at', async () => {
    const { desk, user } = await openApp(ledger);
    choose({ autoImport: true });
    desk.tell('intake', [file('mine', 'mine.csv')]);
    const button = await screen.findByRole('button', { name: 'Import these rows' });
    come(desk, file('w1', 'June.csv'));
    await waitFor(() => expect(desk.watchedNews).toMatchObject([{ kind: 'waiting' }]));
    expect(ledger.planned).toHaveLength(1);
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'June.csv' })).toBeInTheDocument();
  });

  it('takes an archive whole or not at all', async () => {
    ledger.inside = ['a.csv', 'b.csv'];
    const { desk } = await openApp(ledger);
    choose({ autoImport: true });
    come(desk, file('z1', 'all.zip'));
    await waitFor(() => expect(desk.watchedNews).toHaveLength(1));
    expect(desk.watchedNews[0]).toMatchObject({ kind: 'imported' });
    // Each was looked at before the first was written; the second held nothing that the first had not brought.
    expect(ledger.planned).toHaveLength(4);
    expect(ledger.choices).toEqual([[]]);
  });

  it('takes back the first exports of an archive whose last turns out to be unreadable', async () => {
    ledger.inside = ['a.csv', 'b.csv'];
    const { plan, undo } = ledger;
    ledger.plan = (...wish) =>
      ledger.planned.length === 3 ? Promise.resolve(fail('gone', 'It is gone.')) : plan(...wish);
    const undone: string[] = [];
    ledger.undo = (importId) => {
      undone.push(importId);
      return undo(importId);
    };
    const { desk } = await openApp(ledger);
    choose({ autoImport: true });
    come(desk, file('z1', 'all.zip'));
    await waitFor(() => expect(desk.watchedNews).toMatchObject([{ kind: 'waiting', body: 'It is gone.' }]));
    expect(ledger.choices).toHaveLength(1);
    expect(undone).toHaveLength(1);
  });

  it('is told of once, also when main offers it again', async () => {
    ledger.next = null;
    const { desk } = await openApp(ledger);
    choose({ autoImport: true });
    come(desk, file('w1', 'June.csv'));
    await waitFor(() => expect(desk.watchedNews).toHaveLength(1));
    // After a restart it has another id.
    desk.newFiles = [];
    come(desk, file('w1 again', 'June.csv'));
    await waitFor(() => expect(useIncoming.getState().entries).toHaveLength(2));
    expect(desk.watchedNews).toHaveLength(1);
  });
});

describe('the settings of it', () => {
  it('choose the folder, rest and go on, and are seen in the sidebar', async () => {
    const { desk, user } = await openApp(ledger);
    desk.folderToWatch = { name: 'Downloads', on: true, there: true };
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    const setting = await screen.findByRole('region', { name: 'Watched folder' });
    await user.click(within(setting).getByRole('button', { name: 'Choose a folder' }));
    const sidebar = screen.getByRole('navigation', { name: 'Screens' });
    expect(await within(sidebar).findByText('Downloads')).toBeInTheDocument();
    await user.click(within(setting).getByRole('button', { name: /Watch this folder/ }));
    await user.click(await screen.findByRole('option', { name: 'Not watched' }));
    await waitFor(() => expect(within(sidebar).queryByText('Downloads')).not.toBeInTheDocument());
    expect(desk.watched).toMatchObject({ on: false });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(desk.watched).toMatchObject({ on: true }));
  });
});
