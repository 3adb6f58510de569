#include "lib/lib_deque.h"

#include "base/tiny.h"
#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/ops.h"

enum { DEQUE_LEAST = TINY(8, 2), DEQUE_MOST = 1 << 27 };

/* ---- the ring ------------------------------------------------------------------------------ */

static bool grow(Engine *e, Deque *d) {
    if (d->size < d->capacity) return true;
    uint32_t capacity = d->capacity ? d->capacity * 2 : DEQUE_LEAST;
    Obj **items = capacity <= DEQUE_MOST ? arena_alloc(&e->arena, capacity * sizeof *items) : NULL;
    if (!items) return err_memory(e), false;
    for (uint32_t i = 0; i < d->size; i++) items[i] = *deque_place(d, i);
    arena_free(&e->arena, d->items);
    d->items = items;
    d->capacity = capacity;
    d->first = 0;
    return true;
}

Obj *deque_pop(Deque *d) {
    Obj **place = deque_place(d, --d->size);
    Obj *item = *place;
    *place = NULL;
    d->version++;
    return item;
}

Obj *deque_pop_left(Deque *d) {
    Obj **place = deque_place(d, 0);
    Obj *item = *place;
    *place = NULL;
    d->first = (d->first + 1) & (d->capacity - 1);
    d->size--;
    d->version++;
    return item;
}

bool deque_append(Engine *e, Deque *d, Obj *item) {
    if (d->maxlen == 0) return true;
    if (!grow(e, d)) return false;
    *deque_place(d, d->size++) = incref(item);
    d->version++;
    if (d->maxlen >= 0 && d->size > d->maxlen) decref(e, deque_pop_left(d));
    return true;
}

bool deque_append_left(Engine *e, Deque *d, Obj *item) {
    if (d->maxlen == 0) return true;
    if (!grow(e, d)) return false;
    d->first = (d->first - 1) & (d->capacity - 1);
    d->size++;
    *deque_place(d, 0) = incref(item);
    d->version++;
    if (d->maxlen >= 0 && d->size > d->maxlen) decref(e, deque_pop(d));
    return true;
}

void deque_clear(Engine *e, Deque *d) {
    while (d->size) decref(e, deque_pop_left(d));
}

void deque_rotate(Deque *d, int64_t steps) {
    if (d->size < 2) return;
    int64_t by = steps % (int64_t)d->size;
    if (by < 0) by += d->size;
    for (int64_t i = 0; i < by; i++) {
        Obj *last = deque_pop(d);
        d->first = (d->first - 1) & (d->capacity - 1);
        d->size++;
        *deque_place(d, 0) = last;
    }
    d->version++;
}

/* The shorter side moves up: of ten thousand in line it is the first who leaves. */
Obj *deque_take(Deque *d, uint32_t index) {
    Obj *item = *deque_place(d, index);
    bool front = index < d->size / 2;
    for (uint32_t i = index; front && i > 0; i--) *deque_place(d, i) = *deque_place(d, i - 1);
    for (uint32_t i = index; !front && i + 1 < d->size; i++)
        *deque_place(d, i) = *deque_place(d, i + 1);
    *deque_place(d, front ? 0 : d->size - 1) = NULL;
    if (front) d->first = (d->first + 1) & (d->capacity - 1);
    d->size--;
    d->version++;
    return item;
}

Deque *deque_new(Engine *e, Type *type, int64_t maxlen) {
    Deque *d = DEQUE(obj_new(e, type, type->size));
    if (d) d->maxlen = maxlen;
    return d;
}

Deque *deque_copy(Engine *e, const Deque *d, Type *type) {
    Deque *copy = deque_new(e, type, d->maxlen);
    for (uint32_t i = 0; copy && i < d->size; i++) {
        if (!deque_append(e, copy, *deque_place(d, i))) clear_ref(e, copy);
    }
    return copy;
}

static void release(Engine *e, Obj *o) {
    deque_clear(e, DEQUE(o));
    drop_ref(e, DEQUE(o)->dict);
    arena_free(&e->arena, DEQUE(o)->items);
}

