import { shell } from 'electron';
import { fail, ok, type Result } from '#shared/lib/result.ts';

/**
 * Rule: one gate for what opens outside the program. The operating system starts a program for whatever address it is
 * given (file:, smb:, ms-msdt: ...), so only the web over https and mail pass; nor an address with a name or password in
 * it, which mostly hides where it leads.
 */
export function gateLink(url: string): URL | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  if (parsed.protocol === 'mailto:') return parsed;
  return parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '' ? parsed : null;
}

/** Opens the address in the person's browser or mail program. Error `link-refused`. */
export async function openLink(url: string): Promise<Result<null>> {
  const link = gateLink(url);
  if (!link) return fail('link-refused', 'This link was not opened: only web pages (https) and mail addresses are.');
  try {
    await shell.openExternal(link.href);
    return ok(null);
  } catch {
    return fail('link-refused', 'This link could not be opened: the computer has no program for it.');
  }
}
