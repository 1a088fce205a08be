import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../src/browser/messages';
import { Chunk } from '../../src/page/chunk';
import type { Source } from '../../src/page/marks';
import { packed, unpacked } from '../../src/page/own-answer';

vi.stubGlobal('CSS', { supports: () => false });
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);
afterAll(() => vi.unstubAllGlobals());

const { MarkStore } = await import('../../src/page/marks');
const { isThere, stillSays } = await import('../../src/page/mention');
const { OwnMarks } = await import('../../src/page/own-marks');
type Store = InstanceType<typeof MarkStore>;
type Kept = ReturnType<Store['in']>[number];

const FOLLOWING = 4;
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
    turned: fc.boolean(),
    asks: fc.boolean(),
  }),
  fc.record({ type: fc.constant('lose' as const), nodes: fc.uniqueArray(at) }),
  fc.record({ type: fc.constant('ask' as const) }),
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

/** A text of a chunk that the background has, where it is there. */
interface Piece {
  node: Text;
  data: string;
  start: number;
  end: number;
}

/** A page of text nodes, the store that does all at once, the one that waits, and the background's texts. */
class World {
  readonly nodes: Text[];
  readonly simple = new MarkStore();
  /** Texts that say something else than what was read, or did meanwhile. */
  readonly unread = new Set<Text>();
  readonly own: InstanceType<typeof OwnMarks>;
  readonly again: Node[] = [];
  /** All that anybody but the reader may come to know of the own side. */
  readonly seen: unknown[] = [];
  /** By chunk. */
  readonly background = new Map<number, Piece[]>();
  private readonly texts = new Map<number, string>();
  private turn = 0;

  /** With `known` the library explains the names. */
  constructor(
    texts: readonly string[],
    private readonly known = true,
  ) {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    vi.stubGlobal('document', document);
    vi.stubGlobal('Node', { DOCUMENT_POSITION_FOLLOWING: FOLLOWING });
    this.own = new OwnMarks(
      ['person'],
      (nodes) => this.again.push(...nodes),
      () => {},
    );
    this.nodes = texts.map((data, at) => {
      const node = document.createTextNode(data) as unknown as Text;
      document.body.appendChild(document.createElement('p')).append(node as never);
      // the library that makes a page here knows no order of texts
      node.compareDocumentPosition = (other) => (at < this.nodes.indexOf(other as Text) ? FOLLOWING : 0);
      return node;
    });
  }

  get there(): Text[] {
    return this.nodes.filter((node) => node.isConnected);
  }

  write(node: Text, data: string): void {
    node.data = data;
    this.unread.add(node);
    this.simple.check(node);
    this.own.texts.check(node);
  }

  remove(node: Text): void {
    node.remove();
    this.both((store) => store.dropAway());
  }

  /**
   * Reads some nodes anew, in two chunks if there are several; with `others` an answer changes its mind about all that was
   * told before. With `turned` the second answer comes first; with `asks` the reader does between them.
   */
  read(
    nodes: readonly Text[],
    judged: readonly number[],
    others: boolean,
    { turned = false, asks = false } = {},
  ): void {
    const sources = new Map<number, Source>();
    const half = Math.ceil(nodes.length / 2);
    const parts = nodes.length > 1 ? [nodes.slice(0, half), nodes.slice(half)] : [nodes];
    const answers = parts.map((part) => {
      const { chunk, pieces } = this.gather(part);
      const turn = this.turn++;
      this.tellGone();
      this.background.set(turn, pieces);
      this.texts.set(turn, chunk.text);
      sources.set(turn, { chunk, places: [{ at: 0, from: turn * 1_000, step: 1 }] });
      const ids = others ? [...this.texts.keys()] : [turn];
      const lots = [...judged.slice(turn % judged.length), ...judged];
      return { turn, chunks: ids.map((id) => ({ chunk: id, marks: marksOf(this.texts.get(id)!, lots) })) };
    });
    for (const { turn, chunks } of turned ? answers.reverse() : answers) {
      this.simple.put({ turn, chunks }, sources);
      const own = packed(this.known ? chunks : [], 2_000);
      this.own.texts.put({ turn, chunks: [], own }, turn, sources);
      if (asks) {
        const places = this.own.among([]).map(({ ranges: [first] }) => first!);
        const alike = new Set(
          places.map(
            ({ startContainer, startOffset }) =>
              `${this.nodes.indexOf(startContainer as Text)}:${startOffset}`,
          ),
        );
        expect(alike.size).toBe(places.length);
      }
    }
    this.both((store) => store.settle());
  }

