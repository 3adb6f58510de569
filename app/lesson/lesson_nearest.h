#ifndef LESSON_NEAREST_H
#define LESSON_NEAREST_H
/* "Did you mean ...?": the known name that is the fewest changed letters away. */

#include <stddef.h>

/* Letters to change, add, drop or swap with their neighbour to make one name from the other, in
   half letters: a capital for a small letter costs 1, any other change 2. INT_MAX for names of
   more than 64 bytes. */
int lesson_nearest_distance(const char *a, const char *b);

/* The nearest of `names`, or NULL where none is near enough to be what was meant. */
const char *lesson_nearest(const char *given, const char *const *names, size_t count);

#endif
