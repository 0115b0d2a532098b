/**
 * Writes `.github/workflows/deploy-with-records.yml` from `deploy.yml`: the same with a deployment record on GitHub for
 * each target. That takes a permission more, which a workflow asks of every caller, so it is a workflow of its own. With
 * `--check` it writes nothing and fails when the file is out of step.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeGenerated } from './generated.ts';

const source = readFileSync(join(import.meta.dirname, '../.github/workflows/deploy.yml'), 'utf8');

/** Replaces `from` wherever it stands; how often that must be is stated, so that a change of the source is noticed. */
function replaced(text: string, from: string, to: string, times: number): string {
  const parts = text.split(from);
  if (parts.length !== times + 1) throw new Error(`deploy.yml has ${JSON.stringify(from)} ${parts.length - 1} times`);
  return parts.join(to);
}

const DEPLOYING = `id-token: write # an AWS role for each target, by OIDC
    outputs:
      status:`;

let text = source.slice(source.indexOf('name: Deploy\n'));
text = replaced(text, 'name: Deploy\n\non:', 'name: Deploy with records\n\non:', 1);
text = replaced(
  text,
  DEPLOYING,
  DEPLOYING.replace('\n', '\n      deployments: write # a deployment record for each target\n'),
  2,
);
for (const command of ['deploy', 'rollback'])
  text = replaced(
    text,
    `          command: ${command}\n`,
    `          command: ${command}\n          deployments: true\n`,
    2,
  );
const header = `# As deploy.yml, with a deployment record on GitHub for each target. Called by other repositories.
# Made by scripts/generate-workflows.ts from deploy.yml: change it there.
`;
writeGenerated('.github/workflows/deploy-with-records.yml', () => header + text);
