import {
  redactionIn,
  type Digest,
  type Instant,
  type JsonObject,
  type JsonValue,
  type LawArticle,
  type Redaction,
} from '@liuhen/kernel';
import type { Evidence, Leaf } from './evidence';
import type { WithheldField } from './report';

/** Why fields are not shown. */
export interface Withholding {
  /** The fields of an event that are not shown. */
  readonly of: (event: Leaf) => readonly WithheldField[];
  /** Digests of the fields that were taken away from an event for good. */
  readonly takenFrom: (event: Leaf) => ReadonlySet<Digest>;
}

/** 依法遮蔽: a redaction among the events of the bundle. */
interface FoundRedaction extends Redaction {
  readonly stream: string;
  readonly by: { readonly rev: number; readonly recordedAt: Instant };
  readonly data: JsonObject;
}

export function withheldFields({ bundle, events }: Evidence): Withholding {
  const redactions = events.flatMap((event) => redactionOf(event) ?? []);
  const redactionsOf = (event: Leaf): readonly FoundRedaction[] =>
    redactions.filter((redaction) => isOf(redaction, event));
  return {
    of: (event) => {
      const redactions = redactionsOf(event);
      const listed = bundle.withheld.get(event.shown?.header?.id ?? '') ?? [];
      return (event.shown?.payload.withheld ?? []).map(
        (digest) =>
          redactedField(redactions, digest) ?? {
            digest,
            why: listed.includes(digest) ? 'access' : 'unexplained',
          },
      );
    },
    takenFrom: (event) => new Set(redactionsOf(event).flatMap(({ digests }) => Object.values(digests))),
  };
}

/** One that does not say what it takes away explains nothing. */
function redactionOf({ stream, rev, shown }: Leaf): FoundRedaction | undefined {
  const data = shown?.payload.data;
  if (!shown?.header || !data) return undefined;
  const { header, payloadText } = shown;
  try {
    const redaction = redactionIn({ header, payloadText });
    return redaction && { ...redaction, stream, by: { rev, recordedAt: header.recordedAt }, data };
  } catch {
    return undefined;
  }
}

/** A redaction takes from an earlier event of its stream. */
const isOf = (redaction: FoundRedaction, { stream, rev, shown }: Leaf): boolean =>
  redaction.stream === stream &&
  redaction.event === shown?.header?.id &&
  redaction.rev === rev &&
  redaction.by.rev > rev;

function redactedField(redactions: readonly FoundRedaction[], digest: Digest): WithheldField | undefined {
  for (const { digests, by, data } of redactions) {
    const field = Object.keys(digests).find((name) => digests[name] === digest);
    if (field === undefined) continue;
    return {
      digest,
      why: 'redacted',
      title: titleOf(data, field),
      ...by,
      legalBasis: lawIn(data.legalBasis),
    };
  }
  return undefined;
}

/** Titles are in the order of the fields' names. */
function titleOf({ fields, titles }: JsonObject, field: string): string {
  const title: unknown =
    Array.isArray(fields) && Array.isArray(titles) ? titles[fields.indexOf(field)] : field;
  return typeof title === 'string' ? title : field;
}

function lawIn(value: JsonValue | undefined): LawArticle | null {
  const { statute, version, article } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof statute === 'string' && typeof version === 'string' && typeof article === 'string'
    ? { statute, version, article }
    : null;
}
