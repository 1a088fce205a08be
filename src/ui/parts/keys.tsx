import { Fragment } from 'preact';

/** Keys pressed together, as the browser names them ("Alt+Shift+N", "⌥⇧N"), each a key of its own. */
export const Keys = ({ keys }: { keys: string }) => (
  <span class="keys">
    {keys.split('+').map((key, i) => (
      <Fragment key={key}>
        {i > 0 && '+'}
        <kbd>{key}</kbd>
      </Fragment>
    ))}
  </span>
);
