/** Bytes as base64 (RFC 4648, with padding). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x6000)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(i, i + 0x6000))));
  return pieces.join('');
}

/** Bytes of a base64 string. Throws an `InvalidCharacterError` if it is none. */
export function fromBase64(encoded: string): Uint8Array<ArrayBuffer> {
  const units = atob(encoded);
  const bytes = new Uint8Array(units.length);
  for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
  return bytes;
}
