import type { FailoverReadiness, ReadinessCheck, TargetReadiness } from '../../failover/readiness/model.ts';
import { code, codeBlock, escapeMarkdown, markdownTable } from '../markdown.ts';
import type { Style, Tone } from '../style.ts';
import { columns, oneLine } from '../text.ts';

const SAID: Readonly<Record<TargetReadiness['verdict'], string>> = {
  ready: 'ready to take over',
  'not-ready': 'NOT READY to take over',
  unknown: 'may be ready: not everything could be found out',
};
const TONE: Readonly<Record<TargetReadiness['verdict'] | ReadinessCheck['verdict'], Tone>> = {
  ready: 'good',
  'not-ready': 'bad',
  missing: 'bad',
  unknown: 'warn',
  'not-looked-at': 'dim',
};
const MARKS: Readonly<Partial<Record<Tone, string>>> = { good: '✅', bad: '❌', warn: '⚠️', dim: '▫️' };

/** Who could take over and what is missing, with what to do below each line. */
export function readinessLines({ targets }: FailoverReadiness, style: Style): readonly string[] {
  if (targets.length === 0) return ['no target can take over from another by this mechanism'];
  return targets.flatMap(({ target, active, verdict, checks }) => [
    `${oneLine(target)}${active ? '' : ' (not active)'}: ${style.paint(TONE[verdict], SAID[verdict])}`,
    ...columns(
      checks.map((check) => [
        `  ${check.subject}`,
        style.paint(TONE[check.verdict], check.verdict),
        oneLine([check.text, ...check.fix.map((sentence) => `→ ${sentence}`)].join(' ')),
      ]),
      style.measure,
    ),
    '',
  ]);
}

/** "2 of 2 targets ready to take over". */
export function readinessTally({ targets }: FailoverReadiness): string {
  const ready = targets.filter(({ verdict }) => verdict === 'ready').length;
  return `${ready} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'} ready to take over`;
}

/** The same for a job summary or a comment. */
export function readinessMarkdown(readiness: FailoverReadiness | undefined): string {
  if (readiness === undefined) return '';
  const { targets, plan, mechanism, commands } = readiness;
  const compiled = plan === undefined ? 'no plan is kept' : `plan of ${plan.compiledAt}, release ${plan.release}`;
  const sections = targets.map(({ target, active, verdict, checks }) =>
    [
      `### ${MARKS[TONE[verdict]]} ${escapeMarkdown(target)}${active ? '' : ' (not active)'}: ${SAID[verdict]}`,
      '',
      markdownTable(
        ['', 'looked at', 'found', 'what to do'],
        checks.map((check) => [
          MARKS[TONE[check.verdict]] ?? '',
          check.subject,
          escapeMarkdown(check.text),
          escapeMarkdown(check.fix.join(' ')),
        ]),
      ),
    ].join('\n'),
  );
  const restored = Object.entries(commands).map(
    ([target, lines]) => `Without GitHub, from ${code(target)}:\n\n${codeBlock(lines.join('\n'), 'sh')}`,
  );
  return [`${code(mechanism)}; ${escapeMarkdown(compiled)}`, ...sections, ...restored].join('\n\n');
}
