/** One text for a post, or for the one person in it, by which lists of them are searched. */
export const personKey = ({
  post,
  person,
}: {
  readonly post: string;
  readonly person: string | null;
}): string => JSON.stringify([post, person]);
