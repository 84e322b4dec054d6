// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { resetAffiliateList } from '#renderer/features/affiliates/list-state.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { choose } from '#renderer/session/preferences.ts';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp, type OpenApp } from './open-app.tsx';

beforeEach(() => {
  resetAffiliateList();
  choose({ tables: {}, views: [] });
});
afterEach(closeApp);

const affiliate = (id: string, name: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name, createdAt: 0, createdByImport: null, editedAt: null, ...known });
const standing = (stageId: string) => ({ stageId, since: 0, reason: '' });

const people = {
  affiliates: [
    affiliate('a1', 'Paws', {
      country: 'US',
      tags: ['vip'],
      standing: standing('active'),
      contacts: [{ name: 'Jane', email: 'jane@paws.com', phone: '', role: '', source: '' }],
    }),
    affiliate('a2', 'Claws', { country: 'Germany', tags: ['vip', 'cats'], standing: standing('active') }),
    affiliate('a3', 'Tails', { country: 'Germany', standing: standing('found') }),
    affiliate('a4', '=Fur', { country: 'Germany', standing: standing('found'), couponCodes: ['FUR5'] }),
  ],
  links: [
    newLink({ network: 'Impact', partnerId: '7', affiliateId: 'a1', status: 'Active' }),
    newLink({ network: 'Awin', partnerId: '8', affiliateId: 'a2' }),
  ],
};
const rows = [
  made('2026-11-01', { transactionId: 'T1', partnerId: '7', sale: 200.5 }),
  made('2026-11-02', { transactionId: 'T2', network: 'Awin', partnerId: '8', sale: 50 }),
];

async function openList(): Promise<OpenApp> {
  const app = await openApp(fakeLedger(rows), people);
  goTo({ screen: 'affiliates' });
  await screen.findByRole('grid', { name: 'Affiliates' });
  // Figures sort the list anew when they come.
  await screen.findByText('$200.50');
  return app;
}

const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Affiliates' });
const names = (): readonly string[] =>
  [...grid().querySelectorAll('[data-column="name"]')].map((cell) => cell.textContent ?? '');
const shows = (...expected: readonly string[]) => waitFor(() => expect(names()).toEqual(expected));
const cell = (name: string, column: string): HTMLElement => {
  const row = within(grid()).getByRole('button', { name }).closest('[role="row"]');
  const found = row?.querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!found) throw new Error(`${name} has no ${column}.`);
  return found;
};

