import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Chunk } from '../../src/page/chunk';
import { OwnPlaces } from '../../src/page/own-places';
import { Places, positionsBy } from '../../src/page/places';

afterAll(() => vi.unstubAllGlobals());

const FOLLOWING = 4;
const nowhere = { before: Number.NEGATIVE_INFINITY, after: Number.POSITIVE_INFINITY, next: null };

/** A page of paragraphs, and where each is told to stand. */
class World {
  readonly body: HTMLElement;
  readonly places = new OwnPlaces();
  readonly at = new Map<Text, number>();
  /** Readings that had to tell all anew. */
  refused = 0;

  constructor() {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    vi.stubGlobal('document', document);
    vi.stubGlobal('Node', { DOCUMENT_POSITION_FOLLOWING: FOLLOWING });
    this.body = document.body as unknown as HTMLElement;
    // the library that makes a page here walks only forwards, and (below) compares no places of texts
    const walker = {
      currentNode: null as Node | null,
      nextNode: () => this.step(walker, 1),
      previousNode: () => this.step(walker, -1),
    };
    Object.assign(document, { createTreeWalker: () => walker });
  }

  private step(walker: { currentNode: Node | null }, by: number): Text | null {
    const { texts } = this;
    const text = texts[texts.indexOf(walker.currentNode as Text) + by] ?? null;
    if (text) walker.currentNode = text;
    return text;
  }

  get texts(): Text[] {
    return [...this.body.children].map((element) => element.firstChild as Text);
  }

  /** Puts paragraphs in before the one of an index, or moves one there. */
  put(index: number, elements: readonly Element[]): void {
    const next = this.body.children[index] ?? null;
    for (const element of elements) if (element !== next) this.body.insertBefore(element, next);
  }

  made(length: number): Element {
    const element = document.createElement('p');
    const text = element.appendChild(document.createTextNode('x'.repeat(length)));
    const placeOf = (node: Node) => this.texts.indexOf(node as Text);
    text.compareDocumentPosition = (other) => (placeOf(text) < placeOf(other) ? FOLLOWING : 0);
    return element;
  }

  /** Reads the texts of these paragraphs, which are in page order, as one chunk. */
  read(elements: readonly Element[]): void {
    const chunk = new Chunk<Text>();
    for (const element of elements) {
      const text = element.firstChild as Text;
      this.places.forget(text);
      chunk.add(text, text.data);
      chunk.separate();
    }
    const places = new Places((node) => this.places.around(node, nowhere)).of(chunk);
    if (!places) {
      this.refused++;
      return;
    }
    this.places.add({ chunk, places });
    const positionOf = positionsBy(places);
    chunk.nodes.forEach((node, i) => {
      this.at.set(node, positionOf(chunk.starts[i]!));
    });
  }
}

const lengths = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 });
const action = fc.oneof(
  fc.record({ type: fc.constant('come' as const), at: fc.nat(20), lengths }),
  fc.record({ type: fc.constant('move' as const), from: fc.nat(20), at: fc.nat(20) }),
  fc.record({ type: fc.constant('go' as const), from: fc.nat(20) }),
  fc.record({ type: fc.constant('again' as const), from: fc.nat(20) }),
);

describe('places of texts, whatever is mentioned in them', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  it('are in page order as texts come, go, move and are read again, while there is room', () => {
    fc.assert(
      fc.property(lengths, fc.array(action, { maxLength: 3 }), (first, actions) => {
        world = new World();
        world.put(
          0,
          first.map((length) => world.made(length)),
        );
        world.read([...world.body.children]);
        for (const one of actions) {
          const { children } = world.body;
          const of = 'from' in one ? children[one.from % Math.max(1, children.length)] : undefined;
          if (one.type === 'come') {
            const come = one.lengths.map((length) => world.made(length));
            world.put(one.at % (children.length + 1), come);
            world.read(come);
          } else if (of && one.type === 'go') of.remove();
          else if (of) {
            const these = [of, ...(of.nextElementSibling ? [of.nextElementSibling] : [])];
            if (one.type === 'move') {
              for (const element of these) element.remove();
              world.put(one.at % (children.length + 1), these);
            }
            world.read(these);
          }
        }
        const positions = world.texts.map((text) => world.at.get(text)!);
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
        expect(world.refused).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never run out where text comes in one place for hours', () => {
    world.put(0, [world.made(50), world.made(60_000)]);
    world.read([...world.body.children]);
    for (let i = 0; i < 300; i++) {
      const come = world.made(200);
      world.put(1, [come]);
      world.read([come]);
    }
    expect(world.refused).toBe(0);
  });
});
