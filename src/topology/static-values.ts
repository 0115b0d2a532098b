import type { Context } from './context.ts';
import type { StackSettings, Target } from './model.ts';
import { parseReferences, type Reference, resolveReferences } from './references.ts';

interface Subject {
  readonly application: string;
  readonly environment: string;
  readonly stack: string;
  readonly target: Target;
}

/** CloudFormation API Reference: NotificationARNs and RollbackTriggers hold at most five, Tags fifty. */
const LIMITS = { topics: 5, alarms: 5, tags: 50 };

/**
 * Puts in what is known from the configuration alone (`${environment}`, `${target.region}` …) in ARNs, completes the service role, and checks AWS's limits.
 */
export function finishSettings(settings: StackSettings, subject: Subject, context: Context): StackSettings {
  const { target } = subject;
  const where = `${subject.stack} in ${target.name}`;
  const put = (what: string) => (text: string) => staticText(text, `${what} of ${where}`, subject, context);
  const limit = (what: string, count: number, most: number) => {
    if (count > most)
      context.findings.add('bad-value', `${where} has ${count} ${what}; CloudFormation takes ${most}`, target.location);
  };
  limit('notification ARNs', settings.notificationArns.length, LIMITS.topics);
  limit('rollback alarms', settings.rollbackTriggers?.alarms.length ?? 0, LIMITS.alarms);
  limit('tags', Object.keys(settings.tags).length, LIMITS.tags);
  const role = settings.serviceRole;
  const triggers = settings.rollbackTriggers;
  return {
    ...settings,
    notificationArns: settings.notificationArns.map(put('a notification ARN')),
    ...(role !== undefined && { serviceRole: roleArn(put('the service role')(role), where, target, context) }),
    ...(triggers && { rollbackTriggers: { ...triggers, alarms: triggers.alarms.map(put('a rollback alarm')) } }),
  };
}

function staticText(text: string, where: string, subject: Subject, context: Context): string {
  const { target } = subject;
  const fail = (message: string, ...fix: readonly string[]) =>
    context.findings.add('reference', `${where}: ${message}`, target.location, ...fix);
  for (const { message, fix } of parseReferences(text).problems) fail(message, fix);
  const resolved = resolveReferences(text, (reference) => staticValue(reference, subject));
  if (resolved.kind === 'resolved') return resolved.text;
  for (const { reference, source } of resolved.missing) {
    if (reference.kind === 'target' && reference.property === 'account')
      fail(`${source} is not known: ${target.name} has no account`, `Give ${target.name} an account.`);
    else
      fail(
        `${source} cannot stand here`,
        'Only ${application}, ${environment}, ${target.name}, ${target.region} and ${target.account} can.',
      );
  }
  return text;
}

function staticValue(reference: Reference, { application, environment, target }: Subject): string | undefined {
  if (reference.kind === 'application') return application;
  if (reference.kind === 'environment') return environment;
  if (reference.kind !== 'target' || reference.property === 'active') return undefined;
  return target[reference.property];
}

function roleArn(role: string, where: string, target: Target, context: Context): string {
  if (role.startsWith('arn:')) return role;
  if (target.account === undefined) {
    const message = `the service role ${role} of ${where} has no account: ${target.name} has none`;
    context.findings.add(
      'role-account',
      message,
      target.location,
      `Give ${target.name} an account, or write the ARN of the role.`,
    );
  }
  return `arn:${target.partition}:iam::${target.account ?? ''}:role/${role}`;
}