  /** The background forgets the page as it is told of some nodes; then all is read. */
  lose(nodes: readonly Text[]): void {
    this.gather(nodes);
    this.tellGone();
    this.both((store) => store.forget());
    this.background.clear();
    this.texts.clear();
    this.turn = 0;
    this.read(this.there.reverse(), [1], false);
  }

  tellGone(): void {
    const any = this.own.texts.anyGone;
    const gone = this.own.texts.takeGone();
    expect(any).toBe(gone.length > 0);
    this.seen.push(gone);
    for (const { chunk, spans } of gone) {
      const overlaps = ({ start, end }: Piece) => spans.some((span) => start < span.end && span.start < end);
      const left = (this.background.get(chunk) ?? []).filter((piece) => !overlaps(piece));
      this.background.set(chunk, left);
    }
  }

  private gather(nodes: readonly Text[]): { chunk: Chunk<Text>; pieces: Piece[] } {
    const chunk = new Chunk<Text>();
    const pieces: Piece[] = [];
    for (const node of nodes) {
      const start = chunk.length;
      chunk.add(node, node.data);
      if (node.length > 0) pieces.push({ node, data: node.data, start, end: chunk.length });
      chunk.separate();
      this.unread.delete(node);
    }
    this.both((store) => {
      for (const node of chunk.nodes) store.doubt(node);
    });
    return { chunk, pieces };
  }

  private both(tell: (of: Store | World['own']['texts']) => void): void {
    tell(this.simple);
    tell(this.own.texts);
  }
}

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** With `asks` the reader does meanwhile. */
function act(world: World, one: Action, asks = true): void {
  const { nodes } = world;
  const these = (all: readonly number[]) => all.map((i) => nodes[i]!).filter((node) => node.isConnected);
  if (one.type === 'write') world.write(nodes[one.at]!, one.text);
  if (one.type === 'remove') world.remove(nodes[one.at]!);
  if (one.type === 'read')
    world.read(these(one.nodes), one.judged, one.others, { ...one, asks: one.asks && asks });
  if (one.type === 'lose') world.lose(these(one.nodes));
}

/** What has changed is read in the end. */
function end(world: World): void {
  for (let i = 0; i < 2; i++) {
    const left = [...world.unread].filter((node) => node.isConnected);
    world.read(left, [1, 2], false);
  }
  world.tellGone();
}

const told = (marks: readonly Kept[]): string[] =>
  marks
    .map(({ chunk, start, end, entity, surface }) => `${chunk}:${start}-${end} ${entity} ${surface}`)
    .sort();
const texts = fc.array(text, { minLength: 6, maxLength: 6 });
const actions = fc.array(action, { maxLength: 25 });

