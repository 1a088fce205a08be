import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** An element that stands somewhere, and may be moved. */
class Box {
  top = 0;
  getBoundingClientRect() {
    return { x: 0, y: this.top };
  }
}
vi.stubGlobal('Element', Box);
afterAll(() => vi.unstubAllGlobals());

const { Rest } = await import('../../src/page/rest');

describe('a pointer that comes to rest', () => {
  let looked: number[];
  let rest: InstanceType<typeof Rest>;
  const element = () => new Box() as Box & Element;
  const here = { x: 100, y: 100 };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    looked = [];
    rest = new Rest((since) => {
      expect(rest.isOver).toBe(true);
      looked.push(performance.now() - since);
    });
  });
  afterEach(() => void vi.useRealTimers());

  it('is looked at after 120 ms, once, and not before', () => {
    rest.begin(here, element());
    vi.advanceTimersByTime(119);
    expect(looked).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(looked).toEqual([120]);
    expect(rest.isOver).toBe(false);
  });

  it('has not where it goes on, or comes to another element', () => {
    const one = element();
    for (let i = 0; i < 20; i++) {
      rest.begin({ x: 100 + 5 * i, y: 100 }, one);
      vi.advanceTimersByTime(100);
    }
    for (let i = 0; i < 20; i++) {
      rest.begin(here, element());
      vi.advanceTimersByTime(100);
    }
    expect(looked).toEqual([]);
  });

  it('has in a hand that trembles', () => {
    const one = element();
    for (let i = 0; i < 13; i++) {
      rest.begin({ x: 100 + (i % 2) * 3, y: 100 }, one);
      vi.advanceTimersByTime(10);
    }
    expect(looked).toEqual([120]);
  });

  it('has not where the page moves under it', () => {
    const one = element();
    rest.begin(here, one);
    vi.advanceTimersByTime(60);
    one.top = -40;
    vi.advanceTimersByTime(1_000);
    expect(looked).toEqual([]);
    // it moves on
    rest.begin(here, one);
    vi.advanceTimersByTime(1_000);
    expect(looked).toEqual([120]);
  });

  it('is not waited for any more at the end', () => {
    rest.begin(here, element());
    rest.end();
    vi.advanceTimersByTime(1_000);
    expect(looked).toEqual([]);
  });
});
