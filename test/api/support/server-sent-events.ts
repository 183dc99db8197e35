/** A block of a stream: its id and data, empty where there was none. */
export interface Message {
  readonly id: string;
  readonly data: string;
}

/** Reads a stream as the HTML Living Standard §9.2.6 has it, until the server ends it. Blocks of comments are left out. */
export async function* readStream(response: Response): AsyncGenerator<Message> {
  if (response.headers.get('content-type') !== 'text/event-stream; charset=utf-8' || !response.body)
    throw new Error(`${String(response.status)} ${await response.text()}`);
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(id|data): (.*)$/.exec(line));
      const valueOf = (name: string): string => fields.find((field) => field?.[1] === name)?.[2] ?? '';
      if (valueOf('id') !== '') yield { id: valueOf('id'), data: valueOf('data') };
    }
  }
}
