#ifndef VM_SUGGEST_H
#define VM_SUGGEST_H
/* "Did you mean": the nearest name by the edit distance that CPython 3.13 uses. */

#include "object/str.h"

/* The nearest of the candidates, or NULL when none is near enough. Borrowed. */
const Str *suggest_name(const Str *wrong, Str *const *candidates, size_t count);

#endif
