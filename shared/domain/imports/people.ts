import { dayFromNumber, type Day } from '../../lib/day.ts';
import { unguardFormula } from '../../lib/formula.ts';
import { momentDay } from '../../lib/moment.ts';
import { zoneClock } from '../../lib/zone.ts';
import { SOCIAL_KINDS, type Contact, type Social } from '../affiliates/affiliate.ts';
import { isEmail } from '../affiliates/domains.ts';
import { accountsIn, nameOf, PERSON_FIELDS, type PersonDraft, type PersonField } from '../affiliates/person.ts';
import { cleanText } from './empty.ts';
import { issueOf } from './issues.ts';
import type { Rows } from './row-reader.ts';
import { skipReasonFor, sortRows } from './sort-rows.ts';
import { tableParts, type TextBlock } from './text-blocks.ts';
import type { Corrections, MappedColumn, Recognition, RowIssue, Settings, SkippedRow } from './types.ts';
import { createTimeParser } from './when.ts';

/** One stretch of a list, read. Every row in it is accepted (one draft each), rejected or skipped. */
export interface PeopleBatch {
  readonly drafts: readonly PersonDraft[];
  /** In the order of lines. One or more per rejected row (which `rejectedRows` counts once), and those of rows taken in. */
  readonly issues: readonly RowIssue[];
  readonly rejectedRows: number;
  readonly skipped: readonly SkippedRow[];
}

/** Fields that say who a row is: up to the last of their columns a row must be there. */
const TELLING: ReadonlySet<string> = new Set<PersonField>([
  'name',
  'firstName',
  'lastName',
  'company',
  'email',
  'partnerId',
]);

const isPersonField = (field: MappedColumn['field']): field is PersonField =>
  (PERSON_FIELDS as readonly string[]).includes(field);

/**
 * Makes the function that turns rows of a list of affiliates, partners or contacts into drafts.
 *
 * - rejected: the wrong number of cells, a quote that never closes, a required cell that is empty, a row that names nobody.
 * - accepted with an issue: an e-mail address or a day cannot be read and is left out.
 * - skipped: blank rows, the header once more.
 */
export function createPeopleMapper(
  recognition: Recognition,
  settings: Settings,
  corrections: Corrections = new Map(),
): (rows: Rows) => PeopleBatch {
  const { header, mapping, guarded, network } = recognition;
  const columns = mapping.filter((column): column is MappedColumn & { field: PersonField } =>
    isPersonField(column.field),
  );
  const telling = columns.filter(({ field }) => TELLING.has(field)).map(({ index }) => index);
  const shape = { width: header.length, needed: 1 + Math.max(...telling, 0), corrections };
  const skipReason = skipReasonFor(recognition);
  const joined = columns.find(({ field }) => field === 'joined');
  const layout = joined?.layout === 'ask' ? settings.dateOrder || 'plain' : (joined?.layout ?? 'plain');
  const parseTime = createTimeParser(settings.zone, layout);
  const clock = zoneClock(settings.zone);

  return (rows) => {
    const issues: RowIssue[] = [];
    const { cells, lines, skipped, badRows } = sortRows(rows, shape, skipReason, issues);
    const drafts: PersonDraft[] = [];
    let rejected = 0;
    cells.forEach((row, at) => {
      const line = lines[at] ?? 0;
      const say = (column: string, value: string, code: string, effect: RowIssue['effect']): void => {
        issues.push(issueOf({ line, column, value, code, effect }));
      };
      const texts: Partial<Record<PersonField, string>> = {};
      const empty: string[] = [];
      for (const { field, index, column, required } of columns) {
        const text = cleanText(row[index] ?? '');
        if (required && text === '') empty.push(column);
        texts[field] = guarded ? unguardFormula(text) : text;
      }
      for (const column of empty) say(column, '', 'empty', 'rejected');
      const nameOfColumn = (field: PersonField): string => columns.find((each) => each.field === field)?.column ?? '';
      const emailsIn = (field: 'email' | 'paymentEmail'): readonly string[] => {
        const text = texts[field] ?? '';
        const found = parts(text, /[\s,;|]+/).map((part) => part.replace(/^mailto:/i, '').replace(/^<(.*)>$/, '$1'));
        const emails = found.filter(isEmail);
        if (emails.length < found.length) say(nameOfColumn(field), text, 'not-an-email', 'left-empty');
        return emails;
      };
      const dayIn = (text: string): Day | '' => {
        const moment = parseTime(text);
        if (Number.isFinite(moment)) return dayFromNumber(momentDay(moment, clock));
        if (text !== '' && !Number.isNaN(moment)) say(nameOfColumn('joined'), text, 'not-a-time', 'left-empty');
        return '';
      };
      const known = issues.length;
      const draft = draftOf(line, texts, emailsIn('email'), emailsIn('paymentEmail')[0] ?? '', dayIn, network);
      if (empty.length === 0 && nameOf(draft) !== '') drafts.push(draft);
      else {
        rejected++;
        // What is wrong with values of a row that is left out does no longer matter.
        issues.length = known;
        if (empty.length === 0) say('', row.join(' | '), 'names-nobody', 'rejected');
      }
    });
    issues.sort((a, b) => a.line - b.line);
    return { drafts, issues, rejectedRows: badRows + rejected, skipped };
  };
}

