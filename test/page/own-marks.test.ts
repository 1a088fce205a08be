import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../src/browser/messages';
import { Chunk } from '../../src/page/chunk';
import type { Source } from '../../src/page/marks';
import { type Marked, packed, unpacked } from '../../src/page/own-answer';

/** What waits for the page to be at rest. */
let waiting: ((deadline: IdleDeadline) => void) | null = null;
let clock = 0;

vi.stubGlobal('CSS', { supports: () => false });
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);
vi.stubGlobal('requestIdleCallback', (work: (deadline: IdleDeadline) => void) => {
  waiting = work;
  return 1;
});
vi.stubGlobal('performance', { now: () => clock++ });
afterAll(() => vi.unstubAllGlobals());

const { MarkStore } = await import('../../src/page/marks');
const { stillSays } = await import('../../src/page/mention');
const { OwnMarks } = await import('../../src/page/own-marks');
type Store = InstanceType<typeof MarkStore>;
type Kept = ReturnType<Store['in']>[number];

/** The page's time for us, which is enough for a few steps. */
function rest(): void {
  const work = waiting;
  waiting = null;
  work?.({ timeRemaining: () => 50, didTimeout: false });
}

const NAMES = ['Ann', 'Bob', 'Eve'];
const text = fc
  .array(fc.constantFrom(...NAMES, 'and', 'went', 'x'), { maxLength: 8 })
  .map((it) => it.join(' '));
const at = fc.nat(5);
const action = fc.oneof(
  fc.record({ type: fc.constant('write' as const), at, text }),
  fc.record({ type: fc.constant('remove' as const), at }),
  fc.record({
    type: fc.constant('read' as const),
    nodes: fc.uniqueArray(at, { minLength: 1 }),
    judged: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
    others: fc.boolean(),
  }),
  fc.record({ type: fc.constant('rest' as const) }),
  fc.record({ type: fc.constant('point' as const), at }),
);

/** The marks on a text's names, judged by a row of numbers that says who and whether each is marked. */
function marksOf(chunk: string, judged: readonly number[]): Mark[] {
  return [...chunk.matchAll(/Ann|Bob|Eve/g)].map(({ 0: name, index }, i) => {
    const lot = judged[i % judged.length]!;
    const marked = lot > 0;
    return {
      start: index,
      end: index + name.length,
      entity: `${name}${lot % 2}`,
      kind: 'person',
      because: [],
      marked,
      own: true,
    };
  });
}

/** A page of text nodes, the store that does all at once, and the one that waits. */
class World {
  readonly nodes: Text[];
  readonly simple = new MarkStore();
  /** Texts that say something else than what was read, or did meanwhile. */
  readonly unread = new Set<Text>();
  readonly again: Node[] = [];
  readonly own: InstanceType<typeof OwnMarks>;
  private readonly chunks = new Map<number, string>();
  private turn = 0;
  private lost = false;

  /** More than `most` steps do not wait; the page is read anew then. */
  constructor(texts: readonly string[], most?: number) {
    this.own = new OwnMarks(
      ['person'],
      (nodes) => this.again.push(...nodes),
      () => {
        this.lost = true;
      },
      most,
    );
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    vi.stubGlobal('document', document);
    this.nodes = texts.map((data) => {
      const node = document.createTextNode(data);
      document.body.appendChild(document.createElement('p')).append(node);
      return node as unknown as Text;
    });
  }

  write(node: Text, data: string): void {
    node.data = data;
    this.unread.add(node);
    this.simple.check(node);
    this.own.check(node);
    this.readWhatIsLost();
  }

  remove(node: Text): void {
    node.remove();
    this.both((store) => store.dropAway());
    this.readWhatIsLost();
  }

  /** Reads some nodes anew; with `others` the answer changes its mind about all that was read before. */
  read(nodes: readonly Text[], judged: readonly number[], others: boolean): void {
    const chunk = new Chunk<Text>();
    for (const node of nodes) {
      chunk.add(node, node.data);
      chunk.separate();
      this.unread.delete(node);
    }
    this.both((store) => {
      for (const node of nodes) store.doubt(node);
    });
    const number = this.turn++;
    this.chunks.set(number, chunk.text);
    const ids = others ? [...this.chunks.keys()] : [number];
    const answers: Marked[] = ids.map((id) => ({ chunk: id, marks: marksOf(this.chunks.get(id)!, judged) }));
    const sources = new Map<number, Source>([
      [number, { chunk, places: [{ at: 0, from: number * 1_000, step: 1 }] }],
    ]);
    this.simple.put({ turn: number, chunks: answers }, sources);
    this.own.put({ turn: number, chunks: [], own: packed(answers, 100) }, number, sources);
    this.both((store) => store.settle());
    this.readWhatIsLost();
  }

