import { CircleAlert } from 'lucide-react';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { KIND_WORDS, TIER_WORDS } from '#shared/domain/affiliates/words.ts';
import { tierOf, type TierBounds } from '#shared/domain/affiliates/tiers.ts';
import { daysSince, type Card } from '#shared/domain/pipeline/board.ts';
import { dueWords, inSentence } from '#shared/domain/tasks/due.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import type { Format } from '#shared/lib/format.ts';

interface Props {
  readonly card: Card<Task>;
  readonly bounds: TierBounds;
  readonly now: number;
  readonly today: Day;
  readonly format: Format;
  /** Left out: figures are not shown. */
  readonly revenue?: string;
}

/** Days in a stage as they stand on a card: "today", "12 d". */
export const daysWords = (days: number, format: Format): string => (days === 0 ? 'today' : `${format.count(days)} d`);

/** Who it is, since when they stand there, and what comes next. */
export function BoardCard({ card, bounds, now, today, format, revenue }: Props) {
  const { affiliate, step, stepMissing } = card;
  const tier = tierOf(affiliate, bounds);
  const what = [affiliate.kind && KIND_WORDS[affiliate.kind], tier && TIER_WORDS[tier]].filter((word) => word !== '');
  const since = affiliate.standing?.since ?? now;
  const site = affiliate.sites[0]?.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '') ?? '';
  const late = step?.due !== null && step?.due !== undefined && step.due.day < today;
  return (
    <>
      <div className="board-card-line">
        <span
          className="board-card-name link"
          title={affiliate.name}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey) return;
            event.stopPropagation();
            showAffiliate(affiliate.id);
          }}
        >
          {affiliate.name}
        </span>
        <span className="board-card-since" title={`Since ${format.momentLong(momentOfInstant(since))}`}>
          {daysWords(daysSince(since, now, format.zone), format)}
        </span>
      </div>
      <div className="board-card-line board-card-what">
        <span>{what.join(' · ') || site}</span>
        {revenue !== undefined && <span className="figures">{revenue}</span>}
      </div>
      {stepMissing ? (
        <div className="board-card-line board-card-missing">
          <CircleAlert size={12} aria-hidden="true" />
          No next step
        </div>
      ) : (
        <div className={`board-card-line board-card-step${late ? ' board-card-late' : ''}`}>
          {step && <span title={step.title}>{step.title}</span>}
          {step?.due && <span>{inSentence(dueWords({ ...step.due, time: null }, today, format))}</span>}
        </div>
      )}
    </>
  );
}
