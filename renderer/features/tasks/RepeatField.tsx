import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import { daysAhead, firstDay, type Repeat } from '#shared/domain/tasks/repeat.ts';
import {
  choiceOf,
  choiceOfWay,
  repeatOf,
  repeatWords,
  weekdayName,
  type RepeatChoice,
  type RepeatWay,
} from '#shared/domain/tasks/repeat-choice.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import { NumberField } from './NumberField.tsx';
import { useCalendar } from './use-calendar.ts';

const WAYS: readonly Choice<RepeatWay>[] = [
  { value: 'never', label: 'Does not repeat' },
  { value: 'every-day', label: 'Every day' },
  { value: 'every-workday', label: 'Every workday' },
  { value: 'weekdays', label: 'Weekly' },
  { value: 'month-day', label: 'Every month on a day' },
  { value: 'month-end', label: 'On the last day of each month' },
  { value: 'first-workday', label: 'On the first workday of each month' },
  { value: 'last-workday', label: 'On the last workday of each month' },
  { value: 'year', label: 'Every year' },
  { value: 'after-contact', label: 'After the last contact' },
  { value: 'after-done', label: 'After it was done' },
];

interface Props {
  readonly repeat: Repeat | null;
  /** The day it is due; null: it gets its first day by the repeat. */
  readonly due: Day | null;
  /** The last contact with its affiliate, as far as it is about one. */
  readonly lastContact: Day | null;
  readonly onChange: (repeat: Repeat | null) => void;
}

/** Whether and when a task comes back, chosen in words and said in a sentence with the days to come. */
export function RepeatField({ repeat, due, lastContact, onChange }: Props) {
  const today = useToday();
  const format = useFormat();
  const choice = choiceOf(repeat);
  return (
    <div className="repeat-field">
      <div className="repeat-choice">
        <Select
          label="Repeat"
          choices={WAYS}
          value={choice?.way ?? 'never'}
          onChange={(way) => onChange(repeatOf(choiceOfWay(way, due ?? today)))}
        />
        {choice && <Details choice={choice} locale={format.locale} onChange={(next) => onChange(repeatOf(next))} />}
      </div>
      {repeat && <Sentence repeat={repeat} due={due} lastContact={lastContact} format={format} today={today} />}
    </div>
  );
}

interface DetailsProps {
  readonly choice: RepeatChoice;
  readonly locale: string;
  readonly onChange: (choice: RepeatChoice) => void;
}

/** What the chosen way leaves open. */
function Details({ choice, locale, onChange }: DetailsProps) {
  switch (choice.way) {
    case 'weekdays':
      return (
        <>
          <span className="repeat-words">
            every
            <NumberField
              label="Every so many weeks"
              min={1}
              max={52}
              value={choice.every}
              onChange={(every) => onChange({ ...choice, every })}
            />
            {choice.every === 1 ? 'week on' : 'weeks on'}
          </span>
          <span className="weekdays" role="group" aria-label="Weekdays">
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <button
                key={weekday}
                type="button"
                className="weekday"
                title={weekdayName(weekday, locale)}
                aria-pressed={choice.weekdays.includes(weekday)}
                onClick={() => {
                  const weekdays = choice.weekdays.includes(weekday)
                    ? choice.weekdays.filter((each) => each !== weekday)
                    : [...choice.weekdays, weekday].toSorted((a, b) => a - b);
                  if (weekdays.length > 0) onChange({ ...choice, weekdays });
                }}
              >
                {weekdayName(weekday, locale, 'short')}
              </button>
            ))}
          </span>
        </>
      );
    case 'month-day':
      return (
        <span className="repeat-words">
          day
          <NumberField
            label="Day of the month"
            min={1}
            max={31}
            value={choice.day}
            onChange={(day) => onChange({ ...choice, day })}
          />
        </span>
      );
    case 'after-contact':
    case 'after-done':
      return (
        <span className="repeat-words">
          <NumberField
            label="So many days later"
            min={1}
            max={999}
            value={choice.days}
            onChange={(days) => onChange({ ...choice, days })}
          />
          {choice.days === 1 ? 'day later' : 'days later'}
        </span>
      );
    default:
      return null;
  }
}

const AHEAD = 3;

function Sentence(props: {
  readonly repeat: Repeat;
  readonly due: Day | null;
  readonly lastContact: Day | null;
  readonly format: Format;
  readonly today: Day;
}) {
  const { repeat, due, lastContact, format, today } = props;
  const calendar = useCalendar();
  // What depends on when it is done can only be said of the next time.
  const known = repeat.kind === 'pattern' || repeat.kind === 'workday';
  const first = due ?? firstDay(repeat, today, lastContact, calendar);
  const ahead = daysAhead(repeat, { due: first, today, lastContact, calendar }, known ? AHEAD : 1);
  const days = (due === null && first !== null ? [first, ...ahead].slice(0, known ? AHEAD : 1) : ahead).map((day) =>
    format.day(day, today),
  );
  const next = days.length === 0 ? 'It never comes again.' : `${leadOf(known, due)}: ${days.join(' · ')}.`;
  return <p className="repeat-sentence faint small">{`${repeatWords(repeat, format.locale)}. ${next}`}</p>;
}

function leadOf(known: boolean, due: Day | null): string {
  if (due === null) return 'It comes';
  return known ? 'After this one it comes' : 'Done on its day, it comes again';
}
