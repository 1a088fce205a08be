/** What has the focus, inside open shadow trees and frames of the same origin too. */
export function focusedIn({ activeElement }: Document | ShadowRoot): Element | null {
  if (!activeElement) return null;
  const { shadowRoot } = activeElement;
  let inner: Document | ShadowRoot | null = shadowRoot;
  try {
    inner ??= (activeElement as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    // Another origin's frame.
  }
  return (inner && focusedIn(inner)) ?? activeElement;
}
