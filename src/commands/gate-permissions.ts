import type { GateCheck } from '../topology/gate-model.ts';
import { ssmParameters } from './policy/parameters.ts';
import { allow, type CommandPermissions, type Statement } from './policy/statement.ts';
import { ssmNamesIn } from './policy/subject.ts';

const READS: Readonly<Record<GateCheck['kind'], readonly string[]>> = {
  http: [],
  alarm: [
    'cloudwatch:DescribeAlarms',
    'cloudwatch:DescribeAlarmHistory',
    'cloudwatch:ListTagsForResource',
    'cloudwatch:GetMetricData',
  ],
  metric: ['cloudwatch:GetMetricData'],
  compare: ['cloudwatch:GetMetricData', 'lambda:GetAlias'],
  command: [],
  lambda: ['lambda:InvokeFunction'],
};

/**
 * What the gates of the configuration read; without a configuration what any gate might. CloudWatch tells composite
 * alarms and metrics only to who may ask for all (Service Authorization Reference, CloudWatch).
 */
export const gatePermissions: CommandPermissions = ({ environment }): readonly Statement[] => {
  const kinds = environment
    ? environment.phases.flatMap(({ gates }) => gates.map(({ check }) => check.kind))
    : (Object.keys(READS) as GateCheck['kind'][]);
  const actions = [...new Set(kinds.flatMap((kind) => READS[kind]))];
  return actions.length === 0 ? [] : [allow('Gates', actions, ['*'])];
};

/** Parameters in the requests to the endpoints that a rollback asks before a target gets its traffic back. */
export const returnGateParameters: CommandPermissions = (subject): readonly Statement[] => {
  const { environment } = subject;
  if (environment === undefined) return ssmParameters(subject);
  const gates = environment.phases
    .flatMap((phase) => phase.gates)
    .filter(({ check, scope }) => check.kind === 'http' && scope === 'target');
  return ssmParameters({ ...subject, ssmParameters: ssmNamesIn(gates) });
};
