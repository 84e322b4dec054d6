import type { StoredFile } from '#shared/domain/affiliates/activity.ts';
import type { Job, OpenTarget, Outcome, Projection } from '#shared/domain/schedules/due.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';
import type { Result } from '#shared/lib/result.ts';
import { isZone } from '#shared/lib/zone.ts';
import type { EventName, PAGE_VERBS, PRELOAD_VERBS } from './channels.ts';
import { fileName, folderId, reportContent, reportNews, watchedNews } from './folders.ts';
import type { ReportFiles, ReportFolder, WatchedFolder } from './folders.ts';
import { copies, fileId, intakePurpose, type CopiesOutcome, type IntakePurpose } from './kept-files.ts';
import { manyTexts, type ManyOutcome } from './many-texts.ts';
import { z } from '#shared/lib/zod.ts';

export type { OpenTarget, Outcome, Projection, StoredFile };
export type { CopiesOutcome, IntakePurpose } from './kept-files.ts';
export type { ManyOutcome, ManyTexts } from './many-texts.ts';
export { reportContent, reportNews, watchedNews } from './folders.ts';
export type { ReportContent, ReportFiles, ReportFolder, ReportNews, WatchedFolder, WatchedNews } from './folders.ts';

/** The program, the machine and the person's settings of it, as they are at the moment of asking. */
export interface AppInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** BCP 47, the language and formats the person's system uses. */
  readonly locale: string;
  /** IANA name of the system's time zone. */
  readonly systemTimeZone: string;
  readonly dark: boolean;
  readonly runtime: { readonly electron: string; readonly chromium: string; readonly node: string };
}

/** A file that may be read, as long as it stays what it was: `fetch('/intake/<id>')` streams its bytes. */
export interface Intake {
  /** Opaque; the path stays with main. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly modifiedMs: number;
}

/** A thing that was handed over and cannot be read as an export: `refused` says what it is and what to do, in plain words. */
export interface RefusedFile {
  readonly name: string;
  readonly refused: string;
}

export type IntakeEntry = Intake | RefusedFile;

export const isRefused = (entry: IntakeEntry): entry is RefusedFile => 'refused' in entry;

/** How far a reminder reaches on this desktop, as far as the program can tell. */
export interface Reach {
  /** `refused`: there was one to show and the desktop did not take it. */
  readonly notifications: 'shown' | 'unsupported' | 'refused';
  /** Linux desktops do not say whether they show a tray. */
  readonly tray: 'shown' | 'unsure';
}

export type SaveOutcome = { readonly kind: 'saved'; readonly name: string } | { readonly kind: 'cancelled' };

/** Leave to write that many bytes to the database: good once, and for a minute. */
export interface SpaceGrant {
  readonly grantId: string;
  readonly bytes: number;
  readonly expiresMs: number;
}

export const deskState = z.object({
  /** The database in use is `desk-<generation>`. */
  generation: z.int().min(1),
  installId: z.string().min(1).max(64),
  /** Rows per table when the database was last opened or written: what must still be there next time. */
  rowCounts: z.record(z.string().max(64), z.int().min(0)),
});

/** What main remembers of the database, outside of it: the sentinel for a lost one. */
export type DeskState = z.infer<typeof deskState>;

/** `unreadable`: the file is there but damaged, and so is the one before it; treat the database as possibly lost. */
export type StateReading =
  | { readonly kind: 'first-run' }
  | ({ readonly kind: 'known'; readonly lastVersion: string } & Readonly<DeskState>)
  | { readonly kind: 'unreadable' };

export const themeChoice = z.enum(['system', 'light', 'dark']);

export type ThemeChoice = z.infer<typeof themeChoice>;

export interface Theme {
  readonly choice: ThemeChoice;
  /** What the choice comes to now. */
  readonly dark: boolean;
}

/** What the menu asks the page to do. `undo` and `redo` inside a text field are the field's own. */
export type Command = 'import' | 'palette' | 'back' | 'forward' | 'undo' | 'redo';

/**
 * What each event carries. `intake`: files from the desktop (open-with, a second start, the command line). `outcomes`: there
 * are new ones to ask for. `open`: a notification was clicked. `watched`: there are new files in the watched folder to ask for.
 */
export interface DeskEvents {
  readonly command: Command;
  readonly intake: readonly IntakeEntry[];
  readonly watched: null;
  readonly theme: Theme;
  readonly outcomes: null;
  readonly open: OpenTarget;
}

const isJob = (text: string): text is Job => /^(?:task|report|summary):[^\s]{1,100}$/.test(text);
const job = z.string().max(108).refine(isJob);
const day = z
  .string()
  .max(10)
  .refine((text): text is Day => parseDay(text) !== null);
const timeOfDay = z.string().refine((text): text is TimeOfDay => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));
/** Epoch ms, within what a Date can show. */
const instant = z.int().min(0).max(8_640_000_000_000_000);

