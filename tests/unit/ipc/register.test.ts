import { describe, expect, it, vi } from 'vitest';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Log } from '#main/log.ts';
import { registerHandlers } from '#main/ipc/register.ts';
import { assertTrustedSender } from '#main/ipc/sender.ts';
import { callFrom } from './trusted.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;

function registered(changes: Partial<Handlers> = {}): Map<string, Listener> {
  const nothing = () => Promise.resolve(ok(null));
  const handlers = {
    app: { info: vi.fn(nothing) },
    files: { choose: nothing, chooseFolder: nothing, release: nothing, saveText: nothing, saveMany: nothing },
    watch: { get: nothing, choose: nothing, set: nothing, waiting: nothing, announce: nothing },
    drops: { take: nothing },
    space: { grant: nothing, spend: nothing },
    state: { read: nothing, record: nothing },
    theme: { get: nothing, set: nothing },
    login: { get: nothing, set: nothing },
    links: { open: nothing },
    sample: { open: nothing },
    clock: { replace: nothing, outcomes: nothing, settle: nothing, dismiss: nothing, reach: nothing },
    reports: { chooseFolder: nothing, write: nothing, show: nothing, announce: nothing },
    library: { choose: nothing, add: nothing, saveCopies: nothing, show: nothing, keep: nothing },
    ...changes,
  } as unknown as Handlers;
  const listeners = new Map<string, Listener>();
  const ipc: Pick<IpcMain, 'handle'> = { handle: (channel, listener) => void listeners.set(channel, listener) };
  registerHandlers(ipc, handlers, log);
  return listeners;
}

const FORGED: readonly (readonly [string, IpcMainInvokeEvent])[] = [
  ['a frame that is gone', callFrom(null)],
  ['a child frame of our own origin', callFrom({ parent: { origin: 'app://desk' } as never })],
  ['another origin', callFrom({ origin: 'https://example.com' })],
  ['an origin that begins like ours', callFrom({ origin: 'app://desk.example.com' })],
  ['an opaque origin (a sandboxed frame, a data: page)', callFrom({ origin: 'null' })],
  ['no origin', callFrom({ origin: '' })],
  ['our origin on another scheme', callFrom({ origin: 'https://desk' })],
  ['our URL but another origin', callFrom({ origin: 'null', url: 'app://desk/index.html' })],
];

describe('the sender guard', () => {
  it.each(FORGED)('rejects %s with an error, on every channel', async (_what, event) => {
    expect(() => assertTrustedSender(event)).toThrow('Refused');
    for (const [channel, listener] of registered()) {
      await expect(listener(event), channel).rejects.toThrow('Refused');
    }
  });

  it('rejects before anything is looked at: neither arguments nor handler', async () => {
    const info = vi.fn(() => Promise.resolve(ok(null)));
    const listener = registered({ app: { info } as never }).get('desk:app.info');
    await expect(listener?.(callFrom(null), 'surplus')).rejects.toThrow('Refused');
    expect(info).not.toHaveBeenCalled();
  });

  it('lets our own page call', async () => {
    for (const [channel, listener] of registered()) {
      expect(await listener(callFrom(), 'x', 'y', 'z'), channel).toMatchObject({ error: { code: 'bad-request' } });
    }
    expect(await registered().get('desk:app.info')?.(callFrom())).toEqual({ ok: true, value: null });
  });
});

describe('the register', () => {
  it('has one handler for every verb, under its own channel', () => {
    expect([...registered().keys()].sort()).toEqual([
      'desk:app.info',
      'desk:clock.dismiss',
      'desk:clock.outcomes',
      'desk:clock.reach',
      'desk:clock.replace',
      'desk:clock.settle',
      'desk:drops.take',
      'desk:files.choose',
      'desk:files.chooseFolder',
      'desk:files.release',
      'desk:files.saveMany',
      'desk:files.saveText',
      'desk:library.add',
      'desk:library.choose',
      'desk:library.keep',
      'desk:library.saveCopies',
      'desk:library.show',
      'desk:links.open',
      'desk:login.get',
      'desk:login.set',
      'desk:reports.announce',
      'desk:reports.chooseFolder',
      'desk:reports.show',
      'desk:reports.write',
      'desk:sample.open',
      'desk:space.grant',
      'desk:space.spend',
      'desk:state.read',
      'desk:state.record',
      'desk:theme.get',
      'desk:theme.set',
      'desk:watch.announce',
      'desk:watch.choose',
      'desk:watch.get',
      'desk:watch.set',
      'desk:watch.waiting',
    ]);
  });

  it('refuses to start with a verb that nobody answers', () => {
    expect(() => registered({ space: {} as never })).toThrow('No handler for space.grant');
    // @ts-expect-error -- and it does not compile: `space` has two verbs.
    const incomplete: Handlers['space'] = { grant: () => Promise.reject(new Error()) };
    expect(incomplete).toBeDefined();
  });

  it('hands over parsed arguments, without what was not asked for', async () => {
    const record = vi.fn(() => Promise.resolve(ok(null)));
    const state = { read: record, record } as unknown as Handlers['state'];
    const listener = registered({ state }).get('desk:state.record');
    const value = { generation: 1, installId: 'x', rowCounts: {} };
    expect(await listener?.(callFrom(), { ...value, surplus: 1 })).toMatchObject({ ok: true });
    expect(record).toHaveBeenCalledWith(value);
  });

  it('answers what a handler throws, logs it, and tells the page nothing of it', async () => {
    const links = { open: () => Promise.reject(new Error('secret of a row')) };
    const answer = await registered({ links }).get('desk:links.open')?.(callFrom(), 'https://example.com');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log.error).toHaveBeenCalledWith('ipc.internal', expect.any(Error), { channel: 'desk:links.open' });

    const thrown = {
      open: () => {
        throw new Error('at once');
      },
    };
    expect(await registered({ links: thrown }).get('desk:links.open')?.(callFrom(), 'x')).toMatchObject({
      error: { code: 'internal' },
    });
  });
});
