import { choice, duration, type Infer, list, object, text, variant } from './dsl.ts';
import { alarmNames, doubt } from './gate-alarm.ts';
import { compare } from './gate-compare.ts';
import { expectation } from './gate-expect.ts';
import { http } from './gate-http.ts';
import { metric } from './gate-metric.ts';
import { command, lambda } from './gate-run.ts';
import { NAME } from './patterns.ts';

const moment = choice({
  description: '`before` the wave starts, all through its `bake` and at the end of it, once `after` the bake.',
  values: ['before', 'bake', 'after'],
});

/** Kinds of gates; each gate has exactly one of these keys. */
const gateKinds = {
  http,
  ...alarmNames,
  metric,
  compare,
  command,
  lambda,
} as const;

/** One gate. Which keys go together is checked in `../gates.ts`. */
export const gate = object({
  name: 'gate',
  description:
    'A check that answers pass, fail or inconclusive. It says exactly one kind of check. Texts may hold references such as `${stacks.api.outputs.Url}`, `${release}`, `${target.region}`.',
  fields: {
    name: text({
      description: 'Name of the gate.',
      default: 'its kind; the second one of a kind http-2 …',
      pattern: NAME,
    }),
    ...gateKinds,
    expect: expectation,
    'insufficient-data': choice({
      description: 'What an alarm in INSUFFICIENT_DATA means.',
      default: 'inconclusive',
      values: doubt,
    }),
    stale: choice({
      description: 'What an alarm means that is OK while its metric had no data since the deployment began.',
      default: 'pass',
      values: ['pass', 'inconclusive', 'fail'],
    }),
    when: variant({
      description: 'When it is asked.',
      default: 'bake; alarms before and bake; `compare`, `command` and `lambda` after',
      forms: [moment, list({ description: 'Several.', items: moment, minItems: 1 })],
    }),
    scope: choice({
      description: 'Once for each `target`, or once for the `rollout` (with the credentials of the home target).',
      default: 'target',
      values: ['target', 'rollout'],
    }),
    inconclusive: choice({
      description: '`hold`: the rollout waits for a clear answer, and fails when none comes; or what it counts as.',
      default: 'hold',
      values: ['hold', 'pass', 'fail'],
    }),
    interval: duration({
      description: 'Time between two rounds during the bake.',
      default: '30s',
      minimumMs: 1_000,
      maximumMs: 3_600_000,
    }),
    timeout: duration({
      description: 'Time limit of one round. Passing it is inconclusive.',
      default: '30s; `command` and `lambda` 5m',
      minimumMs: 1_000,
      maximumMs: 3_600_000,
    }),
  },
});

/** For an environment, and for a wave, where they replace those of the environment. */
export const gateFields = {
  gates: list({
    description:
      'Checks before a wave, while it bakes and after that. Those of a wave replace those of the environment.',
    default: 'none',
    items: gate,
  }),
  bake: duration({
    description: 'How long each wave is watched before the next one.',
    default: '0s',
    minimumMs: 0,
    maximumMs: 604_800_000,
  }),
} as const;

export type ConfigGate = Infer<typeof gate>;
export type ConfigExpect = Infer<typeof expectation>;
