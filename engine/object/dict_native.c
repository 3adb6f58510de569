/* The parts of dict's constructor and update() that run no Python code. */

#include "object/dict.h"

#include "object/error.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/mappingproxy.h"
#include "object/set.h"

/* What lies below OrderedDict is asked for its keys and items, as in CPython. */
bool dict_is_taken_whole(Engine *e, const Obj *o) {
    bool ordered = (o->type->flags & TYPE_ORDERED) != 0 && o->type->base != TYPE(e, dict);
    return HAS_LAYOUT(o, DICT) && o->type->slots.iter == TYPE(e, dict)->slots.iter && !ordered;
}

/* The dict that `source` is or stands for, if iterating over it runs no Python code; else NULL. */
static Dict *plain_dict(Engine *e, Obj *source) {
    while (IS(e, source, mappingproxy)) source = MAPPINGPROXY(source)->mapping;
    return dict_is_taken_whole(e, source) ? DICT(source) : NULL;
}

/* ---- Pairs --------------------------------------------------------------------------------- */

static bool is_sequence(Engine *e, const Obj *o) {
    return IS(e, o, list) || IS(e, o, tuple);
}

bool dict_pair_refused(Engine *e, size_t number) {
    return err_false(e, T_TypeError,
                     "cannot convert dictionary update sequence element #%u to a sequence",
                     (unsigned)number);
}

static bool update_pair(Engine *e, Dict *d, Obj *pair, size_t number) {
    SeqView v = seq_view(pair);
    if (v.size != 2) {
        return err_false(e, T_ValueError,
                         "dictionary update sequence element #%u has length %u; 2 is required",
                         (unsigned)number, (unsigned)v.size);
    }
    Obj *key = incref(v.items[0]), *value = incref(v.items[1]);
    bool ok = dict_set(e, d, key, value);
    decref(e, key);
    decref(e, value);
    return ok;
}

bool dict_update_pair(Engine *e, Dict *d, Obj *element, size_t number, bool *needs_call) {
    *needs_call = false;
    if (is_sequence(e, element)) return update_pair(e, d, element, number);
    List *pair = list_from_native(e, element, needs_call);
    bool ok = pair && update_pair(e, d, OBJ(pair), number);
    xdecref(e, pair);
    return ok;
}

/* Looked at before anything is done: the caller starts anew if the answer is no. */
static bool all_native_pairs(Engine *e, Obj *source) {
    if (!is_sequence(e, source)) return false;
    SeqView v = seq_view(source);
    for (size_t i = 0; i < v.size; i++) {
        if (!is_sequence(e, v.items[i]) && !IS(e, v.items[i], str)) return false;
    }
    return true;
}

static bool update_from_pairs(Engine *e, Dict *d, Obj *source) {
    for (size_t i = 0;; i++) {
        SeqView v = seq_view(source);
        if (i >= v.size) return true;
        bool needs_call;
        Obj *element = incref(v.items[i]);
        bool ok = dict_update_pair(e, d, element, i, &needs_call);
        decref(e, element);
        /* Comparing keys has put something else into the list. */
        if (!ok && needs_call) return dict_pair_refused(e, i);
        if (!ok) return false;
    }
}

/* ---- Whole sources ------------------------------------------------------------------------- */

bool dict_update_native(Engine *e, Dict *d, Obj *source, bool *needs_call) {
    *needs_call = false;
    Dict *other = plain_dict(e, source);
    if (other) return dict_update(e, d, other);
    if (all_native_pairs(e, source)) return update_from_pairs(e, d, source);
    *needs_call = true;
    return false;
}

/* Takes keys with their hashes from a dict or from a set's items. */
static bool fill_from_table(Engine *e, Dict *d, Dict *keys, Obj *value) {
    Obj *key;
    for (uint32_t i = 0; dict_next(keys, &i, &key, NULL);) {
        uint32_t hash = keys->entries[i - 1].hash;
        incref(key);
        bool ok = dict_set_hashed(e, d, key, hash, value);
        decref(e, key);
        if (!ok) return false;
    }
    return true;
}

bool dict_fill_native(Engine *e, Dict *d, Obj *keys, Obj *value, bool *needs_call) {
    *needs_call = false;
    if (IS(e, keys, dict)) return fill_from_table(e, d, DICT(keys), value);
    if (IS(e, keys, set) || IS(e, keys, frozenset)) {
        return fill_from_table(e, d, SET(keys)->items, value);
    }
    Obj *iterator = iter_over_native(e, keys, needs_call), *key;
    if (!iterator) return false;
    Res r;
    while ((r = iter_next_native(e, iterator, &key)) == R_OK) {
        bool ok = dict_set(e, d, key, value);
        decref(e, key);
        if (!ok) {
            r = R_ERR;
            break;
        }
    }
    decref(e, iterator);
    return r == R_STOP;
}
