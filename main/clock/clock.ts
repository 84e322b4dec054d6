import { randomUUID } from 'node:crypto';
import type { DueItem, Job, OpenTarget, Outcome, Projection } from '#shared/domain/schedules/due.ts';
import { afterQuiet, snoozeUntil, type SnoozeChoice } from '#shared/domain/schedules/instants.ts';
import { idOfJob } from '#shared/domain/schedules/project.ts';
import { claimOf, itemsNow, nextDue, tick, type Firing } from '#shared/domain/schedules/tick.ts';
import type { JsonStore } from '#main/files/json-store.ts';
import type { Log } from '#main/log.ts';
import type { Notice, Notifications, Notifier } from './notifier.ts';
import type { ClockState } from '#shared/ipc/clock-state.ts';
import { NOTHING_DUE } from './store.ts';
import { reminderBody } from './words.ts';

/** The longest the clock sleeps: a longer timer would lose what the computer sleeps through. */
export const TICK_MS = 30_000;

/** A claim is kept while its item may come back: as long as it is projected, and a good year after. */
const CLAIM_KEPT_MS = 400 * 86_400_000;

export interface Clock {
  /** Reads what was due and fires what was missed; from then on the clock goes. */
  start(): Promise<void>;
  stop(): void;
  /** Fires what is due now. Also called when the computer wakes. */
  tick(): Promise<void>;
  replace(projection: Projection): Promise<void>;
  outcomes(): Promise<readonly Outcome[]>;
  settle(ids: readonly string[]): Promise<void>;
  /** Takes a job's notification off the desktop, if it is there. */
  dismiss(job: Job): void;
  /** Shows a notice unless she wants none now. */
  announce(notice: Notice): void;
  /** Whether the desktop shows what is to be shown, as far as it says. */
  reach(): Notifications;
}

interface Parts {
  readonly store: JsonStore<ClockState>;
  readonly notifier: Notifier;
  readonly now: () => number;
  /** BCP 47. */
  readonly locale: string;
  /** There are new outcomes. */
  readonly onOutcomes: () => void;
  readonly onOpen: (target: OpenTarget) => void;
  /** So many tasks wait today; hears it at the start and whenever it changes. */
  readonly onWaiting: (count: number) => void;
  readonly log: Log;
}

const SNOOZE_WORDS: readonly { readonly choice: SnoozeChoice; readonly text: string }[] = [
  { choice: 'ten-minutes', text: 'Snooze 10 minutes' },
  { choice: 'hour', text: 'Snooze 1 hour' },
  { choice: 'tomorrow-morning', text: 'Tomorrow morning' },
];

/**
 * Says what is due, once. Every firing is claimed on the disk, with its outcome, before anything is shown: if the program
 * ends in between, the reminder stands in the inbox and is not shown a second time.
 */