export const dueItem = z.object({
  job,
  kind: z.enum(['reminder', 'report', 'summary']),
  at: instant,
  title: z.string().max(300),
  body: z.string().max(1000),
});

export const projection = z.object({
  items: z.array(dueItem).max(20_000).readonly(),
  rules: z.object({
    zone: z.string().max(64).refine(isZone),
    morning: timeOfDay,
    quiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
    notify: z.boolean(),
  }),
  // Not there in what was kept by a program before it.
  waiting: z.int().min(0).default(0),
});

const happened = { id: z.string().min(1).max(64), job, at: instant, happenedAt: instant };

export const outcome = z.discriminatedUnion('kind', [
  z.object({ ...happened, kind: z.literal('fired'), item: dueItem, late: z.boolean() }),
  z.object({ ...happened, kind: z.literal('snoozed'), until: instant }),
  z.object({ ...happened, kind: z.literal('done') }),
]);

interface Answer<Value> {
  /** Never there: only the type of the answer. */
  readonly type?: Value;
}
/** A verb: the schema its arguments are parsed with, and the type of its answer. */
export interface Verb<Args extends readonly unknown[], Value> {
  readonly args: z.ZodType<Args>;
  readonly answer: Answer<Value>;
}
const answer = <Value>(): Answer<Value> => ({});
const verb = <Args extends readonly unknown[], Value>(
  args: z.ZodType<Args>,
  value: Answer<Value>,
): Verb<Args, Value> => ({ args, answer: value });

const NOTHING = z.tuple([]);
/** What a saved text is: a table, a profile to share, or cards for an address book. */
const textKind = z.enum(['csv', 'profile', 'vcard']);

export type TextKind = z.infer<typeof textKind>;

const intakeId = z.string().max(64);

/**
 * The one contract between main and the page. Both sides are types computed from this value: main's handlers
 * (`Handlers`), so a missing one does not compile, and the page's `window.desk` (`DeskApi`).
 */
