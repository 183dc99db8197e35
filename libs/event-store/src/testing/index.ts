export { MemoryEventStore } from '../memory/memory-event-store';
export { withAppendFaults, type AppendFault } from './append-faults';
export { FixedClock } from './clock';
export { seededEntropy } from './entropy';
export { requestFor, sealedChain, TEST_DEPLOYMENT, TEST_LOG, type ChainOptions } from './sealed-chain';
