import seed from '../../seed/people-demo.json';
import type { PostCommand } from './post-command';
import { postStream } from './post.events';

export interface SeededPost {
  readonly postId: string;
  readonly stream: string;
  /** Setting up the post, then appointing those who hold it and saying what it oversees. */
  readonly commands: readonly SeedingCommand[];
}

export type SeedingCommand = Extract<
  PostCommand,
  { type: 'EstablishPost' | 'AppointPerson' | 'AssignOversight' }
>;

/** 演示人员: invented people in the posts of a few courts of Guizhou, marked as such in each event. */
export const demonstrationPosts: readonly SeededPost[] = seed.posts.map(({ id, ...post }) => ({
  postId: id,
  stream: postStream(id),
  commands: [
    { type: 'EstablishPost', data: post },
    ...seed.people
      .filter(({ posts }) => posts.includes(id))
      .map(({ person, name }): SeedingCommand => ({
        type: 'AppointPerson',
        data: { person, name, from: seed.from, demonstration: true },
      })),
    ...seed.oversight
      .filter((oversight) => oversight.post === id)
      .map(({ divisions }): SeedingCommand => ({
        type: 'AssignOversight',
        data: { divisions, from: seed.from },
      })),
  ],
}));
