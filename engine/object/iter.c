#include "object/iter.h"

#include "object/bytes.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/mappingproxy.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"

/* ---- Making and dropping ------------------------------------------------------------------- */

Obj *iter_new(Engine *e, int type_id, Obj *source) {
    Iter *it = ITER(obj_new(e, e->types[type_id], sizeof(Iter)));
    if (!it) return NULL;
    it->source = incref(source);
    if (type_id == T_list_reverseiterator) it->position = (int64_t)LIST(source)->size - 1;
    return OBJ(it);
}

Obj *iter_new_range(Engine *e, int64_t start, int64_t step, int64_t count) {
    Iter *it = ITER(obj_new(e, TYPE(e, range_iterator), sizeof(Iter)));
    if (!it) return NULL;
    it->position = start;
    it->step = step;
    it->stop = count;
    return OBJ(it);
}

void iter_release(Engine *e, Obj *o) {
    drop_ref(e, ITER(o)->source);
}

Res iter_self(Engine *e, Obj *o, Obj **out) {
    (void)e;
    *out = incref(o);
    return R_OK;
}

Res iter_exhaust(Engine *e, Iter *it) {
    clear_ref(e, it->source);
    return R_STOP;
}

/* ---- Native loops -------------------------------------------------------------------------- */

/* What is iterated most often comes first. */
static const uint8_t native_iterables[] = {
    T_list,       T_tuple,     T_range,       T_dict,      T_str,   T_set,
    T_dict_items, T_dict_keys, T_dict_values, T_frozenset, T_bytes,
};

static const uint8_t native_iterators[] = {
    T_list_iterator,
    T_tuple_iterator,
    T_range_iterator,
    T_longrange_iterator,
    T_str_iterator,
    T_bytes_iterator,
    T_set_iterator,
    T_dict_keyiterator,
    T_dict_valueiterator,
    T_dict_itemiterator,
    T_dict_reversekeyiterator,
    T_dict_reversevalueiterator,
    T_dict_reverseitemiterator,
    T_list_reverseiterator,
    T_str_ascii_iterator,
};

bool iter_is_native(Engine *e, const Obj *iterator) {
    for (size_t i = 0; i < COUNT_OF(native_iterators); i++) {
        if (iterator->type == e->types[native_iterators[i]]) return true;
    }
    return false;
}

bool iter_is_native_iterable(Engine *e, const Obj *iterable) {
    for (size_t i = 0; i < COUNT_OF(native_iterables); i++) {
        const Type *type = e->types[native_iterables[i]];
        if (iterable->type == type) return true;
        if (iterable->type->layout == type->layout &&
            iterable->type->slots.iter == type->slots.iter && type->layout != LAYOUT_OTHER) {
            return true; /* a subclass that leaves __iter__ alone */
        }
    }
    if (IS(e, iterable, mappingproxy)) {
        return iter_is_native_iterable(e, MAPPINGPROXY(iterable)->mapping);
    }
    return iter_is_native(e, iterable);
}

Obj *iter_over_native(Engine *e, Obj *iterable, bool *needs_call) {
    *needs_call = !iter_is_native_iterable(e, iterable);
    if (*needs_call) return NULL;
    Obj *iterator = NULL;
    Res r = iterable->type->slots.iter(e, iterable, &iterator);
    ASSERT(r == R_OK || r == R_ERR, "native containers make their iterators at once");
    return iterator;
}

Res iter_next_native(Engine *e, Obj *iterator, Obj **item) {
    if (!iter_is_native(e, iterator)) return R_PUSH;
    return iterator->type->slots.next(e, iterator, item);
}

/* ---- Lists and tuples ---------------------------------------------------------------------- */

static Res sequence_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    SeqView v = seq_view(it->source);
    if (it->position >= (int64_t)v.size) return iter_exhaust(e, it);
    *out = incref(v.items[it->position++]);
    return R_OK;
}

static Res list_reverse_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    const List *l = LIST(it->source);
    if (it->position < 0 || it->position >= (int64_t)l->size) return iter_exhaust(e, it);
    *out = incref(l->items[it->position--]);
    return R_OK;
}

/* ---- Text and bytes ------------------------------------------------------------------------ */

