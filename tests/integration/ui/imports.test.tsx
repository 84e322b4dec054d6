// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileSettings } from '#renderer/db/preferences.ts';
import { close, readAnew } from '#renderer/features/imports/wizard-steps.ts';
import { useImport } from '#renderer/features/imports/wizard-store.ts';
import { useIncoming } from '#renderer/session/incoming.ts';
import type { Recognition } from '#shared/domain/imports/types.ts';
import { fakeLedger, type FakeLedger } from '#tests/support/fake-ledger.ts';
import { file, issue, known, recognition, rejected, rows } from './import-cases.ts';
import { closeApp, openApp } from './open-app.tsx';

let ledger: FakeLedger;

beforeEach(() => {
  useImport.setState({ wizard: { kind: 'idle' }, finished: [], unfolded: [] });
  useIncoming.setState({ entries: [] });
  ledger = fakeLedger();
  ledger.next = { recognition, rows, issues: [issue], rejected };
});
afterEach(closeApp);

describe('importing', () => {
  it('asks once, shows each row beside its raw cells, imports, and takes it back', async () => {
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);

    await user.type(await screen.findByLabelText(/^Program/), 'Pets US');
    expect(screen.getByRole('button', { name: 'Continue' })).toBeDisabled();
    await user.type(screen.getByLabelText(/^Currency/), 'usd');
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    expect(await screen.findByText('All 2 rows are new.')).toBeInTheDocument();
    const read = screen.getByRole('group', { name: 'Read as' });
    expect(read).toHaveTextContent(
      /Listing·3 rows·semicolons·quotes "·UTF-8·header in row 4·decimal point·times of UTC/,
    );
    const cells = await screen.findAllByText('raw Sale_Amount');
    expect(cells[0]?.parentElement).toHaveTextContent('$100.00');

    await user.click(screen.getByRole('button', { name: 'Import these rows' }));
    const done = await screen.findByRole('region', { name: 'Import done' });
    expect(done).toHaveTextContent('commission up by $20.00');
    expect(desk.released).toEqual(['f1']);
    const history = await screen.findByRole('grid', { name: 'Imports' });
    expect(await within(history).findByText('actions.csv')).toBeInTheDocument();

    await user.click(within(done).getByRole('button', { name: 'Undo this import' }));
    expect(await screen.findByRole('region', { name: 'Import undone' })).toBeInTheDocument();
    expect(await within(history).findByText('Undone')).toBeInTheDocument();
  });

  it('says of a file that is already here that it changes nothing, and does not ask again', async () => {
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await user.type(await screen.findByLabelText(/^Program/), 'Pets US');
    await user.type(screen.getByLabelText(/^Currency/), 'USD{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Import these rows' }));
    await screen.findByRole('region', { name: 'Import done' });

    desk.tell('intake', [file('f2')]);
    expect(await screen.findByText('This file changes nothing: all 2 rows are already here.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import these rows' })).not.toBeInTheDocument();
  });

  it('works through several files, one after the other, past those it cannot read', async () => {
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [{ name: 'photo.png', refused: 'photo.png is a picture, not an export.' }, file('f2')]);
    expect(await screen.findByText('photo.png is a picture, not an export.')).toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: 'actions.csv' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(desk.released).toEqual(['f2']);
  });

  it('works through the exports of an archive, which is needed until the last one', async () => {
    ledger.next = { recognition: known, rows };
    ledger.inside = ['may.csv', 'june.csv'];
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file('z1', 'exports.zip')]);
    expect(await screen.findByRole('heading', { name: 'exports.zip › may.csv' })).toBeInTheDocument();
    expect(screen.getByText(/1 more file waits/)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Import these rows' }));
    expect(await screen.findByRole('heading', { name: 'exports.zip › june.csv' })).toBeInTheDocument();
    expect(desk.released).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(desk.released).toEqual(['z1']));
  });

  it('cancels the reading of one file without touching the next', async () => {
    ledger.plan = (_file, _recognition, _settings, _corrections, running) =>
      new Promise((_resolve, reject) => {
        running?.signal?.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
      });
    ledger.next = { recognition: known, rows: [] };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file('f1', 'f1.csv'), file('f2', 'f2.csv')]);
    await screen.findByRole('heading', { name: 'f1.csv' });
    await screen.findByText('Reading and comparing with what is here');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('heading', { name: 'f2.csv' })).toBeInTheDocument();
    await screen.findByText('Reading and comparing with what is here');
    expect(desk.released).toEqual(['f1']);
  });

  it('reads nothing anew of a file that was closed before it came to that', async () => {
    ledger.next = { recognition: known, rows };
    const { desk } = await openApp(ledger);
    desk.tell('intake', [file('f1', 'f1.csv'), file('f2', 'f2.csv')]);
    await screen.findByRole('button', { name: 'Import these rows' });
    const { discard } = ledger;
    const gate = Promise.withResolvers<undefined>();
    ledger.discard = (planId) => gate.promise.then(() => discard(planId));
    const anew = readAnew(ledger, { corrections: new Map() });
    // What was planned before is no longer there to be saved.
    expect(useImport.getState().wizard.kind).toBe('reading');
    await close(ledger);
    gate.resolve(undefined);
    await anew;
    expect(await screen.findByRole('heading', { name: 'f2.csv' })).toBeInTheDocument();
    await screen.findByRole('button', { name: 'Import these rows' });
    expect(ledger.planned).toHaveLength(2);
  });

  it('cancels the look at a long file, too', async () => {
    ledger.look = (_file, _wish, running) =>
      new Promise((_resolve, reject) => {
        running?.onProgress?.({ rows: 70_000, share: 0.4 });
        running?.signal?.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
      });
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    expect(await screen.findByRole('progressbar', { name: 'Looking at the file' })).toHaveAttribute(
      'aria-valuenow',
      '40',
    );
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(desk.released).toEqual(['f1']));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says so when the program itself fails, and lets her try again', async () => {
    ledger.look = () => Promise.reject(new Error('boom'));
    const { desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    expect(await screen.findByRole('alert')).toHaveTextContent('a defect in the program (boom)');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('says of what is no table that it is none', async () => {
    ledger.next = null;
    const { desk } = await openApp(ledger);
    desk.tell('intake', [file('f1', 'list.csv')]);
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no table in this file.');
  });
});

