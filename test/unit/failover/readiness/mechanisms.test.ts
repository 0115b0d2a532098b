import { describe, expect, test } from '@jest/globals';
import type { CheckedMetric, HealthCheck } from '../../../../src/aws/readiness-ports.ts';
import { heardByApi, heardByMetric } from '../../../../src/failover/readiness/heard-signal.ts';
import { overall } from '../../../../src/failover/readiness/model.ts';
import { regionSwitchCheck } from '../../../../src/failover/readiness/region-switch.ts';
import { type RoutingControlFacts, routingControlCheck } from '../../../../src/failover/readiness/routing-controls.ts';
import { isDirect, type StopSwitchFacts, stopSwitchCheck } from '../../../../src/failover/readiness/stop-switch.ts';

const check = (id: string, more: Partial<HealthCheck> = {}): HealthCheck => ({
  id,
  type: 'HTTPS',
  inverted: false,
  disabled: false,
  children: [],
  ...more,
});
const looking = check('stop', { host: 'signals.s3.eu-central-1.amazonaws.com', path: '/stop/west', inverted: true });
const primary = check('primary', { type: 'CALCULATED', children: ['health', 'stop'] });

const stopSwitch = (change: Partial<StopSwitchFacts> = {}) =>
  stopSwitchCheck({
    stops: 'west',
    place: 'central',
    bucket: 'signals',
    key: 'stop/west',
    bucketThere: true,
    stopped: false,
    active: true,
    checks: [check('health'), looking, primary],
    followed: ['primary', undefined],
    name: 'api.example.com',
    ...change,
  });

