import type { AccountPlace } from './accounts.ts';

/** What a bootstrap stack is made of, besides the place. */
export interface BootstrapStack {
  readonly stackName: string;
  /** Path of the template. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The command of the AWS CLI that does the same in one account. */
export function shellCommand(
  { target, profile }: AccountPlace,
  { stackName, path, parameters }: BootstrapStack,
): string {
  const overrides = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  const words = [
    ...['aws', 'cloudformation', 'deploy', '--region', target.region, '--stack-name', stackName],
    ...['--template-file', path, '--capabilities', 'CAPABILITY_NAMED_IAM', '--no-fail-on-empty-changeset'],
    ...(profile?.forThisAccount ? ['--profile', profile.name] : []),
    ...(overrides.length === 0 ? [] : ['--parameter-overrides', ...overrides]),
  ];
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
