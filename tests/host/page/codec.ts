export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

interface Bytes {
  readonly toBase64: (bytes: Uint8Array) => string;
  readonly fromBase64: (text: string) => Uint8Array<ArrayBuffer>;
}

/**
 * Structured clone as text, for what travels between main and renderer. The engine's own `structuredClone` runs first,
 * so that functions are refused and prototypes dropped as in Electron; cycles and shared references survive.
 * Self-contained: its source is also injected into the page.
 */
export function makeCodec({ toBase64, fromBase64 }: Bytes): Codec {
  type Ref = { v?: unknown; n?: string; b?: string; r?: number };
  type Row = [tag: string, ...parts: unknown[]];
  const refused = (): Error => new Error('An object could not be cloned.');

  function encode(value: unknown): string {
    let clone: unknown;
    try {
      clone = structuredClone(value);
    } catch {
      throw refused();
    }
    const table: (Row | null)[] = [];
    const seen = new Map<object, number>();
    const reference = (v: unknown): Ref => {
      if (v === undefined) return {};
      if (typeof v === 'number' && (!Number.isFinite(v) || Object.is(v, -0)))
        return { n: Object.is(v, -0) ? '-0' : String(v) };
      if (typeof v === 'bigint') return { b: String(v) };
      if (v === null || typeof v !== 'object') return { v };
      const known = seen.get(v);
      if (known !== undefined) return { r: known };
      const index = table.push(null) - 1;
      seen.set(v, index);
      table[index] = row(v);
      return { r: index };
    };
    const row = (v: object): Row => {
      if (Array.isArray(v)) return ['array', v.map(reference)];
      if (v instanceof Date) return ['date', reference(v.getTime())];
      if (v instanceof Map) return ['map', [...v].map(([k, x]) => [reference(k), reference(x)])];
      if (v instanceof Set) return ['set', [...v].map(reference)];
      if (v instanceof RegExp) return ['regexp', v.source, v.flags];
      if (v instanceof Error) return ['error', v.name, v.message, v.stack];
      if (v instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(v))];
      if (ArrayBuffer.isView(v))
        return ['typed', v.constructor.name, toBase64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))];
      if (Object.prototype.toString.call(v) !== '[object Object]') throw refused();
      return ['object', Object.entries(v).map(([k, x]) => [k, reference(x)])];
    };
    return JSON.stringify({ root: reference(clone), table });
  }

  function decode(text: string): unknown {
    const { root, table } = JSON.parse(text) as { root: Ref; table: Row[] };
    const made: unknown[] = [];
    const value = (ref: Ref): unknown => {
      if (ref.r !== undefined) return made[ref.r] ?? object(ref.r);
      if (ref.n !== undefined) return Number(ref.n);
      if (ref.b !== undefined) return BigInt(ref.b);
      return ref.v;
    };
    const global = globalThis as unknown as Record<string, new (argument: unknown) => unknown>;
    const object = (index: number): unknown => {
      const [tag, a, b, c] = table[index] ?? ['object', []];
      switch (tag) {
        case 'array': {
          const array: unknown[] = [];
          made[index] = array;
          for (const x of a as Ref[]) array.push(value(x));
          return array;
        }
        case 'map': {
          const map = new Map<unknown, unknown>();
          made[index] = map;
          for (const [k, x] of a as [Ref, Ref][]) map.set(value(k), value(x));
          return map;
        }
        case 'set': {
          const set = new Set<unknown>();
          made[index] = set;
          for (const x of a as Ref[]) set.add(value(x));
          return set;
        }
        case 'object': {
          const plain: Record<string, unknown> = {};
          made[index] = plain;
          for (const [k, x] of a as [string, Ref][]) plain[k] = value(x);
          return plain;
        }
        case 'date':
          return (made[index] = new Date(value(a as Ref) as number));
        case 'regexp':
          return (made[index] = new RegExp(a as string, b as string));
        case 'error': {
          const make = (global[a as string] ?? Error) as new (message: unknown) => Error;
          const error = new make(b);
          return (made[index] = Object.assign(error, { stack: c }));
        }
        case 'buffer':
          return (made[index] = fromBase64(a as string).buffer);
        default: {
          const make = global[a as string];
          if (!make) throw refused();
          return (made[index] = new make(fromBase64(b as string).buffer));
        }
      }
    };
    return value(root);
  }

  return { encode, decode };
}
