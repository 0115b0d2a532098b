import { describe } from '@jest/globals';
import { environment, type Row, refuses, targets } from './rows.ts';

const WEIGHTED = 'targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 0 } }\n';
const ROUTE53 = 'driver: route53, zone: example.com, name: api.example.com';
const STORE = 'arn:aws:cloudfront::111111111111:key-value-store/abc';
const LISTENER = 'arn:aws:globalaccelerator::111111111111:accelerator/a-b/listener/c';
const traffic = (body: string, before = WEIGHTED) => environment(`${before}traffic: { ${body} }`);

const ROWS: readonly Row[] = [
  {
    name: 'steps that fall',
    config: traffic(`${ROUTE53}, steps: [50, 10, 100]`),
    error: ['traffic-steps', '5:87', 'must rise, but 10 follows 50', 'Write steps such as [10, 50, 100].'],
  },
  {
    name: 'steps that stand still',
    config: traffic(`${ROUTE53}, steps: [50, 50, 100]`),
    error: ['traffic-steps', '5:87', 'must rise, but 50 follows 50'],
  },
  {
    name: 'steps that do not end at 100',
    config: traffic(`${ROUTE53}, steps: [10, 50]`),
    error: ['traffic-steps', '5:87', 'must end at 100, the whole weight of the target, but end at 50'],
  },
  {
    name: 'a step of nothing',
    config: traffic(`${ROUTE53}, steps: [0, 100]`),
    error: ['bad-value', '5:83', 'whole number from 1 to 100, but is 0'],
  },
  {
    name: 'weights without a driver',
    config: environment(WEIGHTED),
    error: ['weight-without-driver', '4:29', 'eu-west-1 of prod has a weight', 'Add "traffic" with a driver'],
  },
  {
    name: 'a driver without weights',
    config: traffic(ROUTE53, targets),
    error: ['weight-missing', '4:15', 'eu-west-1 of prod has no weight', '0 is a target that gets no traffic'],
  },
  {
    name: 'all weights zero',
    config: traffic(ROUTE53, 'targets: { eu-west-1: { weight: 0 }, eu-central-1: { weight: 0 } }\n'),
    error: ['weights-all-zero', '4:14', 'all targets of prod have the weight 0', 'Give one target a weight.'],
  },
  {
    name: 'two targets with one set identifier',
    config: traffic(`${ROUTE53}, set-identifiers: { eu-west-1: eu, eu-central-1: eu }`),
    error: ['duplicate-set-identifier', '5:123', 'eu-west-1 and eu-central-1 have the same set identifier eu'],
  },
  {
    name: 'a set identifier that is the name of another target',
    config: traffic(`${ROUTE53}, set-identifiers: { eu-west-1: eu-central-1 }`),
    error: ['duplicate-set-identifier', '5:105', 'have the same set identifier eu-central-1'],
  },
  {
    name: 'a set identifier of no target',
    config: traffic(`${ROUTE53}, set-identifiers: { eu-west-2: b }`),
    error: ['unknown-target', '5:94', 'traffic.set-identifiers names "eu-west-2"', 'Did you mean "eu-west-1"?'],
  },
  {
    name: 'an unknown driver',
    config: traffic('driver: route54'),
    error: ['bad-value', '5:24', 'must be route53 or cloudfront-kvs or global-accelerator', 'Did you mean "route53"?'],
  },
  {
    name: 'route53 without a zone',
    config: traffic('driver: route53, name: api.example.com'),
    error: ['missing-key', '5:14', 'the driver route53 needs the key "zone" in traffic'],
  },
  {
    name: 'a name outside the zone',
    config: traffic('driver: route53, zone: example.com, name: api.example.org'),
    error: ['traffic-zone', '5:58', 'api.example.org is not in the zone example.com', 'ends with .example.com'],
  },
  {
    name: 'a key of another driver',
    config: traffic(`driver: cloudfront-kvs, store: "${STORE}", zone: example.com`),
    error: ['traffic-key', '5:103', 'traffic.zone is of the driver route53', 'Remove "zone".'],
  },
  {
    name: 'a store that is no ARN',
    config: traffic('driver: cloudfront-kvs, store: weights'),
    error: ['bad-value', '5:47', 'no ARN of a key-value store: "weights"', 'arn:aws:cloudfront::'],
  },
  {
    name: 'targets of one region behind one listener, without endpoints',
    config: traffic(
      `driver: global-accelerator, listener: "${LISTENER}"`,
      'targets:\n  a: { region: eu-west-1, account: "111111111111", weight: 1 }\n  b: { region: eu-west-1, account: "222222222222", weight: 1 }\n',
    ),
    error: ['missing-key', '7:14', 'a shares the region eu-west-1', 'endpoints: { a: ARN }'],
  },
  {
    name: 'an alias with a TTL',
    config: traffic(`${ROUTE53}, record: { alias: d.example.net, alias-zone: Z2, ttl: 60s }`),
    error: ['traffic-record', '5:83', 'an alias has no TTL of its own'],
  },
  {
    name: 'an alias without its zone',
    config: traffic(`${ROUTE53}, record: { alias: d.example.net }`),
    error: ['traffic-record', '5:83', 'neither an alias with its zone nor a value'],
  },
  {
    name: 'a value without its one record type',
    config: traffic(`${ROUTE53}, record: { value: d.example.net }`),
    error: ['traffic-record', '5:83', 'needs the one record type', 'types with one type'],
  },
  {
    name: 'a record that names the release',
    config: traffic(`${ROUTE53}, record: { alias: "\${release}.example.net", alias-zone: Z2 }`),
    error: ['reference', '5:92', 'is not known to a record set'],
  },
  {
    name: 'a role of another account than that of the zone',
    config: traffic(`${ROUTE53}, account: "222222222222", role-to-assume: "arn:aws:iam::333333333333:role/dns"`),
    error: ['role-account', '5:116', 'is of the account 333333333333, but the target traffic is in 222222222222'],
  },
];

describe('traffic settings are refused:', () => refuses(ROWS));
