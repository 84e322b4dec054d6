// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { closeDoor, openDoor, useDoor } from '#renderer/session/doors.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { newLink } from '#shared/domain/affiliates/affiliate.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { person, standing } from '#tests/unit/pipeline/people.ts';
import { closeApp, openApp } from './open-app.tsx';

const REASONS = { won: ['Good fit'], lost: ['No answer'] };

beforeEach(() => usePreferences.setState({ stages: FIRST_STAGES, reasons: REASONS, tables: {} }));
afterEach(() => {
  closeDoor();
  closeApp();
});

const contact = (email: string) => ({ name: '', email, phone: '', role: '', source: '' });

type People = NonNullable<Parameters<typeof openApp>[1]>;

async function openBoard(people: People = {}) {
  const app = await openApp(fakeLedger(), people);
  await app.user.keyboard('gp');
  await screen.findByRole('tablist', { name: 'Pipeline' });
  return app;
}
const openTab = async (user: UserEvent, name: string): Promise<void> =>
  user.click(await screen.findByRole('tab', { name: new RegExp(`^${name}`) }));
const grid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Board' });
const names = async (stage: string): Promise<string[]> => {
  const row = within(await grid()).getByRole('row', { name: stage });
  return within(row)
    .queryAllByRole('gridcell')
    .map((cell) => cell.querySelector('.board-card-name')?.textContent ?? '');
};
const stands = (stage: string, ...expected: string[]): Promise<void> =>
  waitFor(async () => expect(await names(stage)).toEqual(expected));
const undo = (user: UserEvent): Promise<void> => user.keyboard('{Control>}z{/Control}');

