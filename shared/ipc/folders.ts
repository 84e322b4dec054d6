import { z } from '#shared/lib/zod.ts';

/** What is said of the folders she has chosen: the one for reports, and the one that is watched. */

/** The folder whose new files are noticed. Its path stays with main. */
export interface WatchedFolder {
  readonly name: string;
  readonly on: boolean;
  /** It can be looked into: false when it was moved, or its drive is not there. */
  readonly there: boolean;
}

/** A folder for reports. Its path stays with main. */
export interface ReportFolder {
  readonly folderId: string;
  readonly name: string;
}

/** Names of what was written, without the folder. */
export interface ReportFiles {
  readonly pdf: string;
  readonly csv: string;
}

export const folderId = z.string().min(1).max(64);
export const fileName = z.string().min(1).max(255);
const runId = z.string().min(1).max(200);

export const reportContent = z.object({
  folderId,
  /** Of both files, without their endings. */
  baseName: z.string().min(1).max(200),
  /** A whole page, finished. */
  html: z.string().min(1).max(1_000_000),
  csv: z.string().max(100_000_000),
});

export type ReportContent = z.infer<typeof reportContent>;

export const reportNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), runId, folderId, name: fileName }),
  z.object({ kind: z.literal('failed'), runId, message: z.string().max(1000) }),
]);

/** How a run of a report ended, for the notification. */
export type ReportNews = z.infer<typeof reportNews>;

export const watchedNews = z.discriminatedUnion('kind', [
  /** A file was imported by itself; `body` says what that changed. */
  z.object({
    kind: z.literal('imported'),
    name: fileName,
    importId: z.string().min(1).max(64),
    body: z.string().max(1000),
  }),
  /** A file waits to be looked at. */
  z.object({ kind: z.literal('waiting'), name: fileName, body: z.string().max(1000) }),
]);

/** What has become of a file of the watched folder, for the notification. */
export type WatchedNews = z.infer<typeof watchedNews>;
