#ifndef SAFETY_ALLOCATIONS_H
#define SAFETY_ALLOCATIONS_H
/* Allocations that are counted, and one of which fails. The linker puts these in the place of
 * malloc(), calloc(), realloc(), free(), arena_alloc() and arena_realloc() (tests/CMakeLists.txt).
 */

#include <stdint.h>

typedef enum { FAIL_MALLOC, FAIL_ARENA, FAIL_KINDS } FailKind;

typedef struct {
    uint64_t made[FAIL_KINDS]; /* asked for since the last start */
    int64_t live; /* blocks of malloc() that nobody freed yet, since the process began */
} Allocations;

/* Counts from 0 again; the n-th one of the kind from now on fails, once; n = 0: none does. */
void allocations_start(FailKind kind, uint64_t n);
Allocations allocations_now(void);

#endif
