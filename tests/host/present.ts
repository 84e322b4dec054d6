import { EventEmitter } from 'node:events';

/** Keys the language itself or Node's inspector looks up; they are answered instead of refused. */
const PROBED = new Set(['then', 'toJSON', 'inspect', 'asymmetricMatch', '$$typeof', 'nodeType', '__esModule']);

/** Gives `target` back so that reading anything it does not have throws instead of yielding `undefined`. */
export function present<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || PROBED.has(key)) return Reflect.get(object, key, receiver);
      throw new Error(`not in the host: ${name}.${key}`);
    },
  });
}

/** Stands for a whole Electron module that the host lacks: importing it is fine, using it throws. */
export function absent(name: string): never {
  const refuse = (): never => {
    throw new Error(`not in the host: ${name}`);
  };
  const get = (_target: object, key: string | symbol): undefined =>
    typeof key === 'symbol' || PROBED.has(key) ? undefined : refuse();
  // `never` fits every declared type, so that the export list can be checked against Electron's own.
  return new Proxy(class {}, { get, construct: refuse, apply: refuse }) as never;
}

/** Events that may be listened to on a host object: those it emits, and those that cannot happen here. */
export interface EventNames {
  readonly emits: readonly string[];
  readonly never?: readonly string[];
}

type Listener = (...args: never[]) => void;

/**
 * Base of every host object with events. Reading a missing member throws, and so does listening to an event that
 * is neither emitted nor known to be impossible here, since such a listener would silently wait for ever.
 */
export class HostObject extends EventEmitter {
  readonly hostName: string;
  readonly hostEvents: ReadonlySet<string>;

  constructor(name: string, events: EventNames) {
    super();
    this.setMaxListeners(0);
    this.hostName = name;
    this.hostEvents = new Set([...events.emits, ...(events.never ?? []), 'newListener', 'removeListener', 'error']);
    return present(name, this);
  }

  override on(event: string | symbol, listener: Listener): this {
    return this.addListener(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    if (typeof event === 'string' && !this.hostEvents.has(event)) {
      throw new Error(`not in the host: event '${event}' of ${this.hostName}`);
    }
    return super.addListener(event, listener as (...args: unknown[]) => void);
  }
}

/** An event object whose default action a listener can prevent, with what else it carries. */
export type HostEvent<T extends object = object> = T & { defaultPrevented: boolean; preventDefault(): void };

export function hostEvent<T extends object>(extra: T): HostEvent<T> {
  const event: HostEvent<T> = Object.assign({ defaultPrevented: false, preventDefault: () => undefined }, extra);
  event.preventDefault = () => {
    event.defaultPrevented = true;
  };
  return event;
}
