import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Audit } from './types';

/** axe-core's source, to be evaluated in a page. */
export const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * An expression that runs axe over the document, or over the inside of one host, and gives `Audit` as JSON.
 * axe itself only looks into shadow roots it can see; the driver shows it the closed one first.
 */
export function axeExpression(host?: string): string {
  const context = host ? `document.querySelector(${JSON.stringify(host)})` : 'document';
  return `axe.run(${context}).then((result) => JSON.stringify({
    passed: result.passes.reduce((sum, rule) => sum + rule.nodes.length, 0),
    violations: result.violations.map((found) => ({
      rule: found.id,
      help: found.help,
      targets: found.nodes.map((node) => node.target.flat().join(' ') + ': ' + node.failureSummary),
    })),
  }))`;
}

/** Reads what `axeExpression` gave. */
export function auditOf(json: string): Audit {
  return JSON.parse(json);
}
