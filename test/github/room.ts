import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { createGitHub } from '../../src/github/create.ts';
import type { GitHub } from '../../src/github/model.ts';
import { gitHubSettings } from '../../src/github/settings.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { type LocalGitHub, startGitHub } from './index.ts';

export interface GitHubRoom {
  readonly api: LocalGitHub;
  readonly clock: VirtualClock;
  /** A client of the local API whose waits take no time. */
  client(options?: { readonly token?: string; readonly mostWaitMs?: number }): Promise<GitHub>;
}

/** One local GitHub for the tests of a file; each test ends with no request that GitHub's description does not allow. */
export function useGitHub(): GitHubRoom {
  let api: LocalGitHub | undefined;
  let clock = createVirtualClock();
  beforeAll(async () => {
    api = await startGitHub();
  });
  afterEach(() => {
    const problems = [...(api?.problems ?? [])];
    api?.reset();
    expect(problems).toEqual([]);
    clock = createVirtualClock();
  });
  afterAll(() => api?.close());
  const running = () => {
    if (api === undefined) throw new Error('the local GitHub is not there yet');
    return api;
  };
  return {
    get api() {
      return running();
    },
    get clock() {
      return clock;
    },
    client: ({ token = running().token, mostWaitMs } = {}) => {
      const env = { GITHUB_API_URL: running().url, GITHUB_REPOSITORY: 'acme/orders', GITHUB_TOKEN: token };
      const settings = gitHubSettings(env, undefined, (name) => name);
      return createGitHub(settings, 'sam-multi-region/test', {
        clock,
        ...(mostWaitMs !== undefined && { mostWaitMs }),
      });
    },
  };
}

/** An open pull request of the repository itself. */
export function addPull(
  api: LocalGitHub,
  number: number,
  more: Partial<Parameters<typeof api.world.pulls.set>[1]> = {},
): void {
  api.world.pulls.set(number, {
    number,
    title: `Change ${number}`,
    state: 'open',
    merged: false,
    head: { ref: `change-${number}`, sha: 'c'.repeat(40), repository: 'acme/orders' },
    author: 'mona',
    ...more,
  });
}
