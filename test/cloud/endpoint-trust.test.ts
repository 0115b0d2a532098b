import { describe, expect, test } from '@jest/globals';
import { conditionHolds } from './endpoint/conditions.ts';
import { type Asker, trusts } from './endpoint/trust-policy.ts';

const keys = new Map<string, readonly string[]>([
  ['h:sub', ['repo:octo/orders:ref:refs/heads/main']],
  ['h:aud', ['sts.amazonaws.com']],
  ['h:amr', ['one', 'two']],
  ['h:empty', []],
  ['n', ['7']],
  ['flag', ['true']],
]);

describe('a condition', () => {
  test.each<[string, unknown, boolean]>([
    ['equal text', { StringEquals: { 'H:Aud': 'sts.amazonaws.com' } }, true],
    ['one of a list', { StringEquals: { 'h:aud': ['a', 'sts.amazonaws.com'] } }, true],
    ['other text', { StringEquals: { 'h:aud': 'STS.amazonaws.com' } }, false],
    ['other case, ignored', { StringEqualsIgnoreCase: { 'h:aud': 'STS.amazonaws.com' } }, true],
    ['wildcards', { StringLike: { 'h:sub': 'repo:octo/*:ref:refs/heads/mai?' } }, true],
    ['wildcards that are plain text elsewhere', { StringEquals: { 'h:sub': 'repo:octo/*' } }, false],
    ['dots that are no wildcards', { StringLike: { 'h:aud': 'stsXamazonaws.com' } }, false],
    ['two keys, one wrong', { StringEquals: { 'h:aud': 'sts.amazonaws.com', 'h:sub': 'x' } }, false],
    ['an absent key', { StringEquals: { 'h:none': 'x' } }, false],
    ['an empty key', { StringLike: { 'h:empty': '*' } }, false],
    ['an absent key if it exists', { StringEqualsIfExists: { 'h:none': 'x' } }, true],
    ['a present key if it exists', { StringEqualsIfExists: { 'h:aud': 'x' } }, false],
    ['not equal, absent', { StringNotEquals: { 'h:none': 'x' } }, true],
    ['not equal to any of a list', { StringNotEquals: { 'h:aud': ['x', 'sts.amazonaws.com'] } }, false],
    ['all of the values', { 'ForAllValues:StringEquals': { 'h:amr': ['one', 'two', 'three'] } }, true],
    ['not all of the values', { 'ForAllValues:StringEquals': { 'h:amr': ['one'] } }, false],
    ['all values of an absent key', { 'ForAllValues:StringEquals': { 'h:none': ['one'] } }, true],
    ['any of the values', { 'ForAnyValue:StringLike': { 'h:amr': 't*' } }, true],
    ['any value of an absent key', { 'ForAnyValue:StringLike': { 'h:none': '*' } }, false],
    ['absence', { Null: { 'h:none': 'true' } }, true],
    ['absence of what is there', { Null: { 'h:aud': 'true' } }, false],
    ['numbers', { NumericLessThanEquals: { n: 7 } }, true],
    ['booleans', { Bool: { flag: 'True' } }, true],
    ['an operator that is not known', { StringEqual: { 'h:aud': 'sts.amazonaws.com' } }, false],
  ])('on %s', (_, block, holds) => {
    expect(conditionHolds(block, keys)).toBe(holds);
  });
});

describe('a trust policy', () => {
  const action = 'sts:AssumeRole';
  const session: Asker = {
    kind: 'aws',
    arn: 'arn:aws:sts::111111111111:assumed-role/hub/run',
    account: '111111111111',
  };
  const policy = (principal: unknown, more: object = {}) => ({
    Statement: { Effect: 'Allow', Principal: principal, Action: 'sts:*', ...more },
  });
  test.each<[string, unknown, boolean]>([
    ['everybody', '*', true],
    ['the account', { AWS: '111111111111' }, true],
    ['the root of the account', { AWS: ['arn:aws:iam::111111111111:root'] }, true],
    ['the role, path and all', { AWS: 'arn:aws:iam::111111111111:role/path/hub' }, true],
    ['the session', { AWS: 'arn:aws:sts::111111111111:assumed-role/hub/run' }, true],
    ['another role', { AWS: 'arn:aws:iam::111111111111:role/hu' }, false],
    ['the role of another account', { AWS: 'arn:aws:iam::222222222222:role/hub' }, false],
    ['a service', { Service: 'lambda.amazonaws.com' }, false],
  ])('that names %s', (_, principal, trusted) => {
    expect(trusts(policy(principal), action, session, keys)).toBe(trusted);
  });

  test('denies what a Deny matches, and what no statement allows', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: action, Condition: { StringEquals: { n: '7' } } };
    const allow = { Effect: 'Allow', Principal: '*', Action: 'sts:*' };
    expect(trusts({ Statement: [allow, deny] }, action, session, keys)).toBe(false);
    expect(trusts({ Statement: [allow, deny] }, action, session, new Map())).toBe(true);
    expect(trusts(policy('*', { Action: 'sts:TagSession' }), action, session, keys)).toBe(false);
    expect(trusts({}, action, session, keys)).toBe(false);
  });
});
