#ifndef OBJECT_LIST_SORT_H
#define OBJECT_LIST_SORT_H
/* list.sort() as a machine that asks one comparison at a time, so that a program's __lt__ can run
 * as a frame. It asks the same questions in the same order as CPython 3.13's sort.
 *
 *   SortState *s = sort_begin(e, list, reverse);      // the list is empty from now on
 *   for each i below sort_count(s):                   // only with a key function
 *       sort_add_key(e, s, key of sort_item(s, i))
 *   sort_start(e, s)
 *   sort_run_native(e, s, &needs_call)                // optional: all at once if that runs no code
 *   while (sort_next(s, &a, &b)) sort_answer(s, a < b);
 *   sort_end(e, s, failed)                            // in any case, after errors too
 *
 * The state lies in the arena and never moves. After an error the list holds its items in the order
 * that CPython leaves them in. */

#include "object/list.h"

typedef struct SortState SortState;

/* Takes the items out of the list and keeps it alive. NULL: MemoryError, the list is unchanged. */
SortState *sort_begin(Engine *e, List *l, bool reverse);
uint32_t sort_count(const SortState *s);
Obj *sort_item(const SortState *s, uint32_t i); /* borrowed; before sort_start() */
/* The key of the next item, in order; increfs. All items need one, or none. */
bool sort_add_key(Engine *e, SortState *s, Obj *key);
/* No key can be added any more. False: MemoryError. */
bool sort_start(Engine *e, SortState *s);
/* True: the next question is "is *a < *b?", both borrowed; asking again gives the same. False: the
 * order is found. */
bool sort_next(SortState *s, Obj **a, Obj **b);
void sort_answer(SortState *s, bool less);
/* Answers all questions where every key is of a type that is compared in C. False with *needs_call
 * set: some are not and nothing was done; without: an exception is set, sort_end() is due. */
bool sort_run_native(Engine *e, SortState *s, bool *needs_call);
/* Puts the items back and frees the state. ValueError "list modified during sort" if the list was
 * changed meanwhile and nothing has `failed` before. */
bool sort_end(Engine *e, SortState *s, bool failed);

#endif
