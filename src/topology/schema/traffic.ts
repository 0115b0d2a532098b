import { access } from './credentials.ts';
import { choice, duration, integer, list, map, object, type Pattern, text } from './dsl.ts';
import { LINE, NAME } from './patterns.ts';

/** Route 53 Developer Guide, "DNS domain name format"; `*` stands for the leftmost label only. */
const DNS_NAME: Pattern = {
  source: '(?:\\*\\.)?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}\\.?',
  short: 'domain name',
  words: 'a domain name such as api.example.com',
  maxLength: 255,
};

/** Route 53 API Reference, ResourceRecordSet, SetIdentifier. */
const SET_IDENTIFIER: Pattern = { source: '\\S(?:.*\\S)?', short: 'text', words: 'a set identifier', maxLength: 128 };

const byTarget = { keys: NAME, default: 'none' } as const;

export const traffic = object({
  name: 'traffic',
  description: 'How traffic is shared between the targets, by their `weight`, and how a rollout moves it.',
  required: ['driver'],
  fields: {
    driver: choice({
      description:
        '`route53`: weighted records; `cloudfront-kvs`: a key-value store that a CloudFront Function reads; ' +
        '`global-accelerator`: dials of endpoint groups.',
      values: ['route53', 'cloudfront-kvs', 'global-accelerator'],
    }),
    zone: text({ description: 'route53: id or name of the hosted zone.', pattern: LINE }),
    name: text({ description: 'route53: name of the weighted record sets.', pattern: DNS_NAME }),
    types: list({
      description: 'route53: record types that are changed together.',
      default: 'every type that has weighted sets under the name',
      minItems: 1,
      items: choice({ description: 'A record type.', values: ['A', 'AAAA', 'CNAME', 'HTTPS', 'TXT'] }),
    }),
    'set-identifiers': map({
      description: 'route53: set identifier by target, where it is not the name of the target.',
      ...byTarget,
      values: text({ description: 'A set identifier.', pattern: SET_IDENTIFIER }),
    }),
    record: object({
      name: 'record',
      description: "route53: what a target's record sets say, to make the ones that are not there. References resolve.",
      default: 'none: all record sets must be there',
      fields: {
        alias: text({ description: 'DNS name that an alias points at.', pattern: LINE }),
        'alias-zone': text({ description: 'Hosted zone id of that DNS name.', pattern: LINE }),
        value: text({ description: 'Value of a record that is no alias.', pattern: LINE }),
        ttl: duration({
          description: 'TTL of a record that is no alias.',
          default: '60s',
          minimumMs: 1_000,
          maximumMs: 86_400_000,
        }),
      },
    }),
    'revert-role': text({
      description:
        'route53: role, by name or ARN, in the account of the zone, with which EventBridge Scheduler takes traffic from a rollout that nobody promotes (`deploy --revert-after`).',
      default: 'none: only `--leave` goes with `--until`',
      pattern: LINE,
    }),
    store: text({ description: 'cloudfront-kvs: ARN of the key-value store.', pattern: LINE }),
    key: text({
      description: 'cloudfront-kvs: key under which the weights lie.',
      default: '`weights`',
      pattern: LINE,
    }),
    probe: text({
      description:
        'cloudfront-kvs: URL of the distribution at which the CloudFront Function answers with its weights, such as `https://www.example.com/.sam-multi-region/weights`: a change is in force when it shows them.',
      default: 'none: 30 seconds are waited for',
      pattern: { source: 'https://\\S+', short: 'URL', words: 'an https URL' },
    }),
    listener: text({ description: 'global-accelerator: ARN of the listener.', pattern: LINE }),
    endpoints: map({
      description: 'global-accelerator: ARN of the endpoint by target, where several targets are in one region.',
      ...byTarget,
      values: text({ description: 'ARN of a load balancer, or id of an instance or address.', pattern: LINE }),
    }),
    steps: list({
      description: "Percentages of the target's own weight, ascending, ending at 100.",
      default: '[100]',
      minItems: 1,
      items: integer({ description: 'A percentage.', minimum: 1, maximum: 100 }),
    }),
    settle: duration({
      description: 'How long clients take to follow a change that is in force.',
      default: 'three times the TTL of the records',
      minimumMs: 0,
      maximumMs: 86_400_000,
    }),
    drain: integer({
      description: 'Percentage of its own weight to which a target is lowered before it is deployed.',
      default: 'it is not lowered',
      minimum: 0,
      maximum: 99,
    }),
    floor: integer({
      description:
        'The least part of the capacity that must be left, percent: with 50 a target gets at most twice its ' +
        'configured share while others are drained.',
      default: '0: no floor',
      minimum: 0,
      maximum: 100,
    }),
    ...access,
  },
});
