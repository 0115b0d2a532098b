import { describe, expect, test } from '@jest/globals';
import { pullRequestOf } from '../../../src/preview/pull-request.ts';
import { repositoryOf } from '../../../src/preview/repository.ts';

const nameOption = (name: string): string => `input "${name}"`;
const pull = {
  number: 12,
  state: 'open',
  user: { login: 'ann' },
  head: { sha: 'a'.repeat(40), ref: 'feature', repo: { full_name: 'acme/shop' } },
  base: { repo: { full_name: 'acme/shop' } },
};

function ports(event: unknown, env: Readonly<Record<string, string>> = {}) {
  return {
    env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/event.json', ...env },
    readFile: (path: string) => (path === '/event.json' ? JSON.stringify(event) : undefined),
    nameOption,
  };
}

function codeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('the pull request of a run', () => {
  test('is that of the event, with the commit of its branch', () =>
    expect(pullRequestOf(undefined, ports({ action: 'synchronize', pull_request: pull }))).toEqual({
      number: 12,
      commit: 'a'.repeat(40),
      branch: 'feature',
      told: true,
      closed: false,
    }));

  test('is the one that is named, where there is no event', () =>
    expect(pullRequestOf('7', { env: {}, readFile: () => undefined, nameOption })).toEqual({
      number: 7,
      told: false,
      closed: false,
    }));

  test('that was closed or merged is closed', () =>
    expect(pullRequestOf(undefined, ports({ action: 'closed', pull_request: pull })).closed).toBe(true));

  test('of a comment is that which was commented on', () =>
    expect(pullRequestOf(undefined, ports({ issue: { number: 9, pull_request: {} } }))).toMatchObject({ number: 9 }));

  test.each([
    ['another repository', { ...pull, head: { ...pull.head, repo: { full_name: 'eve/shop' } } }, {}, 'fork'],
    ['a repository that is gone', { ...pull, head: { ...pull.head, repo: null } }, {}, 'fork'],
    ['nowhere that the event tells', { number: 12, state: 'open' }, {}, 'fork'],
    ['Dependabot', { ...pull, user: { login: 'dependabot[bot]' } }, {}, 'dependabot'],
    ['a run that Dependabot started', pull, { GITHUB_ACTOR: 'dependabot[bot]' }, 'dependabot'],
    ['the repository itself', pull, { GITHUB_ACTOR: 'ann' }, undefined],
  ])('from %s is told', (_, from, env, untrusted) =>
    expect(pullRequestOf(undefined, ports({ pull_request: from }, env)).untrusted).toBe(untrusted),
  );

  test.each(['', '0', 'abc', '-3', '1.5', '12; rm', '#12', '12\n13', '1'.repeat(30)])(
    '%j is no number of one',
    (text) => expect(codeOf(() => pullRequestOf(text, ports({})))).toBe('pull-request-number'),
  );

  test('that nobody names is asked for, also where the event cannot be read', () => {
    expect(codeOf(() => pullRequestOf(undefined, ports({})))).toBe('pull-request-missing');
    expect(codeOf(() => pullRequestOf(undefined, { ...ports({}), readFile: () => '{' }))).toBe('pull-request-missing');
    expect(codeOf(() => pullRequestOf(undefined, ports({ pull_request: { number: '12' } })))).toBe(
      'pull-request-missing',
    );
  });

  test('that is not the one of the event is refused', () =>
    expect(codeOf(() => pullRequestOf('13', ports({ pull_request: pull })))).toBe('pull-request-differs'));

  test('on pull_request_target is refused whatever else is given', () =>
    expect(
      codeOf(() => pullRequestOf('12', ports({ pull_request: pull }, { GITHUB_EVENT_NAME: 'pull_request_target' }))),
    ).toBe('pull-request-target'));
});

describe('the repository of previews', () => {
  const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '42' };

  test('is that of the run with its id, or the one that is named', () => {
    expect(repositoryOf(undefined, env, nameOption)).toEqual({ name: 'acme/shop', id: '42' });
    expect(repositoryOf('acme/other', env, nameOption)).toEqual({ name: 'acme/other' });
  });

  test.each(['acme', 'acme/shop/x', '../shop', 'a b/c', 'acme/'])('%j is none', (name) =>
    expect(codeOf(() => repositoryOf(name, env, nameOption))).toBe('repository'),
  );

  test('has to be known', () =>
    expect(codeOf(() => repositoryOf(undefined, {}, nameOption))).toBe('repository-missing'));
});
