import type { AppendInput } from './append-task';
import type { AddCaseInput, FillInput, GrowInput } from './fill-task';
import type { HttpInput } from './http-task';
import type { LatencyInput } from './latency-task';
import type { ProvinceInput } from './province-task';
import type { ReadInput } from './read-task';
import type { RebuildInput } from './rebuild-task';
import type { ReplayInput } from './replay-task';
import type { WorklistInput } from './worklist-task';

/** What runs in processes of their own, each of which loads no other task; input and result cross as JSON. */
export const tasks = {
  append: async (input: AppendInput) => (await import('./append-task.js')).appendTask(input),
  fill: async (input: FillInput) => (await import('./fill-task.js')).fillTask(input),
  grow: async (input: GrowInput) => (await import('./fill-task.js')).growTask(input),
  addCase: async (input: AddCaseInput) => (await import('./fill-task.js')).addCaseTask(input),
  read: async (input: ReadInput) => (await import('./read-task.js')).readTask(input),
  replay: async (input: ReplayInput) => (await import('./replay-task.js')).replayTask(input),
  latency: async (input: LatencyInput) => (await import('./latency-task.js')).latencyTask(input),
  follow: async (input: LatencyInput) => (await import('./latency-task.js')).followTask(input),
  pace: async (input: LatencyInput) => (await import('./latency-task.js')).paceTask(input),
  catchUp: async (input: RebuildInput) => (await import('./rebuild-task.js')).catchUpTask(input),
  rebuild: async (input: RebuildInput) => (await import('./rebuild-task.js')).rebuildTask(input),
  province: async (input: ProvinceInput) => (await import('./province-task.js')).provinceTask(input),
  worklist: async (input: WorklistInput) => (await import('./worklist-task.js')).worklistTask(input),
  http: async (input: HttpInput) => (await import('./http-task.js')).httpTask(input),
};

export type Tasks = typeof tasks;
