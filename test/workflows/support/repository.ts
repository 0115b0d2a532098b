import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A user's repository on this machine. */
export interface Repository extends Disposable {
  readonly folder: string;
  write(name: string, text: string): void;
  /** Commits everything; returns the commit. */
  commit(message: string): string;
}

/** A git repository that says it is `octo/orders` of GitHub, with a copy of `folder` in it. */
export function makeRepository(source?: string): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  if (source !== undefined) cpSync(source, folder, { recursive: true });
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', 'https://github.com/octo/orders.git');
  return {
    folder,
    write(name, text) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A starter workflow as somebody copies it: the placeholder is the name of the default branch. */
export function starter(name: string): string {
  const file = join(import.meta.dirname, '../../../workflows-templates', name);
  return readFileSync(file, 'utf8').replaceAll('$default-branch', 'main');
}
