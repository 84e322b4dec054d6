import logger from 'electron-log/node.js';

/** Small facts about an event: counts, codes, names of our own. Never a cell, a row, an amount or the text of a file. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  /** Absolute path of the log's file. */
  readonly file: string;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  /** Of the error only its kind and where in our code it arose are kept: its message may quote what was being read. */
  error(event: string, error: unknown, facts?: Facts): void;
}

const LONGEST = 200;

/** One line of facts; texts are cut, so that nothing long (a file's contents) can slip in. */
export function factsLine(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${JSON.stringify(typeof value === 'string' ? value.slice(0, LONGEST) : value)}`)
    .join(' ');
}

/** An error as facts: name, code and the places in the stack, without its message. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, at: places.slice(0, 3).join(' ').replace(/\s+/g, ' ') };
}

/** A log in one file of at most 1 MB (and one before it), on this machine only. */
export function createLog(file: string): Log {
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = 1024 * 1024;
  logger.transports.file.level = 'info';
  logger.transports.console.level = 'warn';
  logger.transports.remote.level = false;
  return {
    file,
    info: (event, facts = {}) => logger.info(event, factsLine(facts)),
    warn: (event, facts = {}) => logger.warn(event, factsLine(facts)),
    error: (event, error, facts = {}) => logger.error(event, factsLine({ ...facts, ...errorFacts(error) })),
  };
}
