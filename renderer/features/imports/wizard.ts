import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { PlanSummary, Progress, SourceFile } from '#renderer/ledger/types.ts';
import type { Problem } from '#shared/lib/result.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

/** Where an import stands. Nothing is written before `saving`, and everything or nothing after it. */
export type Wizard =
  | { readonly kind: 'idle' }
  /** Looking at the file's beginning (`recognition` null), then reading all of it. */
  | {
      readonly kind: 'reading';
      readonly file: SourceFile;
      readonly recognition: Recognition | null;
      readonly progress: Progress | null;
    }
  /** Something that the file does not hold has to be asked. */
  | {
      readonly kind: 'mapping';
      readonly file: SourceFile;
      readonly recognition: Recognition;
      readonly settings: Settings;
    }
  | {
      readonly kind: 'previewing';
      readonly file: SourceFile;
      readonly plan: PlanSummary;
    }
  | {
      readonly kind: 'saving';
      readonly file: SourceFile;
      readonly plan: PlanSummary;
      readonly progress: Progress | null;
    }
  | { readonly kind: 'done'; readonly file: SourceFile; readonly record: ImportRecord; readonly undone: boolean }
  /** `file` is null for a thing that could not even be taken in. */
  | {
      readonly kind: 'failed';
      readonly fileName: string;
      readonly file: SourceFile | null;
      readonly problem: Problem;
    };

export type WizardEvent =
  | { readonly type: 'file'; readonly file: SourceFile }
  | { readonly type: 'refused'; readonly fileName: string; readonly problem: Problem }
  | { readonly type: 'recognised'; readonly recognition: Recognition }
  | { readonly type: 'asks'; readonly recognition: Recognition; readonly settings: Settings }
  | { readonly type: 'answered'; readonly recognition: Recognition }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'planned'; readonly plan: PlanSummary }
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
      return { kind: 'reading', file: event.file, recognition: null, progress: null };
    case 'refused':
      return { kind: 'failed', fileName: event.fileName, file: null, problem: event.problem };
    case 'recognised':
      return state.kind === 'reading' ? { ...state, recognition: event.recognition, progress: null } : state;
    case 'asks':
      return state.kind === 'reading' || state.kind === 'previewing'
        ? { kind: 'mapping', file: state.file, recognition: event.recognition, settings: event.settings }
        : state;
    case 'answered':
      return state.kind === 'mapping' || state.kind === 'previewing'
        ? { kind: 'reading', file: state.file, recognition: event.recognition, progress: null }
        : state;
    case 'progress':
      return state.kind === 'reading' || state.kind === 'saving' ? { ...state, progress: event.progress } : state;
    case 'planned':
      return state.kind === 'reading' ? { kind: 'previewing', file: state.file, plan: event.plan } : state;
    case 'save':
      return state.kind === 'previewing'
        ? { kind: 'saving', file: state.file, plan: state.plan, progress: null }
        : state;
    case 'saved':
      return state.kind === 'saving' ? { kind: 'done', file: state.file, record: event.record, undone: false } : state;
    case 'save-cancelled':
      return state.kind === 'saving' ? { kind: 'previewing', file: state.file, plan: state.plan } : state;
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

/** At work or waiting for an answer: the next file of the queue has to wait. */
export const isBusy = (state: Wizard): boolean =>
  state.kind === 'reading' || state.kind === 'mapping' || state.kind === 'previewing' || state.kind === 'saving';

/** What importing would come to, in one word. */
export function verdict(plan: PlanSummary): 'changes' | 'only-history' | 'nothing' | 'unreadable' {
  const { counts, rows } = plan;
  if (counts.new + counts.changed > 0) return 'changes';
  if (counts.older > 0) return 'only-history';
  return rows.accepted === 0 ? 'unreadable' : 'nothing';
}
