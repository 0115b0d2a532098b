import type { SSMClient } from '@aws-sdk/client-ssm';

/**
 * Reads values of the Parameter Store, decrypted. The SSM package loads with the first one.
 * @param maskSecret is told what a SecureString holds before anybody else sees it
 */
export function createParameters(
  client: () => Promise<SSMClient>,
  maskSecret: (value: string) => void,
): (name: string) => Promise<string> {
  return async (name) => {
    const [{ GetParameterCommand }, ssm] = await Promise.all([import('@aws-sdk/client-ssm'), client()]);
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    const value = Parameter?.Value ?? '';
    if (Parameter?.Type === 'SecureString' && value !== '') maskSecret(value);
    return value;
  };
}
