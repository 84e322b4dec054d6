import { create } from 'zustand';
import { addSampleRecords, affiliatesOf, removeSampleRecords, sampleImports } from '#renderer/db/sample.ts';
import type { LedgerClient, SourceFile } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say, withdrawUndo } from '#renderer/session/toasts.ts';
import { didStep, forgetStep } from '#renderer/session/undo.ts';
import { settingsFor } from '#shared/domain/imports/defaults.ts';
import { SAMPLE_ANSWERS } from '#shared/domain/imports/sample.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { addDays } from '#shared/lib/day.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { samplePeople } from './sample-people.ts';
import { sampleSchedule, sampleTasks } from './sample-plans.ts';
import { sampleThings } from './sample-things.ts';

const STEP = 'sample program';

/** What is being done with the sample program. */
export const useSampleWork = create<{
  readonly work: 'nothing' | 'loading' | 'removing';
  /** Whether there was no transaction when it began. */
  readonly wasEmpty: boolean;
}>()(() => ({ work: 'nothing', wasEmpty: true }));

const during = async (work: 'loading' | 'removing', job: () => Promise<void>): Promise<void> => {
  if (useSampleWork.getState().work !== 'nothing') return;
  useSampleWork.setState({ work, wasEmpty: useLedgerVersion.getState().transactions === 0 });
  try {
    await job();
  } finally {
    useSampleWork.setState({ work: 'nothing' });
  }
};

/** Imports the sample's exports, as if they had been dropped, and adds its tasks and its schedule; then shows the dashboard. */
export const loadSample = (ledger: LedgerClient): Promise<void> =>
  during('loading', async () => {
    const now = Date.now();
    const { zone } = usePreferences.getState();
    const loaded = await importAll(ledger, now, zone);
    if (!loaded.ok) {
      await takeOut(ledger);
      return say(loaded.error.message);
    }
    goTo({ screen: 'dashboard' });
    didStep({ label: 'Loaded the sample program', key: STEP, undo: () => takeOut(ledger) });
  });

/** Takes the sample program out, with all that came of it, and says what stays because she has made it hers. */
export const removeSample = (ledger: LedgerClient): Promise<void> =>
  during('removing', async () => {
    const removed = await takeOut(ledger);
    if (!removed.ok) return say(removed.error.message);
    forgetStep(STEP);
    withdrawUndo();
    say(`The sample program is removed. ${stayingWords(removed.value)}`.trimEnd());
  });

async function importAll(ledger: LedgerClient, now: number, zone: string): Promise<Result<null>> {
  const files = await desk().sample.open(addDays(dayOf(now, zone), -1));
  if (!files.ok) return files;
  const records: ImportRecord[] = [];
  for (const file of files.value) {
    const imported = await importOne(ledger, { ...file, sample: true });
    await desk().files.release(file.id);
    if (!imported.ok) return imported;
    records.push(imported.value);
  }
  const known = await affiliatesOf(records.map(({ id }) => id));
  const { stages } = usePreferences.getState();
  const { affiliates, activities } = samplePeople(known, records.at(-1)?.id ?? '', stages, now, zone);
  return addSampleRecords(affiliates, {
    ...sampleThings(affiliates, stages, now, zone),
    activities,
    tasks: sampleTasks(affiliates, now, zone),
    schedules: [sampleSchedule(now)],
  });
}

async function importOne(ledger: LedgerClient, file: SourceFile): Promise<Result<ImportRecord>> {
  const looked = await ledger.look(file, { dialect: {}, profileId: null });
  if (!looked.ok) return looked;
  const { recognition } = looked.value;
  const settings = settingsFor(recognition, SAMPLE_ANSWERS, { name: file.name, modified: file.modifiedMs });
  const planned = await ledger.plan(file, recognition, settings, new Map());
  return planned.ok ? ledger.apply(planned.value.planId, []) : planned;
}

/** Answers how many affiliates stay. */
async function takeOut(ledger: LedgerClient): Promise<Result<number>> {
  const imports = await sampleImports();
  const records = await removeSampleRecords();
  if (!records.ok) return records;
  for (const { id } of imports.toReversed()) {
    const undone = await ledger.undo(id);
    if (!undone.ok) return undone;
  }
  return ok((await affiliatesOf(imports.map(({ id }) => id))).length);
}

function stayingWords(affiliates: number): string {
  if (affiliates === 0) return '';
  return affiliates === 1
    ? 'One affiliate that you have edited stays.'
    : `${affiliates} affiliates that you have edited stay.`;
}
