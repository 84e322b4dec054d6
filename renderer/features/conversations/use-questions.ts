import { useLiveQuery } from 'dexie-react-hooks';
import { allQuestions } from '#renderer/db/questions.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { isWaiting } from '#shared/domain/conversations/durations.ts';
import type { Question } from '#shared/domain/conversations/question.ts';

/** All questions, kept current; null until they are read. */
export const useQuestions = (): readonly Question[] | null => useLiveQuery(allQuestions) ?? null;

/** How many questions should be answered today or should have been. */
export function useWaitingQuestions(): number {
  const questions = useQuestions();
  const today = useToday();
  return (questions ?? []).filter((question) => isWaiting(question, today)).length;
}
