import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, errorFacts, factsLine } from '#main/log.ts';
import { tempFolder } from './temp-folder.ts';

describe('the log', () => {
  it('keeps facts on one line and cuts long texts', () => {
    expect(factsLine({ rows: 12, channel: 'desk:a.b', fresh: true })).toBe('rows=12 channel="desk:a.b" fresh=true');
    const line = factsLine({ text: `a\nb${'x'.repeat(1000)}` });
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(220);
  });

  it('keeps of an error its kind, its code and where it arose, and never its message', () => {
    const error = Object.assign(new SyntaxError('Unexpected token in "Pfote & Co,12.50"'), { code: 'E_ROW' });
    const facts = errorFacts(error);
    expect(facts).toMatchObject({ error: 'SyntaxError', code: 'E_ROW' });
    expect(JSON.stringify(facts)).toContain('log.test.ts');
    expect(JSON.stringify(facts)).not.toContain('Pfote');
    expect(errorFacts('Pfote & Co,12.50')).toEqual({ error: 'string' });
  });

  it('writes to its file', () => {
    const file = join(tempFolder(), 'logs', 'main.log');
    const log = createLog(file);
    log.info('started', { version: '1.2.3' });
    log.error('ipc.internal', new Error('row 7: Pfote & Co'), { channel: 'desk:a.b' });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('started version="1.2.3"');
    expect(text).toContain('channel="desk:a.b" error="Error"');
    expect(text).not.toContain('Pfote');
  });
});
