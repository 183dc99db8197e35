import type { ApiClient } from './client/api-client';

interface Paged {
  /** Cursor of the next page. */
  readonly next: string | null;
}

const LARGEST_PAGE = '200';

/** Every page of a list, in order. @throws CommandFailure | ApiProblem */
export async function allPages<Page extends Paged>(
  api: ApiClient,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page: Page = await api.get<Page>(path, { ...query, limit: LARGEST_PAGE, cursor });
    pages.push(page);
    cursor = page.next ?? undefined;
    more = cursor !== undefined;
  }
  return pages;
}
