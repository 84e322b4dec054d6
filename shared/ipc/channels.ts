/**
 * The names of everything that crosses between main and the page, and nothing else: the sandboxed preload is built from
 * this file alone. What each verb takes and answers is in `contract.ts`, which does not compile if the two disagree.
 */

/** Verbs the page can call, by group: `window.desk.<group>.<verb>(...)`. A test pins this list. */
export const PAGE_VERBS = {
  app: ['info'],
  files: ['choose', 'chooseFolder', 'release', 'saveText', 'saveMany'],
  watch: ['get', 'choose', 'set', 'waiting', 'announce'],
  space: ['grant', 'spend'],
  state: ['read', 'record'],
  theme: ['get', 'set'],
  login: ['get', 'set'],
  links: ['open'],
  sample: ['open'],
  clock: ['replace', 'outcomes', 'settle', 'dismiss', 'reach'],
  reports: ['chooseFolder', 'write', 'show', 'announce'],
  library: ['choose', 'add', 'saveCopies', 'show', 'keep'],
} as const;

/** Verbs that only the preload itself calls, because they carry paths: the page never sees or sends one. */
export const PRELOAD_VERBS = {
  drops: ['take'],
} as const;

/** What main tells the page: `window.desk.on(event, listener)`. */
export const EVENTS = ['command', 'intake', 'watched', 'theme', 'outcomes', 'open'] as const;

export type EventName = (typeof EVENTS)[number];

/** The channel a verb is invoked on. */
export const verbChannel = (group: string, verb: string): string => `desk:${group}.${verb}`;

/** The channel an event is sent on. */
export const eventChannel = (event: EventName): string => `desk-event:${event}`;
