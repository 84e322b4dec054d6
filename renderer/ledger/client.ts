import { openDesk, type OpenedDesk, countRows } from '#renderer/db/open.ts';
import { preference } from '#renderer/db/preferences.ts';
import { desk } from '#renderer/platform/desk.ts';
import { fail, type Result } from '#shared/lib/result.ts';
import { connect, type Connection } from './connection.ts';
import type { LedgerClient, OpenLedger } from './types.ts';

/** The ledger, with its worker. One for the whole program: it is the only owner of the data. */
export function createLedgerClient(startWorker: () => Worker = startLedgerWorker): LedgerClient {
  let opened: OpenedDesk | null = null;
  let connection: Connection | null = null;
  const listeners = new Set<(version: number) => void>();
  /** Bytes of each plan, for the grant. */
  const sizes = new Map<string, number>();

  const worker = (): Connection =>
    (connection ??= connect(startWorker(), (version) => {
      for (const listener of listeners) listener(version);
    }));

  /** What is in the database now, told to main; a failure costs a less exact sentinel, not the import. */
  const remember = async (): Promise<void> => {
    if (!opened) return;
    const rowCounts = await countRows(opened.database);
    await desk().state.record({ ...opened.state, rowCounts });
  };

  /** Room for so many bytes, asked for and spent at once: from here on the worker may write. */
  const takeSpace = async (bytes: number): Promise<Result<null>> => {
    const grant = await desk().space.grant(bytes);
    return grant.ok ? desk().space.spend(grant.value.grantId) : grant;
  };

  return {
    async open(wish: OpenLedger = {}) {
      const reading = await desk().state.read();
      if (!reading.ok) return reading;
      const result = await openDesk({ ...wish, remembered: reading.value, now: Date.now() });
      if (!result.ok) return result;
      opened = result.value;
      const zone = (await preference('zone')) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      const status = await worker().call('open', [opened.database.name, zone]);
      // Only what could be read is worth remembering as the state to compare with.
      if (status.ok) await desk().state.record(opened.state);
      return status;
    },

    unfold: (file) => worker().call('unfold', [file]),
    look: (file, wish, running) => worker().call('look', [file, wish], running),

    async plan(file, recognition, settings, corrections, running) {
      const plan = await worker().call('plan', [file, recognition, settings, corrections], running);
      if (plan.ok) sizes.set(plan.value.planId, plan.value.bytes);
      return plan;
    },

    plannedRows: (planId, kind, window) => worker().call('plannedRows', [planId, kind, window]),
    plannedPeople: (planId, kind, window) => worker().call('plannedPeople', [planId, kind, window]),
    issues: (planId, window) => worker().call('issues', [planId, window]),
    skipped: (planId, window) => worker().call('skipped', [planId, window]),

    rejectedRows: (planId, window) => worker().call('rejectedRows', [planId, window]),

    async apply(planId, choices, running) {
      const bytes = sizes.get(planId);
      if (bytes === undefined) return fail('no-plan', 'This preview is no longer there. Read the file again.');
      const space = await takeSpace(bytes);
      if (!space.ok) return space;
      const applied = await worker().call('apply', [planId, choices, Date.now()], running);
      if (applied.ok) {
        sizes.delete(planId);
        await remember();
      }
      return applied;
    },

    async discard(planId) {
      sizes.delete(planId);
      await worker().call('discard', [planId]);
    },

    async undo(importId) {
      const space = await takeSpace(await worker().call('undoSize', [importId]));
      if (!space.ok) return space;
      const undone = await worker().call('undo', [importId, Date.now()]);
      if (undone.ok) await remember();
      return undone;
    },

    groups: (query, signal) => worker().call('groups', [query], { ...(signal && { signal }) }),
    list: (query, signal) => worker().call('list', [query], { ...(signal && { signal }) }),
    find: (text, limit, signal) => worker().call('find', [text, limit], { ...(signal && { signal }) }),
    history: (ref, book) => worker().call('history', [ref, book]),
    partners: (book) => worker().call('partners', [book]),
    setZone: (zone) => worker().call('setZone', [zone]),

    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function startLedgerWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ledger' });
}
