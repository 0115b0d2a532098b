import { escapeMarkdown } from '../markdown.ts';
import type { RolloutReport } from '../status-report.ts';
import type { Style } from '../style.ts';
import { oneLine } from '../text.ts';

/** The rollout that an environment has open, or why its last one failed; nothing where it ended well. */
export function rolloutLines(rollout: RolloutReport | undefined, style: Style): readonly string[] {
  const sentence = rolloutSentence(rollout);
  return sentence === undefined ? [] : [`${style.paint('warn', style.mark.warn)} ${oneLine(sentence)}`];
}

export function rolloutMarkdown(rollout: RolloutReport | undefined): string {
  const sentence = rolloutSentence(rollout);
  return sentence === undefined ? '' : `> ${escapeMarkdown(oneLine(sentence))}`;
}

function rolloutSentence(rollout: RolloutReport | undefined): string | undefined {
  if (rollout === undefined || rollout.course === 'closed') return undefined;
  const { release, course, openedAt, who, paused, reason, revert } = rollout;
  const commit = release.commit === undefined ? '' : ` (commit ${release.commit.slice(0, 12)})`;
  const since = `since ${openedAt}, by ${who}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  const leaves = revert === undefined ? '' : `traffic leaves ${revert.targets.join(', ')} at ${revert.at}`;
  switch (course) {
    case 'forward':
      return paused === undefined
        ? `the rollout of release ${release.id}${commit} is open ${since}`
        : `the rollout of release ${release.id}${commit} waits after ${paused.after} since ${paused.at}, by ${who}: promote it, or give it up with abort${leaves && `; else ${leaves}`}`;
    case 'rolling-back':
      return `the rollout of release ${release.id}${commit} is being rolled back, ${since}${why}. The next deploy of it goes on with that`;
    case 'failed':
      return `the rollout of release ${release.id}${commit} did not get to its end${why}${leaves && `. Unless it is deployed again or given up with abort, ${leaves}`}`;
  }
}
