// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { useDoor } from '#renderer/session/doors.ts';
import { goTo, useNavigation } from '#renderer/session/navigation.ts';
import { useNewTask } from '#renderer/session/new-task.ts';
import { choose } from '#renderer/session/preferences.ts';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { sitePlace } from '#shared/domain/affiliates/places.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp } from './open-app.tsx';

/** Monday. */
const NOW = Date.UTC(2026, 10, 23, 12);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  choose({ zone: 'UTC', stages: FIRST_STAGES, customFields: [], currencies: [] });
});
afterEach(() => {
  closeApp();
  vi.useRealTimers();
});

const affiliate = (id: string, name: string, stageId: string, audience: number): Affiliate =>
  newAffiliate({
    ...{ id, name, createdAt: 0, createdByImport: null, editedAt: null, sites: [`${id}.com`] },
    audiences: { [sitePlace(`${id}.com`)]: audience },
    standing: { stageId, since: NOW, reason: '' },
  });

const people = {
  affiliates: [
    affiliate('a1', 'Quiet micro', 'active', 20_000),
    affiliate('a2', 'Selling micro', 'active', 20_000),
    affiliate('a3', 'Quiet macro', 'active', 900_000),
    affiliate('a4', 'Ended micro', 'ended', 20_000),
    affiliate('a5', 'Long quiet micro', 'active', 10_000),
  ],
  links: ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) =>
    newLink({ network: 'Impact', partnerId: `p-${id}`, affiliateId: id }),
  ),
};
const rows = [
  // Reversed is no sale, and one of 61 days ago is too old.
  made('2026-11-20', { transactionId: 'T1', partnerId: 'p-a1', sale: 10, status: 'reversed' }),
  made('2026-11-18', { transactionId: 'T2', partnerId: 'p-a2', sale: 200 }),
  made('2026-09-24', { transactionId: 'T3', partnerId: 'p-a5', sale: 50 }),
  made('2026-11-17', { transactionId: 'T4', partnerId: 'p-a4', sale: 30 }),
];

async function openSegments() {
  const app = await openApp(fakeLedger(rows), people);
  act(() => goTo({ screen: 'segments', segmentId: null }));
  await screen.findByRole('button', { name: 'New segment' });
  return app;
}

/** Adds a rule with the keyboard alone: types the field's name, takes the first that fits. */
async function addRule(user: UserEvent, field: string, number: number): Promise<HTMLElement> {
  const add = await screen.findByRole('combobox', { name: 'Add a rule' });
  if (document.activeElement !== add) add.focus();
  await user.keyboard(field);
  await screen.findByRole('option', { name: field });
  await user.keyboard('{ArrowDown}{Enter}');
  const added = await screen.findByRole('group', { name: `Rule ${number}` });
  // She goes on in the new rule.
  await waitFor(() => expect(within(added).getByRole('button', { name: /Comparison/ })).toHaveFocus());
  return added;
}

/** Chooses one with the keyboard in the button that has the focus. */
async function pick(user: UserEvent, label: string): Promise<void> {
  await user.keyboard('{Enter}');
  await screen.findByRole('option', { name: label });
  await user.keyboard(label.slice(0, 4));
  await waitFor(() => expect(screen.getByRole('option', { name: label })).toHaveFocus());
  await user.keyboard('{Enter}{Escape}');
}

const count = async (words: string): Promise<void> => {
  const segment = await screen.findByRole('region', { name: /^Segment / });
  await waitFor(() => expect(segment).toHaveTextContent(words));
};
const inIt = (): readonly (string | null)[] =>
  within(screen.getByRole('region', { name: 'Who is in it' }))
    .queryAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? null);

/** “Active micro-affiliates with no sale in 60 days”, by keyboard. */
async function makeExample(user: UserEvent): Promise<void> {
  screen.getByRole('button', { name: 'New segment' }).focus();
  await user.keyboard('{Enter}');
  await count('No rule yet, so nobody is in it');
  const stage = await addRule(user, 'Stage', 1);
  within(stage)
    .getByRole('button', { name: /Choose/ })
    .focus();
  await pick(user, 'Active');
  await count('4 affiliates');
  const tier = await addRule(user, 'Tier', 2);
  within(tier)
    .getByRole('button', { name: /Choose/ })
    .focus();
  await pick(user, 'Micro');
  await count('3 affiliates');
  const conversions = await addRule(user, 'Conversions', 3);
  await user.clear(within(conversions).getByRole('textbox', { name: 'Days of the figure' }));
  await user.keyboard('60{Enter}');
  await count('Stage is Active, tier is Micro and no conversion in the last 60 days.');
}

/** The same, ready-made. */
async function takeExample(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: /^Active micro-affiliates without a sale/ }));
  await count('2 affiliates');
}

