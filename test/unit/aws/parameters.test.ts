import { afterEach, expect, test } from '@jest/globals';
import { identity } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { serve, type TestServer } from './support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

test.each([
  ['SecureString', ['hunter2-of-prod']],
  ['String', []],
])('a value of type %s is hidden in all output if it is a secret', async (type, hidden) => {
  server = await serve(({ action }) =>
    action === 'GetCallerIdentity'
      ? identity('111111111111')
      : {
          headers: { 'content-type': 'application/x-amz-json-1.1' },
          body: JSON.stringify({ Parameter: { Name: '/p', Type: type, Value: 'hunter2-of-prod' } }),
        },
  );
  const { aws, secrets } = awsAt(server.url);
  expect(await aws.session(target()).parameter('/p')).toBe('hunter2-of-prod');
  expect(secrets.filter((secret) => secret.startsWith('hunter2'))).toEqual(hidden);
});
