import type { EventSourceMappingConfiguration, LambdaClient } from '@aws-sdk/client-lambda';
import type { EventSourceMappings, MappingState } from './event-source-mappings-port.ts';
import { AwsError } from './ports.ts';

/** The EventSourceMappings port on the SDK, which loads with the first question. */
export function createEventSourceMappings(client: () => Promise<LambdaClient>): EventSourceMappings {
  return {
    async state(id) {
      const [{ GetEventSourceMappingCommand }, lambda] = await Promise.all([
        import('@aws-sdk/client-lambda'),
        client(),
      ]);
      try {
        return stateOf(await lambda.send(new GetEventSourceMappingCommand({ UUID: id })));
      } catch (error) {
        if (error instanceof AwsError && error.kind === 'not-found') return undefined;
        throw error;
      }
    },

    async enable(id, enabled) {
      const [{ UpdateEventSourceMappingCommand }, lambda] = await Promise.all([
        import('@aws-sdk/client-lambda'),
        client(),
      ]);
      try {
        await lambda.send(new UpdateEventSourceMappingCommand({ UUID: id, Enabled: enabled }));
        return 'accepted';
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        if (error.kind === 'not-found') return undefined;
        if (error.code === 'ResourceInUseException') return 'busy';
        throw error;
      }
    },
  };
}

/** Lambda API reference, EventSourceMappingConfiguration, State: `Creating`, `Enabling`, `Enabled`, `Disabling`, … */
function stateOf({ State }: EventSourceMappingConfiguration): MappingState {
  if (State === 'Enabled') return 'enabled';
  return State === 'Disabled' ? 'disabled' : 'changing';
}
