import type { PostCommand } from '@liuhen/courts';
import type {
  AppointmentBody,
  DelegationBody,
  DelegationEndBody,
  DepartureBody,
  LeaveBody,
  LeaveEndBody,
} from './post.bodies';

export const appoint = ({ person, name, from }: AppointmentBody): PostCommand => ({
  type: 'AppointPerson',
  data: { person, name, from, demonstration: false },
});

export const recordDeparture = ({ person, on, reason }: DepartureBody): PostCommand => ({
  type: 'RecordPersonLeft',
  data: { person, on, reason: reason ?? null },
});

export const recordLeave = ({ person, from, until, reason }: LeaveBody): PostCommand => ({
  type: 'RecordLeave',
  data: { person, from, until: until ?? null, reason: reason ?? null },
});

export const endLeave = ({ person, on }: LeaveEndBody): PostCommand => ({
  type: 'EndLeave',
  data: { person, on },
});

export const delegate = (body: DelegationBody): PostCommand => {
  const { person, to, toPost, from, until, approver, reason } = body;
  const data = { person, to, toPost, from, until: until ?? null, approver, reason: reason ?? null };
  return { type: 'GrantDelegation', data };
};

export const endDelegation = ({ delegation, on }: DelegationEndBody): PostCommand => ({
  type: 'RevokeDelegation',
  data: { delegation, on },
});
