import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { weekdayName } from '#shared/domain/tasks/repeat-choice.ts';

/** Which days of the week she works on; at least one. */
export function WorkingDaysField() {
  const workingDays = usePreferences((state) => state.workingDays);
  const locale = usePreferences((state) => state.locale);
  return (
    <div className="setting-days" role="group" aria-label="Working days">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const works = workingDays.includes(weekday);
        return (
          <button
            key={weekday}
            type="button"
            className="setting-day"
            title={weekdayName(weekday, locale)}
            aria-pressed={works}
            onClick={() => {
              const next = works
                ? workingDays.filter((each) => each !== weekday)
                : [...workingDays, weekday].toSorted((a, b) => a - b);
              if (next.length > 0) {
                chooseStep(`${weekdayName(weekday, locale)} is ${works ? 'no' : 'a'} working day`, {
                  workingDays: next,
                });
              }
            }}
          >
            {weekdayName(weekday, locale, 'short')}
          </button>
        );
      })}
    </div>
  );
}
