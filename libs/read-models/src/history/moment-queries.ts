import { ChoiceField } from '@liuhen/platform';
import type { Moment } from '../moment';
import { MomentField } from '../moment-field';
import type { Cut } from './cut';
import { CLOCKS, type ClockName, type Comparison } from './past';

/** Query of a route that tells the past up to given moments. */
export class CutQuery implements Cut {
  @MomentField('截至何时所知', { optional: true }) readonly asOf?: Moment;
  @MomentField('截至何时所发生', { optional: true }) readonly until?: Moment;
}

/** Query of a route that compares two moments. */
export class ComparisonQuery implements Comparison {
  @MomentField('起') readonly from: Moment;
  @MomentField('止') readonly to: Moment;
  @ChoiceField('以何种时间比较', Object.keys(CLOCKS), {
    optional: true,
    note: 'recorded 记录时间（默认），happened 发生时间',
  })
  readonly by: ClockName = 'recorded';
}
