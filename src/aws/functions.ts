import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Functions } from './functions-port.ts';
import { AwsError } from './ports.ts';

/** The Functions port on the SDK, which loads with the first question. */
export function createFunctions(client: () => Promise<LambdaClient>): Functions {
  return {
    async invoke({ function: name, qualifier, payload }, signal) {
      const [{ InvokeCommand }, lambda] = await Promise.all([import('@aws-sdk/client-lambda'), client()]);
      const answer = await lambda.send(
        new InvokeCommand({
          FunctionName: name,
          InvocationType: 'RequestResponse',
          Payload: Buffer.from(payload),
          ...(qualifier !== undefined && { Qualifier: qualifier }),
        }),
        { abortSignal: signal },
      );
      return {
        payload: Buffer.from(answer.Payload ?? []).toString('utf8'),
        ...(answer.FunctionError !== undefined && { functionError: answer.FunctionError }),
        ...(answer.ExecutedVersion !== undefined && { executedVersion: answer.ExecutedVersion }),
      };
    },

    async alias(functionName, alias) {
      const [{ GetAliasCommand }, lambda] = await Promise.all([import('@aws-sdk/client-lambda'), client()]);
      try {
        const found = await lambda.send(new GetAliasCommand({ FunctionName: functionName, Name: alias }));
        return { version: found.FunctionVersion ?? '', weights: found.RoutingConfig?.AdditionalVersionWeights ?? {} };
      } catch (error) {
        if (error instanceof AwsError && error.kind === 'not-found') return undefined;
        throw error;
      }
    },

    async reserved(functionName) {
      const [{ GetFunctionConcurrencyCommand }, lambda] = await Promise.all([
        import('@aws-sdk/client-lambda'),
        client(),
      ]);
      const found = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: functionName }));
      return found.ReservedConcurrentExecutions;
    },

    async reserve(functionName, calls) {
      const [{ PutFunctionConcurrencyCommand, DeleteFunctionConcurrencyCommand }, lambda] = await Promise.all([
        import('@aws-sdk/client-lambda'),
        client(),
      ]);
      if (calls === undefined) await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: functionName }));
      else
        await lambda.send(
          new PutFunctionConcurrencyCommand({ FunctionName: functionName, ReservedConcurrentExecutions: calls }),
        );
    },
  };
}
