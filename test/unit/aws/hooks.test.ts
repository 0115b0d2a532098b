import { afterEach, expect, test } from '@jest/globals';
import { identity, result } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { serve, type TestServer } from './support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const CHANGE_SET = 'arn:aws:cloudformation:eu-west-1:111111111111:changeSet/smr-1/1';
const summary = (id: string, type: string, status: string, mode = 'FAIL') =>
  `<member><HookResultId>${id}</HookResultId><TypeName>${type}</TypeName><Status>${status}</Status><FailureMode>${mode}</FailureMode><HookStatusReason>because</HookStatusReason></member>`;
const annotation = (name: string, status: string) =>
  `<member><AnnotationName>${name}</AnnotationName><Status>${status}</Status><StatusMessage>it is public</StatusMessage><RemediationMessage>close it</RemediationMessage></member>`;

test('hooks that failed a change set are read over all pages, each with the rules that were broken', async () => {
  server = await serve(({ action, body }) => {
    if (action === 'GetCallerIdentity') return identity('111111111111');
    if (action === 'GetHookResult')
      return result(
        action,
        `<Annotations>${annotation('S3_OPEN', 'FAILED')}${annotation('S3_NAME', 'PASSED')}</Annotations>`,
      );
    return body.includes('NextToken')
      ? result(action, `<HookResults>${summary('3', 'Acme::Warns', 'HOOK_COMPLETE_FAILED', 'WARN')}</HookResults>`)
      : result(
          action,
          `<HookResults>${summary('1', 'Acme::Good', 'HOOK_COMPLETE_SUCCEEDED')}${summary('2', 'Acme::Strict', 'HOOK_COMPLETE_FAILED')}</HookResults><NextToken>n</NextToken>`,
        );
  });
  const { cloudformation } = awsAt(server.url).aws.session(target());
  const findings = [{ name: 'S3_OPEN', message: 'it is public', remedy: 'close it' }];
  const common = { status: 'HOOK_COMPLETE_FAILED', reason: 'because', findings };
  expect(await cloudformation.failedHooks(CHANGE_SET)).toEqual([
    { type: 'Acme::Strict', failureMode: 'FAIL', ...common },
    { type: 'Acme::Warns', failureMode: 'WARN', ...common },
  ]);
  const asked = new URLSearchParams(server.requests[1]?.body);
  expect([asked.get('TargetType'), asked.get('TargetId')]).toEqual(['CHANGE_SET', CHANGE_SET]);
  expect(server.actions().slice(1)).toEqual(['ListHookResults', 'GetHookResult', 'ListHookResults', 'GetHookResult']);
});
