/** Hands a text to the reader as a file to keep. */
export const offerFile = (name: string, text: string): void =>
  offerBlob(name, new Blob([text], { type: 'application/json' }));

/** Hands bytes to the reader as a file to keep. */
export function offerBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
