import { expect, test } from '@jest/globals';
import { targetEnvironment } from '../../../src/process/environment.ts';

test('credentials and region of the outside, tokens of the job and inputs of the action stay outside', () => {
  const outside = {
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy:1',
    AWS_CA_BUNDLE: '/ca.pem',
    AWS_PROFILE: 'other',
    AWS_ACCESS_KEY_ID: 'OTHER',
    AWS_SESSION_TOKEN: 'other',
    AWS_REGION: 'us-east-1',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
    'INPUT_ROLE-TO-ASSUME': 'x',
    UNSET: undefined,
  };
  expect(targetEnvironment(outside, { AWS_ACCESS_KEY_ID: 'OURS', AWS_REGION: 'eu-west-1' })).toEqual({
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy:1',
    AWS_CA_BUNDLE: '/ca.pem',
    AWS_ACCESS_KEY_ID: 'OURS',
    AWS_REGION: 'eu-west-1',
  });
});
