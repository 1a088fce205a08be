import { afterEach, describe, expect, it } from 'vitest';
import { tellChanged, whenChanged } from '../../src/browser/changes';

class FakePage extends EventTarget {
  hidden = false;
  see(seen: boolean) {
    this.hidden = !seen;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A page that counts how often it was shown anew; each showing ends when it is told to. */
function watched(what: 'feeds' | 'library') {
  const page = new FakePage();
  const open: (() => void)[] = [];
  const show = () => new Promise<void>((resolve) => open.push(resolve));
  whenChanged(what, show, page);
  return { page, shown: () => open.length, end: () => open.at(-1)!() };
}

/** Messages of a channel come in a later task. */
const later = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a page that is told of changes', () => {
  afterEach(later);

  it('is shown anew at each change of what it shows, and of nothing else', async () => {
    const { shown, end } = watched('library');
    tellChanged('feeds');
    await later();
    expect(shown()).toBe(0);
    tellChanged('library');
    await later();
    expect(shown()).toBe(1);
    end();
    tellChanged('library');
    await later();
    expect(shown()).toBe(2);
  });

  it('is shown once more for all that changes while it is being shown', async () => {
    const { shown, end } = watched('library');
    for (let i = 0; i < 5; i++) tellChanged('library');
    await later();
    expect(shown()).toBe(1);
    end();
    await later();
    expect(shown()).toBe(2);
    end();
    await later();
    expect(shown()).toBe(2);
  });

  it('waits until it is seen, and is not shown anew for being seen alone', async () => {
    const { page, shown, end } = watched('library');
    page.see(false);
    tellChanged('library');
    await later();
    expect(shown()).toBe(0);
    page.see(true);
    await later();
    expect(shown()).toBe(1);
    end();
    await later();
    page.see(false);
    page.see(true);
    await later();
    expect(shown()).toBe(1);
  });
});
