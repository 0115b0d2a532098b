import type { GateCheck, GateDefinition } from '../topology/gate-model.ts';
import type { Environment } from '../topology/model.ts';
import { isLater } from './later-gates.ts';
import { ssmParameters } from './policy/parameters.ts';
import { allow, type CommandPermissions, type Statement } from './policy/statement.ts';
import { type PolicySubject, ssmNamesIn } from './policy/subject.ts';

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

const KINDS = Object.keys(READS) as GateCheck['kind'][];

/**
 * What the gates of the configuration read; without a configuration what any gate might. CloudWatch tells composite
 * alarms and metrics only to who may ask for all (Service Authorization Reference, CloudWatch).
 */
export const gatePermissions: CommandPermissions = ({ environment }): readonly Statement[] =>
  reading(environment ? gatesOf(environment).map(({ check }) => check.kind) : KINDS);

/** What those gates read that are asked once more after a rollback. */
export const laterGatePermissions: CommandPermissions = ({ environment }): readonly Statement[] =>
  reading(
    environment
      ? gatesOf(environment)
          .filter(isLater)
          .map(({ check }) => check.kind)
      : KINDS.filter((kind) => kind !== 'compare'),
  );

/**
 * Parameters that a rollback reads: in the requests to the endpoints that it asks before a target gets its traffic back, and
 * in the gates that it asks afterwards. The failover plan that it compiles can name none.
 */
export const returnParameters: CommandPermissions = (subject) =>
  parametersIn(subject, (gate) => (gate.check.kind === 'http' && gate.scope === 'target') || isLater(gate));

/** Parameters that the gates of the configuration refer to. */
export const gateParameters: CommandPermissions = (subject) => parametersIn(subject, () => true);

function parametersIn(subject: PolicySubject, isAsked: (gate: GateDefinition) => boolean): readonly Statement[] {
  const { environment } = subject;
  if (environment === undefined) return ssmParameters(subject);
  return ssmParameters({ ...subject, ssmParameters: ssmNamesIn(gatesOf(environment).filter(isAsked)) });
}

function gatesOf({ phases }: Environment): readonly GateDefinition[] {
  return phases.flatMap(({ gates }) => gates);
}

function reading(kinds: readonly GateCheck['kind'][]): readonly Statement[] {
  const actions = [...new Set(kinds.flatMap((kind) => READS[kind]))];
  return actions.length === 0 ? [] : [allow('Gates', actions, ['*'])];
}
