import { backlog } from './backlog.ts';
import { drill } from './drill.ts';
import { choice, duration, list, map, object, type Pattern, text } from './dsl.ts';
import { consumers, graceful } from './failover-work.ts';
import { LINE, NAME } from './patterns.ts';
import { program } from './program.ts';
import { replication } from './replication.ts';

/** Where the answer of a probe says something: a member of its JSON body, or a header. */
const FIELD: Pattern = {
  source: '(?:json|header):[A-Za-z0-9_.-]+',
  short: 'json:NAME or header:NAME',
  words: '"json:" and a member of the body, or "header:" and the name of a header',
};

const URL: Pattern = { source: 'https?://\\S+', short: 'URL', words: 'an http or https URL' };

const ENDPOINT: Pattern = {
  source: '(?:https?://|\\$\\{)\\S+',
  short: 'URL',
  words: 'an http or https URL, or a reference to an output that is one',
};

/** As DescribeCluster names them (Recovery Control Configuration API Reference, ClusterEndpoint). */
const CLUSTER: Pattern = {
  source: 'https://[a-z0-9-]+\\.route53-recovery-cluster\\.[a-z0-9-]+\\.amazonaws\\.com(?:/v1)?',
  short: 'cluster endpoint',
  words: 'an endpoint of a cluster such as https://1a2b3c4d.route53-recovery-cluster.eu-west-1.amazonaws.com/v1',
};

const CONTROL: Pattern = {
  source: 'arn:aws[a-z-]*:route53-recovery-control::\\d{12}:controlpanel/[A-Za-z0-9]+/routingcontrol/[A-Za-z0-9]+',
  short: 'ARN',
  words: 'the ARN of a routing control',
};

/** API Reference, StartPlanExecution, planArn. */
const SWITCH_PLAN: Pattern = {
  source: 'arn:aws[a-zA-Z-]*:arc-region-switch::\\d{12}:plan/[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?:[a-z0-9]{6}',
  short: 'ARN',
  words: 'the ARN of a Region switch plan',
};

const SERVER: Pattern = {
  source: '(?:[0-9.]+|\\[[0-9A-Fa-f:.]+\\])(?::\\d{1,5})?',
  short: 'address',
  words: 'an IP address, with :PORT where it is not 53 and an IPv6 address in brackets',
};

const signal = object({
  name: 'stopSignal',
  description: 'Where the stop signal of a target lies: an object that a health check of Route 53 looks for.',
  required: ['in', 'bucket', 'key'],
  fields: {
    in: text({ description: 'Target whose region and credentials the bucket is of: another one.', pattern: NAME }),
    bucket: text({ description: 'Name of the bucket. References to outputs resolve.', pattern: LINE }),
    key: text({ description: 'Key of the object that stops the target while it is there.', pattern: LINE }),
  },
});

const probe = object({
  name: 'failoverProbe',
  description: 'How a failover is measured: what users ask for, once a second, by its public name.',
  required: ['url'],
  fields: {
    url: text({ description: 'URL under the public name. References to outputs resolve.', pattern: URL }),
    region: text({
      description: 'Where the answer names the region it comes from.',
      default: 'none: which region answers is not measured',
      pattern: FIELD,
    }),
    release: text({
      description: 'Where the answer names its release.',
      default: 'none: it is not measured',
      pattern: FIELD,
    }),
    resolver: text({
      description: 'Name server that is asked for the name, such as one of the zone.',
      default: "the machine's resolver",
      pattern: SERVER,
    }),
    'name-servers': list({
      description: 'Authoritative name servers of the name: they are asked too, and show a change without any cache.',
      default: 'those that its zone is delegated to, looked up at every deployment',
      items: text({ description: 'An address.', pattern: SERVER }),
      minItems: 1,
    }),
    stable: duration({
      description: 'How long 99% of the probes must be good before the failover counts as done.',
      default: '10s',
      minimumMs: 1_000,
      maximumMs: 600_000,
    }),
    timeout: duration({
      description: 'How long is waited for that.',
      default: '5m',
      minimumMs: 5_000,
      maximumMs: 3_600_000,
    }),
  },
});

const fence = object({
  name: 'failoverFence',
  description:
    'Fences a target that was left, once users are served elsewhere: its region learns that it is not active, its marked consumers and what is named here stop. `failback` undoes it. What does not answer is recorded as unknown.',
  required: [],
  emptyAllowed: true,
  fields: {
    functions: list({
      description: 'Functions that take no calls any more (reserved concurrency 0), by name or ARN.',
      default: 'none',
      items: text({ description: 'Name or ARN. References to outputs resolve in each target.', pattern: LINE }),
    }),
  },
});

export const failover = object({
  name: 'failover',
  description: 'How traffic leaves a region that is lost. Its plan is compiled at every deployment.',
  required: ['mechanism'],
  fields: {
    mechanism: choice({
      description:
        '`stop-switch`: an object in the bucket of another region turns the health check of a target; ' +
        '`arc-routing-control`: routing controls of Amazon Application Recovery Controller; ' +
        '`region-switch`: an execution of a Region switch plan; ' +
        '`weights`: through the traffic driver; `command`: a program of your own.',
      values: ['stop-switch', 'arc-routing-control', 'region-switch', 'weights', 'command'],
    }),
    signals: map({
      description: 'stop-switch: the stop signal of each target that can be left.',
      default: 'none',
      keys: NAME,
      values: signal,
      minItems: 1,
    }),
    'cluster-endpoints': map({
      description: 'arc-routing-control: endpoints of the cluster by region, all five of them.',
      default: 'none',
      keys: NAME,
      values: text({ description: 'URL of the endpoint.', pattern: CLUSTER }),
      minItems: 1,
    }),
    'routing-controls': map({
      description: 'arc-routing-control: ARN of the routing control of each target.',
      default: 'none',
      keys: NAME,
      values: text({ description: 'ARN of a routing control.', pattern: CONTROL }),
      minItems: 1,
    }),
    'region-switch': object({
      name: 'regionSwitch',
      description: 'region-switch: the plan that is executed, in the data plane of the region that takes over.',
      required: ['plan'],
      fields: {
        plan: text({ description: 'ARN of the Region switch plan.', pattern: SWITCH_PLAN }),
        approach: choice({
          description:
            'As the plan says. `active-passive`: the region that takes over is activated; `active-active`: the one that is left is deactivated.',
          default: 'active-passive',
          values: ['active-passive', 'active-active'],
        }),
      },
    }),
    command: program({
      description:
        'command: what moves the traffic; it must be able to run twice. It gets SMR_FAILOVER_TO and SMR_FAILOVER_FROM (targets, with commas), and the credentials of the first target it moves to.',
      default: 'none',
    }),
    consumers,
    graceful,
    endpoint: text({
      description:
        'URL at which a target itself answers, not by the public name: whether it can take over is seen there. References resolve for each target.',
      default: 'none: it is not asked',
      pattern: ENDPOINT,
    }),
    probe,
    replication,
    backlog,
    fence,
    drill,
    rto: duration({
      description: 'Recovery time objective, for the report.',
      default: 'none',
      minimumMs: 1_000,
      maximumMs: 604_800_000,
    }),
    rpo: duration({
      description: 'Recovery point objective, for the report.',
      default: 'none',
      minimumMs: 0,
      maximumMs: 604_800_000,
    }),
  },
});
