import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { verbChannel } from '#shared/ipc/channels.ts';
import { contract, type Handlers, type Verb } from '#shared/ipc/contract.ts';
import { fail, type Result } from '#shared/lib/result.ts';
import type { Log } from '#main/log.ts';
import { assertTrustedSender } from './sender.ts';

type AnyHandler = (...args: readonly unknown[]) => Promise<Result<unknown>>;
type AnyVerb = Verb<readonly unknown[], unknown>;
type AnyVerbs = Readonly<Record<string, Readonly<Record<string, AnyVerb>>>>;
type AnyHandlers = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;

/**
 * Puts every verb of the contract behind the guard. A foreign sender is rejected with an error; arguments that do not fit
 * are answered with `bad-request`; whatever a handler throws is logged and answered with `internal`, never thrown on.
 */
export function registerHandlers(ipc: Pick<IpcMain, 'handle'>, handlers: Handlers, log: Log): void {
  // The types of contract and handlers agree verb by verb (`Handlers`); here they are walked by name.
  const known = handlers as unknown as AnyHandlers;
  for (const [group, verbs] of Object.entries(contract as unknown as AnyVerbs)) {
    for (const [name, { args }] of Object.entries(verbs)) {
      const handler = known[group]?.[name];
      if (!handler) throw new Error(`No handler for ${group}.${name}.`);
      const channel = verbChannel(group, name);
      ipc.handle(channel, answerer(channel, args, handler, log));
    }
  }
}

function answerer(channel: string, schema: AnyVerb['args'], handler: AnyHandler, log: Log) {
  return async (event: IpcMainInvokeEvent, ...args: readonly unknown[]): Promise<Result<unknown>> => {
    assertTrustedSender(event);
    const parsed = schema.safeParse(args);
    if (!parsed.success) {
      log.warn('ipc.bad-request', { channel });
      return fail(
        'bad-request',
        'Affiliate Desk asked its own core for something it does not know. Nothing was changed.',
      );
    }
    try {
      return await handler(...parsed.data);
    } catch (error) {
      log.error('ipc.internal', error, { channel });
      return fail(
        'internal',
        'Something went wrong inside Affiliate Desk. Try again; if it stays, restart the program.',
      );
    }
  };
}
