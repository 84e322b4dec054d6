/** A text that is a web address and nothing else, as it can be opened; null if it is none. */
export function openUrlOf(text: string): string | null {
  const url = /\s/.test(text.trim()) ? null : URL.parse(text.trim());
  return url?.protocol === 'https:' ? url.href : null;
}
