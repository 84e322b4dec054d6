import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { rowWindow, scrollToShow } from '#renderer/ui/row-window.ts';
import type { Card, Column } from '#shared/domain/pipeline/board.ts';
import type { Task } from '#shared/domain/tasks/task.ts';

/** What stands on a card, and what is done with it. */
export interface CardTools {
  readonly height: number;
  readonly draw: (card: Card<Task>) => ReactNode;
  readonly onPick: (id: string, kind: 'alone' | 'too') => void;
  readonly onOpen: (id: string) => void;
  readonly onDrag: (id: string | null) => void;
}

interface Props {
  readonly column: Column<Task>;
  readonly head: ReactNode;
  /** Prefix of the ids of cards. */
  readonly id: string;
  /** The card she is at, null: in another column. */
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  /** Cards are being dragged, from wherever. */
  readonly dragging: boolean;
  readonly onDrop: (stageId: string) => void;
  readonly tools: CardTools;
}

/** Between cards, px. */
const GAP = 6;
const HEAD = 40;

export const cardId = (board: string, affiliateId: string): string => `${board}-${affiliateId}`;

/** One stage and who stands there; of thousands those are drawn that are seen. */
export function BoardColumn(props: Props) {
  const { column, head, id, active, selected, dragging, onDrop, tools } = props;
  const { stage, cards } = column;
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { scrollTop, viewport } = useScroll(scroller);
  const pitch = tools.height + GAP;
  const { first, end, top, height } = rowWindow(cards.length, pitch, viewport, scrollTop);

  const at = active === null ? -1 : cards.findIndex(({ affiliate }) => affiliate.id === active);
  useEffect(() => {
    const element = scroller.current;
    if (at < 0 || !element) return;
    element.scrollTop = scrollToShow(at, cards.length, pitch, element.clientHeight - HEAD, element.scrollTop);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, cards.length, pitch]);

  const leave = (event: DragEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !scroller.current?.contains(to)) setOver(false);
  };
  return (
    <div
      ref={scroller}
      className="board-column"
      role="row"
      aria-label={stage.name}
      data-over={over && dragging}
      onDragOver={(event) => {
        if (!dragging) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (!over) setOver(true);
      }}
      onDragLeave={leave}
      onDrop={(event) => {
        if (!dragging) return;
        event.preventDefault();
        setOver(false);
        onDrop(stage.id);
      }}
    >
      <div className="board-column-head" role="rowheader">
        {head}
      </div>
      <div className="board-cards" role="presentation" style={{ height }}>
        <div role="presentation" style={{ transform: `translateY(${top}px)` }}>
          {cards.slice(first, end).map((card) => {
            const { id: affiliateId } = card.affiliate;
            const isSelected = selected.has(affiliateId);
            return (
              <div
                key={affiliateId}
                id={cardId(id, affiliateId)}
                role="gridcell"
                className="board-card"
                aria-selected={isSelected}
                data-active={affiliateId === active}
                draggable
                style={{ height: tools.height, marginBottom: GAP }}
                onClick={(event) => tools.onPick(affiliateId, event.ctrlKey || event.metaKey ? 'too' : 'alone')}
                onDoubleClick={() => tools.onOpen(affiliateId)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', card.affiliate.name);
                  tools.onDrag(affiliateId);
                }}
                onDragEnd={() => tools.onDrag(null)}
              >
                {tools.draw(card)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function useScroll(scroller: React.RefObject<HTMLDivElement | null>): { scrollTop: number; viewport: number } {
  const [state, setState] = useState({ scrollTop: 0, viewport: 600 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = (): void => setState({ scrollTop: element.scrollTop, viewport: element.clientHeight - HEAD });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);
  return state;
}
