import { MessageCircleQuestionMark, Plus } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { copyRows, exportRows, wantedRows } from '#renderer/session/table-text.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableSort } from '#renderer/ui/data-table-parts.ts';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { MultiSelect } from '#renderer/ui/Select.tsx';
import { ColumnsMenu, ExportButton, ViewsMenu } from '#renderer/ui/TableTools.tsx';
import { TextFilter } from '#renderer/ui/TextFilter.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import { isOverdue, STATUS_WORDS } from '#shared/domain/conversations/durations.ts';
import {
  QUESTION_STATUSES,
  type Question,
  type QuestionKind,
  type QuestionStatus,
} from '#shared/domain/conversations/question.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { toggleResolved } from './conversation-steps.ts';
import { DurationsLine } from './DurationsLine.tsx';
import { questionColumns, sortQuestions } from './question-columns.tsx';
import { QuestionDetails } from './QuestionDetails.tsx';
import { QUESTION_KIND_CHOICES } from './QuestionDialog.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly questions: readonly Question[];
  /** The one whose details are open. */
  readonly openId: string | null;
}

/** Which questions are shown, and in which order. A saved view keeps all of it. */
interface Shows {
  readonly text: string;
  /** None: all. */
  readonly statuses: readonly QuestionStatus[];
  readonly kinds: readonly QuestionKind[];
  readonly overdue: boolean;
  readonly sort: readonly TableSort[];
}

const FIRST: Shows = {
  text: '',
  statuses: ['open', 'waiting'],
  kinds: [],
  overdue: false,
  sort: [{ by: 'due', direction: 'asc' }],
};

const STATUSES = QUESTION_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }));

/** What affiliates have asked: what waits first, and how long it takes. */
export function QuestionsTab({ ledger, directory, questions, openId }: Props) {
  const [shows, setShows] = useState(FIRST);
  const rows = usePreferences((state) => state.rows);
  const letters = usePreferences((state) => state.letters);
  const replace = useNavigation((state) => state.replace);
  const format = useFormat();
  const today = useToday();
  const around = useMemo(() => ({ directory, format, today }), [directory, format, today]);
  const all = useMemo(() => questionColumns(around), [around]);
  const kept = useTable('questions', all);
  const shown = useMemo(() => {
    const words = shows.text.trim().toLowerCase();
    const matches = (question: Question): boolean =>
      (shows.statuses.length === 0 || shows.statuses.includes(question.status)) &&
      (shows.kinds.length === 0 || shows.kinds.includes(question.kind)) &&
      (!shows.overdue || isOverdue(question, today)) &&
      textsOf(question, directory).some((each) => each.toLowerCase().includes(words));
    return sortQuestions(questions.filter(matches), shows.sort, around);
  }, [questions, shows, directory, today, around]);
  const list = JSON.stringify(shows);
  const cursor = useTableCursor(list);
  const table = useRef<HTMLDivElement>(null);

  if (questions.length === 0) {
    return (
      <EmptyState
        icon={<MessageCircleQuestionMark size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={newQuestion}>
            New question
          </Button>
        }
      >
        What affiliates ask or complain of is kept here until it is resolved, with the transactions it is about.
      </EmptyState>
    );
  }

  const show = (wish: Partial<Shows>): void => setShows({ ...shows, ...wish });
  const open = (id: string | null): void => replace({ screen: 'conversations', tab: 'questions', openId: id });
  const opened = questions.find(({ id }) => id === openId);
  const move = (index: number): void => {
    const question = shown[index];
    if (!question) return;
    cursor.moveTo(index);
    open(question.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isGrid = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'grid';
    if (!isGrid || !letters || event.ctrlKey || event.metaKey || event.altKey) return;
    const question = shown[cursor.active ?? -1];
    if (event.key.toLowerCase() !== 'r' || !question) return;
    event.preventDefault();
    void toggleResolved(question);
  };
  const edit = (index: number): void => {
    move(index);
    requestAnimationFrame(() => table.current?.querySelector<HTMLTextAreaElement>('.question-title')?.select());
  };
  const overdue = questions.filter((question) => isOverdue(question, today)).length;
  return (
    <>
      <DurationsLine questions={questions} />
      <div className="filters" role="search" aria-label="Filter questions">
        <TextFilter
          label="Filter by question, affiliate or transaction"
          placeholder="Question, affiliate or transaction"
          text={shows.text}
          onText={(text) => show({ text })}
        />
        <MultiSelect
          label="Status"
          choices={STATUSES}
          values={shows.statuses}
          onChange={(statuses) => show({ statuses })}
        />
        <MultiSelect
          label="Kind"
          choices={QUESTION_KIND_CHOICES}
          values={shows.kinds}
          onChange={(kinds) => show({ kinds })}
        />
        <Button size="small" aria-pressed={shows.overdue} onClick={() => show({ overdue: !shows.overdue })}>
          {overdue === 0 ? 'Overdue' : `Overdue: ${format.count(overdue)}`}
        </Button>
        <span className="faint small">
          {shown.length === 1 ? '1 question' : `${format.count(shown.length)} questions`}
        </span>
        <span className="filters-end">
          <ViewsMenu
            views={kept.views}
            onShow={(view) => {
              kept.takeLook(view);
              setShows({ ...FIRST, ...(view.shows as Partial<Shows>) });
            }}
            onSave={(name) => kept.saveView(name, { ...shows })}
            onRemove={kept.removeView}
          />
          <ColumnsMenu {...kept} />
          <ExportButton
            disabled={shown.length === 0}
            onExport={() => void exportRows(kept.columns, shown, 'Questions')}
          />
          <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={newQuestion}>
            New question
          </Button>
        </span>
      </div>
      <div className="beside" ref={table} onKeyDown={onKeyDown}>
        {shown.length === 0 ? (
          <EmptyState action={<Button onClick={() => setShows({ ...FIRST, statuses: [] })}>Show all questions</Button>}>
            {shows.text.trim() === ''
              ? 'No question meets the filter.'
              : `No question here has “${shows.text.trim()}”.`}
          </EmptyState>
        ) : (
          <DataTable
            label="Questions"
            list={list}
            columns={kept.columns}
            widths={kept.widths}
            onWidths={kept.setWidths}
            onCopy={() =>
              void copyRows(
                kept.columns,
                wantedRows((index) => shown[index], cursor),
              )
            }
            rowKey={({ id }) => id}
            total={shown.length}
            rowAt={(index) => shown[index]}
            sort={shows.sort}
            onSort={(_, sort) => show({ sort })}
            cursor={cursor}
            onPick={move}
            onOpen={move}
            onEdit={edit}
            rowHeight={ROW_HEIGHTS[rows]}
            letters={letters}
          />
        )}
        {opened && (
          <QuestionDetails
            ledger={ledger}
            directory={directory}
            question={opened}
            onClose={() => open(null)}
            onMove={(by) => move(shown.indexOf(opened) + by)}
          />
        )}
      </div>
    </>
  );
}

const newQuestion = (): void => openDoor({ kind: 'question', affiliateId: null, transactions: [] });

const textsOf = ({ title, text, affiliateId, transactions }: Question, directory: Directory): readonly string[] => [
  title,
  text,
  directory.byId(affiliateId)?.name ?? '',
  ...transactions.map(({ transactionId }) => transactionId),
];
