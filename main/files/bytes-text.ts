/** A number of bytes for a person: "512 MB", "1.2 GB" (decimal units, as file managers show them); rounded down. */
export function bytesText(bytes: number): string {
  if (bytes >= 1e9) return `${Math.floor(bytes / 1e8) / 10} GB`;
  if (bytes >= 1e6) return `${Math.floor(bytes / 1e6)} MB`;
  return `${Math.floor(bytes / 1e3)} KB`;
}
