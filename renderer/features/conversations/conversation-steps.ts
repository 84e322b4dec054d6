import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import {
  addQuestion,
  deleteQuestion,
  editQuestion,
  type QuestionWish,
  type QuestionWords,
} from '#renderer/db/questions.ts';
import { addTemplates, deleteTemplate, editTemplate, type TemplateWords } from '#renderer/db/templates.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { Result } from '#shared/lib/result.ts';

/** Adds templates; answers the id of the first, null if they could not be added. */
export async function addAll(templates: readonly TemplateWords[]): Promise<string | null> {
  const done = await addTemplates(templates);
  const [first] = templates;
  told(templates.length === 1 ? `Added “${first?.name ?? ''}”` : `Added ${templates.length} templates`, done);
  return done.ok ? (done.value[0] ?? null) : null;
}

export async function changeTemplate(template: Template, wish: TemplateWords): Promise<void> {
  told(`Changed “${wish.name}”`, await editTemplate(template.id, wish));
}

export async function removeTemplate(template: Template): Promise<void> {
  told(`Deleted “${template.name}”`, await deleteTemplate(template.id));
}

/** Writes a question down. True if it is there. */
export async function ask(words: QuestionWords): Promise<boolean> {
  return told(`Added “${words.title}”`, await addQuestion(words, Date.now()));
}

/** Changes what a question says; `what` names it: "Due day", "Title". */
export async function changeQuestion(question: Question, what: string, wish: QuestionWish): Promise<void> {
  told(`${what} of “${wish.title ?? question.title}” changed`, await editQuestion(question.id, wish, Date.now()));
}

/** Resolves a question, or opens it again. */
export async function toggleResolved(question: Question): Promise<void> {
  const resolved = question.status !== 'resolved';
  const result = await editQuestion(question.id, { status: resolved ? 'resolved' : 'open' }, Date.now());
  told(`${resolved ? 'Resolved' : 'Open again'}: “${question.title}”`, result);
}

export async function removeQuestion(question: Question): Promise<void> {
  told(`Deleted “${question.title}”`, await deleteQuestion(question.id, Date.now()));
}

/** Offers to take back what changed something; says what went wrong. */
export function told(label: string, result: Result<unknown>): boolean {
  if (!result.ok) say(result.error.message);
  else if (result.value !== false) didStep({ label, undo: undoEdit, redo: redoEdit });
  return result.ok;
}
