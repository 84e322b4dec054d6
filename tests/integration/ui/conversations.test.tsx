// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { useUnsent } from '#renderer/features/conversations/unsent.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import { readEml } from '#shared/domain/conversations/eml-read.ts';
import { DAY_MS } from '#shared/lib/day.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp } from './open-app.tsx';

afterEach(() => {
  closeApp();
  useUnsent.setState({ message: null });
  usePreferences.setState({ sender: { name: '', email: '', brand: '' } });
});

const contact = (name: string, email: string) => ({ name, email, phone: '', role: '', source: '' });
const affiliate = (id: string, name: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name, createdAt: 0, createdByImport: null, editedAt: null, ...known });

const people = {
  affiliates: [
    affiliate('a1', 'Paws', { contacts: [contact('Jane Doe', 'jane@paws.com')], couponCodes: ['PAWS10'] }),
    affiliate('a2', 'Claws', { contacts: [contact('', 'hi@claws.com'), contact('Tom', 'tom@claws.com')] }),
    affiliate('a3', 'Quiet', {
      contacts: [contact('Q', 'q@quiet.com')],
      privacy: { origin: '', mail: 'no', note: '' },
    }),
    affiliate('a4', 'Mute'),
  ],
  links: [newLink({ network: 'Impact', partnerId: '7', affiliateId: 'a1' })],
};
const rows = [
  made('2026-11-01', { transactionId: 'T100', partnerId: '7', sale: 200 }),
  made('2026-11-02', { transactionId: 'T200', partnerId: '8', sale: 50 }),
];
const ANN = { name: 'Ann', email: 'ann@brand.com', brand: 'Pawsome' };

const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const activities = () => database().activities.toArray();
async function replaceText(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  field.focus();
  await user.paste(text);
}

async function conversations(tab: 'Questions' | 'Templates') {
  const app = await openApp(fakeLedger(rows), people);
  await app.user.click(screen.getByRole('button', { name: 'Conversations' }));
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
}

