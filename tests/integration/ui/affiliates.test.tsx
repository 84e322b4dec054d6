// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp } from './open-app.tsx';

afterEach(closeApp);

const affiliate = (id: string, name: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name, createdAt: 0, createdByImport: null, editedAt: null, ...known });

const people = {
  affiliates: [
    affiliate('a1', 'Paws', {
      contacts: [{ name: 'Jane', email: 'jane@paws.com', phone: '', role: 'Editor', source: '' }],
      sites: ['https://paws.com'],
      couponCodes: ['PAWS10'],
    }),
    affiliate('a2', 'Claws', { country: 'Germany' }),
  ],
  links: [
    newLink({ network: 'Impact', partnerId: '7', affiliateId: 'a1', status: 'Active' }),
    newLink({ network: 'Impact', partnerId: '8', affiliateId: 'a2' }),
  ],
};
const rows = [
  made('2026-11-01', { transactionId: 'T1', partnerId: '7', sale: 200 }),
  made('2026-11-02', { transactionId: 'T2', partnerId: '8', sale: 50 }),
];

async function openPaws() {
  const app = await openApp(fakeLedger(rows), people);
  await command(app.user, 'Paws');
  await screen.findByRole('button', { name: 'Rename Paws' });
  return app;
}

const command = async (user: UserEvent, words: string): Promise<void> => {
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Search' }), words);
  await screen.findByRole('option', { name: new RegExp(`^${words}`) });
  await user.keyboard('{Enter}');
};
const revenue = async (expected: string): Promise<void> => {
  const figures = await screen.findByRole('region', { name: 'Figures in USD' });
  await waitFor(() => expect(within(figures).getByRole('group', { name: 'Revenue' })).toHaveTextContent(expected));
};

describe('an affiliate’s page', () => {
  it('shows who they are, where they are found, and how their accounts stand', async () => {
    await openPaws();
    const about = screen.getByRole('region', { name: 'About the affiliate' });
    expect(about).toHaveTextContent('JaneEditor · jane@paws.com');
    expect(about).toHaveTextContent('https://paws.comSite');
    expect(about).toHaveTextContent('PAWS10');
    expect(within(about).getByRole('button', { name: /^Country: ?Add$/ })).toBeInTheDocument();
    expect(await screen.findByText('Active')).toBeInTheDocument();
  });

  it('merges two with the keyboard alone; figures follow, and Undo brings both back', async () => {
    const { user } = await openPaws();
    await revenue('$200.00');
    await command(user, 'Merge this affiliate');
    const dialog = await screen.findByRole('dialog', { name: 'Merge Paws into another' });
    const field = within(dialog).getByRole('combobox', { name: 'Affiliate who stays' });
    expect(field).toHaveFocus();
    await user.keyboard('Claw{ArrowDown}{Enter}');
    expect(field).toHaveValue('Claws');
    within(dialog).getByRole('button', { name: 'Merge' }).focus();
    await user.keyboard('{Enter}');

    expect(await screen.findByRole('button', { name: 'Rename Claws' })).toBeInTheDocument();
    await revenue('$250.00');
    expect(screen.getByRole('region', { name: 'About the affiliate' })).toHaveTextContent('jane@paws.com');
    expect(screen.getByRole('region', { name: 'About the affiliate' })).toHaveTextContent('Germany');
    await user.keyboard('{Control>}z{/Control}');
    await revenue('$50.00');
    await user.keyboard('ga');
    expect(await screen.findByRole('button', { name: 'Paws' })).toBeInTheDocument();
  });

  it('moves an account to somebody new, and back', async () => {
    const { user } = await openPaws();
    await user.click(await screen.findByRole('button', { name: 'Move Impact 7 to another affiliate' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move an account of Paws' });
    expect(within(dialog).getByRole('button', { name: 'Move' })).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Or the name of a new affiliate' }), 'Purrs{Enter}');
    expect(await screen.findByText('Nothing from this affiliate in this period.')).toBeInTheDocument();
    await command(user, 'Purrs');
    await revenue('$200.00');
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText(/This affiliate is no longer here/)).toBeInTheDocument();
  });
});