describe('a stop switch', () => {
  test('is in place when a record set follows the check that looks at the signal', () => {
    expect(stopSwitch()).toMatchObject({ verdict: 'ready' });
    const pathStyle = { ...looking, host: 's3.eu-central-1.amazonaws.com', path: '/signals/stop/west' };
    expect(stopSwitch({ checks: [pathStyle, primary] }).verdict).toBe('ready');
    expect(stopSwitch({ followed: ['stop', 'other'] }).verdict).toBe('ready');
  });

  test.each([
    ['there is no bucket', { bucketThere: false }, 'is not in central'],
    ['the signal lies there already', { stopped: true }, 'although west is active'],
    ['nothing looks at it', { checks: [primary] }, 'no health check of Route 53 looks at s3://signals/stop/west'],
    ['another object is looked at', { checks: [{ ...looking, path: '/stop/east' }, primary] }, 'no health check'],
    ['the check is not inverted', { checks: [{ ...looking, inverted: false }, primary] }, 'is not inverted'],
    ['the check is disabled', { checks: [{ ...looking, disabled: true }, primary] }, 'counts as healthy'],
    ['no record set follows it', { followed: ['health', undefined] }, 'no record set of api.example.com follows'],
    ['there is one record set', { followed: ['primary'] }, 'nowhere for traffic to go'],
  ] as const)('is missing where %s', (_, change, text) => {
    expect(stopSwitch(change)).toMatchObject({ verdict: 'missing', text: expect.stringContaining(text) });
  });

  test("is not known where the zone is somebody else's", () => {
    expect(stopSwitch({ followed: undefined }).verdict).toBe('unknown');
    expect(stopSwitch({ name: undefined }).verdict).toBe('unknown');
  });

  test('is not looked at where an API or a metric that cannot be asked stands between', () => {
    const api = check('stop', { host: 'a.execute-api.eu-central-1.amazonaws.com', path: '/stop/west', inverted: true });
    expect(stopSwitch({ checks: [api, primary] }).verdict).toBe('not-looked-at');
    expect(stopSwitch({ checks: [check('stop', { type: 'CLOUDWATCH_METRIC' }), primary] }).verdict).toBe(
      'not-looked-at',
    );
  });

  const apiCheck = check('stop', { host: 'a.lambda-url.eu-central-1.on.aws', inverted: true });
  const metric: CheckedMetric = {
    region: 'eu-central-1',
    namespace: 'N',
    metric: 'Stopped',
    dimensions: {},
    statistic: 'Maximum',
    periodSeconds: 60,
    threshold: 1,
    operator: 'GreaterThanOrEqualToThreshold',
    withoutData: 'LastKnownStatus',
  };
  const byMetric = (value: number | undefined, change: Partial<CheckedMetric> = {}, inverted = false) =>
    heardByMetric({ id: 'stop', inverted }, { ...metric, ...change }, value, 'eu-west-1');
  const byApi = (answer: number | string) => heardByApi({ id: 'stop' }, 'https://a/', answer);

  test.each([
    ['an API that says that nothing is stopped', byApi(404), {}, 'ready', 'answers 404 (not stopped)'],
    [
      'an API that says that it is stopped, as it is',
      byApi(200),
      { stopped: true, active: false },
      'ready',
      '(stopped)',
    ],
    ['an API that stops what is not stopped', byApi(302), {}, 'missing', 'answers 302: and the signal is not stopped'],
    ['an API that stops nothing', byApi(404), { stopped: true, active: false }, 'missing', 'the signal is stopped'],
    ['an API that fails', byApi(503), {}, 'missing', 'may not hear the signal'],
    ['an API that may not be asked', byApi(403), {}, 'missing', 'may not hear the signal'],
    ['an API that does not answer', byApi('ENOTFOUND'), {}, 'missing', 'does not answer: ENOTFOUND'],
    ['a metric that says that nothing is stopped', byMetric(0), {}, 'ready', 'is 0 (not stopped)'],
    ['a metric whose check is inverted', byMetric(1, {}, true), {}, 'ready', 'is 1 (not stopped)'],
    ['a metric that stops what is not stopped', byMetric(1), {}, 'missing', 'is 1'],
    ['a metric of another kind', byMetric(1, { operator: 'LessThanThreshold' }), {}, 'ready', 'is 1'],
    ['a metric without data', byMetric(undefined), {}, 'missing', 'has no data of late'],
    ['a metric that forgets', byMetric(0, { withoutData: 'Healthy' }), {}, 'missing', 'InsufficientDataHealthStatus'],
    ['a metric that is lost too', byMetric(0, { region: 'eu-west-1' }), {}, 'missing', 'which is lost when'],
    ['one record set', byApi(404), { followed: ['primary'] }, 'missing', 'nowhere for traffic to go'],
  ] as const)('that is heard by %s', (_, heard, change, verdict, text) => {
    const found = stopSwitch({ checks: [apiCheck, primary], heard: [heard], ...change });
    expect(found).toMatchObject({ verdict, text: expect.stringContaining(text) });
  });

  test('is heard by an API also where a health check of the object is left that nobody follows', () => {
    const checks = [check('old', { ...looking, id: 'old' }), apiCheck, primary];
    expect(isDirect({ checks, followed: ['primary', undefined] }, 'signals', 'stop/west')).toBe(false);
    const good = stopSwitch({ checks, heard: [byApi(404)] });
    expect(good).toMatchObject({
      verdict: 'ready',
      text: expect.stringContaining('health check old of it is followed by no'),
    });
    expect(stopSwitch({ checks, heard: [byApi(302)] })).toMatchObject({
      verdict: 'missing',
      text: expect.stringContaining('answers 302: and the signal is not stopped'),
    });
    // Not asked: whether the API hears the signal is not known.
    expect(stopSwitch({ checks })).toMatchObject({ verdict: 'not-looked-at' });
  });

  test('is looked at itself where one of its health checks is followed, or where nothing else is', () => {
    const old = check('old', { ...looking, id: 'old' });
    const followed = ['primary', undefined];
    expect(isDirect({ checks: [old, looking, apiCheck, primary], followed }, 'signals', 'stop/west')).toBe(true);
    expect(stopSwitch({ checks: [old, looking, primary] }).verdict).toBe('ready');
    // A check of another object, in path style, is no API.
    const other = check('stop', { host: 's3.eu-central-1.amazonaws.com', path: '/signals/stop/east', inverted: true });
    expect(isDirect({ checks: [old, other, primary], followed }, 'signals', 'stop/west')).toBe(true);
    expect(stopSwitch({ checks: [old, other, primary] })).toMatchObject({
      verdict: 'missing',
      text: expect.stringContaining('no record set of api.example.com follows'),
    });
  });

  test('may lie there for a target that is not active', () => {
    expect(stopSwitch({ stopped: true, active: false }).verdict).toBe('ready');
  });
});

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1', 'ap-southeast-2'];
const controls = (change: Partial<RoutingControlFacts> = {}) =>
  routingControlCheck({
    controls: { west: 'arn:w', central: 'arn:c' },
    states: new Map([
      ['arn:w', 'On'],
      ['arn:c', 'Off'],
    ]),
    endpoints: REGIONS.map((region) => ({ region, answered: true })),
    active: new Set(['west']),
    checks: [
      check('w', { type: 'RECOVERY_CONTROL', control: 'arn:w' }),
      check('c', { type: 'RECOVERY_CONTROL', control: 'arn:c' }),
    ],
    followed: ['w', 'c'],
    name: 'api.example.com',
    ...change,
  });

