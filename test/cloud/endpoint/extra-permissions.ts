import type { AwsError } from './error-answer.ts';
import type { Principal } from './sessions.ts';
import type { Target } from './target.ts';
import { callAsRoot, control, type Upstream } from './upstream.ts';

/** Calls that hand CloudFormation a template. */
const TAKES_TEMPLATE = new Set(['CreateChangeSet', 'CreateStack', 'UpdateStack']);
const CLOUDFORMATION = 'cloudformation.amazonaws.com';
const TRANSFORMS = ['Serverless-2016-10-31', 'LanguageExtensions'];

export interface Permission {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * Permissions a caller of CloudFormation needs besides that of the call itself, which the emulator does not ask for:
 * `iam:PassRole` on a service role, `s3:GetObject` on a template in S3, `cloudformation:CreateChangeSet` on each
 * transform (CloudFormation user guide, "Control CloudFormation access with IAM").
 * @returns the refusal; undefined when nothing is missing
 */
export async function missingPermission(
  upstream: Upstream,
  target: Target,
  body: Buffer | undefined,
  caller: Principal | undefined,
): Promise<AwsError | undefined> {
  if (target.service !== 'cloudformation' || body === undefined || caller?.kind !== 'role-session') return undefined;
  const parameters = new URLSearchParams(body.toString());
  const ask = (permission: Permission): Promise<boolean> => may(upstream, caller, target.region, permission);
  const role = parameters.get('RoleARN');
  if (role !== null) {
    const pass = { action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': CLOUDFORMATION } };
    if (!(await ask(pass))) return denied(caller, pass);
  }
  if (!TAKES_TEMPLATE.has(target.action)) return undefined;
  const url = parameters.get('TemplateURL');
  const object = url === null ? undefined : objectOf(url);
  if (object !== undefined && !(await ask({ action: 's3:GetObject', resource: `arn:aws:s3:::${object}` }))) {
    return S3_DENIED;
  }
  const template =
    parameters.get('TemplateBody') ?? (object === undefined ? '' : await read(upstream, object, target, caller));
  for (const transform of TRANSFORMS.filter((name) => template.includes(`AWS::${name}`))) {
    const permission = {
      action: 'cloudformation:CreateChangeSet',
      resource: `arn:aws:cloudformation:${target.region}:aws:transform/${transform}`,
    };
    if (!(await ask(permission))) return denied(caller, permission);
  }
  return undefined;
}

/**
 * Permissions on a schedule, which the emulator does not have: its own action, and `iam:PassRole` on the execution role of
 * one that is made or changed (EventBridge Scheduler User Guide, "Identity-based policies").
 */
export async function missingForSchedule(
  upstream: Upstream,
  { action, region }: Target,
  { name, group, body }: { readonly name: string; readonly group: string | undefined; readonly body: string },
  caller: Principal | undefined,
): Promise<AwsError | undefined> {
  const given = body === '' ? undefined : (JSON.parse(body) as ScheduleBody);
  const place = given?.GroupName ?? group ?? 'default';
  const resource = `arn:aws:scheduler:${region}:${caller?.account}:schedule/${place}/${name}`;
  const needed: Permission[] = [{ action: `scheduler:${action}`, resource }];
  if (given?.Target !== undefined) {
    const { RoleArn } = given.Target;
    const context = { 'iam:PassedToService': 'scheduler.amazonaws.com' };
    needed.push({ action: 'iam:PassRole', resource: RoleArn, context });
  }
  return missing(upstream, region, caller, needed);
}

/** The refusal of a role session that lacks one of these. */
export async function missing(
  upstream: Upstream,
  region: string,
  caller: Principal | undefined,
  needed: readonly Permission[],
): Promise<AwsError | undefined> {
  if (caller?.kind !== 'role-session') return undefined;
  for (const permission of needed) {
    if (!(await may(upstream, caller, region, permission))) return denied(caller, permission);
  }
  return undefined;
}

interface ScheduleBody {
  readonly GroupName?: string;
  readonly Target?: { readonly RoleArn: string };
}

/**
 * Whether S3 keeps silent about a missing object: without `s3:ListBucket` it answers 403 instead of 404 (S3 API
 * reference, GetObject, "Permissions").
 */
export async function hidesMissingObjects(
  upstream: Upstream,
  bucket: string,
  region: string,
  caller: Principal | undefined,
): Promise<boolean> {
  if (caller?.kind !== 'role-session') return false;
  return !(await may(upstream, caller, region, { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }));
}

const S3_DENIED: AwsError = {
  status: 400,
  code: 'ValidationError',
  message:
    'S3 error: Access Denied\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
};

function denied(caller: Principal, { action, resource }: Permission): AwsError {
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  return { status: 403, code: 'AccessDenied', message };
}

/** Asks the evaluation that calls themselves go through: of the role's policies, its session's and the context. */
async function may(
  upstream: Upstream,
  caller: Principal,
  region: string,
  { action, resource, context }: Permission,
): Promise<boolean> {
  const { arn: principal, account, policy: sessionPolicy } = caller;
  const asked = { principal, account, region, action, resource, context, sessionPolicy };
  const answer = await control(upstream, 'permissions/may', asked);
  return (answer as { readonly allowed: boolean }).allowed;
}

/** `bucket/key` of a template URL in any of S3's forms. */
function objectOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const bucket = /^(.+)\.s3[.-].*amazonaws\.com/.exec(hostname)?.[1];
  return decodeURIComponent(bucket === undefined ? pathname.slice(1) : `${bucket}${pathname}`);
}

async function read(upstream: Upstream, object: string, target: Target, caller: Principal): Promise<string> {
  const path = `/${object.split('/').map(encodeURIComponent).join('/')}`;
  const { account } = caller;
  const answer = await callAsRoot(upstream, { account, service: 's3', region: target.region, method: 'GET', path });
  return answer.status === 200 ? answer.body : '';
}
