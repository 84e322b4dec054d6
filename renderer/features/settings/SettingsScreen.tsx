import { useMemo, useState, type ReactNode } from 'react';
import { choose, ROW_HEIGHTS, usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { chooseTheme, useTheme } from '#renderer/session/theme.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { ThemeChoice } from '#shared/ipc/contract.ts';
import { isZone } from '#shared/lib/zone.ts';
import './settings.css';

const THEMES: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'system', label: 'Same as the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const ROWS: readonly { readonly value: PreferencesState['rows']; readonly label: string }[] = [
  { value: 'compact', label: `Compact, ${ROW_HEIGHTS.compact} px` },
  { value: 'normal', label: `Normal, ${ROW_HEIGHTS.normal} px` },
  { value: 'roomy', label: `Roomy, ${ROW_HEIGHTS.roomy} px` },
];

/** How she wants the program. Every choice takes effect at once. */
export function SettingsScreen() {
  const theme = useTheme((state) => state.choice);
  const rows = usePreferences((state) => state.rows);
  const letters = usePreferences((state) => state.letters);
  return (
    <div className="settings">
      <Setting title="Theme" about="Light, dark, or as the rest of the computer.">
        <Select label="Theme" choices={THEMES} value={theme} onChange={(choice) => void chooseTheme(choice)} />
      </Setting>
      <Setting title="Rows" about="How much room a row of a table takes.">
        <Select label="Rows" choices={ROWS} value={rows} onChange={(chosen) => choose({ rows: chosen })} />
      </Setting>
      <Setting title="Time zone" about="On which day a sale falls. It is the zone of your program, wherever you are.">
        <Zone />
      </Setting>
      <Setting
        title="Single-letter keys"
        about="G and a letter to go somewhere, J and K in lists, / to filter, ? for all keys."
      >
        <Select
          label="Single-letter keys"
          choices={[
            { value: 'on', label: 'On' },
            { value: 'off', label: 'Off' },
          ]}
          value={letters ? 'on' : 'off'}
          onChange={(chosen) => choose({ letters: chosen === 'on' })}
        />
      </Setting>
    </div>
  );
}

function Setting(props: { readonly title: string; readonly about: string; readonly children: ReactNode }) {
  return (
    <section className="setting" aria-label={props.title}>
      <div>
        <h2>{props.title}</h2>
        <p className="faint">{props.about}</p>
      </div>
      {props.children}
    </section>
  );
}

/** A field with the names of all zones to choose from; a name that is none is not taken. */
function Zone() {
  const zone = usePreferences((state) => state.zone);
  const [typed, setTyped] = useState(zone);
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
          if (zones.includes(value)) choose({ zone: value });
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
