import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import { madeArticles } from './articles';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));

describe('the made articles', () => {
  const many = [...madeArticles(600)];

  it('are the same for a seed, others for another, and fewer are the first of more', () => {
    expect([...madeArticles(20)]).toEqual(many.slice(0, 20));
    expect([...madeArticles(5, 2)].map(({ text }) => text)).not.toEqual(
      many.slice(0, 5).map(({ text }) => text),
    );
  });

  it('are each of their own, of 300 to 700 words, without a hole, with title, outlet, address and day', () => {
    expect(new Set(many.map(({ text }) => text)).size).toBe(many.length);
    for (const { text, title, publisher, url, published } of many) {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThan(280);
      expect(words).toBeLessThan(750);
      expect(`${title} ${text}`).not.toMatch(/[{}]|undefined|null|,,/);
      expect(publisher).toBeTruthy();
      expect(url).toMatch(/^https:\/\/outlet-\d+\.example\/\d{4}\/\d\d\/\d\d\/\d+$/);
      expect(published.date! >= '2023-01-01' && published.date! <= '2025-12-31').toBe(true);
    }
  });

  it('say what the reader looks for, of a few people often and of many once', () => {
    const articlesOf = new Map<string, number>();
    const surnames = new Map<string, Set<string>>();
    let quotes = 0;
    let attributed = 0;
    let roles = 0;
    let events = 0;
    for (const article of many.slice(0, 200)) {
      const reading = readArticle(article, model);
      for (const { kind, name } of reading.entities) {
        if (kind !== 'person' || !name.includes(' ')) continue;
        articlesOf.set(name, (articlesOf.get(name) ?? 0) + 1);
        const surname = name.split(' ').at(-1)!;
        surnames.set(surname, (surnames.get(surname) ?? new Set()).add(name));
      }
      quotes += reading.quotes.length;
      attributed += reading.quotes.filter(({ entity }) => entity !== null).length;
      roles += reading.roles.length;
      events += reading.events.length;
    }
    const counts = [...articlesOf.values()].sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(20);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(200);
    expect([...surnames.values()].filter((names) => names.size > 1).length).toBeGreaterThan(20);
    expect(quotes).toBeGreaterThan(1000);
    expect(attributed / quotes).toBeGreaterThan(0.8);
    expect(roles).toBeGreaterThan(400);
    expect(events).toBeGreaterThan(400);
  });
});
