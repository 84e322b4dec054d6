import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { EVENTS, PAGE_VERBS, eventChannel, verbChannel, type EventName } from '#shared/ipc/channels.ts';

/**
 * Turns the names of the contract into `window.desk`, and nothing more: named functions only, no `ipcRenderer`, no event
 * objects, and no path ever reaches the page.
 */

type Call = (...args: readonly unknown[]) => Promise<unknown>;
type Listener = (payload: unknown) => void;

const call =
  (group: string, verb: string): Call =>
  (...args) =>
    ipcRenderer.invoke(verbChannel(group, verb), ...args);

const groups: Record<string, Record<string, Call>> = {};
for (const [group, verbs] of Object.entries(PAGE_VERBS)) {
  groups[group] = Object.fromEntries(verbs.map((verb) => [verb, call(group, verb)]));
}

/** Only a really dropped or chosen File has a path; one that a script made has '', which main refuses by name. */
const take = (files: readonly File[], purpose: unknown = 'import'): Promise<unknown> =>
  ipcRenderer.invoke(
    verbChannel('drops', 'take'),
    files.map((file) => webUtils.getPathForFile(file)),
    purpose,
  );

/** What arrives before the page listens (a file opened with the program, at its start) waits here for its first listener. */
const waiting = new Map<EventName, unknown[]>(EVENTS.map((event) => [event, []]));
const listeners = new Map<EventName, Set<Listener>>(EVENTS.map((event) => [event, new Set()]));

for (const event of EVENTS) {
  ipcRenderer.on(eventChannel(event), (_event, payload: unknown) => {
    const heard = listeners.get(event);
    if (heard?.size) for (const listener of heard) listener(payload);
    else waiting.get(event)?.push(payload);
  });
}

const on = (event: EventName, listener: Listener): (() => void) => {
  const heard = listeners.get(event);
  if (!heard) throw new Error(`There is no event named ${String(event)}.`);
  heard.add(listener);
  for (const payload of waiting.get(event)?.splice(0) ?? []) listener(payload);
  return () => void heard.delete(listener);
};

contextBridge.exposeInMainWorld('desk', { ...groups, files: { ...groups['files'], take }, on });
