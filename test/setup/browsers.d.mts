export type BrowserKind = 'chromium' | 'firefox';
export function findBrowser(kind: BrowserKind): string | undefined;
export function requireBrowsers(kinds: BrowserKind[]): Record<BrowserKind, string>;
export function bringJapaneseFont(): void;