describe('reading it otherwise', () => {
  it('looks and reads again with each word she changes, and keeps the words changed before', async () => {
    ledger.next = { recognition: known, rows };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await screen.findByText('All 2 rows are new.');
    const read = screen.getByRole('group', { name: 'Read as' });

    await user.click(within(read).getByRole('button', { name: /Between columns/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'tabs' }));
    await waitFor(() => expect(read).toHaveTextContent('tabs'));
    await screen.findByText('All 2 rows are new.');
    await user.click(within(read).getByRole('button', { name: /Header/ }));
    await user.type(await screen.findByRole('searchbox', { name: 'Find: Header' }), 'no head');
    await user.click(await screen.findByRole('menuitemradio', { name: 'no header row' }));
    await waitFor(() => expect(read).toHaveTextContent('no header row'));
    await screen.findByText('All 2 rows are new.');

    expect(ledger.wishes.at(-1)).toEqual({
      dialect: { delimiter: '\t', headerLine: 3, headerRows: 0 },
      profileId: null,
    });
    expect(ledger.discarded).toEqual(['plan-1', 'plan-2']);
    expect(ledger.planned.at(-1)?.recognition.dialect).toMatchObject({ delimiter: '\t', headerRows: 0 });
  });

  it('reads dates, decimals and times as she says, and remembers the zone of the source', async () => {
    const dated: Recognition = {
      ...known,
      mapping: [...known.mapping, { column: 'When', index: 2, field: 'eventTime', layout: 'mdy' }],
      header: [...known.header, 'When'],
    };
    ledger.next = { recognition: dated, rows };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await screen.findByText('All 2 rows are new.');
    const read = screen.getByRole('group', { name: 'Read as' });
    await user.click(within(read).getByRole('button', { name: /Order of dates/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'dates day/month' }));
    await waitFor(() => expect(ledger.planned).toHaveLength(2));
    await screen.findByText('All 2 rows are new.');
    await user.click(within(read).getByRole('button', { name: /Decimals/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'decimal comma' }));
    await waitFor(() => expect(ledger.planned).toHaveLength(3));
    await screen.findByText('All 2 rows are new.');
    await user.click(within(read).getByRole('button', { name: /Time zone/ }));
    await user.type(await screen.findByRole('searchbox', { name: 'Find: Time zone' }), 'berlin');
    await user.click(await screen.findByRole('menuitemradio', { name: 'times of Europe/Berlin' }));
    await waitFor(() => expect(ledger.planned).toHaveLength(4));

    const last = ledger.planned.at(-1);
    expect(last?.recognition.mapping.map(({ layout, decimal }) => layout ?? decimal)).toEqual([undefined, ',', 'dmy']);
    expect(last?.settings.zone).toBe('Europe/Berlin');
    expect(await profileSettings(known.profileId)).toMatchObject({ zone: 'Europe/Berlin', dateOrder: 'dmy' });
    // None of it needed another look at the file.
    expect(ledger.wishes).toHaveLength(1);
  });

  it('offers the sheets of a workbook', async () => {
    const sheet: Recognition = { ...known, dialect: { ...known.dialect, sheet: 'Orders' } };
    ledger.next = { recognition: sheet, rows, sheets: ['Orders', 'Returns'] };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file('f1', 'book.xlsx')]);
    const read = await screen.findByRole('group', { name: 'Read as' });
    expect(read).not.toHaveTextContent('semicolons');
    await user.click(within(read).getByRole('button', { name: /Sheet/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'sheet “Returns”' }));
    await waitFor(() => expect(ledger.wishes.at(-1)?.dialect).toEqual({ sheet: 'Returns' }));
  });
});

