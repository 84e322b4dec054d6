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
const sales = [
  made('2026-11-01', { transactionId: 'T1', orderId: 'O1', partnerId: '7', sale: 200 }),
  made('2026-11-02', { transactionId: 'T2', orderId: 'O2', partnerId: '8', sale: 50 }),
  made('2026-11-05', { transactionId: 'T3', orderId: 'O1', partnerId: '7', sale: -80, commission: -8, corrects: 'O1' }),
  made('2026-11-06', { transactionId: 'T4', partnerId: '7', sale: -9, commission: -1, corrects: 'O404' }),
];
const clicks = [
  made('2026-11-01', { transactionId: 'C1', partnerId: '7' }),
  made('2026-11-02', { transactionId: 'C2', partnerId: '8', quantity: 41 }),
];
const orders = [
  made('2026-11-01', {
    transactionId: '#1001',
    network: 'Shopify',
    sale: 95,
    extra: JSON.stringify({
      'Ad id': '007',
      lines: [
        { sku: 'BOWL', quantity: 2, sale: 40, status: 'paid' },
        { sku: 'LEASH', quantity: 1, sale: 55, status: 'reversed', reason: 'Returned' },
      ],
    }),
  }),
];

describe('the books', () => {
  it('are not offered while there are transactions alone', async () => {
    const { user } = await openApp(fakeLedger(sales), people);
    await user.keyboard('gt');
    await screen.findByRole('grid', { name: 'Transactions' });
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('have columns, filters and figures of their own', async () => {
    const { user } = await openApp(fakeLedger(sales, { clicks, orders }), people);
    await user.keyboard('gt');
    expect(await screen.findByText('2 transactions, 2 corrections')).toBeInTheDocument();
    await user.click(await screen.findByRole('tab', { name: 'Clicks' }));
    expect(await screen.findByText('42 clicks in 2 rows')).toBeInTheDocument();
    const table = await screen.findByRole('grid', { name: 'Clicks' });
    const [, first, second] = await within(table).findAllByRole('row');
    expect(first).toHaveTextContent(/Paws and Claws.*1/);
    expect(second).toHaveTextContent('41');
    expect(within(table).queryByRole('columnheader', { name: 'Commission' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Status/ })).not.toBeInTheDocument();

    await user.click(screen.getByRole('tab', { name: 'Orders' }));
    expect(await screen.findByText('1 order')).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: 'Shop' })).toBeInTheDocument();
  });

  it('are places: Back leads to the one before, with what was filtered', async () => {
    const { user } = await openApp(fakeLedger(sales, { clicks }), people);
    await user.keyboard('gt');
    await user.type(await screen.findByRole('searchbox'), 'T2');
    expect(await screen.findByText('1 transaction')).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Clicks' }));
    expect(await screen.findByRole('tab', { name: 'Clicks', selected: true })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('tab', { name: 'Transactions', selected: true })).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('T2');
  });

  it('are found by the palette where there is something in them', async () => {
    const { user } = await openApp(fakeLedger(sales, { clicks }), people);
    await user.keyboard('{Control>}k{/Control}');
    const found = await screen.findByRole('listbox', { name: 'Found' });
    expect(within(found).queryByRole('option', { name: /^Orders/ })).not.toBeInTheDocument();
    await user.keyboard('clicks{Enter}');
    expect(await screen.findByRole('tab', { name: 'Clicks', selected: true })).toBeInTheDocument();
  });

  it('remember columns and views each for itself', async () => {
    const { user } = await openApp(fakeLedger(sales, { clicks }), people);
    await user.keyboard('gt');
    await user.click(await screen.findByRole('tab', { name: 'Clicks' }));
    await user.type(screen.getByRole('searchbox'), 'C2');
    await screen.findByText('41 clicks in 1 row');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.keyboard('Second click{Enter}');
    await user.click(screen.getByRole('tab', { name: 'Transactions' }));
    await user.click(await screen.findByRole('button', { name: 'Views' }));
    expect(screen.queryByRole('button', { name: 'Second click' })).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('tab', { name: 'Clicks' }));
    expect(await screen.findByText('42 clicks in 2 rows')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(await screen.findByRole('button', { name: 'Second click' }));
    expect(await screen.findByText('41 clicks in 1 row')).toBeInTheDocument();
  });

  it('are exported under names of their own', async () => {
    const { user, desk } = await openApp(fakeLedger(sales, { clicks }), people);
    await user.keyboard('gt');
    await user.click(await screen.findByRole('tab', { name: 'Clicks' }));
    await screen.findByText('42 clicks in 2 rows');
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(desk.saved).toHaveLength(1));
    expect(desk.saved[0]?.name).toBe('clicks.csv');
    expect(desk.saved[0]?.text.split('\r\n')[0]).toContain('deskClickId');
  });
});

describe('the details', () => {
  it('lead from a transaction to what takes back from it, and back', async () => {
    const { user } = await openApp(fakeLedger(sales), people);
    await user.keyboard('gt');
    await user.click(await screen.findByText('T1'));
    const taken = await screen.findByRole('region', { name: 'Taken back by' });
    await user.click(within(taken).getByRole('button', { name: 'T3' }));

    const details = await screen.findByRole('complementary', { name: 'Details of the transaction' });
    expect(within(details).getByRole('heading', { level: 2 })).toHaveTextContent('T3');
    expect(await screen.findByText('1 transaction, 1 correction')).toBeInTheDocument();
    const from = await screen.findByRole('region', { name: 'Takes back from' });
    await user.click(within(from).getByRole('button', { name: 'T1' }));
    expect(await screen.findByRole('region', { name: 'Taken back by' })).toBeInTheDocument();
  });

  it('say so where what is taken back is in no file', async () => {
    const { user } = await openApp(fakeLedger(sales), people);
    await user.keyboard('gt');
    await user.click(await screen.findByText('T4'));
    expect(await screen.findByRole('region', { name: 'Takes back from' })).toHaveTextContent(
      'O404, which is in none of the imported files.',
    );
  });

  it('list the items of an order and the other columns of its file', async () => {
    const { user } = await openApp(fakeLedger(sales, { orders }), people);
    await user.keyboard('gt');
    await user.click(await screen.findByRole('tab', { name: 'Orders' }));
    await user.click(await screen.findByText('#1001'));
    const items = within(await screen.findByRole('region', { name: 'Items' })).getAllByRole('row');
    expect(items.map((row) => row.textContent)).toEqual([
      'ItemQtyAmountStatus',
      'BOWL2$40.00Paid',
      'LEASH1$55.00ReversedReturned',
    ]);
    expect(screen.getByRole('region', { name: 'Other columns of the file' })).toHaveTextContent('Ad id007');
  });
});
