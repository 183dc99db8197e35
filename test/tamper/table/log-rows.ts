import { AT, at, LAST, shifted, swapped, turned } from '../support/deeds';
import { each } from '../support/tampered-bundles';
import { foundByFsck, refusedToApplication } from '../support/tampered-rows';
import { notDetectable, notHere, type Cells } from './cell';

const column = (set: string): readonly string[] => [`update events set ${set} where ${at(AT)}`];

/** Of the payload of an event: what its lines become. */
const payload = (change: string, position = AT): readonly string[] => [
  `update events set payload = ${change} where ${at(position)}`,
];

/** Line of a field, and its digest. */
const line = (field: string): string =>
  `(select l from unnest(string_to_array(payload, E'\n')) l where l like '%"${field}"%' limit 1)`;
const digest = (field: string): string =>
  String.raw`encode(sha256('\x02'::bytea || convert_to(${line(field)}, 'UTF8')), 'hex')`;

/** The first event of the first case, of which a field is redacted, and the redaction. */
const [REDACTED, REDACTION] = [1, 194];

export const LOG_ROWS: Cells<'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P8' | 'P15'> = {
  P2: {
    T1: each({ type: `type = 'Other'`, id: 'id = gen_random_uuid()', rev: 'rev = 77' }, (set, name) =>
      foundByFsck(name, ['column-drift'], column(set), AT),
    ),
    T11: [
      foundByFsck(
        'a microsecond',
        ['column-drift'],
        column(`recorded_at = recorded_at - interval '1 us'`),
        AT,
      ),
    ],
    T14: [foundByFsck('a stream', ['column-drift'], column(`stream = 'case-（2026）黔01民初9号'`), AT)],
  },
  P3: {
    T1: [foundByFsck('a bit', ['leaf-mismatch'], [turned('events', 'leaf', 7, at(AT))], AT)],
    T5: [
      foundByFsck(
        'two',
        ['leaf-mismatch'],
        [
          `update events e set leaf = o.leaf from events o
           where (e.position, o.position) in ((${String(AT)}, ${String(AT + 1)}), (${String(AT + 1)}, ${String(AT)}))`,
        ],
        AT,
      ),
    ],
  },
  P4: {
    T5: [foundByFsck('positions of two events', ['revision-gap', 'broken-chain'], swapped(AT, AT + 1), AT)],
    T22: [
      foundByFsck('a position left free', ['missing-position', 'head-drift'], shifted(AT, 1), AT),
      foundByFsck(
        'a head before the end',
        ['head-drift', 'tree-ahead'],
        [`update head set position = ${String(AT)}`],
      ),
      foundByFsck('a head after the end', ['head-drift'], [`update head set position = ${String(LAST + 5)}`]),
    ],
    T26: [
      foundByFsck(
        'the triggers disabled, by the owner of the tables',
        ['payload-mismatch'],
        [
          'set session_replication_role = origin',
          'alter table events disable trigger all',
          ...payload(`replace(payload, '张三', '李四')`),
        ],
        AT,
      ),
      foundByFsck(
        'the partition detached',
        ['head-drift', 'tree-ahead'],
        ['alter table events detach partition events_0'],
      ),
      foundByFsck(
        'the type of a column changed',
        ['leaf-mismatch'],
        ['alter table events alter column header type char(100) using left(header, 100)'],
        1,
      ),
      foundByFsck('the table emptied', ['head-drift', 'tree-ahead'], ['truncate events']),
      refusedToApplication(
        'all of that',
        'alter table log_business.events disable trigger all',
        'set session_replication_role = replica',
        'alter table log_business.events detach partition log_business.events_0',
      ),
    ],
  },
  P5: {
    T1: each(
      {
        'another value': payload(`replace(payload, '张三', '李四')`),
        'another salt': payload(`regexp_replace(payload, '^\\["[^"]', '["A')`),
        'a space': payload(`replace(payload, ',"', ', "')`),
      },
      (sql, name) => foundByFsck(name, ['payload-mismatch'], sql, AT),
    ),
    T2: each(
      {
        'all of it': payload(`''`),
        'a field': payload(`replace(payload, ${line('经过')}, '')`),
      },
      (sql, name) => foundByFsck(name, ['payload-mismatch'], sql, AT),
    ),
    T4: [foundByFsck('a field', ['payload-mismatch'], payload(`payload || E'\n' || ${line('经过')}`), AT)],
    T14: [
      foundByFsck(
        'the payload of another case',
        ['payload-mismatch'],
        payload(`(select payload from events where ${at(AT + 8)})`),
        AT,
      ),
    ],
    T20: [
      foundByFsck(
        'a field taken away without an event',
        ['withheld-unexplained'],
        payload(`replace(payload, ${line('当事人')}, ${digest('当事人')})`),
        AT,
      ),
      foundByFsck(
        'a field taken away beside the one that an event names',
        ['withheld-unexplained'],
        payload(`replace(payload, ${line('经过')}, ${digest('经过')})`, REDACTED),
        REDACTED,
      ),
      foundByFsck(
        'another digest in the place of one',
        ['payload-mismatch'],
        payload(`regexp_replace(payload, '[0-9a-f]{64}', repeat('0', 64))`, REDACTED),
        REDACTED,
      ),
      foundByFsck(
        'another value in the place of what was taken away',
        ['payload-mismatch'],
        payload(
          `regexp_replace(payload, '[0-9a-f]{64}', (select l from events o, unnest(string_to_array(o.payload, E'\n')) l
           where o.${at(AT)} and l like '%当事人%'))`,
          REDACTED,
        ),
        REDACTED,
      ),
      foundByFsck(
        'a redaction that names another field',
        ['payload-mismatch'],
        payload(`replace(payload, '"当事人"', '"经过"')`, REDACTION),
        REDACTION,
      ),
      foundByFsck(
        'a header that is taken away',
        ['leaf-mismatch', 'invalid-header'],
        [
          `update events set header = encode(sha256(convert_to(header, 'UTF8')), 'hex') where ${at(REDACTED)}`,
        ],
        REDACTED,
      ),
      foundByFsck(
        'a redaction taken away',
        ['missing-position', 'withheld-unexplained'],
        [`delete from events where ${at(REDACTION)}`],
        REDACTION,
      ),
    ],
  },
  P6: {
    T2: notHere('payloads are not encrypted: what has to go is erased, and its digest stays'),
    T15: notHere('payloads are not encrypted'),
  },
  P8: {
    T2: notHere('there is no queue: the tree follows the positions of the log (P4, P20)'),
    T3: notHere('there is no queue'),
    T21: notDetectable('A change before the first cosigned checkpoint'),
    T22: notHere('there is no queue: the notary counts by the positions themselves (P20)'),
  },
  P15: {
    T3: notHere('neither log nor database keeps keys: whose word counts, the policy alone says (P27)'),
    T15: notHere('neither log nor database keeps keys'),
    T16: notHere('neither log nor database keeps keys'),
  },
};
