import type { State } from './state';

/** For people: every state in a frame of its own, in a theme and a language. */
export function showOverview(states: Record<string, State>): void {
  const asked = new URLSearchParams(location.search);
  const now = { theme: asked.get('theme') ?? 'light', lang: asked.get('lang') ?? 'en' };
  document.body.style.cssText = 'font: 14px system-ui; background: #888; margin: 16px';
  const head = document.createElement('p');
  for (const [key, values] of Object.entries({ theme: ['light', 'dark'], lang: ['en', 'ja'] }))
    for (const value of values) {
      const link = document.createElement('a');
      link.href = `?${new URLSearchParams({ ...now, [key]: value })}`;
      link.textContent = value;
      link.style.cssText = 'margin-right: 12px; color: #000';
      head.append(link);
    }
  document.body.append(head);
  for (const [name, { widths }] of Object.entries(states)) {
    const figure = document.createElement('figure');
    figure.style.cssText = 'display: inline-block; vertical-align: top; margin: 0 16px 16px 0';
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    figure.append(caption);
    for (const width of widths) {
      const frame = document.createElement('iframe');
      frame.title = `${name}, ${width} px`;
      frame.loading = 'lazy';
      frame.src = `?${new URLSearchParams({ ...now, state: name })}`;
      frame.style.cssText = `width: ${width}px; height: 620px; border: 0; margin-right: 8px`;
      figure.append(frame);
    }
    document.body.append(figure);
  }
}
