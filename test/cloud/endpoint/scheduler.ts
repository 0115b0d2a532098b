import { ChangeResourceRecordSetsCommand, type ResourceRecordSet, Route53Client } from '@aws-sdk/client-route-53';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AwsError } from './error-answer.ts';
import { missing, type Permission } from './extra-permissions.ts';
import { parseRoleArn, readRole } from './roles-reader.ts';
import type { Principal } from './sessions.ts';
import { trusts } from './trust-policy.ts';
import type { Upstream } from './upstream.ts';

/**
 * EventBridge Scheduler as far as one-time schedules with universal targets go, and time for them that a test lets pass.
 * All other schedules are the emulator's.
 * Shapes and rules: EventBridge Scheduler API Reference (CreateSchedule, DeleteSchedule, GetSchedule) and User Guide
 * ("Schedule types", "Using universal targets", "Setting up the execution role").
 */
export interface Scheduler {
  /** Whether a call is about a schedule that is kept here. */
  owns(request: SchedulerRequest): boolean;
  call(request: SchedulerRequest): Promise<object | AwsError>;
  /** Lets so many milliseconds pass and carries out what is due then. @returns what became of each, by name */
  pass(ms: number): Promise<Readonly<Record<string, string>>>;
  clear(): void;
}

export interface SchedulerRequest {
  readonly method: string;
  /** The last segment of the path. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly body: string;
}

interface Schedule {
  readonly account: string;
  readonly region: string;
  readonly at: number;
  readonly arn: string;
  /** ARN of the execution role. */
  readonly role: string;
  readonly input: unknown;
  readonly text: Readonly<Record<string, unknown>>;
}

interface ChangeInput {
  readonly HostedZoneId: string;
  readonly ChangeBatch: {
    readonly Comment?: string;
    readonly Changes: readonly {
      readonly Action: 'CREATE' | 'DELETE';
      readonly ResourceRecordSet: UniversalRecordSet;
    }[];
  };
}

/** Keys as in the AWS SDK for Java 2, with a capital first letter. */
type UniversalRecordSet = Omit<ResourceRecordSet, 'TTL' | 'AliasTarget'> & {
  readonly Ttl?: number;
  readonly AliasTarget?: {
    readonly HostedZoneId: string;
    readonly DnsName: string;
    readonly EvaluateTargetHealth: boolean;
  };
};

const RECORD_SET_KEYS = new Set([
  'Name',
  'Type',
  'SetIdentifier',
  'Weight',
  'Ttl',
  'ResourceRecords',
  'AliasTarget',
  'HealthCheckId',
]);
const CHANGE_RECORDS = 'arn:aws:scheduler:::aws-sdk:route53:changeResourceRecordSets';
const DELETE_OBJECT = 'arn:aws:scheduler:::aws-sdk:s3:deleteObject';
/** Fields of the request in the AWS SDK for Java 2 that are of use here. */
const DELETE_KEYS = new Set(['Bucket', 'Key', 'IfMatch', 'VersionId', 'ExpectedBucketOwner']);

interface DeleteInput {
  readonly Bucket: string;
  readonly Key: string;
  readonly IfMatch?: string;
}

/** A field that the request has not, if there is one: CreateSchedule refuses it. */
function unknownField(arn: string, input: unknown): string | undefined {
  const keys =
    arn === DELETE_OBJECT
      ? Object.keys(input as DeleteInput).filter((field) => !DELETE_KEYS.has(field))
      : (input as ChangeInput).ChangeBatch.Changes.flatMap(({ ResourceRecordSet: set }) =>
          Object.keys(set).filter((field) => !RECORD_SET_KEYS.has(field)),
        );
  return keys[0];
}

