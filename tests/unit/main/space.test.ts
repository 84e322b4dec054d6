import { describe, expect, it } from 'vitest';
import { createSpace, type Space } from '#main/files/space.ts';
import { bytesText } from '#main/files/bytes-text.ts';
import { tempFolder } from './temp-folder.ts';

const MB = 1024 * 1024;

function spaceWith(free: number): { space: Space; disk: { free: number; now: number } } {
  const disk = { free, now: 1_000_000 };
  const space = createSpace({ folder: '/data', now: () => disk.now, freeBytes: () => Promise.resolve(disk.free) });
  return { space, disk };
}

describe('the gate before large writes', () => {
  it('asks for twice the bytes and 512 MB more, to the byte', async () => {
    const needed = 2 * 100 * MB + 512 * MB;
    expect((await spaceWith(needed).space.grant(100 * MB)).ok).toBe(true);
    expect(await spaceWith(needed - 1).space.grant(100 * MB)).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
  });

  it('names what is free and what is needed', async () => {
    const refused = await spaceWith(300_000_000).space.grant(400_000_000);
    expect(refused).toMatchObject({ error: { code: 'disk-full' } });
    expect(JSON.stringify(refused)).toContain('300 MB are free and 1.3 GB are needed');
  });

  it('grants once, for a minute', async () => {
    const { space, disk } = spaceWith(10_000 * MB);
    const grant = await space.grant(MB);
    if (!grant.ok) throw new Error(grant.error.message);
    expect(grant.value).toMatchObject({ bytes: MB, expiresMs: disk.now + 60_000 });
    expect(await space.spend(grant.value.grantId)).toEqual({ ok: true, value: null });
    expect(await space.spend(grant.value.grantId)).toMatchObject({ error: { code: 'no-grant' } });

    const late = await space.grant(MB);
    if (!late.ok) throw new Error(late.error.message);
    disk.now += 60_000;
    expect(await space.spend(late.value.grantId)).toMatchObject({ error: { code: 'no-grant' } });
    expect(await space.spend('made up')).toMatchObject({ error: { code: 'no-grant' } });
  });

  it('looks again when a grant is spent: the disk may have filled up meanwhile', async () => {
    const { space, disk } = spaceWith(10_000 * MB);
    const grant = await space.grant(MB);
    if (!grant.ok) throw new Error(grant.error.message);
    disk.free = MB;
    expect(await space.spend(grant.value.grantId)).toMatchObject({ error: { code: 'disk-full' } });
  });

  it('refuses when the disk does not say', async () => {
    const space = createSpace({ folder: '/', now: () => 0, freeBytes: () => Promise.reject(new Error('EIO')) });
    expect(await space.grant(1)).toMatchObject({ ok: false, error: { code: 'disk-unknown' } });
  });

  it('asks the real disk', async () => {
    const space = createSpace({ folder: tempFolder(), now: () => 0 });
    expect(await space.grant(Number.MAX_SAFE_INTEGER)).toMatchObject({ error: { code: 'disk-full' } });
    const gone = createSpace({ folder: '/not/there', now: () => 0 });
    expect(await gone.grant(1)).toMatchObject({ error: { code: 'disk-unknown' } });
  });

  it.each([
    [0, '0 KB'],
    [999_999, '999 KB'],
    [1_000_000, '1 MB'],
    [999_999_999, '999 MB'],
    [1_290_000_000, '1.2 GB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});