describe('what cannot be read', () => {
  it('is put right in place and read again', async () => {
    ledger.next = { recognition: known, rows, issues: [issue], rejected };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await user.click(await screen.findByRole('tab', { name: /be read/ }));
    const form = await screen.findByRole('form', { name: 'Rows that can’t be read' });
    expect(form).toHaveTextContent('It is not an amount.');
    expect(within(form).getByRole('button', { name: 'Apply corrections' })).toBeDisabled();
    const cell = within(form).getByRole('textbox', { name: 'Sale_Amount, line 7' });
    await user.clear(cell);
    await user.type(cell, '12{Enter}');
    await waitFor(() => expect(ledger.planned).toHaveLength(2));
    expect(ledger.planned.at(-1)?.corrections).toEqual(new Map([[7, ['T3', '12']]]));
    expect(await screen.findByRole('tab', { name: /be read\s*0/ })).toBeInTheDocument();
  });

  it('is saved as a file with line and reason', async () => {
    ledger.next = { recognition: known, rows, issues: [issue], rejected };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await user.click(await screen.findByRole('tab', { name: /be read/ }));
    await user.click(await screen.findByRole('button', { name: 'Save rejected rows as CSV' }));
    await waitFor(() => expect(desk.saved).toHaveLength(1));
    expect(desk.saved[0]).toEqual({
      name: 'actions rejected rows.csv',
      text: '\uFEFFAction_Id;Sale_Amount;Line;Reason\r\nT3;twelve;7;It is not an amount.\r\n',
    });
  });

  it('as a status gets a meaning in the preview, which is remembered', async () => {
    ledger.next = { recognition: known, rows, words: [{ word: 'held', count: 12 }] };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    const words = await screen.findByRole('region', { name: 'Status words without a meaning' });
    expect(words).toHaveTextContent('12 rows');
    await user.click(within(words).getByRole('button', { name: /Meaning of “held”/ }));
    await user.click(await screen.findByRole('option', { name: 'Pending' }));
    await user.click(within(words).getByRole('button', { name: 'Use this meaning' }));
    await waitFor(() => expect(words).not.toBeInTheDocument());
    expect(ledger.planned.at(-1)?.settings.words).toEqual({ held: 'pending' });
    expect(await profileSettings(known.profileId)).toMatchObject({ words: { held: 'pending' } });
  });
});

describe('partner ids that may be known', () => {
  it('go to whom she chooses', async () => {
    const candidate = (affiliateId: string, name: string) => ({ affiliateId, name, because: 'email' as const });
    const partner = (partnerId: string, name: string) => ({ network: 'Impact', partnerId, name, email: '', site: '' });
    ledger.next = {
      recognition: known,
      rows,
      proposals: [
        { partner: partner('1', 'Barkly'), candidates: [candidate('a', 'Barkly Ltd')] },
        { partner: partner('2', 'Kibble'), candidates: [candidate('b', 'Kibble One'), candidate('c', 'Kibble Two')] },
      ],
    };
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [file()]);
    await user.click(await screen.findByRole('tab', { name: /Partners/ }));
    expect(screen.getByRole('button', { name: /Who Barkly is/ })).toHaveTextContent('Barkly Ltd, same e-mail');
    expect(screen.getByRole('button', { name: /Who Kibble is/ })).toHaveTextContent('A new affiliate');
    await user.click(screen.getByRole('button', { name: /Who Kibble is/ }));
    await user.click(await screen.findByRole('option', { name: 'Kibble Two, same e-mail' }));
    await user.click(screen.getByRole('button', { name: 'Import these rows' }));
    await screen.findByRole('region', { name: 'Import done' });
    expect(ledger.choices).toEqual([
      [
        { network: 'Impact', partnerId: '1', affiliateId: 'a' },
        { network: 'Impact', partnerId: '2', affiliateId: 'c' },
      ],
    ]);
  });
});
