/** A pack that cannot be read; the message names the place in it ("entities[3].kind") and what is wrong there. */
export class PackError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(path ? `${path}: ${reason}` : reason);
    this.name = 'PackError';
  }
}
