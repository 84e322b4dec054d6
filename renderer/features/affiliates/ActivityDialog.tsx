import { useState } from 'react';
import { stopAsking, useAsking } from '#renderer/session/affiliate-steps.ts';
import { closeDoor, useDoor } from '#renderer/session/doors.ts';
import { useClock } from '#renderer/session/clock.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { LOGGED_KINDS, type Activity, type LoggedKind } from '#shared/domain/affiliates/activity.ts';
import { ACTIVITY_WORDS } from '#shared/domain/affiliates/words.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { instantOf } from '#shared/domain/tasks/due.ts';
import { parseTimeOfDay } from '#shared/domain/tasks/task.ts';
import { parseDay } from '#shared/lib/day.ts';
import { dayOf, zoneClock } from '#shared/lib/zone.ts';
import { change, log } from './activity-steps.ts';
import './activity-dialog.css';

interface Props {
  readonly directory: Directory;
}

/** Writes down what happened with an affiliate, or puts right what was written. */
export function ActivityDialog({ directory }: Props) {
  const door = useDoor((state) => state.door);
  const asking = useAsking((state) => state.asking);
  const changed = asking.kind === 'activity' ? asking.activity : null;
  const affiliateId = changed?.affiliateId ?? (door.kind === 'activity' ? door.affiliateId : '');
  const affiliate = directory.byId(affiliateId);
  const close = (): void => {
    closeDoor();
    stopAsking();
  };
  return (
    <Dialog
      open={affiliate !== undefined}
      onClose={close}
      title={changed ? 'Put it right' : `What happened with ${affiliate?.name ?? ''}`}
      width={520}
    >
      {affiliate && (
        <ActivityForm
          affiliateId={affiliateId}
          activity={changed}
          begins={door.kind === 'activity' ? door.activity : 'note'}
          onClose={close}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  readonly affiliateId: string;
  /** null: a new one. */
  readonly activity: Activity | null;
  readonly begins: Activity['kind'];
  readonly onClose: () => void;
}

const isLogged = (kind: Activity['kind']): kind is LoggedKind => (LOGGED_KINDS as readonly string[]).includes(kind);

const TITLES: Readonly<Record<LoggedKind, string>> = {
  mail: 'Subject',
  call: 'What it was about',
  meeting: 'What it was about',
  note: 'Note',
  commission: 'What it is for',
};

function ActivityForm({ affiliateId, activity, begins, onClose }: FormProps) {
  const zone = usePreferences((state) => state.zone);
  const now = useClock((state) => state.now);
  const [begun] = useState(() => wallOf(activity?.at ?? now, zone));
  const [kind, setKind] = useState<LoggedKind>(() => {
    const first = activity?.kind ?? begins;
    return isLogged(first) ? first : 'note';
  });
  const [words, setWords] = useState({
    ...{ title: activity?.title ?? '', text: activity?.text ?? '', from: '', to: '' },
    ...begun,
  });
  const [direction, setDirection] = useState<'in' | 'out'>(activity?.direction === 'in' ? 'in' : 'out');
  const say = (wish: Partial<typeof words>): void => setWords({ ...words, ...wish });

  const asksRates = kind === 'commission' && activity === null;
  const title = asksRates ? rateWords(words) : words.title.trim();
  const at = instantIn(words, zone);
  const isUntouched = words.day === begun.day && words.time === begun.time;
  const isLate = at !== null && at > now + 60_000;
  const complete = title !== '' && at !== null && !isLate;
  const save = async (): Promise<void> => {
    if (!complete) return;
    const said = {
      kind,
      title,
      text: words.text.trim(),
      direction: kind === 'mail' || kind === 'call' ? direction : ('' as const),
      // Fields of minutes do not move what happens now, or was logged, to the full minute.
      at: isUntouched ? (activity?.at ?? Date.now()) : Math.min(at, Date.now()),
    };
    if (activity ? await change(activity, said) : await log({ ...said, affiliateId })) onClose();
  };
  return (
    <form
      className="activity-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      <div className="activity-kinds" role="group" aria-label="Kind">
        {LOGGED_KINDS.map((each) => (
          <Button key={each} size="small" aria-pressed={kind === each} onClick={() => setKind(each)}>
            {ACTIVITY_WORDS[each]}
          </Button>
        ))}
      </div>
      {(kind === 'mail' || kind === 'call') && (
        <div className="activity-kinds" role="group" aria-label="Who began">
          <Button size="small" aria-pressed={direction === 'out'} onClick={() => setDirection('out')}>
            From us
          </Button>
          <Button size="small" aria-pressed={direction === 'in'} onClick={() => setDirection('in')}>
            From them
          </Button>
        </div>
      )}
      {asksRates && (
        <div className="activity-rates">
          <label>
            <span>From</span>
            <input
              className="field"
              maxLength={60}
              placeholder="8%"
              autoFocus
              value={words.from}
              onChange={({ target }) => say({ from: target.value })}
            />
          </label>
          <label>
            <span>To</span>
            <input
              className="field"
              maxLength={60}
              placeholder="10%"
              value={words.to}
              onChange={({ target }) => say({ to: target.value })}
            />
          </label>
        </div>
      )}
      <label>
        <span>{TITLES[kind]}</span>
        <input
          className="field"
          maxLength={300}
          autoFocus={!asksRates}
          value={words.title}
          onChange={({ target }) => say({ title: target.value })}
        />
      </label>
      <label>
        <span>More</span>
        <textarea
          className="field"
          rows={5}
          maxLength={50_000}
          value={words.text}
          onChange={({ target }) => say({ text: target.value })}
        />
      </label>
      <div className="activity-when">
        <label>
          <span>Day</span>
          <input
            type="date"
            className="field"
            max="9999-12-31"
            value={words.day}
            onChange={({ target }) => say({ day: target.value })}
          />
        </label>
        <label>
          <span>Time</span>
          <input
            type="time"
            className="field"
            value={words.time}
            onChange={({ target }) => say({ time: target.value })}
          />
        </label>
      </div>
      {isLate && (
        <p className="faint" role="status">
          This is still to come. Write it down as a task instead.
        </p>
      )}
      <div className="activity-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!complete}>
          {activity ? 'Save' : 'Log it'}
        </Button>
      </div>
    </form>
  );
}

/** "Commission from 8% to 10%: Black Friday" */
function rateWords({
  from,
  to,
  title,
}: {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}): string {
  if (to.trim() === '') return '';
  const before = from.trim() === '' ? '' : ` from ${from.trim()}`;
  return `Commission${before} to ${to.trim()}${title.trim() === '' ? '' : `: ${title.trim()}`}`;
}

interface Wall {
  readonly day: string;
  readonly time: string;
}

function wallOf(instant: number, zone: string): Wall {
  const wall = new Date(instant + zoneClock(zone).offsetMinutes(instant) * 60_000);
  return { day: dayOf(instant, zone), time: wall.toISOString().slice(11, 16) };
}

function instantIn({ day, time }: Wall, zone: string): number | null {
  const whole = parseDay(day);
  const clock = parseTimeOfDay(time);
  return whole === null || clock === null ? null : instantOf(whole, clock, zone);
}
