import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { IpcMainInvokeEvent } from 'electron';
import { contract } from '#shared/ipc/contract.ts';
import { createClock } from '#main/clock/clock.ts';
import { createClockStore } from '#main/clock/store.ts';
import { createFileDialogs } from '#main/files/dialogs.ts';
import { createIntakes } from '#main/files/intake.ts';
import { openSettings } from '#main/files/settings.ts';
import { createSample } from '#main/files/sample.ts';
import { createSpace } from '#main/files/space.ts';
import { createStateStore } from '#main/files/state.ts';
import { createWatch, createWatchStore } from '#main/files/watch.ts';
import { createHandlers } from '#main/ipc/index.ts';
import { registerHandlers } from '#main/ipc/register.ts';
import { createCopies } from '#main/library/copies.ts';
import { createLibrary } from '#main/library/library.ts';
import { createLoginItem } from '#main/login-item.ts';
import { openReportMemory } from '#main/reports/memory.ts';
import { createReports } from '#main/reports/reports.ts';
import { createThemes } from '#main/windows/theme.ts';
import { callFrom } from './trusted.ts';

vi.mock('electron', async () => (await import('../main/fake-electron.ts')).fakeElectron);

const folder = mkdtempSync(join(tmpdir(), 'desk-random-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

/** The real handlers over a real folder; only Electron itself is the fake. */
async function listeners(thrown: unknown[]): Promise<Map<string, Listener>> {
  const settings = await openSettings(join(folder, 'settings.json'));
  const intakes = createIntakes();
  const space = createSpace({ folder, now: Date.now });
  const library = createLibrary({ folder: join(folder, 'library'), intakes, space, now: Date.now });
  const services = {
    clock: createClock({
      store: createClockStore(join(folder, 'clock.json')),
      notifier: { show: vi.fn(), dismiss: vi.fn(), reach: () => 'shown' as const },
      now: Date.now,
      locale: 'en-US',
      onOutcomes: vi.fn(),
      onOpen: vi.fn(),
      onWaiting: vi.fn(),
      log: { file: '', info: vi.fn(), warn: vi.fn(), error: (_event, error) => thrown.push(error) },
    }),
    intakes,
    login: createLoginItem({ platform: 'linux', appData: folder, command: ['/program'] }),
    dialogs: createFileDialogs(intakes, settings, () => null),
    reports: createReports({
      memory: await openReportMemory(join(folder, 'reports.json')),
      parent: () => null,
      print: () => Promise.resolve(new Uint8Array()),
      notify: vi.fn(),
      onOpen: vi.fn(),
      log: { file: '', info: vi.fn(), warn: vi.fn(), error: (_event, error) => thrown.push(error) },
    }),
    sample: createSample(join(import.meta.dirname, '../../../assets/sample'), intakes),
    space,
    library,
    copies: createCopies({ library, chooseFolder: () => Promise.resolve(null), showInFolder: vi.fn() }),
    state: createStateStore(join(folder, 'state.json'), '1.2.3'),
    themes: createThemes(settings),
    watch: createWatch({
      store: createWatchStore(join(folder, 'watch.json')),
      intakes,
      now: Date.now,
      onFiles: vi.fn(),
      log: { file: '', info: vi.fn(), warn: vi.fn(), error: (_event, error) => thrown.push(error) },
    }),
    tellWatched: vi.fn(),
  };
  const found = new Map<string, Listener>();
  registerHandlers({ handle: (channel, listener) => void found.set(channel, listener) }, createHandlers(services), {
    file: '',
    info: vi.fn(),
    warn: vi.fn(),
    error: (_event, error) => thrown.push(error),
  });
  return found;
}

const CHANNELS = Object.entries(contract).flatMap(([group, verbs]) =>
  Object.keys(verbs).map((verb) => `desk:${group}.${verb}`),
);

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** What nearly fits: right shapes with odd contents get past the parser and into the handlers. */
const nearly = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
  fc.constantFrom('system', 'light', 'dark', '__proto__', 'constructor', '', '/', '.', '/etc/passwd', 'a\0b'),
  fc.integer(),
  fc.maxSafeNat(),
  fc.double(),
  fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '/', '/dev/null', folder, '/\0')), {
    maxLength: 4,
  }),
  fc.record({ suggestedName: fc.string({ unit: 'binary' }), kind: fc.constantFrom('csv', 'exe'), text: fc.string() }),
  fc.record({
    items: fc.array(
      fc.record({
        job: fc.constantFrom('task:1', 'report:1', 'task:', 'other:1'),
        kind: fc.constantFrom('reminder', 'report'),
        at: fc.oneof(fc.date().map(Number), fc.constantFrom(8.64e15, -1, 1e300)),
        title: fc.string({ unit: 'binary' }),
        body: fc.string({ unit: 'binary' }),
      }),
      { maxLength: 2 },
    ),
    rules: fc.record({
      zone: fc.constantFrom('UTC', 'Pacific/Auckland', 'Nowhere'),
      morning: fc.constantFrom('09:00', '9:00'),
      quiet: fc.constantFrom(null, { from: '22:00', to: '07:00' }, { from: '', to: '' }),
      notify: fc.boolean(),
    }),
  }),
  fc.record({
    folderId: fc.constantFrom('x', '', '__proto__', '../..'),
    baseName: fc.string({ unit: 'binary' }),
    html: fc.string(),
    csv: fc.string(),
  }),
  fc.record({
    kind: fc.constantFrom('written', 'failed', 'else'),
    runId: fc.constantFrom('r', ''),
    folderId: fc.constantFrom('x', '', '__proto__'),
    name: fc.constantFrom('a.pdf', '../a.pdf', ''),
    message: fc.string({ unit: 'binary' }),
  }),
  fc.boolean(),
  fc.record({
    kind: fc.constantFrom('imported', 'waiting', 'else'),
    name: fc.constantFrom('June.csv', ''),
    importId: fc.string({ unit: 'binary' }),
    body: fc.string({ unit: 'binary' }),
  }),
  fc.record({ generation: fc.integer(), installId: fc.string(), rowCounts: fc.dictionary(fc.string(), fc.nat()) }),
);

const arguments_ = fc.oneof(fc.array(anything, { maxLength: 4 }), fc.array(nearly, { minLength: 1, maxLength: 1 }));

describe('10,000 random calls', () => {
  it('are each refused or handled; no handler throws', async () => {
    const thrown: unknown[] = [];
    const all = await listeners(thrown);
    const outcomes = { handled: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CHANNELS), arguments_, async (channel, args) => {
        const answer = await all.get(channel)?.(callFrom(), ...args);
        expect(answer).toSatisfy(isResult);
        expect(() => structuredClone(answer)).not.toThrow();
        if ((answer as { ok: boolean }).ok) outcomes.handled++;
        else outcomes.refused++;
      }),
      { numRuns: 10_000 },
    );
    expect(thrown).toEqual([]);
    // Both ways were really taken: a parser that refuses everything would prove nothing.
    expect(outcomes.handled).toBeGreaterThan(200);
    expect(outcomes.refused).toBeGreaterThan(500);
  });
});

function isResult(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'value' in answer;
  if (answer.ok !== false || !('error' in answer)) return false;
  const { code, message } = answer.error as { code?: unknown; message?: unknown };
  return typeof code === 'string' && typeof message === 'string';
}
