import { describe, expect, test } from '@jest/globals';
import { dynamicReferences } from '../../../src/template/dynamic-references.ts';

describe('a dynamic reference', () => {
  test.each([
    ['{{resolve:ssm:/db/host}}', false],
    ['{{resolve:ssm:/db/host:3}}', true],
    ['{{resolve:ssm-secure:/db/password:12}}', true],
    ['{{resolve:secretsmanager:db}}', false],
    ['{{resolve:secretsmanager:db:SecretString:password}}', false],
    ['{{resolve:secretsmanager:db:SecretString:password:AWSCURRENT}}', false],
    ['{{resolve:secretsmanager:db:SecretString:password::7f3c}}', true],
    ['{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf}}', false],
    ['{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:1:secret:db:SecretString:password::7f3c}}', true],
  ])('%s is pinned to a version: %s', (text, pinned) => {
    expect(dynamicReferences(`{ "Value": "before ${text} after" }`)).toEqual([{ text, pinned }]);
  });

  test('is found as often as it is written, and nothing else is', () => {
    expect(dynamicReferences('a {{resolve:ssm:a}} {{resolve:ssm:b:1}} {{other:ssm:c}} {{resolve:ssm:}}')).toHaveLength(
      2,
    );
  });
});
