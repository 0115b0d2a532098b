import { errorText, UserError } from '../errors.ts';
import { moveWeights } from './move-weights.ts';
import type { ReturnWork } from './return-phase.ts';
import { restoredWeights, withoutTraffic } from './return-weights.ts';

type TrafficWork = Pick<ReturnWork, 'kept' | 'ports' | 'stillBad'>;

/**
 * Takes traffic from targets on a bad release, where others that are good, active and strong enough can have it
 * (issue 4, 3). Never to a standby: the guard sees to that.
 * @returns false when they keep their traffic, which is said
 */
export async function leaveTargets(
  targets: readonly string[],
  { kept, ports, stillBad }: TrafficWork,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Promise<boolean> {
  const { traffic } = ports;
  if (traffic === undefined) return false;
  try {
    const bad = stillBad.whenLeaving(targets);
    await moveWeights((current) => withoutTraffic(current, targets), bad, traffic, kept, ports);
    return true;
  } catch (error) {
    if (ports.signal.aborted || quiet) return false;
    const text = `${targets.join(', ')} ${targets.length > 1 ? 'keep their' : 'keeps its'} traffic while the release before returns: ${errorText(error)}`;
    ports.report({ type: 'note', level: 'warning', text });
    return false;
  }
}

/**
 * Gives targets that have returned the weights they had before the rollout. Where lowering one of them to that would give
 * more traffic to a target that must not have it (one that stays on the bad release, in whichever wave; one whose stack is
 * stuck, and was tolerated), it keeps what it has: it serves its recorded release again, so nobody is harmed, and the
 * rollback is not held up for ever by that.
 * @param returned targets that serve their recorded release again
 * @param last whether nobody tries again later in this run; until then a weight that stays too high is not told
 * @returns `higher`: all but a lower weight; `refused`: they did not get their traffic back, which is said
 */
export async function restoreWeights(
  returned: ReadonlySet<string>,
  { kept, ports, stillBad }: TrafficWork,
  { last }: { readonly last: boolean },
): Promise<'restored' | 'higher' | 'refused'> {
  const { traffic } = ports;
  const { weightsBefore } = kept.current;
  if (traffic === undefined || weightsBefore === undefined || returned.size === 0) return 'restored';
  // What they carried before they can carry again, whatever the configuration says now.
  const unbound = { ...traffic, settings: { ...traffic.settings, floorPercent: 0 } };
  const restore = (lower: boolean): Promise<boolean> =>
    moveWeights(
      (current, active) => restoredWeights(current, weightsBefore, returned, active, lower),
      stillBad.whenRestoring(),
      unbound,
      kept,
      ports,
    );
  try {
    await restore(true);
    return 'restored';
  } catch (error) {
    if (ports.signal.aborted) return 'refused';
    const names = [...returned].join(', ');
    const warn = (text: string): void => ports.report({ type: 'note', level: 'warning', text });
    const refused = error instanceof UserError && error.code === 'weights-refused';
    if (refused && (await restore(false).then(ok, () => false))) {
      if (last)
        warn(`where ${names} had a lower weight before the rollout, it stays as it is now: ${errorText(error)}`);
      return 'higher';
    }
    warn(`the weights of ${names} were not restored: ${errorText(error)}`);
    return 'refused';
  }
}

const ok = (): boolean => true;
