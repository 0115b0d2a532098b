/**
 * Writes `.github/workflows/deploy-with-records.yml` from `deploy.yml`, with a deployment record on GitHub for each target,
 * and `plan-with-comment.yml` from `plan.yml`, with a comment on the pull request. Each takes a permission more, which a
 * workflow asks of every caller, so it is a workflow of its own. With `--check` it writes nothing and fails when a file is
 * out of step.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeGenerated } from './generated.ts';

const FOLDER = '.github/workflows';

/** A workflow from its name on: the comment before that says what it is for. */
function source(file: string): string {
  const text = readFileSync(join(import.meta.dirname, '..', FOLDER, file), 'utf8');
  return text.slice(text.indexOf('\nname: ') + 1);
}

/** Replaces `from` wherever it stands; how often that must be is stated, so that a change of the source is noticed. */
function replaced(text: string, from: string, to: string, times: number): string {
  const parts = text.split(from);
  if (parts.length !== times + 1) throw new Error(`${JSON.stringify(from)} is there ${parts.length - 1} times`);
  return parts.join(to);
}

/** @param purpose the first lines, which say what it is for */
function write(file: string, from: string, purpose: string, text: string): void {
  const header = `# ${purpose}\n# Made by scripts/generate-workflows.ts from ${from}: change it there.\n`;
  writeGenerated(join(FOLDER, file), () => header + text);
}

const TOKEN = 'id-token: write # an AWS role for each target, by OIDC\n';
const OUTPUTS = '    outputs:\n      status:';

function withRecords(): string {
  const permission = '      deployments: write # a deployment record for each target\n';
  let text = replaced(source('deploy.yml'), 'name: Deploy\n\non:', 'name: Deploy with records\n\non:', 1);
  text = replaced(text, TOKEN + OUTPUTS, TOKEN + permission + OUTPUTS, 2);
  for (const command of ['deploy', 'rollback'])
    text = replaced(
      text,
      `          command: ${command}\n`,
      `          command: ${command}\n          deployments: true\n`,
      2,
    );
  return text;
}

function withComment(): string {
  const permission = '      pull-requests: write # the comment with the plan\n';
  const comment = `          comment: \${{ github.event_name == 'pull_request' && 'true' || '' }}\n`;
  const text = replaced(source('plan.yml'), 'name: Plan\n\non:', 'name: Plan with comment\n\non:', 1);
  const granted = replaced(text, TOKEN + OUTPUTS, TOKEN + permission + OUTPUTS, 1);
  return replaced(
    granted,
    '        id: plan\n        uses: $/run\n        with:\n          command: plan\n',
    `        id: plan\n        uses: $/run\n        with:\n          command: plan\n${comment}`,
    1,
  );
}

write(
  'deploy-with-records.yml',
  'deploy.yml',
  'As deploy.yml, with a deployment record on GitHub for each target. Called by other repositories.',
  withRecords(),
);
write(
  'plan-with-comment.yml',
  'plan.yml',
  'As plan.yml, with one comment on the pull request, updated in place. Called by other repositories.',
  withComment(),
);
