import { readBlocks, readHead } from '#renderer/ledger/source.ts';
import type { SourceFile } from '#renderer/ledger/types.ts';
import { settingsFor } from '#shared/domain/imports/defaults.ts';
import { beginLook } from '#shared/domain/imports/recognise.ts';
import { createBlockCutter, createBlockMapper } from '#shared/domain/imports/text-blocks.ts';
import { Encoder } from '#shared/domain/ledger/encode.ts';
import { LedgerState } from '#shared/domain/ledger/ledger-state.ts';

/** Milliseconds of one thread. */
export interface Stages {
  /** Waiting for bytes, decoding them, cutting rows. */
  readonly read: number;
  /** Finding cells, reading them to typed columns, issues. */
  readonly map: number;
  /** Columns to their stored form. */
  readonly encode: number;
  /** Keys, kinds, sums. */
  readonly plan: number;
}

async function stagesOf(file: SourceFile): Promise<Stages> {
  const head = await readHead(file, '');
  const looking = head.ok
    ? beginLook(head.value.bytes, head.value.whole, { dialect: {}, profileId: null }, { own: [] })
    : head;
  if (!looking.ok) throw new Error(looking.error.message);
  const { recognition } = looking.value.finish();
  const settings = settingsFor(recognition, { zone: 'UTC' }, { name: file.name, modified: 0 });
  const cutter = createBlockCutter(recognition.dialect);
  const mapper = createBlockMapper(recognition, settings);
  const encoder = new Encoder();
  const session = new LedgerState().beginPlan({ importId: 'i', sequence: 1 }, Math.ceil(file.size / 150));
  const spent = { map: 0, encode: 0, plan: 0 };
  const start = performance.now();
  for await (const block of readBlocks(file, '', cutter, () => {})) {
    let last = performance.now();
    const lap = (stage: 'map' | 'encode' | 'plan'): void => {
      const now = performance.now();
      spent[stage] += now - last;
      last = now;
    };
    for (const { draft } of mapper.map(block)) {
      lap('map');
      encoder.add(draft);
      lap('encode');
    }
    lap('map');
    const { rows } = encoder;
    const columns = encoder.finish();
    lap('encode');
    session.addColumns(columns, rows);
    lap('plan');
  }
  const whole = performance.now() - start;
  return { ...spent, read: whole - spent.map - spent.encode - spent.plan };
}

self.addEventListener('message', ({ data }: MessageEvent<SourceFile>) => {
  void stagesOf(data).then((stages) => self.postMessage(stages));
});
