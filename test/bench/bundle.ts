import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** A module of the project with all it imports, minified as one script that sets `globalThis.bench`. */
export async function bundled(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      lib: { entry: fileURLToPath(new URL(path, import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}
