import { expect, test } from '@jest/globals';
import type { GitHub } from '../../../src/github/model.ts';
import { redactedGitHub } from '../../../src/github/redacted.ts';
import { code, escapeMarkdown } from '../../../src/report/markdown.ts';
import { createRedactor } from '../../../src/report/redactor.ts';

test('nothing that is written on GitHub holds a secret, however it is escaped', async () => {
  const written: unknown[] = [];
  const take = async (...args: readonly unknown[]) => void written.push(args);
  const github = {
    upsertComment: take,
    createDeployment: take,
    setDeploymentStatus: take,
    deactivateDeployments: take,
  };
  const secret = 'p_w|d*<x>@1#2';
  const redactor = createRedactor();
  redactor.add(secret);
  const safe = redactedGitHub(github as unknown as GitHub, redactor.redact);
  await safe.upsertComment(7, 'plan', `a ${secret} b ${escapeMarkdown(secret)} c ${code(secret)} d`, 3);
  await safe.createDeployment({ ref: 'main', environment: 'prod', key: 'k', description: `x ${secret}` });
  await safe.setDeploymentStatus(1, {
    state: 'success',
    description: secret,
    environmentUrl: `https://x.example/?k=${encodeURIComponent(secret)}`,
  });
  await safe.deactivateDeployments('prod', secret);
  expect(written).toEqual([
    [7, 'plan', 'a *** b *** c <code>***</code> d', 3],
    [{ ref: 'main', environment: 'prod', key: 'k', description: 'x ***' }],
    [1, { state: 'success', description: '***', environmentUrl: 'https://x.example/?k=***' }],
    ['prod', '***'],
  ]);
});
