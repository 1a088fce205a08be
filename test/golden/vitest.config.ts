import { defineConfig } from 'vitest/config';

/** The whole Readings of the seeds against those that a person has reviewed. */
export default defineConfig({ test: { include: ['test/golden/**/*.golden.ts'] } });
