/** Builds the bundle into a temporary folder and fails when the committed `dist/` is not exactly that. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  execFileSync(
    join(root, 'node_modules/.bin/ncc'),
    ['build', 'src/main.ts', '-o', fresh, '--transpile-only', '--license', 'licenses.txt'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const names = new Set([...list(fresh), ...list(join(root, 'dist'))]);
  const different = [...names].filter((name) => read(join(fresh, name)) !== read(join(root, 'dist', name)));
  if (different.length > 0) {
    console.error(`dist/ is out of step with src/ (${different.join(', ')}): run npm run build and commit dist/`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true });
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
