import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { FIRST_TEMPLATES } from '#shared/domain/conversations/first-templates.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { Given, Material } from '#shared/domain/materials/material.ts';
import { beginChecklist, withTick } from '#shared/domain/pipeline/progress.ts';
import type { Checklist, Progress } from '#shared/domain/pipeline/checklist.ts';
import { SUGGESTED_CHECKLISTS } from '#shared/domain/pipeline/suggestions.ts';
import type { Stage } from '#shared/domain/pipeline/stage.ts';
import { readyMade } from '#shared/domain/segments/ready-made.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import type { TaskRule, TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { addDays, DAY_MS } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';

/** What the sample program has beside people and tasks, by table. */
export interface SampleThings {
  readonly checklists: readonly Checklist[];
  readonly progress: readonly Progress[];
  readonly templates: readonly Template[];
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
  readonly given: readonly Given[];
  readonly savedSegments: readonly SavedSegment[];
  readonly taskTemplates: readonly TaskTemplate[];
  readonly taskRules: readonly TaskRule[];
}

const id = (): string => crypto.randomUUID();

/** All of it, around `now` (epoch ms), about those of `affiliates` that it names. */
export function sampleThings(
  affiliates: readonly Affiliate[],
  stages: readonly Stage[],
  now: number,
  zone: string,
): SampleThings {
  const idOf = (name: string): string | null => affiliates.find((each) => each.name === name)?.id ?? null;
  const checklists = SUGGESTED_CHECKLISTS.map(({ name, stageId, items }): Checklist => ({
    ...{ id: id(), name, stageId, sample: true },
    items: items.map((text) => ({ id: id(), text })),
  }));
  const materials = sampleMaterials(now, zone);
  const taskTemplates = sampleTaskTemplates();
  return {
    checklists,
    progress: PROGRESS.flatMap(([list, name, done, daysAgo]) => {
      const checklist = checklists.find((each) => each.name === list);
      const affiliateId = idOf(name);
      if (!checklist || affiliateId === null) return [];
      const begun = beginChecklist(checklist, { id: id(), affiliateId, now: now - daysAgo * DAY_MS });
      return [
        begun.items
          .slice(0, done)
          .reduce((all, item, at) => withTick(all, item.id, now - Math.max(0, daysAgo - at - 1) * DAY_MS), begun),
      ];
    }),
    templates: FIRST_TEMPLATES.map((template) => ({ ...template, id: id(), sample: true })),
    questions: sampleQuestions(idOf, now, zone),
    materials,
    given: GIVEN.flatMap(([name, material, version, daysAgo]) => {
      const affiliateId = idOf(name);
      const found = materials.find((each) => each.name === material);
      const held = found?.versions.at(version);
      if (affiliateId === null || !found || !held) return [];
      return [
        {
          ...{ id: id(), affiliateId, materialId: found.id, versionId: held.id },
          ...{ givenAt: now - daysAgo * DAY_MS, sample: true },
        },
      ];
    }),
    savedSegments: readyMade(stages)
      .filter((each) => each.id === 'quiet-micro' || each.id === 'contract-ends')
      .map(({ name, match, rules }) => ({ id: id(), name, match, rules, sample: true })),
    taskTemplates,
    // It writes nothing before she has switched it on.
    taskRules: taskTemplates.slice(0, 1).map((template) => ({
      ...{ id: id(), trigger: { kind: 'no-contact', days: 60 }, templateId: template.id },
      ...{ segmentId: '', active: false, sample: true },
    })),
  };
}

/** Checklist, affiliate, how many items are done, begun so many days ago. */
const PROGRESS: readonly (readonly [string, string, number, number])[] = [
  ['Onboarding', 'Corgi Chronicles', 4, 9],
  ['Onboarding', 'Barkour Berlin', 2, 8],
  ['Checking an application', 'Hamster HQ', 3, 3],
  ['Winning back', 'Groomers’ Corner', 1, 6],
];

