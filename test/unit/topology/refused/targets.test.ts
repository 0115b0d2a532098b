import { describe } from '@jest/globals';
import { account, environment, type Row, refuses, targets } from './rows.ts';

const TARGETS: readonly Row[] = [
  {
    name: 'a misspelt region',
    config: environment('targets: [eu-wset-1]'),
    error: ['unknown-region', '4:15', 'there is no region "eu-wset-1"', 'Did you mean "eu-west-1"?'],
  },
  {
    name: 'a region nobody knows',
    config: environment('targets:\n  blue: { region: mars }'),
    error: ['unknown-region', '5:23', 'no region "mars" of the target blue'],
  },
  {
    name: 'a named target without a region',
    config: environment('targets:\n  blue: {}'),
    error: ['unknown-region', '5:13', 'there is no region "blue"', 'needs the key "region"'],
  },
  {
    name: 'a region listed twice',
    config: environment('targets: [eu-west-1, eu-west-1]'),
    error: ['duplicate-target', '4:26', 'eu-west-1 is named twice'],
  },
  {
    name: 'a region listed and in a group',
    config: environment('region-groups: { eu: [eu-west-1] }\ntargets: [eu-west-1, eu]'),
    error: ['duplicate-target', '5:26', 'eu-west-1 is named twice'],
  },
  {
    name: 'the same place under two names',
    config: environment(
      `targets:\n  a: { region: eu-west-1, account: "111111111111" }\n  b: { region: eu-west-1, account: "111111111111" }`,
    ),
    error: ['duplicate-target', '6:20', 'the targets a and b are the same place: 111111111111 eu-west-1'],
  },
  {
    name: 'two partitions',
    config: environment('targets: [eu-west-1, cn-north-1]'),
    error: ['partition', '4:26', 'mixes the partitions aws (eu-west-1) and aws-cn (cn-north-1)'],
  },
  {
    name: 'a home that is no target',
    config: environment(`${targets}home: eu-west-2`),
    error: ['unknown-target', '5:11', 'home "eu-west-2" is no target of prod', 'Did you mean "eu-west-1"?'],
  },
  {
    name: 'a role without an account',
    config: environment(`role-to-assume: deploy\n${targets}`),
    error: ['role-account', '4:21', 'the role deploy has no account'],
  },
  {
    name: 'a role of another account',
    config: environment(`role-to-assume: arn:aws:iam::222222222222:role/x\ntargets: { eu-west-1: ${account} }`),
    error: ['role-account', '4:21', 'is of the account 222222222222, but the target eu-west-1 is in 111111111111'],
  },
  {
    name: 'a role of another partition',
    config: environment('role-to-assume: arn:aws:iam::222222222222:role/x\ntargets: [us-gov-west-1]'),
    error: ['role-partition', '4:21', 'is of the partition aws, but the target us-gov-west-1 is in aws-us-gov'],
  },
  {
    name: 'a profile source without a profile',
    config: environment(`${targets}credentials: { source: profile }`),
    error: ['credentials', '5:28', 'needs the key "profile"'],
  },
  {
    name: 'session tags with an OIDC token',
    config: environment(
      `targets: { eu-west-1: ${account} }\nrole-to-assume: r\ncredentials: { source: oidc, session-tags: { a: b } }`,
    ),
    error: ['credentials', '6:48', 'STS takes no session tags with an OIDC token'],
  },
  {
    name: 'a chained session of two hours',
    config: environment(
      `targets: { eu-west-1: ${account} }\nrole-to-assume: r\ncredentials: { via: [hub], duration: 2h }`,
    ),
    error: ['credentials', '6:42', 'AWS limits chained roles to one hour'],
  },
  {
    name: 'an alarm ARN with an unknown account',
    config: environment(`${targets}rollback-alarms: { alarms: ["arn:\${target.account}"] }`),
    error: ['reference', '4:15', 'is not known: eu-west-1 has no account'],
  },
  {
    name: 'a service role name without an account',
    config: environment(`${targets}service-role: cfn`),
    error: ['role-account', '4:15', 'the service role cfn of app in eu-west-1 has no account'],
  },
  {
    name: 'a group with the name of a region',
    config: environment('region-groups: { eu-west-1: [eu-west-2] }\ntargets: [eu-west-2]'),
    error: ['group-name', '4:22', 'the region group eu-west-1 has the name of a region'],
  },
  {
    name: 'a group with the name of a target',
    config: environment('region-groups: { blue: [eu-west-2] }\ntargets: { blue: { region: eu-west-1 } }'),
    error: ['group-name', '4:22', 'the region group blue has the name of a target'],
  },
  {
    name: 'a misspelt region in a group',
    config: environment('region-groups: { eu: { regions: [eu-west-1, eu-wset-2] } }\ntargets: [eu-west-1]'),
    error: ['unknown-region', '4:49', 'lists "eu-wset-2", which is no region', 'Did you mean "eu-west-2"?'],
  },
];

describe('a configuration is refused for its targets:', () => refuses(TARGETS));

const WAVES: readonly Row[] = [
  {
    name: 'a wave of nobody',
    config: environment(`${targets}waves: [{ targets: [] }, { targets: [eu-west-1, eu-central-1] }]`),
    error: ['empty-wave', '5:24', 'wave-1 has no target of prod'],
  },
  {
    name: 'a wave of an unknown target',
    config: environment(`${targets}waves: [{ targets: [eu-west-1, eu-centrl-1] }]`),
    error: [
      'unknown-target',
      '5:36',
      'wave-1 names "eu-centrl-1", which is no target of prod',
      'Did you mean "eu-central-1"?',
    ],
  },
  {
    name: 'a target in no wave',
    config: environment(`${targets}waves: [{ targets: [eu-west-1] }]`),
    error: ['target-without-wave', '5:12', 'the target eu-central-1 of prod is in no wave'],
  },
  {
    name: 'a target in two waves',
    config: environment(`${targets}waves: [{ targets: [eu-west-1] }, { targets: [eu-west-1, eu-central-1] }]`),
    error: ['duplicate-target', '5:50', 'is in wave-1 and in wave-2'],
  },
  {
    name: 'a target twice in a wave',
    config: environment(`${targets}waves: [{ targets: [eu-west-1, eu-west-1, eu-central-1] }]`),
    error: ['duplicate-target', '5:24', 'is twice in wave-1'],
  },
  {
    name: 'two waves of one name',
    config: environment(`${targets}waves: [{ name: a, targets: [eu-west-1] }, { name: a, targets: [eu-central-1] }]`),
    error: ['duplicate-wave', '5:56', 'two waves have the name a'],
  },
  {
    name: 'a misspelt keyword',
    config: environment(`${targets}waves: sequentiel`),
    error: ['bad-value', '5:12', 'must be sequential, but is "sequentiel"'],
  },
];

describe('a configuration is refused for its waves:', () => refuses(WAVES));
