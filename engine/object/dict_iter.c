/* Iterators over dicts: keys, values, items, forwards and backwards. */

#include "object/dict_views.h"
#include "object/error.h"
#include "object/iter.h"
#include "object/tuple.h"

static bool is_reverse(int type_id) {
    return type_id == T_dict_reversekeyiterator || type_id == T_dict_reversevalueiterator ||
           type_id == T_dict_reverseitemiterator;
}

static bool is_ordered(const Dict *d) {
    return (d->h.type->flags & TYPE_ORDERED) != 0;
}

Obj *dict_iter_new(Engine *e, int type_id, Dict *d) {
    Obj *o = iter_new(e, type_id, OBJ(d));
    if (!o) return NULL;
    ITER(o)->expected = is_ordered(d) ? d->version : d->used;
    ITER(o)->stop = d->used; /* entries that are left */
    if (is_reverse(type_id)) ITER(o)->position = d->filled;
    return o;
}

/* After the last key nobody looks at the dict again. */
static Res check_keys(Engine *e, Iter *it) {
    if (it->stop > 0 && it->expected == DICT(it->source)->version) return R_OK;
    bool ended = it->stop == 0;
    iter_exhaust(e, it);
    return ended ? R_STOP : err_res(e, T_RuntimeError, "OrderedDict mutated during iteration");
}

/* The size is no longer what it was: an error, and the same one at each further attempt. */
static Res check_size(Engine *e, Iter *it) {
    if (is_ordered(DICT(it->source))) return check_keys(e, it);
    if (it->expected == DICT(it->source)->used) return R_OK;
    it->expected = UINT32_MAX;
    return err_res(e, T_RuntimeError, "dictionary changed size during iteration");
}

/* CPython counts: more entries than there were at the start means that keys were exchanged. */
static Res advance(Engine *e, Obj *o, Obj **key, Obj **value) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    Res res = check_size(e, it);
    if (res != R_OK) return res;
    uint32_t position = (uint32_t)it->position;
    if (!dict_next(DICT(it->source), &position, key, value)) return iter_exhaust(e, it);
    if (it->stop == 0) {
        iter_exhaust(e, it);
        return err_res(e, T_RuntimeError, "dictionary keys changed during iteration");
    }
    it->position = position;
    it->stop--;
    return R_OK;
}

static Res retreat(Engine *e, Obj *o, Obj **key, Obj **value) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    Res res = check_size(e, it);
    if (res != R_OK) return res;
    uint32_t position = (uint32_t)it->position;
    if (!dict_previous(DICT(it->source), &position, key, value)) return iter_exhaust(e, it);
    it->position = position;
    it->stop--;
    return R_OK;
}

static Res give_pair(Engine *e, Obj *key, Obj *value, Obj **out) {
    *out = OBJ(tuple_pack(e, 2, key, value));
    return *out ? R_OK : R_ERR;
}

static Res key_next(Engine *e, Obj *o, Obj **out) {
    Obj *key;
    Res r = advance(e, o, &key, NULL);
    if (r == R_OK) *out = incref(key);
    return r;
}

static Res value_next(Engine *e, Obj *o, Obj **out) {
    Obj *value;
    Res r = advance(e, o, NULL, &value);
    if (r == R_OK) *out = incref(value);
    return r;
}

static Res item_next(Engine *e, Obj *o, Obj **out) {
    Obj *key, *value;
    Res r = advance(e, o, &key, &value);
    return r == R_OK ? give_pair(e, key, value, out) : r;
}

static Res key_previous(Engine *e, Obj *o, Obj **out) {
    Obj *key;
    Res r = retreat(e, o, &key, NULL);
    if (r == R_OK) *out = incref(key);
    return r;
}

static Res value_previous(Engine *e, Obj *o, Obj **out) {
    Obj *value;
    Res r = retreat(e, o, NULL, &value);
    if (r == R_OK) *out = incref(value);
    return r;
}

static Res item_previous(Engine *e, Obj *o, Obj **out) {
    Obj *key, *value;
    Res r = retreat(e, o, &key, &value);
    return r == R_OK ? give_pair(e, key, value, out) : r;
}

#define ITERATOR_SPEC(id, next_slot)                                                               \
    const TypeSpec id##_spec = {                                                                   \
        .name = #id,                                                                               \
        .base = T_object,                                                                          \
        .layout = LAYOUT_OTHER,                                                                    \
        .size = sizeof(Iter),                                                                      \
        .flags = TYPE_NO_NEW,                                                                      \
        .slots = {.release = iter_release, .iter = iter_self, .next = next_slot},                  \
        .methods = iter_methods,                                                                   \
    }

ITERATOR_SPEC(dict_keyiterator, key_next);
ITERATOR_SPEC(dict_valueiterator, value_next);
ITERATOR_SPEC(dict_itemiterator, item_next);
ITERATOR_SPEC(dict_reversekeyiterator, key_previous);
ITERATOR_SPEC(dict_reversevalueiterator, value_previous);
ITERATOR_SPEC(dict_reverseitemiterator, item_previous);
