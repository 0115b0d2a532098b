import { describe, expect, test } from '@jest/globals';
import { type Caller, type ClientFactory, createClientFactory } from '../../../src/aws/client-factory.ts';
import { createContacts } from '../../../src/aws/contacts.ts';
import { createLedger } from '../../../src/aws/ledger.ts';
import { createTransport } from '../../../src/aws/transport.ts';
import { contactRule } from '../../../src/failover/contact-rules.ts';
import { KEYS } from './support/aws.ts';
import { testClock } from './support/clock.ts';

const LOST = 'eu-west-1';
const KVS = 'arn:aws:cloudfront::111111111111:key-value-store/a1';

/** One call of each kind of client, and the service and region that the ledger has it under. */
type Call = (clients: ClientFactory, caller: Caller) => Promise<{ readonly sent: Promise<unknown> }>;
interface Row {
  readonly call: Call;
  readonly service: string;
  /** Absent: the region that the client is made for. */
  readonly region?: string;
}

const CLIENTS: { readonly [kind in keyof ClientFactory]: Row } = {
  cloudformation: {
    service: 'CloudFormation',
    call: async (clients, caller) => {
      const { DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
      return { sent: (await clients.cloudformation(LOST, caller)).send(new DescribeStacksCommand({})) };
    },
  },
  cloudwatch: {
    service: 'CloudWatch',
    call: async (clients, caller) => {
      const { DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch');
      return { sent: (await clients.cloudwatch(LOST, caller)).send(new DescribeAlarmsCommand({})) };
    },
  },
  codeDeploy: {
    service: 'CodeDeploy',
    call: async (clients, caller) => {
      const { ListApplicationsCommand } = await import('@aws-sdk/client-codedeploy');
      return { sent: (await clients.codeDeploy(LOST, caller)).send(new ListApplicationsCommand({})) };
    },
  },
  eventBridge: {
    service: 'EventBridge',
    call: async (clients, caller) => {
      const { EnableRuleCommand } = await import('@aws-sdk/client-eventbridge');
      return { sent: (await clients.eventBridge(LOST, caller)).send(new EnableRuleCommand({ Name: 'r' })) };
    },
  },
  dynamodb: {
    service: 'DynamoDB',
    call: async (clients, caller) => {
      const { DescribeTableCommand } = await import('@aws-sdk/client-dynamodb');
      return { sent: (await clients.dynamodb(LOST, caller)).send(new DescribeTableCommand({ TableName: 'table' })) };
    },
  },
  logs: {
    service: 'CloudWatchLogs',
    call: async (clients, caller) => {
      const { DescribeLogGroupsCommand } = await import('@aws-sdk/client-cloudwatch-logs');
      return { sent: (await clients.logs(LOST, caller)).send(new DescribeLogGroupsCommand({})) };
    },
  },
  lambda: {
    service: 'Lambda',
    call: async (clients, caller) => {
      const { InvokeCommand } = await import('@aws-sdk/client-lambda');
      return { sent: (await clients.lambda(LOST, caller)).send(new InvokeCommand({ FunctionName: 'f' })) };
    },
  },
  globalAccelerator: {
    service: 'GlobalAccelerator',
    region: 'us-west-2',
    call: async (clients, caller) => {
      const { UpdateEndpointGroupCommand } = await import('@aws-sdk/client-global-accelerator');
      const command = new UpdateEndpointGroupCommand({ EndpointGroupArn: 'arn:g' });
      return { sent: (await clients.globalAccelerator(caller)).send(command) };
    },
  },
  keyValueStore: {
    service: 'CloudFrontKeyValueStore',
    region: 'global',
    call: async (clients, caller) => {
      const { PutKeyCommand } = await import('@aws-sdk/client-cloudfront-keyvaluestore');
      const command = new PutKeyCommand({ KvsARN: KVS, Key: 'k', Value: 'v', IfMatch: 'e' });
      return { sent: (await clients.keyValueStore(LOST, caller)).send(command) };
    },
  },
  recoveryCluster: {
    service: 'Route53RecoveryCluster',
    call: async (clients, caller) => {
      const { UpdateRoutingControlStatesCommand } = await import('@aws-sdk/client-route53-recovery-cluster');
      const endpoint = { region: LOST, url: `https://a1.route53-recovery-cluster.${LOST}.amazonaws.com/v1` };
      const command = new UpdateRoutingControlStatesCommand({ UpdateRoutingControlStateEntries: [] });
      return { sent: (await clients.recoveryCluster(endpoint, caller)).send(command) };
    },
  },
  route53: {
    service: 'Route53',
    call: async (clients, caller) => {
      const { GetHostedZoneCommand } = await import('@aws-sdk/client-route-53');
      return { sent: (await clients.route53(LOST, caller)).send(new GetHostedZoneCommand({ Id: 'Z1' })) };
    },
  },
  s3: {
    service: 'S3',
    call: async (clients, caller) => {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3');
      const command = new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'text' });
      return { sent: (await clients.s3(LOST, caller)).send(command) };
    },
  },
  scheduler: {
    service: 'Scheduler',
    call: async (clients, caller) => {
      const { GetScheduleCommand } = await import('@aws-sdk/client-scheduler');
      return { sent: (await clients.scheduler(LOST, caller)).send(new GetScheduleCommand({ Name: 's' })) };
    },
  },
  ssm: {
    service: 'SSM',
    call: async (clients, caller) => {
      const { GetParameterCommand } = await import('@aws-sdk/client-ssm');
      return { sent: (await clients.ssm(LOST, caller)).send(new GetParameterCommand({ Name: '/p' })) };
    },
  },
  sts: {
    service: 'STS',
    call: async (clients, caller) => {
      const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
      return { sent: (await clients.sts(LOST, caller)).send(new GetCallerIdentityCommand({})) };
    },
  },
};

