import type { EventSourceMappingConfiguration, LambdaClient } from '@aws-sdk/client-lambda';
import type { EventSourceMappings, MappedSources, MappingState } from './event-source-mappings-port.ts';
import { AwsError } from './ports.ts';

/** The EventSourceMappings port on the SDK, which loads with the first question. */
export function createEventSourceMappings(client: () => Promise<LambdaClient>): EventSourceMappings & MappedSources {
  const find = async (id: string): Promise<EventSourceMappingConfiguration | undefined> => {
    const [{ GetEventSourceMappingCommand }, lambda] = await Promise.all([import('@aws-sdk/client-lambda'), client()]);
    try {
      return await lambda.send(new GetEventSourceMappingCommand({ UUID: id }));
    } catch (error) {
      if (error instanceof AwsError && error.kind === 'not-found') return undefined;
      throw error;
    }
  };

  return {
    async state(id) {
      const found = await find(id);
      return found && stateOf(found);
    },

    async source(id) {
      const found = await find(id);
      if (found === undefined) return undefined;
      const { EventSourceArn: arn, FunctionArn = '', LastModified } = found;
      // arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]
      const functionName = FunctionArn.split(':')[6] ?? '';
      return {
        state: stateOf(found),
        functionName,
        ...(arn !== undefined && { arn }),
        ...(LastModified !== undefined && { changedAt: LastModified.getTime() }),
      };
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
