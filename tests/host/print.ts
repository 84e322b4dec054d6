import type { Protocol } from './cdp.ts';

/** Paper in inches, portrait; sizes of ISO 216 and ANSI/ASME Y14.1. */
const PAPER: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};
type Sides = { top?: number; bottom?: number; left?: number; right?: number; marginType?: string };

/** Electron's `printToPDF` options (inches) as the browser's own. */
export function printParameters(options: Electron.PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { margins, pageSize = 'Letter', ...same } = options;
  const named = typeof pageSize === 'string' ? PAPER[pageSize] : ([pageSize.width, pageSize.height] as const);
  if (!named) throw new Error(`not in the host: pageSize ${JSON.stringify(pageSize)}`);
  const { top, bottom, left, right, marginType } = (margins ?? {}) as Sides;
  const all = marginType === 'none' ? 0 : undefined;
  const sides = {
    marginTop: top ?? all,
    marginBottom: bottom ?? all,
    marginLeft: left ?? all,
    marginRight: right ?? all,
  };
  return {
    ...(same as Protocol.Page.printToPDFParameters),
    paperWidth: named[0],
    paperHeight: named[1],
    ...(Object.fromEntries(
      Object.entries(sides).filter(([, inches]) => inches !== undefined),
    ) as Protocol.Page.printToPDFParameters),
  };
}
