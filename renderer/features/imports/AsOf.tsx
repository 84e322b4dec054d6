import { useState } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { zoneClock } from '#shared/lib/zone.ts';

interface Props {
  /** Epoch ms. */
  readonly asOf: number;
  readonly disabled: boolean;
  readonly onChange: (asOf: number) => void;
}

const MINUTE_MS = 60_000;

/** Of which day and time the file shows the state, on the clock of the program's zone. Where two files differ, the later one counts. */
export function AsOf({ asOf, disabled, onChange }: Props) {
  const zone = usePreferences((state) => state.zone);
  const shown = wallText(asOf, zone);
  const [text, setText] = useState(shown);
  const wall = Date.parse(`${text}Z`);
  return (
    <form
      className="as-of"
      onSubmit={(event) => {
        event.preventDefault();
        if (!Number.isNaN(wall)) onChange(zoneClock(zone).fromWall(wall));
      }}
    >
      <label>
        The file shows the state of
        <input
          type="datetime-local"
          className="field"
          value={text}
          disabled={disabled}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span className="faint">{`${zone}. Where two files differ, the later one counts.`}</span>
      {text !== shown && (
        <Button type="submit" size="small" disabled={Number.isNaN(wall)}>
          Compare anew
        </Button>
      )}
    </form>
  );
}

/** An instant as the text of a `datetime-local` field: the zone's wall clock, to the minute. */
function wallText(instant: number, zone: string): string {
  const wall = instant + zoneClock(zone).offsetMinutes(instant) * MINUTE_MS;
  return new Date(wall).toISOString().slice(0, 16);
}
