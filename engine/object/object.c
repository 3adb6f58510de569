#include "object/object.h"

#include <string.h>

#include "object/bytes.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/weakref.h"

/* Deallocation goes this deep on the C stack, as CPython's does; what lies deeper waits its turn.
 */
enum { DEALLOC_DEPTH = 50, ARENA_ALIGN = 16 };

static size_t aligned(size_t size) {
    return (size + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
}

/* An instance of a subclass of the program is larger than what the built-in type asks for. */
static size_t instance_size(const Type *type, size_t size) {
    if (!type || !(type->flags & TYPE_HEAP)) return size;
    if (type->tail_size) return aligned(size) + ARENA_ALIGN + type->tail_size;
    return size < type->size ? type->size : size;
}

Obj *obj_new(Engine *e, Type *type, size_t size) {
    Obj *o = arena_alloc(&e->arena, instance_size(type, size));
    if (!o) {
        err_memory(e);
        return NULL;
    }
    o->refs = e->sealed ? 1 : IMMORTAL;
    o->id = ++*e->next_id;
    o->type = type;
    if (type) incref(type);
    return o;
}

static void free_object(Engine *e, Obj *o) {
    Type *type = o->type;
    if (type->slots.release) type->slots.release(e, o);
    arena_free(&e->arena, o);
    decref(e, type);
}

/* Waiting objects are linked through their reference counts: the top bit makes them immortal, the
 * rest is the next one's place in the arena, 0 for none. */
static void wait_for_dealloc(Engine *e, Obj *o) {
    size_t next = e->dealloc_pending
                      ? (size_t)((unsigned char *)e->dealloc_pending - e->arena.base) / ARENA_ALIGN
                      : 0;
    o->refs = IMMORTAL | (uint32_t)next;
    e->dealloc_pending = o;
}

static Obj *next_pending(Engine *e) {
    Obj *o = e->dealloc_pending;
    size_t next = o->refs & ~IMMORTAL;
    e->dealloc_pending = next ? (Obj *)(void *)(e->arena.base + next * ARENA_ALIGN) : NULL;
    return o;
}

/* True when a finalizer keeps the object alive, until it has run or longer. */
static bool kept_by_finalizer(Engine *e, Obj *o) {
    if (!o->type->slots.finalize) return false;
    o->refs = 1; /* alive while the finalizer looks at it */
    bool kept = o->type->slots.finalize(e, o);
    o->refs--;
    return kept || o->refs > 0;
}

/* Owns nothing, and nobody is told: numbers, texts. */
static bool is_plain(const Type *type) {
    return !type->slots.release && !type->slots.finalize && !type->weak_offset;
}

/* A mark before it tells the reference from an object whose finalizer waits. */
static bool drop_later(Engine *e, Obj *o) {
    List *waiting = LIST(*e->dying);
    if (!list_append(e, waiting, e->not_implemented)) return false;
    if (!list_append(e, waiting, o)) {
        waiting->size--;
        return false;
    }
    o->refs--; /* the list has its own */
    return true;
}

void obj_drop_behind(Engine *e, Obj *o) {
    bool waits = o->refs < IMMORTAL && !is_plain(o->type);
    if (!waits || !drop_later(e, o)) decref(e, o);
}

void obj_dealloc_pending(Engine *e) {
    while (e->dealloc_pending) free_object(e, next_pending(e));
}

void obj_dealloc(Engine *e, Obj *o) {
    if (is_plain(o->type)) {
        Type *type = o->type;
        arena_free(&e->arena, o);
        decref(e, type);
        return;
    }
    if (kept_by_finalizer(e, o)) return;
    if (o->type->weak_offset) weakref_clear_all(e, o);
    if (e->dealloc_depth >= DEALLOC_DEPTH) {
        wait_for_dealloc(e, o);
        return;
    }
    e->dealloc_depth++;
    free_object(e, o);
    if (e->dealloc_depth == 1) obj_dealloc_pending(e);
    e->dealloc_depth--;
}

Str *type_qualified_name(Engine *e, const Type *type) {
    if (!type->module || !HAS_LAYOUT(type->module, STR)) return STR(incref(type->qualname));
    const char *module = STR(type->module)->text;
    bool plain = strcmp(module, "builtins") == 0 || strcmp(module, "__main__") == 0;
    if (plain) return STR(incref(type->qualname));
    return str_format(e, "%s.%s", module, type->qualname->text);
}

bool type_is_subtype(const Type *type, const Type *base) {
    if (type == base) return true;
    const Tuple *mro = type->mro;
    if (!mro) { /* while the type is being made */
        while (type && type != base) type = type->base;
        return type != NULL;
    }
    for (uint32_t i = 1; i < mro->size; i++) {
        if (mro->items[i] == (const Obj *)base) return true;
    }
    return false;
}

static Obj *search_mro(const Type *type, const Str *name) {
    const Tuple *mro = type->mro;
    for (uint32_t i = 0; i < mro->size; i++) {
        Obj *found = dict_get_str(((Type *)mro->items[i])->dict, name);
        if (found) return found;
    }
    return NULL;
}

TypeLookup *type_lookup_place(Engine *e, const Type *type, const Str *name) {
    TypeLookup *l = &e->lookups.types[lookup_slot(type, name)];
    if (l->type == type && l->name == name && l->epoch == e->lookups.epoch) return l;
    if (!e->sealed || name->h.refs < IMMORTAL) return NULL;
    *l = (TypeLookup){type, name, search_mro(type, name), e->lookups.epoch, 0, 0, 0};
    return l;
}

Obj *type_lookup(Engine *e, const Type *type, const Str *name) {
    const TypeLookup *l = type_lookup_place(e, type, name);
    return l ? l->found : search_mro(type, name);
}

const char *type_name(const Obj *o) {
    return o->type->full_name->text;
}

/* The bytes of an instance whose built-in type has a variable part. */
static size_t variable_size(const Obj *o) {
    switch (o->type->layout) {
    case LAYOUT_STR: return sizeof(Str) + ((const Str *)o)->size + 1;
    case LAYOUT_BYTES: return sizeof(Bytes) + ((const Bytes *)o)->size + 1;
    case LAYOUT_TUPLE: return sizeof(Tuple) + ((const Tuple *)o)->size * sizeof(Obj *);
    default: ASSERT(false, "only str, bytes and tuple have a variable part"); return 0;
    }
}

void *obj_place(Obj *o, uint32_t offset) {
    size_t start = o->type->tail_size ? aligned(variable_size(o)) : 0;
    return (unsigned char *)o + start + offset;
}

Dict **obj_dict_slot(Obj *o) {
    const Type *type = o->type;
    if (!(type->flags & TYPE_HAS_DICT) || !type->dict_offset) return NULL;
    return obj_place(o, type->dict_offset);
}

Str *obj_repr(Engine *e, Obj *o) {
    return STR(o->type->slots.repr(e, o));
}

Str *obj_str(Engine *e, Obj *o) {
    if (IS(e, o, str)) return STR(incref(o));
    return STR(o->type->slots.str ? o->type->slots.str(e, o) : o->type->slots.repr(e, o));
}

bool obj_hash(Engine *e, Obj *o, uint32_t *hash) {
    if (!o->type->slots.hash) return hash_refused(e, o, hash);
    return o->type->slots.hash(e, o, hash);
}

bool obj_equal(Engine *e, Obj *a, Obj *b, bool *equal) {
    if (a == b) {
        *equal = true;
        return true;
    }
    return obj_compare(e, CMP_EQ, a, b, equal);
}

static Res try_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    return a->type->slots.compare ? a->type->slots.compare(e, op, a, b, out) : R_NOTIMPL;
}

