import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#main/security/csp.ts';

const directives = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((part) => {
      const [name = '', ...sources] = part.split(' ');
      return [name, sources];
    }),
  );

describe('content security policy', () => {
  it('is exactly this one', () => {
    expect(contentSecurityPolicy('', null)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
        "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('lets a nonce bring styles and never scripts', () => {
    const policy = directives(contentSecurityPolicy('abc', null));
    expect(policy['style-src']).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy['script-src']).toEqual(["'self'"]);
  });

  it('never has a word that opens it, while developing either', () => {
    for (const policy of [contentSecurityPolicy('abc', null), contentSecurityPolicy('abc', 'http://localhost:5173')]) {
      expect(policy).not.toMatch(/unsafe-|\*|strict-dynamic/);
    }
  });

  it('lets only the dev server be reached while developing', () => {
    const policy = directives(contentSecurityPolicy('abc', 'http://localhost:5173'));
    expect(policy['connect-src']).toEqual(["'self'", 'http://localhost:5173', 'ws://localhost:5173']);
    expect(policy['default-src']).toEqual(["'none'"]);
  });
});
