/**
 * Rule: what a page may load and run. Nothing by default; the program's own files; pictures also as data: and blob:,
 * which reach no one. `connect-src` and `worker-src` are our own origin for the files she hands over and the ledger's
 * worker. Styles: react-aria adds two style elements of its own, which carry the nonce of the page.
 *
 * It is sent with every answer of the app protocol, worker scripts included: a worker obeys the policy of its script's
 * answer, not that of the page.
 */
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/**
 * The policy as a header's value.
 * @param nonce of the page that is being served; '' for anything that is not a page.
 * @param devServer origin of the dev server while developing, else null: its client script is inline and opens a socket.
 */
export function contentSecurityPolicy(nonce: string, devServer: string | null): string {
  const extra: Record<string, readonly string[]> = {};
  const byNonce = nonce === '' ? [] : [`'nonce-${nonce}'`];
  extra['style-src'] = byNonce;
  if (devServer) {
    extra['script-src'] = byNonce;
    extra['connect-src'] = [devServer, devServer.replace(/^http/, 'ws')];
  }
  return Object.entries(POLICY)
    .map(([directive, sources]) => [directive, ...sources, ...(extra[directive] ?? [])].join(' '))
    .join('; ');
}

/** The policy of a file that she keeps: shown as a picture it is all there; as a page of its own it could do and load nothing. */
export const KEPT_FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
