import type { PersonField } from '../affiliates/person.ts';
import { MONEY_FIELDS, TIME_FIELDS, type Field } from '../ledger/fields.ts';
import { ok, type Result } from '../../lib/result.ts';
import { createSurvey, type Decided, type SurveyColumn } from './layouts.ts';
import type { Assumption, Known, Look, LookWish, Suggestion } from './look.ts';
import { ownProfileFor, ownRecognition } from './own-profile.ts';
import { PROFILES } from './profiles/index.ts';
import { columnKey, findColumn, headerIndex, type Flag, type Profile } from './profiles/profile.ts';
import type { Rows } from './row-reader.ts';
import { readStructure, type Structure } from './structure.ts';
import { suggest, suggestedRecognition } from './suggest.ts';
import type { Identity, MappedColumn, MappedFlag, Question, Recognition } from './types.ts';
import { nearMiss } from './unknown-format.ts';

/** How well the profiles of the program know a header: the fields that the best of them would fill, 0 if none knows it. */
export function scoreHeader(header: readonly string[]): number {
  const best = bestProfile(header);
  return best ? best.columns : 0;
}

/** A file being looked at: whether its beginning tells enough, and what comes of it. */
export interface Looking {
  readonly structure: Structure;
  /** A column's layout is not certain yet, and the file goes on: more rows may tell. */
  readonly open: boolean;
  /** Takes rows of the file in its order, those of the beginning included. */
  add(rows: Rows): void;
  finish(): Look;
}

/**
 * Looks at a file's beginning (`head`; all of it: `whole`) and proposes how to read it.
 * Fails as `readStructure` does. A table that no profile knows is no failure: its mapping is made of suggestions.
 */
export function beginLook(head: Uint8Array, whole: boolean, wish: LookWish, known: Known): Result<Looking> {
  const read = readStructure(head, whole, wish.dialect, (header) =>
    ownProfileFor(header, true, known.own) ? header.length + 1000 : scoreHeader(header),
  );
  if (!read.ok) return read;
  return ok(lookAt(read.value, wish, known));
}

function lookAt(structure: Structure, wish: LookWish, known: Known): Looking {
  const recognition = recognitionOf(structure, wish.profileId, known);
  const survey = createSurvey(surveyed(recognition), { delimiter: structure.dialect.delimiter });
  survey.add(structure.sample.cells);
  const { headerLine, lastLine } = structure.dialect;
  return {
    structure,
    get open() {
      return survey.open;
    },
    add({ cells, lines }) {
      survey.add(cells.filter((_, row) => isData(lines[row] ?? 0, headerLine, lastLine)));
    },
    finish() {
      const { recognition: settled, assumptions } = withLayouts(recognition, survey.result());
      const guesses = suggest(settled, structure.sample);
      const taken = ({ field, confidence }: Suggestion): boolean =>
        isOpenList(settled) && field === 'email' && confidence >= SURE;
      return {
        recognition: withGuesses(settled, guesses.filter(taken)),
        sample: structure.sample,
        suggestions: guesses.filter((guess) => !taken(guess)),
        sheets: [],
        hint: settled.profileId === '' ? nearMiss(settled.header) : '',
        assumptions: [...sameNames(settled), ...assumptions],
      };
    },
  };
}

/** Says of which columns of one name the first is read. */
function sameNames({ header, mapping }: Recognition): Assumption[] {
  const count = new Map<string, number>();
  for (const name of header) count.set(columnKey(name), (count.get(columnKey(name)) ?? 0) + 1);
  const twice = mapping.map(({ column }) => column).filter((name) => (count.get(columnKey(name)) ?? 0) > 1);
  return [...new Set(twice)].map((name) => ({
    code: 'same-name',
    message: `Several columns are called “${name}”: the first of them is read.`,
  }));
}

/** A list of people that is known by likeness alone: a column of e-mail addresses is taken whatever its name. */
const isOpenList = ({ kind, profileId }: Recognition): boolean =>
  kind === 'people' && PROFILES.find(({ id }) => id === profileId)?.source === 'synonyms';

const SURE = 0.6;

function withGuesses(recognition: Recognition, guesses: readonly Suggestion[]): Recognition {
  const more = guesses.map(({ index, field }) => ({ column: recognition.header[index] ?? '', index, field }));
  return more.length === 0 ? recognition : { ...recognition, mapping: [...recognition.mapping, ...more] };
}