  /** As the scanner does it: as a page that has not been read before. */
  private readWhatIsLost(): void {
    if (!this.lost) return;
    this.lost = false;
    this.both((store) => store.forget());
    this.chunks.clear();
    this.read(
      this.nodes.filter((node) => node.isConnected),
      [1, 2],
      false,
    );
  }

  private both(work: (store: Store) => void): void {
    work(this.simple);
    this.own.later(work);
  }
}

const told = (marks: readonly Kept[]): string[] =>
  marks
    .map(({ chunk, start, end, entity, surface }) => `${chunk}:${start}-${end} ${entity} ${surface}`)
    .sort();

describe('the mentions that a page must not time', () => {
  beforeEach(() => {
    waiting = null;
  });

  it('are in the end what they would be if all were done at once, and under the pointer are so before', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 6, maxLength: 6 }),
        fc.array(action, { maxLength: 25 }),
        fc.constantFrom(5, 9, 2_000),
        (texts, actions, most) => {
          const world = new World(texts, most);
          const { nodes, own, simple } = world;
          for (const one of actions) {
            if (one.type === 'write') world.write(nodes[one.at]!, one.text);
            if (one.type === 'remove') world.remove(nodes[one.at]!);
            if (one.type === 'rest') rest();
            if (one.type === 'read') {
              const there = one.nodes.map((i) => nodes[i]!).filter((node) => node.isConnected);
              world.read(there, one.judged, one.others);
            }
            const node = one.type === 'point' ? nodes[one.at]! : null;
            if (node?.isConnected && !world.unread.has(node))
              expect(told(own.in(node))).toEqual(told(simple.in(node).filter((mark) => mark.marked)));
            for (const node of nodes) expect(own.in(node).every(stillSays)).toBe(true);
          }
          // as what has changed is read in the end
          world.read(
            [...world.unread].filter((node) => node.isConnected),
            [1, 2],
            false,
          );
          while (waiting) rest();
          expect(told(own.among([]))).toEqual(told(simple.all));
          expect(own.anyGone).toBe(simple.anyGone);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are there at once when the reader asks for all', () => {
    const world = new World(['Ann went', 'Bob and Ann', '', '', '', '']);
    world.read(world.nodes.slice(0, 2), [1], false);
    expect(told(world.own.among([]))).toEqual(told(world.simple.all));
    expect(world.own.among([])).toHaveLength(3);
  });

  it('are never worked on at once, however much waits: the page is read anew then', () => {
    const anew = vi.fn();
    let done = 0;
    const own = new OwnMarks(['person'], () => {}, anew);
    for (let i = 0; i < 5_000; i++)
      own.later(() => {
        done++;
      });
    expect(done).toBe(0);
    expect(anew).toHaveBeenCalledTimes(2);
    while (waiting) rest();
    expect(done).toBe(5_000 - 2 * 2_001);
  });

  it('that are told of no more, in a text that is not at hand, have it read again', () => {
    const world = new World(['Ann went', 'Bob', '', '', '', '']);
    world.read(world.nodes.slice(0, 2), [1], false);
    while (waiting) rest();
    const marks = marksOf('Ann went', [1]);
    world.own.put({ turn: 1, chunks: [], own: packed([{ chunk: 0, marks }], 100) }, 1, new Map());
    while (waiting) rest();
    expect(world.again).toEqual([world.nodes[1]]);
  });

  it('are not worked on while the page leaves no time for it', () => {
    const world = new World(['Ann went', '', '', '', '', '']);
    world.read(world.nodes.slice(0, 1), [1], false);
    const work = waiting!;
    waiting = null;
    work({ timeRemaining: () => 1, didTimeout: false });
    expect(waiting).not.toBeNull();
    // nothing is known of it by what is asked while the page is busy
    expect(world.own.anyGone).toBe(false);
    expect(told(world.own.in(world.nodes[0]!))).toEqual(['0:0-3 Ann1 Ann']);
  });
});

describe('marks in one string', () => {
  const mark = fc.record({
    start: fc.nat(60_000),
    end: fc.nat(60_000),
    entity: fc.string(),
    kind: fc.constantFrom('person' as const, 'place' as const),
    because: fc.array(fc.string(), { maxLength: 2 }),
    marked: fc.boolean(),
    own: fc.boolean(),
  });

  it('come out as they went in, and are as long as wanted however few they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ chunk: fc.nat(), marks: fc.array(mark) })),
        fc.nat(3_000),
        (chunks, least) => {
          const text = packed(chunks, least);
          expect(unpacked(text)).toEqual(chunks);
          expect(text.length).toBeGreaterThanOrEqual(least);
        },
      ),
    );
  });
});
