import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parsePlan } from '../../src/failover/plan-document.ts';
import { CLUSTER_REGIONS } from '../support/failover-room.ts';
import { type HeartbeatTable, makeHeartbeats } from '../support/heartbeats.ts';
import { keepPlanAs } from '../support/kept-plan.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { createZone, NAME, weightedRecord, ZONE } from '../support/traffic-app.ts';

// There and back under each mechanism, with a process for each run: `npm run test:scenarios`.
jest.setTimeout(400_000);

const account = '111111111111';
const [PRIMARY, STANDBY] = ['eu-west-1', 'eu-central-1'] as const;
const SWITCH = `arn:aws:arc-region-switch::${account}:plan/shop:abc123`;
const control = (name: string) => `arn:aws:route53-recovery-control::${account}:controlpanel/p/routingcontrol/${name}`;
const template = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: shop-api
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { ZipFile: "exports.handler = async () => 'done';" }
`;
const MECHANISMS = {
  arc: `mechanism: arc-routing-control
      routing-controls: { ${PRIMARY}: "${control('west')}", ${STANDBY}: "${control('central')}" }
      cluster-endpoints: { ${CLUSTER_REGIONS.map((region) => `${region}: https://1a2b3c4d.route53-recovery-cluster.${region}.amazonaws.com/v1`).join(', ')} }`,
  switch: `mechanism: region-switch
      region-switch: { plan: "${SWITCH}" }`,
  weights: `mechanism: weights`,
  command: `mechanism: command
      command: [node, moved.mjs]`,
} as const;
/** Of the environment; under `weights` the primary carries all. */
const TRAFFIC = `traffic: { driver: route53, zone: ${ZONE}, name: ${NAME}, settle: 0s, steps: [100] }`;
const configOf = (kind: Kind, heartbeat: string, port: number): string => `application: shop
stacks: { api: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    targets:
      ${PRIMARY}: { account: "${account}"${kind === 'weights' ? ', weight: 100' : ''} }
      ${STANDBY}: { account: "${account}"${kind === 'weights' ? ', weight: 0' : ''} }
    service-role: cfn
    ${kind === 'weights' ? TRAFFIC : ''}
    failover:
      ${MECHANISMS[kind]}
      fence: { functions: [shop-api] }
      replication: { heartbeat: ${heartbeat}, max-lag: 10m }
      probe: { url: "http://127.0.0.1:${port}/", stable: 1s, timeout: 2m }
`;
const COMMANDS = ['deploy', 'readiness', 'failover', 'failback'] as const;
type Kind = keyof typeof MECHANISMS;
type Name = `${(typeof COMMANDS)[number]}-${Kind}`;

/** No record set follows the controls: what is asked is what matters here. */
const READY = {
  arc: { exitCode: 1 },
  switch: { shows: /mechanism +ready/ },
  weights: { shows: /mechanism +ready +route53 has weights of/ },
  command: { shows: /mechanism +not-looked-at/ },
} as const;
/** Statements that are there for the mechanism; a `command` needs what it calls itself. */
const OWN = {
  arc: 'RoutingControls',
  switch: 'RegionSwitch',
  weights: 'RecordSets|RecordChanges|FindZone',
  command: '',
};
/** What moves traffic. */
const MOVES = {
  arc: ['UpdateRoutingControlStates'],
  switch: ['StartPlanExecution'],
  weights: ['ChangeResourceRecordSets'],
  command: [],
} as const;
/** Says where it was told to move traffic to. */
const PROGRAM = "(await import('node:fs')).appendFileSync('moved.txt', `${process.env.SMR_FAILOVER_TO} `);";
/**
 * What no run here shows as needed: the emulator asks for PutFunctionConcurrency whatever is done with it, and executions
 * are listed only where one is under way already.
 */
const UNSEEN = [
  'FencedFunctions: lambda:GetFunctionConcurrency',
  'FencedFunctions: lambda:DeleteFunctionConcurrency',
  'RegionSwitch: arc-region-switch:ListPlanExecutions',
];
/** Whoever serves, users are served. */
const users = createServer((_, response) => void response.end('{}'));
let room: PolicyRoom<Name>;
let heartbeats: HeartbeatTable;

beforeAll(async () => {
  await new Promise<void>((resolve) => users.listen(0, '127.0.0.1', resolve));
  const places = [PRIMARY, STANDBY].map((region) => ({ account, region }));
  room = await openPolicyRoom(plainApp(template), places, async (cloud) => {
    heartbeats = await makeHeartbeats(cloud, [PRIMARY, STANDBY]);
    const printed = (Object.keys(MECHANISMS) as Kind[]).flatMap((kind) => {
      const config = configOf(kind, heartbeats.name, (users.address() as AddressInfo).port);
      return COMMANDS.map((command) => [
        `${command}-${kind}`,
        command === 'readiness' ? { command: 'plan', args: ['--failover'], config } : { command, config },
      ]);
    });
    return Object.fromEntries(printed);
  });
  for (const name of ['west', 'central']) room.cloud.routingControls.create(control(name));
  room.cloud.routingControls.call('UpdateRoutingControlStates', {
    UpdateRoutingControlStateEntries: [{ RoutingControlArn: control('west'), RoutingControlState: 'On' }],
  });
  const zone = await createZone(room.cloud);
  await zone.change(
    'CREATE',
    weightedRecord(PRIMARY, 100, 'west.example.net'),
    weightedRecord(STANDBY, 0, 'central.example.net'),
  );
  zone.close();
  room.app.write('moved.mjs', PROGRAM);
  room.cloud.regionSwitch.create({
    arn: SWITCH,
    regions: [PRIMARY, STANDBY],
    approach: 'activePassive',
    steps: ['dns'],
  });
});
afterAll(async () => {
  users.close();
  heartbeats.close();
  await room[Symbol.asyncDispose]();
});

const beat = () => Promise.all([PRIMARY, STANDBY].map((region) => heartbeats.beat(region)));

describe.each(Object.keys(MECHANISMS) as Kind[])('under %s', (kind) => {
  test('policies are enough to look, to leave with fencing, and to come back', async () => {
    room.app.write('template.yaml', `${template}# ${kind}\n`);
    await room.scenario(`deploy-${kind}`, ['--yes', '--dr-plan-file', 'dr-plan.json']);
    const plan = parsePlan(readFileSync(join(room.app.folder, 'dr-plan.json'), 'utf8'), 'dr-plan.json');
    await keepPlanAs(`only-readiness-${kind}`, plan, room.cloud);
    await room.scenario(`readiness-${kind}`, [], READY[kind]);
    const go = async (command: 'failover' | 'failback', to: string, ...args: readonly string[]) => {
      await beat();
      await keepPlanAs(`only-${command}-${kind}`, plan, room.cloud);
      const given = ['--to', to, '--confirm', to, '--reason', 'a test', ...args];
      await room.scenario(`${command}-${kind}`, given);
    };
    await go('failover', STANDBY, '--fence');
    expect(room.called()).toEqual(expect.arrayContaining(['PutFunctionConcurrency', ...MOVES[kind]]));
    await go('failback', PRIMARY);
    expect(room.called()).toEqual(expect.arrayContaining(['DeleteFunctionConcurrency', 'GetItem', ...MOVES[kind]]));
    if (kind === 'command')
      expect(readFileSync(join(room.app.folder, 'moved.txt'), 'utf8')).toBe(`${STANDBY} ${PRIMARY},${STANDBY} `);
  });

  test.each(['readiness', 'failover', 'failback'] as const)('and what %s has for that is needed', async (command) => {
    const own = new RegExp(`^(?:${OWN[kind]}|FencedFunctions|Heartbeats|StackResources):`);
    const needless = (await room.unneeded(`${command}-${kind}`)).filter((part) => own.test(part));
    expect(needless.filter((part) => !UNSEEN.includes(part))).toEqual([]);
  });
});
