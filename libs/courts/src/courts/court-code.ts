import type { CourtKind, CourtLevel } from './court';

/** 高级人民法院代字: the character of each province, and the two that stand beside them (案号规定 第四条). */
const PROVINCES: Readonly<Record<string, string>> = {
  京: '北京市',
  津: '天津市',
  冀: '河北省',
  晋: '山西省',
  内: '内蒙古自治区',
  辽: '辽宁省',
  吉: '吉林省',
  黑: '黑龙江省',
  沪: '上海市',
  苏: '江苏省',
  浙: '浙江省',
  皖: '安徽省',
  闽: '福建省',
  赣: '江西省',
  鲁: '山东省',
  豫: '河南省',
  鄂: '湖北省',
  湘: '湖南省',
  粤: '广东省',
  桂: '广西壮族自治区',
  琼: '海南省',
  渝: '重庆市',
  川: '四川省',
  黔: '贵州省',
  云: '云南省',
  藏: '西藏自治区',
  陕: '陕西省',
  甘: '甘肃省',
  青: '青海省',
  宁: '宁夏回族自治区',
  新: '新疆维吾尔自治区',
  军: '中国人民解放军',
  兵: '新疆生产建设兵团',
};

export const SUPREME_COURT = '最高法';

/** What the code alone tells of a court, in any province. The name is not in the code. */
export interface CodedCourt {
  readonly code: string;
  readonly level: CourtLevel;
  readonly kind: CourtKind;
  /** Absent for the Supreme People's Court. */
  readonly province?: string;
  /** The court that hears its appeals, where the code tells it. */
  readonly appealTo?: string;
  /** The courts above it that the code tells, nearest first. */
  readonly superiors: readonly string[];
}

const CODE = /^(?<province>\p{Script=Han})(?:(?<region>\d{2})(?<unit>\d{2})?)?$/u;

/**
 * 法院代字: reads a court's code by rule: province, two digits for an intermediate court, four for a basic one, whose
 * first two are its intermediate court's.
 *
 * The intermediate court cannot be told from a basic court's code in the four municipalities, whose first two digits
 * are those of the division of districts and counties; under 90 (directly administered counties); and under 86
 * (special basic courts without a special intermediate court in their province). Nor is 伊犁 (新40, 新42, 新43), whose
 * appeals go through a branch of the high court. There `appealTo` is left out rather than guessed.
 *
 * Source: 法〔2015〕137号 第四条至第六条, as amended by 法〔2018〕335号.
 */
export function courtOfCode(code: string): CodedCourt | undefined {
  if (code === SUPREME_COURT) return { code, level: 'supreme', kind: 'ordinary', superiors: [] };
  const { province = '', region, unit } = CODE.exec(code)?.groups ?? {};
  if (!Object.hasOwn(PROVINCES, province) || region === '00' || unit === '00') return undefined;
  const kind = kindOf(province, region);
  if (region === undefined)
    return { code, level: 'high', kind, province, appealTo: SUPREME_COURT, superiors: [SUPREME_COURT] };
  if (unit === undefined)
    return ONLY_BASIC.has(region) ? undefined : intermediate(code, kind, province, region);
  return basic(code, kind, province, region);
}

function intermediate(code: string, kind: CourtKind, province: string, region: string): CodedCourt {
  const superiors = [province, SUPREME_COURT];
  const court = { code, level: 'intermediate', kind, province, superiors } as const;
  return isYili(province, region) ? court : { ...court, appealTo: province };
}

function basic(code: string, kind: CourtKind, province: string, region: string): CodedCourt {
  const above = [province, SUPREME_COURT];
  const court = { code, level: 'basic', kind, province } as const;
  if (MUNICIPALITIES.has(province) || ONLY_BASIC.has(region)) return { ...court, superiors: above };
  const appealTo = `${province}${region}`;
  return { ...court, appealTo, superiors: [appealTo, ...above] };
}

/** Regions that have no intermediate court of their number: 省直辖县级 and 省内无对应专门中院的专门基层法院. */
const ONLY_BASIC: ReadonlySet<string> = new Set(['86', '90']);

const MUNICIPALITIES: ReadonlySet<string> = new Set(['京', '津', '沪', '渝']);

const isYili = (province: string, region: string): boolean =>
  province === '新' && ['40', '42', '43'].includes(region);

function kindOf(province: string, region: string | undefined): CourtKind {
  if (province === '军') return 'military';
  if (province === '兵') return 'productionCorps';
  const number = Number(region ?? 0);
  return SPECIAL_REGIONS.find(({ from, to }) => number >= from && number <= to)?.kind ?? 'ordinary';
}

/** 案号规定 第五条第二款第三项; 74 is an oilfield court's, or since 2018 a financial court's, so it is left open. */
const SPECIAL_REGIONS: readonly { readonly from: number; readonly to: number; readonly kind: CourtKind }[] = [
  { from: 71, to: 71, kind: 'railway' },
  { from: 72, to: 72, kind: 'maritime' },
  { from: 73, to: 73, kind: 'intellectualProperty' },
  { from: 74, to: 74, kind: 'otherSpecial' },
  { from: 75, to: 80, kind: 'forestry' },
  { from: 81, to: 85, kind: 'reclamation' },
  { from: 86, to: 86, kind: 'otherSpecial' },
  { from: 87, to: 89, kind: 'crossRegional' },
  { from: 91, to: 95, kind: 'crossRegional' },
];
