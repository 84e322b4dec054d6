import type { Day } from '../../lib/day.ts';
import { dayOf } from '../../lib/zone.ts';

/** What can stand on a timeline because somebody did it. Imports and tasks stand there too, out of their own records. */
export const ACTIVITY_KINDS = ['mail', 'call', 'meeting', 'note', 'stage', 'commission', 'file', 'material'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What she writes down by hand; the others come of what she does elsewhere. */
export const LOGGED_KINDS = ['mail', 'call', 'meeting', 'note', 'commission'] as const;
export type LoggedKind = (typeof LOGGED_KINDS)[number];

/** One thing that happened with an affiliate. */
export interface Activity {
  readonly id: string;
  readonly affiliateId: string;
  readonly kind: ActivityKind;
  /** Epoch ms of when it happened. */
  readonly at: number;
  /** One line: the subject of a mail, "Moved to In talks". */
  readonly title: string;
  /** The whole of it, plain text; '' if the line says all. */
  readonly text: string;
  /** Of mail and calls; '' of anything else. */
  readonly direction: 'in' | 'out' | '';
  readonly files: readonly StoredFile[];
  /** Names a mail among all (its Message-ID), so that it is kept once; '' otherwise. */
  readonly messageId: string;
  /** Of kind stage: ids of stages, null for none. */
  readonly move: { readonly from: string | null; readonly to: string | null; readonly reason: string } | null;
  readonly sample: boolean;
}

/** A file in the program's own folder. */
export interface StoredFile {
  readonly fileId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MIME type by what is in it: 'image/png'; 'application/octet-stream' where nothing tells. */
  readonly type: string;
}

/** An activity of which nothing but this is known. */
export function newActivity(
  known: Pick<Activity, 'id' | 'affiliateId' | 'kind' | 'at' | 'title'> & Partial<Activity>,
): Activity {
  return { text: '', direction: '', files: [], messageId: '', move: null, sample: false, ...known };
}

/** Whether either has spoken to the other: what counts as a contact. */
export const isContact = ({ kind }: Pick<Activity, 'kind'>): boolean =>
  kind === 'mail' || kind === 'call' || kind === 'meeting';

/**
 * The day of the last contact after these activities: never earlier than `before`, and never later than `now` (epoch ms) for what
 * a mail's own clock says.
 */
export function lastContactAfter(
  before: Day | '',
  activities: readonly Pick<Activity, 'kind' | 'at'>[],
  now: number,
  zone: string,
): Day | '' {
  return activities
    .filter(isContact)
    .map(({ at }) => dayOf(Math.min(at, now), zone))
    .reduce<Day | ''>((last, day) => (day > last ? day : last), before);
}
