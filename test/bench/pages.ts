/** The made pages: news-like text of our own with names of the bundled corpus in it, as long or as busy as wished. */

const FILLER = [
  'The harbour office posts the tides at six, and the clerks read them aloud to anyone who waits by the gate.',
  'Nets are counted twice, ropes once, and the weather is blamed for whatever is missing after that.',
  'A second ferry was promised for the summer, but nobody at the quay could say which summer was meant.',
  'The council heard the report on Monday evening and sent it back with eleven questions in the margin.',
];
const NAMED = [
  'Prime Minister Shigeru Ishiba thanked the crew, and Ryosei Akazawa wrote down what they had asked for.',
  'Donald Trump spoke of the harbour in a long message, which Scott Bessent explained the next day.',
  'Foreign Minister Takeshi Iwaya said that the two sides would meet again before the end of the month.',
];

/** One sentence in `every` has names, the others have none. */
function paragraphs(characters: number, every: number): string[] {
  const made: string[] = [];
  let sentence = 0;
  for (let written = 0; written < characters; ) {
    const text = Array.from({ length: 6 }, () => {
      const named = sentence % every === 0;
      const from = named ? NAMED : FILLER;
      const index = named ? sentence / every : sentence;
      sentence++;
      return from[index % from.length]!;
    }).join(' ');
    made.push(text);
    written += text.length;
  }
  return made;
}

const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** Plain paragraphs of about so many kB, one sentence in twelve with two names. */
export const longText = (kilobytes: number, every = 12): string =>
  html(
    'A long page',
    paragraphs(kilobytes * 1000, every)
      .map((text) => `<p>${text}</p>`)
      .join('\n'),
  );

/** Lists of short links and labels, about so many nodes (elements and texts) in all; one item in forty is a name. */
export function manyNodes(nodes: number): string {
  const perItem = 7;
  const items = Array.from({ length: Math.ceil(nodes / perItem) }, (_, i) => {
    const label = i % 40 === 0 ? 'Shigeru Ishiba' : `berth ${i}`;
    return `<li><a href="#${i}">${label}</a> <span>at the <b>quay</b></span></li>`;
  });
  return html('Many nodes', `<main><ul>${items.join('')}</ul></main>`);
}

/** The script of a feed that adds `perSecond` elements a second to a page, one in ten with a name. */
const feed = (perSecond: number): string => `
  const lines = ${JSON.stringify([...FILLER, ...FILLER, NAMED[0], FILLER[1]])};
  let added = 0;
  setInterval(() => {
    const element = document.createElement('p');
    element.textContent = lines[added++ % lines.length];
    document.querySelector('#feed').append(element);
  }, ${1000 / perSecond});`;

/** A long page to whose end `perSecond` elements a second are added. */
export const changing = (kilobytes: number, perSecond: number): string =>
  html(
    'A page that keeps changing',
    `<main>${paragraphs(kilobytes * 1000, 12)
      .map((text) => `<p>${text}</p>`)
      .join('\n')}</main><section id="feed"></section><script>${feed(perSecond)}</script>`,
  );

/** A long page full of names, on whose top a box changes its colour and its text in every frame. */
export const restless = (kilobytes: number): string =>
  html(
    'A page that changes in every frame',
    `<p><b id="box" style="padding:2px">0</b></p>${paragraphs(kilobytes * 1000, 2)
      .map((text) => `<p>${text}</p>`)
      .join('\n')}
    <script>
      let frames = 0;
      const box = document.querySelector('#box');
      const step = () => {
        frames++;
        box.textContent = String(frames);
        box.style.background = frames % 2 ? '#eef' : '#fee';
        document.documentElement.dataset.frames = String(frames);
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    </script>`,
  );

/** Nothing to read. */
export const blank = (): string => html('Blank', '');

/** What an advertisement's frame holds: a picture, a script that measures, two words. */
export const advertisement = (): string =>
  html(
    'Ad',
    `<a href="#"><img width="300" height="250" alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="></a><small>Advertisement</small><script>addEventListener('message', () => {});</script>`,
  );

/** A page without text around an advertisement's frame. */
export const aroundAdvertisement = (): string =>
  html('Around', '<iframe src="advertisement" width="300" height="250"></iframe>');

/** A page of text whose layout is never clean: a box above it changes its height in every frame. */
export const shifting = (kilobytes: number): string =>
  html(
    'A page that moves',
    `<div id="box" style="height:10px"></div>${paragraphs(kilobytes * 1000, 4)
      .map((text) => `<p>${text}</p>`)
      .join('\n')}
    <script>
      let frames = 0;
      const box = document.querySelector('#box');
      const step = () => {
        box.style.height = 10 + (frames++ % 2) + 'px';
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    </script>`,
  );
