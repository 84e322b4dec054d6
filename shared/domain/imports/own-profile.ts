import { columnKey } from './profiles/profile.ts';
import { withoutRejectedColumns } from './rejected-file.ts';
import type { Structure } from './structure.ts';
import type { DateOrder, Identity, MappedColumn, MappedFlag, Question, Recognition } from './types.ts';

/**
 * A profile that the user made: the choices of the mapping step, recognised next time by the header's signature. Columns are
 * kept by place, which the signature fixes. Stored as a record and shared as a file (profile-file.ts).
 */
export interface OwnProfile {
  /** `own:` and a UUID. */
  readonly id: string;
  readonly name: string;
  /** `signatureOf` the header it was made for. */
  readonly signature: string;
  readonly network: string;
  readonly side: Recognition['side'];
  readonly kind: Recognition['kind'];
  /** Names of the columns it was made for: shown, and used where there is no header. */
  readonly header: readonly string[];
  /** False: the file has no header row. */
  readonly hasHeader: boolean;
  readonly mapping: readonly MappedColumn[];
  readonly extras: readonly number[];
  readonly statuses: Recognition['statuses'];
  readonly flags: readonly MappedFlag[];
  readonly otherwise: Recognition['otherwise'];
  readonly identity: Identity;
  readonly negatives: Recognition['negatives'];
  /** What the file leaves open, answered. */
  readonly program: string;
  readonly currency: string;
  readonly partner: string;
  readonly dateOrder: DateOrder | '';
  readonly zone: string;
  readonly createdAt: number;
}

/**
 * What a header is recognised by: its names in order, compared as `columnKey` does; for a table without a header the number of its
 * columns. A file of rejected rows (rejected-file.ts) is recognised as what its rows are from.
 */
export function signatureOf(header: readonly string[], hasHeader: boolean): string {
  const own = withoutRejectedColumns(header);
  const named = hasHeader && own.some((name, at) => name !== `Column ${at + 1}`);
  return named ? own.map(columnKey).join('|') : `#${own.length}`;
}

/** The user's newest profile for a header, null if there is none. */
export function ownProfileFor(
  header: readonly string[],
  hasHeader: boolean,
  own: readonly OwnProfile[],
): OwnProfile | null {
  if (own.length === 0) return null;
  const signature = signatureOf(withoutRejectedColumns(header), hasHeader);
  const matching = own.filter((profile) => profile.signature === signature);
  return matching.reduce<OwnProfile | null>(
    (newest, profile) => (newest && newest.createdAt >= profile.createdAt ? newest : profile),
    null,
  );
}

/** A profile of the user's own put on a file. What it answers is not asked again. */
export function ownRecognition(
  own: OwnProfile,
  { header, dialect }: Pick<Structure, 'header' | 'dialect'>,
): Recognition {
  const has = (field: MappedColumn['field']): boolean => own.mapping.some((column) => column.field === field);
  const questions: Question[] = [];
  if (own.kind !== 'people') {
    if (!has('program') && own.program === '') questions.push('program');
    if (!has('currency') && own.currency === '' && own.kind !== 'clicks') questions.push('currency');
    if (!has('partnerId') && own.partner === '' && own.kind !== 'orders') questions.push('partner');
    if (!has('eventTime')) questions.push('day');
  }
  return {
    profileId: own.id,
    profileName: own.name,
    network: has('network') ? '' : own.network,
    side: own.side,
    kind: own.kind,
    dialect,
    header: dialect.headerRows > 0 ? header : own.header,
    mapping: own.mapping,
    extras: own.extras,
    statuses: own.statuses,
    flags: own.flags,
    otherwise: own.otherwise,
    disputed: [],
    identity: own.identity,
    negatives: own.negatives,
    questions,
    defaultCurrency: own.currency,
    defaultZone: own.zone,
    guarded: false,
    foreignSale: -1,
  };
}

/** What a user's profile remembers as answers, in the form of settings. */
export const ownAnswers = ({ program, currency, partner, dateOrder, zone }: OwnProfile) =>
  ({ program, currency, partner, dateOrder, zone }) as const;
