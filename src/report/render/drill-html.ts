import type { DrillReport } from '../../failover/drill/report.ts';
import type { ProbeResult } from '../../failover/probe.ts';
import { reportHtml } from './failover-html.ts';

/** The report of a drill in one file: a picture of who answered when over the whole drill, and the text. It loads nothing. */
export function drillHtml(report: DrillReport, probes: readonly ProbeResult[], markdown: string): string {
  const marks = report.moves.flatMap(({ timeline }, index) =>
    Object.entries(timeline).map(([mark, at]) => [index === 0 ? mark : `${mark}'`, at] as const),
  );
  const injected = report.injectedAt === undefined ? [] : [['injected', report.injectedAt] as const];
  const title = `Drill (${report.kind}) of ${report.application}, ${report.environment}: ${report.outcome}`;
  return reportHtml(title, [...injected, ...marks], probes, markdown);
}
