import { StoreUnavailable } from '../errors';
import { failureOf, readFailure, Silence } from './failures';

const commandError = (type: string): Error => Object.assign(new Error(type), { type });
const grpcError = (code: number, message: string): Error => Object.assign(new Error(message), { code });

describe('a call', () => {
  it.each([
    ['another was first', commandError('wrong-expected-version'), 'conflict'],
    ['more than the server takes', commandError('maximum-append-size-exceeded'), 'too-large'],
    ['not allowed', commandError('access-denied'), 'refused'],
    ['in a stream that was deleted', commandError('stream-deleted'), 'refused'],
    ['unanswered in time', commandError('deadline-exceeded'), 'unknown'],
    ['timed out on the server', commandError('timeout'), 'unknown'],
    ['cancelled', commandError('cancelled'), 'unknown'],
    ['at a node that does not lead', commandError('not-leader'), 'unknown'],
    ['at a server that went away', commandError('unavailable'), 'unknown'],
    ['of a kind unheard of', commandError('unknown'), 'unknown'],
    ['as grpc says it', grpcError(14, '14 UNAVAILABLE: Connection dropped'), 'unknown'],
    ['for want of a server', grpcError(14, '14 UNAVAILABLE: No connection established'), 'unsent'],
    ['for want of a node', new Error('Failed to discover after 10 attempts.'), 'unsent'],
    ['in silence', new Silence(10), 'unknown'],
    ['by our own mistake', new TypeError('x is not a function'), 'refused'],
    ['with something that is no error', 'oh', 'refused'],
  ] as const)('that failed %s is %s', (_how, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });

  it('to read is the port’s own error if it may pass, with its cause', () => {
    const cause = commandError('unavailable');
    expect(readFailure(cause)).toBeInstanceOf(StoreUnavailable);
    expect(readFailure(cause)).toMatchObject({ cause });
    const mistake = new TypeError('x is not a function');
    expect(readFailure(mistake)).toBe(mistake);
  });
});
