import { useMemo, useState } from 'react';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { isZone } from '#shared/lib/zone.ts';

/** A field with the names of all zones to choose from; a name that is none is not taken. */
export function ZoneField() {
  const zone = usePreferences((state) => state.zone);
  const [typed, setTyped] = useState(zone);
  const [before, setBefore] = useState(zone);
  // Undone: the field follows.
  if (before !== zone) {
    setBefore(zone);
    setTyped(zone);
  }
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  const known = isZone(typed);
  return (
    <div className="setting-zone">
      <input
        className="field"
        aria-label="Time zone"
        aria-invalid={!known}
        list="zones"
        value={typed}
        onChange={(event) => {
          const { value } = event.target;
          setTyped(value);
          if (zones.includes(value)) chooseStep(`The time zone is ${value}`, { zone: value });
        }}
        onBlur={() => setTyped(zone)}
      />
      <datalist id="zones">
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {!known && <p className="faint small">Write it like Europe/London.</p>}
    </div>
  );
}
