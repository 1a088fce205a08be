import type { ComponentChildren } from 'preact';

interface Props {
  busy: boolean;
  /** What it says while it is under way. */
  now: string;
  children: ComponentChildren;
}

/** A control's words, that turn to others once what it does has been under way for 300 ms: what is over sooner flashes nothing. */
export const Turning = ({ busy, now, children }: Props) =>
  busy ? (
    <span class="np-turning">
      <span class="np-soon">{children}</span>
      <span class="np-late">{now}</span>
    </span>
  ) : (
    <>{children}</>
  );
