#ifndef BASE_COMMON_H
#define BASE_COMMON_H
/* What every file of the engine needs: fixed-width types and the assertion for our own bugs. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* For our own bugs only: what a lesson or a program contains never reaches an ASSERT. */
#define ASSERT(cond, why) ((cond) ? (void)0 : assert_failed(#cond, why, __FILE__, __LINE__))
_Noreturn void assert_failed(const char *cond, const char *why, const char *file, int line);

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define FALLTHROUGH     __attribute__((fallthrough))

/* What lies there is needed soon; any pointer will do. */
#if defined(__GNUC__)
#define PREFETCH(p) __builtin_prefetch(p)
#else
#define PREFETCH(p) ((void)(p))
#endif

#endif