describe('routing controls', () => {
  test('are in place when a quorum answers, they are as meant, and record sets follow them', () => {
    expect(controls().verdict).toBe('ready');
    const two = REGIONS.map((region, index) => ({ region, answered: index > 1 }));
    expect(controls({ endpoints: two })).toMatchObject({ verdict: 'ready', text: expect.stringContaining('3 of 5') });
  });

  test.each([
    ['three endpoints are silent', { endpoints: REGIONS.map((region, i) => ({ region, answered: i > 2 })) }, '2 of 5'],
    ['a control is not there', { states: new Map([['arn:w', 'On'] as const]) }, 'there is no routing control arn:c'],
    ['somebody else set one', { active: new Set(['west', 'central']) }, 'of central is Off although central is active'],
    [
      'no check follows one',
      { checks: [check('w', { control: 'arn:w' })] },
      'no health check follows the routing control of central',
    ],
    ['no record set follows them', { followed: [undefined, 'x'] }, 'no record set'],
  ] as const)('are missing where %s', (_, change, text) => {
    expect(controls(change)).toMatchObject({ verdict: 'missing', text: expect.stringContaining(text) });
  });
});

describe('a Region switch plan', () => {
  const plan = 'arn:aws:arc-region-switch::111111111111:plan/shop:0a1b2c';
  test.each([
    [
      'no execution is under way',
      [
        { id: 'a', state: 'completed' },
        { id: 'b', state: 'failed' },
      ],
      'ready',
    ],
    ['it was never executed', [], 'ready'],
    [
      'one is under way',
      [
        { id: 'a', state: 'inProgress' },
        { id: 'b', state: 'completed' },
      ],
      'missing',
    ],
    ['one waits for an approval', [{ id: 'a', state: 'pendingManualApproval' }], 'missing'],
    ['the region does not know it', undefined, 'missing'],
  ] as const)('where %s', (_, executions, verdict) => {
    expect(regionSwitchCheck(plan, 'eu-central-1', executions).verdict).toBe(verdict);
  });
});

test('one that is missing outweighs what is not known, and what was not looked at says nothing', () => {
  const of = (...verdicts: readonly ('ready' | 'missing' | 'unknown' | 'not-looked-at')[]) =>
    overall(verdicts.map((verdict) => ({ verdict })));
  expect([of('ready', 'not-looked-at'), of('unknown', 'ready'), of('unknown', 'missing')]).toEqual([
    'ready',
    'unknown',
    'not-ready',
  ]);
});