describe('the board', () => {
  it('begins with somebody new, who is moved by keys and gets the next step a stage wants, in one step', async () => {
    const { user } = await openBoard();
    await user.click(await screen.findByRole('button', { name: 'Put somebody on the board' }));
    const add = await screen.findByRole('dialog', { name: 'Put somebody on the board' });
    expect(within(add).getByRole('button', { name: 'Put on the board' })).toBeDisabled();
    await user.type(within(add).getByRole('textbox', { name: 'Name' }), 'Mia Chen');
    await user.type(within(add).getByRole('combobox', { name: 'Found through' }), 'Search{Enter}');
    await stands('Found', 'Mia Chen');

    (await grid()).focus();
    await user.keyboard('{ArrowDown}{Shift>}{ArrowRight}{/Shift}');
    const asks = await screen.findByRole('dialog', { name: 'Move Mia Chen to Contacted' });
    expect(within(asks).getByRole('button', { name: 'Move' })).toBeDisabled();
    await user.type(within(asks).getByRole('textbox', { name: 'Next step' }), 'Write to her{Enter}');
    await stands('Contacted', 'Mia Chen');
    expect(await grid()).toHaveTextContent('Write to her');
    expect(await database().tasks.count()).toBe(1);

    // She is still at the card; with a task open the next stage asks nothing.
    (await grid()).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await stands('In talks', 'Mia Chen');
    await undo(user);
    await stands('Contacted', 'Mia Chen');
    await undo(user);
    await stands('Found', 'Mia Chen');
    expect(await database().tasks.count()).toBe(0);
    expect(await database().activities.count()).toBe(1);
    await undo(user);
    expect(await screen.findByRole('button', { name: 'Put somebody on the board' })).toBeInTheDocument();
    expect(await database().affiliates.count()).toBe(0);
  });

  it('asks why somebody is lost, keeps her own words for the next time, and takes all of it back', async () => {
    const { user } = await openBoard({ affiliates: [standing('a', 'found', 1, { name: 'Barkly' })] });
    await stands('Found', 'Barkly');
    (await grid()).focus();
    await user.keyboard('jm');
    const dialog = await screen.findByRole('dialog', { name: 'Move Barkly' });
    expect(within(dialog).getByRole('radio', { name: 'Contacted' })).toBeChecked();
    await user.click(within(dialog).getByRole('radio', { name: 'Ended' }));
    await user.click(within(dialog).getByRole('button', { name: 'No answer' }));
    const reason = within(dialog).getByRole('textbox', { name: 'Reason in your own words' });
    expect(reason).toHaveValue('No answer');
    await user.clear(reason);
    await user.type(reason, 'Sells their own{Enter}');
    await stands('Ended', 'Barkly');
    expect((await database().affiliates.get('a'))?.standing?.reason).toBe('Sells their own');
    expect(usePreferences.getState().reasons.lost).toEqual(['No answer', 'Sells their own']);
    await undo(user);
    await stands('Found', 'Barkly');
    expect(usePreferences.getState().reasons.lost).toEqual(['No answer']);
  });

  it('says whom she may have already, before somebody is added a second time', async () => {
    const { user } = await openBoard({ affiliates: [person('a', { name: 'Barkly', sites: ['https://barkly.com'] })] });
    await user.click(await screen.findByRole('button', { name: 'Put somebody on the board' }));
    const add = await screen.findByRole('dialog', { name: 'Put somebody on the board' });
    await user.type(within(add).getByRole('textbox', { name: 'Name' }), 'The Barkly');
    expect(add).not.toHaveTextContent('You may have them already');
    await user.type(within(add).getByRole('textbox', { name: 'E-mail' }), 'jane@barkly.com');
    expect(add).toHaveTextContent('You may have them already: Barkly');
    await user.clear(within(add).getByRole('textbox', { name: 'E-mail' }));
    // One whom the program knows is chosen by name.
    await user.click(within(add).getByRole('combobox', { name: 'Affiliate' }));
    await user.keyboard('Bark{ArrowDown}{Enter}');
    expect(within(add).queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument();
    await user.click(within(add).getByRole('button', { name: 'Put on the board' }));
    await stands('Found', 'Barkly');
    expect(await database().affiliates.count()).toBe(1);
  });

  it('says who lacks a next step, and shows no more cards than there is room for', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => standing(`m${at}`, 'found', at));
    const { user } = await openBoard({ affiliates: [...many, standing('x', 'contacted', 1, { name: 'Claws' })] });
    await stands('Contacted', 'Claws');
    expect(within(await grid()).getByRole('row', { name: 'Contacted' })).toHaveTextContent('No next step');
    const found = within(await grid()).getByRole('row', { name: 'Found' });
    expect(found).toHaveTextContent('2,000');
    expect(within(found).queryAllByRole('gridcell').length).toBeLessThan(40);
    await user.type(screen.getByRole('searchbox', { name: 'Filter by name' }), 'claws');
    await stands('Found');
    await stands('Contacted', 'Claws');
  });

  it('moves all who are selected', async () => {
    const { user } = await openBoard({
      affiliates: ['a', 'b', 'c'].map((id, at) => standing(id, 'found', at, { name: id })),
    });
    await stands('Found', 'a', 'b', 'c');
    (await grid()).focus();
    await user.keyboard('j j ');
    await user.click(screen.getByRole('button', { name: 'Move 2…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move 2 affiliates' });
    await user.click(within(dialog).getByRole('radio', { name: 'Applied' }));
    await user.click(within(dialog).getByRole('button', { name: 'Move' }));
    await stands('Applied', 'a', 'b');
    await undo(user);
    await stands('Found', 'a', 'b', 'c');
  });

  it('puts all current partners in Active at once, and back', async () => {
    const { user } = await openBoard({
      affiliates: [person('a', { name: 'Paws' }), person('b', { name: 'Claws' }), person('c', { name: 'A contact' })],
      links: ['a', 'b'].map((id) => newLink({ network: 'Impact', partnerId: id, affiliateId: id, status: 'Active' })),
    });
    await user.click(await screen.findByRole('button', { name: 'Put 2 partners in Active' }));
    await stands('Active', 'Paws', 'Claws');
    expect(screen.queryByRole('button', { name: /in Active$/ })).not.toBeInTheDocument();
    await undo(user);
    expect(await screen.findByRole('button', { name: 'Put 2 partners in Active' })).toBeInTheDocument();
  });
});

