import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { ProbeResult } from '../../failover/probe.ts';
import type { RecoveryPoint } from '../../failover/recovery-point.ts';
import { type FailoverReport, failoverReport, NOT_MEASURED } from '../../failover/report.ts';
import type { FailoverEnd, FailoverRequest } from '../../failover/run.ts';
import { sourceReport } from '../../failover/source.ts';
import { wantedOf } from '../../failover/wanted.ts';
import { CHECKSUMS, checksumsOf } from '../../report/checksums.ts';
import { reviewsOf } from './approvals.ts';
import type { ToldFencing } from './fencing.ts';
import { ledgerLines } from './ledger-lines.ts';
import type { RunningProbes } from './probing.ts';
import type { SourceProbes } from './source-probing.ts';

export interface ReportedRun {
  readonly plan: StoredPlan;
  readonly asked: Pick<FailoverRequest, 'id' | 'who' | 'reason' | 'incident' | 'graceful'>;
  readonly end: FailoverEnd;
  readonly startedAt: number;
  readonly probes?: RunningProbes;
  readonly source?: SourceProbes;
  readonly recoveryPoint?: RecoveryPoint;
  readonly fencing?: ToldFencing;
}

/** The report of a run, with everything that it contacted. */
export async function reportOf(run: ReportedRun, context: RunContext): Promise<FailoverReport> {
  const { plan, asked, end, startedAt, probes, source, recoveryPoint, fencing } = run;
  const { application, environment, mechanism, sha256, compiledAt, release, rtoMs, rpoMs } = plan;
  const { id, who, reason, incident, graceful = false } = asked;
  const { ledger } = context.aws;
  const contacts = [...ledger.entries, ...context.contacted];
  const { verified, decided } = end.marks;
  const isAfter = ({ at }: (typeof contacts)[number]): boolean => verified !== undefined && at > verified;
  return failoverReport({
    end,
    startedAt,
    endedAt: context.clock.now(),
    id,
    application,
    environment,
    mechanism: mechanism.kind,
    graceful,
    who,
    reason,
    ...(incident !== undefined && { incident }),
    approvals: {
      // Nothing is decided before somebody has confirmed it.
      confirmedBy: decided === undefined ? NOT_MEASURED : who,
      reviews: (await reviewsOf(context)) ?? NOT_MEASURED,
    },
    version: context.version,
    plan: { sha256, compiledAt, release: release.id },
    ledger: ledgerLines(contacts.filter((contact) => !isAfter(contact))),
    afterwards: ledgerLines(contacts.filter(isAfter)),
    refused: ledger.refused.map(({ at: _at, ...refused }) => refused),
    ...(fencing !== undefined && {
      fencing: {
        seconds: (fencing.endedAt - fencing.startedAt) / 1000,
        steps: fencing.steps,
        ledger: ledgerLines(fencing.ledger.entries),
      },
    }),
    ...(rtoMs !== undefined && { rtoMs }),
    ...(rpoMs !== undefined && { rpoMs }),
    ...(recoveryPoint !== undefined && { recoveryPoint }),
    ...(source !== undefined && {
      source: sourceReport(source.authority, source.answers, end.marks.actuated, probes?.stableMs ?? 0),
    }),
    ...(probes !== undefined && {
      probing: {
        url: probes.url,
        resolver: probes.resolver,
        results: probes.results,
        stableMs: probes.stableMs,
        wanted: wantedOf(end.move.active, plan.targets, probes.regionKnown),
      },
    }),
  });
}

const DEFAULT_FOLDER = 'failover-report';

/** Writes the report as JSON, Markdown, HTML and JUnit XML, and every probe as CSV. */
export async function writeReport(
  report: FailoverReport,
  probes: readonly ProbeResult[],
  folder: string | undefined,
  context: RunContext,
): Promise<void> {
  const [{ failoverMarkdown }, { failoverHtml }, { failoverJunit }] = await Promise.all([
    import('../../report/render/failover-markdown.ts'),
    import('../../report/render/failover-html.ts'),
    import('../../report/render/failover-junit.ts'),
  ]);
  const markdown = failoverMarkdown(report);
  const files = {
    'failover-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
    'failover-report.md': markdown,
    'failover-report.html': failoverHtml(report, probes, markdown),
    'failover-report.xml': failoverJunit(report),
    ...(probes.length > 0 && { 'probes.csv': csvOf(probes) }),
  };
  await writeFiles(folder ?? DEFAULT_FOLDER, files, context);
}

/**
 * Writes the files of a report into a folder, and last the list of their hashes: who keeps the list elsewhere can tell later that
 * nobody changed them. What was done is done: a full disk is a warning.
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  context: Pick<RunContext, 'cwd' | 'writeFile' | 'report'>,
): Promise<void> {
  const path = join(context.cwd, folder);
  try {
    const all = { ...files, [CHECKSUMS]: checksumsOf(files) };
    for (const [name, text] of Object.entries(all)) await context.writeFile(join(path, name), text);
    context.report({ type: 'note', level: 'info', text: `the report is in ${folder}` });
  } catch (error) {
    context.report({ type: 'note', level: 'warning', text: `the report could not be written: ${errorText(error)}` });
  }
}

/** A line for each probe. */
export function csvOf(probes: readonly ProbeResult[]): string {
  const rows = probes.map(({ at, durationMs, status = '', address = '', region = '', release = '', error = '' }) =>
    [new Date(at).toISOString(), durationMs, status, address, region, release, error].map(cell).join(','),
  );
  return `${['asked,milliseconds,status,address,region,release,error', ...rows].join('\n')}\n`;
}

/** RFC 4180. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
