import type { Migration } from './migration.ts';

type Stored = Record<string, unknown>;

/**
 * People: all that a person says of an affiliate, what happened with them, segments, checklists, templates, questions,
 * materials; tasks that repeat, have steps and come of rules; reports of a segment.
 */
export const people: Migration = {
  version: 4,
  stores: {
    activities: 'id, affiliateId, at, messageId',
    savedSegments: 'id',
    checklists: 'id',
    progress: 'id, affiliateId',
    templates: 'id',
    questions: 'id, affiliateId',
    materials: 'id',
    given: 'id, affiliateId, materialId',
    taskTemplates: 'id',
    taskRules: 'id',
    ruleMarks: 'id, ruleId',
  },
  upgrade: async (transaction) => {
    await transaction
      .table<Stored>('affiliates')
      .toCollection()
      .modify((affiliate) => {
        Object.assign(affiliate, {
          kind: '',
          language: '',
          tier: '',
          audiences: {},
          codeEnds: {},
          contractEnd: '',
          lastContact: '',
          custom: {},
          agreements: [],
          privacy: { origin: '', mail: 'unknown', note: '' },
          standing: null,
          foundThrough: '',
        });
      });
    await transaction
      .table<Stored>('tasks')
      .toCollection()
      .modify((task) => {
        Object.assign(task, { priority: 'normal', repeat: null, steps: [], madeBy: null });
      });
    await transaction
      .table<Stored>('schedules')
      .toCollection()
      .modify((schedule) => {
        Object.assign(schedule, { segmentId: '' });
      });
  },
};
