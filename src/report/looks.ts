import type { Looks } from './style.ts';

export interface LooksInput {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly platform: string;
}

/**
 * What an output can show. NO_COLOR (no-color.org: any value but the empty one) wins over FORCE_COLOR; a locale that
 * is set and not UTF-8 gets ASCII signs, as does the Linux console.
 */
export function looksOf({ env, isTerminal, platform }: LooksInput): Looks {
  return { color: canColor(env, isTerminal), unicode: isUnicode(env, platform) };
}

function canColor(env: LooksInput['env'], isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

function isUnicode(env: LooksInput['env'], platform: string): boolean {
  if (env['TERM'] === 'linux' || env['TERM'] === 'dumb') return false;
  // Windows Terminal and editors' terminals; the old console has no such variable.
  if (platform === 'win32') return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

/** Whether lines can be redrawn in place: a real terminal, and no CI log that pretends to be one. */
export function canRedraw({ env, isTerminal }: LooksInput): boolean {
  return isTerminal && env['TERM'] !== 'dumb' && !env['CI'];
}
