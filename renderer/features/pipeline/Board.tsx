import { Columns3, Plus, UserPlus } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useClock } from '#renderer/session/clock.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { TextFilter } from '#renderer/ui/TextFilter.tsx';
import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { partnersOffBoard } from '#shared/domain/pipeline/applications.ts';
import { boardColumns, stageOf } from '#shared/domain/pipeline/board.ts';
import { stageForPartners, type Stage } from '#shared/domain/pipeline/stage.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { AddDialog } from './AddDialog.tsx';
import { BoardCard } from './BoardCard.tsx';
import { BoardColumn, cardId, type CardTools } from './BoardColumn.tsx';
import { placeAfter, type Place } from './board-keys.ts';
import { moveThem, wantMove } from './pipeline-steps.ts';
import { StageMenu } from './StageMenu.tsx';
import { addStage } from './stage-steps.ts';
import { useBoardRevenue } from './use-board-revenue.ts';
import './board.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly links: readonly PartnerLink[];
  readonly steps: ReadonlyMap<string, Task>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Who stands where, to be moved by dragging or with the keys. */
export function Board({ ledger, directory, links, steps }: Props) {
  const stages = usePreferences((state) => state.stages);
  const letters = usePreferences((state) => state.letters);
  const bounds = usePreferences((state) => state.tierBounds);
  const now = useClock((state) => state.now);
  const today = useToday();
  const format = useFormat();
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState<{ readonly id: string | null; readonly place: Place }>(NOWHERE);
  const [selected, setSelected] = useState(NOBODY);
  const [dragged, setDragged] = useState<readonly string[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const revenue = useBoardRevenue(ledger, directory);

  const onBoard = useMemo(
    () => directory.affiliates.filter((affiliate) => stageOf(affiliate, stages) !== null),
    [directory, stages],
  );
  const waiting = useMemo(() => partnersOffBoard(directory.affiliates, links, stages), [directory, links, stages]);
  const columns = useMemo(() => {
    const words = text.trim().toLowerCase();
    const found = words === '' ? onBoard : onBoard.filter(({ name }) => name.toLowerCase().includes(words));
    return boardColumns(found, stages, steps);
  }, [onBoard, stages, steps, text]);

  const partnersTo = stageForPartners(stages);
  const placeAll = partnersTo && waiting.length > 0 && (
    <Button size="small" onClick={() => void moveThem(waiting, { stageId: partnersTo.id, reason: '', nextStep: null })}>
      {`Put ${waiting.length === 1 ? 'your partner' : `${format.count(waiting.length)} partners`} in ${partnersTo.name}`}
    </Button>
  );
  const addDialog = (
    <AddDialog open={adding} onClose={() => setAdding(false)} directory={directory} hasStep={(who) => steps.has(who)} />
  );

  if (onBoard.length === 0) {
    return (
      <>
        <EmptyState
          icon={<Columns3 size={28} aria-hidden="true" />}
          action={
            <div className="board-begin">
              <Button kind="primary" onClick={() => setAdding(true)}>
                Put somebody on the board
              </Button>
              {placeAll}
            </div>
          }
        >
          {waiting.length > 0
            ? 'Whom you want to win, and who works for you, stands here by stage. Begin with somebody new, or with the partners you have.'
            : 'Whom you want to win, and who works for you, stands here by stage. Begin with somebody.'}
        </EmptyState>
        {addDialog}
      </>
    );
  }

  const at = placeOf(columns, cursor);
  const active = at ? (columns[at.column]?.cards[at.row]?.affiliate ?? null) : null;
  const go = (to: Place): void => {
    const affiliate = columns[to.column]?.cards[to.row]?.affiliate;
    if (affiliate) setCursor({ id: affiliate.id, place: to });
  };
  const hasStep = (who: string): boolean => steps.has(who);
  const peopleOf = (ids: readonly string[]): readonly Affiliate[] => ids.flatMap((each) => directory.byId(each) ?? []);
  /** Those she has selected if this one is among them, else this one. */
  const together = (who: string): readonly string[] => (selected.has(who) ? [...selected] : [who]);
  const move = (ids: readonly string[], to: Stage): void => {
    wantMove(peopleOf(ids), to, hasStep);
    setSelected(NOBODY);
  };
  const choose = (ids: readonly string[]): void => openDoor({ kind: 'stage', affiliateIds: ids, stageId: null });
  const toggle = (who: string): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(who)) next.add(who);
      return next;
    });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!key(event)) return;
    event.preventDefault();
  };
  const key = (event: KeyboardEvent): boolean => {
    if (event.shiftKey && active && at && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const to = stages[at.column + (event.key === 'ArrowLeft' ? -1 : 1)];
      if (to) move(together(active.id), to);
      return true;
    }
    const sizes = columns.map(({ cards }) => cards.length);
    const to = placeAfter(event.key, at, sizes, letters);
    if (to) go(to);
    else if (event.key === 'Escape' && selected.size > 0) setSelected(NOBODY);
    else if (!active) return false;
    else if (event.key === 'Enter') showAffiliate(active.id);
    else if (event.key === ' ') toggle(active.id);
    else if (letters && event.key.toLowerCase() === 'm') choose(together(active.id));
    else return false;
    return true;
  };

  const tools: CardTools = {
    height: 70,
    draw: (card) => (
      <BoardCard
        card={card}
        bounds={bounds}
        now={now}
        today={today}
        format={format}
        {...(revenue.shown ? { revenue: revenue.of(card.affiliate.id) } : {})}
      />
    ),
    onPick: (who, kind) => {
      grid.current?.focus();
      const column = columns.findIndex(({ cards }) => cards.some(({ affiliate }) => affiliate.id === who));
      const row = columns[column]?.cards.findIndex(({ affiliate }) => affiliate.id === who) ?? 0;
      setCursor({ id: who, place: { column, row } });
      if (kind === 'too') toggle(who);
      else setSelected(NOBODY);
    },
    onOpen: showAffiliate,
    onDrag: (who) => setDragged(who === null ? [] : together(who)),
  };
  const shown = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  return (
    <>
      <div className="filters" role="search" aria-label="Filter the board">
        <TextFilter label="Filter by name" placeholder="Name" text={text} onText={setText} />
        <span className="faint small">{`${format.count(shown)} on the board`}</span>
        {selected.size > 0 && (
          <>
            <Button size="small" onClick={() => choose([...selected])}>{`Move ${format.count(selected.size)}…`}</Button>
            <Button kind="quiet" size="small" onClick={() => setSelected(NOBODY)}>
              Select none
            </Button>
          </>
        )}
        <span className="filters-end">
          {placeAll}
          <Button size="small" kind="quiet" aria-pressed={revenue.shown} onClick={revenue.toggle}>
            Revenue
          </Button>
          <Button size="small" icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
            Add somebody
          </Button>
        </span>
      </div>
      {shown === 0 ? (
        <EmptyState action={<Button onClick={() => setText('')}>Clear the filter</Button>}>
          {`Nobody on the board is called “${text.trim()}”.`}
        </EmptyState>
      ) : (
        <div className="board">
          <div
            ref={grid}
            className="board-columns"
            role="grid"
            aria-label="Board"
            aria-multiselectable="true"
            aria-describedby={`${id}-keys`}
            aria-activedescendant={active ? cardId(id, active.id) : undefined}
            tabIndex={0}
            onKeyDown={onKeyDown}
          >
            {columns.map((column) => (
              <BoardColumn
                key={column.stage.id}
                id={id}
                column={column}
                active={active && column.cards[at?.row ?? -1]?.affiliate === active ? active.id : null}
                selected={selected}
                dragging={dragged.length > 0}
                onDrop={() => move(dragged, column.stage)}
                tools={tools}
                head={
                  <>
                    <span className="board-stage">{column.stage.name}</span>
                    <span className="faint">{format.count(column.cards.length)}</span>
                    <StageMenu
                      stage={column.stage}
                      stages={stages}
                      people={onBoard.filter(({ standing }) => standing?.stageId === column.stage.id).length}
                      open={editing === column.stage.id}
                      onOpen={(open) => setEditing(open ? column.stage.id : null)}
                    />
                  </>
                }
              />
            ))}
          </div>
          <Button
            kind="quiet"
            size="small"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setEditing(addStage())}
          >
            Stage
          </Button>
          <p id={`${id}-keys`} className="hidden-but-read">
            Arrows move through the board. Shift and an arrow to the side moves somebody to the next stage, M to any
            other. Enter opens their page, Space selects.
          </p>
        </div>
      )}
      {addDialog}
    </>
  );
}

const NOWHERE = { id: null, place: { column: 0, row: 0 } } as const;

/** Where she is now: with whom she was, wherever they have gone; if they are gone, at what took their place. */
function placeOf(
  columns: ReturnType<typeof boardColumns>,
  cursor: { readonly id: string | null; readonly place: Place },
): Place | null {
  if (cursor.id === null) return null;
  for (const [column, { cards }] of columns.entries()) {
    const row = cards.findIndex(({ affiliate }) => affiliate.id === cursor.id);
    if (row >= 0) return { column, row };
  }
  const last = (columns[cursor.place.column]?.cards.length ?? 0) - 1;
  return last < 0 ? null : { ...cursor.place, row: Math.min(cursor.place.row, last) };
}
