import { useClock } from '#renderer/session/clock.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Stat } from '#renderer/ui/Parts.tsx';
import { durations, QUESTION_WORDS, type Durations } from '#shared/domain/conversations/durations.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

/** How long questions take, of all and of each kind: the middle one, the longest, and those that are still open. */
export function DurationsLine({ questions }: { readonly questions: readonly Question[] }) {
  const format = useFormat();
  const now = useClock((state) => state.now);
  const [all, ...kinds] = durations(questions, now);
  // Of one kind alone it would be said twice.
  const shown = kinds.length > 1 ? [all, ...kinds] : [all];
  return (
    <section className="durations" aria-label="How long questions take">
      {shown.map((each) =>
        each ? (
          <Stat
            key={each.kind ?? 'all'}
            label={each.kind === null ? 'Median to resolve' : QUESTION_WORDS[each.kind]}
            below={below(each, format)}
          >
            {daysWords(each.median, format)}
          </Stat>
        ) : null,
      )}
    </section>
  );
}

function below({ longest, open, oldest }: Durations, format: Format): string {
  const took = longest === null ? [] : [`longest ${daysWords(longest, format)}`];
  const upTo = open > 1 && (oldest ?? 0) >= SHORTEST ? 'up to ' : '';
  const waits = open === 0 ? [] : [`${format.count(open)} open for ${upTo}${daysWords(oldest, format)}`];
  return [...took, ...waits].join(' · ');
}

/** Days; less is said in hours. */
const SHORTEST = 0.1;

/** "2.5 days" */
function daysWords(days: number | null, format: Format): string {
  if (days === null) return NOTHING;
  const rounded = Math.round(days * 10) / 10;
  if (rounded < SHORTEST) return 'under 3 hours';
  return rounded === 1 ? '1 day' : `${format.count(rounded)} days`;
}
