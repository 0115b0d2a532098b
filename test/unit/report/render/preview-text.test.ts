import { expect, test } from '@jest/globals';
import type { PreviewReport } from '../../../../src/report/preview-report.ts';
import { previewLines, previewMarkdown, previewTally } from '../../../../src/report/render/preview-text.ts';
import { createStyle } from '../../../../src/report/style.ts';

const style = createStyle({ color: false, unicode: true });
const found: PreviewReport = {
  target: 'eu-west-1',
  region: 'eu-west-1',
  account: '111111111111',
  stackName: 'shop-pr-12-api-1a2b3c4d',
  status: 'CREATE_COMPLETE',
  pullRequest: 12,
  pullRequestState: 'closed',
  expiresAt: '2026-12-03T00:00:00.000Z',
  decision: 'delete',
  reason: 'pull request 12 is closed',
};
const unclear: PreviewReport = {
  target: 'eu-west-1',
  region: 'eu-west-1',
  stackName: 'half',
  status: 'ROLLBACK_COMPLETE',
  pullRequestState: 'unknown',
  decision: 'keep',
  reason: 'it has no tag',
};

test('what cleanup found is a line a stack, with what becomes of it and why', () => {
  expect(previewLines([found, unclear], style)).toEqual([
    'TARGET     STACK                    STATUS             PULL REQUEST  EXPIRES     DECISION  REASON',
    'eu-west-1  shop-pr-12-api-1a2b3c4d  CREATE_COMPLETE    12 (closed)   2026-12-03  delete    pull request 12 is closed',
    'eu-west-1  half                     ROLLBACK_COMPLETE                            keep      it has no tag',
    '',
  ]);
  expect(previewLines([], style)).toEqual(['no previews']);
  expect(previewTally([found, unclear])).toBe('1 of 2 preview stacks can go');
});

test('nothing that a tag says is markup in the summary', () => {
  const evil = '`x` | <b>y</b> [z](javascript:z)\n# head @team';
  const [, , row = ''] = previewMarkdown([{ ...found, reason: evil, status: evil }]).split('\n');
  expect(row.match(/\|/g)).toHaveLength(8);
  expect(row).not.toMatch(/<b>|\]\(|`|@team/);
  expect(previewMarkdown([])).toBe('');
  expect(previewMarkdown(undefined)).toBe('');
});
