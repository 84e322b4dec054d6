// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { newAffiliate, newLink } from '#shared/domain/affiliates/affiliate.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp } from './open-app.tsx';

afterEach(closeApp);

const paws = newAffiliate({ id: 'a1', name: 'Paws and Claws', createdAt: 0, createdByImport: null, editedAt: null });
const people = { affiliates: [paws], links: [newLink({ network: 'Impact', partnerId: '7', affiliateId: 'a1' })] };
const rows = [
  made('2026-11-01', { transactionId: 'T1', partnerId: '7', sale: 200 }),
  made('2026-11-02', { transactionId: 'T2', partnerId: '8', partnerName: 'Barks', status: 'pending', sale: 50 }),
  made('2026-11-03', { transactionId: 'T3', partnerId: '7', status: 'reversed', sale: 70 }),
  made('2026-11-03', { transactionId: 'T4', partnerId: '7', currency: 'EUR', sale: 9 }),
];

describe('the dashboard', () => {
  it('keeps currencies apart and leads from a figure to rows that come to it', async () => {
    const { user } = await openApp(fakeLedger(rows), people);
    const dollars = await screen.findByRole('region', { name: 'Figures in USD' });
    const revenue = within(dollars).getByRole('group', { name: 'Revenue' });
    expect(revenue).toHaveTextContent('$250.00');
    expect(within(dollars).getByRole('group', { name: 'EPC' })).toHaveTextContent('–');
    expect(within(dollars).getByRole('group', { name: 'Reversal rate' })).toHaveTextContent('33.3%');

    await user.click(within(revenue).getByRole('button'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Transactions');
    expect(await screen.findByText('2 transactions')).toBeInTheDocument();
    expect(await screen.findByText('$250.00')).toBeInTheDocument();
    expect(screen.getByText('In USD')).toBeInTheDocument();
  });

  it('says what belongs here when there is nothing', async () => {
    await openApp(fakeLedger());
    expect(await screen.findByRole('heading', { name: 'Your affiliate program, on one desk' })).toBeInTheDocument();
  });
});

describe('the transactions', () => {
  it('asks the ledger for what is filtered and sorted, and takes a condition back with its chip', async () => {
    const ledger = fakeLedger(rows);
    const { user } = await openApp(ledger, people);
    await user.click(screen.getByRole('button', { name: 'Transactions' }));
    const table = await screen.findByRole('grid', { name: 'Transactions' });
    await waitFor(() => expect(table).toHaveAttribute('aria-rowcount', '5'));
    expect(within(table).getAllByText('Paws and Claws')).not.toHaveLength(0);

    await user.click(within(table).getByRole('button', { name: 'Sale' }));
    await waitFor(() => expect(ledger.asked.at(-1)?.sort).toEqual([{ by: 'sale', direction: 'desc' }]));
    expect(within(table).getByRole('columnheader', { name: 'Sale' })).toHaveAttribute('aria-sort', 'descending');

    await user.type(screen.getByRole('searchbox'), 'barks');
    await waitFor(() => expect(ledger.asked.at(-1)?.filter).toEqual({ text: 'barks' }));
    expect(await screen.findByText('1 transaction')).toBeInTheDocument();
  });

  it('is walked with the keyboard and shows the details of the row', async () => {
    const { user } = await openApp(fakeLedger(rows), people);
    await user.keyboard('gt');
    const table = await screen.findByRole('grid', { name: 'Transactions' });
    await within(table).findByText('T1');
    await user.keyboard('jj{Enter}');
    const details = await screen.findByRole('complementary', { name: 'Details of the transaction' });
    expect(details).toHaveTextContent('T2');
    await user.keyboard('k');
    expect(details).toHaveTextContent('T1');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('exports what is filtered as a file that a spreadsheet takes for data', async () => {
    const odd = made('2026-11-04', { transactionId: '=1+1', sale: -5 });
    const { user, desk } = await openApp(fakeLedger([...rows, odd]), people);
    await user.keyboard('gt');
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(desk.saved).toHaveLength(1));
    const lines = desk.saved[0]?.text.trimEnd().split('\r\n') ?? [];
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toContain(`"'=1+1"`);
    expect(lines.at(-1)).toContain(',-5.00,');
  });
});

describe('an affiliate', () => {
  it('is renamed in place, and the name comes back with Undo', async () => {
    const { user } = await openApp(fakeLedger(rows), people);
    await user.click(screen.getByRole('button', { name: 'Affiliates' }));
    await user.click(await screen.findByRole('button', { name: 'Paws and Claws' }));
    await user.click(await screen.findByRole('button', { name: 'Rename Paws and Claws' }));
    await user.keyboard('Claws and Paws{Enter}');
    expect(await screen.findByRole('button', { name: 'Rename Claws and Paws' })).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('button', { name: 'Rename Paws and Claws' })).toBeInTheDocument();
  });
});

describe('starting', () => {
  it('says that the data is not where it was, and asks twice before it starts empty', async () => {
    const ledger = fakeLedger();
    ledger.lost = true;
    const { user } = await openApp(ledger);
    expect(await screen.findByRole('heading', { name: 'Your data is not where it was' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Start empty' }));
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Start with an empty program' }));
    expect(await screen.findByRole('navigation', { name: 'Screens' })).toBeInTheDocument();
  });
});
