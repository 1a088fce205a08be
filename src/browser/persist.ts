/**
 * Asks the browser not to delete what the extension keeps when the disk gets full, which is to be said to the reader where
 * this is called. Gives whether it has promised; null where it does not tell.
 */
export async function askToKeep(): Promise<boolean | null> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return null;
  }
}
