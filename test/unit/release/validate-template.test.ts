import { expect, test } from '@jest/globals';
import { UserErrors } from '../../../src/errors.ts';
import { validateTemplate } from '../../../src/release/validate-template.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { parseTemplate } from '../../../src/template/parse.ts';

const plain = 'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: a.b }\n';
const objection =
  "Template provided at '/app/t.yaml' was invalid SAM Template.\nError: [InvalidResourceException('F', 'It is wrong.')] ('F', 'It is wrong.')";

async function validate(template: string, said = objection) {
  const events: RunEvent[] = [];
  const request = { template: '/app/t.yaml', sam: 'sam', region: 'eu-west-1', cwd: '/app', env: {} };
  const error = await validateTemplate(
    { ...request, source: parseTemplate(template, 't.yaml') },
    {
      spawn: async () => ({ exitCode: 1, tail: said.split('\n'), aborted: false }),
      report: (event) => events.push(event),
    },
  ).catch((thrown: unknown) => thrown);
  return { error, events };
}

test('what SAM refuses is refused, with its line', async () => {
  const { error } = await validate(plain);
  if (!(error instanceof UserErrors)) throw error;
  expect(error.errors).toMatchObject([
    { code: 'template-invalid', message: 't.yaml is no valid SAM template: F: It is wrong.', location: { line: 2 } },
  ]);
});

test.each([
  ['a parameter', `Parameters: { Stage: { Type: String } }\n${plain.replace('a.b', '!Ref Stage')}`],
  ['another transform', plain.replace('a.b', '{ "Fn::Transform": { Name: AWS::Include } }')],
  ['a condition', plain.replace('a.b', '!If [IsProd, a.b, a.c]')],
])('what it says of a resource that takes %s is a warning: CloudFormation knows more', async (_, template) => {
  const { error, events } = await validate(template);
  expect(error).toBeUndefined();
  expect(events).toMatchObject([{ type: 'note', level: 'warning', text: expect.stringContaining('It is wrong.') }]);
});

test('that it could not ask IAM is no fault of the template', async () => {
  const denied = 'Error: An error occurred (AccessDenied) when calling the ListPolicies operation';
  expect(await validate(plain, denied)).toEqual({ error: undefined, events: [] });
});
