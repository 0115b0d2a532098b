import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { EventRules } from './consumer-ports.ts';
import { AwsError } from './ports.ts';

/** The EventRules port on the SDK, which loads with the first call. */
export function createEventRules(client: () => Promise<EventBridgeClient>): EventRules {
  return {
    async enable({ name, bus }, enabled) {
      const [{ DescribeRuleCommand, EnableRuleCommand, DisableRuleCommand }, events] = await Promise.all([
        import('@aws-sdk/client-eventbridge'),
        client(),
      ]);
      const rule = { Name: name, ...(bus !== undefined && { EventBusName: bus }) };
      try {
        const { State } = await events.send(new DescribeRuleCommand(rule));
        // ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS is enabled too, and stays what it is.
        if ((State !== 'DISABLED') === enabled) return 'unchanged';
        await (enabled ? events.send(new EnableRuleCommand(rule)) : events.send(new DisableRuleCommand(rule)));
        return 'changed';
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        if (error.kind === 'not-found') return 'gone';
        if (error.code === 'ConcurrentModificationException') return 'busy';
        throw error;
      }
    },
  };
}
