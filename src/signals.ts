/** Cancelling: the runner sends SIGINT, SIGTERM 7.5 s later and SIGKILL after a further 2.5 s. */
export interface Signals {
  /** Aborts at the first signal; its reason is the signal's name. */
  readonly signal: AbortSignal;
  onSignal(listener: (name: string) => void): void;
  stop(): void;
}

/** Watches a process. The first signal cancels the run; a further SIGINT ends the process at once. */
export function watchSignals(process: NodeJS.Process): Signals {
  const abort = new AbortController();
  const listeners: ((name: string) => void)[] = [];
  const handle = (name: NodeJS.Signals): void => {
    if (abort.signal.aborted) {
      // Whoever presses Ctrl-C twice wants out; SIGTERM after SIGINT is the runner's habit and changes nothing.
      if (name === 'SIGINT') process.exit(130);
      return;
    }
    for (const listener of listeners) listener(name);
    abort.abort(new DOMException(`cancelled by ${name}`, 'AbortError'));
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return {
    signal: abort.signal,
    onSignal: (listener) => void listeners.push(listener),
    stop: () => {
      process.off('SIGINT', handle);
      process.off('SIGTERM', handle);
    },
  };
}
