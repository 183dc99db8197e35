import { Closing } from './closing';

describe('closing', () => {
  it('goes from the last opened to the first, once, however often it is asked for', async () => {
    const closing = new Closing();
    const closed: string[] = [];
    for (const name of ['store', 'directory', 'server'])
      closing.add(() => Promise.resolve(closed.push(name)).then(() => undefined));
    await Promise.all([closing.close(), closing.close()]);
    expect(closed).toEqual(['server', 'directory', 'store']);
  });

  it('closes the others when one fails, and then tells why', async () => {
    const closing = new Closing();
    const closed: string[] = [];
    closing.add(() => Promise.resolve(closed.push('store')).then(() => undefined));
    closing.add(() => Promise.reject(new Error('stuck')));
    await expect(closing.close()).rejects.toThrow('stuck');
    expect(closed).toEqual(['store']);
  });
});
