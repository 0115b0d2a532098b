import { type DrillReport, recoverySeconds } from '../../failover/drill/report.ts';
import type { Style } from '../style.ts';
import { oneLine } from '../text.ts';

const SAID: Readonly<Record<DrillReport['outcome'], string>> = {
  passed: 'passed',
  rehearsed: 'a rehearsal: NOTHING WAS MOVED',
  'not-measured': 'traffic went there and back; what users saw was not measured',
  failed: 'it failed',
  aborted: 'it ended early; traffic is where it was',
  left: 'traffic DID NOT return',
  overridden: 'a failover took over',
};

/** The end of a drill for the person at the terminal. */
export function drillLines(report: DrillReport | undefined, style: Style): readonly string[] {
  if (report === undefined) return [];
  const { kind, outcome, from, to, readiness, probes, moves } = report;
  const tone = outcome === 'passed' ? 'good' : outcome === 'rehearsed' || outcome === 'not-measured' ? 'warn' : 'bad';
  const arrow = style.unicode ? '→' : '->';
  const places = from.length === 0 ? to.join(', ') : `${from.join(', ')} ${arrow} ${to.join(', ')}`;
  const seconds = recoverySeconds(report);
  return [
    `${kind}, ${oneLine(places)}: ${style.paint(tone, SAID[outcome])}`,
    ...readiness.flatMap(({ target, problems }) =>
      problems.length === 0
        ? [`${style.paint('good', style.mark.good)} ${oneLine(target)} is ready`]
        : problems.map((text) => `${style.paint('bad', style.mark.bad)} ${oneLine(target)}: ${oneLine(text)}`),
    ),
    ...(typeof probes === 'string' ? [] : [`probes ${probes.good} good of ${probes.asked}`]),
    ...(moves.length === 0
      ? []
      : [`recovery ${seconds === undefined ? 'not measured' : `${seconds.toFixed(1)} s`}, ${moves.length} moves`]),
  ];
}
