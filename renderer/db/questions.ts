import type { Question } from '#shared/domain/conversations/question.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import { touched } from './touched.ts';

/** Every question, in no order. For liveQuery. */
export async function allQuestions(): Promise<readonly Question[]> {
  return database().questions.toArray();
}

/** What one affiliate has asked, in no order. For liveQuery. */
export async function questionsOf(affiliateId: string): Promise<readonly Question[]> {
  return database().questions.where('affiliateId').equals(affiliateId).toArray();
}

/** What she can say of a question when she writes it down. */
export type QuestionWords = Pick<Question, 'affiliateId' | 'kind' | 'title' | 'text' | 'due' | 'transactions'>;

/** Writes a question down; answers its id. */
export async function addQuestion(words: QuestionWords, now: number): Promise<Result<string>> {
  const after: Question = {
    id: crypto.randomUUID(),
    ...words,
    status: 'open',
    resolution: '',
    askedAt: now,
    resolvedAt: null,
    sample: false,
  };
  const done = await edit('Add a question', async () => [
    { table: 'questions', before: null, after },
    ...(await touched(words.affiliateId, now)),
  ]);
  return done.ok ? ok(after.id) : done;
}

/** What she can change of one: all of the above, where it stands, how it ended and when it was asked. */
export type QuestionWish = Partial<QuestionWords & Pick<Question, 'status' | 'resolution' | 'askedAt'>>;

/**
 * Changes a question; resolving it notes when, and opening it again forgets that. False if that is what it says already,
 * `no-question` if it is gone.
 */
export async function editQuestion(id: string, wish: QuestionWish, now: number): Promise<Result<boolean>> {
  return changeQuestion(id, 'Edit a question', now, (question) => {
    const after = { ...question, ...wish };
    const resolvedAt = after.status === 'resolved' ? (question.resolvedAt ?? now) : null;
    return { ...after, resolvedAt };
  });
}

/** Deletes a question; `no-question` if it is gone. */
export async function deleteQuestion(id: string, now: number): Promise<Result<boolean>> {
  return changeQuestion(id, 'Delete a question', now, () => null);
}

async function changeQuestion(
  id: string,
  label: string,
  now: number,
  become: (question: Question) => Question | null,
): Promise<Result<boolean>> {
  let found = false;
  let changed = false;
  const done = await edit(label, async () => {
    const before = await database().questions.get(id);
    if (!before) return [];
    found = true;
    const after = become(before);
    changed = JSON.stringify(before) !== JSON.stringify(after);
    if (!changed) return [];
    const moved = after !== null && after.affiliateId !== before.affiliateId;
    return [{ table: 'questions', before, after }, ...(moved ? await touched(after.affiliateId, now) : [])];
  });
  if (!done.ok) return done;
  return found ? ok(changed) : fail('no-question', 'This question is no longer there. Nothing was changed.');
}
