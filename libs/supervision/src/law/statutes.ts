import type { Procedure } from './vocabulary';

/** One version of a statute, in force on the days `from` ≤ day < `until`. */
export interface StatuteVersion {
  /** Where this version bears another title than the statute's. */
  readonly title?: string;
  /** As printed behind the title: the amendment's year, or the document number. */
  readonly label: string;
  readonly from: string;
  readonly until?: string;
  /** Whether the articles cited from this version were compared with its text. */
  readonly verified: boolean;
  /** Why not, where `verified` is false. */
  readonly why?: string;
  /** Articles of an unverified version whose number another official text or published judgment confirms. */
  readonly confirmed?: { readonly articles: readonly number[]; readonly by: string };
  /**
   * The text was not at hand, and the rule is not known to continue unchanged in a text that was.
   * Such a version asks for a check by hand; no finding of `justified` or `contrary` rests on it alone.
   */
  readonly unread?: true;
}

export interface Statute {
  readonly title: string;
  /** The procedure it governs; absent where it governs all. */
  readonly procedure?: Procedure;
  readonly versions: Readonly<Record<string, StatuteVersion>>;
}

const renumbered = '仅以现行文本核对，本版条文序号按历次修正的对应关系填写';
const recalled = '无原文可核对，条文内容和序号据通行汇编填写';
const reprinted = '仅见转载，未见公布文本';

