import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, noCard, restInFrame, restOn } from '../card';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn, pointOf } from '../page-probe';
import type { Stage } from './stage';

type Probed = Parameters<typeof markedIn>[0];

/** Waits until exactly these texts are marked in what the selector finds, wherever each stands in it. */
async function marksAre(page: Probed, selector: string, texts: string[]): Promise<void> {
  let last: string[] = [];
  const wanted = JSON.stringify(texts.sort());
  try {
    await until('the marks', async () => {
      last = await markedIn(page, selector);
      return JSON.stringify(last.sort()) === wanted;
    });
  } catch {
    expect(last, selector).toEqual(texts);
  }
}

/** The card of somebody is open and the whole of it stands in the window. */
async function cardInView(tab: Tab, name: string): Promise<void> {
  await cardOf(tab, name);
  await until('the card to stand in view', async () => {
    const card = cardIn(await tab.tree());
    if (!card) return false;
    const { x, y, width, height } = await tab.box(card);
    const window = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    return x >= 0 && y >= 0 && width > 100 && x + width <= window.width && y + height <= window.height;
  });
}

/** Rests the pointer on a name, sees its card in view, and goes away again. */
async function cardOpens(tab: Tab, text: string, name: string, selector: string): Promise<void> {
  await restOn(tab, text, selector);
  await cardInView(tab, name);
  await tab.page.mouse.move(1270, 790);
  await noCard(tab);
}

/** Rests the pointer on a name in a column: its card covers nothing of what goes on below the name. */
async function cardStandsBeside(tab: Tab, text: string, name: string, selector: string): Promise<void> {
  await restOn(tab, text, selector);
  const column = await tab.page.evaluate((wanted) => {
    const { left, right } = document.querySelector(wanted)!.getBoundingClientRect();
    return { left, right };
  }, selector);
  await cardOf(tab, name);
  await until('the card beside the column', async () => {
    const { x, width } = await tab.box(cardIn(await tab.tree())!);
    return x >= column.right - 1 || x + width <= column.left + 1;
  });
  await tab.page.mouse.move(1270, 790);
  await noCard(tab);
}

