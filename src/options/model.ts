/** Commands that call AWS: `policy` prints what each of them needs. */
export const onAws = [
  'deploy',
  'plan',
  'status',
  'verify',
  'shift',
  'rollback',
  'failover',
  'failback',
  'drill',
  'promote',
  'abort',
  'remove',
  'preview',
  'cleanup',
] as const;
export const commands = [...onAws, 'policy', 'comment', 'init', 'bootstrap'] as const;
export type CommandName = (typeof commands)[number];
/** Commands that end with a result document; the others print a text. */
export type RunCommand = Exclude<CommandName, 'policy' | 'comment' | 'init'>;

export type OptionKind =
  | { readonly type: 'string' }
  | { readonly type: 'boolean' }
  /** Newline or comma separated; a flag may be repeated. */
  | { readonly type: 'list' }
  /** `Key=value` lines; a flag may be repeated. */
  | { readonly type: 'pairs' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  /** `90s`, `5m`, `1h30m`. */
  | { readonly type: 'duration' };

export interface OptionDefinition {
  readonly kind: OptionKind;
  readonly description: string;
  /** Shown in tables; the code that uses the option applies it. */
  readonly default?: string;
  readonly commands: readonly CommandName[];
  /** Only on the command line, or only as an input of the action. */
  readonly only?: 'cli' | 'action';
  /** Default that `action.yml` itself gives: an expression that only the runner knows. */
  readonly actionDefault?: string;
}
