import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { deleteTaskRule, deleteTaskTemplate, saveTaskRule, saveTaskTemplate } from '#renderer/db/task-templates.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { TaskRule, TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import type { Result } from '#shared/lib/result.ts';

/** Keeps a template. True if it is there as it says. */
export async function saveTemplate(template: TaskTemplate): Promise<boolean> {
  return told(`Template “${template.name}” saved`, await saveTaskTemplate(template));
}

/** `rules`: how many write by it, and go with it. */
export async function removeTemplate(template: TaskTemplate, rules: number): Promise<boolean> {
  const withRules = rules === 0 ? '' : rules === 1 ? ' and its rule' : ` and its ${rules} rules`;
  return told(`Deleted the template “${template.name}”${withRules}`, await deleteTaskTemplate(template.id));
}

/** Keeps a rule; `label` says what became of it. True if it is there as it says. */
export async function saveRule(rule: TaskRule, label: string): Promise<boolean> {
  return told(label, await saveTaskRule(rule));
}

export async function removeRule(rule: TaskRule): Promise<boolean> {
  return told('Deleted the rule; the tasks it wrote stay', await deleteTaskRule(rule.id));
}

function told(label: string, result: Result<boolean>): boolean {
  if (!result.ok) say(result.error.message);
  else if (result.value) didStep({ label, undo: undoEdit, redo: redoEdit });
  return result.ok;
}
