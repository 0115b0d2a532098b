import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFormation, Stack } from '../../../src/aws/cloudformation-port.ts';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { Storage } from '../../../src/aws/storage-port.ts';
import type { GlobalAccelerator, KeyValueStore } from '../../../src/aws/traffic-ports.ts';
import type { Artifact, PackagedStack, Release } from '../../../src/release/model.ts';
import { createFakeRoute53 } from '../../support/fake-route53.ts';

export const ORIGIN = 'artifacts-eu-west-1';

export function file(key: string, content: string | Buffer): Artifact {
  const bytes = Buffer.from(content);
  return {
    kind: 'file',
    key,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
  };
}

export function nestedTemplate(key: string, text: string): Artifact {
  return { ...file(key, text), kind: 'template', text };
}

export function packagedStack(template: string, artifacts: readonly Artifact[] = [], stack = 'app'): PackagedStack {
  return { stack, template, source: '/app/template.yaml', artifacts, baked: [] };
}

export function releaseOf(...stacks: readonly PackagedStack[]): Release {
  return {
    id: '0123456789abcdef',
    application: 'orders',
    createdAt: '2026-01-05T08:00:00.000Z',
    origin: { bucket: ORIGIN, region: 'eu-west-1', account: '111111111111', target: 'eu-west-1' },
    stacks,
  };
}

export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'smr-unit-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

const noAccelerator: GlobalAccelerator = {
  endpointGroups: () => Promise.reject(new Error('no accelerator here')),
  setDial: () => Promise.reject(new Error('no accelerator here')),
  setEndpoints: () => Promise.reject(new Error('no accelerator here')),
  deployed: () => Promise.reject(new Error('no accelerator here')),
};

const noKeyValueStore: KeyValueStore = {
  get: () => Promise.reject(new Error('no key-value store here')),
  etag: () => Promise.reject(new Error('no key-value store here')),
  put: () => Promise.reject(new Error('no key-value store here')),
};

const noSchedules: TargetSession['traffic']['schedules'] = {
  region: 'us-east-1',
  create: () => Promise.reject(new Error('no schedules here')),
  delete: () => Promise.reject(new Error('no schedules here')),
};

function noReadiness(): TargetSession['readiness'] {
  const none = () => Promise.reject(new Error('nothing to be ready here'));
  return {
    concurrency: none,
    apiThrottle: none,
    tableCapacity: none,
    healthChecks: none,
    certificate: none,
    listenerCertificates: none,
    distributionCertificate: none,
    controlState: none,
  };
}

export function session(storage: Storage, overrides: Partial<TargetSession> = {}): TargetSession {
  return {
    target: 'eu-west-1',
    region: 'eu-west-1',
    partition: 'aws',
    account: async () => '111111111111',
    storage,
    cloudformation: noCloudFormation(),
    traffic: {
      route53: createFakeRoute53({}),
      keyValueStore: noKeyValueStore,
      globalAccelerator: noAccelerator,
      schedules: noSchedules,
    },
    parameter: () => Promise.reject(new Error('no parameters here')),
    alarmKinds: () => Promise.reject(new Error('no alarms here')),
    monitoring: noMonitoring(),
    functions: noFunctions(),
    regionSwitch: {
      start: () => Promise.reject(new Error('no Region switch here')),
      execution: () => Promise.reject(new Error('no Region switch here')),
      executions: () => Promise.reject(new Error('no Region switch here')),
    },
    routingControls: { update: () => Promise.reject(new Error('no routing controls here')) },
    codeDeploy: noCodeDeploy(),
    mappings: {
      state: () => Promise.reject(new Error('none here')),
      enable: () => Promise.reject(new Error('none here')),
      source: () => Promise.reject(new Error('none here')),
    },
    queues: { depth: () => Promise.reject(new Error('no queues here')) },
    rules: { state: noConsumers, enable: noConsumers },
    laterCalls: noSchedules,
    schedules: { state: noConsumers, enable: noConsumers },
    leftovers: noLeftovers(),
    heartbeats: { newest: () => Promise.reject(new Error('no heartbeats here')) },
    readiness: noReadiness(),
    hasIdentityProvider: () => Promise.reject(new Error('no IAM here')),
    environment: async () => ({ AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'key' }),
    ...overrides,
  };
}

function noFunctions(): TargetSession['functions'] {
  const refuse = () => Promise.reject(new Error('no functions here'));
  return { invoke: refuse, alias: refuse, reserved: refuse, reserve: refuse };
}

function noCodeDeploy(): TargetSession['codeDeploy'] {
  const refuse = () => Promise.reject(new Error('no CodeDeploy here'));
  return { deployments: refuse, deployment: refuse, shift: refuse };
}

function noLeftovers(): TargetSession['leftovers'] {
  const refuse = () => Promise.reject(new Error('no leftovers here'));
  return { emptyBucket: refuse, logGroups: refuse, deleteLogGroup: refuse };
}

const noConsumers = () => Promise.reject(new Error('no rules and schedules here'));

function noMonitoring(): TargetSession['monitoring'] {
  const refuse = () => Promise.reject(new Error('no monitoring here'));
  return { alarms: refuse, alarmChanges: refuse, alarmTags: refuse, metricData: refuse };
}

/** Every call that a test does not give is a failure of the test. */
export function noCloudFormation(given: Partial<CloudFormation> = {}): CloudFormation {
  const refuse = (name: string) => () => Promise.reject(new Error(`unexpected call of ${name}`));
  return {
    describeStack: refuse('describeStack'),
    listStacks: refuse('listStacks'),
    createChangeSet: refuse('createChangeSet'),
    describeChangeSet: refuse('describeChangeSet'),
    listChangeSets: refuse('listChangeSets'),
    deleteChangeSet: refuse('deleteChangeSet'),
    executeChangeSet: refuse('executeChangeSet'),
    describeEvents: refuse('describeEvents'),
    failedHooks: refuse('failedHooks'),
    listStackResources: refuse('listStackResources'),
    deleteStack: refuse('deleteStack'),
    continueUpdateRollback: refuse('continueUpdateRollback'),
    setTerminationProtection: refuse('setTerminationProtection'),
    setStackPolicy: refuse('setStackPolicy'),
    getTemplate: refuse('getTemplate'),
    ...given,
  };
}

export function stackOf(status: string, overrides: Partial<Stack> = {}): Stack {
  return {
    stackId: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/aws-sam-cli-managed-default/1',
    stackName: 'aws-sam-cli-managed-default',
    status,
    createdAt: '2026-01-05T08:00:00.000Z',
    parameters: {},
    outputs: {},
    tags: {},
    capabilities: [],
    terminationProtection: false,
    notificationArns: [],
    disableRollback: false,
    lastOperations: [],
    ...overrides,
  };
}