export function createClock({ store, notifier, now, locale, onOutcomes, onOpen, onWaiting, log }: Parts): Clock {
  let state = NOTHING_DUE;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let queue: Promise<unknown> = Promise.resolve();
  /** What is on the desktop, by job: the instant it reminds of. */
  const onDesktop = new Map<Job, number>();

  /** One change after the other, so that none is lost. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  /** A disk that refuses costs only what a restart would have known: she is reminded all the same. */
  async function become(next: ClockState): Promise<void> {
    state = next;
    await store.write(next).catch((error: unknown) => log.error('clock.not-kept', error));
  }

  async function fireDue(): Promise<void> {
    const at = now();
    const { projection, claims, outcomes } = state;
    if (!projection) return;
    const firings = tick(at, projection, outcomes, new Set(claims.map(({ firing }) => firing)));
    if (firings.length === 0) return;
    const fired = firings.map(({ item, late }): Outcome => ({
      id: randomUUID(),
      job: item.job,
      at: item.at,
      happenedAt: at,
      kind: 'fired',
      item,
      late,
    }));
    await become({
      ...state,
      claims: [...claims, ...firings.map(({ item }) => ({ firing: claimOf(item), claimedAt: at }))],
      outcomes: [...outcomes, ...fired],
    });
    log.info('clock.fired', { count: firings.length, late: firings.filter(({ late }) => late).length });
    // A report's notice comes when it is written.
    for (const firing of firings) {
      const { job, kind, at: due } = firing.item;
      if (kind === 'report' || !projection.rules.notify) continue;
      // A summary stays until she has seen it; a reminder goes when its task is done.
      if (kind === 'reminder') onDesktop.set(job, due);
      notifier.show(kind === 'summary' ? summaryOf(firing, projection) : noticeOf(firing, projection));
    }
    onOutcomes();
  }

  const noticeOf = (firing: Firing, { rules }: Projection): Notice => ({
    key: firing.item.job,
    title: firing.item.title,
    body: reminderBody(firing, rules.zone, locale),
    actions: [
      { text: 'Done', run: () => void happened(firing.item, { kind: 'done' }) },
      ...SNOOZE_WORDS.map(({ choice, text }) => ({
        text,
        run: () =>
          void happened(firing.item, {
            kind: 'snoozed',
            until: snoozeUntil(choice, now(), rules),
          }),
      })),
    ],
    onClick: () => onOpen({ kind: 'task', taskId: idOfJob(firing.item.job) }),
  });

  const summaryOf = (firing: Firing, { rules }: Projection): Notice => ({
    // Yesterday's, if it still stands there, makes room.
    key: 'summary',
    title: firing.item.title,
    body: reminderBody(firing, rules.zone, locale),
    actions: [],
    onClick: () => onOpen({ kind: 'tasks' }),
  });

  /** What she answered to a notification. */
  const happened = (
    { job, at }: DueItem,
    answer: { readonly kind: 'done' } | { readonly kind: 'snoozed'; readonly until: number },
  ): Promise<void> =>
    inTurn(async () => {
      const outcome: Outcome = { id: randomUUID(), job, at, happenedAt: now(), ...answer };
      await become({ ...state, outcomes: [...state.outcomes, outcome] });
      onOutcomes();
      setTimer();
    });

  /** What she has done, moved or deleted in the window needs no notification any more. */
  function takeOffDesktop(projection: Projection): void {
    const standing = new Set(itemsNow(projection, state.outcomes).map(claimOf));
    for (const [job, at] of onDesktop) if (!standing.has(claimOf({ job, at }))) dismiss(job);
  }

  function dismiss(job: Job): void {
    if (onDesktop.delete(job)) notifier.dismiss(job);
  }

  function setTimer(): void {
    if (timer) clearTimeout(timer);
    if (stopped) return;
    const due = state.projection && nextDue(now(), state.projection, state.outcomes);
    timer = setTimeout(() => void run(), due === null ? TICK_MS : Math.min(TICK_MS, Math.max(1, due - now())));
  }

  const run = (): Promise<void> =>
    inTurn(async () => {
      await fireDue();
      setTimer();
    });

  return {
    start: () =>
      inTurn(async () => {
        const stored = await store.read();
        if (stored.kind === 'value') state = stored.value;
        if (stored.kind === 'unreadable') log.warn('clock.unreadable');
        onWaiting(state.projection?.waiting ?? 0);
        await fireDue();
        setTimer();
      }),
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
    tick: run,
    replace: (projection) =>
      inTurn(async () => {
        // The new one no longer names the runs that are past.
        await fireDue();
        if (JSON.stringify(projection) === JSON.stringify(state.projection)) return setTimer();
        const projected = new Set(projection.items.map(claimOf));
        const claims = state.claims.filter(
          ({ firing, claimedAt }) => projected.has(firing) || now() - claimedAt < CLAIM_KEPT_MS,
        );
        await become({ ...state, projection, claims });
        takeOffDesktop(projection);
        onWaiting(projection.waiting);
        await fireDue();
        setTimer();
      }),
    outcomes: () => inTurn(() => Promise.resolve(state.outcomes)),
    settle: (ids) =>
      inTurn(async () => {
        const settled = new Set(ids);
        const outcomes = state.outcomes.filter(({ id }) => !settled.has(id));
        if (outcomes.length !== state.outcomes.length) await become({ ...state, outcomes });
        setTimer();
      }),
    dismiss,
    announce(notice) {
      const rules = state.projection?.rules;
      if (rules && (!rules.notify || afterQuiet(now(), rules.quiet, rules.zone) > now())) return;
      notifier.show(notice);
    },
    reach: () => notifier.reach(),
  };
}
