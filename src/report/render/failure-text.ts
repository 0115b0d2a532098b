import type { ResourceFailure } from '../../stack/model.ts';
import type { Problem } from '../run-result.ts';
import type { Style } from '../style.ts';
import { cleanText, oneLine, someOf } from '../text.ts';
import { locationText } from './location-text.ts';

/** Most resources named for one stack; CloudFormation can fail hundreds at once. */
const MOST = 10;

/** Root causes first, then the rest as AWS told them. */
export function rootCauseFirst(failures: readonly ResourceFailure[]): readonly ResourceFailure[] {
  return [...failures.filter((failure) => failure.rootCause), ...failures.filter((failure) => !failure.rootCause)];
}

/** Failed resources of one stack and what to do, indented two cells. */
export function failureLines(
  { failures, fix }: { readonly failures: readonly ResourceFailure[]; readonly fix: readonly string[] },
  style: Style,
): readonly string[] {
  const lines: string[] = [];
  for (const failure of rootCauseFirst(failures).slice(0, MOST)) {
    const type = failure.resourceType ? ` (${oneLine(failure.resourceType)})` : '';
    const name = style.paint('strong', oneLine(failure.path));
    lines.push(
      `  ${style.paint('bad', style.mark.bad)} ${name}${type} ${oneLine(failure.status)}: ${oneLine(failure.reason)}`,
    );
    if (failure.location) lines.push(`    at ${oneLine(locationText(failure.location))}`);
    if (failure.cancelled.length > 0)
      lines.push(style.paint('dim', `    cancelled with it: ${oneLine(someOf(failure.cancelled, 5))}`));
  }
  if (failures.length > MOST) lines.push(`  and ${failures.length - MOST} more`);
  for (const sentence of fix) lines.push(`  ${style.mark.fix} ${oneLine(sentence)}`);
  return lines;
}

/** What a refused run says. */
export function problemLines(problems: readonly Problem[], style: Style): readonly string[] {
  return problems.flatMap((problem) => {
    const place = problem.location ? `${oneLine(locationText(problem.location))}: ` : '';
    const [first = '', ...more] = cleanText(problem.message).split('\n');
    return [
      `${style.paint('bad', 'error:')} ${place}${first} ${style.paint('dim', `[${problem.code}]`)}`,
      ...more.map((line) => `  ${line}`),
      ...problem.fix.map((sentence) => `  ${style.mark.fix} ${oneLine(sentence)}`),
    ];
  });
}
