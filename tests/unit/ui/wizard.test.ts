import { describe, expect, it } from 'vitest';
import { isBusy, step, verdict, type Wizard, type WizardEvent } from '#renderer/features/imports/wizard.ts';
import type { PlanSummary, SourceFile } from '#renderer/ledger/types.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { PlanCounts } from '#shared/domain/ledger/plan.ts';

const file: SourceFile = { id: 'f1', name: 'actions.csv', size: 10, modifiedMs: 0 };
const recognition = { profileId: 'impact', questions: ['program'] } as unknown as Recognition;
const settings: Settings = { program: '', currency: 'USD', zone: 'UTC', asOf: 0 };
const record = { id: 'i1' } as unknown as ImportRecord;
const problem = { code: 'unreadable', message: 'It cannot be read.' };
const plan = (counts: Partial<PlanCounts> = {}, accepted = 0, rejected = 0): PlanSummary =>
  ({
    planId: 'p1',
    counts: { new: 0, changed: 0, same: 0, older: 0, repeated: 0, ...counts },
    rows: { accepted, rejected, skipped: 0 },
  }) as unknown as PlanSummary;

const after = (...events: readonly WizardEvent[]): Wizard => events.reduce(step, { kind: 'idle' } as Wizard);

const opened: WizardEvent = { type: 'file', file };
const recognised: WizardEvent = { type: 'recognised', recognition };
const asks: WizardEvent = { type: 'asks', recognition, settings };
const answered: WizardEvent = { type: 'answered', recognition };
const planned: WizardEvent = { type: 'planned', plan: plan() };
const saved: WizardEvent = { type: 'saved', record };

describe('the way of an import', () => {
  it('goes from the file to what it changed', () => {
    expect(after(opened).kind).toBe('reading');
    expect(after(opened, recognised)).toMatchObject({ kind: 'reading', recognition });
    expect(after(opened, recognised, planned).kind).toBe('previewing');
    expect(after(opened, recognised, planned, { type: 'save' }).kind).toBe('saving');
    expect(after(opened, recognised, planned, { type: 'save' }, saved)).toEqual({
      kind: 'done',
      file,
      record,
      undone: false,
    });
  });

  it('asks what the file does not hold before it reads all of it', () => {
    expect(after(opened, recognised, asks)).toMatchObject({ kind: 'mapping', settings });
    expect(after(opened, recognised, asks, answered)).toMatchObject({ kind: 'reading', recognition });
  });

  it('reads anew from the preview, for another as-of date or other answers', () => {
    expect(after(opened, recognised, planned, answered).kind).toBe('reading');
    expect(after(opened, recognised, planned, asks).kind).toBe('mapping');
  });

  it('goes back to the preview when writing is cancelled', () => {
    expect(after(opened, recognised, planned, { type: 'save' }, { type: 'save-cancelled' }).kind).toBe('previewing');
  });

  it('keeps the file that failed, so that it can be tried again', () => {
    expect(after(opened, { type: 'failed', problem })).toEqual({ kind: 'failed', fileName: file.name, file, problem });
    expect(after({ type: 'refused', fileName: 'a.png', problem })).toMatchObject({ kind: 'failed', file: null });
  });

  it('marks as undone only the import that was', () => {
    const done = [opened, recognised, planned, { type: 'save' }, saved] as const;
    expect(after(...done, { type: 'undone', importId: 'i1' })).toMatchObject({ undone: true });
    expect(after(...done, { type: 'undone', importId: 'other' })).toMatchObject({ undone: false });
  });

  it('ignores an answer that comes after she has left', () => {
    const late: readonly WizardEvent[] = [
      recognised,
      asks,
      answered,
      planned,
      saved,
      { type: 'save' },
      { type: 'save-cancelled' },
      { type: 'failed', problem },
      { type: 'progress', progress: { rows: 1, share: 0.5 } },
    ];
    for (const event of late) expect(after(opened, { type: 'close' }, event)).toEqual({ kind: 'idle' });
  });

  it('lets the next file wait while there is work or a question', () => {
    expect([after(), after(opened, { type: 'failed', problem })].map(isBusy)).toEqual([false, false]);
    expect([after(opened), after(opened, recognised, asks), after(opened, planned)].map(isBusy)).toEqual([
      true,
      true,
      true,
    ]);
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
