import { UserError } from '../errors.ts';
import { ask, type Patience, statusOf } from './ask.ts';
import { COMMENT_LIMIT, type Repository, type WrittenComment } from './model.ts';
import type { Octokit } from './octokit.ts';

const NEEDS = 'pull-requests: write';
/** Pages of 100: what a pull request of 3,000 comments takes. */
const MOST_PAGES = 30;

interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** The one comment of each key: found by a hidden marker, and only where we wrote it ourselves. */
export function commentsOf(octokit: Octokit, { owner, name }: Repository, patience: Patience) {
  const place: Place = { owner, repo: name };
  let self: Promise<string> | undefined;
  const own = () => {
    self ??= ownLogin(octokit, patience);
    return self;
  };

  return {
    async upsert(issue: number, key: string, text: string, run?: number): Promise<WrittenComment> {
      const body = `${marker(key)}\n${run === undefined ? '' : `<!-- run ${run} -->\n`}${text}`;
      const length = [...body].length;
      if (length > COMMENT_LIMIT)
        throw new UserError('comment-too-long', `a comment of ${length} characters is too long`);
      return ask(
        `the comment on pull request ${issue}`,
        NEEDS,
        async () => {
          const earlier = await find(octokit, place, issue, key, await own());
          if (earlier !== undefined && run !== undefined && runOf(earlier.body) > run) {
            return { url: earlier.url, created: false, superseded: true };
          }
          const updated = earlier === undefined ? undefined : await update(octokit, place, earlier.id, body);
          if (updated !== undefined) return { url: updated, created: false };
          const { data } = await octokit.rest.issues.createComment({ ...place, issue_number: issue, body });
          return { url: data.html_url, created: true };
        },
        patience,
      );
    },

    has: (issue: number, key: string): Promise<boolean> =>
      ask(
        `the comment on pull request ${issue}`,
        NEEDS,
        async () => (await find(octokit, place, issue, key, await own())) !== undefined,
        patience,
      ),

    async remove(issue: number, key: string): Promise<boolean> {
      return ask(
        `the comment on pull request ${issue}`,
        NEEDS,
        async () => {
          const earlier = await find(octokit, place, issue, key, await own());
          if (earlier === undefined) return false;
          try {
            await octokit.rest.issues.deleteComment({ ...place, comment_id: earlier.id });
          } catch (error) {
            if (statusOf(error) !== 404) throw error;
          }
          return true;
        },
        patience,
      );
    },
  };
}

/** Hidden in HTML; nothing in it can end the comment that it is. */
function marker(key: string): string {
  return `<!-- sam-multi-region:${key.replace(/[^\w./-]/g, (sign) => `%${sign.codePointAt(0)?.toString(16)}`).replaceAll('--', '-%2d')} -->`;
}

interface Found {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/** The run that wrote a comment; 0 where it does not say. */
function runOf(body: string): number {
  return Number(/^<!-- run (\d{1,15}) -->/m.exec(body)?.[1] ?? 0);
}

/** Whoever can comment could write our marker: a comment of somebody else's stays theirs. */
async function find(
  octokit: Octokit,
  place: Place,
  issue: number,
  key: string,
  login: string,
): Promise<Found | undefined> {
  const start = marker(key);
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await octokit.rest.issues.listComments({ ...place, issue_number: issue, per_page: 100, page });
    const found = data.find(({ body, user }) => user?.login === login && body?.startsWith(start));
    if (found !== undefined) return { id: found.id, url: found.html_url, body: found.body ?? '' };
    if (data.length < 100) return undefined;
  }
  return undefined;
}

/** The comment's URL; undefined when it was deleted since it was found. */
async function update(octokit: Octokit, place: Place, id: number, body: string): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.issues.updateComment({ ...place, comment_id: id, body });
    return data.html_url;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** How long who we are may take, milliseconds: it is known of most. */
const OWN_WAIT_MS = 10_000;

/**
 * Who we are. `GET /user` is closed to the token of a job; GraphQL tells every token. Where even that is refused, or does
 * not answer, it is taken for the token of a job: its author is known.
 */
async function ownLogin(octokit: Octokit, patience: Patience): Promise<string> {
  const look = () => octokit.graphql<{ readonly viewer: { readonly login: string } }>('{ viewer { login } }');
  try {
    const { viewer } = await ask('who the token is of', NEEDS, look, { ...patience, mostWaitMs: OWN_WAIT_MS });
    return viewer.login;
  } catch {
    patience.signal?.throwIfAborted();
    return 'github-actions[bot]';
  }
}
