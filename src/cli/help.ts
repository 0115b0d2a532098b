import { definitions } from '../options/definitions.ts';
import { type CommandName, commands, type OptionDefinition } from '../options/model.ts';

/** One sentence for each command, used in `--help`, `action.yml` and the reference page. */
export const summaries: Readonly<Record<CommandName, string>> = {
  deploy: 'Build once and deploy to every target, wave by wave.',
  plan: 'Show what a deployment would change in every target; nothing is executed.',
  status: 'Show every target: its stacks, their state and release, and orphans.',
  verify: 'Ask the gates of every target once; nothing is changed.',
  shift: 'Move traffic between the targets by hand, and say which of them are active.',
  rollback: 'Return every target to a release that is recorded there.',
  failover: 'Leave a region that is lost: move traffic and who is active, and see that users are served.',
  failback: 'Bring a region back that a failover left, through gates and in steps.',
  drill: 'Try a failover out: look, measure, or move traffic there and back, with a report.',
  promote: 'Take a rollout further that waits after a wave, after judging it over the whole pause.',
  abort: 'Give up the open rollout; stacks and weights stay as they are.',
  remove: 'Take targets out of an environment; their stacks are kept unless asked.',
  init: 'Write the configuration, the workflows and the template of the roles; files that are there are kept.',
  preview: 'Deploy the preview of a pull request, or delete it when the pull request is closed.',
  cleanup: 'Find previews whose pull request is closed or which have expired, and delete them when told to.',
  bootstrap: 'Put the template of the roles into every account of the configuration, or print the commands.',
  comment: 'Tell the pull request that a commit came from what became of its deployment.',
  policy: 'Print the least-privilege IAM policy that a command needs.',
};

/** Text of `--help`, for all commands or for one. */
export function helpText(command?: CommandName): string {
  if (command === undefined) {
    const longest = Math.max(...commands.map((name) => name.length));
    return [
      'Deploy an AWS SAM application to many regions and accounts.',
      '',
      'Usage: sam-multi-region COMMAND [OPTIONS]',
      '',
      ...commands.map((name) => `  ${name.padEnd(longest)} ${summaries[name]}`),
      '',
      'sam-multi-region COMMAND --help lists the options of a command.',
      '',
    ].join('\n');
  }
  const entries: [string, OptionDefinition][] = Object.entries(definitions);
  const usable = entries.filter(
    ([, definition]) => definition.commands.includes(command) && definition.only !== 'action',
  );
  return [
    summaries[command],
    '',
    `Usage: sam-multi-region ${command}${command === 'policy' ? ' COMMAND' : ''} [OPTIONS]`,
    '',
    ...usable.flatMap(([name, definition]) => [`  --${name}${placeholder(definition)}`, `      ${plain(definition)}`]),
    '',
  ].join('\n');
}

function placeholder({ kind }: OptionDefinition): string {
  switch (kind.type) {
    case 'boolean':
      return '';
    case 'choice':
      return ` ${kind.choices.join('|')}`;
    case 'pairs':
      return ' KEY=VALUE (repeatable)';
    case 'list':
      return ' A,B,…';
    default:
      return ` ${kind.type === 'duration' ? 'DURATION' : 'TEXT'}`;
  }
}

function plain(definition: OptionDefinition): string {
  const text =
    definition.default === undefined
      ? definition.description
      : `${definition.description} Default: ${definition.default}.`;
  return text.replaceAll('`', '');
}
