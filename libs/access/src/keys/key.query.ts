import { keyRefusals } from '@liuhen/courts';
import { refuserOf } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Directory } from '../directory/directory';
import type { Reader } from '../identity/reader';
import { AdministrationSight } from '../proposals/administration-sight';
import type { KeyListView } from './key.views';

const refuse = refuserOf(keyRefusals);

/** The keys of a person, those that have ended included. */
export class ListKeys extends Query<KeyListView> {
  constructor(
    /** The reader's own unless said. */
    readonly person: string | undefined,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListKeys)
export class ListKeysHandler implements IQueryHandler<ListKeys> {
  constructor(
    private readonly directory: Directory,
    private readonly sight: AdministrationSight,
  ) {}

  execute({ person, reader }: ListKeys): Promise<KeyListView> {
    const whose = person ?? reader.person;
    if (!this.sight.seesKeysOf(whose, reader)) return Promise.reject(refuse('key-not-found', 'person'));
    return Promise.resolve({ items: this.directory.keys.get(whose) ?? [] });
  }
}
