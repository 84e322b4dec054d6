import { CONTACT_FORMATS, exportContacts } from '#renderer/features/affiliates/export-contacts.ts';
import type { SampleCommand } from '#renderer/features/greeting/use-sample.ts';
import { themeStep } from '#renderer/features/settings/settings-steps.ts';
import { ask } from '#renderer/session/affiliate-steps.ts';
import { BOOK_WORDS } from '#renderer/session/book-words.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { chooseFiles, chooseFolder } from '#renderer/session/incoming.ts';
import { goTo, showTransactions, type Route } from '#renderer/session/navigation.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { redoLast, undoLast } from '#renderer/session/undo.ts';
import { ACTIVITY_WORDS } from '#shared/domain/affiliates/words.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Stage } from '#shared/domain/pipeline/stage.ts';
import { PLACES, SETTINGS } from './screens.ts';

/** Something the palette does, or a place it goes to. */
export interface PaletteCommand {
  readonly id: string;
  readonly kind: 'screen' | 'command';
  readonly title: string;
  /** Other words that it is found by. */
  readonly words: string;
  readonly run: () => void;
}

export interface CommandContext {
  /** Whose page is open. */
  readonly affiliate: Affiliate | null;
  readonly affiliates: readonly Affiliate[];
  readonly stages: readonly Stage[];
  /** Books that have rows. */
  readonly books: readonly Book[];
  readonly sample: SampleCommand;
  readonly onKeys: () => void;
  readonly onReport: () => void;
}

/** All there is to do from where she is: what concerns the open affiliate first, then where to go, then the rest. */
export function paletteCommands(context: CommandContext): readonly PaletteCommand[] {
  const { affiliate, books } = context;
  return [
    ...(affiliate ? aboutAffiliate(affiliate, context.stages) : []),
    ...[...PLACES, SETTINGS].map(({ screen, name, route }) => place(screen, name, route)),
    ...VIEWS,
    ...books
      .filter((book) => book !== 'transactions')
      .map((book) => screen(`book-${book}`, BOOK_WORDS[book].title, () => showTransactions({ book }))),
    ...everywhere(context),
  ];
}

const command = (id: string, title: string, run: () => void, words = ''): PaletteCommand => ({
  ...{ id, kind: 'command', title, words, run },
});
const screen = (id: string, title: string, run: () => void, words = ''): PaletteCommand => ({
  ...{ id, kind: 'screen', title, words, run },
});
const place = (id: string, title: string, route: Route, words = ''): PaletteCommand =>
  screen(id, title, () => goTo(route), words);

const tasks = (view: 'week' | 'month' | 'templates' | 'rules'): Route => ({ screen: 'tasks', taskId: null, view });

/** Parts of screens that are places of their own. */
const VIEWS: readonly PaletteCommand[] = [
  place('segments', 'Segments', { screen: 'segments', segmentId: null }, 'affiliates saved filters'),
  place('tasks-week', 'Tasks of the week', tasks('week'), 'calendar'),
  place('tasks-month', 'Tasks of the month', tasks('month'), 'calendar'),
  place('task-templates', 'Task templates', tasks('templates')),
  place('task-rules', 'Task rules', tasks('rules'), 'automatic'),
  place('applications', 'Applications', { screen: 'pipeline', view: 'applications' }, 'pipeline approve decline'),
  place('checklists', 'Checklists', { screen: 'pipeline', view: 'checklists' }, 'pipeline onboarding'),
  place('conversion', 'Conversion of the pipeline', { screen: 'pipeline', view: 'conversion' }, 'stages'),
  place('questions', 'Questions', { screen: 'conversations', tab: 'questions', openId: null }, 'issues'),
  place('templates', 'Message templates', { screen: 'conversations', tab: 'templates', openId: null }, 'mail'),
  place('formats', 'Formats of files', { screen: 'imports', importId: null, formats: { open: null } }, 'profiles'),
];

function everywhere({ affiliates, onKeys, onReport, sample }: CommandContext): readonly PaletteCommand[] {
  return [
    command('new-task', 'New task', () => openNewTask(), 'remind add'),
    command('new-affiliate', 'New affiliate', () => openDoor({ kind: 'new-affiliate', name: '' }), 'add prospect'),
    command('new-question', 'New question', () => openDoor({ kind: 'question', affiliateId: null, transactions: [] })),
    command(
      'write',
      'Write to affiliates',
      () => openDoor({ kind: 'compose', affiliateIds: [], templateId: null }),
      'mail message e-mail',
    ),
    command('links', 'Make links', () => openDoor({ kind: 'links', affiliateIds: [] }), 'deep link utm'),
    command('give', 'Give a material', () => openDoor({ kind: 'give', affiliateIds: [], materialId: null }), 'banner'),
    command('import', 'Import a file', () => void chooseFiles(), 'export csv'),
    command('import-folder', 'Import the files of a folder', () => void chooseFolder()),
    command('report', 'Run the weekly report', onReport),
    ...CONTACT_FORMATS.map((format) =>
      command(
        `export-${format.id}`,
        `Export all ${format.name.charAt(0).toLowerCase()}${format.name.slice(1)}`,
        () => void exportContacts(format, affiliates),
        'save file',
      ),
    ),
    command('undo', 'Undo', () => void undoLast()),
    command('redo', 'Redo', () => void redoLast()),
    command('keys', 'Show the keys', onKeys, 'keyboard shortcuts help'),
    command('light', 'Light theme', () => void themeStep('light')),
    command('dark', 'Dark theme', () => void themeStep('dark')),
    command('system', 'Theme of the system', () => void themeStep('system')),
    command(sample.id, sample.text, sample.run),
  ];
}

/** What can be logged by hand, as it is asked for. */
const LOGGED = ['call', 'meeting', 'mail', 'note'] as const;

function aboutAffiliate({ id, name, standing }: Affiliate, stages: readonly Stage[]): readonly PaletteCommand[] {
  const ids = [id];
  return [
    command('their-mail', `Write to ${name}`, () => openDoor({ kind: 'compose', affiliateIds: ids, templateId: null })),
    command('their-task', `New task about ${name}`, () => openNewTask(ids)),
    ...LOGGED.map((activity) =>
      command(
        `log-${activity}`,
        `Log a ${ACTIVITY_WORDS[activity].toLowerCase()} ${activity === 'note' ? 'about' : 'with'} ${name}`,
        () => openDoor({ kind: 'activity', affiliateId: id, activity }),
        'timeline',
      ),
    ),
    command('their-question', `New question of ${name}`, () =>
      openDoor({ kind: 'question', affiliateId: id, transactions: [] }),
    ),
    command('their-material', `Give ${name} a material`, () =>
      openDoor({ kind: 'give', affiliateIds: ids, materialId: null }),
    ),
    command('their-links', `Make links for ${name}`, () => openDoor({ kind: 'links', affiliateIds: ids })),
    ...stages
      .filter((stage) => stage.id !== standing?.stageId)
      .map((stage) =>
        command(
          `stage-${stage.id}`,
          `Move ${name} to ${stage.name}`,
          () => openDoor({ kind: 'stage', affiliateIds: ids, stageId: stage.id }),
          'stage pipeline',
        ),
      ),
    command('merge', 'Merge this affiliate into another', () => ask({ kind: 'merge' })),
    command('move', 'Move an account to another affiliate', () => ask({ kind: 'move', account: null })),
  ];
}
