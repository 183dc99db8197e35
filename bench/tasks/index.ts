import { appendTask } from './append-task';
import { addCaseTask, fillTask, growTask } from './fill-task';
import { readTask } from './read-task';
import { replayTask } from './replay-task';

/** What runs in processes of their own; input and result cross as JSON. */
export const tasks = {
  append: appendTask,
  fill: fillTask,
  grow: growTask,
  addCase: addCaseTask,
  read: readTask,
  replay: replayTask,
};

export type Tasks = typeof tasks;