/** Goes to a condition in the menu and chooses values of it. */
async function ask(user: UserEvent, condition: string, ...values: readonly string[]): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Filter' }));
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${condition}`) }));
  const list = await screen.findByRole('listbox', { name: condition });
  for (const value of values) await user.click(within(list).getByRole('option', { name: new RegExp(`^${value}`) }));
  await user.keyboard('{Escape}');
}

describe('filters of the list', () => {
  it('combine, stand as chips, are kept in a view, and go one by one', async () => {
    const { user } = await openList();
    await shows('Paws', 'Claws', '=Fur', 'Tails');
    await ask(user, 'Tag', 'vip');
    await shows('Paws', 'Claws');
    await ask(user, 'Country', 'Germany');
    await shows('Claws');
    expect(screen.getByText('Country: Germany')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'German vips{Enter}');
    await user.click(screen.getByRole('button', { name: 'Remove Tag: vip' }));
    await shows('Claws', '=Fur', 'Tails');
    await user.type(screen.getByRole('searchbox'), 'fur5');
    await shows('=Fur');
    expect(screen.getByText('1 affiliate')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(await screen.findByRole('button', { name: 'German vips' }));
    await shows('Claws');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('say that nobody is meant, and are cleared there; the list is as it was after a look at somebody', async () => {
    const { user } = await openList();
    await ask(user, 'Stage', 'Found');
    await shows('=Fur', 'Tails');
    await user.click(screen.getByRole('button', { name: 'Tails' }));
    await screen.findByRole('button', { name: 'Rename Tails' });
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await screen.findByRole('grid', { name: 'Affiliates' });
    await shows('=Fur', 'Tails');
    await user.type(screen.getByRole('searchbox'), 'paws');
    expect(await screen.findByText('No affiliate meets these conditions.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    await shows('Paws', 'Claws', '=Fur', 'Tails');
  });
});

describe('a segment', () => {
  it('is a condition like others: its members are shown where its name leads', async () => {
    await openList();
    const rules = [{ field: 'country', operator: 'is', value: ['Germany'], days: null }];
    await database().savedSegments.put({ id: 's1', name: 'Germans', match: 'all', rules, sample: false });
    goTo({ screen: 'affiliates', segmentId: 's1' });
    expect(await screen.findByText('Segment: Germans')).toBeInTheDocument();
    await shows('Claws', '=Fur', 'Tails');
  });
});

describe('the table', () => {
  it('sorts on several with Shift, and says so', async () => {
    const { user } = await openList();
    const header = (name: string | RegExp): HTMLElement => within(grid()).getByRole('columnheader', { name });
    await user.click(within(header('Stage')).getByRole('button'));
    await shows('=Fur', 'Tails', 'Claws', 'Paws');
    within(header('Affiliate')).getByRole('button').focus();
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await shows('=Fur', 'Tails', 'Claws', 'Paws');
    expect(header(/^Stage/)).toHaveAttribute('aria-sort', 'ascending');
    expect(header(/^Affiliate/)).not.toHaveAttribute('aria-sort');
    expect(header(/^Affiliate/)).toHaveTextContent('Affiliate2 (number 2 of 2, ascending)');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await shows('Tails', '=Fur', 'Paws', 'Claws');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(header('Affiliate')).toHaveTextContent(/^Affiliate$/);
  });

  it('keeps columns at the left, before the others, which Undo lets go', async () => {
    const { user } = await openList();
    const headers = (): readonly string[] =>
      within(grid())
        .getAllByRole('columnheader')
        .map((each) => each.textContent ?? '');
    expect(headers().slice(0, 3)).toEqual(['', 'Affiliate', 'Stage']);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('button', { name: 'Keep Network at the left' }));
    await user.keyboard('{Escape}');
    expect(headers().slice(0, 4)).toEqual(['', 'Affiliate', 'Network', 'Stage']);
    const network = cell('Paws', 'network');
    expect(network).toHaveClass('data-table-pinned');
    expect(cell('Paws', 'stage')).not.toHaveClass('data-table-pinned');
    grid().focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(headers().slice(0, 3)).toEqual(['', 'Affiliate', 'Stage']));
  });

  it('changes cells in their place: Tab goes on, Enter stays, Esc leaves it, Undo takes it back', async () => {
    const { user } = await openList();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'E-mail' }));
    await user.keyboard('{Escape}');
    grid().focus();
    await user.keyboard('{Home}{F2}');
    const name = await screen.findByRole('textbox', { name: 'Affiliate' });
    expect(name).toHaveFocus();
    await user.keyboard('Pawsome{Tab}');
    const tags = await screen.findByRole('combobox', { name: 'Tags' });
    expect(tags).toHaveFocus();
    expect(tags).toHaveValue('vip');
    await user.keyboard('dogs, vip, Dogs{Tab}');
    const email = await screen.findByRole('textbox', { name: 'E-mail' });
    await user.keyboard('nobody{Enter}');
    expect(await screen.findByText('This is no e-mail address.')).toBeInTheDocument();
    expect(email).toHaveAttribute('aria-invalid', 'true');
    await user.clear(email);
    await user.type(email, 'joe@paws.com{Enter}');
    await waitFor(() => expect(cell('Pawsome', 'email')).toHaveTextContent('joe@paws.com'));
    expect(cell('Pawsome', 'tags')).toHaveTextContent('dogsvip');
    expect(grid()).toHaveFocus();

    await user.keyboard('e');
    await user.keyboard('Other{Escape}');
    expect(names()).toContain('Pawsome');
    expect(grid()).toHaveFocus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(cell('Pawsome', 'email')).toHaveTextContent('jane@paws.com'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(cell('Pawsome', 'tags')).toHaveTextContent(/^vip$/));
    await user.keyboard('{Control>}z{/Control}');
    await shows('Paws', 'Claws', '=Fur', 'Tails');
  });

  it('begins to change the cell that is double-clicked, and opens the page elsewhere', async () => {
    const { user } = await openList();
    await user.dblClick(cell('Claws', 'tags'));
    expect(await screen.findByRole('combobox', { name: 'Tags' })).toHaveValue('vip, cats');
    await user.keyboard('{Escape}');
    await user.dblClick(cell('Claws', 'network'));
    expect(await screen.findByRole('button', { name: 'Rename Claws' })).toBeInTheDocument();
  });
});

describe('many at once', () => {
  const tagSelected = async (user: UserEvent): Promise<HTMLElement> => {
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const bar = await screen.findByRole('toolbar', { name: 'With the selected affiliates' });
    const tags = within(bar).getByRole('button', { name: 'Tags…' });
    await waitFor(() => expect(tags).toHaveFocus());
    await user.keyboard('{Enter}');
    return screen.findByRole('dialog');
  };

  it('are selected by keys and boxes, tagged in one step, and untagged by Undo', async () => {
    const { user } = await openList();
    grid().focus();
    await user.keyboard('{Home} {ArrowDown}{ArrowDown} ');
    expect(await screen.findByText('2 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Select =Fur' }));
    expect(await screen.findByText('1 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(await screen.findByText('4 selected')).toBeInTheDocument();
    grid().focus();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('4 selected')).not.toBeInTheDocument();
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('4 selected')).toBeInTheDocument();

    const dialog = await tagSelected(user);
    expect(dialog).toHaveAccessibleName('Tags of 4 affiliates');
    await user.keyboard('pets');
    // Some have it: all get it. All of the next are to lose it.
    await user.click(within(dialog).getByRole('checkbox', { name: /^vip/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: /^cats/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: /^cats/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const tags = (): readonly string[] =>
      ['Paws', 'Claws', '=Fur', 'Tails'].map((name) => cell(name, 'tags').innerHTML);
    const said = (): readonly string[] =>
      tags().map((html) =>
        html
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      );
    await waitFor(() => expect(said()).toEqual(['vip pets', 'vip pets', 'vip pets', 'vip pets']));
    expect(await screen.findByText('Changed the tags of 4 affiliates')).toBeInTheDocument();
    grid().focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(said()).toEqual(['vip', 'vip cats', '–', '–']));
  });

  it('stay the same people when the list is sorted or filtered anew', async () => {
    const { user } = await openList();
    grid().focus();
    await user.keyboard('{Home} ');
    await user.click(within(within(grid()).getByRole('columnheader', { name: 'Affiliate' })).getByRole('button'));
    await shows('=Fur', 'Claws', 'Paws', 'Tails');
    expect(screen.getByRole('checkbox', { name: 'Select Paws' })).toBeChecked();
    expect(screen.getByText('1 selected')).toBeInTheDocument();
    await ask(user, 'Country', 'Germany');
    await shows('=Fur', 'Claws', 'Tails');
    expect(screen.queryByText('1 selected')).not.toBeInTheDocument();
  });

  it('go to a file as they are listed: these columns and rows in this order', async () => {
    const { user, desk } = await openList();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    const menu = await screen.findByRole('dialog', { name: 'Columns' });
    for (const name of ['Stage', 'Tags', 'Commission', 'Reversal rate', 'Last conversion', 'Conversions', 'Country'])
      await user.click(within(menu).getByRole('checkbox', { name }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(desk.saved).toHaveLength(1));
    expect(desk.saved[0]?.text).toBe(
      [
        '\uFEFF"Affiliate","Country","Network","Revenue (USD)"',
        '"Paws","US","Impact",200.50',
        '"Claws","Germany","Awin",50.00',
        `"'=Fur","Germany",,`,
        '"Tails","Germany",,',
        '',
      ].join('\r\n'),
    );
  });
});
