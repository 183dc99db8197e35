import { createLogger } from './logger';

describe('the log', () => {
  const written: string[] = [];

  beforeEach(() => {
    written.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  });
  afterEach(() => jest.restoreAllMocks());

  it('is one JSON object a line', () => {
    createLogger('info').log({ message: '已启动', url: 'http://127.0.0.1:3000' }, 'Server');
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      level: 'log',
      context: 'Server',
      message: { message: '已启动', url: 'http://127.0.0.1:3000' },
    });
  });

  it('says nothing below its level', () => {
    createLogger('warn').log('请求', 'Http');
    createLogger('silent').error('故障', 'Http');
    expect(written).toEqual([]);
  });

  it('leaves out what Nest tells of its own start, but for whoever looks for faults', () => {
    createLogger('info').log('Mapped {/api/v1/cases, GET} route', 'RouterExplorer');
    expect(written).toEqual([]);
    createLogger('debug').log('Mapped {/api/v1/cases, GET} route', 'RouterExplorer');
    expect(written).toHaveLength(1);
  });
});
