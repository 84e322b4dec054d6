/**
 * The one origin of the program's pages. Fixed for ever: IndexedDB belongs to an origin, so another scheme or host here
 * would be an empty database for everyone who has one.
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'desk';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** `url` parsed if it is one of the program's own, else null. Compared part by part, never by its beginning. */
export function ownUrl(url: string): URL | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== `${APP_SCHEME}:` || parsed.host !== APP_HOST) return null;
  return parsed.username === '' && parsed.password === '' ? parsed : null;
}
