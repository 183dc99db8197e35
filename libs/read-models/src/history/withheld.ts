import type { EventHeader, StoredEvent } from '@liuhen/kernel';
import { caseIdOfStream, matterOfStream } from '@liuhen/supervision';
import type { HistoryEvent } from './history.views';

/** Whether an event is kept from a reader, who may know what is in the case's inner file or may not. */
export const isWithheld = ({ secrecy }: Pick<EventHeader, 'secrecy'>, mayReadInnerFile: boolean): boolean =>
  secrecy === 'isolated' || (secrecy === 'inner' && !mayReadInnerFile);

/**
 * The event without the time at which it happened: that it happened when it was recorded is all that its place among
 * others, or asking for one moment after the other, may tell.
 */
export const withoutTime = ({
  header,
  headerText,
  payloadText,
  leafHash,
  position,
}: StoredEvent): StoredEvent => ({
  header: { ...header, occurredAt: header.recordedAt },
  headerText,
  payloadText,
  leafHash,
  position,
});

/** The case or the matter of whose stream an event is. */
export const subjectOf = ({
  stream,
}: Pick<EventHeader, 'stream'>): Pick<HistoryEvent, 'caseId' | 'matter'> => ({
  caseId: caseIdOfStream(stream) ?? null,
  matter: matterOfStream(stream) ?? null,
});

/**
 * What a reader learns of an event that is kept from them: that it is there, so that no hole shows, and its hash, which
 * later proves what it was. Its type and actor would tell that a leader disagreed
 * (最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释 第五十三条); an isolated one looks the same, so that none shows.
 *
 * @param isLocked whether they would be shown it after signing in by two factors.
 */
export function withheldView({ header, leafHash }: StoredEvent, isLocked: boolean): HistoryEvent {
  const subject = subjectOf(header);
  return {
    ...subject,
    rev: header.rev,
    id: null,
    type: null,
    line: withheldLine(subject, isLocked),
    occurredAt: null,
    recordedAt: header.recordedAt,
    actor: null,
    court: null,
    source: null,
    secrecy: null,
    masked: [],
    leaf: leafHash,
  };
}

function withheldLine({ matter }: Pick<HistoryEvent, 'matter'>, isLocked: boolean): string {
  if (matter !== null) return '发起一方的内部记录，内容不公开';
  return isLocked ? '副卷记录，再次验证身份之后可以查阅' : '副卷记录，内容不公开';
}
