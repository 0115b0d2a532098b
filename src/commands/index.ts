import type { RunCommand } from '../options/model.ts';
import type { Command } from './command.ts';

/** Loads a command when it is asked for: start-up is paid by every step of every workflow. */
export async function loadCommand(name: RunCommand): Promise<Command> {
  switch (name) {
    case 'deploy':
      return (await import('./deploy/deploy.ts')).deploy;
    case 'promote':
      return (await import('./deploy/deploy.ts')).promote;
    case 'abort':
      return (await import('./abort.ts')).abort;
    case 'plan':
      return (await import('./deploy/deploy.ts')).plan;
    case 'status':
      return (await import('./status.ts')).status;
    case 'verify':
      return (await import('./verify.ts')).verify;
    case 'shift':
      return (await import('./shift/shift.ts')).shift;
    case 'failover':
      return (await import('./failover/failover.ts')).failover;
    case 'failback':
      return (await import('./failover/failback.ts')).failback;
    case 'drill':
      return (await import('./failover/drill/drill.ts')).drill;
    case 'rollback':
      return (await import('./rollback/rollback.ts')).rollback;
    case 'bootstrap':
      return (await import('./bootstrap/bootstrap.ts')).bootstrap;
    case 'remove':
      return (await import('./remove.ts')).remove;
    case 'preview':
      return (await import('./preview/preview.ts')).preview;
    case 'cleanup':
      return (await import('./cleanup/cleanup.ts')).cleanup;
  }
}
