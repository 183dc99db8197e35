import { EXIT_CODES } from '../exit-codes';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C reaches us once from the terminal and once more from npm, which passes on what it gets. */
const SAME_KEYSTROKE_MS = 1_000;

/** Aborted at the first signal to stop; another one ends the process at once. */
export function stopSignal(tell: (line: string) => void): AbortSignal {
  const stop = new AbortController();
  let firstAt = Infinity;
  const onSignal = (): void => {
    const now = performance.now();
    if (now - firstAt > SAME_KEYSTROKE_MS) process.exit(EXIT_CODES.fault);
    if (stop.signal.aborted) return;
    firstAt = now;
    tell('正在停止（再按一次 Ctrl-C 强制退出）…');
    stop.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // Whoever was started as part of another ends with it, also where that was killed.
  process.once('disconnect', () => stop.abort());
  return stop.signal;
}
