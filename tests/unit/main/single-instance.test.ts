import { beforeEach, describe, expect, it, vi } from 'vitest';
import { filesOfCommandLine, filesOfHandover, isFirstInstance, onOpened } from '#main/single-instance.ts';
import { fakeElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

const { app } = fakeElectron;
beforeEach(() => {
  app.removeAllListeners();
  vi.clearAllMocks();
});

describe('files on the command line', () => {
  it('are absolute, without the program, its folder and the switches', () => {
    expect(filesOfCommandLine(['/opt/desk', 'a.csv', '--flag', '/x/b.csv', ''], '/home/her', false)).toEqual([
      '/home/her/a.csv',
      '/x/b.csv',
    ]);
    expect(filesOfCommandLine(['/electron', '.', 'a.csv'], '/home/her', true)).toEqual(['/home/her/a.csv']);
    expect(filesOfCommandLine(['/opt/desk'], '/', false)).toEqual([]);
  });

  it('may be named by address, as desktops do, with every letter that a name can have', () => {
    const opened = filesOfCommandLine(
      ['/opt/desk', 'file:///home/her/J%C3%BCni%20%231.csv', 'https://example.com/a.csv'],
      '/',
      false,
    );
    expect(opened).toEqual(['/home/her/Jüni #1.csv']);
    expect(filesOfCommandLine(['/opt/desk', 'file://elsewhere/a.csv', 'file:///a%2Fb.csv'], '/', false)).toEqual([]);
    expect(filesOfCommandLine(['/opt/desk', 'a: b.csv'], '/x', false)).toEqual(['/x/a: b.csv']);
  });

  it('are handed over by a second start, whatever else it sends', () => {
    expect(filesOfHandover({ files: ['/a.csv', 3, null] })).toEqual(['/a.csv']);
    for (const other of [null, undefined, 'x', 3, {}, { files: 'x' }, { files: null }, []]) {
      expect(filesOfHandover(other)).toEqual([]);
    }
  });
});

describe('one program per profile', () => {
  it('asks for the lock and hands its files over', () => {
    expect(isFirstInstance(['/a.csv'])).toBe(true);
    expect(app.requestSingleInstanceLock).toHaveBeenCalledWith({ files: ['/a.csv'] });
    app.requestSingleInstanceLock.mockReturnValueOnce(false);
    expect(isFirstInstance([])).toBe(false);
  });

  it('hears of a second start and of a file opened from the desktop', () => {
    const opened = vi.fn();
    onOpened(opened);
    app.emit('second-instance', {}, ['/opt/desk', '/from-argv.csv'], '/', { files: ['/a.csv'] });
    const event = { preventDefault: vi.fn() };
    app.emit('open-file', event, '/b.csv');
    expect(opened.mock.calls).toEqual([[['/a.csv']], [['/b.csv']]]);
    expect(event.preventDefault).toHaveBeenCalled();
  });
});