/* ---- slots --------------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    const Deque *d = DEQUE(o);
    ReprMark mark;
    Res entered = repr_enter(e, &mark, o);
    if (entered != R_OK) return entered == R_STOP ? OBJ(str_from(e, "[...]")) : NULL;
    List *items = list_new(e, d->size);
    for (uint32_t i = 0; items && i < d->size; i++) {
        if (!list_append(e, items, *deque_place(d, i))) clear_ref(e, items);
    }
    Str *text = items ? obj_repr(e, OBJ(items)) : NULL, *whole = NULL;
    repr_leave(e, &mark);
    if (text) {
        const char *name = o->type->name->text;
        whole = d->maxlen < 0
                    ? str_format(e, "%s(%s)", name, text->text)
                    : str_format(e, "%s(%s, maxlen=%lld)", name, text->text, (long long)d->maxlen);
    }
    xdecref(e, items);
    xdecref(e, text);
    return OBJ(whole);
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, DEQUE(o)->size > 0);
    return R_OK;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, DEQUE(o)->size);
    return *out ? R_OK : R_ERR;
}

static bool find_place(Engine *e, const Deque *d, Obj *key, uint32_t *index) {
    int64_t i;
    if (!seq_is_index(e, key)) {
        return err_false(e, T_TypeError, "sequence index must be integer, not '%s'",
                         type_name(key));
    }
    if (!int_index(e, key, &i)) return false;
    if (!seq_index(&i, d->size)) return err_false(e, T_IndexError, "deque index out of range");
    *index = (uint32_t)i;
    return true;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    uint32_t index;
    if (!find_place(e, DEQUE(o), key, &index)) return R_ERR;
    *out = incref(*deque_place(DEQUE(o), index));
    return R_OK;
}

static Res setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    uint32_t index;
    if (!find_place(e, DEQUE(o), key, &index)) return R_ERR;
    Obj *old = value ? *deque_place(DEQUE(o), index) : deque_take(DEQUE(o), index);
    if (value) *deque_place(DEQUE(o), index) = incref(value);
    decref(e, old);
    return R_OK;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    const Deque *d = DEQUE(o);
    uint32_t version = d->version;
    bool equal = false;
    for (uint32_t i = 0; i < d->size && !equal; i++) {
        Obj *own = incref(*deque_place(d, i));
        bool ok = obj_equal(e, own, item, &equal);
        decref(e, own);
        if (!ok) return R_ERR;
        if (d->version != version) {
            return err_res(e, T_RuntimeError, "deque mutated during iteration");
        }
    }
    *out = obj_bool(e, equal);
    return R_OK;
}

/* Both as lists, which know how to be compared. */
static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!obj_is(b, TYPE(e, deque))) return R_NOTIMPL;
    List *lists[2] = {list_new(e, DEQUE(a)->size), list_new(e, DEQUE(b)->size)};
    bool ok = lists[0] && lists[1];
    for (int side = 0; ok && side < 2; side++) {
        const Deque *d = DEQUE(side ? b : a);
        for (uint32_t i = 0; ok && i < d->size; i++) {
            ok = list_append(e, lists[side], *deque_place(d, i));
        }
    }
    Res res = ok ? seq_compare(e, op, OBJ(lists[0]), OBJ(lists[1]), out) : R_ERR;
    xdecref(e, lists[0]);
    xdecref(e, lists[1]);
    return res;
}

/* ---- + and * ------------------------------------------------------------------------------- */

static bool append_all(Engine *e, Deque *to, const Deque *from) {
    for (uint32_t i = 0; i < from->size; i++) {
        if (!deque_append(e, to, *deque_place(from, i))) return false;
    }
    return true;
}

static Res concat(Engine *e, Obj *a, Obj *b, Obj **out) {
    if (!obj_is(a, TYPE(e, deque))) return R_NOTIMPL;
    if (!obj_is(b, TYPE(e, deque))) {
        return err_res(e, T_TypeError, "can only concatenate deque (not \"%s\") to deque",
                       type_name(b));
    }
    Deque *d = deque_copy(e, DEQUE(a), a->type);
    if (d && !append_all(e, d, DEQUE(b))) clear_ref(e, d);
    *out = OBJ(d);
    return d ? R_OK : R_ERR;
}