describe('templates', () => {
  it('come ready-made, are read as an affiliate would, and say what is wrong and what is missing', async () => {
    const { user } = await conversations('Templates');
    await user.click(await screen.findByRole('button', { name: 'Add 4 ready-made templates' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Invitation'));
    await user.click(screen.getByRole('button', { name: /^Welcome/ }));
    const preview = await screen.findByRole('region', { name: 'Preview' });
    await waitFor(() => expect(preview).toHaveTextContent('Hi Jane, good news: Paws is now part'));
    expect(preview).toHaveTextContent('Your code: PAWS10');
    expect(preview).toHaveTextContent('Nobody has said brand and my name yet.');

    const text = screen.getByRole('textbox', { name: 'Text' });
    await replaceText(user, text, 'Hi {frist name}, {code} {country} {link');
    const editor = region('Template');
    expect(editor).toHaveTextContent('There is no field {frist name}. Did you mean {first name}?');
    expect(editor).toHaveTextContent('begins a field that is never closed');
    await user.type(screen.getByRole('textbox', { name: 'Instead of country' }), 'your country');
    expect(preview).toHaveTextContent('PAWS10 your country');
    await user.tab();
    await waitFor(async () =>
      expect((await database().templates.toArray()).map(({ body }) => body)).toContain(
        'Hi {frist name}, {code} {country} {link',
      ),
    );

    await user.click(screen.getByRole('button', { name: 'Delete the template' }));
    await waitFor(async () => expect(await database().templates.count()).toBe(3));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await database().templates.count()).toBe(4));
    expect(text.isConnected).toBe(false);
  });

  it('have fields put in where she is', async () => {
    const { user } = await conversations('Templates');
    await user.click(await screen.findByRole('button', { name: 'Add 4 ready-made templates' }));
    await user.click(await screen.findByRole('button', { name: 'New template' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('New template'));
    const subject = screen.getByRole('textbox', { name: 'Subject' });
    await user.type(subject, 'Hello !');
    (subject as HTMLInputElement).setSelectionRange(6, 6);
    await user.click(screen.getByRole('button', { name: 'Insert field' }));
    await user.click(await screen.findByRole('menuitem', { name: 'first name' }));
    await waitFor(() => expect(subject).toHaveValue('Hello {first name}!'));
  });
});

async function compose(ids: readonly string[]) {
  const app = await openApp(fakeLedger(rows), people);
  usePreferences.setState({ sender: ANN });
  act(() => openDoor({ kind: 'compose', affiliateIds: ids, templateId: null }));
  const dialog = await screen.findByRole('dialog', { name: 'Write to affiliates' });
  return { ...app, dialog };
}

describe('writing to affiliates', () => {
  it('shows what is missing before anything leaves; a fallback settles it; drafts are written and logged in one step', async () => {
    const { user, desk, dialog } = await compose(['a1', 'a2', 'a3', 'a4']);
    expect(dialog).toHaveTextContent('2 recipients');
    expect(dialog).toHaveTextContent('Quiet does not want mail and is left out.');
    expect(dialog).toHaveTextContent('Mute has no e-mail address.');
    await replaceText(user, within(dialog).getByRole('textbox', { name: 'Subject' }), 'For {name}');
    await replaceText(user, within(dialog).getByRole('textbox', { name: 'Text' }), 'Hi {first name}, ü: {code}');
    const drafts = within(dialog).getByRole('button', { name: 'Write 2 drafts…' });
    const missing = await within(dialog).findByRole('list', { name: 'What is missing' });
    expect(missing).toHaveTextContent('Claws: first name, code');
    expect(drafts).toBeDisabled();

    await user.type(within(dialog).getByRole('textbox', { name: 'Instead of code' }), 'your code');
    expect(missing).toHaveTextContent('Claws: first name');
    const preview = within(dialog).getByRole('region', { name: 'Preview' });
    preview.focus();
    await user.keyboard('{ArrowRight}');
    expect(preview).toHaveTextContent('Claws');
    await user.click(within(preview).getByRole('button', { name: /Contact/ }));
    await user.click(await screen.findByRole('option', { name: 'Tom, tom@claws.com' }));
    await waitFor(() => expect(preview).toHaveTextContent('Hi Tom, ü: your code'));
    expect(within(dialog).queryByRole('list', { name: 'What is missing' })).not.toBeInTheDocument();

    await user.click(drafts);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(desk.savedMany.map(({ name }) => name)).toEqual(['Paws', 'Claws']);
    const read = await Promise.all(
      desk.savedMany.map(async ({ text }) => readEml('x.eml', new TextEncoder().encode(text))),
    );
    expect(read).toMatchObject([
      {
        value: {
          from: { name: 'Ann', email: 'ann@brand.com' },
          to: ['jane@paws.com'],
          subject: 'For Paws',
          text: 'Hi Jane, ü: PAWS10',
        },
      },
      { value: { to: ['tom@claws.com'], subject: 'For Claws', text: 'Hi Tom, ü: your code' } },
    ]);
    expect(desk.savedMany.every(({ text }) => text.startsWith('X-Unsent: 1\r\n'))).toBe(true);
    expect(await activities()).toHaveLength(2);
    expect((await activities()).find(({ affiliateId }) => affiliateId === 'a2')).toMatchObject({
      kind: 'mail',
      direction: 'out',
      title: 'For Claws',
      text: 'Hi Tom, ü: your code',
    });
    expect((await database().affiliates.get('a1'))?.lastContact).not.toBe('');
    expect(await screen.findByText('Logged for 2 affiliates')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await activities()).toEqual([]));
    expect((await database().affiliates.get('a1'))?.lastContact).toBe('');
  });

  it('logs only the drafts that were written', async () => {
    const { user, desk, dialog } = await compose(['a1', 'a2']);
    desk.stopsAfter = 1;
    await user.type(within(dialog).getByRole('textbox', { name: 'Text' }), 'Hi');
    await user.click(await within(dialog).findByRole('button', { name: 'Write 2 drafts…' }));
    expect(await screen.findByText(/1 of 2 drafts are in the folder “Drafts”. The disk is full/)).toBeInTheDocument();
    expect((await activities()).map(({ affiliateId }) => affiliateId)).toEqual(['a1']);
    expect(await within(dialog).findByRole('button', { name: 'Write a draft…' })).toBeEnabled();
  });

  it('opens one in the mail program, and says when it is too long for that', async () => {
    const { user, desk, dialog } = await compose(['a1']);
    await user.type(within(dialog).getByRole('textbox', { name: 'Subject' }), 'A & B');
    const text = within(dialog).getByRole('textbox', { name: 'Text' });
    await replaceText(user, text, 'x'.repeat(2500));
    const open = within(dialog).getByRole('button', { name: 'Open in the mail program' });
    await waitFor(() => expect(open).toBeDisabled());
    expect(dialog).toHaveTextContent('It is too long to be handed to the mail program');
    await replaceText(user, text, 'Hi {first name}');
    await waitFor(() => expect(open).toBeEnabled());
    await user.click(open);
    await waitFor(() => expect(desk.opened).toEqual(['mailto:jane@paws.com?subject=A%20%26%20B&body=Hi%20Jane']));
    expect(await screen.findByText('Logged for Paws')).toBeInTheDocument();
    expect(await activities()).toMatchObject([{ title: 'A & B', text: 'Hi Jane', messageId: '' }]);
  });

  it('takes up what she had begun, until it is sent', async () => {
    const { user, desk, dialog } = await compose(['a1']);
    await user.type(within(dialog).getByRole('textbox', { name: 'Text' }), 'Half a thought');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    act(() => openDoor({ kind: 'compose', affiliateIds: ['a1'], templateId: null }));
    const again = await screen.findByRole('dialog', { name: 'Write to affiliates' });
    expect(within(again).getByRole('textbox', { name: 'Text' })).toHaveValue('Half a thought');
    await user.click(await within(again).findByRole('button', { name: 'Open in the mail program' }));
    await waitFor(() => expect(desk.opened).toHaveLength(1));
    await waitFor(() => expect(again).not.toBeInTheDocument());
    act(() => openDoor({ kind: 'compose', affiliateIds: ['a1'], templateId: null }));
    const third = await screen.findByRole('dialog', { name: 'Write to affiliates' });
    expect(within(third).getByRole('textbox', { name: 'Text' })).toHaveValue('');
  });

  it('asks once who writes, since a draft is from somebody', async () => {
    const { user, desk } = await openApp(fakeLedger(rows), people);
    act(() => openDoor({ kind: 'compose', affiliateIds: ['a1'], templateId: null }));
    const dialog = await screen.findByRole('dialog', { name: 'Write to affiliates' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Text' }), 'From {{my name}');
    const draft = within(dialog).getByRole('button', { name: 'Write a draft…' });
    expect(draft).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Your name' }), 'Ann');
    await user.type(within(dialog).getByRole('textbox', { name: 'Your e-mail' }), 'ann@brand.com');
    await user.tab();
    await waitFor(() => expect(draft).toBeEnabled());
    await user.click(draft);
    await waitFor(() => expect(desk.savedMany).toHaveLength(1));
    expect(desk.savedMany[0]?.text).toContain('From: "Ann" <ann@brand.com>\r\n');
    expect(desk.savedMany[0]?.text).toContain('\r\n\r\n=46rom Ann\r\n');
  });
});

describe('a question', () => {
  it('is asked about a transaction, changed in place, resolved and opened again by key', async () => {
    const { user } = await conversations('Questions');
    await user.click(await screen.findByRole('button', { name: 'New question' }));
    const dialog = await screen.findByRole('dialog', { name: 'New question' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Question' }), 'Where is order 100?');
    await user.type(within(dialog).getByRole('combobox', { name: 'Affiliate' }), 'Paw{ArrowDown}{Enter}');
    fireEvent.change(within(dialog).getByLabelText('Due'), { target: { value: '2020-01-05' } });
    await user.type(within(dialog).getByRole('searchbox', { name: 'Add a transaction' }), 'T10');
    await user.click(await within(dialog).findByRole('button', { name: /^T100/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Add question' }));

    const table = await screen.findByRole('grid', { name: 'Questions' });
    expect(table).toHaveTextContent('Where is order 100?');
    expect(table).toHaveTextContent('T100');
    expect(await screen.findByRole('img', { name: '1 due' })).toBeInTheDocument();
    table.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    const details = await screen.findByRole('complementary', { name: 'Details of the question' });
    const resolution = within(details).getByRole('textbox', { name: 'Resolution' });
    await user.type(resolution, 'Paid by hand');
    await user.tab();
    await waitFor(async () => expect((await database().questions.toArray())[0]?.resolution).toBe('Paid by hand'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(resolution).toHaveValue(''));

    table.focus();
    await user.keyboard('r');
    await waitFor(async () => expect((await database().questions.toArray())[0]?.resolvedAt).not.toBeNull());
    await waitFor(() => expect(screen.queryByRole('img', { name: '1 due' })).not.toBeInTheDocument());
    await user.click(within(details).getByRole('button', { name: 'Open again' }));
    await waitFor(async () =>
      expect(await database().questions.toArray()).toMatchObject([{ status: 'open', resolvedAt: null }]),
    );
    await user.click(within(details).getByRole('button', { name: 'T100' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Transactions' })).toBeInTheDocument();
    expect(await screen.findByText('About T100, all dates')).toBeInTheDocument();
    // ... and from there another about the same.
    await user.click(await screen.findByRole('button', { name: 'New question about it' }));
    const again = await screen.findByRole('dialog', { name: 'New question' });
    expect(within(again).getByText('T100')).toBeInTheDocument();
    expect(within(again).getByRole('combobox', { name: 'Affiliate' })).toHaveValue('Paws');
  });

  it('says how long they take by kind, and is answered from its page', async () => {
    const app = await openApp(fakeLedger(rows), people);
    const question = (id: string, kind: Question['kind'], days: number | null): Question => ({
      id,
      affiliateId: 'a1',
      kind,
      status: days === null ? 'open' : 'resolved',
      title: `Question ${id}`,
      text: '',
      due: null,
      transactions: [],
      resolution: '',
      askedAt: Date.now() - 8 * DAY_MS,
      resolvedAt: days === null ? null : Date.now() - 8 * DAY_MS + days * DAY_MS,
      sample: false,
    });
    await database().questions.bulkPut([
      question('1', 'payment', 1),
      question('2', 'payment', 4),
      question('3', 'tracking', 6),
      question('4', 'tracking', null),
    ]);
    await app.user.click(screen.getByRole('button', { name: 'Conversations' }));
    const line = await screen.findByRole('region', { name: 'How long questions take' });
    const stat = (name: string) => within(line).getByRole('group', { name });
    expect(stat('Median to resolve')).toHaveTextContent('4 dayslongest 6 days · 1 open for 8 days');
    expect(stat('Payment')).toHaveTextContent('2.5 dayslongest 4 days');
    expect(stat('Tracking')).toHaveTextContent('6 days');
    expect(screen.getByRole('grid', { name: 'Questions' })).toHaveTextContent('Question 4');
    expect(screen.getByRole('grid', { name: 'Questions' })).not.toHaveTextContent('Question 1');

    act(() => showAffiliate('a1'));
    const theirs = await screen.findByRole('region', { name: 'Questions of the affiliate' });
    expect(theirs).toHaveTextContent('Question 4');
    expect(theirs).toHaveTextContent('3 questions resolved');
    await app.user.click(within(theirs).getByRole('button', { name: 'Question 4' }));
    const details = await screen.findByRole('complementary', { name: 'Details of the question' });
    await app.user.click(within(details).getByRole('button', { name: 'Write an answer' }));
    expect(await screen.findByRole('dialog', { name: 'Write to affiliates' })).toHaveTextContent('jane@paws.com');
  });
});
