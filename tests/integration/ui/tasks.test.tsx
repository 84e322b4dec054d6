// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addActivity } from '#renderer/db/activities.ts';
import { database } from '#renderer/db/connection.ts';
import { addTask } from '#renderer/db/tasks.ts';
import { closeNewTask, openNewTask } from '#renderer/session/new-task.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Task, TimeOfDay } from '#shared/domain/tasks/task.ts';
import { addDays, type Day } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { closeApp, openApp } from './open-app.tsx';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
let today: Day;

beforeEach(() => {
  usePreferences.setState({ workingDays: EVERY_DAY, holidays: [], weekStart: 'monday', letters: true });
});
afterEach(() => {
  closeApp();
  closeNewTask();
});

const person = (id: string, name: string, more: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name, createdAt: 0, createdByImport: null, editedAt: null, ...more });

async function open(people: readonly Affiliate[] = []): Promise<UserEvent> {
  const { user } = await openApp(fakeLedger([]), { affiliates: people });
  // The fake desk's zone is the program's; her working days stand in the database.
  today = dayOf(Date.now(), usePreferences.getState().zone);
  await database().preferences.put({ key: 'workingDays', value: EVERY_DAY });
  return user;
}

const stored = async (): Promise<readonly Task[]> =>
  (await database().tasks.toArray()).sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
const written = async (words: { title: string; day: Day; time?: string; affiliateId?: string }): Promise<string> => {
  const { title, day, time, affiliateId } = words;
  const due = { day, time: (time ?? null) as TimeOfDay | null };
  const added = await addTask({ title, note: '', affiliateId: affiliateId ?? null, due }, Date.now());
  if (!added.ok) throw new Error(added.error.message);
  return added.value;
};
const choose = async (user: UserEvent, within_: HTMLElement, label: string, option: string): Promise<void> => {
  await user.click(within(within_).getByRole('button', { name: new RegExp(label) }));
  await user.click(await screen.findByRole('option', { name: option }));
};
const newTask = async (user: UserEvent): Promise<HTMLElement> => {
  await user.keyboard('c');
  return screen.findByRole('dialog', { name: 'New task' });
};

describe('a task that repeats', () => {
  it('is chosen in words, says its days, is followed when done, and undo takes the next one back', async () => {
    const user = await open();
    const dialog = await newTask(user);
    await user.type(within(dialog).getByRole('textbox', { name: 'Title' }), 'Look at the figures');
    await user.click(within(dialog).getByRole('button', { name: 'Today' }));
    await choose(user, dialog, 'Repeat', 'Every day');
    expect(dialog).toHaveTextContent(/Every day\. After this one it comes: .+, .+, .+\./);
    await user.type(within(dialog).getByRole('textbox', { name: 'Add a step' }), 'Revenue{Enter}');
    await choose(user, dialog, 'Priority', 'High');
    await user.click(within(dialog).getByRole('button', { name: 'Add task' }));
    await waitFor(async () => expect(await stored()).toHaveLength(1));

    goTo({ screen: 'tasks', taskId: null });
    const row = await screen.findByRole('row', { name: /Look at the figures/ });
    expect(within(row).getByRole('img', { name: 'High priority' })).toBeInTheDocument();
    expect(within(row).getByRole('img', { name: 'Every day' })).toBeInTheDocument();
    const [first] = await stored();
    await database().tasks.update(first?.id ?? '', { steps: [{ id: 's', text: 'Revenue', done: true }] });
    await user.click(within(row).getByRole('checkbox', { name: 'Done: Look at the figures' }));
    await waitFor(async () => expect(await stored()).toHaveLength(2));
    expect(await stored()).toMatchObject([
      { due: { day: today }, doneAt: expect.any(Number) as number, steps: [{ done: true }] },
      { due: { day: addDays(today, 1), time: null }, doneAt: null, steps: [{ text: 'Revenue', done: false }] },
    ]);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await stored()).toMatchObject([{ doneAt: null }]));
    expect(await stored()).toHaveLength(1);
  });

  it('comes later when the affiliate has been heard of, in the same step', async () => {
    const user = await open([person('p', 'Paws', { lastContact: addDays('2020-01-01' as Day, 0) })]);
    const id = await written({ title: 'Ask how it goes', day: today, affiliateId: 'p' });
    await database().tasks.update(id, { repeat: { kind: 'after-contact', days: 30 } });
    const { zone } = usePreferences.getState();
    const now = Date.now();
    const call = {
      id: 'call',
      affiliateId: 'p',
      kind: 'call',
      at: now,
      title: 'Call',
      text: '',
      direction: 'out',
      files: [],
      messageId: '',
      move: null,
      sample: false,
    } as const;
    expect((await addActivity(call, { now, zone })).ok).toBe(true);
    expect(await stored()).toMatchObject([{ due: { day: addDays(today, 30) } }]);
    const { undoEdit } = await import('#renderer/db/journal.ts');
    await undoEdit();
    expect(await stored()).toMatchObject([{ due: { day: today } }]);
    expect(user).toBeDefined();
  });
});