static Res refuse_repeat(Engine *e, const Obj *number) {
    return err_res(e, T_TypeError, "can't multiply sequence by non-int of type '%s'",
                   type_name(number));
}

static Res repeat(Engine *e, Obj *a, Obj *b, Obj **out) {
    Obj *source = obj_is(a, TYPE(e, deque)) ? a : b, *number = source == a ? b : a;
    if (!seq_is_index(e, number)) return refuse_repeat(e, number);
    int64_t count;
    if (!int_index(e, number, &count)) return R_ERR;
    Deque *d = deque_new(e, source->type, DEQUE(source)->maxlen);
    /* What a maxlen throws away again need not be made. */
    int64_t size = DEQUE(source)->size, maxlen = DEQUE(source)->maxlen;
    if (size && maxlen >= 0 && count > maxlen / size + 1) count = maxlen / size + 1;
    for (int64_t i = 0; d && size && i < count; i++) {
        if (!append_all(e, d, DEQUE(source))) clear_ref(e, d);
    }
    *out = OBJ(d);
    return d ? R_OK : R_ERR;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD) return concat(e, a, b, out);
    if (op == OP_MUL) return repeat(e, a, b, out);
    return R_NOTIMPL;
}

static Res inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD) return deque_extend_and_return(e, DEQUE(a), b, out);
    if (op != OP_MUL) return R_NOTIMPL;
    Obj *product = NULL;
    Res res = repeat(e, a, b, &product);
    if (res != R_OK) return res;
    deque_clear(e, DEQUE(a));
    bool ok = append_all(e, DEQUE(a), DEQUE(product));
    decref(e, product);
    *out = incref(a);
    return ok ? R_OK : R_ERR;
}

static Obj *get_maxlen(Engine *e, Obj *o) {
    return DEQUE(o)->maxlen < 0 ? e->none : int_new(e, DEQUE(o)->maxlen);
}

static const GetSetDef getset[] = {{"maxlen", get_maxlen, NULL}, {0}};

/* ---- iterators ----------------------------------------------------------------------------- */

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = iter_new(e, T_deque_iterator, o);
    if (*out) ITER(*out)->expected = DEQUE(o)->version;
    return *out ? R_OK : R_ERR;
}

static Res next_item(Engine *e, Obj *o, bool reverse, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    const Deque *d = DEQUE(it->source);
    if (it->expected != d->version) {
        return err_res(e, T_RuntimeError, "deque mutated during iteration");
    }
    if (it->position >= (int64_t)d->size) return iter_exhaust(e, it);
    uint32_t index = (uint32_t)it->position++;
    *out = incref(*deque_place(d, reverse ? d->size - 1 - index : index));
    return R_OK;
}

static Res iterator_next(Engine *e, Obj *o, Obj **out) {
    return next_item(e, o, false, out);
}

static Res reverse_next(Engine *e, Obj *o, Obj **out) {
    return next_item(e, o, true, out);
}

const TypeSpec deque_spec = {
    .name = "deque",
    .module = "collections",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Deque),
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_DOTTED | TYPE_HAS_WEAK,
    .dict_offset = offsetof(Deque, dict),
    .weak_offset = offsetof(Deque, weakrefs),
    .slots = {.release = release,
              .repr = repr,
              .hash = hash_refused,
              .truth = truth,
              .length = length,
              .binary = binary,
              .inplace = inplace,
              .compare = compare,
              .getitem = getitem,
              .setitem = setitem,
              .contains = contains,
              .iter = iter,
              .construct = deque_construct},
    .methods = deque_methods,
    .getset = getset,
};

const TypeSpec deque_iterator_spec = {
    .name = "_deque_iterator",
    .module = "_collections",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Iter),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.release = iter_release, .iter = iter_self, .next = iterator_next},
};

const TypeSpec deque_reverse_iterator_spec = {
    .name = "_deque_reverse_iterator",
    .module = "_collections",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Iter),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.release = iter_release, .iter = iter_self, .next = reverse_next},
};
