export interface Bridge {
  /** Describes a value of this world in a form that may cross. */
  describe(value: unknown): unknown;
  /** Makes the described value anew in this world. */
  build(description: unknown): unknown;
  /** Hands a value to the other world under a name. */
  offer(name: string, value: unknown): void;
}

/**
 * Half of the context bridge; the same half runs in the preload's isolated world and in the page's own. The two share
 * nothing but the document, across which they pass structured clones in events with a secret name: functions become
 * numbers that the other side can call, promises become numbers that settle later, everything else is copied.
 * Self-contained: its source is injected into both worlds before any script of the page.
 */
export function makeBridge(
  secret: string,
  side: 'page' | 'preload',
  onOffer: (name: string, value: unknown) => void,
): Bridge {
  type Description =
    | { t: 'value'; v: unknown }
    | { t: 'function' | 'promise'; id: number }
    | { t: 'error'; message: string }
    | { t: 'array'; items: Description[] }
    | { t: 'object'; entries: [string, Description][] };
  type Outcome = { d: Description } | { error: Description };

  const other = side === 'page' ? 'preload' : 'page';
  // Taken before the page can replace them, so that it cannot listen in.
  const { CustomEvent, Promise, Error, Map, Object, Array, structuredClone, document } = globalThis;
  const listen = EventTarget.prototype.addEventListener.bind(document);
  const dispatch = EventTarget.prototype.dispatchEvent.bind(document);
  const on = (kind: string, handler: (detail: never) => void): void =>
    listen(`${secret}-${kind}-${side}`, (event) => handler((event as CustomEvent).detail as never));
  const tell = (kind: string, detail: unknown): void => {
    dispatch(new CustomEvent(`${secret}-${kind}-${other}`, { detail }));
  };

  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const settlers = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let lastId = 0;
  let answer: Outcome | undefined;

  const refused = (): Error => new Error('An object could not be cloned.');
  const settled = (id: number, make: () => Outcome): void => {
    let outcome: Outcome;
    try {
      outcome = make();
    } catch (error) {
      outcome = { error: describe(error) };
    }
    tell('settle', { id, outcome });
  };

  function describe(value: unknown): Description {
    if (typeof value === 'function') {
      const id = ++lastId;
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { t: 'function', id };
    }
    if (typeof value === 'symbol') throw refused();
    if (typeof value !== 'object' || value === null) return { t: 'value', v: value };
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (result) => settled(id, () => ({ d: describe(result) })),
        (error: unknown) => settled(id, () => ({ error: describe(error) })),
      );
      return { t: 'promise', id };
    }
    if (value instanceof Error) return { t: 'error', message: value.message };
    if (Array.isArray(value)) return { t: 'array', items: value.map(describe) };
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return { t: 'object', entries: Object.entries(value).map(([key, item]) => [key, describe(item)]) };
    }
    try {
      return { t: 'value', v: structuredClone(value) };
    } catch {
      throw refused();
    }
  }

  function call(id: number, args: unknown[]): unknown {
    answer = undefined;
    tell('call', { id, args: args.map(describe) });
    const outcome = answer as Outcome | undefined;
    answer = undefined;
    if (!outcome) throw new Error('The other side of the context bridge is gone.');
    if ('error' in outcome) throw build(outcome.error);
    return build(outcome.d);
  }

  function build(description: Description): unknown {
    switch (description.t) {
      case 'value':
        return description.v;
      case 'error':
        return new Error(description.message);
      case 'array':
        return description.items.map(build);
      case 'object': {
        const made: Record<string, unknown> = {};
        for (const [key, item] of description.entries) made[key] = build(item);
        return made;
      }
      case 'promise':
        return new Promise((resolve, reject) => settlers.set(description.id, { resolve, reject }));
      case 'function':
        return (...args: unknown[]) => call(description.id, args);
    }
  }

  on('call', ({ id, args }: { id: number; args: Description[] }) => {
    let outcome: Outcome;
    try {
      outcome = { d: describe(functions.get(id)?.(...args.map(build))) };
    } catch (error) {
      outcome = { error: describe(error) };
    }
    tell('answer', outcome);
  });
  on('answer', (outcome: Outcome) => {
    answer = outcome;
  });
  on('settle', ({ id, outcome }: { id: number; outcome: Outcome }) => {
    const settler = settlers.get(id);
    settlers.delete(id);
    if ('error' in outcome) settler?.reject(build(outcome.error));
    else settler?.resolve(build(outcome.d));
  });
  on('offer', ({ name, d }: { name: string; d: Description }) => onOffer(name, build(d)));

  return {
    describe,
    build: (description) => build(description as Description),
    offer: (name, value) => tell('offer', { name, d: describe(value) }),
  };
}
