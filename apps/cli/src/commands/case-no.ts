import { createInterface } from 'node:readline';
import { parseCaseNumber, type CaseNumber } from '@liuhen/courts';
import { command } from '../command';

export const caseNo = command({
  name: 'case-no',
  summary: '识别案号：从标准输入逐行读取，每行输出一个 JSON 对象',
  positionals: [],
  options: {},
  notes: [
    '输出字段：input 原文，ok 能否识别，canonical 规范写法，year 收案年度，court 法院代字（2016年以前为简称），',
    'type 类型代字，seq 案件编号，suffix 之几，era 格式（since-2016 或 before-2016），reason 不能识别的原因。',
    '不能识别的行也是结果，不影响退出码。',
    '示例：echo "(2016) 晋08刑终427号" | npx liuhen case-no',
  ],
  exits: [],

  async run(_, { input, out }) {
    for await (const line of createInterface({ input, crlfDelay: Infinity }))
      out(JSON.stringify(reading(line)));
    return 'ok';
  },
});

function reading(input: string): object {
  const parsed = parseCaseNumber(input);
  return parsed.ok
    ? { input, ok: true, ...parts(parsed.caseNumber), reason: null }
    : { input, ok: false, ...NO_PARTS, reason: parsed.reason.message };
}

const parts = ({ canonical, year, court, type, seq, suffix, era }: CaseNumber) => ({
  canonical,
  year,
  court: 'code' in court ? court.code : court.abbreviation,
  type,
  seq,
  suffix: suffix ?? null,
  era,
});

const NO_PARTS: Readonly<Record<keyof ReturnType<typeof parts>, null>> = {
  canonical: null,
  year: null,
  court: null,
  type: null,
  seq: null,
  suffix: null,
  era: null,
};
