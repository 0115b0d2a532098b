import { expect, test } from '@jest/globals';
import { parseS3Location } from '../../../src/template/s3-location.ts';

test.each([
  ['s3://bucket/a/b.zip', 'bucket', 'a/b.zip'],
  ['https://s3.eu-west-1.amazonaws.com/bucket/a/b', 'bucket', 'a/b'],
  ['https://s3-eu-west-1.amazonaws.com/bucket/k', 'bucket', 'k'],
  ['https://s3.amazonaws.com/bucket/k', 'bucket', 'k'],
  ['https://s3.dualstack.eu-west-1.amazonaws.com/bucket/k', 'bucket', 'k'],
  ['https://s3.cn-north-1.amazonaws.com.cn/bucket/k', 'bucket', 'k'],
  ['https://my.bucket.s3.eu-west-1.amazonaws.com/a/b', 'my.bucket', 'a/b'],
  ['https://bucket.s3-us-west-2.amazonaws.com/k', 'bucket', 'k'],
  ['https://bucket.s3.amazonaws.com/k', 'bucket', 'k'],
  ['http://127.0.0.1:4566/bucket/a/b.template', 'bucket', 'a/b.template'],
  ['https://s3.eu-west-1.amazonaws.com/bucket/a%20b', 'bucket', 'a b'],
])('reads %s', (text, bucket, key) => {
  expect(parseS3Location(text)).toEqual({ bucket, key });
});

test('reads the version of an object', () => {
  expect(parseS3Location('s3://b/k?versionId=v1')).toEqual({ bucket: 'b', key: 'k', version: 'v1' });
});

test.each([
  './src',
  'src/app.zip',
  's3://bucket',
  's3:///key',
  'https://s3.amazonaws.com/bucket',
  'https://s3.amazonaws.com/',
])('takes %s for no object', (text) => {
  expect(parseS3Location(text)).toBeUndefined();
});
