import { peopleToday, type Directory, type PersonInPost } from '@liuhen/access';
import { Logger } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Accounts, Outcome } from './accounts/accounts';
import { codePage, errorPage, passwordPage } from './pages/pages';

/** One request for the pages of a sign-in. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Where it comes from. */
  readonly address: string;
  /** Of a POST; a GET shows where the sign-in stands. */
  readonly form: URLSearchParams | undefined;
}

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

const logger = new Logger('SignIn');

const FAULTS: Readonly<Record<Exclude<Outcome, 'passed'>, string>> = {
  failed: '账号、口令或者动态验证码不对，请重新输入。',
  locked: '输错次数过多，已锁定十五分钟，请稍后再试。',
};

/** 登录: asks for the password, then for the code, and tells the provider who it was. */
export class Interaction {
  constructor(
    private readonly accounts: Accounts,
    private readonly directory: Directory,
    private readonly acr: string,
  ) {}

  async serve(provider: Provider, { request, response, address, form }: Visit): Promise<void> {
    const details = await provider.interactionDetails(request, response).catch(() => undefined);
    if (details?.prompt.name !== 'login')
      send(response, 400, errorPage('登录请求已过期，请从系统首页重新登录。'));
    else if (form?.get('step') === 'password') await this.#password(details, form, address, response);
    else if (form?.get('step') === 'code')
      await this.#code(provider, details, form, { request, response, address });
    else {
      if (form?.get('step') === 'restart') await note(details, undefined);
      this.#show(response, details, passedIn(details));
    }
  }

  async #code(
    provider: Provider,
    details: Details,
    form: URLSearchParams,
    { request, response, address }: Omit<Visit, 'form'>,
  ): Promise<void> {
    const person = passedIn(details);
    if (person === undefined) {
      this.#show(response, details, undefined);
      return;
    }
    const outcome = this.accounts.checkCode({ person, given: form.get('code') ?? '', address });
    logger.log({ message: '登录：动态验证码', person, outcome });
    if (outcome !== 'passed') {
      this.#show(response, details, person, FAULTS[outcome]);
      return;
    }
    const login = { accountId: person, acr: this.acr, amr: ['pwd', 'otp'], remember: false };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  async #password(
    details: Details,
    form: URLSearchParams,
    address: string,
    response: ServerResponse,
  ): Promise<void> {
    const person = form.get('account') ?? '';
    const offered = this.#offered(details).some(({ id }) => id === person);
    const outcome = this.accounts.checkPassword({
      person: offered ? person : '',
      given: form.get('password') ?? '',
      address,
    });
    logger.log({ message: '登录：口令', person: offered ? person : null, outcome });
    if (outcome === 'passed') await note(details, person);
    const fault = outcome === 'passed' ? undefined : FAULTS[outcome];
    this.#show(response, details, outcome === 'passed' ? person : undefined, fault, person);
  }

  /** Whoever is signed in signs in anew as the same person; another signs out before. */
  #offered({ session }: Details): readonly PersonInPost[] {
    const people = peopleToday(this.directory);
    return session?.accountId === undefined ? people : people.filter(({ id }) => id === session.accountId);
  }

  #show(
    response: ServerResponse,
    details: Details,
    passed: string | undefined,
    fault?: string,
    chosen?: string,
  ): void {
    const step = { fault, isAgain: details.session?.accountId !== undefined };
    const text =
      passed === undefined
        ? passwordPage(this.#offered(details), chosen, step)
        : codePage(this.directory.personName(passed), step);
    send(response, fault === undefined ? 200 : 401, text);
  }
}

/** Who has given the right password in this sign-in, and no code yet. */
const passedIn = ({ result }: Details): string | undefined =>
  typeof result?.passed === 'string' ? result.passed : undefined;

async function note(details: Details, passed: string | undefined): Promise<void> {
  details.result = passed === undefined ? {} : { passed };
  await details.save(Math.max(1, details.exp - Math.floor(Date.now() / 1000)));
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
}