/** 发改指、阅核和审判组织所依据的法律、司法解释及其历次版本和效力期间 */
export const statutes = {
  civilProcedureLaw: {
    title: '中华人民共和国民事诉讼法',
    procedure: 'civil',
    versions: {
      1991: {
        label: '1991年',
        from: '1991-04-09',
        until: '2008-04-01',
        verified: false,
        why: recalled,
        unread: true,
      },
      2007: {
        label: '2007年修正',
        from: '2008-04-01',
        until: '2013-01-01',
        verified: false,
        why: recalled,
        unread: true,
      },
      2012: {
        label: '2012年修正',
        from: '2013-01-01',
        until: '2017-07-01',
        verified: false,
        why: renumbered,
        confirmed: { articles: [170, 198, 200], by: '法释〔2015〕7号条文所引序号' },
      },
      2017: {
        label: '2017年修正',
        from: '2017-07-01',
        until: '2022-01-01',
        verified: false,
        why: renumbered,
        confirmed: { articles: [170], by: '2018年公布的裁判文书所引序号' },
      },
      2021: {
        label: '2021年修正',
        from: '2022-01-01',
        until: '2024-01-01',
        verified: false,
        why: renumbered,
        confirmed: { articles: [177, 205, 206, 207, 208, 211], by: '法释〔2022〕11号条文所引序号' },
      },
      2023: { label: '2023年修正', from: '2024-01-01', verified: true },
    },
  },
  criminalProcedureLaw: {
    title: '中华人民共和国刑事诉讼法',
    procedure: 'criminal',
    versions: {
      1996: {
        label: '1996年修正',
        from: '1997-01-01',
        until: '2013-01-01',
        verified: false,
        why: recalled,
        unread: true,
      },
      2012: {
        label: '2012年修正',
        from: '2013-01-01',
        until: '2018-10-26',
        verified: false,
        why: renumbered,
        confirmed: { articles: [225, 242, 243, 244], by: '2014年至2018年公布的裁判文书所引序号' },
      },
      2018: { label: '2018年修正', from: '2018-10-26', verified: true },
    },
  },
  administrativeProcedureLaw: {
    title: '中华人民共和国行政诉讼法',
    procedure: 'administrative',
    versions: {
      1989: {
        label: '1989年',
        from: '1990-10-01',
        until: '2015-05-01',
        verified: false,
        why: recalled,
        unread: true,
      },
      2014: {
        label: '2014年修正',
        from: '2015-05-01',
        until: '2017-07-01',
        verified: false,
        why: renumbered,
      },
      2017: { label: '2017年修正', from: '2017-07-01', verified: true },
    },
  },
  civilInterpretation: {
    title: '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释',
    procedure: 'civil',
    versions: {
      1992: {
        title: '最高人民法院关于适用《中华人民共和国民事诉讼法》若干问题的意见',
        label: '法发〔1992〕22号',
        from: '1992-07-14',
        until: '2015-02-04',
        verified: false,
        why: reprinted,
        unread: true,
      },
      2015: {
        label: '法释〔2015〕5号',
        from: '2015-02-04',
        until: '2021-01-01',
        verified: false,
        why: renumbered,
      },
      2020: {
        label: '2020年修正',
        from: '2021-01-01',
        until: '2022-04-10',
        verified: false,
        why: renumbered,
      },
      2022: { label: '2022年修正', from: '2022-04-10', verified: true },
    },
  },
  criminalInterpretation: {
    title: '最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释',
    procedure: 'criminal',
    versions: {
      2012: {
        label: '法释〔2012〕21号',
        from: '2013-01-01',
        until: '2021-03-01',
        verified: false,
        why: renumbered,
        confirmed: { articles: [389], by: '2013年至2018年公布的裁判文书所引序号' },
      },
      2021: { label: '法释〔2021〕1号', from: '2021-03-01', verified: true },
    },
  },
  administrativeInterpretation: {
    title: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    procedure: 'administrative',
    versions: {
      2000: {
        title: '最高人民法院关于执行《中华人民共和国行政诉讼法》若干问题的解释',
        label: '法释〔2000〕8号',
        from: '2000-03-10',
        until: '2018-02-08',
        verified: false,
        why: reprinted,
        unread: true,
      },
      2018: { label: '法释〔2018〕1号', from: '2018-02-08', verified: true },
    },
  },
  /** Still cites the 2012 numbers of the Civil Procedure Law (170, 198, 200); its own text was not amended. */
  civilRetrialProvisions: {
    title: '最高人民法院关于民事审判监督程序严格依法适用指令再审和发回重审若干问题的规定',
    procedure: 'civil',
    versions: { 2015: { label: '法释〔2015〕7号', from: '2015-03-15', verified: true } },
  },
  /** From 2013 on the statute's own bar, and from 2015-03-15 the provisions above, take its place. */
  civilRemandProvisions: {
    title: '最高人民法院关于人民法院对民事案件发回重审和指令再审有关问题的规定',
    procedure: 'civil',
    versions: {
      2002: {
        label: '法释〔2002〕24号',
        from: '2002-08-15',
        until: '2015-03-15',
        verified: false,
        why: reprinted,
        unread: true,
      },
    },
  },
  overdueDetentionNotice: {
    title: '最高人民法院、最高人民检察院、公安部关于严格执行刑事诉讼法，切实纠防超期羁押的通知',
    procedure: 'criminal',
    versions: {
      2003: {
        label: '法〔2003〕163号',
        from: '2003-11-12',
        until: '2013-01-01',
        verified: false,
        why: reprinted,
        unread: true,
      },
    },
  },
  courtRelationsOpinions: {
    title: '最高人民法院关于规范上下级人民法院审判业务关系的若干意见',
    versions: {
      2010: { label: '法发〔2010〕61号', from: '2010-12-28', verified: false, why: reprinted, unread: true },
    },
  },
  deathRemandReply: {
    title: '最高人民法院关于适用刑事诉讼法第二百二十五条第二款有关问题的批复',
    procedure: 'criminal',
    versions: {
      2016: {
        label: '法释〔2016〕13号',
        from: '2016-06-24',
        until: '2021-03-01',
        verified: false,
        why: reprinted,
        unread: true,
      },
    },
  },
  organicLaw: {
    title: '中华人民共和国人民法院组织法',
    versions: { 2018: { label: '2018年修订', from: '2019-01-01', verified: true } },
  },
  judgesLaw: {
    title: '中华人民共和国法官法',
    versions: { 2019: { label: '2019年修订', from: '2019-10-01', verified: true } },
  },
  collegialPanelProvisions: {
    title: '最高人民法院关于人民法院合议庭工作的若干规定',
    versions: { 2002: { label: '法释〔2002〕25号', from: '2002-08-17', verified: true } },
  },
  collegialPanelDutyProvisions: {
    title: '最高人民法院关于进一步加强合议庭职责的若干规定',
    versions: { 2010: { label: '法释〔2010〕1号', from: '2010-02-01', verified: true } },
  },
  judicialResponsibilityOpinions: {
    title: '最高人民法院关于完善人民法院司法责任制的若干意见',
    versions: {
      2015: { label: '法发〔2015〕13号', from: '2015-09-21', verified: false, why: reprinted, unread: true },
    },
  },
  adjudicationCommitteeOpinions: {
    title: '最高人民法院关于健全完善人民法院审判委员会工作机制的意见',
    versions: {
      2019: { label: '法发〔2019〕20号', from: '2019-08-02', verified: false, why: reprinted, unread: true },
    },
  },
  professionalJudgesMeetingOpinions: {
    title: '最高人民法院关于完善人民法院专业法官会议工作机制的指导意见',
    versions: {
      2021: { label: '法发〔2021〕2号', from: '2021-01-12', verified: false, why: reprinted, unread: true },
    },
  },
  fourTypeCaseOpinions: {
    title: '最高人民法院关于进一步完善“四类案件”监督管理工作机制的指导意见',
    versions: {
      2021: { label: '法发〔2021〕30号', from: '2021-11-05', verified: false, why: reprinted, unread: true },
    },
  },
} as const satisfies Readonly<Record<string, Statute>>;

export type StatuteCode = keyof typeof statutes;
export type VersionOf<Code extends StatuteCode> = Extract<
  keyof (typeof statutes)[Code]['versions'],
  string | number
>;

/** The statute that governs a procedure as such; the day's version of it is “the law of that day”. */
export const governingStatute = {
  civil: 'civilProcedureLaw',
  criminal: 'criminalProcedureLaw',
  administrative: 'administrativeProcedureLaw',
} as const satisfies Readonly<Record<Procedure, StatuteCode>>;
