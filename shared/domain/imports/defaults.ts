import { dayFromNumber, parseDay, type Day } from '../../lib/day.ts';
import { momentDay, momentOfInstant } from '../../lib/moment.ts';
import { zoneClock } from '../../lib/zone.ts';
import { MONEY_FIELDS } from '../ledger/fields.ts';
import type { Assumption } from './look.ts';
import type { DateOrder, Question, Recognition, Settings } from './types.ts';

/** What is remembered of a source or said by somebody; left out or '' where nobody said. */
export type Answers = Partial<Omit<Settings, 'asOf'>>;

/** A file as far as its name and age matter. */
export interface FileFacts {
  readonly name: string;
  /** Epoch ms of its last change. */
  readonly modified: number;
}

/** Settings made of what has been answered; the zone is the profile's own, the day that of the file's name if it has one. */
export function settingsFor(
  recognition: Pick<Recognition, 'defaultZone' | 'questions'>,
  answers: Answers,
  file: FileFacts,
): Settings {
  const zone = answers.zone || recognition.defaultZone;
  return {
    program: answers.program ?? '',
    currency: answers.currency ?? '',
    partner: answers.partner ?? '',
    zone,
    dateOrder: answers.dateOrder ?? '',
    day: recognition.questions.includes('day') ? answers.day || lastDayIn(file.name) || '' : '',
    words: answers.words ?? {},
    asOf: file.modified,
  };
}

/** Questions of a recognition that the settings leave open. */
export function openQuestions(recognition: Recognition, settings: Settings): readonly Question[] {
  return recognition.questions.filter((question) =>
    question === 'words'
      ? recognition.disputed.some((word) => settings.words[word] === undefined)
      : settings[question] === '',
  );
}

/**
 * The same settings with what is taken for granted where there is nobody to ask: the source's own currency, the order of day and
 * month that goes with its time zone (month first in America), the day of the file's last change; and a sentence for each.
 */
export function assumed(
  recognition: Recognition,
  settings: Settings,
): { readonly settings: Settings; readonly assumptions: readonly Assumption[] } {
  const assumptions: Assumption[] = [];
  const say = (code: Assumption['code'], message: string): void => void assumptions.push({ code, message });
  const { mapping, defaultCurrency } = recognition;
  const open = openQuestions(recognition, settings);
  const named = mapping.some(({ field }) => field === 'currency');
  const amounts = mapping.some(({ field }) => (MONEY_FIELDS as readonly string[]).includes(field));
  let { currency, dateOrder, day } = settings;
  if (amounts && !named && currency === '') {
    if (defaultCurrency !== '') {
      currency = defaultCurrency;
      say('default-currency', `The rows name no currency: amounts are taken for ${currency}.`);
    } else say('no-currency', 'The file names no currency, and none was given: amounts have none.');
  }
  if (open.includes('dateOrder')) {
    dateOrder = orderOf(settings.zone);
    const first = dateOrder === 'dmy' ? 'the day' : 'the month';
    say('default-date-order', `Dates can be read in two ways: ${first} is taken to come first.`);
  }
  if (open.includes('day')) {
    day = dayFromNumber(momentDay(momentOfInstant(settings.asOf), zoneClock(settings.zone)));
    say('default-day', `The report names no day: its rows are put on ${day}, the day of the file.`);
  }
  if (open.includes('program')) say('no-program', 'The file names no program, and none was given.');
  if (open.includes('partner')) say('no-partner', 'The file does not say whose it is, and no partner was given.');
  for (const word of recognition.disputed) {
    if (settings.words[word] === undefined)
      say('disputed-word', `Sources disagree on what “${word}” means: rows with it have the status “unknown”.`);
  }
  return { settings: { ...settings, currency, dateOrder, day }, assumptions };
}

/** Day and month as people of a time zone mostly write them. */
const orderOf = (zone: string): DateOrder =>
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage)|US\/|EST|CST|PST|MST)/.test(zone)
    ? 'mdy'
    : 'dmy';

/** The last of the days named in a file's name (`performance_2026-05-01_2026-05-31.csv`, `report 20260531.csv`), null if there is none. */
export function lastDayIn(name: string): Day | null {
  const days = [...name.matchAll(/(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g)].flatMap(
    ([, year, month, date]) => {
      const day = parseDay(`${year}-${month}-${date}`);
      return day === null ? [] : [day];
    },
  );
  return days.sort().at(-1) ?? null;
}
