import { ANY_SOURCES } from '../policy/mapped-sources.ts';
import { nestedStacks } from '../policy/stacks.ts';
import { allow, cloudformation, type Statement, stackArns } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';

/**
 * What a failback reads to tell whether queues and streams are worked off.
 * @param others what it may do anyway: nothing is allowed twice
 */
export function backlogPermissions(subject: PolicySubject, others: readonly Statement[]): readonly Statement[] {
  const { mapped = ANY_SOURCES, partition, environment, stackNames } = subject;
  // A failover needs a configuration.
  if (environment?.failover === undefined) return [];
  const has = (action: string): boolean => others.some(({ Action }) => Action.includes(action));
  const named = (environment.failover.backlog?.queues ?? []).map(
    (text) =>
      text
        .replaceAll(/\$\{[^}]*\}/g, '*')
        .split(/[:/]/)
        .at(-1) ?? '*',
  );
  const queues = [...new Set([...mapped.queues, ...named])];
  const mapping = 'lambda:GetEventSourceMapping';
  const metrics = 'cloudwatch:GetMetricData';
  return [
    allow('StackResources', cloudformation(['ListStackResources']), stackArns(stackNames, subject)),
    ...(mapped.nests ? nestedStacks(['ListStackResources'], subject) : []),
    // Mappings have ids that Lambda gives.
    ...(mapped.mappings && !has(mapping)
      ? [allow('Mappings', [mapping], [`arn:${partition}:lambda:*:*:event-source-mapping:*`])]
      : []),
    ...(queues.length > 0
      ? [
          allow(
            'Backlog',
            ['sqs:GetQueueAttributes'],
            queues.map((name) => `arn:${partition}:sqs:*:*:${name}`),
          ),
        ]
      : []),
    ...((mapped.streams || queues.length > 0) && !has(metrics) ? [allow('BacklogAge', [metrics], ['*'])] : []),
  ];
}
