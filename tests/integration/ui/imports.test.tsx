// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useImport } from '#renderer/features/imports/wizard-store.ts';
import { useIncoming } from '#renderer/session/incoming.ts';
import type { Recognition } from '#shared/domain/imports/types.ts';
import { fakeLedger, made, type FakeLedger } from '#tests/support/fake-ledger.ts';
import { closeApp, openApp } from './open-app.tsx';

const recognition: Recognition = {
  profileId: 'impact',
  profileName: 'Impact Advertiser Action Listing',
  network: 'Impact',
  dialect: { encoding: 'utf-8', encodingBy: 'evidence', delimiter: ';', quote: '"', headerLine: 4 },
  header: ['Action_Id', 'Sale_Amount'],
  mapping: [
    { column: 'Action_Id', index: 0, field: 'transactionId' },
    { column: 'Sale_Amount', index: 1, field: 'sale' },
  ],
  questions: ['program', 'currency'],
  defaultZone: 'UTC',
};
const issue = {
  line: 7,
  column: 'Sale_Amount',
  value: 'twelve',
  code: 'not-an-amount',
  message: 'It is not an amount.',
  effect: 'rejected',
} as const;

let ledger: FakeLedger;

beforeEach(() => {
  useImport.setState({ wizard: { kind: 'idle' }, finished: [] });
  useIncoming.setState({ entries: [] });
  ledger = fakeLedger();
  ledger.next = {
    recognition,
    rows: [made('2026-11-01', { transactionId: 'T1' }), made('2026-11-02', { transactionId: 'T2' })],
    issues: [issue],
  };
});
afterEach(closeApp);

describe('importing', () => {
  it('asks once, shows each row beside its raw cells, imports, and takes it back', async () => {
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [{ id: 'f1', name: 'actions.csv', size: 1000, modifiedMs: 0 }]);

    await user.type(await screen.findByLabelText(/^Program/), 'Pets US');
    expect(screen.getByRole('button', { name: 'Continue' })).toBeDisabled();
    await user.type(screen.getByLabelText(/^Currency/), 'usd');
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    expect(await screen.findByText('All 2 rows are new.')).toBeInTheDocument();
    expect(screen.getByText(/3 rows · semicolons, UTF-8, header in row 4/)).toBeInTheDocument();
    const cells = await screen.findAllByText('raw Sale_Amount');
    expect(cells[0]?.parentElement).toHaveTextContent('$100.00');
    await user.click(screen.getByRole('tab', { name: /be read/ }));
    expect(await screen.findByText('It is not an amount.')).toBeInTheDocument();
    expect(screen.getByText('twelve')).toBeInTheDocument();

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
    const file = { id: 'f1', name: 'actions.csv', size: 1000, modifiedMs: 0 };
    desk.tell('intake', [file]);
    await user.type(await screen.findByLabelText(/^Program/), 'Pets US');
    await user.type(screen.getByLabelText(/^Currency/), 'USD{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Import these rows' }));
    await screen.findByRole('region', { name: 'Import done' });

    desk.tell('intake', [{ ...file, id: 'f2' }]);
    expect(await screen.findByText('This file changes nothing: all 2 rows are already here.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import these rows' })).not.toBeInTheDocument();
  });

  it('works through several files, one after the other, past those it cannot read', async () => {
    const { user, desk } = await openApp(ledger);
    desk.tell('intake', [
      { name: 'photo.png', refused: 'photo.png is a picture, not an export.' },
      { id: 'f2', name: 'actions.csv', size: 1000, modifiedMs: 0 },
    ]);
    expect(await screen.findByText('photo.png is a picture, not an export.')).toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: 'actions.csv' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(desk.released).toEqual(['f2']);
  });

  it('cancels the reading of one file without touching the next', async () => {
    ledger.plan = (_file, _recognition, _settings, running) =>
      new Promise((_resolve, reject) => {
        running?.signal?.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
      });
    ledger.next = { recognition: { ...recognition, questions: [] }, rows: [] };
    const { user, desk } = await openApp(ledger);
    const file = (id: string) => ({ id, name: `${id}.csv`, size: 1000, modifiedMs: 0 });
    desk.tell('intake', [file('f1'), file('f2')]);
    await screen.findByRole('heading', { name: 'f1.csv' });
    await screen.findByText('Reading and comparing with what is here');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('heading', { name: 'f2.csv' })).toBeInTheDocument();
    await screen.findByText('Reading and comparing with what is here');
    expect(desk.released).toEqual(['f1']);
  });

  it('says so when the program itself fails, and lets her try again', async () => {
    ledger.recognise = () => Promise.reject(new Error('boom'));
    const { desk } = await openApp(ledger);
    desk.tell('intake', [{ id: 'f1', name: 'actions.csv', size: 1000, modifiedMs: 0 }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('a defect in the program (boom)');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('says what an unknown file is not', async () => {
    ledger.next = null;
    const { desk } = await openApp(ledger);
    desk.tell('intake', [{ id: 'f1', name: 'list.csv', size: 10, modifiedMs: 0 }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('This file is none of them.');
  });
});