describe('the stages', () => {
  const openStage = async (user: UserEvent, name: string): Promise<HTMLElement> => {
    await user.click(await screen.findByRole('button', { name: `Change the stage ${name}` }));
    return screen.findByRole('dialog', { name: `Stage ${name}` });
  };
  // While the menu is open, the board behind it is not there for anybody.
  const order = (): string[] => usePreferences.getState().stages.map(({ name }) => name);

  it('are renamed, moved, given another meaning and added, each to be taken back', async () => {
    const { user } = await openBoard({ affiliates: [standing('a', 'found', 1, { name: 'Barkly' })] });
    let menu = await openStage(user, 'Found');
    const name = within(menu).getByRole('textbox', { name: 'Name of the stage' });
    await user.clear(name);
    await user.type(name, 'Wish list{Enter}');
    menu = await screen.findByRole('dialog', { name: 'Stage Wish list' });
    await user.click(within(menu).getByRole('checkbox', { name: 'Needs a next step' }));
    await waitFor(() => expect(within(menu).getByRole('checkbox')).toBeChecked());
    await user.click(within(menu).getByRole('button', { name: 'Right' }));
    expect(order().slice(0, 2)).toEqual(['Contacted', 'Wish list']);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(within(await grid()).getByRole('row', { name: 'Wish list' })).toHaveTextContent('No next step');

    await user.click(screen.getByRole('button', { name: 'Stage' }));
    await screen.findByRole('dialog', { name: 'Stage New stage' });
    await user.keyboard('{Escape}');
    expect(order().slice(-2)).toEqual(['New stage', 'Ended']);
    for (let steps = 0; steps < 4; steps++) await undo(user);
    await waitFor(() => expect(usePreferences.getState().stages).toEqual(FIRST_STAGES));
  });

  it('hand on who stands there as they are removed, in one step', async () => {
    const { user } = await openBoard({
      affiliates: [standing('a', 'contacted', 1, { name: 'Barkly' }), standing('b', 'found', 1, { name: 'Claws' })],
    });
    const menu = await openStage(user, 'Contacted');
    await user.click(within(menu).getByRole('button', { name: 'Remove…' }));
    expect(menu).toHaveTextContent('One affiliate stands in Contacted and goes to');
    await user.click(within(menu).getByRole('button', { name: 'Remove it' }));
    await stands('Found', 'Claws', 'Barkly');
    expect(order()).not.toContain('Contacted');
    await undo(user);
    await stands('Contacted', 'Barkly');
    expect(usePreferences.getState().stages).toEqual(FIRST_STAGES);
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await stands('Found', 'Claws', 'Barkly');
    expect(order()).not.toContain('Contacted');
  });
});

