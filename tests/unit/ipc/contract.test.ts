import { describe, expect, it } from 'vitest';
import { contract } from '#shared/ipc/contract.ts';
import { EVENTS, PAGE_VERBS, PRELOAD_VERBS, eventChannel, verbChannel } from '#shared/ipc/channels.ts';
import { fakeDesk } from '#renderer/platform/fake-desk.ts';

const names = (groups: Readonly<Record<string, object>>): string[] =>
  Object.entries(groups).flatMap(([group, verbs]) =>
    (Array.isArray(verbs) ? (verbs as string[]) : Object.keys(verbs)).map((verb) => `${group}.${verb}`),
  );

describe('the contract', () => {
  it('is this list: a new verb is a decision, seen here', () => {
    expect(names(PAGE_VERBS)).toEqual([
      'app.info',
      'files.choose',
      'files.chooseFolder',
      'files.release',
      'files.saveText',
      'files.saveMany',
      'watch.get',
      'watch.choose',
      'watch.set',
      'watch.waiting',
      'watch.announce',
      'space.grant',
      'space.spend',
      'state.read',
      'state.record',
      'theme.get',
      'theme.set',
      'login.get',
      'login.set',
      'links.open',
      'sample.open',
      'clock.replace',
      'clock.outcomes',
      'clock.settle',
      'clock.dismiss',
      'clock.reach',
      'reports.chooseFolder',
      'reports.write',
      'reports.show',
      'reports.announce',
      'library.choose',
      'library.add',
      'library.saveCopies',
      'library.show',
      'library.keep',
    ]);
    expect(names(PRELOAD_VERBS)).toEqual(['drops.take']);
    expect(EVENTS).toEqual(['command', 'intake', 'watched', 'theme', 'outcomes', 'open']);
  });

  it('has the same verbs as the names that the preload is built from', () => {
    expect(names(contract).sort()).toEqual([...names(PAGE_VERBS), ...names(PRELOAD_VERBS)].sort());
  });

  it('uses no channel twice', () => {
    const channels = [...names(contract).map((name) => verbChannel('', name)), ...EVENTS.map(eventChannel)];
    expect(new Set(channels).size).toBe(channels.length);
  });

  it('takes what fits and nothing else', () => {
    const fits = (verb: { args: { safeParse(value: unknown): { success: boolean } } }, ...args: unknown[]): boolean =>
      verb.args.safeParse(args).success;
    expect(fits(contract.app.info)).toBe(true);
    expect(fits(contract.app.info, 'more')).toBe(false);
    expect(fits(contract.space.grant, 1000)).toBe(true);
    for (const bytes of [-1, 0.5, NaN, Infinity, '1', 2 ** 60, null, undefined]) {
      expect(fits(contract.space.grant, bytes), String(bytes)).toBe(false);
    }
    expect(fits(contract.theme.set, 'dark')).toBe(true);
    expect(fits(contract.theme.set, 'pink')).toBe(false);
    expect(fits(contract.files.saveText, { suggestedName: 'a', kind: 'csv', text: '' })).toBe(true);
    expect(fits(contract.files.saveText, { suggestedName: 'a', kind: 'exe', text: '' })).toBe(false);
    expect(fits(contract.files.saveMany, { ending: '.eml', files: [{ name: 'a', text: '' }] })).toBe(true);
    expect(fits(contract.files.saveMany, { ending: '.exe', files: [{ name: 'a', text: '' }] })).toBe(false);
    expect(fits(contract.files.saveMany, { ending: '.eml', files: [] })).toBe(false);
    expect(fits(contract.state.record, { generation: 1, installId: 'x', rowCounts: { a: 1 } })).toBe(true);
    expect(fits(contract.state.record, { generation: 0, installId: 'x', rowCounts: {} })).toBe(false);
    expect(fits(contract.state.record, { generation: 1, installId: 'x', rowCounts: { a: -1 } })).toBe(false);
    expect(fits(contract.drops.take, ['/a', ''], 'import')).toBe(true);
    expect(fits(contract.drops.take, ['/a'], 'library')).toBe(true);
    expect(fits(contract.drops.take, ['/a'], 'run')).toBe(false);
    expect(fits(contract.drops.take, '/a', 'import')).toBe(false);
    expect(fits(contract.library.saveCopies, [{ fileId: 'x', name: 'a.png' }])).toBe(true);
    expect(fits(contract.library.saveCopies, [{ fileId: 'x', name: 'a.png', folder: '/etc' }])).toBe(true);
    expect(fits(contract.library.saveCopies, [])).toBe(false);
    expect(fits(contract.library.add, '/etc/passwd', 'more')).toBe(false);
  });

  it('is what the fake desk offers as well', () => {
    const desk: Readonly<Record<string, unknown>> = { ...fakeDesk() };
    for (const [group, verbs] of Object.entries(PAGE_VERBS)) {
      const own = Object.keys(desk[group] as object).filter((name) => name !== 'take');
      expect(own.sort(), group).toEqual([...verbs].sort());
    }
  });
});