describe('segments', () => {
  it('are made of rules with the keyboard, count who meets them at once, and come back with Undo', async () => {
    const { user } = await openSegments();
    await makeExample(user);
    await count('2 affiliates');
    expect(inIt()).toEqual(['Long quiet micro', 'Quiet micro']);
    expect(screen.getByRole('option', { name: /New segment/ })).toHaveTextContent('2');

    await user.keyboard('{Control>}z{/Control}');
    await count('no conversion in the last 30 days');
    await user.click(screen.getByRole('button', { name: 'Remove rule 2' }));
    await count('3 affiliates');
    expect(inIt()).toEqual(['Long quiet micro', 'Quiet macro', 'Quiet micro']);
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Add a rule' })).toHaveFocus());
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('{Control>}z{/Control}');
    await count('2 affiliates');
  });

  it('follow what changes around them', async () => {
    const { user } = await openSegments();
    await takeExample(user);
    await act(() => database().affiliates.update('a5', { standing: null }));
    await count('1 affiliate');
    await act(async () => choose({ tierBounds: { micro: 30_000, mid: 100_000, macro: 500_000 } }));
    await count('0 affiliates');
    expect(screen.getByRole('button', { name: 'Write to them' })).toHaveAttribute('aria-disabled', 'true');
    act(() => choose({ tierBounds: { micro: 10_000, mid: 100_000, macro: 500_000 } }));
  });

  it('lead to whom they hold: list, message, tasks, links, page', async () => {
    const { user } = await openSegments();
    await takeExample(user);
    const [{ id = '' } = {}] = await database().savedSegments.toArray();
    await user.click(screen.getByRole('button', { name: 'Write to them' }));
    expect(useDoor.getState().door).toMatchObject({ kind: 'compose', affiliateIds: ['a5', 'a1'] });
    act(() => useDoor.setState({ door: { kind: 'closed' } }));
    await user.click(await screen.findByRole('button', { name: 'New task for each' }));
    expect(useNewTask.getState().state).toMatchObject({ open: true, affiliateIds: ['a5', 'a1'] });
    act(() => useNewTask.setState({ state: { open: false } }));
    await user.click(await screen.findByRole('button', { name: 'Show in the list' }));
    expect(useNavigation.getState().route).toEqual({ screen: 'affiliates', segmentId: id });
    const list = await screen.findByRole('grid', { name: 'Affiliates' });
    await waitFor(() => expect(within(list).queryByText('Selling micro')).toBe(null));
    expect(within(list).getByText('Quiet micro')).toBeInTheDocument();
    expect(within(list).getByText('Long quiet micro')).toBeInTheDocument();
  });

  it('say of a rule that it cannot be asked, and hold nobody then', async () => {
    const { user } = await openSegments();
    choose({ customFields: [{ id: 'c', name: 'Shirt', kind: 'text', choices: [] }] });
    await user.click(screen.getByRole('button', { name: 'New segment' }));
    await addRule(user, 'Shirt', 1);
    await user.keyboard('{Tab}');
    act(() => choose({ customFields: [] }));
    await screen.findByText('The field of this rule is no longer there, so it matches nobody.');
    await count('0 affiliates');
  });

  it('begin with a ready-made one, have names of their own, and are deleted and brought back', async () => {
    const { user } = await openSegments();
    await takeExample(user);
    await user.click(screen.getByRole('button', { name: 'Ready-made' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Active micro-affiliates without a sale' }));
    await screen.findByRole('region', { name: 'Segment Active micro-affiliates without a sale (2)' });
    await user.click(screen.getByRole('button', { name: /^Rename/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Name of the segment' }));
    await user.keyboard('active Micro-affiliates WITHOUT a sale{Enter}');
    expect(await screen.findByText(/There is a segment called/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Delete the segment/ }));
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  });

  it('restrict the weekly report to their rows', async () => {
    const { user, desk } = await openSegments();
    await user.click(screen.getByRole('button', { name: 'New segment' }));
    const name = await addRule(user, 'Name', 1);
    await user.type(within(name).getByRole('textbox', { name: 'Text' }), 'selling{Enter}');
    await count('1 affiliate');
    await act(() =>
      database().schedules.add({
        ...{ id: 's', report: 'weekly-performance', weekday: 1, time: '09:00' as TimeOfDay, segmentId: '' },
        ...{ folderId: 'f', folderName: 'Reports', active: true, createdAt: 1, sample: false },
      }),
    );
    act(() => goTo({ screen: 'reports', runId: null }));
    const schedule = await screen.findByRole('listitem', { name: 'Every Monday at 09:00' });
    await user.click(within(schedule).getByRole('button', { name: /Affiliates of the report/ }));
    await user.click(await screen.findByRole('option', { name: 'New segment' }));
    await waitFor(() => expect(schedule).toHaveTextContent('New segment'));
    await user.click(within(schedule).getByRole('button', { name: 'Run now' }));
    await waitFor(() => expect(desk.reported).toHaveLength(1));
    // The run goes on to its end while the window is still there.
    await waitFor(() => expect(desk.news).toHaveLength(1));
    const [{ baseName = '', csv = '' } = {}] = desk.reported;
    expect(baseName).toBe('Weekly performance · New segment 2026-11-16 to 2026-11-22');
    expect(csv).toContain('Selling micro');
    expect(csv).not.toContain('Ended micro');
    expect(csv.split('\r\n').find((line) => line.startsWith('"Total"'))).toContain(',200.00,');
  });
});
