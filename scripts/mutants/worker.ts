/** One process of the run: performs the tasks that it is sent, one after another. */
import { perform, type Task } from './task.ts';

process.on('message', async (task: Task) => {
  process.send?.(await perform(task));
});