const isData = (line: number, headerLine: number, lastLine: number | null): boolean =>
  line > headerLine && (lastLine === null || line <= lastLine);

function recognitionOf(structure: Structure, profileId: string | null, known: Known): Recognition {
  const { header, dialect } = structure;
  const own =
    profileId === null
      ? ownProfileFor(header, dialect.headerRows > 0, known.own)
      : known.own.find(({ id, header: made }) => id === profileId && made.length === header.length);
  if (own) return ownRecognition(own, structure);
  const profile = profileId === null ? bestProfile(header)?.profile : PROFILES.find(({ id }) => id === profileId);
  return profile ? profileRecognition(profile, structure) : suggestedRecognition(structure);
}

/** The profile that knows the header and fills most of its columns; a general one only if there is no other. */
function bestProfile(header: readonly string[]): { readonly profile: Profile; readonly columns: number } | null {
  if (header.length < 2) return null;
  const index = headerIndex(header);
  let best: { readonly profile: Profile; readonly columns: number } | null = null;
  for (const profile of PROFILES) {
    if (!profile.needs.every((names) => findColumn(index, names) >= 0)) continue;
    if (profile.refuses.some((name) => index.has(columnKey(name)))) continue;
    const columns = profile.columns.filter(({ names }) => findColumn(index, names) >= 0).length;
    const rank = (each: Profile): number => (each.general ? 0 : 1);
    const above = best === null ? 1 : rank(profile) - rank(best.profile);
    if (above > 0 || (above === 0 && columns > (best?.columns ?? 0))) best = { profile, columns };
  }
  return best;
}

/** What a profile makes of a header, before the columns' layouts are settled. */
export function profileRecognition(
  profile: Profile,
  { header, dialect }: Pick<Structure, 'header' | 'dialect'>,
): Recognition {
  const index = headerIndex(header);
  const mapping = profile.columns.flatMap((column): MappedColumn[] => {
    const at = findColumn(index, column.names);
    if (at < 0) return [];
    const { field, required, cents, lessCommission, perItem, layout } = column;
    const clock = findColumn(index, column.clock ?? []);
    const orElse = findColumn(index, column.orElse ?? []);
    return [
      {
        column: header[at] ?? '',
        index: at,
        field,
        ...(required && { required }),
        ...(cents && { cents }),
        ...(lessCommission && { lessCommission }),
        ...(perItem && { perItem }),
        ...(clock >= 0 && { clock }),
        ...(orElse >= 0 && orElse !== at && { orElse }),
        ...(isTime(field) && { layout: layout ?? profile.dates ?? 'ask' }),
      },
    ];
  });
  const defaultCurrency = headerCurrency(mapping) || (profile.currency ?? '');
  return {
    profileId: profile.id,
    profileName: profile.name,
    network: mapping.some(({ field }) => field === 'network') ? '' : profile.network,
    side: profile.side,
    kind: profile.kind,
    dialect,
    header,
    mapping,
    extras: (profile.keeps ?? []).map((name) => findColumn(index, [name])).filter((at) => at >= 0),
    statuses: profile.statuses,
    flags: (profile.flags ?? []).flatMap((flag) => mappedFlag(flag, header, index)),
    otherwise: profile.otherwise ?? 'unknown',
    disputed: profile.disputed ?? [],
    identity: identityOf(profile, index),
    negatives: profile.negatives ?? 'as-they-are',
    questions: profile.questions.filter((question) => isOpen(question, mapping, defaultCurrency)),
    defaultCurrency,
    defaultZone: profile.defaultZone,
    guarded: profile.guarded ?? false,
    foreignSale: findColumn(index, profile.saleInOriginalCurrency ?? []),
  };
}

function mappedFlag(
  { names, is, status }: Flag,
  header: readonly string[],
  index: ReadonlyMap<string, number>,
): MappedFlag[] {
  const at = findColumn(index, names);
  return at < 0 ? [] : [{ column: header[at] ?? '', index: at, is, status }];
}

function identityOf({ identity }: Profile, index: ReadonlyMap<string, number>): Identity {
  if (!identity) return { by: 'id', columns: [], again: 'version' };
  const columns = identity.columns.map((name) => findColumn(index, [name])).filter((at) => at >= 0);
  return { by: columns.length === 0 ? 'id' : 'columns', columns, again: identity.again };
}

/** Fields that answer a question, where the file has them. */
const ANSWERED_BY: Readonly<Partial<Record<Question, Field>>> = {
  program: 'program',
  currency: 'currency',
  partner: 'partnerId',
  day: 'eventTime',
};

