import { MONEY_FIELDS, TIME_FIELDS, type Status } from '../ledger/fields.ts';
import { createSurvey } from './layouts.ts';
import type { Sample } from './look.ts';
import { signatureOf, type OwnProfile } from './own-profile.ts';
import { FIELDS_OF, REQUIRED } from './field-names.ts';
import { suggest, TAKEN } from './suggest.ts';
import type { DateOrder, DecimalMark, Identity, MappedColumn, Recognition, RecordKind, Settings } from './types.ts';

/** What a source column can fill. */
export type MatchField = MappedColumn['field'];

const isTime = (field: MatchField): boolean => (TIME_FIELDS as readonly string[]).includes(field);
const isMoney = (field: MatchField): boolean => (MONEY_FIELDS as readonly string[]).includes(field);

/** The field that a column fills, null for none. */
export const fieldAt = ({ mapping }: Recognition, index: number): MatchField | null =>
  mapping.find((column) => column.index === index)?.field ?? null;

/**
 * Has a column fill a field, or none. A field is filled by one column, so another that filled it is free again. Free columns are
 * kept as extra fields. How its dates or decimals are written is worked out from the sample.
 */
export function withField(
  recognition: Recognition,
  sample: Sample,
  index: number,
  field: MatchField | null,
): Recognition {
  const others = recognition.mapping.filter((column) => column.index !== index && column.field !== field);
  const freed = recognition.mapping.filter((column) => column.field === field && column.index !== index);
  const column = field === null ? [] : [mapped(recognition, sample, index, field)];
  const mapping = [...others, ...column].sort((a, b) => a.index - b.index);
  const free = [...freed.map((each) => each.index), ...(field === null ? [index] : [])];
  const taken = new Set(mapping.map((each) => each.index));
  const extras = [...new Set([...recognition.extras, ...free])].filter((at) => !taken.has(at)).sort((a, b) => a - b);
  const next = withQuestions({ ...recognition, mapping, extras });
  // Rows that have an id are told apart by it.
  return field === 'transactionId' && next.identity.by === 'columns' ? withIdentity(next, 'id') : next;
}

function mapped(recognition: Recognition, sample: Sample, index: number, field: MatchField): MappedColumn {
  const column = recognition.header[index] ?? '';
  const required = REQUIRED.has(field) ? ({ required: true } as const) : {};
  const bare: MappedColumn = { column, index, field, ...required };
  const kind = isTime(field) ? 'time' : isMoney(field) ? 'amount' : field === 'quantity' ? 'count' : null;
  if (kind === null) return bare;
  const survey = createSurvey([{ index, kind }], { delimiter: recognition.dialect.delimiter });
  survey.add(sample.cells);
  const { layout, decimal } = survey.result().get(index) ?? {};
  return { ...bare, ...(layout && { layout }), ...(decimal && { decimal }) };
}

/** A recognition asks for the order of dates exactly as long as a column leaves it open. */
function withQuestions(recognition: Recognition): Recognition {
  const others = recognition.questions.filter((question) => question !== 'dateOrder');
  const asks = recognition.mapping.some(({ layout }) => layout === 'ask');
  return { ...recognition, questions: asks ? [...others, 'dateOrder'] : others };
}

/** Keeps a column that fills no field as an extra field, or leaves it out. */
export function withExtra(recognition: Recognition, index: number, kept: boolean): Recognition {
  const others = recognition.extras.filter((at) => at !== index);
  return { ...recognition, extras: kept ? [...others, index].sort((a, b) => a - b) : others };
}

/** Another kind of records: columns keep the fields that the kind has, and those that are likely for it are proposed. */
export function withKind(recognition: Recognition, sample: Sample, kind: RecordKind): Recognition {
  const kept = withFieldsOf(recognition, kind);
  const likely = suggest(kept, sample).filter(({ confidence }) => confidence >= TAKEN);
  const matched = likely.reduce((all, { index, field }) => withField(all, sample, index, field), kept);
  const hasId = matched.mapping.some(({ field }) => field === 'transactionId');
  return kind === 'people' ? matched : withIdentity(matched, hasId ? 'id' : 'columns');
}

function withFieldsOf(recognition: Recognition, kind: RecordKind): Recognition {
  const mapping = recognition.mapping.filter(({ field }) => FIELDS_OF[kind].includes(field));
  const gone = recognition.mapping.filter((column) => !mapping.includes(column)).map(({ index }) => index);
  const extras = [...new Set([...recognition.extras, ...gone])].sort((a, b) => a - b);
  return withQuestions({ ...recognition, kind, mapping, extras });
}

/** Columns that tell one row from another where there is no id: what is mapped of when, who, what and how much. */
const TELLING: readonly MatchField[] = [
  'eventTime',
  'orderId',
  'partnerId',
  'partnerName',
  'sale',
  'commission',
  'email',
];

/** By the column of the transaction id (`lines`: of which the file has a line for each item), or without one by several columns together. */
export function withIdentity(recognition: Recognition, by: Identity['by'] | 'lines'): Recognition {
  if (by === 'lines') return { ...recognition, identity: { by: 'id', columns: [], again: 'merge' } };
  if (by === 'id') return { ...recognition, identity: { by, columns: [], again: 'version' } };
  const columns = recognition.mapping.filter(({ field }) => TELLING.includes(field)).map(({ index }) => index);
  return { ...recognition, identity: { by, columns, again: 'occurrence' } };
}

