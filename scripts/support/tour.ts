import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { endingOn, SAMPLE_FILES } from '#shared/domain/imports/sample.ts';
import { addDays } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { startDisplay } from '#tests/support/desk-display.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';
import { ROOT } from './command.ts';
import { visit, type Folders, type Visit } from './tour-visit.ts';

const OUT = join(ROOT, 'out/tour');
const SCREENSHOTS = join(ROOT, 'assets/screenshots');
const START_MS = 60_000;
/** The README's pictures. */
const CHOSEN = ['dashboard-light', 'dashboard-dark', 'import-check-light', 'tasks-light', 'reports-light'];

export interface TourOptions {
  readonly onHost: boolean;
  /** Copies the chosen pictures to assets/screenshots. */
  readonly pictures: boolean;
}

/**
 * Starts the program headless on a fresh profile and uses it as she would: drops the exports of assets/sample, imports them,
 * is reminded, has the weekly report written, and looks at every screen in both themes. Says what came of it; gives the exit
 * code. It needs neither display nor D-Bus (real Electron cannot do without a screen and gets one of its own).
 */
export async function tour({ onHost, pictures }: TourOptions): Promise<number> {
  const folders = emptyFolders();
  const display = onHost ? undefined : await startDisplay();
  try {
    const desk = await inTime(
      launchDesk({
        headless: true,
        env: display?.env ?? {},
        size: { width: 1280, height: 800 },
        colorScheme: 'light',
      }),
    );
    try {
      const visited = await visit(desk, exportsOfToday(folders), folders);
      if (pictures) copyPictures(folders);
      console.log(summary(visited, folders, desk.runtime, pictures));
    } finally {
      await desk.close();
    }
    return 0;
  } catch (error) {
    const [first = 'nothing is known of why'] = String(error instanceof Error ? error.message : error).split('\n');
    console.error(`The tour did not come to its end: ${first}`);
    console.error(`What there is until then: ${inRepository(OUT)}`);
    if (process.env['DESK_DEBUG']) console.error(error);
    return 1;
  } finally {
    await display?.stop();
  }
}

/** A program that cannot start may not say so; whoever gave the tour then ends it by ending itself. */
function inTime(launching: Promise<Desk>): Promise<Desk> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new Error(`the program showed no window within ${START_MS / 1000} seconds.`));
    const timer = setTimeout(late, START_MS);
    launching.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function emptyFolders(): Folders {
  rmSync(OUT, { recursive: true, force: true });
  const folders = { pictures: OUT, exports: join(OUT, 'exports'), report: join(OUT, 'report') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return folders;
}

/** The exports of assets/sample with their dates moved, so that they end yesterday: in today's figures they would be too old. */
function exportsOfToday({ exports }: Folders): readonly string[] {
  const yesterday = addDays(dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone), -1);
  return SAMPLE_FILES.map((name) => {
    const path = join(exports, name);
    writeFileSync(path, endingOn(readFileSync(join(ROOT, 'assets/sample', name), 'utf8'), yesterday));
    return path;
  });
}

function copyPictures({ pictures }: Folders): void {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const name of CHOSEN) cpSync(join(pictures, `${name}.png`), join(SCREENSHOTS, `${name}.png`));
}

const inRepository = (path: string): string => relative(ROOT, path);

function summary(visited: Visit, folders: Folders, runtime: string, pictures: boolean): string {
  const { imports, reminder, report, taken } = visited;
  const line = (title: string, text: string): string => `  ${title.padEnd(10)}${text}`;
  return [
    `Affiliate Desk did a day's work, headless on ${runtime === 'host' ? 'the Chromium host' : 'Electron'}:`,
    ...imports.map(({ name, plan, result }) => line('Imported', `${name}: ${plan}; ${result}`)),
    line('Reminded', `“${reminder.title}”, as a notification and in the inbox`),
    line('Reported', report.map((name) => inRepository(join(folders.report, name))).join(', ')),
    line(
      'Pictures',
      `${taken.length} of every screen, light and dark: ${inRepository(join(folders.pictures, '*.png'))}`,
    ),
    ...taken.map((name) => line('', inRepository(join(folders.pictures, name)))),
    ...(pictures ? [line('README', `its pictures are new: ${inRepository(join(SCREENSHOTS, '*.png'))}`)] : []),
  ].join('\n');
}
