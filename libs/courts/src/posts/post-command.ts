import type {
  DelegationRevoked,
  LeaveEnded,
  LeaveRecorded,
  OversightAssigned,
  PersonAppointed,
  PersonLeft,
  PostEstablished,
} from './post.events';
import type { RequestedDelegation } from './refuse-delegation';

export type PostCommand =
  | { readonly type: 'EstablishPost'; readonly data: PostEstablished['data'] }
  | { readonly type: 'AppointPerson'; readonly data: PersonAppointed['data'] }
  | { readonly type: 'RecordPersonLeft'; readonly data: PersonLeft['data'] }
  | { readonly type: 'RecordLeave'; readonly data: LeaveRecorded['data'] }
  | { readonly type: 'EndLeave'; readonly data: LeaveEnded['data'] }
  | { readonly type: 'GrantDelegation'; readonly data: RequestedDelegation }
  | { readonly type: 'RevokeDelegation'; readonly data: DelegationRevoked['data'] }
  | { readonly type: 'AssignOversight'; readonly data: OversightAssigned['data'] };