/** Affiliate, material, which of its versions, given so many days ago. */
const GIVEN: readonly (readonly [string, string, number, number])[] = [
  ['Happy Tails Blog', 'Holiday gift guide: words to use', -1, 20],
  ['The Daily Wag', 'Holiday gift guide: words to use', -1, 19],
  ['Hund & Herz', 'Guidelines for affiliates', 0, 200],
  ['Happy Tails Blog', 'Guidelines for affiliates', 0, 300],
  ['Corgi Chronicles', 'Guidelines for affiliates', -1, 8],
  ['Corgi Chronicles', 'Link to the winter shop', -1, 8],
];

function sampleMaterials(now: number, zone: string): readonly Material[] {
  const today = dayOf(now, zone);
  const version = (text: string, daysAgo: number, lasts: number | null = null) => ({
    ...{ id: id(), file: null, text, addedAt: now - daysAgo * DAY_MS },
    from: addDays(today, -daysAgo),
    until: lasts === null ? ('' as const) : addDays(today, lasts),
  });
  return [
    {
      ...{
        id: id(),
        name: 'Guidelines for affiliates',
        kind: 'guideline',
        tags: ['everybody'],
        note: '',
        sample: true,
      },
      versions: [
        { ...version('Say that links are paid. No bidding on our name.', 400), until: addDays(today, -30) },
        version(
          'Say that links are paid, above the first one. No bidding on our name or on misspellings of it. No codes but your own.',
          29,
        ),
      ],
    },
    {
      ...{ id: id(), name: 'Holiday gift guide: words to use', kind: 'copy', tags: ['holidays'], sample: true },
      note: 'English. The German one comes next week.',
      versions: [
        version(
          'A warm bed, a slow feeder, a toy that lasts: three presents that dogs unwrap twice. Free delivery until the 20th.',
          21,
          28,
        ),
      ],
    },
    {
      ...{
        id: id(),
        name: 'Link to the winter shop',
        kind: 'link',
        tags: ['holidays', 'winter'],
        note: '',
        sample: true,
      },
      versions: [version('https://pawsome-pets.example/winter', 21, 60)],
    },
  ];
}

function sampleQuestions(idOf: (name: string) => string | null, now: number, zone: string): readonly Question[] {
  const today = dayOf(now, zone);
  const asked = (
    name: string,
    daysAgo: number,
    words: Pick<Question, 'kind' | 'title' | 'text'> & Partial<Question>,
  ): readonly Question[] => {
    const affiliateId = idOf(name);
    if (affiliateId === null) return [];
    return [
      {
        ...{ id: id(), affiliateId, status: 'open', due: null, transactions: [], resolution: '' },
        ...{ askedAt: now - daysAgo * DAY_MS, resolvedAt: null, sample: true, ...words },
      },
    ];
  };
  return [
    ...asked('Happy Tails Blog', 2, {
      kind: 'missing-commission',
      title: 'An order of last week is not in their list',
      text: 'A reader bought two beds and sent them the confirmation. The click was on the day before.',
      due: addDays(today, 1),
    }),
    ...asked('Hund & Herz', 6, {
      kind: 'creative',
      title: 'Banners in German',
      text: '300 × 600 and 728 × 90, for the winter shop.',
      status: 'waiting',
      due: addDays(today, 3),
    }),
    ...asked('PawPoints Cashback', 9, {
      kind: 'terms',
      title: 'May they show the holiday rate already',
      text: '',
      due: addDays(today, -1),
    }),
    ...asked('Café des Chiens', 30, {
      kind: 'payment',
      title: 'Payment of the month before has not arrived',
      text: 'Their bank had changed.',
      status: 'resolved',
      resolution: 'Paid again to the new account.',
      resolvedAt: now - 24 * DAY_MS,
    }),
  ];
}

const sampleTaskTemplates = (): readonly TaskTemplate[] => [
  {
    ...{ id: id(), name: 'Keep in touch', title: 'Write to {name}', priority: 'normal', repeat: null, sample: true },
    note: 'Nothing has been heard for a while. Ask how it goes and what they need.',
    ...{ dueIn: 2, time: null, steps: [] },
  },
  {
    ...{ id: id(), name: 'First weeks', title: 'Look after {name}', priority: 'high', repeat: null, sample: true },
    note: '',
    ...{ dueIn: 14, time: '10:00' as TimeOfDay, steps: ['First content is live', 'First clicks arrive', 'First sale'] },
  },
];
