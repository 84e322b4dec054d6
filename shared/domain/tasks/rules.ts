import { addDays, type Day } from '../../lib/day.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import type { RuleMark, TaskRule, TaskTemplate, TaskTrigger } from './task-template.ts';
import type { Task } from './task.ts';
import { workdayFrom, type Calendar } from './workdays.ts';

/** All that rules look at. */
export interface RuleFacts {
  readonly rules: readonly TaskRule[];
  readonly templates: readonly TaskTemplate[];
  readonly affiliates: readonly Affiliate[];
  /** Who is in a segment; null as long as it is being worked out, or where there is no such segment. */
  readonly members: (segmentId: string) => ReadonlySet<string> | null;
  /** Ids of what rules have spoken of. */
  readonly marks: ReadonlySet<string>;
  readonly today: Day;
  readonly calendar: Calendar;
  /** Epoch ms. */
  readonly now: number;
  readonly newId: () => string;
}

export interface RuleWork {
  readonly tasks: readonly Task[];
  readonly marks: readonly RuleMark[];
}

/** Marks a segment's members of the moment a rule began, of which it does not speak. */
const EVERYBODY = '*';

const markId = (ruleId: string, affiliateId: string, occasion: string): string =>
  `${ruleId} ${affiliateId} ${occasion}`;

/**
 * What the rules write now: one task for each affiliate and occasion that no mark names, out of the rule's template, and the
 * marks of them. An occasion is the day of the last contact, the contract's last day, a code and its last day, or having come
 * into a segment; so a task that was done or deleted does not come back, and the same contract renewed is another occasion.
 * Whoever is in a segment when its rule begins has not come into it: they are marked, and nothing is written.
 */
export function ruleWork(facts: RuleFacts): RuleWork {
  const tasks: Task[] = [];
  const marks: RuleMark[] = [];
  const templates = new Map(facts.templates.map((template) => [template.id, template]));
  for (const rule of facts.rules) {
    const template = templates.get(rule.templateId);
    if (!rule.active || !template) continue;
    const met = occasions(rule, facts);
    if (!met) continue;
    for (const { affiliate, occasion, begins } of met) {
      const id = markId(rule.id, affiliate?.id ?? EVERYBODY, occasion);
      if (facts.marks.has(id)) continue;
      marks.push({ id, ruleId: rule.id, at: facts.now });
      if (affiliate && !begins) tasks.push(taskOfTemplate(template, affiliate, rule, occasion, facts));
    }
  }
  return { tasks, marks };
}

interface Met {
  /** null: the mark that the rule has begun. */
  readonly affiliate: Affiliate | null;
  readonly occasion: string;
  /** Marked without a task. */
  readonly begins: boolean;
}

/** Whom a rule speaks of now, and of what; null as long as it cannot be known. */
function occasions(rule: TaskRule, { affiliates, members, marks, today }: RuleFacts): readonly Met[] | null {
  const within = rule.segmentId === '' ? null : members(rule.segmentId);
  if (rule.segmentId !== '' && within === null) return null;
  const looked = within ? affiliates.filter(({ id }) => within.has(id)) : affiliates;
  const { trigger } = rule;
  if (trigger.kind === 'in-segment') {
    const inside = members(trigger.segmentId);
    if (!inside) return null;
    const occasion = `in ${trigger.segmentId}`;
    const begins = !marks.has(markId(rule.id, EVERYBODY, occasion));
    return [
      ...(begins ? [{ affiliate: null, occasion, begins }] : []),
      ...looked.filter(({ id }) => inside.has(id)).map((affiliate) => ({ affiliate, occasion, begins })),
    ];
  }
  return looked.flatMap((affiliate) =>
    occasionsOf(affiliate, trigger, today).map((occasion) => ({ affiliate, occasion, begins: false })),
  );
}

function occasionsOf(
  affiliate: Affiliate,
  trigger: Exclude<TaskTrigger, { readonly kind: 'in-segment' }>,
  today: Day,
): readonly string[] {
  const endsSoon = (last: Day): boolean => last >= today && addDays(today, trigger.days) >= last;
  switch (trigger.kind) {
    case 'no-contact': {
      const { lastContact } = affiliate;
      return lastContact !== '' && addDays(lastContact, trigger.days) <= today ? [lastContact] : [];
    }
    case 'contract-ends':
      return affiliate.contractEnd !== '' && endsSoon(affiliate.contractEnd) ? [affiliate.contractEnd] : [];
    case 'code-expires':
      return Object.entries(affiliate.codeEnds).flatMap(([code, last]) => (endsSoon(last) ? [`${code} ${last}`] : []));
  }
}

/** Words in which `{name}` stands, about somebody of that name; null: about nobody in particular. */
export function namedWords(words: Pick<Task, 'title' | 'note'>, name: string | null): Pick<Task, 'title' | 'note'> {
  const filled = (text: string): string => text.replaceAll('{name}', () => name ?? 'the affiliate').trim();
  return { title: filled(words.title).slice(0, 300), note: filled(words.note) };
}

/** A task as its template has it, about an affiliate; due so many days from today, or on the next workday. */
export function fillTemplate(
  template: TaskTemplate,
  { name, today, calendar, newId }: Pick<RuleFacts, 'today' | 'calendar' | 'newId'> & { readonly name: string },
): Pick<Task, 'title' | 'note' | 'due' | 'priority' | 'repeat' | 'steps'> {
  const { dueIn, time, priority, repeat, steps } = template;
  return {
    ...namedWords(template, name),
    due: dueIn === null ? null : { day: workdayFrom(addDays(today, dueIn), calendar), time },
    priority,
    repeat,
    steps: steps.map((text) => ({ id: newId(), text, done: false })),
  };
}

function taskOfTemplate(
  template: TaskTemplate,
  affiliate: Affiliate,
  rule: TaskRule,
  occasion: string,
  facts: RuleFacts,
): Task {
  return {
    id: facts.newId(),
    ...fillTemplate(template, { ...facts, name: affiliate.name }),
    affiliateId: affiliate.id,
    madeBy: { ruleId: rule.id, of: occasion },
    snoozedUntil: null,
    doneAt: null,
    createdAt: facts.now,
    sample: rule.sample,
  };
}
