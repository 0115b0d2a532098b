import { describe, expect, test } from '@jest/globals';
import { releaseId } from '../../../src/release/release-id.ts';
import { nestedTemplate, packagedStack } from './support.ts';

const KEY = '0123456789abcdef0123456789abcdef';

function stacksIn(
  bucket: string,
  { prefix = '', host = 's3.eu-west-1.amazonaws.com', key = KEY, handler = 'a.b' } = {},
) {
  const child = `Resources:\n  C:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: s3://${bucket}/${prefix}${key}\n`;
  // SAM's key of a nested template is the hash of a text that names the bucket.
  const childKey = `${prefix}${bucket.length}.template`;
  const root = `Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: s3://${bucket}/${prefix}${key}\n      Handler: ${handler}\n  N:\n    Type: AWS::Serverless::Application\n    Properties:\n      Location: https://${host}/${bucket}/${childKey}\n`;
  return [packagedStack(root, [nestedTemplate(childKey, child)])];
}

describe('releaseId', () => {
  const id = releaseId(stacksIn('one'), 'one');

  test('has 16 hex digits', () => expect(id).toMatch(/^[0-9a-f]{16}$/));

  test.each([
    ['another bucket', stacksIn('another-bucket'), 'another-bucket'],
    ['another region', stacksIn('one', { host: 's3.us-west-2.amazonaws.com' }), 'one'],
    ["an endpoint of one's own", stacksIn('one', { host: '127.0.0.1:4566' }), 'one'],
    ['another prefix', stacksIn('one', { prefix: 'orders/' }), 'one'],
  ])('is the same in %s', (_what, stacks, bucket) => {
    expect(releaseId(stacks, bucket)).toBe(id);
  });

  test.each([
    ['other code', stacksIn('one', { key: KEY.replace('0', 'f') })],
    ['another template', stacksIn('one', { handler: 'c.d' })],
    ['another stack', [...stacksIn('one'), packagedStack('Resources: {Q: {Type: T}}', [], 'data')]],
  ])('differs for %s', (_what, stacks) => {
    expect(releaseId(stacks, 'one')).not.toBe(id);
  });

  test('does not depend on the order of stacks', () => {
    const [app] = stacksIn('one');
    const data = packagedStack('Resources: {Q: {Type: T}}', [], 'data');
    if (!app) throw new Error('no stack');
    expect(releaseId([data, app], 'one')).toBe(releaseId([app, data], 'one'));
  });
});