describe('one task each', () => {
  it('is written for several affiliates in one step', async () => {
    const user = await open([person('a', 'Paws'), person('b', 'Claws')]);
    openNewTask(['a', 'b']);
    const dialog = await screen.findByRole('dialog', { name: 'New task' });
    expect(dialog).toHaveTextContent('2 affiliates, one task each');
    await user.type(within(dialog).getByRole('textbox', { name: 'Title' }), 'Send {{name} the banners');
    await user.click(within(dialog).getByRole('button', { name: 'Add 2 tasks' }));
    await waitFor(async () => expect(await stored()).toHaveLength(2));
    expect((await stored()).map(({ title, affiliateId }) => [title, affiliateId])).toEqual([
      ['Send Claws the banners', 'b'],
      ['Send Paws the banners', 'a'],
    ]);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('is written for everybody in a segment', async () => {
    const user = await open([person('a', 'Paws', { kind: 'content' }), person('b', 'Claws', { kind: 'coupon' })]);
    await database().savedSegments.add({
      id: 's',
      name: 'Writers',
      match: 'all',
      rules: [{ field: 'kind', operator: 'is', value: ['content'], days: null }],
      sample: false,
    });
    openNewTask();
    const dialog = await screen.findByRole('dialog', { name: 'New task' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Title' }), 'Write');
    await user.type(within(dialog).getByRole('combobox', { name: 'Affiliate' }), 'Everybody');
    await user.click(await screen.findByRole('option', { name: 'Everybody in Writers (1)' }));
    await user.click(within(dialog).getByRole('button', { name: 'Add task' }));
    await waitFor(async () => expect(await stored()).toMatchObject([{ title: 'Write', affiliateId: 'a' }]));
  });
});

describe('templates and rules', () => {
  it('a template is made and fills a new task; a rule writes it once for each occasion, also after it was deleted', async () => {
    const long = { lastContact: '2020-01-01' as Day };
    const user = await open([person('a', 'Paws', long), person('b', 'Claws', long), person('c', 'Newcomer')]);
    goTo({ screen: 'tasks', taskId: null, view: 'templates' });
    await user.click(await screen.findByRole('button', { name: 'New template' }));
    const making = await screen.findByRole('dialog', { name: 'New task template' });
    await user.type(within(making).getByRole('textbox', { name: 'Title' }), 'Call {{name}');
    await user.type(within(making).getByRole('textbox', { name: 'Name of the template' }), 'Check in');
    await user.click(within(making).getByRole('button', { name: 'Save template' }));
    expect(await screen.findByRole('list', { name: 'Task templates' })).toHaveTextContent('Check in');

    goTo({ screen: 'tasks', taskId: null, view: 'rules' });
    await user.click(await screen.findByRole('button', { name: 'New rule' }));
    const rule = await screen.findByRole('dialog', { name: 'New rule' });
    await waitFor(() => expect(rule).toHaveTextContent('2 tasks are written at once.'));
    await user.click(within(rule).getByRole('button', { name: 'Save rule' }));
    await waitFor(async () => expect((await stored()).map(({ title }) => title)).toEqual(['Call Claws', 'Call Paws']));
    expect(await stored()).toMatchObject([{ due: { day: today }, madeBy: { of: '2020-01-01' } }, {}]);

    const [claws] = await stored();
    await database().tasks.delete(claws?.id ?? '');
    // The facts change, and the rule looks again: only a new occasion is spoken of.
    await database().affiliates.update('a', { lastContact: '2020-02-02' });
    await waitFor(async () => expect((await stored()).map(({ title }) => title)).toEqual(['Call Paws', 'Call Paws']));
  });

  it('a template fills a new task', async () => {
    const user = await open([person('a', 'Paws')]);
    await database().taskTemplates.add({
      id: 't',
      name: 'Welcome',
      title: 'Welcome {name}',
      note: 'Terms first',
      priority: 'low',
      dueIn: 2,
      time: '10:00' as TimeOfDay,
      repeat: null,
      steps: ['Terms', 'Links'],
      sample: false,
    });
    openNewTask(['a']);
    const dialog = await screen.findByRole('dialog', { name: 'New task' });
    await within(dialog).findByText('Template');
    await choose(user, dialog, 'Template', 'Welcome');
    await user.click(within(dialog).getByRole('button', { name: 'Add task' }));
    await waitFor(async () =>
      expect(await stored()).toMatchObject([
        {
          title: 'Welcome Paws',
          affiliateId: 'a',
          note: 'Terms first',
          priority: 'low',
          due: { day: addDays(today, 2), time: '10:00' },
          steps: [{ text: 'Terms' }, { text: 'Links' }],
        },
      ]),
    );
  });
});

describe('the calendar', () => {
  it('is walked and tasks are moved by keys, which undo takes back', async () => {
    const user = await open();
    await written({ title: 'Plan', day: today, time: '23:59' });
    goTo({ screen: 'tasks', taskId: null, view: 'month' });
    const month = await screen.findByRole('grid', { name: 'Tasks of the month' });
    await within(month).findByRole('button', { name: /Plan/ });
    month.focus();
    await user.keyboard('{ArrowDown}{Shift>}{ArrowRight}{/Shift}');
    await waitFor(async () =>
      expect(await stored()).toMatchObject([{ due: { day: addDays(today, 1), time: '23:59' } }]),
    );
    // She stays with it.
    await waitFor(() => {
      const at = document.getElementById(month.getAttribute('aria-activedescendant') ?? '');
      expect(at).toHaveTextContent('Plan');
    });
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await waitFor(async () => expect(await stored()).toMatchObject([{ due: { day: addDays(today, 8) } }]));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await stored()).toMatchObject([{ due: { day: addDays(today, 1) } }]));
    await user.keyboard('{Enter}');
    const details = await screen.findByRole('complementary', { name: 'Details of the task' });
    expect(within(details).getByRole('textbox', { name: 'Title' })).toHaveValue('Plan');
  });

  it('folds a day that is too full, and shows all of it in the week', async () => {
    const user = await open();
    for (let n = 1; n <= 15; n++) await written({ title: `Task ${n}`, day: today });
    goTo({ screen: 'tasks', taskId: null, view: 'month' });
    await user.click(await screen.findByRole('button', { name: '+13 more' }));
    const week = await screen.findByRole('grid', { name: 'Tasks of the week' });
    await waitFor(() => expect(within(week).getAllByRole('button', { name: /^Task/ })).toHaveLength(15));
  });

  it('takes a task that is dropped on another day', async () => {
    await open();
    await written({ title: 'Plan', day: today, time: '23:59' });
    goTo({ screen: 'tasks', taskId: null, view: 'month' });
    const task = await screen.findByRole('button', { name: /Plan/ });
    const to = addDays(today, today.endsWith('28') ? -1 : 1);
    const data = new Map<string, string>();
    const dataTransfer = {
      get types() {
        return [...data.keys()];
      },
      setData: (type: string, value: string) => void data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
    };
    const target = document.querySelector(`[data-day="${to}"]`) as HTMLElement;
    fireEvent.dragStart(task, { dataTransfer });
    fireEvent.dragOver(target, { dataTransfer });
    fireEvent.drop(target, { dataTransfer });
    await waitFor(async () => expect(await stored()).toMatchObject([{ due: { day: to, time: '23:59' } }]));
  });
});

describe('her days, in the settings', () => {
  it('working days, holidays and the summary are chosen and taken back, and main is told', async () => {
    usePreferences.setState({ workingDays: [1, 2, 3, 4, 5], summaryAt: null });
    const { user, desk } = await openApp(fakeLedger([]));
    desk.reach = { notifications: 'unsupported', tray: 'unsure' };
    goTo({ screen: 'settings' });
    const days = await screen.findByRole('group', { name: 'Working days' });
    await user.click(within(days).getByRole('button', { name: 'Fri' }));
    expect(usePreferences.getState().workingDays).toEqual([1, 2, 3, 4]);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(usePreferences.getState().workingDays).toEqual([1, 2, 3, 4, 5]));

    await user.click(screen.getByRole('button', { name: 'Add holidays' }));
    const dialog = await screen.findByRole('dialog', { name: 'Holidays' });
    const text = within(dialog).getByRole('textbox', { name: 'Holidays, one a line' });
    await user.type(text, 'Christmas');
    expect(dialog).toHaveTextContent('does not begin with a day like 2026-12-25: “Christmas”');
    await user.clear(text);
    await user.paste('2099-12-25 Christmas Day\n2099-12-26');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(usePreferences.getState().holidays).toEqual([
      { day: '2099-12-25', name: 'Christmas Day' },
      { day: '2099-12-26', name: 'Holiday' },
    ]);
    expect(screen.getByText(/Next: Christmas Day/)).toBeInTheDocument();

    const now = dayOf(Date.now(), usePreferences.getState().zone);
    await addTask({ title: 'x', note: '', affiliateId: null, due: { day: addDays(now, 1), time: null } }, Date.now());
    const summary = screen.getByRole('region', { name: 'Morning summary' });
    await choose(user, summary, 'Morning summary', 'On');
    await waitFor(() => expect(desk.projected?.items.some(({ kind }) => kind === 'summary')).toBe(true));
    expect(screen.getByText(/This desktop shows no notifications/)).toBeInTheDocument();
    expect(screen.getByText(/After Quit none comes until it is/)).toBeInTheDocument();
  });
});
