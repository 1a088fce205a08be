/** Wrong usage of the command line: exit status 2. */
export class UsageError extends Error {}

/** An input that cannot be read; the message names it and the line at fault: exit status 1. */
export class InputError extends Error {
  constructor(
    message: string,
    readonly fault: Fault = 'other',
    readonly field = '',
  ) {
    super(message);
  }
}

/** What is wrong with an input line or one of its fields, where others put it into words of their own. */
export type Fault = 'object' | 'missing' | 'string' | 'day' | 'other';

/** The message of anything thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
