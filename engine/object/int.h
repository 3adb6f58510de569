#ifndef OBJECT_INT_H
#define OBJECT_INT_H
/* int and bool: numbers of any size. What fits into 64 bits is computed here; the rest has its
 * limbs beside it and is computed by object/bigint.h. bool has the layout of int, so
 * HAS_LAYOUT(o, INT) is true for both. */

#include "object/str.h"

typedef struct Limbs Limbs; /* object/bigint.h */

typedef struct {
    Obj h;
    int64_t value; /* INT64_MIN or INT64_MAX, whichever is nearer, where `big` is set */
    Limbs *big;    /* NULL where the value fits. An exact int's lie behind it in its own block,
                      those of a subclass instance in a block that it owns */
} Int;

Obj *int_new(Engine *e, int64_t value); /* owned; small values are shared as in CPython */
Obj *int_new_typed(Engine *e, Type *type, int64_t value); /* of a subclass; owned */
/* An instance of a subclass with the value of an int; owned. */
Obj *int_new_like(Engine *e, Type *type, const Obj *value);
/* An exact int with the same value; owned. */
Obj *int_exact(Engine *e, Obj *o);
void int_release_limbs(Engine *e, Obj *o); /* of a subclass instance that is freed */

/* The value where it fits, else the nearest: what clamping wants. */
static inline int64_t int_value(const Obj *o) {
    return ((const Int *)o)->value;
}
static inline bool int_is_big(const Obj *o) {
    return ((const Int *)o)->big != NULL;
}
/* An exact int from an int, bool or an object with __index__ (nested call); owned. Else TypeError
 * "'%s' object cannot be interpreted as an integer". */
Obj *int_from_index(Engine *e, Obj *o);
/* The same as 64 bits; OverflowError "Python int too large to convert to C ssize_t". */
bool int_index(Engine *e, Obj *o, int64_t *value);
bool int_index_c_int(Engine *e, Obj *o, int64_t *value); /* 32 bits; "... to C int" */
/* The nearest 64-bit value: for bounds that are clamped anyway. */
bool int_clamp(Engine *e, Obj *o, int64_t *value);
/* For indices and repetitions: an exception of the class `error` (IndexError, OverflowError),
 * "cannot fit 'int' into an index-sized integer". */
bool int_position(Engine *e, Obj *o, int error, int64_t *value);

typedef enum { INT_PARSED, INT_INVALID, INT_TOO_LARGE } IntParse;
/* int(text, base) without exceptions, for what fits; underscores and sign allowed. `base` is 0 or
 * 2 to 36. */
IntParse int_read(const char *text, size_t length, int base, int64_t *value);
/* The same for what int_read() finds too large; owned. */
Obj *int_read_big(Engine *e, const char *text, size_t length, int base);
/* Appends the digits of the magnitude. False: ValueError beyond the limit of decimal digits. */
bool int_put_digits(StrBuf *b, const Obj *o, unsigned base, bool upper);

/* The arithmetic of the binary slot on two ints; owned. */
Obj *int_binary(Engine *e, BinaryOp op, const Obj *a, const Obj *b);
/* (a // b, a % b), an owned tuple. */
Obj *int_divmod(Engine *e, const Obj *a, const Obj *b);
Obj *int_negative(Engine *e, const Obj *a);
Obj *int_invert(Engine *e, const Obj *a);
/* pow(base, exponent, modulus) for three ints; owned. */
Obj *int_pow_mod(Engine *e, const Obj *base, const Obj *exponent, const Obj *modulus);
int int_compare(const Obj *a, const Obj *b); /* -1, 0, 1 */
/* The nearest double to a / b, b not 0. */
double int_true_divide(int64_t a, int64_t b);

/* OverflowError "int too large to convert to float". */
bool int_to_double(Engine *e, const Obj *a, double *value);
/* An int for a finite double without fraction; OverflowError, ValueError for inf and nan. Owned. */
Obj *int_from_double(Engine *e, double value);
int int_compare_double(const Obj *o, double b); /* -1, 0, 1 exactly; 2 when b is a NaN */

/* What hash() shows (CPython's number modulo 2**61 - 1), and its 32-bit form for tables. */
int64_t int_hash_wide(const Obj *o);
uint32_t int_hash_fold(int64_t wide);
uint32_t int_hash(int64_t value);

extern const NativeDef int_methods[];
extern const GetSetDef int_getset[];

/* int.from_bytes() of type, bytes or what is walked through natively, byteorder, signed. */
Obj *int_from_bytes(Engine *e, Obj *const *a);

#endif