/** A factory whose transport and credentials count what they are asked, and answer nothing. */
function factory() {
  const clock = testClock();
  const ledger = createLedger();
  const contacts = createContacts(ledger, clock);
  const asked: string[] = [];
  const handle = async ({ hostname }: { readonly hostname: string }): Promise<never> => {
    asked.push(hostname);
    throw new Error('nobody is there');
  };
  const transport = { ...createTransport({}, { connectMs: 1, idleMs: 1 }), handle };
  const clients = createClientFactory({ env: {}, clock, ledger, contacts, transport, userAgent: 'test/1' });
  const get = async () => {
    asked.push('credentials');
    return { accessKeyId: KEYS.AWS_ACCESS_KEY_ID, secretAccessKey: KEYS.AWS_SECRET_ACCESS_KEY };
  };
  return { clients, contacts, ledger, asked, caller: { credentials: { get } } as unknown as Caller };
}

describe('what may not be contacted is refused by', () => {
  test('every client that there is', () => {
    expect(Object.keys(factory().clients).sort()).toEqual(Object.keys(CLIENTS).sort());
  });

  test.each(Object.entries(CLIENTS))('the client %s, before credentials are obtained', async (_, row) => {
    const { clients, contacts, ledger, asked, caller } = factory();
    const region = row.region ?? LOST;
    contacts.restrict(contactRule('stop-switch', 'aws', new Set([region])));
    const { sent } = await row.call(clients, caller);
    await expect(sent).rejects.toMatchObject({ code: 'contact-refused' });
    expect(asked).toEqual([]);
    expect(ledger.entries).toEqual([]);
    expect(ledger.refused).toMatchObject([{ service: row.service, region, reason: `${region} is being left` }]);
  });

  test.each(Object.entries(CLIENTS))('the client %s, which would have called without the rule', async (_, row) => {
    const { clients, contacts, asked, caller } = factory();
    const { sent } = await row.call(clients, caller);
    await expect(sent).rejects.not.toMatchObject({ code: 'contact-refused' });
    expect(asked).toContain('credentials');
    expect(asked.length).toBeGreaterThan(1);
    contacts.restrict(contactRule('weights', 'aws-cn', new Set()));
    const again = await row.call(clients, caller);
    await expect(again.sent).rejects.toMatchObject({ code: 'contact-refused' });
  });
});
