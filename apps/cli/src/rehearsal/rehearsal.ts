import { daysAfter } from '@liuhen/courts';
import type { CalendarDate } from '@liuhen/kernel';
import type { ApiClient } from '../client/api-client';
import { ApiProblem } from '../client/api-problem';
import { CommandFailure } from '../exit-codes';
import { encodedPath, type Scene } from './script';

/** The part of the interface that a script needs, for one person. */
type Stage = Pick<ApiClient, 'post' | 'upload'>;

/** Plays a script over the public interface, each line as the person it names. */
export class Rehearsal {
  readonly #people = new Map<string, Stage>();
  readonly #documents = new Map<string, object>();
  readonly #begun = new Map<string, string>();
  /** The step before had been done in an earlier play, so that the case has gone on since. */
  #again = false;

  constructor(
    /** Tells one play of a script from others, and one line from the next: a second play adds nothing. */
    private readonly title: string,
    private readonly enter: (person: string) => Stage,
    private readonly today: CalendarDate,
  ) {}

  /** @returns what the audience reads. @throws CommandFailure | ApiProblem where it goes otherwise than written. */
  async play(scene: Scene): Promise<string> {
    const stage = this.#personOf(scene.as);
    const key = `rehearsal/${this.title}/${String(scene.line)}`;
    if ('upload' in scene) {
      const path = `${encodedPath(scene.to, this.#begun)}/documents?name=${encodeURIComponent(scene.name)}`;
      this.#documents.set(scene.upload, await stage.upload(path, key, 'text/plain', scene.text));
      return scene.tells;
    }
    const body = this.#filledIn(scene.body) as object;
    const problem = await this.#post(stage, scene, key, body);
    if (problem?.code === scene.refused || (this.#again && problem && scene.refused !== undefined))
      return problem ? `${scene.tells}——拒绝：${problem.message}` : scene.tells;
    throw (
      problem ??
      new CommandFailure('refused', `第 ${String(scene.line)} 行应被拒绝（${String(scene.refused)}）`)
    );
  }

  async #post(
    stage: Stage,
    { post, calls }: Extract<Scene, { post: string }>,
    key: string,
    body: object,
  ): Promise<ApiProblem | undefined> {
    try {
      const { replayed, stream } = await stage.post(encodedPath(post, this.#begun), key, body);
      this.#again = replayed;
      if (calls !== undefined) this.#begun.set(calls, subjectOf(stream));
      return undefined;
    } catch (error) {
      if (error instanceof ApiProblem) return error;
      throw error;
    }
  }

  #personOf(person: string): Stage {
    const known = this.#people.get(person) ?? this.enter(person);
    this.#people.set(person, known);
    return known;
  }

  /** `{"$document": "初稿"}` stands for what was uploaded under that name, `"$today"` and `"$today+30"` for days. */
  #filledIn(value: unknown): unknown {
    const days = typeof value === 'string' ? /^\$today(?:\+(\d{1,3}))?$/.exec(value) : null;
    if (days) return daysAfter(this.today, Number(days[1] ?? 0));
    if (Array.isArray(value)) return value.map((item) => this.#filledIn(item));
    if (typeof value !== 'object' || value === null) return value;
    const { $document: name } = value as { readonly $document?: unknown };
    if (typeof name === 'string') return this.#documents.get(name);
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, this.#filledIn(inner)]));
  }
}

/** What a stream is about, as the interface's paths name it. */
const subjectOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
