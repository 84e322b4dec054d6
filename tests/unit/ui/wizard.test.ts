import { describe, expect, it } from 'vitest';
import {
  carried,
  chosenFor,
  isBusy,
  step,
  verdict,
  type Reading,
  type Wizard,
  type WizardEvent,
} from '#renderer/features/imports/wizard.ts';
import type { PlanSummary, SourceFile } from '#renderer/ledger/types.ts';
import type { PartnerProposal } from '#shared/domain/affiliates/propose.ts';
import type { Look, LookWish } from '#shared/domain/imports/look.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { PlanCounts } from '#shared/domain/ledger/plan.ts';

const file: SourceFile = { id: 'f1', name: 'actions.csv', size: 10, modifiedMs: 0 };
const settings: Settings = {
  program: '',
  currency: 'USD',
  partner: '',
  zone: 'UTC',
  dateOrder: '',
  day: '',
  words: {},
  asOf: 0,
};
const recognition = {
  profileId: 'impact',
  header: ['Id', 'Sum'],
  questions: ['program'],
  dialect: { delimiter: ',' },
} as unknown as Recognition;
const lookOf = (changes: Partial<Recognition> = {}): Look =>
  ({ recognition: { ...recognition, ...changes } }) as unknown as Look;
const look = lookOf();
const wish: LookWish = { dialect: {}, profileId: null };
const reading: Reading = { look, wish, recognition: look.recognition, settings, corrections: new Map() };
const record = { id: 'i1' } as unknown as ImportRecord;
const problem = { code: 'unreadable', message: 'It cannot be read.' };
const plan = (counts: Partial<PlanCounts> = {}, accepted = 0, rejected = 0): PlanSummary =>
  ({
    planId: 'p1',
    counts: { new: 0, changed: 0, same: 0, older: 0, repeated: 0, ...counts },
    rows: { accepted, rejected, skipped: 0, merged: 0 },
    proposals: [],
  }) as unknown as PlanSummary;

const after = (...events: readonly WizardEvent[]): Wizard => events.reduce(step, { kind: 'idle' } as Wizard);

const opened: WizardEvent = { type: 'file', file };
const asks: WizardEvent = { type: 'asks', reading, part: 'questions' };
const reads: WizardEvent = { type: 'reads', reading };
const planned: WizardEvent = { type: 'planned', plan: plan() };
const save: WizardEvent = { type: 'save' };
const saved: WizardEvent = { type: 'saved', record };
const looksAgain: WizardEvent = { type: 'looks-again' };

describe('the way of an import', () => {
  it('goes from the file to what it changed', () => {
    expect(after(opened)).toMatchObject({ kind: 'looking', reading: null });
    expect(after(opened, reads)).toMatchObject({ kind: 'reading', reading });
    expect(after(opened, reads, planned).kind).toBe('previewing');
    expect(after(opened, reads, planned, save).kind).toBe('saving');
    expect(after(opened, reads, planned, save, saved)).toEqual({ kind: 'done', file, record, undone: false });
  });

  it('asks what the file does not hold before it reads all of it', () => {
    expect(after(opened, asks)).toMatchObject({ kind: 'mapping', part: 'questions', reading });
    expect(after(opened, asks, reads)).toMatchObject({ kind: 'reading', reading });
  });

  it('keeps what she has matched so far, and only while she is asked', () => {
    const matched: WizardEvent = {
      type: 'matched',
      recognition: { ...recognition, network: 'Zoo' },
      settings: { ...settings, program: 'Pets' },
    };
    expect(after(opened, asks, matched)).toMatchObject({
      kind: 'mapping',
      reading: { recognition: { network: 'Zoo' }, settings: { program: 'Pets' }, look },
    });
    expect(after(opened, reads, planned, matched)).toEqual(after(opened, reads, planned));
  });

  it('reads anew from the preview, and comes back to what was asked or to the columns', () => {
    expect(after(opened, reads, planned, reads).kind).toBe('reading');
    expect(after(opened, reads, planned, asks)).toMatchObject({ kind: 'mapping', part: 'questions' });
    expect(after(opened, reads, planned, { ...asks, part: 'columns' })).toMatchObject({ part: 'columns' });
  });

  it('looks again with what it knew, and remembers where she was', () => {
    expect(after(opened, reads, planned, looksAgain)).toMatchObject({ kind: 'looking', reading, from: 'preview' });
    expect(after(opened, reads, looksAgain)).toMatchObject({ kind: 'looking', from: 'preview' });
    const columns: WizardEvent = { type: 'asks', reading, part: 'columns' };
    expect(after(opened, columns, looksAgain)).toMatchObject({ kind: 'looking', from: 'columns', reading });
    expect(after(opened, columns, looksAgain, looksAgain)).toMatchObject({ from: 'columns' });
    expect(after(opened, reads, planned, save, looksAgain).kind).toBe('saving');
  });

  it('goes back to the preview when writing is cancelled', () => {
    expect(after(opened, reads, planned, save, { type: 'save-cancelled' })).toEqual(after(opened, reads, planned));
  });

  it('keeps the file that failed, so that it can be tried again', () => {
    expect(after(opened, { type: 'failed', problem })).toEqual({ kind: 'failed', fileName: file.name, file, problem });
    expect(after({ type: 'refused', fileName: 'a.png', problem })).toMatchObject({ kind: 'failed', file: null });
  });

  it('marks as undone only the import that was', () => {
    const done = [opened, reads, planned, save, saved] as const;
    expect(after(...done, { type: 'undone', importId: 'i1' })).toMatchObject({ undone: true });
    expect(after(...done, { type: 'undone', importId: 'other' })).toMatchObject({ undone: false });
  });

  it('ignores an answer that comes after she has left', () => {
    const late: readonly WizardEvent[] = [
      asks,
      reads,
      planned,
      saved,
      save,
      looksAgain,
      { type: 'matched', recognition, settings },
      { type: 'choice', choice: { network: 'Awin', partnerId: '7', affiliateId: null } },
      { type: 'save-cancelled' },
      { type: 'failed', problem },
      { type: 'progress', progress: { rows: 1, share: 0.5 } },
    ];
    for (const event of late) expect(after(opened, { type: 'close' }, event)).toEqual({ kind: 'idle' });
  });

  it('lets the next file wait while there is work or a question', () => {
    expect([after(), after(opened, { type: 'failed', problem })].map(isBusy)).toEqual([false, false]);
    expect([after(opened), after(opened, asks), after(opened, reads, planned)].map(isBusy)).toEqual([true, true, true]);
  });
});

