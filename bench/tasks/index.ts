import { appendTask } from './append-task';
import { addCaseTask, fillTask, growTask } from './fill-task';
import { httpTask } from './http-task';
import { followTask, latencyTask, paceTask } from './latency-task';
import { readTask } from './read-task';
import { catchUpTask, rebuildTask } from './rebuild-task';
import { replayTask } from './replay-task';

/** What runs in processes of their own; input and result cross as JSON. */
export const tasks = {
  append: appendTask,
  fill: fillTask,
  grow: growTask,
  addCase: addCaseTask,
  read: readTask,
  replay: replayTask,
  latency: latencyTask,
  follow: followTask,
  pace: paceTask,
  catchUp: catchUpTask,
  rebuild: rebuildTask,
  http: httpTask,
};

export type Tasks = typeof tasks;