function isOpen(question: Question, mapping: readonly MappedColumn[], defaultCurrency: string): boolean {
  if (question === 'currency' && defaultCurrency !== '') return false;
  const field = ANSWERED_BY[question];
  return field === undefined || !mapping.some((column) => column.field === field);
}

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };

/** The currency that the names of amount columns agree on: `Price($)`, `Revenue (EUR)`; '' if they name none, or several. */
function headerCurrency(mapping: readonly MappedColumn[]): string {
  const named = mapping.flatMap(({ field, column }) => {
    if (!isMoney(field)) return [];
    const code = /(?:[([ ]|^)([A-Z]{3})[)\]]?\s*$/.exec(column)?.[1];
    if (code !== undefined && CURRENCIES.has(code)) return [code];
    const sign = /[$€£¥]/.exec(column)?.[0];
    return sign === undefined ? [] : [SIGNS[sign] ?? ''];
  });
  const [first = ''] = named;
  return named.every((code) => code === first) ? first : '';
}

/** Codes that are met in headers; any three capitals would take "Sale AMT" for a currency. */
const CURRENCIES: ReadonlySet<string> = new Set(
  'USD EUR GBP CAD AUD NZD CHF SEK NOK DKK PLN CZK HUF JPY CNY INR BRL MXN SGD HKD ZAR TRY ILS AED KRW RON BGN'.split(
    ' ',
  ),
);

const isTime = (field: Field | PersonField): boolean =>
  field === 'joined' || (TIME_FIELDS as readonly string[]).includes(field);
const isMoney = (field: Field | PersonField): boolean => (MONEY_FIELDS as readonly string[]).includes(field);

/** Columns whose way of writing has to be found out: times of no fixed layout, amounts and counts. */
function surveyed({ mapping, foreignSale }: Recognition): SurveyColumn[] {
  const columns = mapping.flatMap(({ field, index, layout, cents }): SurveyColumn[] => {
    // Cents are whole numbers: a mark before three digits is one of thousands.
    if (isMoney(field)) return [{ index, kind: cents ? 'count' : 'amount' }];
    if (field === 'quantity') return [{ index, kind: 'count' }];
    const fixed = layout === 'unix-s' || layout === 'unix-ms' || layout === 'month';
    return isTime(field) && !fixed ? [{ index, kind: 'time' }] : [];
  });
  return foreignSale < 0 ? columns : [...columns, { index: foreignSale, kind: 'amount' }];
}

/** The layouts and decimal marks that the survey found; where it found none, what the profile or the user says stands. */
function withLayouts(
  recognition: Recognition,
  found: ReadonlyMap<number, Decided>,
): { readonly recognition: Recognition; readonly assumptions: readonly Assumption[] } {
  const assumptions: Assumption[] = [];
  const mapping = recognition.mapping.map((column): MappedColumn => {
    const decision = found.get(column.index);
    if (!decision) return column;
    if (decision.decimal !== undefined) {
      if (decision.by === 'default' && decision.doubtful)
        assumptions.push({
          code: 'default-decimal',
          message: `${column.column} is read with ${decision.decimal === '.' ? 'a point' : 'a comma'} before decimals: the column itself does not tell.`,
        });
      // Hundredths are whole numbers: a column that has decimals is in whole units after all.
      const { cents, ...amount } = column;
      const whole = decision.decimals === true;
      if (cents && whole)
        assumptions.push({
          code: 'default-unit',
          message: `${column.column} has decimals: its amounts are taken for whole units, not for cents.`,
        });
      return { ...amount, ...(cents && !whole && { cents }), decimal: decision.decimal };
    }
    if (decision.layout === undefined) return column;
    const told = column.layout === 'dmy' || column.layout === 'mdy' ? column.layout : null;
    if (decision.layout === 'ask' && told) {
      assumptions.push({
        code: 'default-date-order',
        message: `${column.column} is read with ${told === 'dmy' ? 'the day' : 'the month'} first, as ${recognition.profileName} writes dates: the column itself does not tell.`,
      });
      return { ...column, layout: told };
    }
    return { ...column, layout: decision.layout };
  });
  const asks = mapping.some(({ layout }) => layout === 'ask');
  const questions = recognition.questions.filter((question) => question !== 'dateOrder');
  return {
    recognition: { ...recognition, mapping, questions: asks ? [...questions, 'dateOrder'] : questions },
    assumptions,
  };
}
