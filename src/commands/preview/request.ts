import type { RunContext } from '../../context.ts';
import type { PullRequest as KnownPull } from '../../github/model.ts';
import type { Connecting } from '../../github/reports.ts';
import type { Options } from '../../options/values.ts';
import { previewStackName } from '../../preview/names.ts';
import { type PullRequest, pullRequestOf } from '../../preview/pull-request.ts';
import { type Repository, repositoryOf } from '../../preview/repository.ts';
import { expiryOf, toTags } from '../../preview/tags.ts';
import type { PreviewRequest } from '../../topology/preview.ts';
import { escapeReferences } from '../../topology/references.ts';

/** What a run of `preview` is about. */
export interface PreviewSubject {
  readonly repository: Repository;
  readonly pull: PullRequest;
  /** For the configuration. */
  readonly request: PreviewRequest;
}

/**
 * @param known what GitHub says, for what the event does not
 * @throws UserError what is wrong with the options or the event
 */
export function previewSubject(options: Options, context: RunContext, known?: KnownPull): PreviewSubject {
  const { env, clock, origin } = context;
  const said = known && { commit: known.headSha, branch: known.headRef };
  const pull = { ...said, ...pullRequestOf(options['pull-request'], context) };
  const repository = repositoryOf(options.repository, env, context.nameOption);
  const { number, branch } = pull;
  const commit = pull.commit ?? origin.commit;
  const now = clock.now();
  const request: PreviewRequest = {
    number,
    stackName: (key, application) => previewStackName(key, { application, repository, number }),
    tags: ({ application, expiresAfterMs }) => {
      const tags = toTags({
        repository,
        application,
        number,
        expiresAt: expiryOf(now, expiresAfterMs),
        ...(commit !== undefined && { commit }),
        ...(branch !== undefined && { branch }),
      });
      return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, escapeReferences(value)]));
    },
    ...(options['expires-after'] !== undefined && { expiresAfterMs: options['expires-after'] }),
    ...(options.express !== undefined && { express: options.express }),
  };
  return { repository, pull, request };
}

/** A preview must not wait long for GitHub; what became of it is told after a cancel too. */
const GITHUB_WAIT_MS = 60_000;

/** How GitHub is reached for what is told of previews. */
export function connecting({ repository }: Pick<Options, 'repository'>): Connecting {
  return { mostWaitMs: GITHUB_WAIT_MS, afterCancel: true, ...(repository !== undefined && { repository }) };
}
