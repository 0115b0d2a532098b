import type { FailoverReport } from '../../failover/report.ts';
import type { Style } from '../style.ts';
import { oneLine } from '../text.ts';

const SAID: Readonly<Record<FailoverReport['outcome'], string>> = {
  'already-active': 'nothing to do: it is so already',
  rehearsed: 'a rehearsal: NOTHING WAS MOVED',
  verified: 'users were seen to be served',
  'not-verified': 'traffic was told to move, and users were NOT seen to be served',
  'not-measured': 'traffic was told to move; what users see was not measured',
  failed: 'it did not get there',
};

/** The end of a failover or failback in three lines, for the person at the terminal. */
export function failoverLines(report: FailoverReport | undefined, style: Style): readonly string[] {
  if (report === undefined) return [];
  const { outcome, from, to, rto, rpo, ttlTailSeconds, probes, ledger, afterwards, failure } = report;
  const bad = outcome === 'failed' || outcome === 'not-verified';
  const tone = bad ? 'bad' : outcome === 'verified' || outcome === 'already-active' ? 'good' : 'warn';
  const moved = `${from.length === 0 ? '' : `${from.join(', ')} ${style.unicode ? '→' : '->'} `}${to.join(', ')}`;
  const regions = [...new Set([...ledger, ...afterwards].map(({ region }) => region))].filter(
    (region) => region !== '',
  );
  const unfinished = outcome === 'not-verified' && failure !== undefined;
  const said = unfinished ? 'traffic was told to move, and something does NOT run yet: run it again' : SAID[outcome];
  return [
    `${oneLine(moved)}: ${style.paint(tone, said)}`,
    `recovery ${told(rto.seconds)}${missed(rto)}, recovery point ${told(rpo.boundSeconds)}${missed(rpo)}, tail of old answers ${told(ttlTailSeconds)}, probes ${typeof probes === 'string' ? probes : `${probes.good} good of ${probes.asked}`}`,
    `contacted: ${oneLine(regions.join(', ') || 'nobody')}`,
  ];
}

/** The same word in every report: the objective was measured and is not met. */
function missed({ met, objectiveSeconds }: Pick<FailoverReport['rto'], 'met' | 'objectiveSeconds'>): string {
  return met === false ? ` (objective ${objectiveSeconds} s NOT MET)` : '';
}

function told(seconds: number | string): string {
  return typeof seconds === 'number' ? `${seconds.toFixed(1)} s` : seconds;
}
