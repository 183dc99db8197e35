import { allPages } from '../all-pages';
import type { ApiClient } from '../client/api-client';
import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { CommandFailure } from '../exit-codes';
import { isMatterId } from '../matter-id';
import { readMoment } from '../moment';
import { timeline, type History } from '../render/timeline';

const PRESET_PERSON = 'inspector';

export const history = command({
  name: 'history',
  summary: '重放一个案件、督导事项，或者一个法院、岗位所涉督导事项的全部经过',
  positionals: ['[案号或者督导事项编号]'],
  options: {
    court: { type: 'string', value: '代字', about: '该法院发出和收到的督导事项' },
    post: { type: 'string', value: '岗位', about: '该岗位所涉的督导事项' },
    'as-of': { type: 'string', value: '时间', about: '截至该时系统所知（按记录时间）' },
    until: { type: 'string', value: '时间', about: '截至该时所发生（按发生时间）' },
    family: { type: 'boolean', about: '连同同一纠纷的各案' },
    ...identityOption(PRESET_PERSON),
    ...jsonOption,
  },
  notes: [
    '案号、督导事项编号、--court、--post 只给出一个。案件的经过连同涉及该案、您可以查阅的督导事项。',
    '案号可用任何括号和空格写法；无案号的导入记录用其标识，例如 未编号·GC-092·1。',
    '时间为日期（算至当日终了）或者时刻，例如 2016-12-31 或 "2016-12-31 18:00"（北京时间）。',
  ],
  exits: ['unreachable', 'refused', 'notFound'],

  async run({ options, positionals: [named] }, { environment, out }) {
    const paths = pathsOf(named, options);
    const [path] = paths;
    if (path === undefined || paths.length > 1)
      throw new CommandFailure('usage', '案号、督导事项编号、--court、--post 须给出一个，且只给出一个');
    const query = {
      asOf: readMoment('as-of', options['as-of']),
      until: readMoment('until', options.until),
      family: options.family ? 'true' : undefined,
    };
    const api = connect(environment, options.as, PRESET_PERSON);
    const found = named === undefined ? await paged(api, path, query) : await api.get<History>(path, query);
    if (options.json) out(JSON.stringify(found));
    else for (const line of timeline(found)) out(line);
    return 'ok';
  },
});

const pathsOf = (
  named: string | undefined,
  { court, post }: { readonly court?: string; readonly post?: string },
): readonly string[] =>
  [
    named !== undefined && `/${isMatterId(named) ? 'matters' : 'cases'}/${encodeURIComponent(named)}`,
    court !== undefined && `/courts/${encodeURIComponent(court)}`,
    post !== undefined && `/posts/${encodeURIComponent(post)}`,
  ].flatMap((path) => (path === false ? [] : `${path}/history`));

type Query = Readonly<Record<string, string | undefined>>;

/** The pages as one history; each has matters of its own. */
async function paged(api: ApiClient, path: string, { family: _, ...query }: Query): Promise<History> {
  const pages = await allPages<History & { readonly next: string | null }>(api, path, query);
  const [first] = pages;
  if (!first) throw new Error('a list has at least one page');
  return {
    ...first,
    matters: pages.flatMap((page) => page.matters ?? []),
    events: pages.flatMap((page) => page.events),
    notPlaced: pages.reduce((sum, { notPlaced }) => sum + notPlaced, 0),
  };
}
