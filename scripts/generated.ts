import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BEGIN = '<!-- generated: change src/topology/schema and run npm run docs -->';
const END = '<!-- end of generated part -->';

/** Writes a generated file; with `--check` as an argument it only compares, and fails the process when they differ. */
export function writeGenerated(path: string, make: (current: string) => string): void {
  const file = join(import.meta.dirname, '..', path);
  const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const fresh = make(current);
  if (fresh === current) return;
  if (process.argv.includes('--check')) {
    console.error(`${path} is out of step with its source: run npm run docs`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, fresh);
}

/** The page with its generated part replaced; the text around it is written by people. */
export function betweenMarkers(page: string, generated: string): string {
  const part = `${BEGIN}\n\n${generated}\n${END}`;
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end === -1) return `${page}${page === '' ? '' : '\n'}${part}\n`;
  return page.slice(0, begin) + part + page.slice(end + END.length);
}
