import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE_VERBS } from '#shared/ipc/channels.ts';

type Exposed = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>> & {
  on(event: string, listener: (payload: unknown) => void): () => void;
};

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, (event: unknown, ...args: unknown[]) => void>(),
  invoke: vi.fn(() => Promise.resolve({ ok: true, value: null })),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api) },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) =>
      electron.listeners.set(channel, listener),
  },
  webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? '' },
}));

let desk: Exposed;

beforeEach(async () => {
  vi.resetModules();
  electron.exposed.clear();
  electron.listeners.clear();
  electron.invoke.mockClear();
  await import('#preload/index.ts');
  desk = electron.exposed.get('desk') as Exposed;
});

const say = (event: string, payload: unknown): void =>
  electron.listeners.get(`desk-event:${event}`)?.({ sender: 'ipcRenderer itself' }, payload);

describe('the preload', () => {
  it('exposes the desk alone, and in it exactly the verbs, take and on', () => {
    expect([...electron.exposed.keys()]).toEqual(['desk']);
    const shape = Object.fromEntries(
      Object.entries(desk).map(([name, part]) => [name, typeof part === 'function' ? 'function' : Object.keys(part)]),
    );
    expect(shape).toEqual({ ...PAGE_VERBS, files: [...PAGE_VERBS.files, 'take'], on: 'function' });
  });

  it('calls each verb on its own channel', async () => {
    for (const [group, verbs] of Object.entries(PAGE_VERBS)) {
      for (const verb of verbs) {
        await desk[group]?.[verb]?.('a', 1);
        expect(electron.invoke).toHaveBeenLastCalledWith(`desk:${group}.${verb}`, 'a', 1);
      }
    }
  });

  it('turns dropped files into paths for main; a File that a script made has none', async () => {
    await desk['files']?.['take']?.([{ path: '/home/her/a.csv' }, {}]);
    expect(electron.invoke).toHaveBeenLastCalledWith('desk:drops.take', ['/home/her/a.csv', ''], 'import');
    await desk['files']?.['take']?.([{ path: '/home/her/a.png' }], 'library');
    expect(electron.invoke).toHaveBeenLastCalledWith('desk:drops.take', ['/home/her/a.png'], 'library');
  });

  it('hands over what an event carries and never the event', () => {
    const heard: unknown[][] = [];
    const stop = desk.on('command', (...args) => heard.push(args));
    say('command', 'import');
    expect(heard).toEqual([['import']]);
    stop();
    say('command', 'back');
    expect(heard).toHaveLength(1);
  });

  it('keeps what came before anyone listened, for the first who does', () => {
    say('intake', ['early']);
    const first: unknown[] = [];
    const second: unknown[] = [];
    desk.on('intake', (payload) => first.push(payload));
    desk.on('intake', (payload) => second.push(payload));
    say('intake', ['late']);
    expect(first).toEqual([['early'], ['late']]);
    expect(second).toEqual([['late']]);
  });

  it('knows no other events', () => {
    for (const event of ['', '__proto__', 'desk:files.take', 'Intake']) {
      expect(() => desk.on(event, () => undefined)).toThrow('no event');
    }
  });
});
