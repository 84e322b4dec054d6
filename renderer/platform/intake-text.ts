/** Far more than a shared profile has. */
const MOST_BYTES = 2_000_000;

/** The text of a small file that main has taken in; null if it cannot be read or is no small text. */
export async function intakeText({ id, size }: { readonly id: string; readonly size: number }): Promise<string | null> {
  if (size > MOST_BYTES) return null;
  try {
    const response = await fetch(`/intake/${encodeURIComponent(id)}`, { cache: 'no-store' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** The bytes of a file that main has taken in; null if it cannot be read any more. The caller has looked at its size. */
export async function intakeBytes({ id }: { readonly id: string }): Promise<Uint8Array | null> {
  try {
    const response = await fetch(`/intake/${encodeURIComponent(id)}`, { cache: 'no-store' });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
