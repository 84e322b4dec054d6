// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo, showAffiliate } from '#renderer/session/navigation.ts';
import { choose, usePreferences } from '#renderer/session/preferences.ts';
import { newActivity } from '#shared/domain/affiliates/activity.ts';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { PLAIN_TASK } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp } from './open-app.tsx';

afterEach(() => {
  closeApp();
  choose({ customFields: [], tierBounds: { micro: 10_000, mid: 100_000, macro: 500_000 } });
});

const affiliate = (id: string, name: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name, createdAt: 0, createdByImport: null, editedAt: null, ...known });

const people = {
  affiliates: [
    affiliate('a1', 'Paws', {
      contacts: [{ name: 'Jane', email: 'jane@paws.com', phone: '', role: 'Editor', source: 'Impact' }],
      sites: ['https://paws.com'],
      couponCodes: ['PAWS10'],
    }),
    affiliate('a2', 'Claws', { country: 'Germany' }),
  ],
  links: [newLink({ network: 'Impact', partnerId: '7', affiliateId: 'a1', status: 'Active' })],
};

async function openPaws() {
  const app = await openApp(
    fakeLedger([made('2026-11-01', { transactionId: 'T1', partnerId: '7', sale: 200 })]),
    people,
  );
  showAffiliate('a1');
  await screen.findByRole('button', { name: 'Rename Paws' });
  return app;
}

const paws = async () => database().affiliates.get('a1');
const undo = (user: UserEvent) => user.keyboard('{Control>}z{/Control}');
const about = () => screen.getByRole('region', { name: 'About the affiliate' });
const part = (name: string) => within(about()).getByRole('region', { name });

/** Clicks a value, types over it and presses Enter. */
async function say(user: UserEvent, label: string, typed: string): Promise<void> {
  await user.click(within(about()).getByRole('button', { name: new RegExp(`^${label}:`) }));
  const field = within(about()).getByLabelText(label);
  await user.clear(field);
  await user.type(field, `${typed}{Enter}`);
}

async function pick(user: UserEvent, label: string, choice: string): Promise<void> {
  await user.click(within(about()).getByRole('button', { name: new RegExp(`^${label}:`) }));
  await user.click(await screen.findByRole('menuitemradio', { name: choice }));
}

