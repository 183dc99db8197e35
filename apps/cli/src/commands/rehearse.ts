import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { chinaDateOf, instantOf } from '@liuhen/kernel';
import { connect } from '../client/connection';
import { command } from '../command';
import { CommandFailure } from '../exit-codes';
import { linesOf } from '../import/lines';
import { Rehearsal } from '../rehearsal/rehearsal';
import { readScene } from '../rehearsal/script';

export const rehearse = command({
  name: 'rehearse',
  summary: '演练：照剧本以各人身份依次办理（仅限本机、用演示人员）',
  positionals: ['剧本'],
  options: {},
  notes: [
    '剧本为 JSON Lines，每行一步：何人（as）、做什么（post 和 body，或者 upload）、一句话（tells）；',
    '写明 refused 的一步，应被系统以该代码拒绝。同一剧本当日再次演练不增加任何事件。',
    '样例：samples/review-story.jsonl（一件文书的阅核，经专业法官会议和审判委员会）、samples/matter-story.jsonl（一个法院函询另一个法院）。',
  ],
  exits: ['unreachable', 'refused', 'notFound'],

  async run({ positionals: [file = ''] }, { environment, out }) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new CommandFailure('usage', `没有文件 ${file}`);
    const today = chinaDateOf(instantOf(Date.now()));
    const enter = (person: string) => connect(environment, person, person);
    const rehearsal = new Rehearsal(basename(file), enter, today);
    for await (const { number, text } of linesOf(createReadStream(file))) {
      const scene = readScene(number, text);
      out(`${scene.as}  ${await rehearsal.play(scene)}`);
    }
    return 'ok';
  },
});
