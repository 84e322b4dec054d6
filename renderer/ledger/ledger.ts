import { storeImport, storeUndo, loadLedger } from '#renderer/db/ledger-store.ts';
import { openDatabase } from '#renderer/db/open.ts';
import { knownPeople, storePeople, undoPeople } from '#renderer/db/people-store.ts';
import { unlinkedPartners } from '#renderer/db/partner-store.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import { proposePartners, type MetPartner, type PartnerChoice } from '#shared/domain/affiliates/propose.ts';
import { planPeople, sourceOf, type PersonChoice } from '#shared/domain/imports/people-plan.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Recognition } from '#shared/domain/imports/types.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Changes } from '#shared/domain/ledger/changes.ts';
import { bytesOf } from '#shared/domain/ledger/columns.ts';
import { Books } from '#shared/domain/ledger/books.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { zoneClock, type ZoneClock } from '#shared/lib/zone.ts';
import { drive } from './drive.ts';
import { lookAtFile } from './looking.ts';
import { readPeople } from './people.ts';
import { readPlan } from './planning.ts';
import { createPlans, type BookPlan, type ListPlan } from './plans.ts';
import type { Running, WorkerHandlers } from './protocol.ts';
import { ReadFailure, unfold } from './source.ts';
import { bookRecord, bookSummary, listRecord, listSummary } from './summaries.ts';
import type { Choice, LedgerStatus, PlanSummary } from './types.ts';

/** What a row of an export often takes: a first guess at how many rows a file has. */
const BYTES_PER_ROW = 300;
/** What a sighting takes when stored, about. */
const SIGHTING_BYTES = 16;