/** Day or month first: columns that left it open follow the settings, the others are set. */
export function withDateOrder(recognition: Recognition, order: DateOrder): Recognition {
  const mapping = recognition.mapping.map((column) =>
    column.layout === 'dmy' || column.layout === 'mdy' ? { ...column, layout: order } : column,
  );
  return { ...recognition, mapping };
}

export function withDecimal(recognition: Recognition, decimal: DecimalMark): Recognition {
  const mapping = recognition.mapping.map((column) => (column.decimal ? { ...column, decimal } : column));
  return { ...recognition, mapping };
}

/** The order of dates in force: null where no column depends on it, '' where it is open. */
export function dateOrderOf({ mapping }: Recognition, settings: Settings): DateOrder | '' | null {
  const layouts = mapping.map(({ layout }) => layout);
  if (layouts.includes('ask')) return settings.dateOrder;
  return layouts.find((layout): layout is DateOrder => layout === 'dmy' || layout === 'mdy') ?? null;
}

/** The decimal mark in force, null where no column depends on one. */
export const decimalOf = ({ mapping }: Recognition): DecimalMark | null =>
  mapping.find(({ decimal }) => decimal !== undefined)?.decimal ?? null;

/** What a mapping lacks before rows can be read by it, each said in one sentence. */
export interface Gap {
  readonly code: 'date' | 'amount' | 'who' | 'network' | 'program' | 'currency' | 'identity' | 'dateOrder';
  readonly message: string;
}

export function gapsOf(recognition: Recognition, settings: Settings): readonly Gap[] {
  const { kind, identity } = recognition;
  const has = (...fields: readonly MatchField[]): boolean =>
    recognition.mapping.some(({ field }) => fields.includes(field));
  const gaps: Gap[] = [];
  if (kind === 'people') {
    if (!has('name', 'firstName', 'lastName', 'company', 'email', 'partnerId'))
      gaps.push({ code: 'who', message: 'Choose the column with the name, the company or the e-mail address.' });
    if (has('partnerId') && recognition.network.trim() === '' && !has('network'))
      gaps.push({ code: 'network', message: 'Name the network that the partner ids are from.' });
    return gaps;
  }
  if (!has('eventTime')) gaps.push({ code: 'date', message: `Choose the column with the date of ${ONE_OF[kind]}.` });
  if (kind === 'transactions' && !has('sale', 'commission'))
    gaps.push({ code: 'amount', message: 'Choose the column with the sale or the commission.' });
  if (kind === 'orders' && !has('sale'))
    gaps.push({ code: 'amount', message: 'Choose the column with the amount of the order.' });
  if (identity.by === 'id' ? !has('transactionId') : identity.columns.length === 0)
    gaps.push({
      code: 'identity',
      message: `Choose the column with the id of ${ONE_OF[kind]}, or say that there is none and which columns tell rows apart.`,
    });
  if (kind !== 'orders' && !has('partnerId') && settings.partner === '')
    gaps.push({ code: 'who', message: 'Choose the column that tells the affiliate, or write whose rows these are.' });
  if (recognition.network.trim() === '' && !has('network'))
    gaps.push({
      code: 'network',
      message: kind === 'orders' ? 'Name the shop that the file is from.' : 'Name the network that the file is from.',
    });
  if (kind !== 'orders' && !has('program') && settings.program.trim() === '')
    gaps.push({ code: 'program', message: 'Name your program there.' });
  if (kind !== 'clicks' && !has('currency') && settings.currency === '' && recognition.defaultCurrency === '')
    gaps.push({ code: 'currency', message: 'Say which currency the amounts are in.' });
  if (dateOrderOf(recognition, settings) === '')
    gaps.push({ code: 'dateOrder', message: 'Say whether dates have the day or the month first.' });
  return gaps;
}

const ONE_OF = { transactions: 'a transaction', clicks: 'a click', orders: 'an order' } as const;

/** Most words that a column of statuses may have: one with more holds something else. */
const MOST_WORDS = 40;

/** The status words of the sample, in lower case, each with its meaning (null: none yet); in the order in which they are met. */
export function statusWordsIn(
  recognition: Recognition,
  words: Settings['words'],
  sample: Sample,
): readonly { readonly word: string; readonly meaning: Status | null }[] {
  const column = recognition.mapping.find(({ field }) => field === 'status');
  if (!column) return [];
  const met = new Set(sample.cells.map((cells) => (cells[column.index] ?? '').trim().toLowerCase()));
  met.delete('');
  // A map, so that a word of the file like "constructor" has no meaning of JavaScript's.
  const meanings = new Map(Object.entries({ ...recognition.statuses, ...words }));
  return [...met].slice(0, MOST_WORDS).map((word) => ({ word, meaning: meanings.get(word) ?? null }));
}

/** The user's own profile that a mapping and its answers make. Meanings of words become the profile's. */
export function ownProfileOf(
  recognition: Recognition,
  settings: Settings,
  made: Pick<OwnProfile, 'id' | 'name' | 'createdAt'>,
): OwnProfile {
  const { header, network, side, kind, mapping, extras, statuses, flags, otherwise, identity, negatives } = recognition;
  const hasHeader = recognition.dialect.headerRows > 0;
  return {
    ...made,
    signature: signatureOf(header, hasHeader),
    network,
    side,
    kind,
    header,
    hasHeader,
    mapping,
    extras,
    statuses: { ...statuses, ...settings.words },
    flags,
    otherwise,
    identity,
    negatives,
    // A shop has no program: its orders are told apart by the shop.
    program: kind === 'orders' ? settings.program || network : settings.program,
    currency: settings.currency || recognition.defaultCurrency,
    partner: settings.partner,
    dateOrder: settings.dateOrder,
    zone: settings.zone,
  };
}
