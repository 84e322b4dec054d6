import { showAffiliate } from '#renderer/session/navigation.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { isOverdue, QUESTION_WORDS, questionAge, STATUS_WORDS } from '#shared/domain/conversations/durations.ts';
import { QUESTION_KINDS, QUESTION_STATUSES, type Question } from '#shared/domain/conversations/question.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { sortSeveral, textKeys, type TableSort } from '#shared/lib/table-sort.ts';
import { dayOf } from '#shared/lib/zone.ts';

interface Around {
  readonly directory: Directory;
  readonly format: Format;
  readonly today: Day;
}

const affiliateName = ({ affiliateId }: Question, directory: Directory): string =>
  directory.byId(affiliateId)?.name ?? '';

export function questionColumns({ directory, format, today }: Around): readonly TableColumn<Question>[] {
  const days = (count: number): string => (count === 1 ? '1 day' : `${format.count(count)} days`);
  const age = (question: Question): number => questionAge(question, today, format.zone);
  return [
    {
      id: 'title',
      header: 'Question',
      width: 240,
      grow: 460,
      sort: 'asc',
      text: ({ title }) => title,
      cell: ({ title, text }) => <span title={text || title}>{title}</span>,
    },
    {
      id: 'due',
      header: 'Due',
      width: 112,
      sort: 'asc',
      text: ({ due }) => (due === null ? NOTHING : format.day(due, today)),
      file: ({ due }) => due,
      cell: (question) => (
        <span className={isOverdue(question, today) ? 'question-late' : ''}>
          {question.due === null ? NOTHING : format.day(question.due, today)}
        </span>
      ),
    },
    {
      id: 'affiliate',
      header: 'Affiliate',
      width: 150,
      grow: 220,
      sort: 'asc',
      text: (question) => affiliateName(question, directory) || NOTHING,
      cell: (question) => (
        <button
          type="button"
          className="link"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            showAffiliate(question.affiliateId);
          }}
        >
          {affiliateName(question, directory)}
        </button>
      ),
    },
    {
      id: 'kind',
      header: 'Kind',
      width: 136,
      sort: 'asc',
      text: ({ kind }) => QUESTION_WORDS[kind],
      cell: ({ kind }) => QUESTION_WORDS[kind],
    },
    {
      id: 'status',
      header: 'Status',
      width: 92,
      sort: 'asc',
      text: ({ status }) => STATUS_WORDS[status],
      cell: ({ status }) => <span className={`question-status question-${status}`}>{STATUS_WORDS[status]}</span>,
    },
    {
      id: 'age',
      header: 'Age',
      width: 84,
      align: 'end',
      sort: 'desc',
      text: (question) => days(age(question)),
      file: (question) => age(question),
      cell: (question) => (
        <span title={question.resolvedAt === null ? 'Since it was asked' : 'From asked to resolved'}>
          {days(age(question))}
        </span>
      ),
    },
    {
      id: 'transactions',
      header: 'Transactions',
      width: 140,
      text: ({ transactions }) =>
        transactions.length === 0 ? NOTHING : transactions.map(({ transactionId }) => transactionId).join(', '),
      cell: ({ transactions }) => transactions.map(({ transactionId }) => transactionId).join(', ') || NOTHING,
    },
    {
      id: 'asked',
      header: 'Asked',
      width: 112,
      sort: 'desc',
      extra: true,
      text: ({ askedAt }) => format.day(dayOf(askedAt, format.zone), today),
      file: ({ askedAt }) => dayOf(askedAt, format.zone),
      cell: ({ askedAt }) => format.day(dayOf(askedAt, format.zone), today),
    },
  ];
}

/** The questions in an order; those that are the same in it: what is due first, then the oldest. */
export function sortQuestions(
  questions: readonly Question[],
  sorts: readonly TableSort[],
  { directory, format, today }: Around,
): readonly Question[] {
  const texts = (of: (question: Question) => string): Float64Array => textKeys(questions.map(of), format.locale);
  const values = (by: string): Float64Array => {
    switch (by) {
      case 'title':
        return texts(({ title }) => title);
      case 'affiliate':
        return texts((question) => affiliateName(question, directory));
      case 'kind':
        return Float64Array.from(questions, ({ kind }) => QUESTION_KINDS.indexOf(kind));
      case 'status':
        return Float64Array.from(questions, ({ status }) => QUESTION_STATUSES.indexOf(status));
      case 'due':
        return Float64Array.from(questions, ({ due }) => (due === null ? Number.NaN : dayToNumber(due)));
      case 'age':
        return Float64Array.from(questions, (question) => questionAge(question, today, format.zone));
      default:
        return Float64Array.from(questions, ({ askedAt }) => askedAt);
    }
  };
  return sortSeveral(
    questions,
    [...sorts, { by: 'due', direction: 'asc' as const }, { by: 'asked', direction: 'asc' as const }].map(
      ({ by, direction }) => ({ values: values(by), descending: direction === 'desc' }),
    ),
  );
}
