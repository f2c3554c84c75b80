// The files that make levels a set: the index, and in each language what chapters and concepts are called.

import * as v from 'valibot';
import { slugSchema } from './level.ts';

export const indexSchema = v.strictObject({
  chapters: v.array(
    v.strictObject({
      id: slugSchema,
      number: v.number(),
      /** Numbers are the curriculum's, so that "2.7" keeps its meaning while levels are still being added. */
      levels: v.array(
        v.strictObject({
          number: v.number(),
          id: slugSchema,
          /** The game's own level of this id, in a pack that does not copy it. */
          builtIn: v.optional(v.boolean()),
          /** Where a room comes together again before it goes on. */
          checkpoint: v.optional(v.boolean()),
        }),
      ),
    }),
  ),
});

export const chapterTextSchema = v.strictObject({
  chapters: v.record(slugSchema, v.strictObject({ title: v.string(), about: v.string() })),
  concepts: v.optional(v.record(slugSchema, v.string()), {}),
  /** What a pack is called, and for whom it is. */
  pack: v.optional(v.strictObject({ title: v.string(), about: v.string() })),
});
