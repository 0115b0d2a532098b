import { parse, stringify } from 'yaml';

/** What workflow files look like, as far as the harness touches them. */
export interface Workflow {
  readonly jobs: Record<string, Job>;
  permissions?: Permissions;
  concurrency?: unknown;
}

export type Permissions = string | Readonly<Record<string, string>>;

interface Job {
  uses?: string;
  readonly steps?: readonly Step[];
  environment?: string | { readonly name: string; readonly deployment?: boolean };
  env?: Record<string, string>;
  permissions?: Permissions;
  concurrency?: unknown;
}

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}

/** Where a rewritten workflow finds this repository, and who gives its jobs their ID tokens. */
export interface Surroundings {
  /** Name of the file: it is in the claims of the job. */
  readonly file: string;
  /** `OWNER/REPO` and reference that `$/` stands for. */
  readonly repository: string;
  readonly reference: string;
  readonly tokenUrl: string;
  /** The token of a job with these permissions; absent: there is no GitHub. */
  readonly jobToken?: (permissions: Permissions) => string;
}

/** Permissions that act 0.2.89 does not know. */
const UNKNOWN_PERMISSIONS = new Set(['artifact-metadata', 'code-quality', 'vulnerability-alerts']);

/**
 * A workflow as act 0.2.89 takes it: `$/` is spelled out, and keys that it does not know (`concurrency.queue`,
 * `environment.deployment`, new permissions) are gone. A job with `id-token: write` gets the variables of GitHub's token
 * service, and only such a job: what it asks with tells the service the job's environment and workflow. Steps of our action,
 * and of `gh`, get a token that may what the job may.
 */
export function rewriteWorkflow(text: string, surroundings: Surroundings): string {
  const workflow = parse(text) as Workflow;
  withoutQueue(workflow);
  withoutUnknown(workflow);
  for (const job of Object.values(workflow.jobs)) {
    withoutQueue(job);
    withoutUnknown(job);
    for (const holder of [job, ...(job.steps ?? [])]) {
      if (holder.uses !== undefined) holder.uses = spelledOut(holder.uses, surroundings);
    }
    const permissions = job.permissions ?? workflow.permissions ?? {};
    for (const step of job.steps ?? []) {
      if (surroundings.jobToken === undefined) continue;
      const token = surroundings.jobToken(permissions);
      if (step.uses?.startsWith(surroundings.repository)) step.with = { ...step.with, 'github-token': token };
      if (step.env?.['GH_TOKEN'] === '${{ github.token }}') step.env['GH_TOKEN'] = token;
    }
    const environment = typeof job.environment === 'object' ? job.environment.name : job.environment;
    if (environment !== undefined) job.environment = environment;
    if (job.uses === undefined && mayAskForToken(permissions)) {
      job.env = {
        ...job.env,
        ACTIONS_ID_TOKEN_REQUEST_URL: surroundings.tokenUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: `${surroundings.file}|${environment ?? ''}`,
      };
    }
  }
  return stringify(workflow);
}

/** `$/` is the repository of the file itself, `$/path` something in it. */
function spelledOut(uses: string, { repository, reference }: Surroundings): string {
  if (!uses.startsWith('$/')) return uses;
  const path = uses.slice('$/'.length);
  return `${repository}${path === '' ? '' : `/${path}`}@${reference}`;
}

function mayAskForToken(permissions: Permissions): boolean {
  return typeof permissions === 'object' && permissions['id-token'] === 'write';
}

function withoutQueue(holder: { concurrency?: unknown }): void {
  const { concurrency } = holder;
  if (typeof concurrency !== 'object' || concurrency === null) return;
  const { queue: _, ...rest } = concurrency as { readonly queue?: string };
  holder.concurrency = rest;
}

function withoutUnknown(holder: { permissions?: Permissions }): void {
  const { permissions } = holder;
  if (typeof permissions !== 'object' || permissions === null) return;
  holder.permissions = Object.fromEntries(
    Object.entries(permissions).filter(([name]) => !UNKNOWN_PERMISSIONS.has(name)),
  );
}
