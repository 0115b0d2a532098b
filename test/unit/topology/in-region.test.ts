import { describe, expect, test } from '@jest/globals';
import { SHIFT_TYPES } from '../../../src/template/shift-types.ts';
import { errorsOf, load } from './helpers.ts';

const config = (environment: string, stack = '', inEnvironment = ''): string => `application: orders
stacks:
  api: { template: template.yaml${stack} }
environments:
  prod:
    targets: [eu-west-1]
${environment}
${inEnvironment === '' ? '' : `    stacks: { api: { ${inEnvironment} } }`}
`;
const inRegion = async (...parts: Parameters<typeof config>) => (await load(config(...parts))).stacks[0]?.inRegion;

describe('in-region', () => {
  test('is nothing unless it is said', async () => {
    expect(await inRegion('')).toBeUndefined();
  });

  test.each(SHIFT_TYPES)('takes %s', async (type) => {
    expect(await inRegion(`    in-region: ${type}`)).toBe(type);
  });

  test.each([
    ['of the stack', ['', ', in-region: AllAtOnce'], 'AllAtOnce'],
    [
      'of the environment before the stack',
      ['    in-region: Canary10Percent5Minutes', ', in-region: AllAtOnce'],
      'Canary10Percent5Minutes',
    ],
    [
      'of the stack in the environment before all',
      ['    in-region: Canary10Percent5Minutes', '', 'in-region: Linear10PercentEvery1Minute'],
      'Linear10PercentEvery1Minute',
    ],
    ['none in the environment', ['    in-region: none', ', in-region: AllAtOnce'], undefined],
    ['none for one stack', ['    in-region: AllAtOnce', '', 'in-region: none'], undefined],
  ] as const)('counts %s', async (_what, parts, expected) => {
    expect(await inRegion(...(parts as unknown as Parameters<typeof config>))).toBe(expected);
  });

  test('of a type that AWS does not offer is refused with those that it does', async () => {
    const [problem] = await errorsOf(load(config('    in-region: Canary20Percent5Minutes')));
    expect(problem?.message).toContain('in-region');
    for (const type of SHIFT_TYPES) expect(`${problem?.message} ${problem?.fix.join(' ')}`).toContain(type);
    expect(problem?.location?.line).toBe(7);
  });

  test('is refused for a target: one release goes to all of them', async () => {
    const found = await errorsOf(load(config('').replace('[eu-west-1]', '{ eu-west-1: { in-region: AllAtOnce } }')));
    expect(found[0]?.message).toContain('in-region');
  });

  test.each([
    ['true', ['mapping']],
    ['false', []],
    ['[rules, schedules, rules]', ['rule', 'schedule']],
  ])('pause-consumers: %s', async (said, kinds) => {
    const { instances } = await load(config(`    pause-consumers: ${said}`));
    expect(instances[0]?.settings.pauseConsumers).toEqual(kinds);
  });

  test('pause-consumers of what cannot be paused is refused with what can be', async () => {
    const [problem] = await errorsOf(load(config('    pause-consumers: [topics]')));
    expect(problem?.location?.line).toBe(7);
    expect(`${problem?.message} ${problem?.fix.join(' ')}`).toMatch(/mappings.*rules.*schedules/);
  });

  test('pause-consumers is refused with the sam engine too', async () => {
    const [problem] = await errorsOf(load(config('    engine: sam\n    pause-consumers: true')));
    expect([problem?.code, problem?.location?.line]).toEqual(['pause-consumers-engine', 7]);
  });

  test('is refused with the sam engine, which deploys templates as they are', async () => {
    const [problem] = await errorsOf(load(config('    engine: sam\n    in-region: AllAtOnce')));
    expect(problem?.code).toBe('in-region-engine');
  });
});
