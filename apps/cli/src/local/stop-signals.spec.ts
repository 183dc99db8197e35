import { stopSignal } from './stop-signals';

describe('the signal to stop', () => {
  const told: string[] = [];
  let exit: jest.SpyInstance;
  let now = 0;
  beforeEach(() => {
    told.length = 0;
    now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  });
  const stop = () => stopSignal((line) => told.push(line));

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is given by %s, and is told once', (signal) => {
    const stopping = stop();
    expect(stopping.aborted).toBe(false);
    process.emit(signal);
    expect(stopping.aborted).toBe(true);
    expect(told).toEqual(['正在停止（再按一次 Ctrl-C 强制退出）…']);
    expect(exit).not.toHaveBeenCalled();
  });

  it('is not a second one when npm passes the same keystroke on', () => {
    stop();
    process.emit('SIGINT');
    now = 1_000;
    process.emit('SIGINT');
    expect(exit).not.toHaveBeenCalled();
    expect(told).toHaveLength(1);
  });

  it('ends the process at once when it is given again', () => {
    stop();
    process.emit('SIGINT');
    now = 1_001;
    process.emit('SIGINT');
    expect(exit).toHaveBeenCalledWith(1);
  });
});
