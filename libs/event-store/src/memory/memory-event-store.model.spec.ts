import { TEST_LOG } from '../testing';
import { describeModel } from '../testing/model';
import { memoryLog } from '../testing/model/memory-process';
import { MemoryEventStore } from './memory-event-store';

describeModel('the memory store', () => Promise.resolve(memoryLog(new MemoryEventStore(TEST_LOG))), {
  runs: 1_000,
  maxCommands: 12,
  patienceMs: 1_000,
});
