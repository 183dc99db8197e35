import {
  administrativeInterpretation,
  administrativeLaw,
  civilInterpretation,
  civilLaw,
  criminalInterpretation,
  criminalLaw,
  lawOfTheDay,
} from './citation';
import { applyRules, assessment, contrary, justified, notAssessable } from './finding';
import type { Assessment, Rule } from './finding';
import type { Procedure } from './vocabulary';

/** 重审、再审的审判组织和程序: a case tried anew after a remand, or retried by the court that had decided it. */
export interface NewTrial {
  readonly procedure: Procedure;
  /** YYYY-MM-DD, the day on which the panel was formed. */
  readonly formedOn: string;
  readonly after: 'remand' | 'retrial';
  /** Whoever sits now, and who sat at the same court before; the judges of the second instance are not barred. */
  readonly panel?: readonly string[] | undefined;
  readonly formerPanel?: readonly string[] | undefined;
  readonly soleJudge?: boolean | undefined;
  readonly form?: 'ordinary' | 'simplified' | 'fastTrack' | undefined;
  /** 原适用速裁程序 */
  readonly formerlyFastTrack?: boolean | undefined;
  readonly remandGrounds?: readonly string[] | undefined;
}

/** 法释〔2021〕1号第四百三十二条: remands after the review of a death sentence that leave the panel as it was. */
const samePanelAllowed: readonly string[] = ['criminal-death-new-facts', 'criminal-death-not-warranted'];

const newPanelLaw = [
  ...civilLaw({ 1991: '41.2', 2012: '40.2', 2021: '41.3' }),
  ...criminalLaw({ 1996: '192', 2012: '228', 2018: '239' }),
  ...criminalInterpretation({ 2012: '355', 2021: '432' }),
  ...administrativeInterpretation({ 2000: '69', 2018: '109.2' }),
];
const newRetrialPanelLaw = [
  ...civilLaw({ 1991: '41.3', 2012: '40.3', 2021: '41.4' }),
  ...criminalLaw({ 1996: '206.1', 2012: '245.1', 2018: '256.1' }),
  ...administrativeInterpretation({ 2018: '119.2' }),
];
const panelLaw = ({ after }: NewTrial) => (after === 'remand' ? newPanelLaw : newRetrialPanelLaw);

const panelOfTheDay = (trial: NewTrial) =>
  lawOfTheDay(panelLaw(trial), { day: trial.formedOn, procedure: trial.procedure });

const newPanel: Rule<NewTrial> = {
  code: 'new-trial-panel',
  title: '重审、再审另行组成合议庭，原合议庭成员不得参加',
  law: [...newPanelLaw, ...newRetrialPanelLaw],
  check: (trial) => {
    const { panel, formerPanel, remandGrounds = [] } = trial;
    const law = panelOfTheDay(trial);
    if (remandGrounds.some((ground) => samePanelAllowed.includes(ground))) {
      return justified('死刑复核因新的事实、证据或者依法不应当判处死刑而发回的，可以不另行组成合议庭', {
        law,
      });
    }
    if (panel === undefined || formerPanel === undefined) {
      return notAssessable('不能确认是否另行组成合议庭', {
        law,
        field: panel === undefined ? 'panel' : 'formerPanel',
        missing: ['原审和重审（再审）合议庭成员名单'],
        inDraft: 'refuse',
      });
    }
    const again = panel.filter((member) => formerPanel.includes(member));
    if (again.length === 0) return justified('已另行组成合议庭', { law });
    return contrary(`原合议庭成员不得参加重审、再审，共${again.length}人重复`, { law, field: 'panel' });
  },
};

const collegial: Rule<NewTrial> = {
  code: 'new-trial-collegial',
  title: '重审、再审由合议庭审理，不得独任审理',
  law: [...newPanelLaw, ...newRetrialPanelLaw],
  check: (trial) => {
    const law = panelOfTheDay(trial);
    const field = 'soleJudge';
    if (trial.soleJudge === false) return justified('由合议庭审理', { law, field });
    if (trial.soleJudge === true)
      return contrary('重审、再审案件应当组成合议庭，不得由审判员一人独任审理', { law, field });
    return notAssessable('不能确认是否由合议庭审理', {
      law,
      field,
      missing: ['审判组织形式'],
      inDraft: 'refuse',
    });
  },
};

const ordinaryProcedure: Rule<NewTrial> = {
  code: 'new-trial-ordinary-procedure',
  title: '发回重审、再审的案件不适用简易程序；原速裁案件因事实发回的适用普通程序',
  law: [
    ...civilInterpretation({ 2015: '257#2' }),
    ...civilInterpretation({ 2015: '257#4' }),
    ...administrativeLaw({ 2014: '82.3' }),
    ...criminalInterpretation({ 2021: '377' }),
  ],
  check: ({ procedure, form, formerlyFastTrack, remandGrounds = [] }) => {
    const field = 'form';
    if (procedure === 'criminal') {
      if (formerlyFastTrack !== true || !remandGrounds.includes('criminal-facts-unclear')) return undefined;
    }
    if (form === 'ordinary') return justified('适用普通程序', { field });
    if (form === undefined) {
      return notAssessable('不能确认适用何种程序', { field, missing: ['适用的审判程序'], inDraft: 'refuse' });
    }
    return contrary('该案应当适用普通程序审理', { field });
  },
};

export const newTrialRules: readonly Rule<NewTrial>[] = [newPanel, collegial, ordinaryProcedure];

/** Assesses how a case is tried anew: the panel, its form and the procedure. */
export const assessNewTrial = (trial: NewTrial): Assessment =>
  assessment(applyRules(newTrialRules, trial, { day: trial.formedOn, procedure: trial.procedure }));