describe('applications', () => {
  const people = {
    affiliates: [
      person('twin', { name: 'Happy Tails', contacts: [contact('jane@tails.com')], createdAt: 5 }),
      standing('applied', 'applied', 1, { name: 'Vet Answers', country: 'Spain' }),
      standing('known', 'active', 1, { name: 'Happy Tails Blog', sites: ['https://tails.com'] }),
    ],
    links: [newLink({ network: 'Awin', partnerId: '5', affiliateId: 'twin', status: 'Pending' })],
  };
  const list = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Applications' });
  const details = () => screen.getByRole('complementary', { name: 'Details of the application' });
  const template = (use: 'approve' | 'decline') =>
    database().templates.add({ id: use, name: use, subject: '', body: '', fallbacks: {}, use, sample: false });

  it('are counted in the sidebar, walked and approved by keys; a message with the template for it comes next', async () => {
    const { user } = await openBoard(people);
    await template('approve');
    await screen.findByRole('img', { name: '2 waiting for your yes or no' });
    await openTab(user, 'Applications');
    (await list()).focus();
    expect(details()).toHaveTextContent('Vet Answers');
    expect(details()).toHaveTextContent('CountrySpain');
    await user.keyboard('j');
    expect(details()).toHaveTextContent('Happy Tails');
    expect(details()).toHaveTextContent('Awin 5 · Pending');
    await user.keyboard('a');
    const dialog = await screen.findByRole('dialog', { name: 'Approve Happy Tails' });
    expect(dialog).toHaveTextContent('They go to Approved. Awin does not hear of it');
    await user.click(within(dialog).getByRole('button', { name: 'Good fit' }));
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(useDoor.getState().door).toEqual({ kind: 'compose', affiliateIds: ['twin'], templateId: 'approve' }),
    );
    expect((await database().affiliates.get('twin'))?.standing).toMatchObject({
      stageId: 'approved',
      reason: 'Good fit',
    });
    closeDoor();
    await waitFor(() => expect(details()).toHaveTextContent('Vet Answers'));
    await undo(user);
    await waitFor(async () => expect(await list()).toHaveTextContent('Happy Tails'));
  });

  it('are declined with a reason, without a message if she likes', async () => {
    const { user } = await openBoard(people);
    await openTab(user, 'Applications');
    (await list()).focus();
    await user.keyboard('d');
    const dialog = await screen.findByRole('dialog', { name: 'Decline Vet Answers' });
    await user.click(within(dialog).getByRole('checkbox', { name: 'Write to them next' }));
    await user.type(within(dialog).getByRole('textbox'), 'Not a fit{Enter}');
    await waitFor(async () =>
      expect((await database().affiliates.get('applied'))?.standing).toMatchObject({
        stageId: 'ended',
        reason: 'Not a fit',
      }),
    );
    expect(useDoor.getState().door.kind).toBe('closed');
  });

  it('show whom she may have already, and are merged into them', async () => {
    const { user } = await openBoard(people);
    await openTab(user, 'Applications');
    (await list()).focus();
    await user.keyboard('j');
    const twins = within(details()).getByRole('region', { name: 'You may have them already' });
    expect(twins).toHaveTextContent('Happy Tails Blog · same site');
    await user.click(within(twins).getByRole('button', { name: 'Merge into Happy Tails Blog' }));
    await waitFor(() => expect(details()).toHaveTextContent('Vet Answers'));
    expect(await database().links.get(['Awin', '5'])).toMatchObject({ affiliateId: 'known' });
    await undo(user);
    await waitFor(async () => expect(await list()).toHaveTextContent('Happy Tails'));
  });
});

