#ifndef OBJECT_INT_H
#define OBJECT_INT_H
/* int and bool: 64-bit values; arithmetic beyond raises OverflowError with a clear message. bool
 * has the layout of int, so HAS_LAYOUT(o, INT) is true for both.
 *
 * Every result that does not fit passes through int_too_large(): the seam for larger integers. */

#include "object/engine.h"

typedef struct {
    Obj h;
    int64_t value;
} Int;

Obj *int_new(Engine *e, int64_t value); /* owned; small values are shared as in CPython */
Obj *int_new_typed(Engine *e, Type *type, int64_t value); /* of a subclass; owned */
static inline int64_t int_value(const Obj *o) {
    return ((const Int *)o)->value;
}
/* The value of an int, bool or an object with __index__ (nested call); else TypeError
 * "'%s' object cannot be interpreted as an integer". */
bool int_index(Engine *e, Obj *o, int64_t *value);
/* Raises OverflowError; always NULL. */
void *int_too_large(Engine *e);

/* int(text, base) with CPython's ValueError messages; underscores and sign allowed. Owned. */
Obj *int_parse(Engine *e, const char *text, size_t length, int base);
typedef enum { INT_PARSED, INT_INVALID, INT_TOO_LARGE } IntParse;
/* The same without exceptions. `base` is 0 or 2 to 36. */
IntParse int_read(const char *text, size_t length, int base, int64_t *value);

/* Python's floor division and modulo on 64-bit operands; false: error is set. */
bool int_floordiv(Engine *e, int64_t a, int64_t b, int64_t *result);
bool int_mod(Engine *e, int64_t a, int64_t b, int64_t *result);
bool int_add(Engine *e, int64_t a, int64_t b, int64_t *result);
bool int_sub(Engine *e, int64_t a, int64_t b, int64_t *result);
bool int_mul(Engine *e, int64_t a, int64_t b, int64_t *result);
bool int_pow(Engine *e, int64_t a, int64_t b, int64_t *result); /* b >= 0 */
/* The nearest double to a / b, b not 0. */
double int_true_divide(int64_t a, int64_t b);
/* The arithmetic of the binary slot; owned. */
Obj *int_binary(Engine *e, BinaryOp op, int64_t a, int64_t b);
/* pow(base, exponent, modulus) for three ints; owned. */
Obj *int_pow_mod(Engine *e, int64_t base, int64_t exponent, int64_t modulus);
/* An int for a finite double without fraction; OverflowError, ValueError for inf and nan. Owned. */
Obj *int_from_double(Engine *e, double value);
int int_compare_double(int64_t a, double b); /* -1, 0, 1 exactly; 2 when b is a NaN */

/* What hash() shows (CPython's number modulo 2**61 - 1), and its 32-bit form for tables. */
int64_t int_hash_wide(int64_t value);
uint32_t int_hash_fold(int64_t wide);
uint32_t int_hash(int64_t value);

extern const NativeDef int_methods[];
extern const GetSetDef int_getset[];

#endif
