import { previewStackPattern } from '../../preview/names.ts';
import { deployPermissions } from '../deploy/permissions.ts';
import { giveLeasesBack, records, seeBuckets } from '../policy/buckets.ts';
import { EVENTS, ownStacks } from '../policy/stacks.ts';
import { allow, type CommandPermissions, type Statement } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';

/** What deploying and deleting previews needs. */
export const previewPermissions: CommandPermissions = (all) => {
  const subject = previewSubject(all);
  // Names of nested stacks begin as those of the previews do: they are allowed with them.
  const deploying = deployPermissions(subject).filter(({ Sid }) => Sid !== 'NestedStacks');
  return [...deploying, ...leftovers(subject)];
};

/** What finding previews and deleting them needs. A stack is deleted with the service role that it has. */
export const cleanupPermissions: CommandPermissions = (all) => {
  const subject = previewSubject(all);
  return [
    // Which stacks there are is told only to who may ask for all.
    allow('FindPreviews', ['cloudformation:DescribeStacks'], ['*']),
    ownStacks(['ListStackResources', 'GetTemplate', ...EVENTS, 'DeleteStack'], subject),
    ...leftovers(subject),
    seeBuckets(subject),
    records(['s3:GetObject', 's3:PutObject'], subject),
    giveLeasesBack(subject),
  ];
};

/** Previews have names of their own, whatever the stacks are called. */
function previewSubject(subject: PolicySubject): PolicySubject {
  const { environment, stackNames } = subject;
  const applications = environment === undefined ? stackNames : [environment.application];
  return {
    ...subject,
    stackNames: applications.map(patternOf),
    samEngine: false,
    terminationProtection: false,
  };
}

function patternOf(name: string): string {
  if (name.endsWith('-pr-*')) return name;
  return name === '*' ? '*-pr-*' : previewStackPattern(name);
}

/** CloudFormation cuts the name of a stack to so many characters in names that it makes. */
const STACK_NAME_IN_NAMES = 24;

/**
 * Emptying the buckets of a stack and deleting the log groups of its functions, as far as CloudFormation gave them their
 * names: it begins them with that of the stack, for buckets in small letters.
 */
function leftovers({ stackNames, partition }: PolicySubject): readonly Statement[] {
  const starts = stackNames.map((name) => cut(name));
  const buckets = starts.map((name) => `arn:${partition}:s3:::${inSmallLetters(name)}`);
  const logs = `arn:${partition}:logs:*:*:log-group`;
  return [
    allow('PreviewBuckets', ['s3:ListBucketVersions'], buckets),
    allow(
      'PreviewObjects',
      ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      buckets.map((arn) => `${arn}/*`),
    ),
    // Looking for a beginning of names is looking at all.
    allow('FindLogGroups', ['logs:DescribeLogGroups'], ['*']),
    allow(
      'LogGroups',
      ['logs:DeleteLogGroup'],
      starts.map((name) => `${logs}:/aws/lambda/${name}`),
    ),
  ];
}

function cut(pattern: string): string {
  const start = pattern.replace(/\*$/, '');
  return start.includes('*') || start.length <= STACK_NAME_IN_NAMES
    ? pattern
    : `${start.slice(0, STACK_NAME_IN_NAMES)}*`;
}

/** References of CloudFormation (`${Application}`) stay as they are. */
function inSmallLetters(text: string): string {
  return text.replace(/\$\{[^}]*\}|[A-Z]/g, (part) => (part.startsWith('$') ? part : part.toLowerCase()));
}
