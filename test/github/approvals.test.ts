import { expect, test } from '@jest/globals';
import { reviewsOf } from '../../src/commands/failover/approvals.ts';
import { realClock } from '../../src/real-clock.ts';
import { actionsBot } from './index.ts';
import { useGitHub } from './room.ts';

const room = useGitHub();
const RUN = { GITHUB_REPOSITORY: 'acme/orders', GITHUB_RUN_ID: '77' };

function reviews(env: Readonly<Record<string, string>>, token?: string) {
  const gitHub = () => room.client(token === undefined ? {} : { token });
  return reviewsOf({ clock: realClock, env, gitHub, readFile: () => undefined });
}

test('who approved the job of a failover is in its report, with what they said', async () => {
  const review = { login: 'mona', state: 'approved', comment: 'go', environments: ['prod-failover'] } as const;
  room.api.world.reviews.set(77, [review]);
  expect(await reviews(RUN)).toEqual([
    { by: 'mona', state: 'approved', comment: 'go', environments: ['prod-failover'] },
  ]);
});

test('a run that nobody was asked for has none; outside of GitHub, or without the permission, it is not known', async () => {
  expect(await reviews(RUN)).toEqual([]);
  expect(await reviews({})).toBeUndefined();
  room.api.world.tokens.set('few', { ...actionsBot, permissions: { contents: 'read' } });
  expect(await reviews(RUN, 'few')).toBeUndefined();
});
