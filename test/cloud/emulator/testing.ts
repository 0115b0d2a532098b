/** What the tests of the patched emulator share: clients, deploying by change set, waiting. */
import {
  CloudFormationClient,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type OperationEvent,
  type Stack,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const ACCOUNT = '111111111111';
/** Longer than any test: what takes so long is under way until the test says how long it takes from then on. */
export const HELD_SECONDS = 3_600;
const POLL_MS = 20;
const WAIT_MS = 120_000;

export function clientConfig(url: string, region = 'eu-west-1', account = ACCOUNT) {
  return {
    endpoint: url,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'any' },
    maxAttempts: 1,
  };
}

/** CloudFormation of one region and account, with the steps that tests repeat. */
export class Stacks {
  readonly #url: () => string;
  readonly #region: string | undefined;
  readonly #account: string | undefined;
  #client: CloudFormationClient | undefined;

  /** @param url may be that of an emulator that is started later */
  constructor(url: string | (() => string), region?: string, account?: string) {
    this.#url = typeof url === 'string' ? () => url : url;
    this.#region = region;
    this.#account = account;
  }

  get client(): CloudFormationClient {
    this.#client ??= new CloudFormationClient(clientConfig(this.#url(), this.#region, this.#account));
    return this.#client;
  }

  close(): void {
    this.#client?.destroy();
  }

  async createChangeSet(
    stack: string,
    template: object,
    more: Partial<CreateChangeSetCommandInput> = {},
  ): Promise<string> {
    const created = await this.client.send(
      new CreateChangeSetCommand({
        StackName: stack,
        ChangeSetName: `set-${Math.random().toString(36).slice(2)}`,
        TemplateBody: JSON.stringify(template),
        Capabilities: ['CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
        ...more,
      }),
    );
    return created.Id ?? '';
  }

  describeChangeSet(id: string): Promise<DescribeChangeSetCommandOutput> {
    return this.client.send(new DescribeChangeSetCommand({ ChangeSetName: id }));
  }

  /** Creates the change set, executes it and waits until the stack is at rest. */
  async deploy(stack: string, template: object, more: Partial<CreateChangeSetCommandInput> = {}): Promise<Stack> {
    const exists = await this.describe(stack).catch(() => undefined);
    const type = exists === undefined || exists.StackStatus === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE';
    const id = await this.createChangeSet(stack, template, { ChangeSetType: type, ...more });
    await this.client.send(new ExecuteChangeSetCommand({ ChangeSetName: id }));
    return this.atRest(stack);
  }

  async describe(stack: string): Promise<Stack> {
    const answer = await this.client.send(new DescribeStacksCommand({ StackName: stack }));
    const found = answer.Stacks?.[0];
    if (found === undefined) throw new Error(`no stack ${stack}`);
    return found;
  }

  atRest(stack: string): Promise<Stack> {
    return until(
      () => this.describe(stack),
      (found) => !/_IN_PROGRESS$/.test(found.StackStatus ?? ''),
    );
  }

  /** Oldest first. */
  async events(stack: string): Promise<StackEvent[]> {
    const answer = await this.client.send(new DescribeStackEventsCommand({ StackName: stack }));
    return (answer.StackEvents ?? []).reverse();
  }

  /** `LogicalId STATUS` of every event, oldest first. */
  async history(stack: string): Promise<string[]> {
    return (await this.events(stack)).map((event) => `${event.LogicalResourceId} ${event.ResourceStatus}`);
  }

  async operationEvents(operationId: string, failed = false): Promise<OperationEvent[]> {
    const answer = await this.client.send(
      new DescribeEventsCommand({ OperationId: operationId, ...(failed && { Filters: { FailedEvents: true } }) }),
    );
    return answer.OperationEvents ?? [];
  }
}

/** Asks again until the answer is as wanted; fails with the last answer after two minutes. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Puts an object into a bucket (made when absent) of that region and account. */
export async function putObject(url: string, bucket: string, key: string, body: string, region = 'eu-west-1') {
  const s3 = new S3Client({ ...clientConfig(url, region), forcePathStyle: true });
  const location = { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' as const } };
  await s3.send(new CreateBucketCommand({ Bucket: bucket, ...location })).catch(() => undefined);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
  s3.destroy();
}

/** The code and message of what a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return { name: error.name, message: error.message };
  }
  throw new Error('the call was accepted');
}

/** A CloudWatch alarm in OK or INSUFFICIENT_DATA. A composite one watches a metric alarm of its name with `-part` behind. */
export async function putAlarm(url: string, name: string, kind: 'Alarm' | 'CompositeAlarm' = 'Alarm'): Promise<void> {
  const metric = kind === 'Alarm' ? name : `${name}-part`;
  await withCloudWatch(url, async (client) => {
    await client.send(
      new PutMetricAlarmCommand({
        AlarmName: metric,
        Namespace: 'n',
        MetricName: 'm',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    );
    if (kind === 'CompositeAlarm')
      await client.send(new PutCompositeAlarmCommand({ AlarmName: name, AlarmRule: `ALARM("${metric}")` }));
  });
}

export function setAlarm(url: string, name: string, state: 'ALARM' | 'OK'): Promise<void> {
  return withCloudWatch(url, async (client) => {
    await client.send(new SetAlarmStateCommand({ AlarmName: name, StateValue: state, StateReason: 'test' }));
  });
}

export function deleteAlarm(url: string, name: string): Promise<void> {
  return withCloudWatch(url, async (client) => {
    await client.send(new DeleteAlarmsCommand({ AlarmNames: [name] }));
  });
}

async function withCloudWatch(url: string, act: (client: CloudWatchClient) => Promise<void>): Promise<void> {
  const client = new CloudWatchClient(clientConfig(url));
  await act(client);
  client.destroy();
}
