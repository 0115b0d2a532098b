import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../cloud/index.ts';
import type { LocalGitHub } from '../github/index.ts';
import { type ProductRun, runAction } from './run-product.ts';

export const ACCOUNT = '111111111111';
export const REPOSITORY = { name: 'acme/orders', id: 4711 };

/** What a workflow on: pull_request is told of pull request `number`. */
export interface PullEvent {
  readonly number: number;
  readonly action: 'opened' | 'synchronize' | 'closed' | 'reopened';
  readonly sha?: string;
  readonly branch?: string;
  /** `OWNER/NAME` of the repository that its branch is in. */
  readonly from?: string;
  readonly author?: string;
  /** Name of the event, where it is another one. */
  readonly name?: string;
}

export interface PreviewRoom extends Disposable {
  readonly folder: string;
  write(name: string, text: string): void;
  /** Runs `preview` as the action for an event; the pull request is what it says on the local GitHub too. */
  preview(event: PullEvent, inputs?: Readonly<Record<string, string>>, env?: Env): Promise<ProductRun>;
  cleanup(inputs?: Readonly<Record<string, string>>, env?: Env): Promise<ProductRun>;
}

type Env = Readonly<Record<string, string>>;

/** An application in a folder, whose previews go to the local AWS and are told to the local GitHub. */
export function openPreviewRoom(
  cloud: Cloud,
  gitHub: LocalGitHub,
  files: Readonly<Record<string, string>>,
): PreviewRoom {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  const base = {
    ...cloud.env(ACCOUNT),
    GITHUB_REPOSITORY: REPOSITORY.name,
    GITHUB_REPOSITORY_ID: String(REPOSITORY.id),
    GITHUB_API_URL: gitHub.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '77',
    GITHUB_SHA: 'f'.repeat(40),
    SAM_CLI_POLL_DELAY: '0.2',
  };
  const run = (inputs: Readonly<Record<string, string>>, env: Env, withSam: boolean): Promise<ProductRun> =>
    runAction({ 'github-token': gitHub.token, ...inputs }, { cwd: folder, env: { ...base, ...env }, withSam });

  return {
    folder,
    write,
    preview: (event, inputs = {}, env = {}) => {
      const {
        number,
        action,
        sha = 'a'.repeat(40),
        branch = 'change',
        from = REPOSITORY.name,
        author = 'mona',
      } = event;
      const state = action === 'closed' ? 'closed' : 'open';
      gitHub.world.pulls.set(number, {
        number,
        title: 'A change',
        state,
        merged: false,
        head: { ref: branch, sha, repository: from },
        author,
      });
      const told = {
        action,
        pull_request: {
          number,
          state,
          user: { login: author },
          head: { sha, ref: branch, repo: { full_name: from } },
          base: { repo: { full_name: REPOSITORY.name } },
        },
      };
      write('event.json', JSON.stringify(told));
      const event_ = { GITHUB_EVENT_NAME: event.name ?? 'pull_request', GITHUB_EVENT_PATH: join(folder, 'event.json') };
      return run({ command: 'preview', ...inputs }, { ...event_, ...env }, inputs['build'] !== 'never');
    },
    cleanup: (inputs = {}, env = {}) =>
      run({ command: 'cleanup', ...inputs }, { GITHUB_EVENT_NAME: 'schedule', ...env }, false),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