describe('what is known of an affiliate', () => {
  it.each([
    ['Country', 'Spain', { country: 'Spain' }],
    ['Language', 'es', { language: 'es' }],
    ['Company', 'Paws Ltd', { company: 'Paws Ltd' }],
    ['Paid at', 'pay@paws.com', { paymentEmail: 'pay@paws.com' }],
    ['Tags', 'vip, cats, VIP', { tags: ['vip', 'cats'] }],
    ['Found through', 'an event', { foundThrough: 'an event' }],
    ['Contract ends', '2026-12-31', { contractEnd: '2026-12-31' }],
    ['Data from', 'form', { privacy: { origin: 'form', mail: 'unknown', note: '' } }],
  ])('%s is changed in its place, with undo', async (label, typed, becomes) => {
    const { user } = await openPaws();
    const before = await paws();
    await say(user, label, typed);
    await waitFor(async () => expect(await paws()).toMatchObject(becomes));
    await undo(user);
    await waitFor(async () => expect(await paws()).toEqual(before));
  });

  it('Esc leaves a value as it was, E begins it, and what is none is said', async () => {
    const { user } = await openPaws();
    const country = within(about()).getByRole('button', { name: /^Country: ?Add$/ });
    country.focus();
    await user.keyboard('e');
    await user.type(within(about()).getByLabelText('Country'), 'Spain{Escape}');
    expect(await within(about()).findByRole('button', { name: /^Country: ?Add$/ })).toBeInTheDocument();
    await say(user, 'Paid at', 'nowhere');
    expect(await within(about()).findByRole('alert')).toHaveTextContent('This is no e-mail address.');
    expect(await paws()).toMatchObject({ country: '', paymentEmail: '' });
  });

  it('kind, tier and whether we may mail are chosen; the tier follows the audience until she says one', async () => {
    const { user } = await openPaws();
    await user.click(within(part('Sites and channels')).getByRole('button', { name: /paws\.com/ }));
    const form = await screen.findByRole('form', { name: 'Change the site or channel' });
    await user.type(within(form).getByLabelText('Audience'), '12.5k{Enter}');
    expect(await within(about()).findByRole('button', { name: 'Tier: Micro, by audience' })).toBeInTheDocument();
    expect(await paws()).toMatchObject({ audiences: { 'site paws.com': 12_500 } });
    await pick(user, 'Tier', 'Macro');
    await pick(user, 'Kind', 'Coupon');
    await pick(user, 'May we mail', 'No');
    expect(await screen.findByText('No mail')).toBeInTheDocument();
    expect(await paws()).toMatchObject({ tier: 'macro', kind: 'coupon', privacy: { mail: 'no' } });
    await undo(user);
    await undo(user);
    await undo(user);
    await waitFor(async () => expect(await paws()).toMatchObject({ tier: '', kind: '', privacy: { mail: 'unknown' } }));
  });

  it('contacts, codes and agreements are added, changed and removed', async () => {
    const { user } = await openPaws();
    await user.click(within(part('Contacts')).getByRole('button', { name: /Jane/ }));
    const jane = await screen.findByRole('form', { name: 'Change the contact' });
    await user.type(within(jane).getByLabelText('Phone'), '555 0100{Enter}');
    await waitFor(async () => expect((await paws())?.contacts).toMatchObject([{ phone: '555 0100', source: '' }]));

    await user.click(within(part('Coupon codes')).getByRole('button', { name: 'Add a code' }));
    const code = await screen.findByRole('form', { name: 'New code' });
    await user.type(within(code).getByLabelText('Code'), 'PAWS20');
    await user.type(within(code).getByLabelText('Last day'), '2026-01-31');
    await user.click(within(code).getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await paws()).toMatchObject({ codeEnds: { PAWS20: '2026-01-31' } }));

    await user.click(within(part('Agreements')).getByRole('button', { name: 'Add an agreement' }));
    const terms = await screen.findByRole('form', { name: 'New agreement' });
    await user.type(within(terms).getByLabelText('What'), 'Terms 2026{Enter}');
    expect(await within(part('Agreements')).findByText('Terms 2026')).toBeInTheDocument();

    await user.click(within(part('Contacts')).getByRole('button', { name: /Jane/ }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect((await paws())?.contacts).toEqual([]));
    await undo(user);
    await waitFor(async () => expect((await paws())?.contacts).toHaveLength(1));
  });

  it('accounts are added by hand; one that has transactions is not taken away', async () => {
    const { user } = await openPaws();
    const accounts = part('Network accounts');
    await user.click(within(accounts).getByRole('button', { name: 'Add an account' }));
    const form = await screen.findByRole('form', { name: 'New account' });
    await user.type(within(form).getByLabelText('Network'), 'Awin');
    await user.type(within(form).getByLabelText('Partner id'), '99{Enter}');
    await user.click(await within(accounts).findByRole('button', { name: 'Awin 99' }));
    await user.click(within(accounts).getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await database().links.count()).toBe(1));
    await user.click(await within(accounts).findByRole('button', { name: /^Impact 7/ }));
    await user.click(within(accounts).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/Impact 7 has transactions/)).toBeInTheDocument();
    expect(await database().links.count()).toBe(1);
  });

  it('fields of her own are made in Settings and filled on the page; a value outlives its field', async () => {
    const { user } = await openPaws();
    goTo({ screen: 'settings' });
    await user.type(await screen.findByRole('textbox', { name: 'Name of a new field' }), 'Shirt size');
    await user.click(screen.getByRole('button', { name: /Kind of the new field/ }));
    await user.click(await screen.findByRole('option', { name: 'Number' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByRole('textbox', { name: 'Name of Shirt size' })).toBeInTheDocument();

    showAffiliate('a1');
    await screen.findByRole('region', { name: 'Your own fields' });
    await say(user, 'Shirt size', 'large');
    expect(await within(about()).findByRole('alert')).toHaveTextContent('This is no number.');
    await user.keyboard('{Escape}');
    await say(user, 'Shirt size', '42');
    const [field] = usePreferences.getState().customFields;
    await waitFor(async () => expect(await paws()).toMatchObject({ custom: { [field?.id ?? '']: 42 } }));

    goTo({ screen: 'settings' });
    await user.click(await screen.findByRole('button', { name: 'Remove Shirt size' }));
    showAffiliate('a1');
    await screen.findByRole('button', { name: 'Rename Paws' });
    expect(screen.queryByRole('region', { name: 'Your own fields' })).toBeNull();
    await undo(user);
    expect(await screen.findByRole('button', { name: /^Shirt size: ?42$/ })).toBeInTheDocument();
  });
});

