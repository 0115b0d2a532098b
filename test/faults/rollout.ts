import { CloudFormationClient, DescribeStackEventsCommand } from '@aws-sdk/client-cloudformation';
import type { RunResult } from '../../src/report/run-result.ts';
import { deployedRecords } from '../cloud/dns/resolver.ts';
import { type Cloud, type FaultRule, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';
import { createZone, HOST_RECORDS } from '../support/traffic-app.ts';

const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const ACCOUNT = '111111111111';

/** In eu-central-1 the resource that a bad release adds cannot be made. */
const template = (
  mark: string,
  bad: boolean,
): string => `Conditions: { Central: !Equals [!Ref AWS::Region, eu-central-1] }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${mark} } }
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: !Sub "shop-\${AWS::Region}"
      Namespace: Shop
      MetricName: Errors
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 1
      Threshold: 1
      ComparisonOperator: GreaterThanThreshold
${bad ? BROKEN : ''}
Outputs:
  Host: { Value: !Sub "\${AWS::Region}.example.net" }
  Mark: { Value: ${mark} }
`;
const BROKEN = `  Broken:
    Type: AWS::CloudFormation::CustomResource
    Condition: Central
    Properties: { ServiceToken: "arn:aws:lambda:eu-central-1:${ACCOUNT}:function:not-there" }`;

const configuration = `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 50 } }
${HOST_RECORDS}      drain: 0
      steps: [10, 100]
    gates:
      - { alarm-prefix: shop-, insufficient-data: pass }
      - { name: passes, command: { run: ['true'], credentials: none }, when: [before, after] }
    on-failure: rollback-all
`;

/** What a rollout came to: nothing in it depends on how long it took. */
export interface End {
  readonly exitCode: number;
  readonly status: string;
  readonly states: readonly string[];
  readonly rollout: string | undefined;
  readonly weights: Readonly<Record<string, number>>;
  /** Of the release that each region has. */
  readonly marks: readonly (string | undefined)[];
  /** Stacks that a lease is left on. */
  readonly held: number;
  /** How often each stack was updated. */
  readonly updates: Readonly<Record<string, number>>;
}

export interface FaultyEnd {
  readonly end: End;
  readonly durationMs: number;
  readonly calls: number;
  readonly faults: number;
  readonly stderr: string;
}

/** One call in ten goes wrong, in every way that is not an answer about the request. */
export function tenPercent(): readonly FaultRule[] {
  const ways: readonly Omit<FaultRule, 'probability'>[] = [
    { kind: 'throttle' },
    { kind: '500' },
    { kind: '503' },
    { kind: '500', when: 'after' },
    { kind: 'reset' },
    { kind: 'reset', when: 'after' },
    { kind: 'delay', delayMs: 500 },
  ];
  return ways.map((way) => ({ ...way, probability: 0.1 / ways.length }));
}

/**
 * Deploys a first release to an AWS of its own, then a good or a bad second one under these faults, which are drawn
 * from the seed.
 */
export async function rolloutUnder(faults: readonly FaultRule[], bad: boolean, seed: number): Promise<FaultyEnd> {
  await using cloud = await startCloud({ regions: [...REGIONS, 'us-east-1'], seed });
  using app = plainApp(template('first', false));
  (await createZone(cloud)).close();
  app.write('multi-region.yml', configuration);
  const options = { cwd: app.folder, env: cloud.env(ACCOUNT), withSam: false };
  const first = await runJson(['deploy', '--yes'], options);
  if (first.exitCode !== 0) throw new Error(`the first release failed:\n${first.stderr}`);

  app.write('template.yaml', template('second', bad));
  cloud.clearCalls();
  const removals = faults.map((rule) => cloud.fault(rule));
  const began = performance.now();
  const { exitCode, result, stderr } = await runJson(['deploy', '--yes'], options);
  const durationMs = performance.now() - began;
  for (const remove of removals) remove();
  const calls = cloud.calls.length;
  const { result: status } = await runJson(['status'], options);
  return {
    end: {
      exitCode,
      status: result.status,
      states: result.instances.map(({ instance, state }) => `${instance} ${state}`),
      rollout: status.rollout?.course,
      weights: await weights(cloud),
      marks: status.stacks?.map(({ outputs }) => outputs['Mark']) ?? [],
      held: status.stacks?.filter(({ heldBy }) => heldBy !== undefined).length ?? 0,
      updates: await operations(cloud, status.stacks),
    },
    durationMs,
    calls,
    faults: cloud.hits(),
    stderr,
  };
}

/** How often CloudFormation was told to update a stack, by its own record: a call may have lost its answer. */
async function operations(cloud: Cloud, stacks: RunResult['stacks']): Promise<Readonly<Record<string, number>>> {
  const counts = (stacks ?? []).map(async ({ region, stackName }) => {
    const client = new CloudFormationClient(clientOptions(cloud, region));
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: stackName }));
    client.destroy();
    const begun = StackEvents.filter(
      (event) => event.PhysicalResourceId === event.StackId && event.ResourceStatus === 'UPDATE_IN_PROGRESS',
    );
    return [region, begun.length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function weights(cloud: Cloud): Promise<Readonly<Record<string, number>>> {
  const sets = await deployedRecords(cloud);
  return Object.fromEntries(
    sets.flatMap(({ SetIdentifier, Weight }) => (SetIdentifier === undefined ? [] : [[SetIdentifier, Weight ?? -1]])),
  );
}
