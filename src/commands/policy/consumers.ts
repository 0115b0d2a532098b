import { allow, type Statement } from './statement.ts';
import type { PolicySubject } from './subject.ts';

/**
 * Disabling and enabling event source mappings. They are named by ids that Lambda gives, so any of the account is meant
 * (service authorization reference, AWS Lambda, "Actions").
 */
export function pausedConsumers({ pauseConsumers, partition }: PolicySubject): readonly Statement[] {
  if (!pauseConsumers) return [];
  const actions = ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'];
  return [allow('Consumers', actions, [`arn:${partition}:lambda:*:*:event-source-mapping:*`])];
}