function draftOf(
  line: number,
  texts: Partial<Record<PersonField, string>>,
  emails: readonly string[],
  paymentEmail: string,
  dayIn: (text: string) => Day | '',
  network: string,
): PersonDraft {
  const text = (field: PersonField): string => texts[field] ?? '';
  const name = [text('firstName'), text('lastName')].filter((part) => part !== '').join(' ');
  const contact = { name, email: emails[0] ?? '', phone: text('phone'), role: text('jobTitle') };
  const others = emails.slice(1).map((email): Omit<Contact, 'source'> => ({ name, email, phone: '', role: '' }));
  const from = text('network') || network;
  const partnerId = text('partnerId');
  return {
    lines: [line],
    name: text('name'),
    company: text('company'),
    paymentEmail,
    country: text('country'),
    joined: dayIn(text('joined')),
    notes: text('notes'),
    contacts: [contact, ...others].filter(({ name: who, email, phone }) => who !== '' || email !== '' || phone !== ''),
    sites: parts(text('website'), /[\s,;|]+/),
    social: SOCIAL_KINDS.flatMap((kind): Social[] => parts(text(kind), /[,;|]+/).map((address) => ({ kind, address }))),
    couponCodes: parts(text('couponCode'), /[\s,;|]+/),
    tags: parts(text('tags'), /[,;|]+/),
    accounts: [
      ...(from === '' || partnerId === '' ? [] : [{ network: from, partnerId, status: text('partnerStatus') }]),
      ...accountsIn(text('accounts')),
    ],
  };
}

/** The parts of a cell that may hold several, each once. */
function parts(text: string, between: RegExp): readonly string[] {
  return [...new Set(text.split(between).map((part) => part.trim()))].filter((part) => part !== '');
}

/** Reads a list block by block (text-blocks.ts), in the order of the file. */
export function createPeopleReader(
  recognition: Recognition,
  settings: Settings,
  corrections?: Corrections,
): (block: TextBlock) => PeopleBatch {
  const map = createPeopleMapper(recognition, settings, corrections);
  return (block) => {
    const batches = [...tableParts(block, recognition.dialect)].map(({ rows, skipped }) => {
      const batch = map(rows);
      return skipped.length === 0 ? batch : { ...batch, skipped };
    });
    return {
      drafts: batches.flatMap(({ drafts }) => drafts),
      issues: batches.flatMap(({ issues }) => issues),
      rejectedRows: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
      skipped: batches.flatMap(({ skipped }) => skipped),
    };
  };
}
