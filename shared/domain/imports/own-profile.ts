import type { DateOrder, Identity, MappedColumn, MappedFlag, Recognition } from './types.ts';

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
