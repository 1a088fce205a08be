import { beforeEach, describe, expect, it, vi } from 'vitest';

const stored: { privately?: boolean } = {};

vi.mock('wxt/browser', () => ({
  browser: {
    storage: { local: { get: async (defaults: object) => ({ ...defaults, ...stored }) } },
  },
}));

const { shelfFor } = await import('../../src/browser/privacy');

describe('what a window is told', () => {
  beforeEach(() => {
    delete stored.privately;
  });

  it('is all that is at hand, but in a private one only what came along', async () => {
    expect(await shelfFor({ incognito: false })).toBe('all');
    expect(await shelfFor(undefined)).toBe('all');
    expect(await shelfFor({ incognito: true })).toBe('bundled');
  });

  it('is all in a private one too where the reader asks for that', async () => {
    stored.privately = true;
    expect(await shelfFor({ incognito: true })).toBe('all');
  });
});
