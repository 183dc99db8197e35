import { matterDecider } from '../matter-rules/matter-decider';
import { evolveBulletin, NO_BULLETIN, type Bulletin } from './bulletin';
import { checkFigures, type CheckFiguresCommand } from './check-figures';
import { correctBulletin, type CorrectBulletinCommand } from './correct-bulletin';
import {
  answerObjection,
  closeWindow,
  object,
  type AnswerObjectionCommand,
  type CloseWindowCommand,
  type ObjectCommand,
} from './objections';

export type BulletinCommand =
  CheckFiguresCommand | ObjectCommand | AnswerObjectionCommand | CorrectBulletinCommand | CloseWindowCommand;

export const bulletinDecider = matterDecider<Bulletin, BulletinCommand>({
  instruments: ['bulletin'],
  initial: NO_BULLETIN,
  evolve: evolveBulletin,

  decide(command, matter, bulletin, court) {
    switch (command.type) {
      case 'CheckFigures':
        return checkFigures(command.data, matter, court);
      case 'ObjectToFigure':
        return object(command.data, matter, bulletin, court);
      case 'AnswerFigureObjection':
        return answerObjection(command.data, matter, bulletin, court);
      case 'CorrectBulletin':
        return correctBulletin(command.data, matter, bulletin, court);
      case 'CloseObjectionWindow':
        return closeWindow(matter, bulletin, court);
    }
  },
});
