/** What can stand on a timeline because somebody did it. Imports and tasks stand there too, out of their own records. */
export const ACTIVITY_KINDS = ['mail', 'call', 'meeting', 'note', 'stage', 'commission', 'file', 'material'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

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
