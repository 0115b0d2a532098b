import { errorText, UserError } from '../errors.ts';
import type { DeploymentRecord, GitHub } from '../github/model.ts';
import type { Report } from '../report/events.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { isGood } from '../rollout/state.ts';
import { type CommentFacts, commentText } from './comment.ts';
import { urlsOf } from './urls.ts';

/** The preview that GitHub is told of. */
export interface AnnouncedPreview {
  readonly number: number;
  readonly application: string;
  /** Last commit of the pull request; without it there is nothing to make a deployment record of. */
  readonly commit?: string;
  readonly logUrl?: string;
}

export interface AnnouncePorts {
  /** Undefined: there is no token, or no repository. */
  readonly gitHub: GitHub | undefined;
  readonly report: Report;
}

/** Tells GitHub what becomes of a preview. What GitHub refuses is a warning: the preview is what it is all the same. */
export interface Announcer {
  started(targets: readonly string[]): Promise<void>;
  deployed(instances: readonly InstanceResult[], expiresAt?: number): Promise<void>;
  /** The run was refused before anything was deployed. */
  failed(): Promise<void>;
  deleted(instances: readonly InstanceResult[]): Promise<void>;
}

/** Who does not answer to one question is not asked the next. */
const SILENT: ReadonlySet<string> = new Set([
  'github-unreachable',
  'github-unavailable',
  'github-token-refused',
  'github-rate-limited',
]);

/** One for all previews in a target: an environment for each pull request could never be deleted by the token of a job. */
const environmentOf = (target: string): string => `preview/${target}`;

export function createAnnouncer(preview: AnnouncedPreview, { gitHub, report }: AnnouncePorts): Announcer {
  const { number, application, commit, logUrl } = preview;
  const records = new Map<string, DeploymentRecord>();
  const commentKey = `preview/${application}`;
  const ours = (target: string): string => `preview ${application} ${number} ${target} `;
  /** What GitHub refused once it refuses again: records and comments take different permissions. */
  const refused = new Set<'records' | 'comment'>();

  const politely = async (part: 'records' | 'comment', act: (client: GitHub) => Promise<void>): Promise<void> => {
    if (gitHub === undefined || refused.has(part)) return;
    try {
      await act(gitHub);
    } catch (error) {
      refused.add(part);
      const { code = '', fix = [] } = error instanceof UserError ? error : {};
      if (SILENT.has(code)) for (const each of ['records', 'comment'] as const) refused.add(each);
      report({ type: 'note', level: 'warning', text: [errorText(error), ...fix].join('. ') });
    }
  };
  const write = (facts: Pick<CommentFacts, 'kind' | 'instances' | 'expiresAt'>): Promise<void> =>
    politely('comment', async (client) => {
      const text = commentText({
        application,
        ...(commit !== undefined && { commit }),
        ...(logUrl !== undefined && { logUrl }),
        ...facts,
      });
      await client.upsertComment(number, commentKey, text);
    });
  const link = logUrl === undefined ? {} : { logUrl };

  return {
    started: async (targets) => {
      if (commit === undefined) return;
      for (const target of targets)
        await politely('records', async (client) => {
          const environment = environmentOf(target);
          const wish = {
            ref: commit,
            environment,
            key: `${ours(target)}${commit}`,
            transient: true,
            production: false,
          };
          const record = await client.createDeployment({ ...wish, description: `Preview of pull request ${number}` });
          records.set(target, record);
          await client.setDeploymentStatus(record.id, { state: 'in_progress', ...link });
        });
    },

    deployed: async (instances, expiresAt) => {
      for (const [target, record] of records)
        await politely('records', async (client) => {
          const own = instances.filter((instance) => instance.target === target);
          const good = own.length > 0 && own.every(({ state }) => isGood(state));
          const [first] = own.flatMap(({ outputs }) => urlsOf(outputs));
          await client.setDeploymentStatus(record.id, {
            state: good ? 'success' : 'failure',
            ...(first !== undefined && { environmentUrl: first.url }),
            ...link,
          });
          // GitHub takes older records of transient environments back for nobody.
          if (good) await deactivate(client, target, ours(target), record.id, 1);
        });
      await write({ kind: 'deployed', instances, ...(expiresAt !== undefined && { expiresAt }) });
    },

    failed: async () => {
      for (const { id } of records.values())
        await politely('records', (client) => client.setDeploymentStatus(id, { state: 'failure', ...link }));
    },

    deleted: async (instances) => {
      const targets = [...new Set(instances.map(({ target }) => target))];
      let known = 0;
      for (const target of targets) {
        const own = instances.filter((instance) => instance.target === target);
        if (!own.every(({ state }) => isGood(state))) continue;
        await politely('records', async (client) => {
          known += await deactivate(client, target, ours(target), undefined, Number.POSITIVE_INFINITY);
        });
      }
      // A pull request that never had a preview is not told that it has none.
      if (known > 0 || instances.some(({ state }) => state !== 'no-change'))
        await write({ kind: 'deleted', instances });
    },
  };
}

/** @returns how many records became inactive */
async function deactivate(
  client: GitHub,
  target: string,
  start: string,
  except: number | undefined,
  most: number,
): Promise<number> {
  const listed = await client.deployments({ environment: environmentOf(target) });
  const own = listed.filter(({ id, key }) => id !== except && key?.startsWith(start)).slice(0, most);
  let count = 0;
  for (const { id } of own) {
    const [latest] = await client.deploymentStatuses(id);
    if (latest === undefined || latest.state === 'inactive') continue;
    await client.setDeploymentStatus(id, { state: 'inactive', description: 'The preview was replaced or deleted' });
    count += 1;
  }
  return count;
}
