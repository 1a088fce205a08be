import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { type Kind, startPair } from './browsers';
import { savedPages, serveSaved } from './saved';
import { marksOf, visit } from './visit';

it('try', async () => {
  const kind = (process.env.NAMEPLATE_BROWSER ?? 'chromium') as Kind;
  const site = await serveSaved();
  const pair = await startPair(kind);
  const out: string[] = [];
  for (const name of savedPages(process.env.ONLY ?? '').filter((n) => n >= (process.env.FROM ?? ''))) {
    const t = Date.now();
    try {
      const url = site.url(name);
      const [a, b] = await Promise.all([visit(pair.plain, url), visit(pair.marked, url)]);
      const differs = (['nodes', 'places', 'selected', 'copied', 'shifted'] as const).filter(
        (k) => a.state[k] !== b.state[k],
      );
      for (const k of differs) {
        writeFileSync(`/tmp/np/guest/${kind}-${name}-${k}-plain`, String(a.state[k]));
        writeFileSync(`/tmp/np/guest/${kind}-${name}-${k}-marked`, String(b.state[k]));
      }
      console.log('marks', b.page.frames().map((f) => f.url() + ' ' + f.detached)); const marks = await marksOf(b.page); console.log('entities');
      const entities = await pair.entities(url).catch((e) => ({ [String(e)]: 1 }));
      const complaints = await pair.complaints();
      const line = `${name} ${Date.now() - t}ms copied=${b.state.copied.length} sel=${b.state.selected.length} shift=${a.state.shifted}/${b.state.shifted} frames=${b.page.frames().length} url=${b.page.url().slice(0, 60)} differs=${differs} marks=${marks.length} visible=${marks.filter((m) => m.visible).length} bad=${marks.filter((m) => !m.inside).length} ent=${JSON.stringify(entities)} ${complaints}`;
      console.log(line);
      out.push(line);
      for (const m of marks)
        out.push(
          `   ${m.visible ? '' : '(hidden) '}${m.goesOn ? '+' : ''}${m.before.replace(/\s+/g, ' ')}[[${m.text}]]${m.after.replace(/\s+/g, ' ')}`,
        );
      await a.page.close();
      await b.page.close();
    } catch (e) {
      console.log(name, e);
      out.push(name + ' ' + e);
    }
    writeFileSync(`/tmp/np/guest/${kind}${process.env.FROM ?? ''}.txt`, out.join('\n'));
  }
  await pair.close();
  site.close();
}, 1_800_000);