/** @param url of the endpoint, through which the calls of schedules go like all others */
export function createScheduler(upstream: Upstream, url: () => string): Scheduler {
  const schedules = new Map<string, Schedule>();
  let passed = 0;

  const create = async ({ name, account, region, body }: SchedulerRequest): Promise<object | AwsError> => {
    const key = keyOf(account, region, name);
    if (schedules.has(key))
      return { status: 409, code: 'ConflictException', message: `Schedule ${name} already exists.` };
    const text = JSON.parse(body) as Schedule['text'];
    const target = text['Target'] as { readonly Arn: string; readonly RoleArn: string; readonly Input: string };
    const at = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(String(text['ScheduleExpression']))?.[1];
    if (at === undefined || !/^[0-9a-zA-Z_.-]{1,64}$/.test(name))
      return invalid('Invalid Schedule Expression or Name.');
    if (![CHANGE_RECORDS, DELETE_OBJECT].includes(target.Arn))
      return invalid(`Provided Arn is not in correct format: ${target.Arn}`);
    if (!(await trustsScheduler(upstream, { account, region }, target.RoleArn))) {
      return invalid('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
    }
    const input: unknown = JSON.parse(target.Input);
    const unknown = unknownField(target.Arn, input);
    if (unknown !== undefined) return invalid(`Invalid RequestJson provided. Reason: unknown field ${unknown}`);
    schedules.set(key, {
      account,
      region,
      at: Date.parse(`${at}Z`),
      arn: target.Arn,
      role: target.RoleArn,
      input,
      text,
    });
    return { ScheduleArn: `arn:aws:scheduler:${region}:${account}:schedule/default/${name}` };
  };

  const fire = async ({ account, region, arn, role, input }: Schedule): Promise<string> => {
    const refused = await missing(upstream, region, sessionOf(role), permissionsOf(arn, input));
    if (refused !== undefined) return `${refused.code}: ${refused.message}`;
    const common = { endpoint: url(), credentials: { accessKeyId: account, secretAccessKey: 'local' }, maxAttempts: 1 };
    try {
      await (arn === DELETE_OBJECT
        ? deleteObject(new S3Client({ ...common, region, forcePathStyle: true }), input as DeleteInput)
        : changeRecords(new Route53Client({ ...common, region: 'us-east-1' }), input as ChangeInput));
      return 'done';
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  };

  return {
    owns({ method, name, account, region, body }) {
      if (method !== 'POST') return schedules.has(keyOf(account, region, name));
      return String((JSON.parse(body) as { readonly Target?: { readonly Arn?: string } }).Target?.Arn).includes(
        ':aws-sdk:',
      );
    },
    async call(request) {
      const { method, name, account, region } = request;
      const key = keyOf(account, region, name);
      if (method === 'POST') return create(request);
      const found = schedules.get(key);
      if (found === undefined) {
        return { status: 404, code: 'ResourceNotFoundException', message: `Schedule ${name} does not exist.` };
      }
      if (method === 'GET') return { Name: name, ...found.text };
      schedules.delete(key);
      return {};
    },
    async pass(ms) {
      passed += ms;
      const due = [...schedules].filter(([, { at }]) => at <= Date.now() + passed);
      const ends: Record<string, string> = {};
      for (const [key, schedule] of due.sort(([, a], [, b]) => a.at - b.at)) {
        // ActionAfterCompletion: DELETE.
        schedules.delete(key);
        ends[key.split('/').at(-1) ?? ''] = await fire(schedule);
      }
      return ends;
    },
    clear() {
      schedules.clear();
      passed = 0;
    },
  };
}

async function changeRecords(client: Route53Client, { HostedZoneId, ChangeBatch }: ChangeInput): Promise<void> {
  const Changes = ChangeBatch.Changes.map(({ Action, ResourceRecordSet }) => ({
    Action,
    ResourceRecordSet: asApi(ResourceRecordSet),
  }));
  try {
    await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
  } finally {
    client.destroy();
  }
}

async function deleteObject(client: S3Client, input: DeleteInput): Promise<void> {
  try {
    await client.send(new DeleteObjectCommand(input));
  } finally {
    client.destroy();
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('/');

function invalid(message: string): AwsError {
  return { status: 400, code: 'ValidationException', message };
}

function asApi({ Ttl, AliasTarget, ...set }: UniversalRecordSet): ResourceRecordSet {
  const alias = AliasTarget && {
    HostedZoneId: AliasTarget.HostedZoneId,
    DNSName: AliasTarget.DnsName,
    EvaluateTargetHealth: AliasTarget.EvaluateTargetHealth,
  };
  return { ...set, ...(Ttl !== undefined && { TTL: Ttl }), ...(alias && { AliasTarget: alias }) };
}

/**
 * User Guide, "Setting up the execution role" and "Confused deputy prevention": the role must trust scheduler.amazonaws.com,
 * whose `aws:SourceArn` is the group of the schedule.
 */
async function trustsScheduler(
  upstream: Upstream,
  { account, region }: Pick<Schedule, 'account' | 'region'>,
  arn: string,
): Promise<boolean> {
  const role = parseRoleArn(arn);
  const facts = role && (await readRole(upstream, role));
  const keys = new Map([
    ['aws:sourceaccount', [account]],
    ['aws:sourcearn', [`arn:aws:scheduler:${region}:${account}:schedule-group/default`]],
  ]);
  return trusts(facts?.trust, 'sts:AssumeRole', { kind: 'service', name: 'scheduler.amazonaws.com' }, keys);
}

/** Who carries a schedule out. */
function sessionOf(role: string): Principal {
  const { account = '', name = '' } = parseRoleArn(role) ?? {};
  const arn = `arn:aws:sts::${account}:assumed-role/${name}/scheduler`;
  return { arn, account, kind: 'role-session', secret: '', token: undefined, expires: undefined };
}

/**
 * What the role needs. S3 User Guide, "Enforce conditional deletes": a deletion with an ETag asks for s3:GetObject too, and
 * has the condition key s3:if-match.
 */
function permissionsOf(arn: string, input: unknown): readonly Permission[] {
  if (arn !== DELETE_OBJECT) {
    const resource = `arn:aws:route53:::hostedzone/${(input as ChangeInput).HostedZoneId}`;
    return [{ action: 'route53:ChangeResourceRecordSets', resource }];
  }
  const { Bucket, Key, IfMatch } = input as DeleteInput;
  const resource = `arn:aws:s3:::${Bucket}/${Key}`;
  const context = IfMatch === undefined ? {} : { 's3:if-match': IfMatch };
  const deletion = { action: 's3:DeleteObject', resource, context };
  return IfMatch === undefined ? [deletion] : [deletion, { action: 's3:GetObject', resource }];
}