describe('checklists', () => {
  it('ready-made ones begin with a stage, are ticked on the page, and show who is stuck where', async () => {
    const { user } = await openBoard({
      affiliates: [standing('a', 'approved', 1, { name: 'Barkly' }), standing('b', 'onboarding', 1, { name: 'Claws' })],
    });
    await openTab(user, 'Checklists');
    await user.click(await screen.findByRole('button', { name: 'Add “Onboarding”' }));
    expect(await screen.findByText('Nobody is going through a checklist that is not done.')).toBeInTheDocument();

    openDoor({ kind: 'stage', affiliateIds: ['a'], stageId: 'onboarding' });
    await user.type(await screen.findByRole('textbox', { name: 'Next step' }), 'Send the terms{Enter}');
    const stuck = await screen.findByRole('grid', { name: 'Who is stuck where' });
    await waitFor(() => expect(stuck).toHaveTextContent('BarklyOnboarding0 of 6Terms accepted'));
    await user.click(within(stuck).getByRole('button', { name: 'Barkly' }));

    const pipeline = await screen.findByRole('region', { name: 'In the pipeline' });
    const checklist = await within(pipeline).findByRole('group', { name: 'Onboarding' });
    await user.click(within(checklist).getByRole('checkbox', { name: 'Terms accepted' }));
    await waitFor(() => expect(checklist).toHaveTextContent('1 of 6'));
    await user.click(within(checklist).getByRole('checkbox', { name: 'Tax form received' }));
    await waitFor(() => expect(checklist).toHaveTextContent('2 of 6'));
    await undo(user);
    await waitFor(() => expect(checklist).toHaveTextContent('1 of 6'));

    // By hand, with somebody who was in the stage before there was a checklist.
    await user.keyboard('gp');
    await user.click(await screen.findByText('Claws'));
    const other = await screen.findByRole('region', { name: 'In the pipeline' });
    await user.click(await within(other).findByRole('button', { name: 'Start a checklist' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Onboarding' }));
    await within(other).findByRole('group', { name: 'Onboarding' });

    await user.keyboard('gp');
    await openTab(user, 'Checklists');
    await screen.findByRole('grid', { name: 'Who is stuck where' });
    await user.click(screen.getByRole('button', { name: /^Waits for anything/ }));
    await user.click(await screen.findByRole('option', { name: 'Tax form received' }));
    const filtered = screen.getByRole('grid', { name: 'Who is stuck where' });
    await waitFor(() => expect(filtered).not.toHaveTextContent('Claws'));
    expect(filtered).toHaveTextContent('Barkly');
  });

  it('are written by her: items in order, Enter adds the next', async () => {
    const { user } = await openBoard();
    await openTab(user, 'Checklists');
    await user.click(await screen.findByRole('button', { name: 'New checklist' }));
    const dialog = await screen.findByRole('dialog', { name: 'New checklist' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name of the checklist' }), 'Launch');
    await user.type(within(dialog).getByRole('textbox', { name: 'Item 1' }), 'Second{Enter}');
    await user.type(await within(dialog).findByRole('textbox', { name: 'Item 2' }), 'First');
    await user.click(within(dialog).getByRole('button', { name: 'Move item 2 up' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Launch' });
    expect((await database().checklists.toArray())[0]).toMatchObject({
      name: 'Launch',
      stageId: '',
      items: [{ text: 'First' }, { text: 'Second' }],
    });
  });
});

it('the conversion counts who went on, by stage and by source, and leads to them', async () => {
  const { user } = await openBoard({
    affiliates: [
      person('a', { name: 'Barkly', foundThrough: 'Event' }),
      person('b', { name: 'Claws', foundThrough: 'event' }),
    ],
  });
  openDoor({ kind: 'stage', affiliateIds: ['a', 'b'], stageId: 'found' });
  await user.click(await screen.findByRole('button', { name: 'Move' }));
  await stands('Found', 'Barkly', 'Claws');
  openDoor({ kind: 'stage', affiliateIds: ['a'], stageId: 'approved' });
  await user.click(await screen.findByRole('button', { name: 'Move' }));
  await stands('Approved', 'Barkly');
  await openTab(user, 'Conversion');
  const stages = await screen.findByRole('region', { name: 'From stage to stage' });
  const found = within(stages).getByRole('row', { name: /^Found/ });
  expect(found).toHaveTextContent(/^Found2150%/);
  const sources = screen.getByRole('region', { name: 'By source' });
  expect(within(sources).getByRole('row', { name: /^Event/ })).toHaveTextContent(/^Event2150%/);
  await user.click(within(found).getByRole('button', { name: 'Found: went on, 1' }));
  const list = await screen.findByRole('grid', { name: 'Found: went on' });
  expect(list).toHaveTextContent('Barkly');
  expect(list).not.toHaveTextContent('Claws');
  await user.click(within(list).getByRole('button', { name: 'Barkly' }));
  expect(await screen.findByRole('region', { name: 'In the pipeline' })).toHaveTextContent('Approved');
});
