#include "object/set.h"

#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/nest.h"
#include "object/str.h"

/* ---- Items --------------------------------------------------------------------------------- */

Set *set_new_typed(Engine *e, Type *type) {
    Set *s = SET(obj_new(e, type, type->size));
    if (!s) return NULL;
    s->items = dict_new(e);
    if (!s->items) clear_ref(e, s);
    return s;
}

Set *set_new(Engine *e, bool frozen) {
    return set_new_typed(e, frozen ? TYPE(e, frozenset) : TYPE(e, set));
}

Set *set_copy(Engine *e, const Set *s) {
    Set *copy =
        SET(obj_new(e, HAS_LAYOUT(s, SET) ? TYPE(e, set) : TYPE(e, frozenset), sizeof(Set)));
    if (!copy) return NULL;
    copy->items = dict_copy(e, s->items);
    if (!copy->items) clear_ref(e, copy);
    return copy;
}

bool set_add(Engine *e, Set *s, Obj *item) {
    Obj *value;
    return dict_set_default(e, s->items, item, e->none, &value);
}

static uint32_t hash_items(const Set *s) {
    uint32_t h = 1927868237u * (s->items->used + 1);
    for (uint32_t i = 0; dict_next(s->items, &i, NULL, NULL);) {
        uint32_t item = s->items->entries[i - 1].hash;
        h ^= (item ^ item << 16 ^ 89869747u) * 3644798167u; /* the order must not matter */
    }
    h ^= h >> 11 ^ h >> 25;
    h = h * 69069u + 907133923u;
    return h ? h : 590923713u;
}

/* A set is looked for as the frozenset with its items: {1} in {frozenset({1})}. */
static bool hash_sought(Engine *e, Obj *item, uint32_t *hash) {
    if (!HAS_LAYOUT(item, SET) || item->type->slots.hash != hash_refused) {
        return obj_hash(e, item, hash);
    }
    *hash = hash_items(SET(item));
    return true;
}

bool set_contains(Engine *e, Set *s, Obj *item, bool *found) {
    uint32_t hash;
    Obj *value;
    *found = false;
    if (!hash_sought(e, item, &hash)) return false;
    if (!dict_get_hashed(e, s->items, item, hash, &value)) return false;
    *found = value != NULL;
    return true;
}

bool set_discard(Engine *e, Set *s, Obj *item, bool *found) {
    uint32_t hash;
    Obj *removed;
    *found = false;
    if (!hash_sought(e, item, &hash)) return false;
    if (!dict_pop_hashed(e, s->items, item, hash, &removed)) return false;
    *found = removed != NULL;
    xdecref(e, removed);
    return true;
}

/* ---- Slots --------------------------------------------------------------------------------- */

static void release(Engine *e, Obj *o) {
    drop_ref(e, SET(o)->items);
    drop_ref(e, SET(o)->dict);
}

static bool put_items(Engine *e, StrBuf *text, const Set *s) {
    Obj *item;
    const char *before = "";
    for (uint32_t i = 0; dict_next(s->items, &i, &item, NULL);) {
        incref(item);
        Str *item_text = obj_repr(e, item);
        decref(e, item);
        if (!item_text) return false;
        strbuf_text(text, before);
        strbuf_str(text, item_text);
        decref(e, item_text);
        before = ", ";
    }
    return true;
}

/* {1}, frozenset({1}), Subclass({1}); the empty ones set() and so on. */
static Obj *repr(Engine *e, Obj *o) {
    const char *name = o->type->name->text;
    if (SET(o)->items->used == 0) return OBJ(str_format(e, "%s()", name));
    ReprMark mark;
    Res entered = repr_enter(e, &mark, o);
    if (entered == R_ERR) return NULL;
    if (entered == R_STOP) return OBJ(str_format(e, "%s(...)", name));
    bool named = !IS(e, o, set);
    StrBuf text;
    strbuf_init(&text, e);
    if (named) strbuf_printf(&text, "%s(", name);
    strbuf_char(&text, '{');
    bool ok = put_items(e, &text, SET(o));
    repr_leave(e, &mark);
    strbuf_text(&text, named ? "})" : "}");
    if (ok) return OBJ(strbuf_finish(&text));
    strbuf_clear(&text);
    return NULL;
}

static bool frozenset_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e;
    Set *s = SET(o);
    if (s->hash == 0) s->hash = hash_items(s);
    *hash = s->hash;
    return true;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, SET(o)->items->used > 0);
    return R_OK;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, SET(o)->items->used);
    return *out ? R_OK : R_ERR;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    bool found;
    if (!set_contains(e, SET(o), item, &found)) return R_ERR;
    *out = obj_bool(e, found);
    return R_OK;
}

Obj *set_iter_new(Engine *e, Set *s) {
    Obj *o = iter_new(e, T_set_iterator, OBJ(s));
    if (!o) return NULL;
    ITER(o)->expected = s->items->used;
    ITER(o)->stop = s->items->used; /* items that are left */
    return o;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = set_iter_new(e, SET(o));
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *method_add(Engine *e, Obj *const *a) {
    return set_add(e, SET(a[0]), a[1]) ? new_none(e) : NULL;
}

static Obj *method_clear(Engine *e, Obj *const *a) {
    dict_clear(e, SET(a[0])->items);
    return new_none(e);
}

static Obj *method_copy(Engine *e, Obj *const *a) {
    if (IS(e, a[0], frozenset)) return incref(a[0]);
    return OBJ(set_copy(e, SET(a[0])));
}

static Obj *method_discard(Engine *e, Obj *const *a) {
    bool found;
    return set_discard(e, SET(a[0]), a[1], &found) ? new_none(e) : NULL;
}

static Obj *method_pop(Engine *e, Obj *const *a) {
    Obj *item, *none;
    if (!dict_take_first(e, SET(a[0])->items, &item, &none)) {
        return err_null(e, T_KeyError, "pop from an empty set");
    }
    decref(e, none);
    return item;
}

static Obj *method_remove(Engine *e, Obj *const *a) {
    bool found;
    if (!set_discard(e, SET(a[0]), a[1], &found)) return NULL;
    if (found) return new_none(e);
    err_raise_with(e, T_KeyError, a[1]);
    return NULL;
}

const NativeDef set_methods[] = {
    {.name = "add", .signature = "self, object, /", .fn = method_add},
    {.name = "clear", .signature = "self, /", .fn = method_clear},
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = "discard", .signature = "self, object, /", .fn = method_discard},
    {.name = "pop", .signature = "self, /", .fn = method_pop},
    {.name = "remove", .signature = "self, object, /", .fn = method_remove},
    {0},
};

const NativeDef frozenset_methods[] = {
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {0},
};

const TypeSpec set_spec = {
    .name = "set",
    .base = T_object,
    .layout = LAYOUT_SET,
    .size = sizeof(Set),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(Set, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash_refused,
            .truth = truth,
            .length = length,
            .binary = set_binary,
            .inplace = set_inplace,
            .compare = set_compare,
            .contains = contains,
            .iter = iter,
        },
    .methods = set_methods,
    .doc = "Distinct items, in order of insertion.",
};

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .base = T_object,
    .layout = LAYOUT_FROZENSET,
    .size = sizeof(Set),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(Set, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = frozenset_hash,
            .truth = truth,
            .length = length,
            .binary = set_binary,
            .compare = set_compare,
            .contains = contains,
            .iter = iter,
        },
    .methods = frozenset_methods,
    .doc = "A set that cannot be changed.",
};