export const contract = {
  app: {
    info: verb(NOTHING, answer<AppInfo>()),
  },
  files: {
    /** Lets the person choose files; an empty list when she cancels. */
    choose: verb(NOTHING, answer<readonly IntakeEntry[]>()),
    /** Lets the person choose a folder and takes the files in it; an empty list when she cancels. */
    chooseFolder: verb(NOTHING, answer<readonly IntakeEntry[]>()),
    /** The file is no longer needed; its id stops working. */
    release: verb(z.tuple([intakeId]), answer<null>()),
    /** Lets the person choose a place and writes the text there (UTF-8, whole or not at all). */
    saveText: verb(
      z.tuple([z.object({ suggestedName: z.string().min(1).max(255), kind: textKind, text: z.string() })]),
      answer<SaveOutcome>(),
    ),
    /**
     * Lets the person choose a folder and writes the texts into it (UTF-8, each whole or not at all), under these names or the
     * next free ones. Errors: `too-large`, `not-saved` (nothing was written).
     */
    saveMany: verb(z.tuple([manyTexts]), answer<ManyOutcome>()),
  },
  watch: {
    /** Null as long as no folder was chosen. */
    get: verb(NOTHING, answer<WatchedFolder | null>()),
    /** Lets the person choose the folder, which is watched from then on: what lies in it now is not new. Null when she cancels. */
    choose: verb(NOTHING, answer<WatchedFolder | null>()),
    /** Watches, or rests; what comes while it rests is not new. Errors: `no-folder`. */
    set: verb(z.tuple([z.boolean()]), answer<WatchedFolder>()),
    /** New files that nobody has released yet (`files.release`), oldest first: also those of the time before the last start. */
    waiting: verb(NOTHING, answer<readonly Intake[]>()),
    /** Says on the desktop what has become of a file; a click shows it. */
    announce: verb(z.tuple([watchedNews]), answer<null>()),
  },
  space: {
    /** Asks for room for so many bytes. Errors: `disk-full`, whose message names what is free and what is needed. */
    grant: verb(z.tuple([z.int().min(0)]), answer<SpaceGrant>()),
    /** Uses up a grant. Errors: `no-grant` (unknown, used or older than a minute), `disk-full`. */
    spend: verb(z.tuple([z.string().max(64)]), answer<null>()),
  },
  state: {
    read: verb(NOTHING, answer<StateReading>()),
    record: verb(z.tuple([deskState]), answer<null>()),
  },
  theme: {
    get: verb(NOTHING, answer<Theme>()),
    set: verb(z.tuple([themeChoice]), answer<Theme>()),
  },
  login: {
    /** Whether the program starts, in the tray, when she logs in. */
    get: verb(NOTHING, answer<boolean>()),
    /** Answers how it is now. Errors: `not-changed`. */
    set: verb(z.tuple([z.boolean()]), answer<boolean>()),
  },
  links: {
    /** Opens an https: or mailto: address outside the program. Errors: `link-refused`. */
    open: verb(z.tuple([z.string().max(2048)]), answer<null>()),
  },
  sample: {
    /** The exports of the sample program, moved in time to end on that day. Errors: `no-sample`. */
    open: verb(z.tuple([day]), answer<readonly Intake[]>()),
  },
  clock: {
    /** From now on this is what comes due; what is due already fires at once. What is claimed never fires again. */
    replace: verb(z.tuple([projection]), answer<null>()),
    /** What happened and has not been settled, oldest first. */
    outcomes: verb(NOTHING, answer<readonly Outcome[]>()),
    /** These outcomes stand in the window's facts now; unknown ids are no matter. */
    settle: verb(z.tuple([z.array(z.string().max(64)).max(10_000)]), answer<null>()),
    /** Takes a job's notification off the desktop, if it is there. */
    dismiss: verb(z.tuple([job]), answer<null>()),
    /** How far reminders reach here. */
    reach: verb(NOTHING, answer<Reach>()),
  },
  reports: {
    /** Lets the person choose a folder; null when she chooses none. */
    chooseFolder: verb(NOTHING, answer<ReportFolder | null>()),
    /**
     * Prints the page to PDF and writes it with the table, each whole or not at all. A report of the same name takes the
     * place of the one before, unless that was changed since. Errors: `no-folder`, `folder-gone`, `not-printed`, `not-written`.
     */
    write: verb(z.tuple([reportContent]), answer<ReportFiles>()),
    /** Shows a file that a report wrote, in the system's file manager. Errors: `not-a-report`, `file-gone`. */
    show: verb(z.tuple([z.object({ folderId, name: fileName })]), answer<null>()),
    /** Says on the desktop how a run ended; a click shows the file, or the run that failed. */
    announce: verb(z.tuple([reportNews]), answer<null>()),
  },
  /** Files that are kept with the facts, in the program's own folder; the page sees one at `/library/<fileId>`. */
  library: {
    /** Lets the person choose files of any kind, to be added; an empty list when she cancels. */
    choose: verb(NOTHING, answer<readonly IntakeEntry[]>()),
    /** Copies an intake, whole or not at all. Errors: `file-gone`, `too-large`, `disk-full`, `disk-unknown`, `not-kept`. */
    add: verb(z.tuple([intakeId]), answer<StoredFile>()),
    /**
     * Lets the person choose a folder and writes copies into it, under these names or, where one is taken, the next free one.
     * Errors: `file-gone` (nothing was written), `not-saved` (its message says which were).
     */
    saveCopies: verb(z.tuple([copies]), answer<CopiesOutcome>()),
    /** Shows the first of some copies in the system's file manager. Errors: `file-gone`. */
    show: verb(z.tuple([z.string().max(64)]), answer<null>()),
    /** The files that the facts still name: others go when nobody has named them for 30 days. */
    keep: verb(z.tuple([z.array(fileId).max(1_000_000)]), answer<null>()),
  },
  drops: {
    /** The paths of really dropped files; '' for a dropped thing that is no file. Called by the preload, never by the page. */
    take: verb(z.tuple([z.array(z.string().max(32_767)).max(1000), intakePurpose]), answer<readonly IntakeEntry[]>()),
  },
} satisfies ContractShape;

type Names<Groups extends Record<string, readonly string[]>> = {
  readonly [G in keyof Groups]: { readonly [V in Groups[G][number]]: unknown };
};
type ContractShape = Names<typeof PAGE_VERBS> & Names<typeof PRELOAD_VERBS>;

type Contract = typeof contract;
type Method<V> = V extends Verb<infer Args, infer Value> ? (...args: Args) => Promise<Result<Value>> : never;

/** Main's side: every verb of the contract. */
export type Handlers = {
  readonly [G in keyof Contract]: { readonly [V in keyof Contract[G]]: Method<Contract[G][V]> };
};

/** The page's side, `window.desk`. `DroppedFile` is the DOM's File, which `shared` does not know. */
export type DeskApi<DroppedFile> = {
  readonly [G in keyof typeof PAGE_VERBS]: {
    readonly [V in (typeof PAGE_VERBS)[G][number]]: Handlers[G][V & keyof Handlers[G]];
  };
} & {
  readonly files: {
    /** The one handwritten exception: turns files dropped on the window into intakes. A File made by script is refused. */
    take(files: readonly DroppedFile[], purpose?: IntakePurpose): Promise<Result<readonly IntakeEntry[]>>;
  };
  /** Listens to an event; the answer stops listening. What came before anyone listened is delivered first. */
  on<E extends EventName & keyof DeskEvents>(event: E, listener: (payload: DeskEvents[E]) => void): () => void;
};
