import { Module, type OnModuleDestroy, type OnModuleInit, type Type } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { Identities } from '../../libs/access/src/identity/identities';
import { nextOf } from '../workload/our-log';
import { INSERTS_PATH } from './inserts-path';

export const INSERTS_SCHEMA = `
  create table public.plain_inserts (
    id bigint generated always as identity primary key,
    header text not null,
    payload text not null
  );
  grant select, insert on public.plain_inserts to liuhen_app;`;

/** Not tuned; more than a machine of few cores can use at once. */
const CONNECTIONS = 16;

const INSERT = {
  name: 'plain-insert',
  text: 'insert into public.plain_inserts (header, payload) values ($1, $2) returning id',
};

/**
 * What a server can do at best that answers a POST by storing something: who asks is checked as everywhere, then one
 * prepared INSERT of as many bytes as an event has, then one answer. A route of Fastify's, with nothing of Nest's.
 */
export function plainInserts(databaseUrl: string): Type {
  const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  const { headerText, payloadText } = nextOf(1, undefined);

  @Module({})
  class PlainInserts implements OnModuleInit, OnModuleDestroy {
    constructor(
      private readonly host: HttpAdapterHost,
      private readonly modules: ModuleRef,
    ) {}

    onModuleInit(): void {
      const identities = this.modules.get(Identities, { strict: false });
      this.host.httpAdapter.getInstance<FastifyInstance>().post(INSERTS_PATH, async (request, reply) => {
        const { reader } = await identities.identify(request);
        const { rows } = await pool.query<{ id: string }>({ ...INSERT, values: [headerText, payloadText] });
        return reply.status(201).send({ id: rows[0]?.id, by: reader.person });
      });
    }

    onModuleDestroy(): Promise<void> {
      return pool.end();
    }
  }
  return PlainInserts;
}
