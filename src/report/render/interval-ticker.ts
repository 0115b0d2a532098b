import type { Ticker } from './terminal.ts';

/** The real ticker. It never keeps the process alive. */
export const intervalTicker: Ticker = {
  every(ms, tick) {
    const timer = setInterval(tick, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};
