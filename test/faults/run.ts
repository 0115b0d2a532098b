import { isDeepStrictEqual, parseArgs } from 'node:util';
import { rolloutUnder, tenPercent } from './rollout.ts';

/**
 * A gated and weighted rollout, good and bad, while one call in ten is throttled, fails in the service, loses its
 * connection or is slow: it must end as it does without that, only later (issue 4, "Faults"). Other seeds hit other calls.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    first: { type: 'string', default: '1' },
    /** `good` or `bad`. */
    only: { type: 'string' },
  },
});
const first = Number(values.first);
let failed = 0;
for (const name of ['good', 'bad'].filter((each) => values.only === undefined || values.only === each)) {
  const bad = name === 'bad';
  const plain = await rolloutUnder([], bad, 0);
  console.log(`${name}, no faults: ${seconds(plain.durationMs)}, ${plain.calls} calls, ${JSON.stringify(plain.end)}`);
  for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
    const { end, durationMs, calls, faults, stderr } = await rolloutUnder(tenPercent(), bad, seed);
    const same = isDeepStrictEqual(end, plain.end);
    if (!same) failed += 1;
    console.log(
      `${name}, seed ${seed}: ${seconds(durationMs)}, ${faults} of ${calls} calls hit, ${same ? 'same' : 'OTHER'}`,
    );
    if (!same) console.log(`${JSON.stringify(end)}\n${stderr.slice(-3000)}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
