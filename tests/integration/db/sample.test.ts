import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { addSampleRecords, hasSample, removeSampleRecords, type SampleRecords } from '#renderer/db/sample.ts';
import { samplePeople } from '#renderer/features/greeting/sample-people.ts';
import { PARTNERS } from '#renderer/features/greeting/sample-profiles.ts';
import { sampleSchedule, sampleTasks } from '#renderer/features/greeting/sample-plans.ts';
import { sampleThings } from '#renderer/features/greeting/sample-things.ts';
import { newActivity } from '#shared/domain/affiliates/activity.ts';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { allMoves } from '#shared/domain/pipeline/conversion.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { newDesk } from './desk.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const known = [...PARTNERS.map(({ name }) => name), 'Somebody else'].map((name, at) =>
  newAffiliate({ id: `a${at}`, name, createdAt: 0, createdByImport: 'i3', editedAt: null }),
);
const people = samplePeople(known, 'i3', FIRST_STAGES, NOW, 'Europe/Berlin');
const records: SampleRecords = {
  ...sampleThings(people.affiliates, FIRST_STAGES, NOW, 'Europe/Berlin'),
  activities: people.activities,
  tasks: sampleTasks(people.affiliates, NOW, 'Europe/Berlin'),
  schedules: [sampleSchedule(NOW)],
};

/** Everything in the database, by table. */
async function facts(): Promise<Record<string, unknown>> {
  return Object.fromEntries(
    await Promise.all(database().tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

beforeEach(async () => {
  await newDesk();
});

describe('what the sample program says of people', () => {
  it('has something for every place: stages, ways to them, contacts, ends of contracts and codes', () => {
    const { affiliates, activities } = people;
    const stages = new Set(affiliates.map(({ standing }) => standing?.stageId));
    for (const stage of ['found', 'contacted', 'in-talks', 'applied', 'onboarding', 'active', 'dormant', 'ended']) {
      expect([...stages], stage).toContain(stage);
    }
    expect(allMoves(activities, affiliates).length).toBeGreaterThan(60);
    expect(affiliates.filter(({ contractEnd }) => contractEnd > '2026-11-23').length).toBeGreaterThan(3);
    expect(affiliates.filter(({ codeEnds }) => Object.keys(codeEnds).length > 0).length).toBeGreaterThan(1);
    expect(affiliates.filter(({ privacy }) => privacy.mail === 'no')).toHaveLength(1);
    for (const [name, list] of Object.entries(records)) {
      expect(list.length, name).toBeGreaterThan(0);
      for (const record of list) expect(record, name).toHaveProperty('sample', true);
    }
    expect(records.progress.some(({ items }) => items.some(({ doneAt }) => doneAt !== null))).toBe(true);
    expect(records.taskRules.every(({ active }) => !active)).toBe(true);
  });

  it('leaves nobody edited: all of them go with the imports of the sample', () => {
    for (const { editedAt, createdByImport } of people.affiliates) {
      expect([editedAt, createdByImport]).toEqual([null, 'i3']);
    }
  });

  it('goes without a trace, and leaves what is hers', async () => {
    const db = database();
    await db.activities.put(newActivity({ id: 'own', affiliateId: 'x', kind: 'note', at: 1, title: 'Mine' }));
    const template = {
      id: 't',
      name: 'Mine',
      subject: '',
      body: '',
      fallbacks: {},
      use: 'any',
      sample: false,
    } as const;
    await db.templates.put(template);
    expect(await hasSample()).toBe(false);
    const before = await facts();

    expect(await addSampleRecords(people.affiliates, records)).toMatchObject({ ok: true });
    expect(await hasSample()).toBe(true);
    await db.ruleMarks.put({ id: 'm', ruleId: records.taskRules[0]?.id ?? '', at: 1 });

    expect(await removeSampleRecords()).toMatchObject({ ok: true });
    expect(await hasSample()).toBe(false);
    // Those go with their imports.
    await db.affiliates.clear();
    expect(await facts()).toEqual(before);
  });
});
