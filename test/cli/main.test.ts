import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'nameplate-cli-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
};

function run(
  args: string[],
  input: string | Uint8Array = '',
): { status: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, ['--import', 'tsx', join('src', 'cli', 'main.ts'), ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const lines = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const TEXT =
  'Maria Lindqvist, the mayor of Oslo, said on Tuesday that "the bridge will open". Lindqvist smiled.';

describe('the command line', { timeout: 60_000 }, () => {
  it('reads a batch line by line, in order, and tells bad lines apart', () => {
    const input = [
      JSON.stringify({ id: 'a', text: TEXT, published: '2024-03-06' }),
      '{"id": "b", "text":',
      JSON.stringify({ id: 7, published: '2024-02-30', text: 'x' }),
      '',
      JSON.stringify({ id: 9, text: '' }),
    ].join('\n');
    const { status, out, err } = run(['read', '--jsonl'], input);
    expect(status).toBe(1);
    const [a, b, c, d] = lines(out);
    expect(a).toMatchObject({ id: 'a', published: { date: '2024-03-06', basis: 'stated' } });
    for (const { start, end, surface } of a!.mentions as { start: number; end: number; surface: string }[])
      expect(TEXT.slice(start, end)).toBe(surface);
    expect(b).toMatchObject({ id: null, error: expect.stringContaining('line 2: not JSON') });
    expect(c).toMatchObject({ id: 7, error: expect.stringContaining('2024-02-30') });
    expect(d).toMatchObject({ id: 9, published: { date: null, basis: 'none' }, mentions: [] });
    expect(err).toContain('line 2');
    expect(run(['read', '--jsonl'])).toEqual({ status: 0, out: '', err: '' });
  });

  it('compiles articles, pairs and seeds alike, and spots what they name', () => {
    const articles = file('articles.jsonl', `${JSON.stringify({ id: 'a', text: TEXT })}\n{"id":"b"}\n`);
    const corpus = join(FOLDER, 'corpus.json');
    const list = file(
      'list.json',
      JSON.stringify([{ id: 'ml', kind: 'person', name: 'Maria Lindqvist', aliases: ['Lindqvist'] }]),
    );
    const compiled = run(['compile', articles, 'seeds', '--entities', list, '-o', corpus]);
    expect(compiled.status).toBe(1);
    expect(compiled.err).toMatch(/articles\.jsonl, line 2: "text" is missing; left out/);
    expect(JSON.parse(readFileSync(corpus, 'utf8')).articles).toHaveLength(3);
    const text = 'Maria Lindqvist met George Glass. A glass broke.';
    const spotted = run(['spot', '--corpus', corpus, '--jsonl'], JSON.stringify({ id: 1, text }));
    expect(spotted.status).toBe(0);
    const [answer] = lines(spotted.out);
    expect(answer).toMatchObject({
      id: 1,
      mentions: [
        { start: 0, surface: 'Maria Lindqvist', entity: 'ml' },
        { surface: 'George Glass', entity: 'george-glass' },
      ],
    });
    expect(Object.keys((answer!.mentions as object[])[0]!)).toEqual([
      'start',
      'end',
      'surface',
      'entity',
      'score',
      'because',
    ]);

    const pairs = file(
      'pairs.jsonl',
      run(['read', '--jsonl', '--with-article'], JSON.stringify({ id: 'a', text: TEXT })).out,
    );
    const again = join(FOLDER, 'again.json');
    expect(run(['compile', pairs, '-o', again]).status).toBe(0);
    expect(JSON.parse(readFileSync(again, 'utf8')).articles[0]).toMatchObject({ id: 'a', text: TEXT });
  });

  it('ends with 2 on wrong usage and with 1 on a bad input, named', () => {
    expect(run([]).status).toBe(2);
    expect(run(['fly'])).toMatchObject({ status: 2, err: expect.stringContaining('no verb "fly"') });
    expect(run(['spot', '--nonsense'])).toMatchObject({ status: 2, out: '' });
    expect(run(['read', join(FOLDER, 'missing.txt')])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/missing\.txt: no such file/),
    });
    const utf16 = file('utf16.txt', new Uint8Array([0xff, 0xfe, 0x41, 0]));
    expect(run(['read', utf16])).toMatchObject({ status: 1, err: expect.stringContaining('UTF-16') });
    const latin1 = file('latin1.txt', new Uint8Array([0x41, 10, 0x42, 0xe9, 0x43]));
    expect(run(['read', latin1]).err).toContain('latin1.txt: not UTF-8 (line 2)');
    const pack = file('pack.json', '{"schemaVersion":1,"articles":7}');
    expect(run(['spot', '--corpus', pack, '--jsonl'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('articles: is 7, not a list'),
    });
  });

  it('tells a dossier, each line with its passage, as text and as JSON', () => {
    const { status, out } = run(['dossier', '--json', 'George', 'Glass']);
    expect(status).toBe(0);
    const dossier = JSON.parse(out);
    expect(dossier).toMatchObject({ entity: 'george-glass', name: 'George Glass' });
    const source = (id: string) => readFileSync(join(ROOT, 'seeds', `${id}.txt`), 'utf8');
    const told = [...dossier.roles, ...dossier.events, ...dossier.quotes, dossier.reminder].filter(Boolean);
    expect(told.length).toBeGreaterThan(3);
    for (const { runs, provenance } of told) {
      const passage = source(provenance.articleId).slice(provenance.span.start, provenance.span.end);
      expect(passage).toContain(runs.map((r: { text: string }) => r.text).join(''));
    }
    expect(run(['dossier', 'Nobody', 'Atall'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('nobody named "Nobody Atall"'),
    });
  });

  it('searches, and briefs a page', () => {
    expect(run(['search', 'yen']).out).toContain('strengthen the yen');
    const page = file('page.txt', 'Akazawa met Bessent in Washington, and Shigeru Ishiba waited in Tokyo.');
    expect(run(['brief', '--published', '2025-05-01', page]).out).toMatch(
      /This page: 2025-05-01[\s\S]*Shigeru Ishiba · person/,
    );
  });
});
