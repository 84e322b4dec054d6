import { useLiveQuery } from 'dexie-react-hooks';
import { MailPlus, MessageCircleQuestionMark, Paperclip } from 'lucide-react';
import { questionsOf } from '#renderer/db/questions.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { useTakesDrops } from '#renderer/session/drop-target.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { isOpen, isOverdue, QUESTION_WORDS, STATUS_WORDS } from '#shared/domain/conversations/durations.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import { chooseForTimeline, takeForTimeline } from './take-files.ts';
import './conversations.css';

interface Props {
  readonly affiliate: Affiliate;
}

/** What an affiliate has asked and has no answer to yet; what is dropped on their page goes to their timeline. */
export function AffiliateQuestions({ affiliate }: Props) {
  const questions = useLiveQuery(() => questionsOf(affiliate.id), [affiliate.id]);
  const format = useFormat();
  const today = useToday();
  useTakesDrops(
    `Drop a mail, a text or any file to put it on the timeline of ${affiliate.name}. Exports are imported.`,
    (files) => void takeForTimeline(files, affiliate),
  );
  if (!questions) return null;
  const open = questions
    .filter(isOpen)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.askedAt - b.askedAt);
  const resolved = questions.length - open.length;
  const show = ({ id }: Question): void => goTo({ screen: 'conversations', tab: 'questions', openId: id });
  return (
    <section className="affiliate-questions" aria-label="Questions of the affiliate">
      {open.length > 0 && (
        <ul>
          {open.map((question) => (
            <li key={question.id}>
              <button type="button" className="link" title={question.text} onClick={() => show(question)}>
                {question.title}
              </button>
              <span className="faint">{`${QUESTION_WORDS[question.kind]} · ${STATUS_WORDS[question.status]}`}</span>
              {question.due !== null && (
                <span className={isOverdue(question, today) ? 'question-late' : 'faint'}>
                  {`due ${format.day(question.due, today)}`}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="affiliate-questions-foot">
        <Button
          kind="quiet"
          size="small"
          icon={<MailPlus size={14} aria-hidden="true" />}
          onClick={() => openDoor({ kind: 'compose', affiliateIds: [affiliate.id], templateId: null })}
        >
          Write
        </Button>
        <Button
          kind="quiet"
          size="small"
          icon={<Paperclip size={14} aria-hidden="true" />}
          onClick={() => void chooseForTimeline(affiliate)}
        >
          Add a mail or file…
        </Button>
        <Button
          kind="quiet"
          size="small"
          icon={<MessageCircleQuestionMark size={14} aria-hidden="true" />}
          onClick={() => openDoor({ kind: 'question', affiliateId: affiliate.id, transactions: [] })}
        >
          New question
        </Button>
        {resolved > 0 && (
          <span className="faint small">
            {resolved === 1 ? '1 question resolved' : `${format.count(resolved)} questions resolved`}
          </span>
        )}
      </div>
    </section>
  );
}
