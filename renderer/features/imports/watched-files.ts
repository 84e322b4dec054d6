import { recordNews } from '#renderer/db/inbox.ts';
import { rememberedSettings } from '#renderer/db/profiles.ts';
import type { LedgerClient, PlanSummary, SourceFile } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { queueUp, useIncoming } from '#renderer/session/incoming.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { openQuestions } from '#shared/domain/imports/defaults.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import type { Intake } from '#shared/ipc/contract.ts';
import { makeFormat, type Format } from '#shared/lib/format.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { countWords, effectWords } from './effect-words.ts';
import { isBusy, verdict } from './wizard.ts';
import { useImport } from './wizard-store.ts';

/** What has become of a new file: it was imported (or held nothing new: no records), or it waits for her, for a reason. */
type Outcome =
  | { readonly kind: 'imported'; readonly records: readonly ImportRecord[] }
  | { readonly kind: 'waits'; readonly reason: string };

/**
 * Takes the files of the watched folder as they come, also while the window is hidden; answers how to stop. Every one of them is
 * told of once, on the desktop and in the inbox.
 */
export function keepWatched(ledger: LedgerClient): () => void {
  const taken = new Set<string>();
  let queue: Promise<unknown> = Promise.resolve();

  async function takeNew(): Promise<void> {
    const waiting = await desk().watch.waiting();
    if (!waiting.ok) return say(waiting.error.message);
    for (const file of waiting.value) {
      if (taken.has(file.id)) continue;
      taken.add(file.id);
      await take(ledger, file);
    }
  }
  const takeSoon = (): void => {
    queue = queue.then(takeNew).catch((error: unknown) => {
      console.error(error);
      say(
        'A new file in the watched folder could not be looked at because of a defect in the program. Import it yourself.',
      );
    });
  };
  const stop = desk().on('watched', takeSoon);
  takeSoon();
  return stop;
}

async function take(ledger: LedgerClient, file: Intake): Promise<void> {
  const outcome = await outcomeOf(ledger, file);
  const { locale, zone } = usePreferences.getState();
  const entry = entryOf(file, outcome, makeFormat(locale, zone));
  const isNew = await recordNews(entry);
  if (!isNew.ok) say(isNew.error.message);
  if (outcome.kind === 'waits') queueUp([file]);
  else await desk().files.release(file.id);
  if (!isNew.ok || !isNew.value) return;
  const { name } = file;
  const [first] = outcome.kind === 'imported' ? outcome.records : [];
  if (outcome.kind === 'waits') await desk().watch.announce({ kind: 'waiting', name, body: entry.body });
  else if (first) await desk().watch.announce({ kind: 'imported', name, importId: first.id, body: entry.body });
}

async function outcomeOf(ledger: LedgerClient, file: Intake): Promise<Outcome> {
  if (!usePreferences.getState().autoImport) return { kind: 'waits', reason: '' };
  const { wizard, unfolded } = useImport.getState();
  // What she is looking at was worked out for the ledger as it is.
  if (isBusy(wizard) || unfolded.length > 0) {
    return { kind: 'waits', reason: 'Another file is being imported.' };
  }
  useIncoming.setState({ resting: true });
  try {
    return await importByItself(ledger, file);
  } finally {
    useIncoming.setState({ resting: false });
  }
}

/** Imports what is known and wholly readable: all exports of an archive, or none. */
async function importByItself(ledger: LedgerClient, file: SourceFile): Promise<Outcome> {
  const unfolded = await ledger.unfold(file);
  if (!unfolded.ok) return { kind: 'waits', reason: unfolded.error.message };
  const parts = unfolded.value;
  if (parts.length > 1) {
    for (const part of parts) {
      const clean = await planClean(ledger, part);
      if (!clean.ok) return { kind: 'waits', reason: clean.error.message };
      await ledger.discard(clean.value.planId);
    }
  }
  const records: ImportRecord[] = [];
  const takeBack = async (reason: string): Promise<Outcome> => {
    for (const { id } of records.toReversed()) await ledger.undo(id);
    return { kind: 'waits', reason };
  };
  for (const part of parts) {
    const clean = await planClean(ledger, part);
    if (!clean.ok) return takeBack(clean.error.message);
    const { planId } = clean.value;
    if (verdict(clean.value) === 'nothing') {
      await ledger.discard(planId);
      continue;
    }
    const applied = await ledger.apply(planId, []);
    if (!applied.ok) {
      await ledger.discard(planId);
      return takeBack(applied.error.message);
    }
    records.push(applied.value);
  }
  return { kind: 'imported', records };
}

/** The plan of a file that leaves nothing to ask and nothing to look at; fails with the reason why it does. */
async function planClean(ledger: LedgerClient, file: SourceFile): Promise<Result<PlanSummary>> {
  const looked = await ledger.look(file, { dialect: {}, profileId: null });
  if (!looked.ok) return looked;
  const { recognition } = looked.value;
  const wait = (message: string): Result<never> => ({ ok: false, error: { code: 'waits', message } });
  if (recognition.profileId === '') return wait('Its columns are not known yet.');
  if (recognition.kind === 'people') return wait('It is a list of people.');
  const settings = await rememberedSettings(recognition, { name: file.name, modified: file.modifiedMs });
  if (openQuestions(recognition, settings).length > 0) return wait('Something has to be asked about it.');
  const planned = await ledger.plan(file, recognition, settings, new Map());
  if (!planned.ok) return planned;
  const reason = reasonToWait(planned.value);
  if (reason === '') return ok(planned.value);
  await ledger.discard(planned.value.planId);
  return wait(reason);
}

function reasonToWait(plan: PlanSummary): string {
  if (plan.rows.rejected > 0) return 'Some of its rows can’t be read.';
  if (plan.unknownWords.length > 0) return 'Some of its status words are not known.';
  if (plan.proposals.length > 0) return 'Some of its partners may be affiliates you have.';
  return verdict(plan) === 'unreadable' ? 'It has no rows.' : '';
}

/** Named by the file as it is, so that a file that is offered again is not told of twice. */
function entryOf(file: Intake, outcome: Outcome, format: Format): InboxEntry {
  const now = Date.now();
  const records = outcome.kind === 'imported' ? outcome.records : [];
  return {
    id: `watched ${file.name} ${file.size} ${file.modifiedMs}`,
    ...(outcome.kind === 'imported'
      ? {
          kind: 'imported',
          title: records.length > 0 ? `${file.name} is imported` : `${file.name} holds nothing new`,
          body: records
            .map((record) => changeWords(record, format))
            .join(' · ')
            .slice(0, 1000),
        }
      : { kind: 'to-check', title: `${file.name} is ready to check`, body: outcome.reason }),
    dueAt: now,
    firedAt: now,
    late: false,
    taskId: null,
    runId: null,
    importIds: records.map(({ id }) => id),
    read: false,
  };
}

const changeWords = (record: ImportRecord, format: Format): string =>
  [countWords(record.counts, format), ...effectWords(record, format)].join(' · ');
