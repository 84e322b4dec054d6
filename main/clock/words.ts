import type { Firing } from '#shared/domain/schedules/tick.ts';

/** A late reminder says when it was due, on the program's clock. */
export function reminderBody({ item, late }: Firing, zone: string, locale: string): string {
  if (!late) return item.body;
  const due = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(item.at);
  return [`Late: was due ${due}`, item.body].filter((line) => line !== '').join('\n');
}
