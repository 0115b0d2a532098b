import { expect, test } from '@jest/globals';
import { refuseUnprotected } from '../../src/commands/deploy/protected-environments.ts';
import { UserErrors } from '../../src/errors.ts';
import { actionsBot } from './index.ts';
import { useGitHub } from './room.ts';

const room = useGitHub();

async function refusals(names: readonly string[], token?: string): Promise<readonly string[]> {
  const gitHub = (given: string | undefined) => room.client(given === undefined ? {} : { token: given });
  const options = { 'protected-environments': names, ...(token !== undefined && { 'github-token': token }) };
  try {
    await refuseUnprotected(options, { gitHub, nameOption: (name) => `input "${name}"` });
    return [];
  } catch (error) {
    return (error instanceof UserErrors ? error.errors : [error as Error]).map(({ message }) => message);
  }
}

test('environments whose reviewers are asked pass', async () => {
  room.api.world.environments.set('prod', { name: 'prod', reviewers: ['mona'] });
  expect(await refusals(['prod', 'Prod'])).toEqual([]);
});

test('a misspelt name, and an environment that asks nobody, are refused together', async () => {
  room.api.world.environments.set('prod', { name: 'prod', reviewers: ['mona'] });
  room.api.world.environments.set('late', { name: 'late', waitTimer: 30 });
  expect(await refusals(['prdo', 'prod', 'late'])).toEqual([
    'the GitHub environment prdo does not exist, so nobody would be asked',
    'the GitHub environment late has no required reviewers, so nobody would be asked',
  ]);
});

test('a token that may not ask says which permission is missing', async () => {
  room.api.world.tokens.set('few', { ...actionsBot, permissions: { contents: 'read' } });
  const [message] = await refusals(['prod'], 'few');
  expect(message).toContain('the token may not');
});

test('GitHub is not called where nothing is to be protected', async () => {
  expect(await refusals([])).toEqual([]);
  expect(room.api.requests).toEqual([]);
});
