/** What goes to people when what they look at is broken. Never throws: nobody may be left to tell. */
export type Warn = (text: string) => void;

/** Says something on standard error. */
export function warnOn(stderr: NodeJS.WritableStream): Warn {
  return (text) => {
    try {
      stderr.write(`warning: ${text}\n`);
    } catch {
      // Closed too.
    }
  };
}

/**
 * Standard streams may go away while a run goes on (`| head`, a log that is cut): by default the next write would end
 * the process in the middle of a rollout. From now on it is said once on standard error instead.
 */
export function surviveBrokenOutput({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>, warn: Warn): void {
  let told = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (told) return;
    told = true;
    warn(`standard output cannot be written any more (${error.code ?? error.message}); the run goes on without it`);
  });
  stderr.on('error', () => undefined);
}
