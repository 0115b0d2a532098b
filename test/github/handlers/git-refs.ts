import { type Handler, notFound, refusal } from '../handling.ts';
import type { Json } from '../json-schema.ts';

/** Branches and tags of the repository: `refs/tags/v1` and the commit it is at. */
export const gitRefHandlers = {
  getRef: (call): ReturnType<Handler> => {
    const name = `refs/${call.params['ref']}`;
    const commit = call.world.gitRefs.get(name);
    return commit === undefined ? notFound : { status: 200, body: refAnswer(call, name, commit) };
  },
  listMatchingRefs: (call): ReturnType<Handler> => ({
    status: 200,
    body: [...call.world.gitRefs]
      .filter(([name]) => name.startsWith(`refs/${call.params['ref']}`))
      .map(([name, commit]) => refAnswer(call, name, commit)),
  }),
  createRef: (call): ReturnType<Handler> => {
    const [name, commit] = [String(call.body['ref']), String(call.body['sha'])];
    if (call.world.gitRefs.has(name)) return refusal(422, 'Reference already exists');
    call.world.gitRefs.set(name, commit);
    return { status: 201, body: refAnswer(call, name, commit) };
  },
  updateRef: (call): ReturnType<Handler> => {
    const name = `refs/${call.params['ref']}`;
    if (!call.world.gitRefs.has(name)) return refusal(422, 'Reference does not exist');
    // Which commits follow which is not known here: without force every move is refused.
    if (call.body['force'] !== true) return refusal(422, 'Update is not a fast forward');
    const commit = String(call.body['sha']);
    call.world.gitRefs.set(name, commit);
    return { status: 200, body: refAnswer(call, name, commit) };
  },
} as const satisfies Partial<Record<string, Handler>>;

function refAnswer({ origin, world: { repository } }: Parameters<Handler>[0], ref: string, sha: string): Json {
  const git = `${origin}/repos/${repository.owner}/${repository.name}/git`;
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${git}/${ref}`,
    object: { type: 'commit', sha, url: `${git}/commits/${sha}` },
  };
}
