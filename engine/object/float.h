#ifndef OBJECT_FLOAT_H
#define OBJECT_FLOAT_H
/* float: IEEE doubles with CPython's repr. */

#include "object/engine.h"

typedef struct {
    Obj h;
    double value;
} Float;

enum { FLOAT_REPR_SIZE = 32 };

Obj *float_new(Engine *e, double value); /* owned */
static inline double float_value(const Obj *o) {
    return ((const Float *)o)->value;
}
/* The value of a float, int, bool or an object with __float__/__index__ (nested); else TypeError
 * "must be real number, not %s". */
/* A float or int as a double: R_NOTIMPL for anything else, R_ERR for an int that is too large. */
Res float_operand(Engine *e, const Obj *o, double *value);
bool float_from(Engine *e, Obj *o, double *value);
/* repr() into the buffer: shortest digits that read back equal. Returns the length. */
size_t float_repr_text(double value, char buffer[FLOAT_REPR_SIZE]);
/* Python's // and % for floats with b not 0, and ** with its exceptions (false: one is set). */
void float_divmod(double a, double b, double *quotient, double *remainder);
bool float_pow(Engine *e, double a, double b, double *result);
/* round(value, digits), correctly rounded; infinity when the result is too large. */
double float_round(double value, int64_t digits);

/* What hash() shows, and its 32-bit form for tables; equal to int's for equal values. */
int64_t float_hash_wide(double value);
uint32_t float_hash(double value);

extern const NativeDef float_methods[];
extern const GetSetDef float_getset[];

#endif
