import { environmentAnswer, pullAnswer, repositoryAnswer, reviewAnswer } from '../answers.ts';
import { type Answer, type Call, type Handler, notFound, paged } from '../handling.ts';
import { isObject } from '../json-schema.ts';
import type { Pull } from '../world.ts';

/** The short form of pull requests, which has no `merged`. */
function pullsPage(found: readonly Pull[], call: Call, path: string): Answer {
  const [first] = Array.isArray(call.example) ? (call.example as readonly unknown[]) : [];
  const example = isObject(first) ? first : {};
  return paged(found, call, path, (pull) => {
    const { merged: _merged, ...short } = pullAnswer({ ...call, example }, pull);
    return short;
  });
}

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
    return pullsPage(found, call, `/repos/${owner}/${name}/pulls`);
  },
  // "Lists the merged pull request that introduced the commit to the repository. If the commit is not present in the default
  // branch, will return merged and open pull requests associated with the commit." (docs.github.com, REST, commits)
  listPullRequestsAssociatedWithCommit: (call): ReturnType<Handler> => {
    const { owner, name } = call.world.repository;
    const sha = call.params['commit_sha'] ?? '';
    const all = [...call.world.pulls.values()];
    const merged = all.filter(({ mergeCommit }) => mergeCommit === sha);
    const heads = all.filter(({ head, state, merged: isMerged }) => head.sha === sha && (state === 'open' || isMerged));
    return pullsPage(merged.length > 0 ? merged : heads, call, `/repos/${owner}/${name}/commits/${sha}/pulls`);
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
