import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { putAccount, removeAccount } from '#renderer/db/accounts.ts';
import { activitiesOf, activityChanges, addActivity, deleteActivity, editActivity } from '#renderer/db/activities.ts';
import { addAffiliate, affiliateById, editAffiliate } from '#renderer/db/affiliates.ts';
import { edit, undoEdit } from '#renderer/db/journal.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import { newActivity, type Activity, type ActivityKind } from '#shared/domain/affiliates/activity.ts';
import { newLink } from '#shared/domain/affiliates/affiliate.ts';
import { newDesk, valueOf } from './desk.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const OPTIONS = { now: NOW, zone: 'UTC' };
let database: DeskDatabase;
let paws: string;
beforeEach(async () => {
  database = await newDesk();
  paws = valueOf(await addAffiliate('Paws', 1));
});
afterEach(() => database.delete());

let made = 0;
const activity = (kind: ActivityKind, daysAgo: number, known: Partial<Activity> = {}): Activity =>
  newActivity({ id: `a${++made}`, affiliateId: paws, kind, at: NOW - daysAgo * DAY, title: kind, ...known });
const lastContact = async () => (await affiliateById(paws))?.lastContact;

describe('what happened with an affiliate', () => {
  test('moves their last contact on and never back, with undo', async () => {
    await addActivity(activity('call', 3), OPTIONS);
    expect(await affiliateById(paws)).toMatchObject({ lastContact: '2026-11-20', editedAt: NOW });
    await addActivity(activity('meeting', 9), OPTIONS);
    await addActivity(activity('note', 0), OPTIONS);
    expect(await lastContact()).toBe('2026-11-20');
    await addActivity(activity('mail', 1), OPTIONS);
    expect(await lastContact()).toBe('2026-11-22');
    expect(valueOf(await undoEdit())).toBe('Log a mail');
    expect(await lastContact()).toBe('2026-11-20');
    expect(await activitiesOf(paws)).toHaveLength(3);
  });

  test('keeps a mail once for each affiliate, also within one edit', async () => {
    const claws = valueOf(await addAffiliate('Claws', 1));
    const mail = { messageId: '<m1@paws.com>' };
    expect(valueOf(await addActivity(activity('mail', 3, mail), OPTIONS))).toBe(true);
    expect(valueOf(await addActivity(activity('mail', 3, mail), OPTIONS))).toBe(false);
    const more = [activity('mail', 1, mail), ...[1, 2].map(() => activity('mail', 1, { ...mail, affiliateId: claws }))];
    const changes = await activityChanges(more, OPTIONS);
    expect(changes.map(({ table }) => table)).toEqual(['activities', 'affiliates']);
    expect(await lastContact()).toBe('2026-11-20');
  });

  test('makes one change of each affiliate, together with what the caller changes of them', async () => {
    const before = await affiliateById(paws);
    if (!before) throw new Error('nobody');
    const after = { ...before, country: 'DE' };
    valueOf(
      await edit('Both', () =>
        activityChanges([activity('mail', 2), activity('call', 1)], { ...OPTIONS, affiliates: [{ before, after }] }),
      ),
    );
    expect(await affiliateById(paws)).toMatchObject({ country: 'DE', lastContact: '2026-11-22' });
    valueOf(await undoEdit());
    expect(await affiliateById(paws)).toEqual(before);
    expect(await activitiesOf(paws)).toEqual([]);
    // Whom nothing is written about is changed as the caller says and no more.
    expect(await activityChanges([], { ...OPTIONS, affiliates: [{ before, after }] })).toEqual([
      { table: 'affiliates', before, after },
    ]);
    expect(await activityChanges([activity('call', 1, { affiliateId: 'gone' })], OPTIONS)).toEqual([]);
  });

  test('put right or deleted, the last contact is the latest that is left', async () => {
    const first = activity('call', 9);
    const last = activity('mail', 1);
    await addActivity(first, OPTIONS);
    await addActivity(last, OPTIONS);
    expect(valueOf(await editActivity(last.id, { title: 'Offer' }, OPTIONS))).toBe(true);
    expect(await lastContact()).toBe('2026-11-22');
    valueOf(await editActivity(last.id, { at: NOW - 20 * DAY }, OPTIONS));
    expect(await lastContact()).toBe('2026-11-14');
    valueOf(await deleteActivity(first.id, OPTIONS));
    expect(await lastContact()).toBe('2026-11-03');
    // What she has written herself is not the log's to take back.
    valueOf(await editAffiliate(paws, { lastContact: '2026-11-23' as never }, NOW));
    valueOf(await deleteActivity(last.id, OPTIONS));
    expect(await lastContact()).toBe('2026-11-23');
    expect(await deleteActivity(last.id, OPTIONS)).toMatchObject({ ok: false, error: { code: 'no-activity' } });
    expect(await activitiesOf(paws)).toEqual([]);
  });

  test('a mail with a clock ahead of ours was written today at the latest', async () => {
    await addActivity(activity('mail', -40), OPTIONS);
    expect(await lastContact()).toBe('2026-11-23');
  });
});

describe('accounts by hand', () => {
  const SEVEN = { network: 'Impact', partnerId: '7', status: 'Active' };

  test('are added, changed and removed, each with undo', async () => {
    expect(valueOf(await putAccount(paws, SEVEN, NOW))).toBe(true);
    expect(valueOf(await putAccount(paws, SEVEN, NOW))).toBe(false);
    valueOf(await putAccount(paws, { ...SEVEN, status: 'Paused' }, NOW));
    expect(await database.links.toArray()).toEqual([newLink({ ...SEVEN, status: 'Paused', affiliateId: paws })]);
    expect(valueOf(await removeAccount(paws, SEVEN, NOW))).toBe(true);
    expect(await database.links.toArray()).toEqual([]);
    valueOf(await undoEdit());
    valueOf(await undoEdit());
    expect(await database.links.toArray()).toMatchObject([{ status: 'Active' }]);
  });

  test('are one affiliate’s alone', async () => {
    const claws = valueOf(await addAffiliate('Claws', 1));
    valueOf(await putAccount(claws, SEVEN, NOW));
    const taken = await putAccount(paws, SEVEN, NOW);
    expect(taken).toMatchObject({ ok: false, error: { code: 'taken' } });
    expect(valueOf(await removeAccount(paws, SEVEN, NOW))).toBe(false);
    expect(await database.links.toArray()).toMatchObject([{ affiliateId: claws }]);
  });
});

test('whatever is said of an affiliate is hers and taken back in one step', async () => {
  const before = await affiliateById(paws);
  for (const wish of [
    { kind: 'coupon', tier: 'micro', language: 'de', foundThrough: 'event' },
    { sites: ['paws.com'], audiences: { 'site paws.com': 12_000 } },
    { couponCodes: ['PAWS10'], codeEnds: { PAWS10: '2026-12-31' } },
    { joined: '2026-01-01', contractEnd: '2026-12-31', lastContact: '2026-11-11' },
    { custom: { f1: 3, f2: 'Gold' } },
    { agreements: [{ id: 'x', title: 'Terms', signed: '', ends: '', note: '', fileId: '', fileName: '' }] },
    { privacy: { origin: 'form', mail: 'no', note: 'by mail' } },
  ] as const) {
    expect(valueOf(await editAffiliate(paws, wish as never, NOW))).toBe(true);
    expect(await affiliateById(paws)).toMatchObject({ ...wish, editedAt: NOW });
    expect(valueOf(await editAffiliate(paws, wish as never, NOW + 1))).toBe(false);
    valueOf(await undoEdit());
    expect(await affiliateById(paws)).toEqual(before);
  }
});
