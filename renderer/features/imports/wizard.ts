import type { Choice, PlanSummary, Progress, SourceFile } from '#renderer/ledger/types.ts';
import type { Look, LookWish } from '#shared/domain/imports/look.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Corrections, Recognition, Settings } from '#shared/domain/imports/types.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Problem } from '#shared/lib/result.ts';

/** A file that has been looked at, and how it is to be read. */
export interface Reading {
  readonly look: Look;
  readonly wish: LookWish;
  /** The look's own, or as she has changed it. */
  readonly recognition: Recognition;
  readonly settings: Settings;
  /** Rows that she has put right, as long as the file is cut into the same rows. */
  readonly corrections: Corrections;
}

/** Where an import stands. Nothing is written before `saving`, and everything or nothing after it. */
export type Wizard =
  | { readonly kind: 'idle' }
  /** Looking at the file; `reading` is how it was understood before she changed that. */
  | {
      readonly kind: 'looking';
      readonly file: SourceFile;
      readonly reading: Reading | null;
      /** Where she was: there she comes back to. */
      readonly from: MatchPart | 'preview';
      readonly progress: Progress | null;
    }
  /** Something needs her: what the file does not hold, or which column is what. */
  | {
      readonly kind: 'mapping';
      readonly file: SourceFile;
      readonly reading: Reading;
      readonly part: MatchPart;
    }
  /** Reading all of it and comparing with what is here. */
  | {
      readonly kind: 'reading';
      readonly file: SourceFile;
      readonly reading: Reading;
      readonly progress: Progress | null;
    }
  | Previewing
  | (Omit<Previewing, 'kind'> & { readonly kind: 'saving'; readonly progress: Progress | null })
  | { readonly kind: 'done'; readonly file: SourceFile; readonly record: ImportRecord; readonly undone: boolean }
  /** `file` is null for a thing that could not even be taken in. */
  | {
      readonly kind: 'failed';
      readonly fileName: string;
      readonly file: SourceFile | null;
      readonly problem: Problem;
    };

/** What is asked in the second step: a few answers, or everything about the columns. */
export type MatchPart = 'questions' | 'columns';

export interface Previewing {
  readonly kind: 'previewing';
  readonly file: SourceFile;
  readonly reading: Reading;
  readonly plan: PlanSummary;
  /** Which affiliates the proposed partner ids, or the people who are asked about, belong to. */
  readonly choices: readonly Choice[];
}

export type WizardEvent =
  | { readonly type: 'file'; readonly file: SourceFile }
  | { readonly type: 'refused'; readonly fileName: string; readonly problem: Problem }
  | { readonly type: 'looks-again' }
  | { readonly type: 'asks'; readonly reading: Reading; readonly part: MatchPart }
  | { readonly type: 'matched'; readonly recognition: Recognition; readonly settings: Settings }
  | { readonly type: 'reads'; readonly reading: Reading }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'planned'; readonly plan: PlanSummary }
  | { readonly type: 'choice'; readonly choice: Choice }
  | { readonly type: 'save' }
  | { readonly type: 'saved'; readonly record: ImportRecord }
  | { readonly type: 'save-cancelled' }
  | { readonly type: 'undone'; readonly importId: string }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'close' };