describe('the timeline', () => {
  const titles = async () =>
    within(await screen.findByRole('list', { name: 'What happened' }))
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.entry-title')?.textContent);

  it('tells everything newest first, by kind if she asks, and long ones piece by piece', async () => {
    const { user } = await openPaws();
    await database().tasks.add({
      ...{ id: 't', title: 'Banners', note: '', affiliateId: 'a1', due: null, snoozedUntil: null },
      ...{ ...PLAIN_TASK, createdAt: 20, doneAt: 40, sample: false },
    });
    await database().activities.bulkAdd([
      newActivity({ id: 'c', affiliateId: 'a1', kind: 'call', at: 30, title: 'Hello' }),
      newActivity({ id: 'n', affiliateId: 'a1', kind: 'note', at: 10, title: 'Met in Leipzig' }),
      newActivity({ id: 'x', affiliateId: 'a2', kind: 'note', at: 99, title: 'Of another' }),
    ]);
    await waitFor(async () => {
      expect(await titles()).toEqual(['Done: Banners', 'Hello', 'To do: Banners', 'Met in Leipzig']);
    });
    await user.click(screen.getByRole('button', { name: /Kinds/ }));
    await user.click(await screen.findByRole('option', { name: 'Call' }));
    await user.keyboard('{Escape}');
    expect(await titles()).toEqual(['Hello']);

    await database().activities.bulkAdd(
      Array.from({ length: 5_000 }, (_, at) =>
        newActivity({ id: `l${at}`, affiliateId: 'a1', kind: 'call', at: 1_000 + at, title: `Call ${at}` }),
      ),
    );
    await waitFor(async () => expect(await titles()).toHaveLength(100));
    expect((await titles())[0]).toBe('Call 4999');
    await user.click(screen.getByRole('button', { name: /^Show 100 more/ }));
    expect(await titles()).toHaveLength(200);
  });

  it('is written to from the page, put right and taken back; a call is a contact', async () => {
    const { user } = await openPaws();
    await user.click(await screen.findByRole('button', { name: 'Log: Call' }));
    const dialog = await screen.findByRole('dialog', { name: 'What happened with Paws' });
    await user.type(within(dialog).getByRole('textbox', { name: 'What it was about' }), 'Summer sale{Enter}');
    await waitFor(async () => expect(await titles()).toEqual(['Summer sale']));
    const { lastContact } = (await paws()) ?? { lastContact: '' as Day | '' };
    expect(lastContact).not.toBe('');

    await user.click(screen.getByRole('button', { name: 'Change “Summer sale”' }));
    const again = await screen.findByRole('dialog', { name: 'Put it right' });
    const title = within(again).getByRole('textbox', { name: 'What it was about' });
    await user.clear(title);
    await user.type(title, 'Winter sale{Enter}');
    await waitFor(async () => expect(await titles()).toEqual(['Winter sale']));
    await user.click(screen.getByRole('button', { name: 'Delete “Winter sale”' }));
    expect(await screen.findByText(/Nothing has yet/)).toBeInTheDocument();
    expect(await paws()).toMatchObject({ lastContact: '' });
    await undo(user);
    await waitFor(async () => expect(await titles()).toEqual(['Winter sale']));
    expect(await paws()).toMatchObject({ lastContact });
  });

  it('a commission change says from what to what', async () => {
    const { user } = await openPaws();
    await user.click(await screen.findByRole('button', { name: 'Log: Commission' }));
    const dialog = await screen.findByRole('dialog', { name: 'What happened with Paws' });
    await user.type(within(dialog).getByRole('textbox', { name: 'From' }), '8%');
    await user.type(within(dialog).getByRole('textbox', { name: 'To' }), '10%');
    await user.type(within(dialog).getByRole('textbox', { name: 'What it is for' }), 'Black Friday{Enter}');
    await waitFor(async () => expect(await titles()).toEqual(['Commission from 8% to 10%: Black Friday']));
    expect((await database().activities.toArray())[0]).toMatchObject({ kind: 'commission', direction: '' });
  });
});

describe('somebody new', () => {
  it('is written down from anywhere, begins at the first stage, and whom she may have already is said', async () => {
    const { user } = await openApp(fakeLedger([]), people);
    openDoor({ kind: 'new-affiliate', name: 'Purrs' });
    const dialog = await screen.findByRole('dialog', { name: 'New affiliate' });
    expect(within(dialog).getByLabelText('Name')).toHaveValue('Purrs');
    const email = within(dialog).getByLabelText('E-mail');
    await user.type(email, 'jane@paws.com');
    expect(await within(dialog).findByRole('button', { name: 'Paws' })).toBeInTheDocument();
    await user.clear(email);
    await user.type(email, 'ann@purrs.com{Enter}');
    expect(await screen.findByRole('button', { name: 'Rename Purrs' })).toBeInTheDocument();
    const found = (await database().affiliates.toArray()).find(({ name }) => name === 'Purrs');
    expect(found).toMatchObject({ standing: { stageId: 'found' }, contacts: [{ email: 'ann@purrs.com' }] });
    await undo(user);
    expect(await screen.findByText(/This affiliate is no longer here/)).toBeInTheDocument();
  });
});
