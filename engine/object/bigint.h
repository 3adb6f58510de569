#ifndef OBJECT_BIGINT_H
#define OBJECT_BIGINT_H
/* Ints beyond 64 bits, computed by GMP. Their limbs lie in the arena; what GMP allocates itself
 * lives during one call only, because history replays the arena and nothing else.
 *
 * Every function takes ints of any size and gives an owned exact int, or NULL with an exception.
 * Large results are refused with MemoryError before they are computed, and long computations count
 * against the program's budget of instructions. */

#include <gmp.h>

#include "object/int.h"

struct Limbs {
    uint32_t count; /* the highest limb is not 0, and the value does not fit into 64 bits */
    uint32_t negative;
    mp_limb_t limb[]; /* the magnitude, the lowest first */
};

enum { BIG_OWN = (64 + GMP_NUMB_BITS - 1) / GMP_NUMB_BITS };

/* Sign and magnitude of any int; zero has one limb. Points into itself: not to be copied. */
typedef struct {
    const mp_limb_t *limb;
    size_t count;
    bool negative;
    mp_limb_t own[BIG_OWN];
} BigView;

void big_view(BigView *v, const Obj *o);

/* An int as GMP reads it; borrows from the int and from the struct. */
typedef struct {
    BigView view;
    mpz_t z;
} BigArg;

mpz_srcptr big_arg(BigArg *a, const Obj *o);
/* The int with this value; clears z. */
Obj *big_take(Engine *e, mpz_t z);

/* An int that is being made, with room for so many limbs; its limbs are (*n)->big->limb. */
Int *big_new(Engine *e, size_t limbs);
/* Strips zeros on top; a value of 64 bits becomes an ordinary int. Takes n. */
Obj *big_finish(Engine *e, Int *n, size_t limbs, bool negative);

/* MemoryError where a result of so many bits is more than an int may have here. */
bool big_room(Engine *e, double bits);
/* Counts the product (or quotient) of so many limbs against the budget, `times` times. */
bool big_charge(Engine *e, size_t a, size_t b, double times);

size_t big_bits(const Obj *o); /* int.bit_length() */
size_t big_ones(const Obj *o); /* int.bit_count() */

Obj *big_binary(Engine *e, BinaryOp op, const Obj *a, const Obj *b);
Obj *big_divmod(Engine *e, const Obj *x, const Obj *y);
Obj *big_pow_mod(Engine *e, const Obj *base, const Obj *exponent, const Obj *modulus);
Obj *big_invert(Engine *e, const Obj *x);
/* Rounded half to even to a multiple of 10 ** digits. */
Obj *big_round(Engine *e, const Obj *o, int64_t digits);
Obj *big_from_double(Engine *e, double value); /* finite */
/* The nearest double to magnitude / 2**exponent, in [0.5, 1]. */
double big_frexp(const Obj *o, int64_t *exponent);

/* Digits without sign and underscores, NUL-terminated, in a base from 2 to 36. */
Obj *big_from_digits(Engine *e, const char *digits, size_t count, int base, bool negative);
/* Two's complement or, where `is_signed` is false, plain bytes, the lowest first if `little`. */
Obj *big_from_bytes(Engine *e, const unsigned char *data, size_t size, bool little, bool is_signed);
/* The other way round; `size` bytes are written. The value must fit. */
void big_to_bytes(const Obj *o, unsigned char *data, size_t size, bool little);

#endif
