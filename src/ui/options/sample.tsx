import { useEffect, useRef, useState } from 'preact/hooks';
import type { Look } from '../../browser/messages';
import type { Kind } from '../../extract/types';
import { t } from '../text';

const NAMED = /<(person|organisation|place|other)>(.*?)<\/\1>/g;

/** A sentence as a page would have it, marked as chosen. */
export const MarkedSample = ({ kinds, look }: { kinds: Kind[]; look: Look }) => {
  const text = t('options.sample');
  const parts: preact.ComponentChildren[] = [];
  let at = 0;
  for (const found of text.matchAll(NAMED)) {
    const [whole, kind, name] = found;
    parts.push(text.slice(at, found.index));
    parts.push(
      <span key={found.index} class={kinds.includes(kind as Kind) ? `marked ${look}` : undefined}>
        {name}
      </span>,
    );
    at = found.index + whole.length;
  }
  return (
    <p class="sample">
      {parts}
      {text.slice(at)}
    </p>
  );
};

/** A name to rest the pointer on: what opens beside it comes as soon as a card would. */
export const DelaySample = ({ dwell, look }: { dwell: number; look: Look }) => {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => leave, []);
  const enter = () => {
    timer.current = setTimeout(() => setOpen(true), dwell);
  };
  return (
    <div class="sample delay" aria-hidden="true">
      <span class={`marked ${look}`} onPointerEnter={enter} onPointerLeave={leave}>
        {t('options.delaySample')}
      </span>
      <span class="bubble" data-open={open ? '' : undefined}>
        {t('options.delaySampleOpen')}
      </span>
    </div>
  );
};
