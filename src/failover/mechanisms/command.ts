import { UserError } from '../../errors.ts';
import type { Spawn } from '../../process/spawn.ts';
import type { Mechanism } from '../run.ts';
import { UNGUARDED } from '../still-ours.ts';

export interface CommandPorts {
  readonly run: readonly string[];
  readonly spawn: Spawn;
  /** Absolute. */
  readonly directory: string;
  /** What a program needs to run at all, and credentials of the first target that stays. */
  environment(target: string): Promise<Readonly<Record<string, string>>>;
  readonly onLine: (line: string) => void;
}

/** A program of the user's own. What it contacts is not in the ledger, only that it was started. */
export function createCommand(ports: CommandPorts): Mechanism {
  return {
    kind: 'command',
    check() {},
    async apply(move, signal, guard = UNGUARDED) {
      const [program = '', ...args] = ports.run;
      const env = {
        ...(await ports.environment(move.active[0] ?? '')),
        SMR_FAILOVER_TO: move.active.join(','),
        SMR_FAILOVER_FROM: move.inactive.join(','),
      };
      await guard();
      const { directory: cwd, onLine } = ports;
      const { exitCode, tail } = await ports.spawn(program, args, { cwd, env, signal, onLine, tailLines: 20 });
      if (exitCode === 0) return ['what the command contacted is not in the ledger'];
      const said = tail.findLast((line) => line.trim() !== '') ?? '';
      throw new UserError('failover-command', `the command ended with ${exitCode}${said && `: ${said.trim()}`}`, {
        fix: ['Run the same failover again when it is mended: nothing else was moved.'],
      });
    },
  };
}