describe('whose partner ids are', () => {
  const proposal = (partnerId: string, ...ids: readonly string[]): PartnerProposal => ({
    partner: { network: 'Awin', partnerId, name: '', email: '', site: '' },
    candidates: ids.map((affiliateId) => ({ affiliateId, name: affiliateId, because: 'email' })),
  });
  const proposed = after(opened, reads, {
    type: 'planned',
    plan: { ...plan(), proposals: [proposal('1', 'a'), proposal('2', 'a', 'b')] },
  });
  const chosen = (state: Wizard, partnerId: string): string | null | undefined =>
    state.kind === 'previewing'
      ? chosenFor(state.choices, { network: 'Awin', partnerId, affiliateId: null })
      : undefined;

  it('is the one candidate, and nobody of several, until she chooses', () => {
    expect([chosen(proposed, '1'), chosen(proposed, '2'), chosen(proposed, '3')]).toEqual(['a', null, undefined]);
    const after = step(proposed, { type: 'choice', choice: { network: 'Awin', partnerId: '2', affiliateId: 'b' } });
    expect([chosen(after, '1'), chosen(after, '2')]).toEqual(['a', 'b']);
    const anew = step(after, { type: 'choice', choice: { network: 'Awin', partnerId: '1', affiliateId: null } });
    expect([chosen(anew, '1'), chosen(anew, '2')]).toEqual([null, 'b']);
  });

  it('tells people of a list apart by their lines', () => {
    const one = step(proposed, { type: 'choice', choice: { line: 2, affiliateId: 'a' } });
    const two = step(one, { type: 'choice', choice: { line: 3, affiliateId: 'b' } });
    expect(
      two.kind === 'previewing' && [2, 3].map((line) => chosenFor(two.choices, { line, affiliateId: null })),
    ).toEqual(['a', 'b']);
  });
});

describe('another look', () => {
  const tabs = lookOf({ dialect: { delimiter: '\t' } as Recognition['dialect'] });

  it('is taken as it is where she has changed nothing', () => {
    expect(carried(reading, tabs, wish, settings).recognition).toBe(tabs.recognition);
  });

  it('keeps what she has matched as long as the columns are the same', () => {
    const changed: Reading = { ...reading, recognition: { ...recognition, network: 'Zoo' } };
    expect(carried(changed, tabs, wish, settings).recognition).toMatchObject({
      network: 'Zoo',
      dialect: { delimiter: '\t' },
    });
    const other = lookOf({ header: ['Id;Sum'] });
    expect(carried(changed, other, wish, settings).recognition).toBe(other.recognition);
    expect(carried(changed, tabs, { ...wish, profileId: 'awin' }, settings).recognition).toBe(tabs.recognition);
  });

  it('forgets rows that were put right: the file may be cut into others', () => {
    const corrected: Reading = { ...reading, corrections: new Map([[3, ['x']]]) };
    expect(carried(corrected, tabs, wish, settings).corrections.size).toBe(0);
  });
});

describe('verdict', () => {
  it.each([
    [plan({ new: 1, same: 3 }, 4), 'changes'],
    [plan({ changed: 1 }, 1), 'changes'],
    [plan({ older: 2, same: 1 }, 3), 'only-history'],
    [plan({ same: 9 }, 9), 'nothing'],
    [plan({ same: 9, repeated: 1 }, 10), 'nothing'],
    [plan({}, 0, 4), 'unreadable'],
    [plan({}, 0, 0), 'unreadable'],
  ])('%o', (summary, expected) => {
    expect(verdict(summary)).toBe(expected);
  });
});
