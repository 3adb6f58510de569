#ifndef LESSON_NEAREST_H
#define LESSON_NEAREST_H
/* "Did you mean ...?": the known name that is the fewest changed letters away. */

#include <stddef.h>

/* Letters to change, add, drop or swap with their neighbour to make one name from the other, in
   half letters: a capital for a small letter costs 1, any other change 2. INT_MAX for names of
   more than 64 bytes. */
int lesson_nearest_distance(const char *a, const char *b);

/* The one slip that makes `given` of `name`. */
typedef enum {
    SLIP_NONE,    /* more than one, or none */
    SLIP_SWAPPED, /* two neighbours changed places */
    SLIP_MISSING,
    SLIP_ADDED,
    SLIP_CHANGED,
    SLIP_CAPITALS /* of any number of letters */
} LessonSlip;
LessonSlip lesson_nearest_slip(const char *given, const char *name);

/* The nearest of `names`, or NULL where none is near enough to be what was meant. */
const char *lesson_nearest(const char *given, const char *const *names, size_t count);
/* The same where half of the letters may be others: what may stand in a file is told besides. */
const char *lesson_nearest_far(const char *given, const char *const *names, size_t count);

#endif
