import { environmentAnswer, pullAnswer, repositoryAnswer, reviewAnswer } from '../answers.ts';
import { type Handler, notFound, paged } from '../handling.ts';
import { isObject } from '../json-schema.ts';

export const repositoryHandlers = {
  getRepository: (call): ReturnType<Handler> => ({ status: 200, body: repositoryAnswer(call) }),
  getPullRequest: (call): ReturnType<Handler> => {
    const pull = call.world.pulls.get(Number(call.params['pull_number']));
    return pull === undefined ? notFound : { status: 200, body: pullAnswer(call, pull) };
  },
  listPullRequests: (call): ReturnType<Handler> => {
    const state = call.query.get('state') ?? 'open';
    const head = call.query.get('head');
    const { owner, name } = call.world.repository;
    const found = [...call.world.pulls.values()]
      .filter((pull) => state === 'all' || pull.state === state)
      .filter((pull) => head === null || `${pull.head.repository.split('/')[0]}:${pull.head.ref}` === head)
      .reverse();
    const [first] = Array.isArray(call.example) ? (call.example as readonly unknown[]) : [];
    const example = isObject(first) ? first : {};
    return paged(found, call, `/repos/${owner}/${name}/pulls`, (pull) => {
      // The short form of a list has no `merged`.
      const { merged: _merged, ...short } = pullAnswer({ ...call, example }, pull);
      return short;
    });
  },
  getReviewsForRun: (call): ReturnType<Handler> => ({
    status: 200,
    body: (call.world.reviews.get(Number(call.params['run_id'])) ?? []).map((review) => reviewAnswer(call, review)),
  }),
  getEnvironment: (call): ReturnType<Handler> => {
    const found = call.world.environments.get((call.params['environment_name'] ?? '').toLowerCase());
    return found === undefined ? notFound : { status: 200, body: environmentAnswer(call, found) };
  },
} as const satisfies Partial<Record<string, Handler>>;