/* The right operand goes first when its class is a subclass of the left one's. */
Res obj_compare_native(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    static const CompareOp swapped[COMPARE_OP_COUNT] = {CMP_GT, CMP_GE, CMP_EQ,
                                                        CMP_NE, CMP_LT, CMP_LE};
    bool b_first = a->type != b->type && type_is_subtype(b->type, a->type);
    Res res = b_first ? try_compare(e, swapped[op], b, a, out) : R_NOTIMPL;
    if (res == R_NOTIMPL) res = try_compare(e, op, a, b, out);
    if (res == R_NOTIMPL && !b_first) res = try_compare(e, swapped[op], b, a, out);
    if (res != R_NOTIMPL) return res;
    return obj_compare_default(e, op, a, b, out);
}

Res obj_compare_default(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    static const char *const symbols[COMPARE_OP_COUNT] = {"<", "<=", "==", "!=", ">", ">="};
    if (op == CMP_EQ || op == CMP_NE) {
        *out = obj_bool(e, (a == b) == (op == CMP_EQ));
        return R_OK;
    }
    return err_res(e, T_TypeError, "'%s' not supported between instances of '%s' and '%s'",
                   symbols[op], type_name(a), type_name(b));
}

bool obj_compare(Engine *e, CompareOp op, Obj *a, Obj *b, bool *result) {
    *result = false;
    if ((a->type->flags | b->type->flags) & TYPE_PY_COMPARE) {
        return obj_compare_python(e, op, a, b, result);
    }
    Obj *out = NULL;
    Res res = obj_compare_native(e, op, a, b, &out);
    ASSERT(res == R_OK || res == R_ERR, "a comparison in C gives a result or an error");
    if (res == R_ERR) return false;
    bool ok = obj_truth(e, out, result);
    decref(e, out);
    return ok;
}

bool obj_truth(Engine *e, Obj *o, bool *truth) {
    *truth = o == e->true_;
    if (o == e->true_ || o == e->false_ || o == e->none) return true;
    const TypeSlots *slots = &o->type->slots;
    if (!slots->truth && !slots->length) {
        *truth = true;
        return true;
    }
    if (o->type->flags & TYPE_PY_TRUTH) return obj_truth_python(e, o, truth);
    Obj *out = NULL;
    Res res = slots->truth ? slots->truth(e, o, &out) : slots->length(e, o, &out);
    ASSERT(res == R_OK || res == R_ERR, "truth in C gives a result or an error");
    if (res == R_ERR) return false;
    *truth = slots->truth ? out == e->true_ : int_value(out) != 0;
    decref(e, out);
    return true;
}
