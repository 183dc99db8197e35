import { chinaTimeOf, type SentenceNames, type Sentences } from '@liuhen/kernel';
import {
  DRAWN_KINDS,
  MEETING_CADENCES,
  MEETING_SCOPES,
  type Attendee,
  type DrawnKind,
  type TaskingMeetingEvent,
} from './tasking-meeting.events';

export const taskingMeetingSentences: Sentences<TaskingMeetingEvent> = {
  AgendaSet: ({ data: { scope, cadence, topics, dataPackage, draw } }) =>
    `确定${MEETING_SCOPES[scope]}（${MEETING_CADENCES[cadence]}）的议题：${topics.join('；')}。` +
    `数据包：${dataPackage.document.name}（截至${dataPackage.asOf}）` +
    (draw === null ? '' : `。从${draw.population.length}个${DRAWN_KINDS[draw.of]}中抽取${draw.size}个`),
  RandomDrawMade: ({ data: { of, population, size, drawn, procedure } }, names) =>
    `从${population.length}个${DRAWN_KINDS[of]}中随机抽取${size}个：` +
    `${drawn.map((member) => memberName(of, member, names)).join('、')}（方法：${procedure}）`,
  TaskingMeetingHeld: ({ data: { heldAt, chair, attendees, resolutions } }, { personName }) =>
    `${chinaTimeOf(heldAt)}召开调度会议，${personName(chair.person)}主持，${attendanceOf(attendees)}` +
    (resolutions.length === 0 ? '' : `。决议：${resolutions.join('；')}`),
};

function attendanceOf(attendees: readonly Attendee[]): string {
  const present = attendees.filter((attendee) => attendee.present).length;
  return `到会${present}人，缺席${attendees.length - present}人`;
}

function memberName(of: DrawnKind, member: string, { courtName, postTitle }: SentenceNames): string {
  switch (of) {
    case 'court':
      return courtName(member);
    case 'post':
      return postTitle(member);
    case 'case':
      return member;
  }
}