describe('the mentions that a page must not time', () => {
  it('are what they would be if all were done at once, whenever the reader asks', () => {
    fc.assert(
      fc.property(texts, actions, (given, all) => {
        const world = new World(given);
        const { nodes, own, simple } = world;
        for (const one of all) {
          act(world, one);
          const node = one.type === 'point' ? nodes[one.at]! : null;
          if (node?.isConnected && !world.unread.has(node))
            expect(told(own.in(node))).toEqual(told(simple.in(node).filter((mark) => mark.marked)));
          if (one.type === 'ask')
            for (const mark of own.among([])) expect([isThere(mark), stillSays(mark)]).toEqual([true, true]);
        }
        end(world);
        expect(told(own.among([]))).toEqual(told(simple.all));
      }),
      { numRuns: 400 },
    );
  });

  it('are told as gone by their texts, so that the background has those that are there and no others', () => {
    fc.assert(
      fc.property(texts, actions, (given, all) => {
        const world = new World(given);
        world.read(world.nodes, [1], false);
        for (const one of all) act(world, one);
        end(world);
        const had = [...world.background.values()].flat();
        expect(had.map(({ data }) => data).sort()).toEqual(
          world.there
            .map(({ data }) => data)
            .filter((data) => data !== '')
            .sort(),
        );
        for (const { node, data } of had) expect([node.isConnected, node.data]).toEqual([true, data]);
      }),
      { numRuns: 400 },
    );
  });

  it('are not looked into before the reader asks, and nothing else hangs on them', () => {
    const parse = vi.spyOn(JSON, 'parse');
    fc.assert(
      fc.property(texts, actions, (given, all) => {
        parse.mockClear();
        const seen = [true, false].map((known) => {
          const world = new World(given, known);
          for (const one of all) act(world, one, false);
          end(world);
          return [world.seen, world.again.length];
        });
        expect(seen[0]).toEqual(seen[1]);
        expect(parse).not.toHaveBeenCalled();
      }),
    );
    parse.mockRestore();
  });

  it('stay the same objects as they are made out again, and as their text is read again', () => {
    const world = new World(['Ann went', 'Bob and Ann', '', '', '', '']);
    world.read(world.nodes.slice(0, 2), [1], false);
    const before = world.own.among([]);
    expect(before).toHaveLength(3);
    world.read(world.nodes.slice(0, 1), [1], false);
    expect(world.own.among([]).map((mark) => before.includes(mark))).toEqual([true, true, true]);
  });

  it('are as the newest answer says, though it came first and its own text is gone', () => {
    const world = new World(['Ann', 'Bob', '', '', '', '']);
    const [first, second] = world.nodes as [Text, Text];
    world.read([first, second], [1, 2], true, { turned: true });
    world.read([second], [1], false);
    expect(told(world.own.in(first))).toEqual(['0:0-3 Ann0 Ann']);
    expect(told(world.simple.in(first))).toEqual(['0:0-3 Ann0 Ann']);
  });

  it('are told no more where the reader said that this is somebody else', () => {
    const world = new World(['Ann went', 'Bob and Ann', '', '', '', '']);
    world.read(world.nodes.slice(0, 2), [1], false);
    world.own.reject('Ann1', 'Ann');
    expect(told(world.own.among([]))).toEqual(['1:0-3 Bob1 Bob']);
  });

  it('take a bounded place on a page that changes for hours, and none of them is lost', () => {
    const world = new World(['Ann went', 'Bob and Ann', '', '', '', '']);
    const [first, , changing] = world.nodes as [Text, Text, Text];
    world.read(world.nodes.slice(0, 2), [1], false);
    const long = 'x'.repeat(50_000);
    for (let i = 0; i < 400; i++) {
      world.write(changing, `${long}${i}`);
      world.read([...new Set([changing, ...(world.again.splice(0) as Text[])])], [1], false);
      expect(world.own.texts.sents.length).toBeLessThan(200);
    }
    expect(told(world.own.in(first))).toHaveLength(1);
    expect(world.own.among([])).toHaveLength(3);
  });

  it('and its text is not read again where the page itself is as long', () => {
    const long = 'x'.repeat(1_500_000);
    const world = new World([`Ann went ${long}`, `Bob ${long}`, `Eve ${long}`, '', '', '']);
    for (const node of world.nodes.slice(0, 3)) world.read([node], [1], false);
    expect(world.again).toEqual([]);
    expect(world.own.among([])).toHaveLength(3);
  });

  it('that the bundled articles explain later are read again, once', () => {
    const world = new World(['Ann went', 'Bob', '', '', '', '']);
    world.read(world.nodes.slice(0, 2), [1], false);
    const bob = { ...marksOf('Bob', [1])[0]!, own: false };
    const bundled = (turn: number, marked: boolean) =>
      world.own.texts.put(
        { turn, chunks: [{ chunk: 1, marks: [{ ...bob, marked }] }], own: packed([], 100) },
        turn,
        new Map(),
      );
    bundled(2, false);
    expect(world.again).toEqual([]);
    for (const turn of [3, 4]) bundled(turn, true);
    expect(world.again).toEqual([world.nodes[1]]);
  });

  it('are given in page order, whenever they were read', () => {
    const world = new World(['Ann and Bob', 'Eve', 'Bob', '', '', '']);
    for (const i of [2, 0, 1]) world.read([world.nodes[i]!], [1], false);
    expect(world.own.among([]).map(({ surface }) => surface)).toEqual(['Ann', 'Bob', 'Eve', 'Bob']);
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
          if (least > 0) expect(text.length % least).toBe(0);
        },
      ),
    );
  });
});
