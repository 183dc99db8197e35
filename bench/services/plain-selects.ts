import { Module, type OnModuleDestroy, type OnModuleInit, type Type } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { Identities } from '../../libs/access/src/identity/identities';
import { SELECT_PATH } from './select-path';

/** Everybody's list as a table made for nothing else: by person and day, the rest as one text. */
export const SELECTS_SCHEMA = `
  create table public.plain_lists as
    select coalesce(h.person, h.post || '-0') as person, h.due, jsonb_build_object('h', h, 'd', d)::text as body
      from read.duty_holders h join read.duties d using (stream, duty)
     union all
    select d.opened_by, d.due, jsonb_build_object('h', h, 'd', d)::text
      from read.duty_holders h join read.duties d using (stream, duty);
  create index on public.plain_lists (person, due);
  grant select on public.plain_lists to liuhen_app;`;

const CONNECTIONS = 16;

/** As many as the worklist shows at most in the two lists that are filled. */
const SELECT = {
  name: 'plain-select',
  text: 'select body from public.plain_lists where person = $1 order by due limit 100',
};

/**
 * What a server can do at best that answers with a person's list: who asks is checked as everywhere, then one prepared
 * SELECT of as many rows by an index, then one answer. A route of Fastify's, with nothing of Nest's.
 */
export function plainSelects(databaseUrl: string): Type {
  const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });

  @Module({})
  class PlainSelects implements OnModuleInit, OnModuleDestroy {
    constructor(
      private readonly host: HttpAdapterHost,
      private readonly modules: ModuleRef,
    ) {}

    onModuleInit(): void {
      const identities = this.modules.get(Identities, { strict: false });
      this.host.httpAdapter.getInstance<FastifyInstance>().get(SELECT_PATH, async (request, reply) => {
        const { reader } = await identities.identify(request);
        const { rows } = await pool.query<{ body: string }>({ ...SELECT, values: [reader.person] });
        return reply.status(200).send({ items: rows.map(({ body }) => body) });
      });
    }

    onModuleDestroy(): Promise<void> {
      return pool.end();
    }
  }
  return PlainSelects;
}
