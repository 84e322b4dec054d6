import { describe, expect, it } from 'vitest';
import type { WebContents } from 'electron';
import { createEvents } from '#main/ipc/events.ts';
import { fakeContents } from '../main/fake-electron.ts';

describe('events to the page', () => {
  it('wait until the page has loaded, in order', () => {
    const events = createEvents();
    const page = fakeContents();
    events.tell('intake', []);
    events.attach(page as unknown as WebContents);
    events.tell('command', 'import');
    expect(page.send).not.toHaveBeenCalled();
    page.emit('did-finish-load');
    events.tell('theme', { choice: 'dark', dark: true });
    expect(page.send.mock.calls).toEqual([
      ['desk-event:intake', []],
      ['desk-event:command', 'import'],
      ['desk-event:theme', { choice: 'dark', dark: true }],
    ]);
  });

  it('wait again while the page loads anew, and not for a frame or a fragment', () => {
    const events = createEvents();
    const page = fakeContents();
    events.attach(page as unknown as WebContents);
    page.emit('did-finish-load');
    page.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    events.tell('command', 'back');
    expect(page.send).toHaveBeenCalledTimes(1);
    page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    events.tell('command', 'forward');
    expect(page.send).toHaveBeenCalledTimes(1);
    page.emit('did-finish-load');
    expect(page.send).toHaveBeenCalledTimes(2);
  });

  it('wait for the next window when this one is gone', () => {
    const events = createEvents();
    const first = fakeContents();
    events.attach(first as unknown as WebContents);
    first.emit('did-finish-load');
    first.emit('destroyed');
    events.tell('intake', []);
    expect(first.send).not.toHaveBeenCalled();
    const second = fakeContents();
    events.attach(second as unknown as WebContents);
    second.emit('did-finish-load');
    expect(second.send).toHaveBeenCalledWith('desk-event:intake', []);
  });
});
