import { useState } from 'react';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { holidaysText, readHolidays } from '#shared/domain/tasks/holidays.ts';

/** The holidays to come in short, and all of them as a text to type or paste. */
export function HolidaysField() {
  const holidays = usePreferences((state) => state.holidays);
  const format = useFormat();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const next = holidays.find(({ day }) => day >= today);
  return (
    <div className="setting-fields">
      <span className="faint small">
        {next ? `Next: ${next.name}, ${format.day(next.day, today)}` : 'None to come'}
      </span>
      <Button size="small" onClick={() => setOpen(true)}>
        {holidays.length === 0 ? 'Add holidays' : `Edit ${holidays.length}`}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Holidays">
        {open && <HolidaysForm onClose={() => setOpen(false)} />}
      </Dialog>
    </div>
  );
}

function HolidaysForm({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState(() => holidaysText(usePreferences.getState().holidays));
  const { holidays, unread } = readHolidays(text);
  const count = holidays.length === 1 ? '1 holiday' : `${holidays.length} holidays`;
  return (
    <form
      className="setting-holidays"
      onSubmit={(event) => {
        event.preventDefault();
        if (unread.length > 0) return;
        chooseStep(holidays.length === 0 ? 'There are no holidays' : `${count} kept`, { holidays });
        onClose();
      }}
    >
      <p className="faint">One a line, the day first: 2026-12-25 Christmas Day</p>
      <textarea
        className="field"
        aria-label="Holidays, one a line"
        rows={12}
        autoFocus
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={unread.length > 0 ? 'setting-problem small' : 'faint small'} role="status">
        {unread.length > 0 ? `This line does not begin with a day like 2026-12-25: “${unread[0]}”` : count}
      </p>
      <div className="setting-holidays-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" disabled={unread.length > 0}>
          Save
        </Button>
      </div>
    </form>
  );
}
