import type { PersonInPost } from '@liuhen/access';
import { Html, html } from './html';
import { page } from './layout';

interface StepOfSignIn {
  /** What went wrong with the last attempt. */
  readonly fault?: string | undefined;
  /** That the one signed in must do so anew. */
  readonly isAgain: boolean;
}

/** First step: account and password. */
export const passwordPage = (
  people: readonly PersonInPost[],
  chosen: string | undefined,
  step: StepOfSignIn,
): string =>
  signInPage(
    'password',
    step,
    html`<form method="post">
      <label
        >账号
        <select name="account" required>
          ${[...groupedByCourt(people)].map(([court, members]) => group(court, members, chosen))}
        </select>
      </label>
      <label
        >口令<input name="password" type="password" autocomplete="current-password" required autofocus
      /></label>
      <button name="step" value="password">下一步</button>
      <p class="hint">账号、口令和动态验证码的密钥由运维人员在服务器上以 liuhen people 查看。</p>
    </form>`,
  );

/** Second step: the one-time code. */
export const codePage = (name: string, step: StepOfSignIn): string =>
  signInPage(
    'code',
    step,
    html`<form method="post">
        <p class="who">${name}，口令已通过。</p>
        <label
          >动态验证码
          <input
            class="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="7"
            required
            autofocus
          />
          <span class="hint">身份验证器上的 6 位数字，每 30 秒更换，每个只能用一次。</span>
        </label>
        <button name="step" value="code">登录</button>
      </form>
      <form method="post"><button class="quiet" name="step" value="restart">换一个账号</button></form>`,
  );

/** @param form the provider's, without a button; its text is HTML. */
export const signOutPage = (form: string): string =>
  page(
    '退出登录',
    html`${new Html(form)}
      <p class="hint">退出后，本浏览器不再保持登录；已取得的访问令牌至多十分钟后失效。</p>
      <button form="op.logoutForm" name="logout" value="yes">退出</button>
      <button class="quiet" form="op.logoutForm">保持登录</button>`,
  );

export const signedOutPage = (): string => page('已退出', html`<p>您已退出登录，可以关闭本页。</p>`);

export const errorPage = (detail: string): string =>
  page('不能登录', html`<p class="fault" role="alert">${detail}</p>`);

const signInPage = (current: 'password' | 'code', { fault, isAgain }: StepOfSignIn, form: Html): string =>
  page(
    isAgain ? '再次验证身份' : '登录',
    html`<ol class="steps">
        ${current === 'password' ? CURRENT_PASSWORD : CURRENT_CODE}
      </ol>
      ${fault === undefined ? undefined : html`<p class="fault" role="alert">${fault}</p>`} ${form}`,
  );

const CURRENT_PASSWORD = html`<li aria-current="step">1. 账号和口令</li>
  <li>2. 动态验证码</li>`;
const CURRENT_CODE = html`<li class="done">1. 账号和口令</li>
  <li aria-current="step">2. 动态验证码</li>`;

/** By the court of the first post. */
function groupedByCourt(people: readonly PersonInPost[]): ReadonlyMap<string, readonly PersonInPost[]> {
  const groups = new Map<string, PersonInPost[]>();
  for (const person of people) {
    const court = person.posts[0]?.court ?? '';
    groups.set(court, [...(groups.get(court) ?? []), person]);
  }
  return groups;
}

const group = (court: string, members: readonly PersonInPost[], chosen: string | undefined): Html =>
  html`<optgroup label="${court}">
    ${members.map((person) => option(person, person.id === chosen))}
  </optgroup>`;

const option = ({ id, name, posts }: PersonInPost, isChosen: boolean): Html =>
  html`<option value="${id}" ${isChosen ? new Html('selected') : undefined}>
    ${name}（${posts.map(({ title }) => title).join('、')}）
  </option>`;