static Res str_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    const Str *s = STR(it->source);
    if (it->position >= (int64_t)s->size) return iter_exhaust(e, it);
    const char *start = s->text + it->position, *next = start;
    uint32_t c = utf8_next(&next);
    it->position += next - start;
    it->stop++; /* code points so far */
    *out = c < 128 ? incref(e->ascii[c]) : OBJ(str_new(e, start, (size_t)(next - start)));
    return *out ? R_OK : R_ERR;
}

static Res bytes_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    const Bytes *b = BYTES(it->source);
    if (it->position >= (int64_t)b->size) return iter_exhaust(e, it);
    *out = int_new(e, b->data[it->position++]);
    return *out ? R_OK : R_ERR;
}

/* ---- Ranges -------------------------------------------------------------------------------- */

static Res range_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (it->stop == 0) return R_STOP;
    *out = int_new(e, it->position);
    if (!*out) return R_ERR;
    it->stop--;
    it->position =
        (int64_t)((uint64_t)it->position + (uint64_t)it->step); /* past the last: wraps */
    return R_OK;
}

/* ---- Sets ---------------------------------------------------------------------------------- */

static Res set_next_item(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    const Dict *items = SET(it->source)->items;
    if (it->expected != items->used) {
        it->expected = UINT32_MAX; /* the error is repeated, as in CPython */
        return err_res(e, T_RuntimeError, "Set changed size during iteration");
    }
    uint32_t position = (uint32_t)it->position;
    Obj *item;
    if (!dict_next(items, &position, &item, NULL)) return iter_exhaust(e, it);
    it->position = position;
    it->stop--;
    *out = incref(item);
    return R_OK;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static int64_t items_left(Engine *e, const Iter *it) {
    if (IS(e, it, range_iterator)) return it->stop;
    if (!it->source) return 0;
    if (IS(e, it, list_reverseiterator)) {
        return it->position < (int64_t)LIST(it->source)->size ? it->position + 1 : 0;
    }
    if (HAS_LAYOUT(it->source, STR)) return (int64_t)STR(it->source)->length - it->stop;
    if (IS(e, it, bytes_iterator)) return (int64_t)BYTES(it->source)->size - it->position;
    if (IS(e, it, list_iterator) || IS(e, it, tuple_iterator)) {
        int64_t left = (int64_t)seq_view(it->source).size - it->position;
        return left > 0 ? left : 0;
    }
    /* Sets and dicts count down; after a change of size nobody knows. */
    uint32_t used = IS(e, it, set_iterator) ? SET(it->source)->items->used : DICT(it->source)->used;
    return used == it->expected ? it->stop : 0;
}

static Obj *method_length_hint(Engine *e, Obj *const *a) {
    return int_new(e, items_left(e, ITER(a[0])));
}

const NativeDef iter_methods[] = {
    {.name = "__length_hint__", .signature = "self, /", .fn = method_length_hint},
    {.name = "__reduce__", .signature = "self, /", .fn = iter_reduce},
    {0},
};

const NativeDef iter_place_methods[] = {
    {.name = "__length_hint__", .signature = "self, /", .fn = method_length_hint},
    {.name = "__reduce__", .signature = "self, /", .fn = iter_reduce},
    {.name = "__setstate__", .signature = "self, state, /", .fn = iter_set_state},
    {0},
};

/* ---- Types --------------------------------------------------------------------------------- */

#define ITERATOR_SPEC(id, next_slot, natives)                                                      \
    const TypeSpec id##_spec = {                                                                   \
        .name = #id,                                                                               \
        .base = T_object,                                                                          \
        .layout = LAYOUT_OTHER,                                                                    \
        .size = sizeof(Iter),                                                                      \
        .flags = TYPE_NO_NEW,                                                                      \
        .slots = {.release = iter_release, .iter = iter_self, .next = next_slot},                  \
        .methods = natives,                                                                        \
    }

ITERATOR_SPEC(list_iterator, sequence_next, iter_place_methods);
ITERATOR_SPEC(list_reverseiterator, list_reverse_next, iter_place_methods);
ITERATOR_SPEC(tuple_iterator, sequence_next, iter_place_methods);
ITERATOR_SPEC(str_iterator, str_next, iter_place_methods);
ITERATOR_SPEC(str_ascii_iterator, str_next, iter_place_methods);
ITERATOR_SPEC(bytes_iterator, bytes_next, iter_place_methods);
ITERATOR_SPEC(range_iterator, range_next, iter_place_methods);
ITERATOR_SPEC(set_iterator, set_next_item, iter_methods);
