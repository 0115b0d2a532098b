import { describe, expect, test } from '@jest/globals';
import { genericSubject } from '../../../../src/bootstrap/generic-subject.ts';
import { bootstrapTemplate } from '../../../../src/bootstrap/template.ts';
import { refuseTooLarge, withoutDeployRole } from '../../../../src/commands/bootstrap/template-fits.ts';
import { parseTemplate } from '../../../../src/template/parse.ts';
import type { Target } from '../../../../src/topology/model.ts';

const place = (account?: string) => ({ account, target: {} as Target });

describe('accounts that a template was not made for', () => {
  const lacking = async (accounts?: readonly string[]) => {
    const subject = genericSubject();
    const environments = subject.environments.map((one) => ({ ...one, ...(accounts !== undefined && { accounts }) }));
    const text = await bootstrapTemplate({ ...subject, environments });
    const template = parseTemplate(text, 'bootstrap.yaml');
    return withoutDeployRole([place('111111111111'), place('222222222222'), place()], template);
  };

  test('are those that it gives no deploy role', async () => {
    expect(await lacking(['111111111111'])).toEqual(['222222222222']);
    expect(await lacking(['222222222222', '111111111111'])).toEqual([]);
  });

  test('are none where it gives one to any account, or is not of ours', async () => {
    expect(await lacking()).toEqual([]);
    const other = 'Resources: { Role: { Type: AWS::IAM::Role, Condition: "111111111111" } }\n';
    expect(withoutDeployRole([place('222222222222')], parseTemplate(other, 'own.yaml'))).toEqual([]);
  });
});

test('a template that CloudFormation does not take as text is refused with what to do', () => {
  expect(() => refuseTooLarge('é'.repeat(25_600), 'b.yaml')).not.toThrow();
  expect(() => refuseTooLarge('é'.repeat(25_601), 'b.yaml')).toThrow(
    expect.objectContaining({ code: 'bootstrap-too-large', fix: expect.arrayContaining([expect.any(String)]) }),
  );
});
