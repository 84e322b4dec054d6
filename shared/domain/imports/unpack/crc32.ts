const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** The check sum of gzip and zip (CRC-32, RFC 1952 section 8), over bytes that come in pieces. */
export function createCrc32(): { add(bytes: Uint8Array): void; readonly value: number } {
  let crc = 0xffffffff;
  return {
    add(bytes) {
      let now = crc;
      for (let i = 0; i < bytes.length; i++) now = (TABLE[(now ^ (bytes[i] as number)) & 255] as number) ^ (now >>> 8);
      crc = now;
    },
    get value() {
      return (crc ^ 0xffffffff) >>> 0;
    },
  };
}
