import type { RunEvent } from '../events.ts';
import { oneLine } from '../text.ts';

type AliasShift = Extract<RunEvent, { readonly type: 'alias.shift' }>;

/** "Orders:live 10 % on version 2 (Canary10Percent5Minutes, d-ABC123XYZ)". */
export function shiftText({ path, alias, percent, version, config, deployment }: AliasShift): string {
  return oneLine(`${functionOf(path, alias)} ${percent} % on version ${version} (${config}, ${deployment})`);
}

/** "BeforeAllowTraffic Succeeded, AllowTraffic InProgress": what CodeDeploy has begun. */
export function lifecycleText({ lifecycle }: Pick<AliasShift, 'lifecycle'>): string {
  const begun = lifecycle.filter(({ status }) => status !== 'Pending');
  return oneLine(begun.map(({ event, status }) => `${event} ${status}`).join(', '));
}

/** SAM names the alias `live` of `Orders` `OrdersAliaslive`. */
function functionOf(path: string, alias: string): string {
  const suffix = `Alias${alias}`;
  return path.endsWith(suffix) && path.length > suffix.length ? `${path.slice(0, -suffix.length)}:${alias}` : path;
}
