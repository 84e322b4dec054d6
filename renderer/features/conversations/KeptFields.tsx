import { parseDay, type Day } from '#shared/lib/day.ts';
import { useKept } from './use-kept.ts';

interface TextProps {
  /** Accessible name. */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string;
  readonly className?: string;
  readonly maxLength?: number;
  /** One line that says something: emptied, it goes back to what it was. */
  readonly line?: boolean;
}

/** A text that is changed where it stands: leaving it stores it, Esc goes back. */
export function KeptText({
  label,
  text,
  onText,
  placeholder = '',
  className = '',
  maxLength = 20_000,
  line = false,
}: TextProps) {
  // Emptied, a line goes back to what it was.
  const kept = useKept(text, onText, (typed) => (line && typed.trim() === '' ? text : typed.trim()));
  return (
    <textarea
      className={line ? `kept-line ${className}` : `field kept-text ${className}`}
      aria-label={label}
      rows={line ? 1 : 3}
      maxLength={maxLength}
      placeholder={placeholder}
      value={kept.value}
      onChange={({ target }) => kept.change(line ? target.value.replaceAll('\n', ' ') : target.value)}
      onBlur={kept.keep}
      onKeyDown={(event) => {
        const leaves = event.key === 'Enter' && (line || event.ctrlKey || event.metaKey);
        if (leaves) event.currentTarget.blur();
        else if (event.key === 'Escape' && kept.value !== text) kept.drop();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** A year that is being typed passes through the first centuries. */
const EARLIEST = '2000-01-01';

interface DayProps {
  readonly label: string;
  readonly day: Day | null;
  readonly onDay: (day: Day | null) => void;
}

/** A day that is changed where it stands; an emptied one is none. */
export function KeptDay({ label, day, onDay }: DayProps) {
  const kept = useKept<string>(day ?? '', (typed) => {
    const next = typed >= EARLIEST ? parseDay(typed) : null;
    if (next !== null || typed === '') onDay(next);
  });
  return (
    <input
      type="date"
      className="field"
      aria-label={label}
      max="9999-12-31"
      value={kept.value}
      onChange={({ target }) => kept.change(target.value)}
      onBlur={kept.keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') kept.keep();
      }}
    />
  );
}
