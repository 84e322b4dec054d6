import type { ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { ROW_HEIGHTS, usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { useTheme } from '#renderer/session/theme.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import type { ThemeChoice } from '#shared/ipc/contract.ts';
import type { WeekStart } from '#shared/lib/day.ts';
import { Currencies } from './Currencies.tsx';
import { HolidaysField } from './HolidaysField.tsx';
import { CustomFields } from './CustomFields.tsx';
import { LoginSwitch } from './LoginSwitch.tsx';
import { QuietHoursFields } from './QuietHoursFields.tsx';
import { ReachNote } from './ReachNote.tsx';
import { ReportFolderField } from './ReportFolderField.tsx';
import { SenderField } from './SenderField.tsx';
import { SummaryField } from './SummaryField.tsx';
import { TierBounds } from './TierBounds.tsx';
import { TimeField } from './TimeField.tsx';
import { WatchedFolderField } from './WatchedFolderField.tsx';
import { WorkingDaysField } from './WorkingDaysField.tsx';
import { ZoneField } from './ZoneField.tsx';
import { themeStep } from './settings-steps.ts';
import './settings.css';

const THEMES: readonly Choice<ThemeChoice>[] = [
  { value: 'system', label: 'Same as the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const ROWS: readonly Choice<PreferencesState['rows']>[] = [
  { value: 'compact', label: `Compact, ${ROW_HEIGHTS.compact} px` },
  { value: 'normal', label: `Normal, ${ROW_HEIGHTS.normal} px` },
  { value: 'roomy', label: `Roomy, ${ROW_HEIGHTS.roomy} px` },
];

const WEEK_STARTS: readonly Choice<WeekStart>[] = [
  { value: 'monday', label: 'Monday' },
  { value: 'sunday', label: 'Sunday' },
];

/** How she wants the program. Every choice takes effect at once and can be undone. */
export function SettingsScreen({ ledger }: { readonly ledger: LedgerClient }) {
  const theme = useTheme((state) => state.choice);
  const { rows, letters, weekStart, morning, notifications, quietHours, autoImport } = usePreferences();
  const format = useFormat();
  return (
    <div className="settings">
      <Group name="Your program">
        <Setting title="Time zone" about="On which day a sale falls. It is the zone of your program, wherever you are.">
          <ZoneField />
        </Setting>
        <Setting title="Who writes" about="What messages are signed with, and whom drafts of mails are from.">
          <SenderField />
        </Setting>
        <Setting title="Week starts on" about="Which days the weekly report takes together.">
          <Select
            label="Week starts on"
            choices={WEEK_STARTS}
            value={weekStart}
            onChange={(chosen) =>
              chooseStep(`The week starts on ${chosen === 'monday' ? 'Monday' : 'Sunday'}`, { weekStart: chosen })
            }
          />
        </Setting>
        <Setting
          title="Currencies"
          about="In which order they are shown; the first is the main one of the tables. Nothing is ever converted."
        >
          <Currencies ledger={ledger} />
        </Setting>
        <Setting title="Report folder" about="Where reports are written that have no folder of their own.">
          <ReportFolderField />
        </Setting>
      </Group>
      <Group name="Affiliates">
        <Setting
          title="Your own fields"
          about="What you want to know of every affiliate. They stand on each page and in the list."
        >
          <CustomFields />
        </Setting>
        <Setting
          title="Tiers"
          about="By the size of an affiliate’s largest audience. What you say on their page stands above it."
        >
          <TierBounds />
        </Setting>
      </Group>
      <Group name="New files">
        <Setting
          title="Watched folder"
          about="Drop exports there, or let your browser save them there: new ones are noticed, also while the window is closed."
        >
          <WatchedFolderField />
        </Setting>
        <Setting
          title="Import by itself"
          about="New files that are known and wholly readable are imported without asking, always with a notification and undo. All others wait for you."
        >
          <Switch
            label="Import by itself"
            on={autoImport}
            onChange={(on) =>
              chooseStep(on ? 'New files are imported by themselves' : 'New files wait for you', { autoImport: on })
            }
          />
        </Setting>
      </Group>
      <Group name="Reminders">
        <Setting
          title="Notifications"
          about="Off: nothing is shown on the desktop. The inbox still gets every reminder and report."
        >
          <Switch
            label="Notifications"
            on={notifications}
            onChange={(on) => chooseStep(`Notifications are ${on ? 'on' : 'off'}`, { notifications: on })}
          />
        </Setting>
        <Setting title="Quiet hours" about="What comes due in them is shown when they end.">
          <QuietHoursFields quiet={quietHours} />
        </Setting>
        <Setting title="Morning" about="When a task without a time reminds, and what “tomorrow morning” is.">
          <TimeField
            key={morning}
            label="Morning"
            time={morning}
            onTime={(time) => chooseStep(`Mornings begin at ${format.timeOfDay(time)}`, { morning: time })}
          />
        </Setting>
        <Setting
          title="Morning summary"
          about="On working days: how many tasks are for today, how many are overdue and which questions are due. Nothing comes where nothing waits."
        >
          <SummaryField />
        </Setting>
        <Setting
          title="Working days"
          about="Tasks that repeat on workdays keep to them, and a task without a time reminds on the next one."
        >
          <WorkingDaysField />
        </Setting>
        <Setting title="Holidays" about="Days on which you do not work, whatever the weekday.">
          <HolidaysField />
        </Setting>
        <ReachNote />
      </Group>
      <Group name="Looks and keys">
        <Setting title="Theme" about="Light, dark, or as the rest of the computer.">
          <Select label="Theme" choices={THEMES} value={theme} onChange={(choice) => void themeStep(choice)} />
        </Setting>
        <Setting title="Rows" about="How much room a row of a table takes.">
          <Select
            label="Rows"
            choices={ROWS}
            value={rows}
            onChange={(chosen) => chooseStep(`Rows are ${chosen}`, { rows: chosen })}
          />
        </Setting>
        <Setting
          title="Single-letter keys"
          about="G and a letter to go somewhere, J and K in lists, / to filter, ? for all keys."
        >
          <Switch
            label="Single-letter keys"
            on={letters}
            onChange={(on) => chooseStep(`Single-letter keys are ${on ? 'on' : 'off'}`, { letters: on })}
          />
        </Setting>
      </Group>
      <Group name="This computer">
        <Setting
          title="Start at login"
          about="The program waits in the tray, so that reminders and reports come without you opening it."
        >
          <LoginSwitch />
        </Setting>
      </Group>
    </div>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="settings-group" aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function Setting(props: { readonly title: string; readonly about: string; readonly children: ReactNode }) {
  return (
    <section className="setting" aria-label={props.title}>
      <div className="setting-words">
        <h3>{props.title}</h3>
        <p className="faint">{props.about}</p>
      </div>
      {props.children}
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, as the same small list as everything else that is chosen here. */
function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <Select label={label} choices={ON_OFF} value={on ? 'on' : 'off'} onChange={(chosen) => onChange(chosen === 'on')} />
  );
}

const ON_OFF: readonly Choice<'on' | 'off'>[] = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];
