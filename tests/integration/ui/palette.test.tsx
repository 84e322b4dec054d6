// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { useDoor } from '#renderer/session/doors.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { newAffiliate, newLink } from '#shared/domain/affiliates/affiliate.ts';
import type { FoundTransaction } from '#shared/domain/ledger/books.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp, type OpenApp } from './open-app.tsx';

afterEach(() => {
  closeApp();
  usePreferences.setState({ recentPicks: [] });
});

const paws = newAffiliate({
  ...{ id: 'a1', name: 'Paws and Claws', createdAt: 0, createdByImport: null, editedAt: 1 },
  contacts: [{ name: 'Anna', email: 'anna@paws.example', phone: '', role: '', source: '' }],
  couponCodes: ['PAWS10'],
});
const barks = newAffiliate({ id: 'a2', name: 'Barks', createdAt: 0, createdByImport: null, editedAt: 1 });
const people = {
  affiliates: [paws, barks],
  links: [newLink({ network: 'Impact', partnerId: '7', affiliateId: 'a1' })],
};
const rows = [
  made('2026-11-01', { transactionId: 'T-1001', orderId: 'HP-5005', partnerId: '7', sale: 200 }),
  made('2026-11-02', { transactionId: 'T-1002', partnerId: '8', partnerName: 'Unknown Deals', sale: 50 }),
];

const openPalette = async ({ user }: OpenApp): Promise<HTMLElement> => {
  await user.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { name: 'Search' });
};
const options = (): string[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = (): string => screen.getByRole('option', { selected: true }).textContent;

describe('the search', () => {
  it('finds people by what is known of them, says why, and goes there', async () => {
    const app = await openApp(fakeLedger(rows), people);
    await openPalette(app);
    await app.user.keyboard('anna@');
    await waitFor(() => expect(options()[0]).toBe('Paws and Clawse-mail anna@paws.example'));
    const group = screen.getByRole('group', { name: 'Affiliates' });
    expect(within(group).getAllByRole('option')).toHaveLength(1);
    await app.user.keyboard('{Enter}');
    expect(useNavigation.getState().route).toEqual({ screen: 'affiliate', affiliateId: 'a1' });
  });

  it('finds orders and transactions by a part of their ids, and opens the details', async () => {
    const app = await openApp(fakeLedger(rows), people);
    await openPalette(app);
    await app.user.keyboard('hp-50');
    await waitFor(() => expect(options()).toHaveLength(2));
    expect(options()).toEqual([
      'Transactions with “hp-50”Filter',
      'HP-5005order of T-1001Paws and Claws · $200.00 · Sun, Nov 1',
    ]);
    await app.user.keyboard('{ArrowDown}{Enter}');
    const details = await screen.findByRole('complementary', { name: 'Details of the transaction' });
    expect(details).toHaveTextContent('T-1001');
  });

  it('lets rows of the ledger come later without moving the line she is on', async () => {
    const ledger = fakeLedger(rows);
    let answer: (found: readonly FoundTransaction[]) => void = () => undefined;
    const real = ledger.find.bind(ledger);
    ledger.find = () => new Promise((resolve) => (answer = resolve));
    const app = await openApp(ledger, people);
    await openPalette(app);
    await app.user.keyboard('t-100{ArrowDown}');
    const before = options();
    const line = chosen();
    answer(await real('t-100', 12));
    await waitFor(() => expect(options()).toHaveLength(before.length + 2));
    expect(options().slice(0, before.length)).toEqual(before);
    expect(chosen()).toBe(line);
  });

  it('finds tasks, templates and questions', async () => {
    const app = await openApp(fakeLedger(rows), people);
    await database().templates.put({
      ...{ id: 't', name: 'Welcome', subject: 'Hello there', body: 'Our kennel greets you', fallbacks: {} },
      ...{ use: 'any', sample: false },
    });
    await database().questions.put({
      ...{ id: 'q', affiliateId: 'a2', kind: 'tracking', status: 'open', title: 'Clicks of the kennel', text: '' },
      ...{ due: null, transactions: [], resolution: '', askedAt: 0, resolvedAt: null, sample: false },
    });
    await openPalette(app);
    await app.user.keyboard('kennel');
    await waitFor(() => expect(options()).toHaveLength(3));
    expect(options().slice(0, 2)).toEqual([
      'Clicks of the kennelBarks',
      'Welcomenote Our kennel greets youHello there',
    ]);
    await app.user.keyboard('{Enter}');
    expect(useNavigation.getState().route).toEqual({ screen: 'conversations', tab: 'questions', openId: 'q' });
  });

  it('does what there is to do with the affiliate whose page is open', async () => {
    const app = await openApp(fakeLedger(rows), people);
    useNavigation.getState().go({ screen: 'affiliate', affiliateId: 'a1' });
    await screen.findAllByText('Paws and Claws');
    await openPalette(app);
    await app.user.keyboard('log call');
    await waitFor(() => expect(options()[0]).toBe('Log a call with Paws and Claws'));
    await app.user.keyboard('{Enter}');
    expect(useDoor.getState().door).toEqual({ kind: 'activity', affiliateId: 'a1', activity: 'call' });
  });

  it('takes the contacts of everybody along for other programs, and says who is not among them', async () => {
    const app = await openApp(fakeLedger(rows), people);
    await openPalette(app);
    await app.user.keyboard('hubspot{Enter}');
    await waitFor(() => expect(app.desk.saved).toHaveLength(1));
    expect(app.desk.saved[0]).toMatchObject({ name: 'hubspot-contacts.csv' });
    expect(app.desk.saved[0]?.text).toContain('"anna@paws.example","Anna",,"Paws and Claws"');
    expect(
      await screen.findByText(/^1 contact exported to hubspot-contacts\.csv\. One affiliate has no/),
    ).toBeVisible();
    await openPalette(app);
    await app.user.keyboard('vcard{Enter}');
    await waitFor(() => expect(app.desk.saved.at(-1)?.text).toMatch(/^BEGIN:VCARD\r\n/));
  });

  it('begins with what was chosen lately, also after the next start', async () => {
    const app = await openApp(fakeLedger(rows), people);
    await openPalette(app);
    await app.user.keyboard('barks');
    await waitFor(() => expect(options()[0]).toContain('Barks'));
    await app.user.keyboard('{Enter}');
    await vi.waitFor(async () => {
      expect(await database().preferences.get('recentPicks')).toMatchObject({ value: ['affiliate a2'] });
    });
    await openPalette(app);
    const recent = await screen.findByRole('group', { name: 'Recent' });
    expect(within(recent).getAllByRole('option')[0]).toHaveTextContent('Barks');
  });
});
