import { describe } from '@jest/globals';
import { environment, type Row, refuses, targets } from './rows.ts';

const VALUES: readonly Row[] = [
  {
    name: 'an unknown engine',
    config: environment(`${targets}engine: changset`),
    error: ['bad-value', '5:13', 'must be changeset or sam, but is "changset"', 'Did you mean "changeset"?'],
  },
  {
    name: 'an account of eleven digits',
    config: environment('targets:\n  eu-west-1: { account: 11111111111 }'),
    error: ['bad-value', '5:29', 'must be an AWS account id of twelve digits, but is "11111111111"'],
  },
  {
    name: 'a duration without a unit',
    config: environment(`${targets}timeout: 90`),
    error: ['bad-value', '5:14', 'must be a duration', 'Give it a unit: 90s or 90m.'],
  },
  {
    name: 'a duration that is too long',
    config: environment(`${targets}timeout: 25h`),
    error: ['bad-value', '5:14', 'from 1m to 1d, but is "25h"'],
  },
  {
    name: 'a concurrency of 0',
    config: environment(`${targets}max-concurrency: 0`),
    error: ['bad-value', '5:22', 'at least 1, but is 0'],
  },
  {
    name: 'a tolerance of 101%',
    config: environment(`${targets}failure-tolerance: 101%`),
    error: ['bad-value', '5:24', 'percentage up to 100%'],
  },
  {
    name: 'a truth value in quotes',
    config: environment(`${targets}disable-rollback: "true"`),
    error: ['bad-value', '5:23', 'must be true or false, but is "true"'],
  },
  {
    name: 'a weight below 0',
    config: environment('targets:\n  eu-west-1: { weight: -1 }'),
    error: ['bad-value', '5:28', 'whole number from 0 to 255, but is -1'],
  },
  {
    name: 'a weight of 300',
    config: environment('targets:\n  eu-west-1: { weight: 300 }'),
    error: ['bad-value', '5:28', 'whole number from 0 to 255'],
  },
  {
    name: 'an unknown capability',
    config: environment(`${targets}capabilities: [CAPABILITY_AIM]`),
    error: ['bad-value', '5:20', 'but is "CAPABILITY_AIM"', 'Did you mean "CAPABILITY_IAM"?'],
  },
  {
    name: 'a tag of AWS',
    config: environment(`${targets}tags: { "aws:x": y }`),
    error: ['bad-value', '5:13', 'does not start with "aws:"'],
  },
  {
    name: 'a parameter name with a hyphen',
    config: environment(`${targets}parameters: { a-b: y }`),
    error: ['bad-value', '5:19', 'letters and digits, but is "a-b"'],
  },
  {
    name: 'a parameter without a value',
    config: environment(`${targets}parameters:\n  A:`),
    error: ['wrong-type', '6:9', 'A must be a text, but is empty'],
  },
  {
    name: 'a comma inside a list',
    config: environment(`${targets}parameters: { A: ["x,y"] }`),
    error: ['bad-value', '5:22', 'holds a comma: "x,y"', 'as one text'],
  },
  {
    name: 'a non-ASCII application',
    config: environment(targets).replace('shop', 'café'),
    error: ['bad-value', '1:14', 'but is "café"'],
  },
  {
    name: 'a non-ASCII stack name',
    config: `stacks: { api: { stack-name: größe } }\n${environment(targets)}`,
    error: [
      'bad-value',
      '1:30',
      'CloudFormation stack name: letters (A-Z, a-z), digits and hyphens, starting with a letter, but is "größe"',
    ],
  },
  {
    name: 'a stack name that is too long',
    config: `stacks: { api: { stack-name: ${'a'.repeat(129)} } }\n${environment(targets)}`,
    error: ['bad-value', '1:30', 'at most 128 characters long'],
  },
  {
    name: 'a made-up stack name that is too long',
    config: `stacks: { ${'k'.repeat(60)}: {} }\n${environment(targets).replace('shop', 's'.repeat(90))}`,
    error: ['stack-name', '1:11', 'has 151', 'Give the stack a "stack-name".'],
  },
  {
    name: 'a role with spaces',
    config: environment(`${targets}role-to-assume: my role`),
    error: ['bad-value', '5:21', 'name or the ARN of an IAM role'],
  },
  {
    name: 'six notification ARNs',
    config: environment(`targets: [eu-west-1]\nnotification-arns: [a, b, c, d, e, f]`),
    error: ['bad-value', '4:15', 'has 6 notification ARNs; CloudFormation takes 5'],
  },
];

describe('a configuration is refused for its values:', () => refuses(VALUES));
