import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command, Tools } from './contenders.ts';

/** The bundle of aws-cloudformation-github-deploy on a packaged template, as a step of a job would run it. */
export async function githubDeployCommand(
  { node, cfd }: Tools & { readonly cfd: string },
  folder: string,
  stackName: string,
  template: string,
  region: string,
): Promise<Command> {
  const output = join(folder, 'github-output');
  await writeFile(output, '');
  return {
    args: [node, join(cfd, 'dist', 'index.js')],
    env: {
      ...peerInputs(stackName, folder, output),
      INPUT_TEMPLATE: template,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
    },
  };
}

/** Its inputs and what the runner sets. */
export function peerInputs(stackName: string, folder: string, output: string): Readonly<Record<string, string>> {
  return {
    INPUT_NAME: stackName,
    INPUT_CAPABILITIES: 'CAPABILITY_IAM,CAPABILITY_AUTO_EXPAND',
    'INPUT_NO-FAIL-ON-EMPTY-CHANGESET': '1',
    INPUT_MODE: 'create-and-execute',
    'INPUT_NO-EXECUTE-CHANGESET': '0',
    'INPUT_NO-DELETE-FAILED-CHANGESET': '0',
    'INPUT_DISABLE-ROLLBACK': '0',
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: output,
    GITHUB_REPOSITORY: 'octo/orders',
    GITHUB_RUN_ID: '1',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_ACTOR: 'octo',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: '0'.repeat(40),
  };
}
