#ifndef LIB_LIB_MATH_H
#define LIB_LIB_MATH_H
/* The functions of math that compute with ints. */

#include "object/engine.h"

extern const NativeDef lib_math_int_defs[];

#endif
