// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { profileSettings } from '#renderer/db/preferences.ts';
import { allOwnProfiles } from '#renderer/db/profiles.ts';
import { useImport } from '#renderer/features/imports/wizard-store.ts';
import { useIncoming } from '#renderer/session/incoming.ts';
import { profileToFile } from '#shared/domain/imports/profile-file.ts';
import { fakeLedger, type FakeLedger } from '#tests/support/fake-ledger.ts';
import { file, issue, known, recognition, rejected, rows, sample, unknown } from './import-cases.ts';
import { closeApp, openApp } from './open-app.tsx';

let ledger: FakeLedger;

beforeEach(() => {
  useImport.setState({ wizard: { kind: 'idle' }, finished: [], unfolded: [] });
  useIncoming.setState({ entries: [] });
  ledger = fakeLedger();
  ledger.next = { recognition, rows, issues: [issue], rejected };
});
afterEach(() => {
  vi.unstubAllGlobals();
  closeApp();
});

describe('a table that is not known', () => {
  it('is matched with the keyboard alone, saved, and undone as a format', async () => {
    ledger.next = { recognition: unknown, rows, sample };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file('f1', 'zoo-2026-05.csv')]);
    const form = await screen.findByRole('form', { name: 'Match columns' });
    const missing = within(form).getByRole('list', { name: 'What is missing' });
    expect(missing).toHaveTextContent('Choose the column with the sale or the commission.');
    expect(within(form).getByRole('button', { name: 'Save and continue' })).toBeDisabled();

    const match = async (column: string, field: string): Promise<void> => {
      within(form)
        .getByRole('combobox', { name: `What ${column} is` })
        .focus();
      await user.keyboard(field);
      await screen.findByRole('option', { name: field });
      await user.keyboard('{ArrowDown}{Enter}');
    };
    await match('Ref', 'Transaction id');
    await match('Worth', 'Sale');
    await match('State', 'Status');
    expect(missing).not.toHaveTextContent('sale or the commission');
    await user.type(within(form).getByLabelText('Network'), 'Zoo');
    await user.type(within(form).getByLabelText('Program'), 'Pets');
    await user.type(within(form).getByLabelText('Currency'), 'usd');
    within(form)
      .getByRole('button', { name: /Order of dates/ })
      .focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: 'Day first: 03/04/2026 is April 3' });
    await user.keyboard('{ArrowDown}{Enter}');
    const words = within(form).getByRole('region', { name: 'Status words' });
    within(words)
      .getByRole('button', { name: /Meaning of “ok”/ })
      .focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: 'Approved' });
    await user.keyboard('appr{Enter}');
    await waitFor(() => expect(missing).toBeEmptyDOMElement());
    const name = within(form).getByLabelText('Name of the format');
    expect(name).toHaveValue('Zoo');
    name.focus();
    await user.keyboard('{Enter}');

    expect(await screen.findByText('All 2 rows are new.')).toBeInTheDocument();
    const [own] = await allOwnProfiles();
    expect(own).toMatchObject({
      name: 'Zoo',
      network: 'Zoo',
      program: 'Pets',
      currency: 'USD',
      dateOrder: 'dmy',
      statuses: { ok: 'approved' },
      extras: [],
    });
    expect(own?.mapping.map(({ field }) => field)).toEqual([
      'transactionId',
      'eventTime',
      'partnerId',
      'sale',
      'status',
    ]);
    expect(ledger.planned.at(-1)?.recognition).toMatchObject({ profileId: own?.id, profileName: 'Zoo' });

    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await allOwnProfiles()).toEqual([]));
  });

  it('keeps the columns that she wants kept, and no others', async () => {
    ledger.next = { recognition: unknown, rows, sample };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    const form = await screen.findByRole('form', { name: 'Match columns' });
    await user.click(within(form).getByRole('checkbox', { name: 'Keep Worth as an extra field' }));
    const state = useImport.getState().wizard;
    expect(state.kind === 'mapping' && state.reading.recognition.extras).toEqual([0, 4]);
    await user.click(within(form).getByRole('checkbox', { name: 'Keep all other columns' }));
    const all = useImport.getState().wizard;
    expect(all.kind === 'mapping' && all.reading.recognition.extras).toEqual([0, 3, 4]);
  });

  it('of a format that is known can be matched otherwise, which makes it a format of hers', async () => {
    ledger.next = { recognition: known, rows, sample: { lines: [5], cells: [['A1', '3.50']] } };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await user.click(await screen.findByRole('button', { name: 'Change columns' }));
    const form = await screen.findByRole('form', { name: 'Match columns' });
    expect(within(form).getByLabelText('Name of the format')).toHaveValue(
      'Impact Advertiser Action Listing, my columns',
    );
    expect(within(form).getAllByText('Known')).toHaveLength(2);
    expect(ledger.discarded).toEqual(['plan-1']);
  });
});

