import type { BrowserKind } from './browsers.mjs';

export const root: string;
export function requireNode(): void;
export function stalePackages(): string[];
export function installDependencies(): void;
export function removeBuilds(browser: BrowserKind): void;
export function buildOf(browser: BrowserKind): string;
