import { command } from '../command';
import { configOf } from '../local/config';
import { withDatabase } from '../local/database';

export const rebuild = command({
  name: 'rebuild',
  summary: '由事件重建全部查询数据；重建期间查询照常，完成后一次切换',
  positionals: [],
  options: {},
  notes: ['只能在服务所在的机器上执行，服务运行与否均可。事件本身不受影响。'],
  exits: ['unreachable', 'notFound'],

  async run(_, terminal) {
    const config = configOf(terminal.environment);
    const { rebuildReadModels } = await import('../local/rebuild-read-models.js');
    await withDatabase(config, terminal.err, (database) => rebuildReadModels(config, database, terminal));
    return 'ok';
  },
});
