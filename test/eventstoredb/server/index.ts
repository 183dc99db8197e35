import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService, type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb';
import { promisify } from 'node:util';
import { answerAppend, answerBatches, type AppendParts } from './append';
import { Faults } from './faults';
import { Reading, type ReadCall } from './read';
import { TransactionLog } from './transaction-log';

export type { AppendFault } from './faults';

const HOST = '127.0.0.1';
const MAX_APPEND_SIZE = 1024 * 1024;

interface FakeOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly maxAppendSize?: number;
}

/**
 * An EventStoreDB at the level of the wire: the client's own service definitions, over a log in memory.
 *
 * It keeps to what EventStoreDB documents and its source shows of revisions, ids sent again, answers in band, places
 * in `$all` with the server's own events in between, filters with checkpoints, and limits; and does wrong what
 * {@link Faults} says. It does not prove that a real server answers so: nothing here is durable, replicated, secured
 * (no TLS, no users, no access lists), scavenged, deleted or as fast; reading from a place where no record begins is
 * taken for reading from the next one; time-outs, elections and back-pressure of a real node are not imitated. Run
 * the contract suite with EVENTSTOREDB_URL against a real one for that.
 */
export class FakeEventStoreDb {
  readonly faults = new Faults();
  readonly log = new TransactionLog();
  private server = new Server();
  private readonly calls = new Set<ReadCall>();
  private port: number;
  private readonly maxAppendSize: number;

  private constructor({ port = 0, maxAppendSize = MAX_APPEND_SIZE }: FakeOptions) {
    this.port = port;
    this.maxAppendSize = maxAppendSize;
  }

  static async start(options: FakeOptions = {}): Promise<FakeEventStoreDb> {
    const fake = new FakeEventStoreDb(options);
    await fake.comeBack();
    return fake;
  }

  get url(): string {
    return `esdb://${HOST}:${String(this.port)}?tls=false`;
  }

  /** Resolves when so many subscriptions are under way. */
  async reaches(subscriptions: number): Promise<void> {
    while (this.subscriptions().length !== subscriptions) await new Promise(setImmediate);
  }

  /** Ends every subscription as if it were over. */
  endSubscriptions(): void {
    for (const call of this.subscriptions()) call.end();
  }

  /** Breaks every connection and takes no more. */
  stop(): void {
    this.server.forceShutdown();
    this.calls.clear();
  }

  /** At the same address, with all that was stored. */
  async comeBack(): Promise<void> {
    this.server = new Server();
    this.server.addService(StreamsService, this.streams());
    this.server.addService(ServerFeaturesService, { getSupportedMethods });
    this.server.addService(GossipService, { read: this.gossip });
    const bind = promisify(this.server.bindAsync.bind(this.server));
    this.port = await bind(`${HOST}:${String(this.port)}`, ServerCredentials.createInsecure());
  }

  async dropConnections(): Promise<void> {
    this.stop();
    await this.comeBack();
  }

  private subscriptions(): readonly ReadCall[] {
    return [...this.calls].filter((call) => call.request.getOptions()?.hasSubscription());
  }

  private streams(): IStreamsServer {
    const { log, faults, maxAppendSize } = this;
    const leader = () => ({ host: HOST, port: this.port });
    const parts: AppendParts = { log, faults, maxAppendSize, leader };
    return {
      read: (call) => this.read(call),
      append: (call, answer) => answerAppend(call, answer, parts),
      batchAppend: (call) => answerBatches(call, parts),
      delete: (_call, answer) => answer({ details: 'not here' }),
      tombstone: (_call, answer) => answer({ details: 'not here' }),
    };
  }

  private read(call: ReadCall): void {
    this.calls.add(call);
    for (const event of ['cancelled', 'close', 'finish']) call.on(event, () => this.calls.delete(call));
    new Reading(call, this.log, this.faults).answer().catch((error: unknown) => call.emit('error', error));
  }

  private readonly gossip = (
    _call: ServerUnaryCall<Empty, ClusterInfo>,
    answer: sendUnaryData<ClusterInfo>,
  ): void => {
    const member = new MemberInfo()
      .setState(MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress(HOST).setPort(this.port));
    answer(null, new ClusterInfo().setMembersList([member]));
  };
}

function getSupportedMethods(
  _call: ServerUnaryCall<Empty, SupportedMethods>,
  answer: sendUnaryData<SupportedMethods>,
): void {
  const methods = ['read', 'append', 'batchappend'].map((name) =>
    new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  answer(null, new SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList(methods));
}