/** The ledger's owner: the state in memory, the database behind it, and the plans that wait. `onChange` hears new data versions. */
export function createLedger(onChange: (version: number) => void): WorkerHandlers {
  let books = new Books();
  let opened: DeskDatabase | null = null;
  let clock: ZoneClock = zoneClock('UTC');
  let sequence = 0;
  let imports = 0;
  /** Rows of every stored segment. */
  const segmentRows = new Map<string, number>();
  const plans = createPlans();
  let busy: Promise<unknown> = Promise.resolve();

  const database = (): DeskDatabase => {
    if (!opened) throw new Error('The ledger was asked before it was opened.');
    return opened;
  };

  const status = (): LedgerStatus => ({
    version: books.version,
    transactions: books.of().counts().transactions,
    imports,
  });

  /** One after the other: what reads the state for long, or changes it. */
  const alone = <T>({ signal }: Running, work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(() => {
      signal.throwIfAborted();
      return work();
    });
    busy = turn.catch(() => {});
    return turn;
  };

  /** Memory follows what has been committed. */
  const install = (book: Book, changes: Changes): void => {
    const installed = books.of(book).install(changes);
    if (!installed.ok) throw new Error(installed.error.message);
    for (const id of changes.remove) segmentRows.delete(id);
    for (const { id, rows } of changes.put) segmentRows.set(id, rows);
    onChange(installed.value);
  };

  const removedRows = (changes: Changes): number =>
    changes.remove.reduce((sum, id) => sum + (segmentRows.get(id) ?? 0), 0);

  const summary = async (planId: string, plan: BookPlan): Promise<PlanSummary> => {
    const met = await unlinkedPartners(database(), plan.session.partners);
    return bookSummary(planId, plan, met, await proposals(met), clock);
  };

  /** Only partners of whom the file tells more than a name can be someone who is known already. */
  const proposals = async (met: readonly MetPartner[]) => {
    const told = met.filter(({ email, site }) => email !== '' || site !== '');
    return told.length === 0 ? [] : proposePartners(told, await database().affiliates.toArray(), []);
  };

  /** Reading that fails is foreseen: the file was moved, changed or taken away. */
  const reading = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ReadFailure) return { ok: false, error: error.problem };
      throw error;
    }
  };

  const applyList = async (
    { signal }: Running,
    planId: string,
    plan: ListPlan,
    choices: readonly PersonChoice[],
    now: number,
  ): Promise<Result<ImportRecord>> => {
    const record = listRecord(planId, plan, now);
    const stored = await storePeople(database(), plan.drafts, plan.plan, choices, record, signal);
    if (!stored.ok) return stored;
    plans.drop(planId);
    sequence = record.sequence;
    imports++;
    return stored;
  };

  return {
    async open(_running, name, zone) {
      const result = await openDatabase(name);
      if (!result.ok) return result;
      opened = result.value;
      clock = zoneClock(zone);
      books = new Books();
      segmentRows.clear();
      const loaded = await loadLedger(opened, (segments) => {
        books.load(segments);
        for (const { id, rows } of segments) segmentRows.set(id, rows);
      });
      if (!loaded.ok) return loaded;
      if (books.missing().length > 0)
        return fail('damaged', 'Some of your transactions refer to others that are missing.');
      sequence = loaded.value.meta.sequence;
      imports = loaded.value.imports;
      return ok(status());
    },

    unfold: (_running, file) => unfold(file),

    look: (running, file, wish) =>
      reading(async () => lookAtFile(file, wish, { own: await database().ownProfiles.toArray() }, running)),

    plan: (running, file, recognition, settings, corrections) =>
      alone(running, () =>
        reading(async () => {
          const importId = crypto.randomUUID();
          const identity = { importId, sequence: sequence + 1 };
          if (recognition.kind === 'people') {
            const read = await readPeople(file, recognition, settings, corrections, running);
            const plan = planPeople(read.drafts, await knownPeople(database()), sourceOf(recognition));
            const held: ListPlan = {
              ...{ kind: 'list', ...identity, file, recognition, settings, ...read, plan, cells: new Map() },
              issueCount: read.issues.length,
              skippedCount: read.skipped.length,
            };
            plans.put(importId, held);
            return ok(listSummary(importId, held));
          }
          const session = books.of(bookOf(recognition)).beginPlan(identity, Math.ceil(file.size / BYTES_PER_ROW));
          const plan = await readPlan(file, recognition, settings, corrections, session, running);
          const result = await summary(importId, plan);
          plans.put(importId, plan);
          return ok(result);
        }),
      ),

    ...plans.shown,

    apply: (running, planId, choices, now) =>
      alone(running, async (): Promise<Result<ImportRecord>> => {
        const plan = plans.find(planId);
        if (!plan) return fail('no-plan', 'This preview is no longer there. Read the file again.');
        if (plan.kind === 'list') return applyList(running, planId, plan, choices.filter(isOfPerson), now);
        const { session } = plan;
        const book = bookOf(plan.recognition);
        const changes = await drive(books.of(book).applyChanges(session), running.signal);
        if (!changes.ok) return changes;
        const record = bookRecord(planId, plan, changes.value, now);
        const rows = session.rows;
        const stored = await storeImport(
          database(),
          { put: changes.value.put, remove: changes.value.remove, removedRows: removedRows(changes.value) },
          record,
          session.partners,
          choices.filter(isOfPartner),
          {
            signal: running.signal,
            onRows: (done) => running.report({ rows: done, share: rows === 0 ? 1 : done / rows }),
          },
        );
        if (!stored.ok) return stored;
        plans.drop(planId);
        sequence = record.sequence;
        imports++;
        install(book, changes.value);
        return stored;
      }),

    undoSize: (running, importId) =>
      alone(running, async () => {
        const changes = await drive(books.of(books.bookOf(importId)).undoChanges(importId), running.signal);
        return changes.ok ? changes.value.put.reduce((sum, segment) => sum + sizeOf(segment), 0) : 0;
      }),

    undo: (running, importId, now) =>
      alone(running, async (): Promise<Result<ImportRecord>> => {
        const book = books.bookOf(importId);
        const changes = await drive(books.of(book).undoChanges(importId), running.signal);
        if (!changes.ok) return changes;
        const left = new Set(
          books.partnersAfter(book, changes.value).map(({ network, partnerId }) => `${network}\n${partnerId}`),
        );
        const needed = ({ network, partnerId }: PartnerKey): boolean => left.has(`${network}\n${partnerId}`);
        if ((await database().imports.get(importId))?.kind === 'people')
          return undoPeople(database(), importId, now, needed, running.signal);
        const stored = await storeUndo(
          database(),
          { put: changes.value.put, remove: changes.value.remove, removedRows: removedRows(changes.value) },
          importId,
          now,
          needed,
          { signal: running.signal, onRows: () => {} },
        );
        if (stored.ok) install(book, changes.value);
        return stored;
      }),

    groups: ({ signal }, query) => drive(books.of(query.book).groups(query, clock), signal),
    list: ({ signal }, query) => drive(books.of(query.book).list(query, clock), signal),
    find: ({ signal }, text, limit) => drive(books.find(text, limit), signal),
    history: (_running, ref, book) => books.of(book).history(ref),
    partners: ({ signal }, book) => drive(books.of(book).partners(), signal),
    setZone: (_running, zone) => {
      clock = zoneClock(zone);
      onChange(books.version);
    },
  };
}

/** The book that the rows of a recognised file belong in. */
function bookOf({ kind }: Recognition): Book {
  if (kind === 'people') throw new Error('People are no records of the ledger.');
  return kind;
}

const isOfPerson = (choice: Choice): choice is PersonChoice => 'line' in choice;
const isOfPartner = (choice: Choice): choice is PartnerChoice => 'partnerId' in choice;

const sizeOf = (segment: Segment): number =>
  segment.kind === 'rows' ? bytesOf(segment.columns) : segment.rows * SIGHTING_BYTES;
