import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServiceError } from '@grpc/grpc-js';
import { AllStreamPosition, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import { Code } from '@eventstore/db-client/generated/code_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import {
  BatchAppendResp,
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
} from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { AppendFault, Faults } from './faults';
import { appendAnswer, notLeader, streamIdentifier, tooLarge, unavailable } from './messages';
import type { Expected, Outcome, Proposed, TransactionLog } from './transaction-log';

export interface AppendParts {
  readonly log: TransactionLog;
  readonly faults: Faults;
  readonly maxAppendSize: number;
  readonly leader: () => { readonly host: string; readonly port: number };
}

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

const LATE_MS = 300;

/** The classic call: options, events one by one, one answer. */
export function answerAppend(
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
  parts: AppendParts,
): void {
  let options: AppendReq.Options | undefined;
  const proposed: Proposed[] = [];
  call.on('data', (request: AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message) proposed.push(proposedOf(message));
  });
  const answerAll = (): void => {
    if (!options || call.cancelled) return;
    const [stream, expected] = [nameOf(options), expectedOf(options)];
    if (sizeOf(proposed) > parts.maxAppendSize) {
      answer(tooLarge(parts.maxAppendSize));
      return;
    }
    const apply = (): Outcome => parts.log.append(stream, expected, proposed);
    const fail = (error: Partial<ServiceError>): void => answer(error);
    faulty(parts, apply, fail, () => answer(null, appendAnswer(apply())));
  };
  // A connection that breaks ends the stream of events first, and only then says that the call is cancelled.
  call.on('end', () => setImmediate(answerAll));
}

/** The stream that one client shares for all its appends; each is answered under its own id. */
export function answerBatches(
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  parts: AppendParts,
): void {
  const open = new Map<string, { options: BatchAppendReq.Options | undefined; proposed: Proposed[] }>();
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const batch = open.get(id) ?? { options: request.getOptions(), proposed: [] };
    open.set(id, batch);
    batch.proposed.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal() || !batch.options) return;
    open.delete(id);
    const { options, proposed } = batch;
    const apply = (): Outcome => parts.log.append(nameOf(options), batchExpectedOf(options), proposed);
    const fail = (error: Partial<ServiceError>): void => void call.emit('error', error);
    faulty(
      parts,
      apply,
      fail,
      () => call.write(batchAnswer(request, nameOf(options), apply())),
      () => call.end(),
    );
  });
  call.on('end', () => call.end());
}

function faulty(
  { faults, leader }: AppendParts,
  apply: () => Outcome,
  fail: (error: Partial<ServiceError>) => void,
  succeed: () => void,
  endOk: () => void = () => undefined,
): void {
  const fault: AppendFault | undefined = faults.nextAppend();
  switch (fault) {
    case undefined:
      succeed();
      return;
    case 'silent':
      return;
    case 'silent-after-apply':
      apply();
      return;
    case 'late':
      setTimeout(succeed, LATE_MS);
      return;
    case 'end-ok':
      endOk();
      return;
    case 'unavailable-before-apply':
      fail(unavailable());
      return;
    case 'unavailable-after-apply':
      apply();
      fail(unavailable());
      return;
    case 'not-leader':
      fail(notLeader(leader().host, leader().port));
      return;
  }
}

function batchAnswer(request: BatchAppendReq, stream: string, outcome: Outcome): BatchAppendResp {
  const answer = new BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(streamIdentifier(stream));
  if (outcome.kind === 'appended') {
    const position = new AllStreamPosition()
      .setCommitPosition(String(outcome.place.commit))
      .setPreparePosition(String(outcome.place.prepare));
    return answer.setSuccess(
      new BatchAppendResp.Success().setCurrentRevision(String(outcome.current)).setPosition(position),
    );
  }
  const wrong = new WrongExpectedVersion();
  if (outcome.current === undefined) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(outcome.current));
  const details = new Any();
  details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return answer.setError(
    new Status().setCode(Code.FAILED_PRECONDITION).setMessage('WrongExpectedVersion').setDetails(details),
  );
}

const proposedOf = (message: Message): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const sizeOf = (proposed: readonly Proposed[]): number =>
  proposed.reduce(
    (sum, { type, data, metadata }) => sum + 2 * type.length + data.length + metadata.length,
    0,
  );

const nameOf = (options: AppendReq.Options | BatchAppendReq.Options): string =>
  Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

const expectedOf = (options: AppendReq.Options): Expected =>
  options.hasRevision() ? BigInt(options.getRevision()) : expectedStateOf(options);

const batchExpectedOf = (options: BatchAppendReq.Options): Expected =>
  options.hasStreamPosition() ? BigInt(options.getStreamPosition()) : expectedStateOf(options);

const expectedStateOf = (options: AppendReq.Options | BatchAppendReq.Options): Expected =>
  options.hasNoStream() ? 'no-stream' : options.hasStreamExists() ? 'stream-exists' : 'any';
