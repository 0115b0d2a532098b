import type { ActivityReport } from '../activity-report.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Style, Tone } from '../style.ts';
import { oneLine } from '../text.ts';

type Sentence = readonly [tone: Extract<Tone, 'good' | 'bad' | 'warn' | 'dim'>, text: string];

/** Who serves since when, an unfinished failover or drill, and when the next drill is due. */
export function activityLines(activity: ActivityReport | undefined, style: Style): readonly string[] {
  return sentences(activity).map(([tone, text]) => {
    const mark = tone === 'bad' ? style.mark.bad : tone === 'warn' ? style.mark.warn : style.mark.dot;
    return style.paint(tone, `${mark} ${oneLine(text)}`);
  });
}

export function activityMarkdown(activity: ActivityReport | undefined): string {
  const signs = { good: '', dim: '', warn: '⚠️ ', bad: '❌ ' };
  return sentences(activity)
    .map(([tone, text]) => `- ${signs[tone]}${escapeMarkdown(oneLine(text))}`)
    .join('\n');
}

function sentences(activity: ActivityReport | undefined): readonly Sentence[] {
  if (activity === undefined) return [];
  return [...failoverSentences(activity), ...drillSentences(activity)];
}

function failoverSentences({ active, inactive, failover }: ActivityReport): readonly Sentence[] {
  const who: Sentence = [
    inactive.length === 0 ? 'dim' : 'warn',
    `active: ${active.join(', ') || 'nobody'}${inactive.length === 0 ? '' : `; not active: ${inactive.join(', ')}`}`,
  ];
  if (failover === undefined) return [who];
  const { from, to, at, who: by, reason, done, incident, mechanism } = failover;
  const what =
    from.length === 0 ? `the return to ${to.join(', ')}` : `the failover from ${from.join(', ')} to ${to.join(', ')}`;
  const why = `${reason}${incident === undefined ? '' : `, incident ${incident}`}`;
  const told = `${at}, by ${by}, by ${mechanism}: ${why}`;
  return [who, done ? ['dim', `${what} of ${told}`] : ['bad', `${what} since ${told}. It is NOT FINISHED: repeat it`]];
}

function drillSentences(activity: ActivityReport): readonly Sentence[] {
  const { openDrill, injected, scheduled, lastDrill, nextDrill } = activity;
  const said: Sentence[] = [];
  if (openDrill !== undefined) {
    const { kind, from, to, at, who, returns } = openDrill;
    const [first] = returns;
    const then = first === undefined ? '' : `; AWS lets traffic back at ${first.at}`;
    said.push([
      'warn',
      `a drill (${kind}) from ${from.join(', ')} to ${to.join(', ')} is open since ${at}, by ${who}${then}. If that run is dead, drill --end ends it`,
    ]);
  }
  if (injected) said.push(['bad', 'what a drill injected may still be there: drill --end takes it back']);
  if (scheduled !== undefined) {
    const what = `a schedule of a drill that has ended may move traffic at ${scheduled}, or has`;
    said.push(['bad', `${what}: drill --end takes it away, and tells traffic once more who is active`]);
  }
  if (lastDrill !== undefined) {
    const { kind, outcome, endedAt, who, rtoSeconds } = lastDrill;
    const rto = rtoSeconds === undefined ? '' : `, recovery ${rtoSeconds.toFixed(1)} s`;
    said.push(['dim', `the last drill (${kind}) ${outcome} at ${endedAt}, by ${who}${rto}`]);
  }
  if (nextDrill !== undefined) {
    const { due, overdue, last } = nextDrill;
    const since =
      last === undefined ? 'traffic was never moved in a drill' : `the last one that moved traffic was of ${last}`;
    said.push(overdue ? ['bad', `a drill is OVERDUE since ${due}: ${since}`] : ['dim', `the next drill is due ${due}`]);
  }
  return said;
}
