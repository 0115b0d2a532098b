import { UserError } from '../errors.ts';
import { asRecord, headOfEvent, numberOfEvent, readEvent } from '../github/event.ts';
import { requireNumber } from './number.ts';

/** The pull request that a run is about, as the options and the event of the workflow tell it. */
export interface PullRequest {
  readonly number: number;
  /** Last commit of its branch; GitHub's own `GITHUB_SHA` is that of a merge that nobody sees. */
  readonly commit?: string;
  readonly branch?: string;
  /** The event says that it was closed or merged. */
  readonly closed: boolean;
  /** The event itself is of this pull request and says whose code it is. */
  readonly told: boolean;
  /** Why a run for it gets no credentials; absent: it gets them. */
  readonly untrusted?: 'fork' | 'dependabot';
}

export interface EventPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string | undefined;
  readonly nameOption: (name: string) => string;
}

/**
 * @param option the number as it was given
 * @throws UserError `pull-request-target`, `pull-request-number`, `pull-request-missing`, `pull-request-differs`
 */
export function pullRequestOf(option: string | undefined, ports: EventPorts): PullRequest {
  const { env, nameOption } = ports;
  if (env['GITHUB_EVENT_NAME'] === 'pull_request_target') {
    throw new UserError(
      'pull-request-target',
      'previews do not run on pull_request_target: it gives the code of a stranger the credentials of this repository',
      { fix: ['Write on: pull_request. Pull requests from forks then get the checks that need no credentials.'] },
    );
  }
  const given = option === undefined ? undefined : requireNumber(option, nameOption('pull-request'));
  const event = readEvent(env, ports.readFile);
  const told = numberOfEvent(event);
  if (given !== undefined && told !== undefined && given !== told) {
    throw new UserError(
      'pull-request-differs',
      `${nameOption('pull-request')} is ${given}, and the event is of ${told}`,
      {
        fix: [`Leave ${nameOption('pull-request')} out: the event says it.`],
      },
    );
  }
  const number = given ?? told;
  if (number === undefined) {
    throw new UserError('pull-request-missing', 'a preview belongs to a pull request, and none is known', {
      fix: [`Give ${nameOption('pull-request')}, or run on: pull_request.`],
    });
  }
  const pull = asRecord(event['pull_request']);
  const head = asRecord(pull['head']);
  const [commit, branch] = [headOfEvent(event), text(head['ref'])];
  const untrusted = whyUntrusted(pull, env);
  return {
    number,
    told: Object.keys(head).length > 0,
    closed: told !== undefined && (event['action'] === 'closed' || pull['state'] === 'closed'),
    ...(commit !== undefined && { commit }),
    ...(branch !== undefined && { branch }),
    ...(untrusted !== undefined && { untrusted }),
  };
}

/**
 * Runs for a fork get a token that can only read, and no ID token; so do runs that Dependabot started (GitHub Docs,
 * "Events that trigger workflows", pull_request; "Dependabot on GitHub Actions").
 */
function whyUntrusted(pull: Readonly<Record<string, unknown>>, env: EventPorts['env']): PullRequest['untrusted'] {
  if (Object.keys(pull).length === 0) return undefined;
  const head = asRecord(asRecord(pull['head'])['repo'])['full_name'];
  const base = asRecord(asRecord(pull['base'])['repo'])['full_name'];
  // The repository of a fork may be gone: then nobody can tell whose code it is.
  if (head === undefined || head !== base) return 'fork';
  const author = asRecord(pull['user'])['login'];
  return [author, env['GITHUB_ACTOR']].includes('dependabot[bot]') ? 'dependabot' : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