/** The next state. An event that does not belong to the state (an answer that comes after Cancel) changes nothing. */
export function step(state: Wizard, event: WizardEvent): Wizard {
  switch (event.type) {
    case 'file':
      return { kind: 'looking', file: event.file, reading: null, from: 'preview', progress: null };
    case 'refused':
      return { kind: 'failed', fileName: event.fileName, file: null, problem: event.problem };
    case 'looks-again':
      return looksAgain(state);
    case 'asks':
      return state.kind === 'looking' || state.kind === 'mapping' || state.kind === 'previewing'
        ? { kind: 'mapping', file: state.file, reading: event.reading, part: event.part }
        : state;
    case 'matched':
      return state.kind === 'mapping'
        ? {
            ...state,
            reading: { ...state.reading, recognition: event.recognition, settings: event.settings },
          }
        : state;
    case 'reads':
      return state.kind === 'looking' ||
        state.kind === 'mapping' ||
        state.kind === 'reading' ||
        state.kind === 'previewing'
        ? { kind: 'reading', file: state.file, reading: event.reading, progress: null }
        : state;
    case 'progress':
      return state.kind === 'looking' || state.kind === 'reading' || state.kind === 'saving'
        ? { ...state, progress: event.progress }
        : state;
    case 'planned':
      return state.kind === 'reading'
        ? {
            kind: 'previewing',
            file: state.file,
            reading: state.reading,
            plan: event.plan,
            choices: proposed(event.plan),
          }
        : state;
    case 'choice':
      return state.kind === 'previewing' ? { ...state, choices: withChoice(state.choices, event.choice) } : state;
    case 'save':
      return state.kind === 'previewing' ? { ...state, kind: 'saving', progress: null } : state;
    case 'saved':
      return state.kind === 'saving' ? { kind: 'done', file: state.file, record: event.record, undone: false } : state;
    case 'save-cancelled': {
      if (state.kind !== 'saving') return state;
      const { progress: _, ...before } = state;
      return { ...before, kind: 'previewing' };
    }
    case 'undone':
      return state.kind === 'done' && state.record.id === event.importId ? { ...state, undone: true } : state;
    case 'failed':
      return 'file' in state && state.file !== null
        ? { kind: 'failed', fileName: state.file.name, file: state.file, problem: event.problem }
        : state;
    case 'close':
      return { kind: 'idle' };
    default:
      return assertNever(event);
  }
}

function looksAgain(state: Wizard): Wizard {
  switch (state.kind) {
    case 'looking':
      return { ...state, progress: null };
    case 'mapping':
      return { kind: 'looking', file: state.file, reading: state.reading, from: state.part, progress: null };
    case 'reading':
    case 'previewing':
      return { kind: 'looking', file: state.file, reading: state.reading, from: 'preview', progress: null };
    default:
      return state;
  }
}

/** One candidate is taken unless she says otherwise; of several none is. */
const proposed = ({ proposals }: PlanSummary): readonly Choice[] =>
  proposals.map(({ partner: { network, partnerId }, candidates }) => ({
    network,
    partnerId,
    affiliateId: candidates.length === 1 ? (candidates[0]?.affiliateId ?? null) : null,
  }));

const withChoice = (choices: readonly Choice[], choice: Choice): readonly Choice[] => [
  ...choices.filter((each) => keyOf(each) !== keyOf(choice)),
  choice,
];

/** Names whom a choice is for: a line of a list, or a partner id at a network. */
const keyOf = (choice: Choice): string =>
  'line' in choice ? `line ${choice.line}` : JSON.stringify([choice.network, choice.partnerId]);

/** The affiliate that was chosen for somebody, null for a new one, undefined as long as nobody has said. */
export const chosenFor = (choices: readonly Choice[], whom: Choice): string | null | undefined =>
  choices.find((each) => keyOf(each) === keyOf(whom))?.affiliateId;

/** At work or waiting for an answer: the next file of the queue has to wait. */
export const isBusy = (state: Wizard): boolean =>
  state.kind !== 'idle' && state.kind !== 'done' && state.kind !== 'failed';

/** How the file at work is read, null before that is known. */
export const readingOf = (state: Wizard): Reading | null => ('reading' in state ? state.reading : null);

/** Another look at a file: what she has matched is kept as long as the columns are the same. */
export function carried(before: Reading, look: Look, wish: LookWish, settings: Settings): Reading {
  const same =
    before.wish.profileId === wish.profileId &&
    before.recognition !== before.look.recognition &&
    before.recognition.header.length === look.recognition.header.length &&
    before.recognition.header.every((name, at) => name === look.recognition.header[at]);
  const recognition = same ? { ...before.recognition, dialect: look.recognition.dialect } : look.recognition;
  return { look, wish, recognition, settings, corrections: new Map() };
}

/** What importing would come to, in one word. */
export function verdict(plan: PlanSummary): 'changes' | 'only-history' | 'nothing' | 'unreadable' {
  const { counts, rows } = plan;
  if (counts.new + counts.changed > 0) return 'changes';
  if (counts.older > 0) return 'only-history';
  return rows.accepted === 0 ? 'unreadable' : 'nothing';
}
