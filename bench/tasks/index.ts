import type { AppendInput } from './append-task';
import type { AddCaseInput, FillInput, GrowInput } from './fill-task';
import type { HttpInput } from './http-task';
import type { LatencyInput } from './latency-task';
import type { LeavesInput } from './notary-task';
import type { GrowTreeInput, ProveInput } from './proof-task';
import type { ProvinceInput } from './province-task';
import type { ReadInput } from './read-task';
import type { ReadingInput } from './reading-task';
import type { RebuildInput } from './rebuild-task';
import type { ReplayInput } from './replay-task';
import type { VerifyBundleInput } from './verify-bundle-task';
import type { VerifyLeavesInput } from './verify-leaves-task';
import type { WorklistInput } from './worklist-task';

/** What runs in processes of their own, each of which loads no other task; input and result cross as JSON. */
export const tasks = {
  append: async (input: AppendInput) => (await import('./append-task.js')).appendTask(input),
  fill: async (input: FillInput) => (await import('./fill-task.js')).fillTask(input),
  grow: async (input: GrowInput) => (await import('./fill-task.js')).growTask(input),
  addCase: async (input: AddCaseInput) => (await import('./fill-task.js')).addCaseTask(input),
  read: async (input: ReadInput) => (await import('./read-task.js')).readTask(input),
  reading: async (input: ReadingInput) => (await import('./reading-task.js')).readingTask(input),
  replay: async (input: ReplayInput) => (await import('./replay-task.js')).replayTask(input),
  latency: async (input: LatencyInput) => (await import('./latency-task.js')).latencyTask(input),
  follow: async (input: LatencyInput) => (await import('./latency-task.js')).followTask(input),
  pace: async (input: LatencyInput) => (await import('./latency-task.js')).paceTask(input),
  catchUp: async (input: RebuildInput) => (await import('./rebuild-task.js')).catchUpTask(input),
  rebuild: async (input: RebuildInput) => (await import('./rebuild-task.js')).rebuildTask(input),
  province: async (input: ProvinceInput) => (await import('./province-task.js')).provinceTask(input),
  worklist: async (input: WorklistInput) => (await import('./worklist-task.js')).worklistTask(input),
  readLeaves: async (input: LeavesInput) => (await import('./notary-task.js')).readLeavesTask(input),
  notary: async (input: LeavesInput) => (await import('./notary-task.js')).notaryTask(input),
  growTree: async (input: GrowTreeInput) => (await import('./proof-task.js')).growTreeTask(input),
  prove: async (input: ProveInput) => (await import('./proof-task.js')).proveTask(input),
  verifyBundle: async (input: VerifyBundleInput) =>
    (await import('./verify-bundle-task.js')).verifyBundleTask(input),
  verifyLeaves: async (input: VerifyLeavesInput) =>
    (await import('./verify-leaves-task.js')).verifyLeavesTask(input),
  http: async (input: HttpInput) => (await import('./http-task.js')).httpTask(input),
};

export type Tasks = typeof tasks;
