import { readFileSync } from 'node:fs';
import { InputError, messageOf } from './errors';

const DECODER = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8. Throws an `InputError` that names the source and where it is something else. */
export function decode(bytes: Uint8Array, source: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new InputError(`${source}: UTF-16 text (its byte order mark says so); give it in UTF-8`);
  try {
    return DECODER.decode(bytes);
  } catch {
    throw new InputError(`${source}: not UTF-8${invalidAt(bytes)}; give it in UTF-8`);
  }
}

/** Where the first byte that is no UTF-8 stands, by bisection over prefixes: " (line 3)". */
function invalidAt(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  const decodes = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(bytes.length)) return ' (cut off in the middle of a character)';
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  const line = bytes.subarray(0, good).filter((byte) => byte === 10).length + 1;
  return ` (line ${line})`;
}

/** The bytes of a file. Throws an `InputError` that names it. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder, not a file' : messageOf(error);
    throw new InputError(`${path}: ${reason}`);
  }
}

/** A file's text. Throws an `InputError` that names it. */
export const readText = (path: string): string => decode(readBytes(path), path);

/** A file's JSON. Throws an `InputError` that names it. */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path}: not JSON: ${messageOf(error)}`);
  }
}

/** A line of a JSONL input: its number from 1, and its value or what is wrong with it. */
export type Line = { number: number } & ({ value: unknown } | { error: string });

/** The lines of a JSONL stream as they come; blank ones are left out, bad ones carry their error. */
export async function* jsonLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let pending: Uint8Array[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield* parsed(Buffer.concat([...pending, chunk.subarray(from, at)]), ++number);
      pending = [];
      from = at + 1;
    }
    if (from < chunk.length) pending.push(chunk.subarray(from));
  }
  if (pending.length > 0) yield* parsed(Buffer.concat(pending), ++number);
}

function* parsed(bytes: Uint8Array, number: number): Generator<Line> {
  try {
    const text = decode(bytes, `line ${number}`);
    if (text.trim() === '') return;
    yield { number, value: JSON.parse(text) };
  } catch (error) {
    const reason = messageOf(error);
    yield { number, error: error instanceof InputError ? reason : `line ${number}: not JSON: ${reason}` };
  }
}

/** Writes a line to standard output, waiting while its reader is slow. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
}

export const warn = (message: string): void => {
  process.stderr.write(`nameplate: ${message}\n`);
};
