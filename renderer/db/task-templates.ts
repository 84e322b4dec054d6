import type { RuleWork } from '#shared/domain/tasks/rules.ts';
import type { TaskRule, TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import { storageProblem } from './problems.ts';

/** All templates by name. For liveQuery. */
export async function allTaskTemplates(): Promise<readonly TaskTemplate[]> {
  return (await database().taskTemplates.toArray()).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** All rules, in no order. For liveQuery. */
export async function allTaskRules(): Promise<readonly TaskRule[]> {
  return database().taskRules.toArray();
}

/** Ids of all that rules have spoken of. For liveQuery. */
export async function allRuleMarks(): Promise<ReadonlySet<string>> {
  return new Set(await database().ruleMarks.toCollection().primaryKeys());
}

/** Writes a template, a new one or in place of the one with its id. Answers false if it says that already. It can be undone. */
export async function saveTaskTemplate(after: TaskTemplate): Promise<Result<boolean>> {
  return written(after.name === '' ? 'Change a task template' : `Change the template ${after.name}`, async () => {
    const before = (await database().taskTemplates.get(after.id)) ?? null;
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ table: 'taskTemplates', before, after }];
  });
}

/** Deletes a template and the rules that write by it. It can be undone. */
export async function deleteTaskTemplate(id: string): Promise<Result<boolean>> {
  return written('Delete a task template', async () => {
    const before = await database().taskTemplates.get(id);
    const rules = await database()
      .taskRules.filter((rule) => rule.templateId === id)
      .toArray();
    return before
      ? [
          { table: 'taskTemplates', before, after: null },
          ...rules.map((rule) => ({ table: 'taskRules', before: rule, after: null }) as const),
        ]
      : [];
  });
}

/** Writes a rule, a new one or in place of the one with its id. Answers false if it says that already. It can be undone. */
export async function saveTaskRule(after: TaskRule): Promise<Result<boolean>> {
  return written('Change a task rule', async () => {
    const before = (await database().taskRules.get(after.id)) ?? null;
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ table: 'taskRules', before, after }];
  });
}

/** Deletes a rule; the tasks it wrote stay. It can be undone. */
export async function deleteTaskRule(id: string): Promise<Result<boolean>> {
  return written('Delete a task rule', async () => {
    const before = await database().taskRules.get(id);
    return before ? [{ table: 'taskRules', before, after: null }] : [];
  });
}

async function written(label: string, prepare: Parameters<typeof edit>[1]): Promise<Result<boolean>> {
  let changed = false;
  const done = await edit(label, async () => {
    const changes = await prepare();
    changed = changes.length > 0;
    return changes;
  });
  return done.ok ? ok(changed) : done;
}

/**
 * Writes what the rules make of the facts, with its marks, in one transaction; `work` gets the ids of the marks that stand
 * there. No step of hers to take back, since she did none. Answers how many tasks were written.
 */
export async function writeRuleWork(work: (marks: ReadonlySet<string>) => RuleWork): Promise<Result<number>> {
  const { tasks, ruleMarks } = database();
  try {
    return await database().transaction('rw', [tasks, ruleMarks], async () => {
      const made = work(await allRuleMarks());
      await ruleMarks.bulkAdd([...made.marks]);
      await tasks.bulkAdd([...made.tasks]);
      return ok(made.tasks.length);
    });
  } catch (error) {
    return storageProblem(error);
  }
}
