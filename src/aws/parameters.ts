import type { SSMClient } from '@aws-sdk/client-ssm';

/** Reads values of the Parameter Store, decrypted. The SSM package loads with the first one. */
export function createParameters(client: () => Promise<SSMClient>): (name: string) => Promise<string> {
  return async (name) => {
    const [{ GetParameterCommand }, ssm] = await Promise.all([import('@aws-sdk/client-ssm'), client()]);
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return Parameter?.Value ?? '';
  };
}