/** Text as the world writes it, and as pages lay it out. */
export function corners(stage: Stage): void {
  describe('text of every sort', () => {
    it('is marked in right-to-left and vertical writing, and the card opens there', async () => {
      const tab = await stage.open('writing.html');
      await marksAre(tab.page, '#arabic', ['Ryosei Akazawa', 'Shigeru Ishiba']);
      await cardOpens(tab, 'Shigeru Ishiba', 'Shigeru Ishiba', '#arabic');
      await marksAre(tab.page, '#hebrew', ['Shigeru Ishiba', 'George Glass']);
      await cardOpens(tab, 'George Glass', 'George Glass', '#hebrew');
      await marksAre(tab.page, '#vertical', ['石破茂', '赤沢']);
      await cardStandsBeside(tab, '石破茂', 'Shigeru Ishiba', '#vertical p');
    });

    it('is marked under ruby, with soft hyphens, and split over elements', async () => {
      const tab = await stage.open('writing.html');
      await marksAre(tab.page, '#ruby', ['石破茂']);
      await marksAre(tab.page, '#soft', ['Ryo\u00adsei Aka\u00adzawa']);
      await marksAre(tab.page, '#split', ['Shigeru Ishiba']);
      await marksAre(tab.page, '#nbsp', ['Shigeru\u00a0Ishiba', 'George\u202fGlass']);
      await cardOpens(tab, '破', 'Shigeru Ishiba', '#ruby');
      await cardOpens(tab, 'Aka\u00ad', 'Ryosei Akazawa', '#soft');
      await cardOpens(tab, 'ba', 'Shigeru Ishiba', '#split a');
    });

    it('is marked in columns, boxes that are none, and where it cannot be selected', async () => {
      const tab = await stage.open('writing.html');
      await marksAre(tab.page, '#columns', ['Shigeru Ishiba', 'Ryosei Akazawa']);
      await cardOpens(tab, 'Akazawa', 'Ryosei Akazawa', '#columns');
      await marksAre(tab.page, '#contents', ['Ryosei Akazawa']);
      await cardOpens(tab, 'Akazawa', 'Ryosei Akazawa', '#contents');
      await marksAre(tab.page, '#fixed', ['Donald Trump']);
      await cardOpens(tab, 'Trump', 'Donald Trump', '#fixed');
      await marksAre(tab.page, '#turned', ['Shigeru Ishiba']);
      await cardOpens(tab, 'Ishiba', 'Shigeru Ishiba', '#turned');
    });

    it('is marked once it is unfolded, scrolled to, or comes near the window', async () => {
      const tab = await stage.open('writing.html');
      await marksAre(tab.page, '#fixed', ['Donald Trump']);
      await tab.page.click('#details summary');
      await marksAre(tab.page, '#details', ['Ryosei Akazawa', 'Donald Trump']);
      await cardOpens(tab, 'Trump', 'Donald Trump', '#details');
      await tab.page.evaluate(() => document.querySelector('#scroller')!.scrollTo(0, 1000));
      await cardOpens(tab, 'Ishiba', 'Shigeru Ishiba', '#scroller');
      await tab.page.evaluate(() => document.querySelector('#apart')!.scrollIntoView());
      await marksAre(tab.page, '#apart', ['Ryosei Akazawa']);
      await cardOpens(tab, 'Akazawa', 'Ryosei Akazawa', '#apart');
    });

    it('opens no card where a box hides the end of its line', async () => {
      const tab = await stage.open('writing.html');
      await marksAre(tab.page, '#fixed', ['Donald Trump']);
      const { x, y } = await pointOf(tab.page, 'Donald', '#clipped');
      await tab.page.mouse.move(x - 20, y - 4);
      await tab.page.mouse.move(x, y, { steps: 3 });
      await stays('no card', async () => cardIn(await tab.tree()) === undefined, 600);
    });

    it('is marked in a forum’s thread and on a Japanese front page, its glasses and card tricks left alone', async () => {
      const forum = await stage.open('forum.html');
      await marksAre(forum.page, 'main', [
        ...['Akazawa', 'Trump', 'Ryosei Akazawa', 'Ishiba'],
        ...['George Glass', 'Glass', 'Ishiba'],
      ]);
      const japanese = await stage.open('newspaper-japanese.html');
      await marksAre(japanese.page, 'article', ['石破茂', '赤沢亮正', '赤沢', 'グラス', 'トランプ', '石破']);
      await marksAre(japanese.page, 'article > p:last-of-type', []);
      await marksAre(japanese.page, '.tate', ['赤沢']);
    });

    it('is marked in the labels of a chart, where both browsers can draw it', async () => {
      const tab = await stage.open('chart.html');
      await marksAre(tab.page, 'body > p', ['Shigeru Ishiba']);
      // What is drawn in a drawing is drawn in our own layer in Chromium: the cards tell what is marked.
      await cardOpens(tab, 'Shigeru Ishiba', 'Shigeru Ishiba', '#boxed');
      await cardOpens(tab, 'Ryosei', 'Ryosei Akazawa', '#pieces');
      await cardOpens(tab, 'Donald Trump', 'Donald Trump', '#linked');
      await cardOpens(tab, 'George Glass', 'George Glass', '#turned');
      await cardOpens(tab, 'Ryosei Akazawa', 'Ryosei Akazawa', '#chart foreignObject');
      // Of a longer text only the name answers, at its own place.
      const { x, y, width, height } = (await (await tab.page.$('#part'))!.boundingBox())!;
      await tab.page.mouse.move(x + 0.2 * width, y + height / 2, { steps: 3 });
      await stays('no card', async () => cardIn(await tab.tree()) === undefined, 500);
      await tab.page.mouse.move(x + 0.9 * width, y + height / 2, { steps: 3 });
      await cardInView(tab, 'Shigeru Ishiba');
    });

    it('opens a card in view at 400 % and on a page that enlarges itself', async () => {
      const tab = await stage.open('news.html');
      await tab.page.setViewport({ width: 320, height: 256, deviceScaleFactor: 4 });
      await until('marks', async () => (await markedIn(tab.page)).includes('Ryosei Akazawa'));
      await restOn(tab, 'Akazawa', 'article');
      await cardInView(tab, 'Ryosei Akazawa');
      await tab.page.mouse.move(2, 2);
      await noCard(tab);
      await tab.page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
      await tab.page.evaluate(() => {
        document.documentElement.style.zoom = '2';
      });
      await restOn(tab, 'Akazawa', 'article');
      await cardInView(tab, 'Ryosei Akazawa');
    });
  });

  describe('documents of every sort', () => {
    it('are marked in each frame of a page: of its origin, of another, written by it, in a sandbox', async () => {
      const tab = await stage.open('frames.html');
      for (const id of ['same', 'other', 'srcdoc', 'blank', 'sandboxed', 'boxed']) {
        const holder = await tab.page.$(`#${id}`);
        const frame = (await holder!.contentFrame())!;
        // A frame out of view is drawn in no sooner than it is scrolled to.
        await holder!.scrollIntoView();
        await until(`marks in the frame "${id}"`, async () =>
          (await markedIn(frame)).includes('Ryosei Akazawa'),
        );
        await restInFrame(tab, frame, 'Ryosei Akazawa');
        await cardInView(tab, 'Ryosei Akazawa');
        // Over the frame's empty end: input events made by DevTools do not tell a frame in another process that they left.
        const { x, y, width, height } = (await holder!.boundingBox())!;
        await tab.page.mouse.move(x + width - 4, y + height - 4);
        await noCard(tab);
      }
    });

    it('are marked in frames that are shown only long after they have come', async () => {
      const tab = await stage.open('hidden-frames.html');
      for (const id of ['same', 'other']) {
        const marks = async () => {
          const frame = await (await tab.page.$(`#${id}`))!.contentFrame();
          return markedIn(frame!);
        };
        await until('the frame', async () => (await marks()).length === 0);
        await stays('no mark where nothing is seen', async () => (await marks()).length === 0, 300);
        await tab.page.evaluate((name) => {
          document.querySelector<HTMLElement>(`#${name}`)!.hidden = false;
        }, id);
        await until(`marks in the frame "${id}"`, async () => (await marks()).includes('Ryosei Akazawa'));
      }
    });

    it('are marked in quirks mode, and no name is read across a line break', async () => {
      const tab = await stage.open('quirks.html');
      await marksAre(tab.page, 'body', ['Shigeru Ishiba', 'George Glass', 'Glass']);
      await cardOpens(tab, 'George Glass', 'George Glass', 'body');
    });

    it('are marked in XHTML', async () => {
      const tab = await stage.open('strict-markup.xhtml');
      await marksAre(tab.page, '#first', ['Shigeru Ishiba', 'Ryosei Akazawa']);
      await cardOpens(tab, 'Ryosei Akazawa', 'Ryosei Akazawa', '#first');
      await cardOpens(tab, 'Shigeru Ishiba', 'Shigeru Ishiba', '#chart');
    });

    it('are marked where they are plain text', async () => {
      const tab = await stage.open('notice.txt');
      await marksAre(tab.page, 'body', ['Shigeru Ishiba', 'Ryosei Akazawa']);
      await cardOpens(tab, 'Akazawa', 'Ryosei Akazawa', 'body');
    });

    it('are left as they are where they are pictures', async () => {
      const tab = await stage.open('drawing.svg');
      await stays(
        'nothing added or marked',
        () =>
          tab.page.evaluate(
            () => document.querySelector('[data-nameplate]') === null && CSS.highlights.size === 0,
          ),
        500,
      );
    });

    it('are marked under the strictest policy', async () => {
      const tab = await stage.open('strict.html');
      await marksAre(tab.page, 'body', ['Ryosei Akazawa', 'Shigeru Ishiba']);
      await cardOpens(tab, 'Akazawa', 'Ryosei Akazawa', 'body');
    });

    it('are marked where the page has changed its own tools', async () => {
      const tab = await stage.open('patched.html');
      await until('marks', () => tab.page.evaluate(() => CSS.highlights.get('nameplate')?.size === 2));
      const box = await (await tab.page.$('#text'))!.boundingBox();
      await tab.page.mouse.move(box!.x + 100, box!.y + 40);
      await tab.page.mouse.move(box!.x + 170, box!.y + box!.height / 2, { steps: 5 });
      await cardInView(tab, 'Shigeru Ishiba');
    });

    it('are marked where a form has fields called like the parts of a node', async () => {
      const tab = await stage.open('named.html');
      await marksAre(tab.page, '#text', ['Shigeru Ishiba', 'Ryosei Akazawa']);
      await marksAre(tab.page, '#last', ['George Glass']);
      await marksAre(tab.page, '#form', ['Donald Trump', 'Shigeru Ishiba', 'Ryosei Akazawa']);
      await cardOpens(tab, 'Donald Trump', 'Donald Trump', 'body');
      await tab.page.evaluate(() => document.querySelector('#form p')!.append(' and Shigeru Ishiba'));
      await marksAre(tab.page, '#form p', ['Ryosei Akazawa', 'Shigeru Ishiba']);
    });
  });
}
