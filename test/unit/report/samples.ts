import type { RunEvent, TimedEvent } from '../../../src/report/events.ts';
import type { Plan, PlannedInstance } from '../../../src/report/plan-report.ts';
import type { InstanceResult, RunResult } from '../../../src/report/run-result.ts';
import type { ResourceChange, ResourceFailure } from '../../../src/stack/model.ts';

/** Builders of report data for tests: a full object with the given fields on top. */
export function change(path: string, resourceType: string, more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    logicalId: path,
    path,
    resourceType,
    action: 'Modify',
    replacement: 'False',
    scope: [],
    properties: [],
    dataLoss: false,
    ...more,
  };
}

export function planned(stack: string, target: string, more: Partial<PlannedInstance> = {}): PlannedInstance {
  return {
    instance: `${stack}@${target}`,
    target,
    stack,
    stackName: `orders-${stack}`,
    region: target,
    phase: 'wave 1',
    kind: 'update',
    changes: [],
    switchesAtOnce: [],
    failures: [],
    fix: [],
    notes: [],
    ...more,
  };
}

export function plan(instances: readonly PlannedInstance[], more: Partial<Plan> = {}): Plan {
  const targets = [...new Set(instances.map((instance) => instance.target))];
  return {
    environment: 'prod',
    release: '0123456789abcdef',
    commit: '1234567890123456789012345678901234567890',
    instances,
    phases: [{ name: 'wave 1', targets }],
    ...more,
  };
}

export function failure(path: string, more: Partial<ResourceFailure> = {}): ResourceFailure {
  return { path, status: 'CREATE_FAILED', reason: 'it broke', rootCause: true, cancelled: [], ...more };
}

export function instance(stack: string, target: string, more: Partial<InstanceResult> = {}): InstanceResult {
  return {
    instance: `${stack}@${target}`,
    target,
    stack,
    stackName: `orders-${stack}`,
    region: target,
    phase: 'wave 1',
    state: 'succeeded',
    failures: [],
    fix: [],
    outputs: {},
    changes: { add: 0, modify: 1, remove: 0, replace: 0 },
    startedAt: '2026-11-24T10:00:00.000Z',
    endedAt: '2026-11-24T10:00:41.000Z',
    ...more,
  };
}

export function result(instances: readonly InstanceResult[], more: Partial<RunResult> = {}): RunResult {
  const targets = [...new Set(instances.map(({ target }) => target))];
  return {
    schema: 1,
    command: 'deploy',
    application: 'orders',
    environment: 'prod',
    status: 'succeeded',
    release: { id: '0123456789abcdef', commit: '1234567890123456789012345678901234567890' },
    startedAt: '2026-11-24T10:00:00.000Z',
    endedAt: '2026-11-24T10:01:03.000Z',
    instances,
    targets: Object.fromEntries(
      targets.map((target) => {
        const own = instances.filter((one) => one.target === target);
        return [
          target,
          {
            state: own[0]?.state ?? 'no-change',
            region: target,
            outputs: Object.fromEntries(own.map((one) => [one.stack, one.outputs])),
          },
        ];
      }),
    ),
    calls: [],
    notes: [],
    exitCode: 0,
    ...more,
  };
}

export function timed(event: RunEvent, seconds = 0): TimedEvent {
  return { ...event, at: new Date(Date.parse('2026-11-24T10:00:00.000Z') + seconds * 1000).toISOString() };
}

/** A rollout of two stacks to three targets in which the last one fails. */
export function failedRollout(): RunResult {
  return result(
    [
      instance('data', 'eu-west-1', {
        phase: 'before',
        state: 'no-change',
        changes: { add: 0, modify: 0, remove: 0, replace: 0 },
      }),
      instance('api', 'eu-west-1', { outputs: { Url: 'https://abc.execute-api.eu-west-1.amazonaws.com/' } }),
      instance('api', 'us-east-1', {
        phase: 'wave 2',
        state: 'failed',
        startedAt: '2026-11-24T10:00:41.000Z',
        endedAt: '2026-11-24T10:01:03.000Z',
        reason: 'Table: limit exceeded',
        failures: [
          failure('Fn', {
            resourceType: 'AWS::Lambda::Function',
            rootCause: false,
            reason: 'Resource creation cancelled',
          }),
          failure('Table', {
            resourceType: 'AWS::DynamoDB::Table',
            reason: 'Subscriber limit exceeded',
            cancelled: ['Fn', 'Role'],
            location: { file: 'template.yaml', line: 12, column: 3 },
          }),
        ],
        fix: ['Ask for a higher limit of tables in us-east-1.'],
      }),
      instance('api', 'ap-south-1', { phase: 'wave 2', state: 'skipped', reason: 'wave 2 stopped after 1 failure' }),
    ].map((one) => (one.state === 'skipped' ? withoutTimes(one) : one)),
    { status: 'failed', exitCode: 1 },
  );
}

function withoutTimes({ startedAt: _start, endedAt: _end, ...rest }: InstanceResult): InstanceResult {
  return rest;
}

/** Eight alike targets and one that differs, with a table that would be replaced there. */
export function variedPlan(): Plan {
  const alike = ['eu-west-1', 'eu-central-1', 'eu-north-1', 'us-west-2'];
  const fn = change('Fn', 'AWS::Lambda::Function', {
    properties: [{ name: 'Code.S3Key', before: 'aaa', after: 'bbb' }],
  });
  const role = change('Role', 'AWS::IAM::Role', { action: 'Add' });
  return plan(
    [
      planned('data', 'eu-west-1', { phase: 'before', kind: 'no-change' }),
      ...alike.map((target) => planned('api', target, { changes: [fn, role], switchesAtOnce: ['Worker'] })),
      planned('api', 'us-east-1', {
        switchesAtOnce: ['Worker'],
        changes: [
          fn,
          role,
          change('Table', 'AWS::DynamoDB::Table', {
            replacement: 'True',
            policyAction: 'ReplaceAndDelete',
            dataLoss: true,
            properties: [{ name: 'TableName', before: 'orders', after: 'orders-2', requiresRecreation: 'Always' }],
          }),
          change('Old', 'AWS::SQS::Queue', { action: 'Remove' }),
        ],
      }),
      planned('web', 'eu-west-1', { kind: 'predicted', waitsFor: ['api'] }),
      planned('web', 'us-east-1', { kind: 'predicted', waitsFor: ['api'] }),
    ],
    {
      phases: [
        { name: 'before', targets: ['eu-west-1'] },
        { name: 'wave 1', targets: ['eu-west-1'] },
        { name: 'wave 2', targets: ['eu-central-1', 'eu-north-1', 'us-west-2', 'us-east-1'] },
      ],
    },
  );
}
