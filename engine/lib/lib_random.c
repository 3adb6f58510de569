/* The module random: the generator itself. Distributions are in lib/py/random.py. */
#include "lib/lib_parts.h"

#include <string.h>

#include <nettle/sha2.h>

#include "object/bigint.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/tuple.h"

/* The Mersenne Twister MT19937 as its authors published it. */
enum { STATE_WORDS = 624, SHIFT_WORDS = 397 };

typedef struct {
    Obj h;
    Dict *dict; /* of a subclass instance */
    uint32_t words[STATE_WORDS];
    uint32_t used; /* words given out since the last renewal */
} Random;

#define RANDOM(o) ((Random *)(o))

/* ---- the generator ------------------------------------------------------------------------- */

static void renew(Random *r) {
    uint32_t *w = r->words;
    for (int i = 0; i < STATE_WORDS; i++) {
        uint32_t mixed = (w[i] & 0x80000000u) | (w[(i + 1) % STATE_WORDS] & 0x7fffffffu);
        w[i] = w[(i + SHIFT_WORDS) % STATE_WORDS] ^ mixed >> 1 ^ (mixed & 1 ? 0x9908b0dfu : 0);
    }
    r->used = 0;
}

static uint32_t next_word(Random *r) {
    if (r->used >= STATE_WORDS) renew(r);
    uint32_t y = r->words[r->used++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void start_from_number(Random *r, uint32_t number) {
    r->words[0] = number;
    for (uint32_t i = 1; i < STATE_WORDS; i++) {
        uint32_t before = r->words[i - 1];
        r->words[i] = 1812433253u * (before ^ before >> 30) + i;
    }
    r->used = STATE_WORDS;
}

static void start_from_key(Random *r, const uint32_t *key, size_t size) {
    uint32_t *w = r->words;
    start_from_number(r, 19650218u);
    uint32_t i = 1;
    size_t j = 0;
    for (size_t k = size > STATE_WORDS ? size : STATE_WORDS; k; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= STATE_WORDS) {
            w[0] = w[STATE_WORDS - 1];
            i = 1;
        }
        if (++j >= size) j = 0;
    }
    for (int k = STATE_WORDS - 1; k; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - i;
        if (++i >= STATE_WORDS) {
            w[0] = w[STATE_WORDS - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000u;
}

/* ---- seeds --------------------------------------------------------------------------------- */

static void seed_number(Random *r, uint64_t number) {
    uint32_t key[] = {(uint32_t)number, (uint32_t)(number >> 32)};
    start_from_key(r, key, key[1] ? 2 : 1);
}

static uint64_t magnitude(int64_t n) {
    return n < 0 ? 0u - (uint64_t)n : (uint64_t)n;
}

/* The magnitude in words of 32 bits, the lowest first. */
static bool seed_int(Engine *e, Random *r, Obj *seed) {
    Obj *positive = int_value(seed) < 0 ? int_negative(e, seed) : int_exact(e, seed);
    if (!positive) return false;
    size_t count = (big_bits(positive) + 31) / 32;
    uint32_t *key = arena_alloc(&e->arena, (count + 1) * sizeof *key);
    if (key) {
        unsigned char *bytes = (unsigned char *)key;
        big_to_bytes(positive, bytes, count * sizeof *key, true);
        for (size_t i = 0; i < count; i++) {
            const unsigned char *b = bytes + i * sizeof *key;
            key[i] = b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
        }
        start_from_key(r, key, count ? count : 1);
        arena_free(&e->arena, key);
    } else {
        err_memory(e);
    }
    decref(e, positive);
    return key != NULL;
}

/* The text and its SHA-512 are read as one large number with the most significant byte first. */
static bool seed_text(Engine *e, Random *r, const void *text, size_t size) {
    size_t total = size + SHA512_DIGEST_SIZE, words = (total + 3) / 4;
    unsigned char digest[SHA512_DIGEST_SIZE];
    struct sha512_ctx state;
    sha512_init(&state);
    sha512_update(&state, size, text);
    sha512_digest(&state, sizeof digest, digest);
    uint32_t *key = arena_alloc(&e->arena, words * sizeof *key);
    if (!key) return err_memory(e), false;
    for (size_t i = 0; i < total; i++) {
        size_t at = total - 1 - i;
        uint32_t byte = at < size ? ((const unsigned char *)text)[at] : digest[at - size];
        key[i / 4] |= byte << 8 * (i % 4);
    }
    while (words > 1 && !key[words - 1]) words--;
    start_from_key(r, key, words);
    arena_free(&e->arena, key);
    return true;
}

static bool seed_with(Engine *e, Random *r, Obj *seed) {
    if (seed == e->none) {
        seed_number(r, magnitude(e->lib->seed));
    } else if (HAS_LAYOUT(seed, INT)) {
        return seed_int(e, r, seed);
    } else if (HAS_LAYOUT(seed, FLOAT)) {
        seed_number(r, (uint64_t)float_hash_wide(float_value(seed)));
    } else if (HAS_LAYOUT(seed, STR)) {
        return seed_text(e, r, STR(seed)->text, STR(seed)->size);
    } else if (HAS_LAYOUT(seed, BYTES)) {
        return seed_text(e, r, BYTES(seed)->data, BYTES(seed)->size);
    } else {
        return err_false(e, T_TypeError,
                         "The only supported seed types are:\n"
                         "None, int, float, str, bytes, and bytearray.");
    }
    return true;
}

/* ---- methods ------------------------------------------------------------------------------- */

static Obj *seed_native(Engine *e, Obj *const *a) {
    return seed_with(e, RANDOM(a[0]), a[1]) ? e->none : NULL;
}

/* 53 bits, scaled to [0, 1). */
static Obj *random_native(Engine *e, Obj *const *a) {
    uint32_t high = next_word(RANDOM(a[0])) >> 5, low = next_word(RANDOM(a[0])) >> 6;
    return float_new(e, (high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

/* Word after word, the lowest first; the last one gives its highest bits. */
static Obj *large_getrandbits(Engine *e, Random *r, int64_t bits) {
    if (!big_room(e, (double)bits)) return NULL;
    size_t size = (size_t)(bits + 31) / 32 * 4;
    unsigned char *bytes = arena_alloc(&e->arena, size);
    if (!bytes) {
        err_memory(e);
        return NULL;
    }
    for (size_t i = 0; i < size; i += 4, bits -= 32) {
        uint32_t word = next_word(r);
        if (bits < 32) word >>= 32 - bits;
        for (size_t k = 0; k < 4; k++) bytes[i + k] = (unsigned char)(word >> 8 * k);
    }
    Obj *result = big_from_bytes(e, bytes, size, true, false);
    arena_free(&e->arena, bytes);
    return result;
}

static Obj *getrandbits_native(Engine *e, Obj *const *a) {
    int64_t bits;
    if (!int_index_c_int(e, a[1], &bits)) return NULL;
    if (bits < 0) return err_null(e, T_ValueError, "number of bits must be non-negative");
    if (bits > 63) return large_getrandbits(e, RANDOM(a[0]), bits);
    if (bits == 0) return int_new(e, 0);
    uint64_t low = next_word(RANDOM(a[0]));
    if (bits <= 32) return int_new(e, (int64_t)(low >> (32 - bits)));
    return int_new(e, (int64_t)(low | (uint64_t)(next_word(RANDOM(a[0])) >> (64 - bits)) << 32));
}

static Obj *getstate_native(Engine *e, Obj *const *a) {
    Tuple *state = tuple_new(e, STATE_WORDS + 1);
    for (uint32_t i = 0; state && i <= STATE_WORDS; i++) {
        state->items[i] = int_new(e, i < STATE_WORDS ? RANDOM(a[0])->words[i] : RANDOM(a[0])->used);
        if (!state->items[i]) clear_ref(e, state);
    }
    return OBJ(state);
}

static Obj *setstate_native(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[1], TUPLE)) {
        return err_null(e, T_TypeError, "state vector must be a tuple");
    }
    const Tuple *state = TUPLE(a[1]);
    if (state->size != STATE_WORDS + 1) {
        return err_null(e, T_ValueError, "state vector is the wrong size");
    }
    Random *r = RANDOM(a[0]);
    for (uint32_t i = 0; i <= STATE_WORDS; i++) {
        int64_t word;
        if (!int_index(e, state->items[i], &word)) return NULL;
        if (word < 0 || word > (i < STATE_WORDS ? (int64_t)UINT32_MAX : STATE_WORDS)) {
            return err_null(e, T_ValueError, "invalid state");
        }
        *(i < STATE_WORDS ? &r->words[i] : &r->used) = (uint32_t)word;
    }
    return e->none;
}

static const NativeDef methods[] = {
    {.name = "seed", .signature = "self, n=None, /", .fn = seed_native},
    {.name = "random", .signature = "self, /", .fn = random_native},
    {.name = "getrandbits", .signature = "self, k, /", .fn = getrandbits_native},
    {.name = "getstate", .signature = "self, /", .fn = getstate_native},
    {.name = "setstate", .signature = "self, state, /", .fn = setstate_native},
    {0},
};

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    (void)kwnames;
    Obj *random = obj_new(e, type, type->size);
    if (!random) return R_ERR;
    if (!seed_with(e, RANDOM(random), nargs ? args[0] : e->none)) {
        decref(e, random);
        return R_ERR;
    }
    *out = random;
    return R_OK;
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, RANDOM(o)->dict);
}

const TypeSpec random_spec = {
    .name = "Random",
    .module = "_random",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Random),
    .flags = TYPE_BASE | TYPE_DOTTED,
    .dict_offset = offsetof(Random, dict),
    .slots = {.release = release, .construct = construct},
    .methods = methods,
};

bool lib_random_init(Engine *e, Obj *module) {
    return lib_add(e, module, "_Random", incref(TYPE(e, Random)));
}
