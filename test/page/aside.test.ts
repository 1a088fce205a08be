import { afterEach, expect, it, vi } from 'vitest';
import { isAside, whenReadable } from '../../src/page/aside';

vi.hoisted(() => Object.assign(globalThis, { CSS: { supports: () => false } }));

/** Tells what the layout tells when it comes. */
class FakeObserver {
  static all = new Set<FakeObserver>();
  constructor(readonly layout: () => void) {}
  observe() {
    FakeObserver.all.add(this);
  }
  disconnect() {
    FakeObserver.all.delete(this);
  }
}

/** A window of this size: a frame's, or a tab's own. */
function windowOf(innerWidth: number, innerHeight: number, isFrame = true) {
  const target = new EventTarget();
  const size = { innerWidth, innerHeight };
  const made = Object.assign(target, size, { top: null as unknown });
  made.top = isFrame ? {} : made;
  vi.stubGlobal('window', made);
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('ResizeObserver', FakeObserver);
  return made;
}

afterEach(() => {
  FakeObserver.all.clear();
  vi.unstubAllGlobals();
});

it('a frame of a size that advertisements are sold in, or that nothing can be read at, is not for reading', () => {
  for (const [width, height] of [
    [300, 250],
    [728, 90],
    [1, 1],
    [0, 0],
    [600, 10],
  ] as const) {
    windowOf(width, height);
    expect(isAside()).toBe(true);
  }
  windowOf(560, 260);
  expect(isAside()).toBe(false);
});

it('a tab is for reading at any size', () => {
  windowOf(300, 250, false);
  expect(isAside()).toBe(false);
});

it('a frame is told of once when it has been given a size to read at, unless nobody waits any more', () => {
  const frame = windowOf(0, 0);
  let told = 0;
  whenReadable(() => told++);
  const stop = whenReadable(() => told++);
  stop();
  frame.dispatchEvent(new Event('resize'));
  expect(told).toBe(0);
  frame.innerWidth = 640;
  frame.innerHeight = 480;
  frame.dispatchEvent(new Event('resize'));
  frame.dispatchEvent(new Event('resize'));
  expect(told).toBe(1);
});

it('so is one that is laid out for the first time, of which no event tells', () => {
  const frame = windowOf(0, 0);
  let told = 0;
  whenReadable(() => told++);
  frame.innerWidth = 640;
  frame.innerHeight = 480;
  for (const { layout } of FakeObserver.all) layout();
  expect([told, FakeObserver.all.size]).toEqual([1, 0]);
});

it('in Firefox a frame is not asked for its size before it is laid out: that would lay out the page around it', async () => {
  vi.resetModules();
  vi.stubGlobal('CSS', { supports: () => true });
  const firefox = await import('../../src/page/aside');
  const frame = windowOf(640, 480);
  let asked = 0;
  Object.defineProperty(frame, 'innerWidth', { get: () => ++asked && 640 });
  let told = 0;
  expect(firefox.isAside()).toBe(true);
  firefox.whenReadable(() => told++);
  expect([asked, told]).toEqual([0, 0]);
  for (const { layout } of FakeObserver.all) layout();
  expect([asked > 0, told, firefox.isAside()]).toEqual([true, 1, false]);
});
