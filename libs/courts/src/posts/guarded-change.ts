import { isAdministrator } from './post-kind';
import type { PostRecord } from './post-record';
import type { PostCommand } from './post-command';

/** 授权: what gives or takes a power over others, and is never one person's to enter. */
export type PostChange = Extract<
  PostCommand,
  { type: 'AppointPerson' | 'RecordPersonLeft' | 'AssignOversight' }
>;

export function isGuarded(command: PostCommand, { kind }: PostRecord): command is PostChange {
  switch (command.type) {
    case 'AssignOversight':
      return true;
    case 'AppointPerson':
    case 'RecordPersonLeft':
      return isAdministrator(kind);
    case 'EstablishPost':
    case 'RecordLeave':
    case 'EndLeave':
    case 'GrantDelegation':
    case 'RevokeDelegation':
      return false;
  }
}
