import { errorText } from '../../../errors.ts';
import { type DrillReport, recoverySeconds } from '../../../failover/drill/report.ts';
import type { ProbeResult } from '../../../failover/probe.ts';
import { counted, NOT_MEASURED } from '../../../failover/report.ts';
import { wantedOf } from '../../../failover/wanted.ts';
import type { Options } from '../../../options/values.ts';
import { drillHistoryKey, drillReportKey, keepDrill } from '../../../records/drill-history.ts';
import { exitCodes } from '../../../report/exit-codes.ts';
import type { RunResult } from '../../../report/run-result.ts';
import { noteIn, visiblePlaces } from '../../record-places.ts';
import { runResult } from '../../result.ts';
import type { RunningProbes } from '../probing.ts';
import { csvOf, writeFiles } from '../reporting.ts';
import type { DrillFacts } from './facts.ts';

/** What a drill came to. */
export interface DrillTold
  extends Pick<DrillReport, 'outcome' | 'from' | 'to' | 'readiness' | 'returns' | 'moves' | 'deviations'> {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly injectedAt?: number;
  readonly why?: string;
  readonly probes?: RunningProbes;
}

const ENDS: Readonly<Record<DrillReport['outcome'], Pick<RunResult, 'status' | 'exitCode'>>> = {
  passed: { status: 'succeeded', exitCode: exitCodes.ok },
  rehearsed: { status: 'planned', exitCode: exitCodes.ok },
  'not-measured': { status: 'inconclusive', exitCode: exitCodes.inconclusive },
  failed: { status: 'failed', exitCode: exitCodes.failed },
  aborted: { status: 'failed', exitCode: exitCodes.failed },
  left: { status: 'failed', exitCode: exitCodes.failed },
  overridden: { status: 'failed', exitCode: exitCodes.failed },
};

/** Writes the report, remembers the drill in every region that answers, and makes the result of the run. */
export async function endOf(told: DrillTold, facts: DrillFacts, options: Options): Promise<RunResult> {
  const { environment, context, plan } = facts;
  const report = reportOf(told, facts);
  await writeDrill(report, told.probes?.results ?? [], options['report-folder'], facts);
  if (report.outcome !== 'rehearsed') await remember(report, facts);
  const { why, outcome, deviations } = report;
  return runResult(
    environment,
    {
      command: 'drill',
      startedAt: told.startedAt,
      instances: [],
      release: plan.release,
      ...ENDS[outcome],
      drill: report,
      notes: deviations,
      ...(why !== undefined && outcome !== 'rehearsed' && { failure: why }),
    },
    context,
  );
}

function reportOf(told: DrillTold, { plan, kind, id, who, reason, incident, context }: DrillFacts): DrillReport {
  const { application, environment, mechanism, sha256, compiledAt, release } = plan;
  const { outcome, why, from, to, readiness, returns, moves, deviations, probes, startedAt, injectedAt } = told;
  const wanted = probes && wantedOf([...from, ...to], plan.targets, probes.regionKnown);
  return {
    schema: 1,
    id,
    kind,
    outcome,
    ...(why !== undefined && { why }),
    application,
    environment,
    mechanism: mechanism.kind,
    from,
    to,
    who,
    reason,
    ...(incident !== undefined && { incident }),
    version: context.version,
    plan: { sha256, compiledAt, release: release.id },
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(context.clock.now()).toISOString(),
    ...(injectedAt !== undefined && { injectedAt: new Date(injectedAt).toISOString() }),
    readiness,
    returns,
    moves,
    probes: probes && wanted ? counted({ ...probes, wanted }) : NOT_MEASURED,
    deviations,
  };
}

const DEFAULT_FOLDER = 'drill-report';

async function writeDrill(
  report: DrillReport,
  probes: readonly ProbeResult[],
  folder: string | undefined,
  { context }: DrillFacts,
): Promise<void> {
  const [{ drillMarkdown }, { drillHtml }, { drillJunit }] = await Promise.all([
    import('../../../report/render/drill-markdown.ts'),
    import('../../../report/render/drill-html.ts'),
    import('../../../report/render/drill-junit.ts'),
  ]);
  const markdown = drillMarkdown(report);
  await writeFiles(
    folder ?? DEFAULT_FOLDER,
    {
      'drill-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
      'drill-report.md': markdown,
      'drill-report.html': drillHtml(report, probes, markdown),
      'drill-report.xml': drillJunit(report),
      ...(probes.length > 0 && { 'probes.csv': csvOf(probes) }),
    },
    context,
  );
}

/** In the region of every target: who, when, how it ended, and the whole report beside it. */
async function remember(report: DrillReport, { environment, reachable, context }: DrillFacts): Promise<void> {
  const { id, kind, outcome, startedAt, endedAt, who, reason, why } = report;
  if (outcome === 'rehearsed') return;
  const note = noteIn(context);
  const seconds = recoverySeconds(report);
  const past = {
    ...{ id, kind, outcome, at: startedAt, endedAt, who, reason },
    ...(seconds !== undefined && { rtoSeconds: seconds }),
    ...(why !== undefined && { why }),
  };
  try {
    const places = await visiblePlaces(environment, reachable, context);
    await Promise.all(
      places.map(async ({ storage, bucket, target }) => {
        try {
          await storage.putText(await bucket(), drillReportKey(environment, id), JSON.stringify(report));
        } catch (error) {
          note(`the report of the drill could not be kept: ${errorText(error)}`, target);
        }
      }),
    );
    await keepDrill(drillHistoryKey(environment), past, places, note);
  } catch (error) {
    const text = `the drill could not be remembered: ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
  }
}
