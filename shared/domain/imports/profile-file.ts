import { z } from '../../lib/zod.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { isZone } from '../../lib/zone.ts';
import { PERSON_FIELDS } from '../affiliates/person.ts';
import { BOOKS } from '../ledger/book.ts';
import { NUMBER_FIELDS, STATUSES, TEXT_FIELDS } from '../ledger/fields.ts';
import { signatureOf, type OwnProfile } from './own-profile.ts';

/** Ends the names of files that profiles are shared as. */
export const PROFILE_FILE_ENDING = '.desk-profile.json';

const FORMAT = 'affiliate-desk-profile';

const place = z.int().min(0).max(9_999);
const text = z.string().max(1_000);
const field = z.enum([...TEXT_FIELDS, ...NUMBER_FIELDS, ...PERSON_FIELDS]);

const profileFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  name: text.min(1),
  network: text,
  side: z.enum(['brand', 'publisher']),
  kind: z.enum([...BOOKS, 'people']),
  header: z.array(text).min(1).max(10_000),
  hasHeader: z.boolean(),
  mapping: z
    .array(
      z.object({
        column: text,
        index: place,
        field,
        required: z.literal(true).exactOptional(),
        clock: place.exactOptional(),
        orElse: place.exactOptional(),
        layout: z.enum(['plain', 'dmy', 'mdy', 'ymd', 'ask', 'unix-s', 'unix-ms', 'month']).exactOptional(),
        decimal: z.enum(['.', ',']).exactOptional(),
        cents: z.literal(true).exactOptional(),
        lessCommission: z.literal(true).exactOptional(),
        perItem: z.literal(true).exactOptional(),
      }),
    )
    .max(10_000),
  extras: z.array(place).max(10_000),
  statuses: z.record(text, z.enum(STATUSES)),
  flags: z
    .array(z.object({ column: text, index: place, is: z.enum(['filled', 'true', 'false']), status: z.enum(STATUSES) }))
    .max(100),
  otherwise: z.enum(STATUSES),
  identity: z.object({
    by: z.enum(['id', 'columns']),
    columns: z.array(place).max(100),
    again: z.enum(['version', 'occurrence', 'merge']),
  }),
  negatives: z.enum(['as-they-are', 'corrections']),
  program: text,
  currency: z.string().regex(/^(?:[A-Z]{3})?$/),
  partner: text,
  dateOrder: z.enum(['', 'dmy', 'mdy']),
  zone: z.string().max(64).refine(isZone),
});

/** A user's profile as the text of a file that someone else can drop on their window. It holds no figures. */
export function profileToFile(own: OwnProfile): string {
  const { id: _id, signature: _signature, createdAt: _createdAt, ...rest } = own;
  return `${JSON.stringify({ format: FORMAT, version: 1, ...rest }, null, 2)}\n`;
}

/** A profile from such a file, as a new one of the user's own. Fails with `not-a-profile`. */
export function profileFromFile(text: string, id: OwnProfile['id'], now: number): Result<OwnProfile> {
  const refused = (why: string): Result<OwnProfile> =>
    fail('not-a-profile', `This file is no profile that can be used: ${why}. Ask for it to be saved and sent again.`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('it was cut off or changed');
  }
  const read = profileFile.safeParse(json);
  if (!read.success) return refused(`“${read.error.issues[0]?.path.join('.') ?? ''}” is not as it should be`);
  const { format: _format, version: _version, ...rest } = read.data;
  const { header, hasHeader, mapping, extras, flags, identity } = rest;
  const places = [
    ...mapping.flatMap(({ index, clock = index, orElse = index }) => [index, clock, orElse]),
    ...extras,
    ...flags.map(({ index }) => index),
    ...identity.columns,
  ];
  if (places.some((at) => at >= header.length)) return refused('it speaks of more columns than it has');
  return ok({ ...rest, id, signature: signatureOf(header, hasHeader), createdAt: now });
}
