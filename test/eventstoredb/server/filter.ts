import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './transaction-log';

export type Filter = ReadReq.Options.FilterOptions;

/** By stream name or event type, by regular expression or prefixes. */
export function matcherOf(filter: Filter | undefined): (record: LogRecord) => boolean {
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!expression) return () => true;
  const byStream = filter?.hasStreamIdentifier() ?? false;
  const prefixes = expression.getPrefixList();
  const regex = new RegExp(expression.getRegex());
  return ({ stream, type }) => {
    const text = byStream ? stream : type;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
}
