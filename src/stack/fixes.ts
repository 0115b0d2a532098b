import { SHIFT_TYPES } from '../template/shift-types.ts';
import type { ResourceFailure } from './model.ts';

interface Known {
  readonly pattern: RegExp;
  readonly fix: (match: RegExpExecArray, failure: ResourceFailure) => string;
}

/** What to do about reasons that AWS gives often, above all when a stack is new in a region. First match wins. */
const KNOWN: readonly Known[] = [
  {
    pattern: /alarms? (\S.*?) went off\. One or more alarms|Activated alarms: <([^>]+)>/,
    fix: ([, alarms, alarm]) =>
      `Look at what alarm ${alarms ?? alarm} watches: it stopped CodeDeploy, and the traffic is back on the version before. An alarm that still fires stops the next deployment too.`,
  },
  {
    pattern: /its hook (\S+) \((\w+)\) failed/,
    fix: ([, hook, event]) =>
      `Look into /aws/lambda/${hook}: it is asked in ${event}, and has to report its verdict with codedeploy:PutLifecycleEventHookExecutionStatus within an hour.`,
  },
  {
    pattern: /lifecycle event validation functions failed/,
    fix: (_, { path }) => `Look into the logs of the hooks of ${path}: one of them failed, or did not report in time.`,
  },
  {
    pattern: /conflicting deployment is in progress/i,
    fix: (_, { path }) =>
      `Another deployment of CodeDeploy is moving ${path}: wait for its end, or stop it with aws deploy stop-deployment.`,
  },
  {
    pattern: /No Deployment Configuration found for name: (\S+)/,
    fix: ([, name]) =>
      `There is no type ${name}: take one of ${SHIFT_TYPES.join(', ')}, or make an AWS::CodeDeploy::DeploymentConfig of that name.`,
  },
  {
    pattern: /^hook (\S+)/,
    fix: ([, type], { path }) =>
      `Change ${path} as hook ${type} asks, or talk to those who keep the hook: it guards every stack of this account.`,
  },
  {
    pattern: /Export with name (\S+) is already exported by stack (\S+)/i,
    fix: ([, name, stack]) => `Give export ${name} another name: stack ${stack} of this region has it already.`,
  },
  {
    pattern: /Export (\S+) cannot be (?:deleted|updated|renamed) as it is in use by (.+)/i,
    fix: ([, name, users]) =>
      `Keep export ${name} until ${users?.replace(/\.$/, '')} no longer imports it: change those stacks first.`,
  },
  {
    pattern: /No export named (\S+) found/i,
    fix: ([, name]) =>
      `Deploy the stack that exports ${name} in this region first (exports do not cross regions), or pass the value as a parameter.`,
  },
  {
    pattern: /Requires capabilities ?: ?\[([\w, ]+)\]/i,
    fix: ([, capabilities]) => `Add ${capabilities} under \`capabilities\`, if this template may do what that allows.`,
  },
  {
    pattern: /not authorized to perform:? ([\w-]+:\w+)/i,
    fix: ([, action], { path }) =>
      `Allow ${action} to the role that deploys (the CloudFormation service role, where one is set): ${path} needs it.`,
  },
  {
    pattern: /access ?denied|not authorized|unauthorized/i,
    fix: (_, { path, resourceType }) =>
      `Give the role that deploys (the CloudFormation service role, where one is set) what ${resourceType ?? 'the resource'} ${path} needs.`,
  },
  {
    pattern: /S3 Error Code: PermanentRedirect|bucket is in this region/i,
    fix: (_, { path }) => `${path} takes its code from a bucket of another region: it must lie in this one.`,
  },
  {
    pattern: /NoSuchKey|specified key does not exist/i,
    fix: (_, { path }) =>
      `The code object of ${path} is not in this target's bucket (a lifecycle rule may have deleted it): deploy the release again.`,
  },
  {
    pattern: /NoSuchBucket|specified bucket does not exist/i,
    fix: (_, { path }) => `The bucket that ${path} names is not there in this region.`,
  },
  {
    pattern: /BucketNotEmpty|bucket you tried to delete is not empty/i,
    fix: (_, { path, physicalId }) =>
      `Empty bucket ${physicalId ?? path} first, or keep it with DeletionPolicy: Retain.`,
  },
  {
    pattern: /BucketAlready(Exists|OwnedByYou)|requested bucket name is not available/i,
    fix: (_, { path }) =>
      `Bucket names are one namespace over all regions and accounts: leave the name of ${path} out, or build it of \${AWS::AccountId} and \${AWS::Region}.`,
  },
  {
    pattern: /already exists|AlreadyExists|EntityAlreadyExists|ResourceConflict/i,
    fix: (_, { path, resourceType }) =>
      resourceType?.startsWith('AWS::IAM::')
        ? `IAM is global: the name of ${path} is taken by another region's stack. Leave the name out, or put \${AWS::Region} in it.`
        : `The name of ${path} is taken (a stack of another region or an earlier, retained resource has it): leave the name out, put \${AWS::Region} in it, or delete or import the old resource.`,
  },
  {
    pattern: /limit ?exceeded|quota|exceed(s|ed)? (the )?(maximum|account limit|limit)|CodeStorageExceeded|TooMany\w+/i,
    fix: (_, { path, resourceType }) =>
      `Ask for a higher quota for ${resourceType ?? path} in this region (Service Quotas are per region), or free some.`,
  },
  {
    pattern: /rate exceeded|throttl|too many requests/i,
    fix: () => 'AWS throttled the operation: run the same command again.',
  },
  {
    pattern: /unrecognized resource type|Resource type .* (is not supported|does not exist|is not available)/i,
    fix: (_, { path, resourceType }) =>
      `${resourceType ?? 'The type'} of ${path} is not offered in this region: make it conditional on AWS::Region, or leave this region out.`,
  },
  {
    pattern: /did not receive a response from your Custom Resource|Custom Resource failed to stabilize/i,
    fix: (_, { path }) => `Look into the log of the function behind custom resource ${path}: it did not answer.`,
  },
  {
    pattern: /(RollbackTrigger|rollback trigger|alarm).*(ALARM|not found|breach)/i,
    fix: () => 'An alarm of the rollback triggers went off: look at what it watches before deploying again.',
  },
  {
    pattern: /DELETE_FAILED|DependencyViolation|has dependent|currently in use/i,
    fix: (_, { path }) => `Remove what still uses ${path}, then run the same command again.`,
  },
];

/** One sentence per failure that is understood, in their order, none twice. */
export function knownFixes(failures: readonly ResourceFailure[]): readonly string[] {
  const fixes = failures
    .filter((failure) => failure.rootCause)
    .flatMap((failure) => {
      for (const { pattern, fix } of KNOWN) {
        const match = pattern.exec(failure.reason);
        if (match) return [fix(match, failure)];
      }
      return [];
    });
  return [...new Set(fixes)];
}
