#ifndef SUPPORT_EVALUATE_H
#define SUPPORT_EVALUATE_H
/* Python expressions with what CPython 3.13 makes of them, checked in the engine. */

#include <stddef.h>

typedef struct {
    const char *expression;
    const char *result; /* its repr, or "ValueError: message" */
} EvaluateCase;

/* Every expression sees the built-in types by name and nothing else. All that differ are reported
 * before the test fails. */
void evaluate_cases(const EvaluateCase *cases, size_t count);

#define EVALUATE(cases) evaluate_cases((cases), sizeof(cases) / sizeof *(cases))

#endif
