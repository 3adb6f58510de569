#include "compile/compile_const.h"

#include <string.h>

#include "base/tiny.h"
#include "compile/compile_unit.h"
#include "object/bigint.h"
#include "object/bytes.h"
#include "object/error.h"
#include "object/complex.h"
#include "object/float.h"
#include "object/str.h"
#include "object/tuple.h"

enum { CONST_INT = 1, CONST_BIG, CONST_FLOAT, CONST_COMPLEX, CONST_STR, CONST_BYTES, CONST_TUPLE };

static uint32_t hash_bytes(uint32_t hash, const void *data, size_t size) {
    const unsigned char *p = data;
    for (size_t i = 0; i < size; i++) hash = (hash ^ p[i]) * 16777619u;
    return hash;
}

static ConstEntry make_key(uint8_t kind, int64_t bits, const void *data, size_t size) {
    uint32_t hash = hash_bytes(2166136261u ^ kind, &bits, sizeof bits);
    if (size > 0) hash = hash_bytes(hash, data, size);
    return (ConstEntry){kind, hash, size, data, bits, NULL, NULL};
}

static bool same_key(const ConstEntry *a, const ConstEntry *b) {
    return a->hash == b->hash && a->kind == b->kind && a->bits == b->bits && a->size == b->size &&
           (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

static ConstEntry *find(const ConstTable *t, const ConstEntry *key) {
    uint32_t i = key->hash & (t->capacity - 1);
    while (t->entries[i].value && !same_key(&t->entries[i], key)) i = (i + 1) & (t->capacity - 1);
    return &t->entries[i];
}

static bool make_room(Compiler *c) {
    ConstTable *t = &c->consts, old = *t;
    if (t->count * 2 < t->capacity) return true;
    uint32_t capacity = old.capacity ? old.capacity * 2 : TINY(512, 2);
    ConstEntry *entries = compiler_alloc(c, capacity * sizeof *entries);
    if (!entries) return false;
    *t = (ConstTable){entries, old.count, capacity};
    for (uint32_t i = 0; i < old.capacity; i++) {
        if (old.entries[i].value) *find(t, &old.entries[i]) = old.entries[i];
    }
    return true;
}

static Obj *make_object(Engine *e, const ConstEntry *key) {
    double number;
    switch (key->kind) {
    case CONST_INT: return int_new(e, key->bits);
    case CONST_BIG: return key->made;
    case CONST_FLOAT: memcpy(&number, &key->bits, sizeof number); return float_new(e, number);
    case CONST_COMPLEX:
        memcpy(&number, &key->bits, sizeof number);
        return complex_new(e, 0, number);
    case CONST_STR: return OBJ(str_new(e, key->data, key->size));
    case CONST_BYTES: return bytes_new(e, key->data, key->size);
    default: return OBJ(tuple_of(e, key->data, key->size / sizeof(Obj *)));
    }
}

/* The key has to outlive its source: texts and items are looked up in the object made. */
static void settle(ConstEntry *entry, const ConstEntry *key, Obj *value) {
    *entry = *key;
    entry->value = value;
    if (key->kind == CONST_STR) entry->data = STR(value)->text;
    if (key->kind == CONST_BYTES) entry->data = BYTES(value)->data;
    if (key->kind == CONST_TUPLE) entry->data = TUPLE(value)->items;
}

static Obj *intern(Compiler *c, ConstEntry key) {
    if (!make_room(c)) return c->e->none;
    ConstEntry *entry = find(&c->consts, &key);
    if (entry->value) return entry->value;
    Obj *value = make_object(c->e, &key);
    if (!value) {
        err_clear(c->e);
        compiler_out_of_memory(c);
        return c->e->none;
    }
    settle(entry, &key, value);
    c->consts.count++;
    return value;
}

Obj *const_int(Compiler *c, int64_t value) {
    return intern(c, make_key(CONST_INT, value, NULL, 0));
}

Obj *const_digits(Compiler *c, const char *digits, size_t count, int base, bool negative) {
    Obj *value = big_from_digits(c->e, digits, count, base, negative);
    if (!value) {
        err_clear(c->e);
        compiler_out_of_memory(c);
        return c->e->none;
    }
    const Limbs *limbs = ((const Int *)value)->big;
    if (!limbs) return const_int(c, int_value(value));
    size_t size = sizeof *limbs + limbs->count * sizeof *limbs->limb;
    ConstEntry key = make_key(CONST_BIG, 0, limbs, size);
    key.made = value;
    return intern(c, key);
}

Obj *const_float(Compiler *c, double value) {
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return intern(c, make_key(CONST_FLOAT, bits, NULL, 0));
}

Obj *const_imaginary(Compiler *c, double value) {
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return intern(c, make_key(CONST_COMPLEX, bits, NULL, 0));
}

Obj *const_str(Compiler *c, const char *text, size_t size) {
    Obj *value = intern(c, make_key(CONST_STR, 0, text, size));
    return value == c->e->none ? OBJ(c->e->empty_str) : value;
}

Obj *const_text(Compiler *c, const char *text) {
    return const_str(c, text, strlen(text));
}

Obj *const_bytes(Compiler *c, const void *data, size_t size) {
    return intern(c, make_key(CONST_BYTES, 0, data, size));
}

Obj *const_tuple(Compiler *c, Obj *const *items, size_t count) {
    if (count == 0) return c->e->empty_tuple;
    return intern(c, make_key(CONST_TUPLE, 0, items, count * sizeof *items));
}

void const_table_init(Compiler *c) {
    Str **names = (Str **)(void *)&c->e->names;
    for (size_t i = 0; i < sizeof c->e->names / sizeof *names && make_room(c); i++) {
        ConstEntry key = make_key(CONST_STR, 0, names[i]->text, names[i]->size);
        ConstEntry *entry = find(&c->consts, &key);
        if (entry->value) continue;
        settle(entry, &key, incref(names[i]));
        c->consts.count++;
    }
}

void const_table_clear(Compiler *c) {
    for (uint32_t i = 0; i < c->consts.capacity; i++) xdecref(c->e, c->consts.entries[i].value);
    c->consts = (ConstTable){NULL, 0, 0};
}
