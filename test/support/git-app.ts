import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { plainTemplate } from './plain-app.ts';

/** A clone of a repository on GitHub that holds `template.yaml` alone. */
export interface GitApp extends Disposable {
  readonly folder: string;
  write(name: string, text: string): void;
  /** Undefined when there is no such file. */
  read(name: string): string | undefined;
}

export function gitApp(remote = 'git@github.com:octo/orders.git'): GitApp {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clone-')));
  const git = (...args: readonly string[]): void => void execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '--initial-branch', 'main');
  git('remote', 'add', 'origin', remote);
  const app: GitApp = {
    folder,
    write(name, text) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    read: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
  app.write('template.yaml', plainTemplate);
  return app;
}
