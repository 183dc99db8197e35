import { execute } from '@liuhen/event-store';
import { systemClock, systemEntropy } from '../../libs/platform/src/runtime/system';
import { caseDecider } from '../../libs/supervision/src/case/case.decider';
import { caseStream } from '../../libs/supervision/src/case/case.events';
import { actOf, caseCommand, caseNumberOf } from '../workload/case-work';
import { countSql, install, openLog } from '../workload/our-log';
import type { Contender } from './store';

/** The whole way of a command: load the stream, fold, decide by the real decider, seal, append. */
export const liuhenExecute: Contender = {
  install,
  countSql,
  async open(ownerUrl) {
    const store = await openLog(ownerUrl);
    const runtime = { store, clock: systemClock, entropy: systemEntropy };
    return {
      begin(n) {
        const caseNumber = caseNumberOf(n);
        let done = 0;
        return async () => {
          const command = caseCommand(caseNumber, done);
          const { events } = await execute(runtime, {
            decider: caseDecider,
            stream: caseStream(caseNumber),
            caseNumber,
            command,
            act: actOf(command, `${String(n)}-${String(done)}`),
            permit: () => undefined,
            facts: () => Promise.resolve({ caseId: caseNumber, ancestors: [] }),
          });
          done++;
          return events.length;
        };
      },
      close: () => store.close(),
    };
  },
};
