import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { EventRules } from './consumer-ports.ts';
import { AwsError } from './ports.ts';

/** The EventRules port on the SDK, which loads with the first call. */
export function createEventRules(client: () => Promise<EventBridgeClient>): EventRules {
  return {
    async state({ name, bus }) {
      const [{ DescribeRuleCommand }, events] = await Promise.all([import('@aws-sdk/client-eventbridge'), client()]);
      try {
        const { State } = await events.send(new DescribeRuleCommand({ Name: name, ...on(bus) }));
        if (State === 'DISABLED') return 'off';
        // EnableRule would make a plain rule of one that also sees management events.
        return State === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' ? 'kept' : 'on';
      } catch (error) {
        if (error instanceof AwsError && error.kind === 'not-found') return 'gone';
        throw error;
      }
    },

    async enable({ name, bus }, enabled) {
      const [{ DescribeRuleCommand, EnableRuleCommand, DisableRuleCommand }, events] = await Promise.all([
        import('@aws-sdk/client-eventbridge'),
        client(),
      ]);
      const rule = { Name: name, ...on(bus) };
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

function on(bus: string | undefined): { readonly EventBusName?: string } {
  return bus === undefined ? {} : { EventBusName: bus };
}
