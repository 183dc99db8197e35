import { appendTask } from './append-task';

/** What runs in processes of their own; input and result cross as JSON. */
export const tasks = { append: appendTask };

export type Tasks = typeof tasks;