describe('formats', () => {
  const own = {
    id: 'own:1',
    name: 'Zoo',
    signature: 'x',
    network: 'Zoo',
    side: 'brand',
    kind: 'transactions',
    header: ['Ref', 'Worth'],
    hasHeader: true,
    mapping: [{ column: 'Ref', index: 0, field: 'transactionId' }],
    extras: [1],
    statuses: { ok: 'approved' },
    flags: [],
    otherwise: 'unknown',
    identity: { by: 'id', columns: [], again: 'version' },
    negatives: 'as-they-are',
    program: 'Pets',
    currency: 'USD',
    partner: '',
    dateOrder: '',
    zone: 'UTC',
    createdAt: 0,
  } as const;

  it('are shared as a file, renamed, given other meanings, deleted; each can be undone', async () => {
    const { user, desk } = await openApp(ledger);
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(profileToFile(own))));
    desk.tell('intake', [file('p1', 'Zoo.desk-profile.json')]);
    const table = await screen.findByRole('grid', { name: 'Formats' });
    const details = await screen.findByRole('complementary', { name: 'Details of the format' });
    expect(details).toHaveTextContent('Pets');
    expect(desk.released).toEqual(['p1']);

    await user.click(within(details).getByRole('button', { name: 'Export to a file' }));
    await waitFor(() => expect(desk.saved).toHaveLength(1));
    expect(desk.saved[0]?.name).toBe('Zoo.desk-profile.json');
    expect(JSON.parse(desk.saved[0]?.text ?? '')).toEqual(JSON.parse(profileToFile(own)));

    await user.click(within(details).getByRole('button', { name: 'Rename Zoo' }));
    await user.keyboard('Menagerie{Enter}');
    await within(table).findByText('Menagerie');

    await user.click(within(details).getByRole('button', { name: /Meaning of “ok”/ }));
    await user.click(await screen.findByRole('option', { name: 'Locked' }));
    const [stored] = await allOwnProfiles();
    await waitFor(async () =>
      expect(await profileSettings(stored?.id ?? '')).toMatchObject({ words: { ok: 'locked' }, program: 'Pets' }),
    );
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await profileSettings(stored?.id ?? '')).toBeNull());

    await user.click(within(details).getByRole('button', { name: 'Delete' }));
    await waitFor(async () => expect(await allOwnProfiles()).toEqual([]));
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Menagerie')).toBeInTheDocument();
  });

  it('that are none are refused in a sentence', async () => {
    const { desk } = await openApp(ledger);
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"format":"affiliate-desk-profile"}')));
    desk.tell('intake', [file('p1', 'Zoo.desk-profile.json')]);
    expect(await screen.findByRole('alert')).toHaveTextContent('This file is no profile that can be used');
    expect(await allOwnProfiles()).toEqual([]);
  });

  it('of the program are listed once they were used, with the words on which sources disagree', async () => {
    ledger.next = { recognition: known, rows };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await user.click(await screen.findByRole('button', { name: 'Import these rows' }));
    await screen.findByRole('region', { name: 'Import done' });
    await user.click(screen.getByRole('tab', { name: 'Formats' }));
    const table = await screen.findByRole('grid', { name: 'Formats' });
    expect(await within(table).findByText('Impact Advertiser Action Listing')).toBeInTheDocument();
    expect(within(table).getByText('Affiliate Desk')).toBeInTheDocument();
  });
});
