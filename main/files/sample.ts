import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endingOn, SAMPLE_FILES } from '#shared/domain/imports/sample.ts';
import type { Intake } from '#shared/ipc/contract.ts';
import { DAY_MS, dayToNumber, type Day } from '#shared/lib/day.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import type { Intakes } from './intake.ts';

export interface Sample {
  open(lastDay: Day): Promise<Result<readonly Intake[]>>;
}

/** The exports of the sample program from the program's own `folder`, to be read like any other, moved to end on a day. */
export function createSample(folder: string, intakes: Intakes): Sample {
  return {
    async open(lastDay) {
      try {
        const texts = await Promise.all(SAMPLE_FILES.map((name) => readFile(join(folder, name), 'utf8')));
        const asOf = (dayToNumber(lastDay) + 1) * DAY_MS;
        return ok(SAMPLE_FILES.map((name, at) => intakes.hold(name, endingOn(texts[at] ?? '', lastDay), asOf)));
      } catch {
        return fail(
          'no-sample',
          'The sample program is not where it was installed. Install Affiliate Desk again to get it back; your data stays.',
        );
      }
    },
  };
}
