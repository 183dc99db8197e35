import type { LawArticle } from '@liuhen/kernel';

/** 案号规定, in force from 2016-01-01, with 专门审判代字 since the amendment. */
export const ruleOnCaseNumbers = (article: string): LawArticle => ({
  statute: '最高人民法院关于人民法院案件案号的若干规定',
  version: '法〔2015〕137号，经法〔2018〕335号修改',
  article,
});

export const organicLaw = (article: string): LawArticle => ({
  statute: '中华人民共和国人民法院组织法',
  version: '2018年修订',
  article,
});
