import type { RunContext } from '../../context.ts';

/** Where the log of this run can be seen; nothing outside GitHub. */
export function logUrlOf({ origin }: Pick<RunContext, 'origin'>): { readonly logUrl?: string } {
  return origin.who.startsWith('https://') || origin.who.startsWith('http://') ? { logUrl: origin.who } : {};
}
