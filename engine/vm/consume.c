#include "vm/consume.h"

#include "object/error.h"
#include "object/format.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

static bool add_to(Engine *e, Obj *into, Obj *item) {
    if (HAS_LAYOUT(into, LIST)) return list_append(e, LIST(into), item);
    return set_add(e, SET(into), item);
}

/* CPython refuses at once to make room for more. */
static const int64_t MOST_ITEMS = INT64_MAX / 8;

/* Lists ask a class of the program how many items to expect, and programs see that they do. */
static Res ask_length(Engine *e, Obj *into, Obj *iterable, Obj **out) {
    bool knows = (iterable->type->flags & TYPE_HEAP) || IS(e, iterable, reversed) ||
                 IS(e, iterable, iterator);
    if (HAS_LAYOUT(into, LIST) && knows) {
        if (iterable->type->slots.length) return op_length(e, iterable, out);
        if (type_lookup(e, iterable->type, N(e, __length_hint__))) {
            return op_call_special(e, iterable, N(e, __length_hint__), NULL, 0, out);
        }
    }
    *out = e->none;
    return R_OK;
}

/* Slots: container, iterable, iterator. A TypeError of __len__ only means that it is not known. */
static Res fill_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 2);
    STEP_TRY(3, ask_length(e, f->slot[0], f->slot[1], STEP_OUT));
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_TypeError)) return R_ERR;
        err_clear(e);
    } else if (HAS_LAYOUT(f->in, INT) && int_value(f->in) > MOST_ITEMS) {
        return err_res(e, T_MemoryError, NULL);
    }
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[2], STEP_OUT));
        if (f->in_res == R_STOP) break;
        if (!add_to(e, f->slot[0], f->in)) return R_ERR;
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef fill_def = {"extend", NULL, NULL, fill_step, 3, NATIVE_CATCHES, NULL};

bool consume_asks_program(const Type *type) {
    if (!(type->flags & TYPE_HEAP) || !type->slots.length) return false;
    const Type *base = type;
    while (base && (base->flags & TYPE_HEAP)) base = base->base;
    return base && base->slots.length != type->slots.length;
}

Res consume_into_list(Engine *e, List *into, Obj *iterable) {
    bool needs_call = consume_asks_program(iterable->type);
    if (!needs_call && list_extend_native(e, into, iterable, &needs_call)) return R_OK;
    if (!needs_call) return R_ERR;
    return native_push(e, &fill_def, (Obj *[]){OBJ(into), iterable}, 2);
}

static bool is_iterable(Engine *e, Obj *o) {
    return o->type->slots.iter || type_lookup(e, o->type, N(e, __getitem__));
}

/* "__main__.f()", "print()" for messages about a call; owned. */
static Str *callable_text(Engine *e, Obj *callable) {
    Obj *name = NULL, *module = NULL;
    if (op_getattr(e, callable, N(e, __qualname__), &name) != R_OK || !HAS_LAYOUT(name, STR)) {
        err_clear(e);
        xdecref(e, name);
        return obj_str(e, callable);
    }
    if (op_getattr(e, callable, N(e, __module__), &module) != R_OK) err_clear(e);
    bool plain = !module || !HAS_LAYOUT(module, STR) || str_equal_text(STR(module), "builtins");
    Str *text = str_format(e, "%s%s%s()", plain ? "" : STR(module)->text, plain ? "" : ".",
                           STR(name)->text);
    decref(e, name);
    xdecref(e, module);
    return text;
}

/* "f() argument after * must be an iterable, not int" */
static Res fail_star(Engine *e, Obj *callable, const char *stars, const char *wanted, Obj *got) {
    Str *text = callable_text(e, callable);
    if (!text) return R_ERR;
    err_null(e, T_TypeError, "%s argument after %s must be %s, not %s", text->text, stars, wanted,
             type_name(got));
    decref(e, text);
    return R_ERR;
}

Res consume_star(Engine *e, List *into, Obj *iterable, Obj *callable) {
    if (is_iterable(e, iterable)) return consume_into_list(e, into, iterable);
    if (callable) return fail_star(e, callable, "*", "an iterable", iterable);
    return err_res(e, T_TypeError, "Value after * must be an iterable, not %s",
                   type_name(iterable));
}

Res consume_into_set(Engine *e, Set *into, Obj *iterable) {
    return native_push(e, &fill_def, (Obj *[]){OBJ(into), iterable}, 2);
}

static bool fail_repeated(Engine *e, Obj *callable, const Str *key) {
    Str *text = callable_text(e, callable);
    if (!text) return false;
    err_null(e, T_TypeError, "%s got multiple values for keyword argument '%s'", text->text,
             key->text);
    decref(e, text);
    return false;
}

static bool is_new(Engine *e, Dict *into, Obj *key, Obj *callable) {
    bool named = callable && HAS_LAYOUT(key, STR); /* the call refuses other keys */
    if (named && dict_get_str(into, STR(key))) return fail_repeated(e, callable, STR(key));
    return true;
}

/* A TypeError of iter() says that keys() gave something wrong, whoever raised it. */
static Res refuse_keys(Engine *e, const NFrame *f) {
    if (!err_matches(e, T_TypeError)) return R_ERR;
    err_clear(e);
    return err_res(e, T_TypeError, "%s.keys() returned a non-iterable (type %s)",
                   type_name(f->slot[1]), type_name(f->slot[3]));
}

static Res refuse_mapping(Engine *e, Obj *mapping, Obj *callable) {
    if (callable != e->none) return fail_star(e, callable, "**", "a mapping", mapping);
    return err_res(e, T_TypeError, "'%s' object is not a mapping", type_name(mapping));
}

/* A call takes any KeyError for a name that was given twice, whoever raised it. */
static Res refuse_key(Engine *e, const NFrame *f) {
    if (f->slot[2] == e->none || !err_matches(e, T_KeyError)) return R_ERR;
    const Obj *given = EXC(err_get(e))->args;
    if (!given || !HAS_LAYOUT(given, TUPLE) || TUPLE(given)->size != 1) return R_ERR;
    const Tuple *args = TUPLE(given);
    Str *text = callable_text(e, f->slot[2]), *key = text ? obj_str(e, args->items[0]) : NULL;
    if (key) {
        err_clear(e);
        err_null(e, T_TypeError, "%s got multiple values for keyword argument '%s'", text->text,
                 key->text);
    }
    xdecref(e, text);
    xdecref(e, key);
    return R_ERR;
}

enum { WHOLE_MAPPING, KEYED }; /* number[0] of the frame below */

/* An AttributeError says that it is no mapping, whoever raised it; but not in dict.update(). */
static Res refuse_in_mapping(Engine *e, const NFrame *f) {
    if (f->number[0] == KEYED) return R_ERR;
    if (!err_matches(e, T_AttributeError)) return refuse_key(e, f);
    err_clear(e);
    return refuse_mapping(e, f->slot[1], f->slot[2]);
}

/* Slots: dict, mapping, callable or None, keys, key; number[1] = keys that were taken. All keys are
 * there before the first value is asked for. */
static Res mapping_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_call_method(e, f->slot[1], N(e, keys), NULL, 0, STEP_OUT));
    if (f->in_res != R_OK) return refuse_in_mapping(e, f);
    slot_take(e, f, 3);
    STEP_TRY(2, op_iter(e, f->slot[3], STEP_OUT));
    if (f->in_res != R_OK) return refuse_keys(e, f);
    slot_take(e, f, 3);
    STEP_TRY(3, op_list(e, f->slot[3], STEP_OUT));
    if (f->in_res != R_OK) return refuse_in_mapping(e, f);
    slot_take(e, f, 3);
    for (; f->number[1] < (int64_t)LIST(f->slot[3])->size; f->number[1]++) {
        set_ref(e, f->slot[4], incref(LIST(f->slot[3])->items[f->number[1]]));
        Obj *callable = f->slot[2] == e->none ? NULL : f->slot[2];
        if (!is_new(e, DICT(f->slot[0]), f->slot[4], callable)) return R_ERR;
        STEP_TRY(4, op_getitem(e, f->slot[1], f->slot[4], STEP_OUT));
        if (f->in_res != R_OK) return refuse_in_mapping(e, f);
        if (!dict_set(e, DICT(f->slot[0]), f->slot[4], f->in)) return R_ERR;
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef mapping_def = {"update", NULL, NULL, mapping_step, 5, NATIVE_CATCHES, NULL};

static Res merge_dict(Engine *e, Dict *into, Dict *mapping, Obj *callable) {
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(mapping, &i, &key, &value);) {
        if (!is_new(e, into, key, callable) || !dict_set(e, into, key, value)) return R_ERR;
    }
    return R_OK;
}

/* Its keys() may be an attribute of its own, or come from __getattr__. */
static bool is_open(const Obj *o) {
    return (o->type->flags & TYPE_HEAP) || HAS_LAYOUT(o, TYPE);
}

Res consume_mapping(Engine *e, Dict *into, Obj *mapping, Obj *callable) {
    if (dict_is_taken_whole(e, mapping)) return merge_dict(e, into, DICT(mapping), callable);
    Obj *called = callable ? callable : e->none;
    if (!is_open(mapping) && !type_lookup(e, mapping->type, N(e, keys))) {
        return refuse_mapping(e, mapping, called);
    }
    return native_push(e, &mapping_def, (Obj *[]){OBJ(into), mapping, called}, 3);
}

Res consume_keyed(Engine *e, Dict *into, Obj *mapping) {
    Res res = native_push(e, &mapping_def, (Obj *[]){OBJ(into), mapping, e->none}, 3);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = KEYED;
    return res;
}

static Res unpack_failed(Engine *e, int64_t got, uint32_t before, int after) {
    uint32_t wanted = before + (after > 0 ? (uint32_t)after : 0);
    if (got > (int64_t)wanted) {
        return err_res(e, T_ValueError, "too many values to unpack (expected %u)", wanted);
    }
    return err_res(e, T_ValueError, "not enough values to unpack (expected %s%u, got %d)",
                   after >= 0 ? "at least " : "", wanted, (int)got);
}

/* Splits the collected items into before.. [rest] after.. */
static Res unpack_split(Engine *e, Obj *const *items, uint32_t count, uint32_t before, int after,
                        Obj **out) {
    if (after < 0 || count < before + (uint32_t)after)
        return unpack_failed(e, count, before, after);
    uint32_t tail = (uint32_t)after;
    Tuple *t = tuple_new(e, before + 1 + tail);
    List *rest = t ? list_of(e, items + before, count - before - tail) : NULL;
    if (!rest) {
        xdecref(e, t);
        return R_ERR;
    }
    for (uint32_t i = 0; i < before; i++) t->items[i] = incref(items[i]);
    t->items[before] = OBJ(rest);
    for (uint32_t i = 0; i < tail; i++) t->items[before + 1 + i] = incref(items[count - tail + i]);
    *out = OBJ(t);
    return R_OK;
}

static Res unpack_items(Engine *e, Obj *const *items, uint32_t count, uint32_t before, int after,
                        Obj **out) {
    if (after >= 0) return unpack_split(e, items, count, before, after, out);
    if (count != before) return unpack_failed(e, count, before, after);
    *out = OBJ(tuple_of(e, items, count));
    return *out ? R_OK : R_ERR;
}

/* Slots: iterable, iterator, list. number[0] = before, number[1] = after. Without a star it asks
 * for one item more than it needs and no further. */
static Res unpack_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_iter(e, f->slot[0], STEP_OUT));
    slot_take(e, f, 1);
    set_ref(e, f->slot[2], OBJ(list_new(e, 4)));
    if (!f->slot[2]) return R_ERR;
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        if (f->number[1] < 0 && (int64_t)LIST(f->slot[2])->size == f->number[0]) {
            return unpack_failed(e, f->number[0] + 1, (uint32_t)f->number[0], -1);
        }
        if (!list_append(e, LIST(f->slot[2]), f->in)) return R_ERR;
    }
    List *l = LIST(f->slot[2]);
    return unpack_items(e, l->items, l->size, (uint32_t)f->number[0], (int)f->number[1], out);
    STEPS_END;
}

static const NativeDef unpack_def = {"unpack", NULL, NULL, unpack_step, 3, 0, NULL};

Res consume_unpack(Engine *e, Obj *iterable, uint32_t before, int after, Obj **out) {
    if (IS(e, iterable, tuple)) {
        Tuple *t = TUPLE(iterable);
        return unpack_items(e, t->items, t->size, before, after, out);
    }
    if (IS(e, iterable, list)) {
        List *l = LIST(iterable);
        return unpack_items(e, l->items, l->size, before, after, out);
    }
    if (!is_iterable(e, iterable)) {
        return err_res(e, T_TypeError, "cannot unpack non-iterable %s object", type_name(iterable));
    }
    Res res = native_push(e, &unpack_def, &iterable, 1);
    if (res == R_PUSH) {
        NFRAME(e->vm->top)->number[0] = before;
        NFRAME(e->vm->top)->number[1] = after;
    }
    return res;
}

/* Slots: value, spec, converted; number[0] = conversion. */
static Res format_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (f->number[0] == 1) {
        STEP(1, op_str(e, f->slot[0], STEP_OUT));
    } else {
        STEP(2, op_repr(e, f->slot[0], STEP_OUT));
    }
    if (f->number[0] == 3) {
        Str *ascii = str_ascii(e, STR(f->in));
        if (!ascii) return R_ERR;
        set_ref(e, f->in, OBJ(ascii));
    }
    slot_take(e, f, 2);
    STEP(3, op_format(e, f->slot[2], f->slot[1], STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef format_def = {"format", NULL, NULL, format_step, 3, 0, NULL};

Res consume_format(Engine *e, Obj *value, uint32_t conversion, Obj *spec, Obj **out) {
    if (conversion == 0 || (IS(e, value, str) && conversion == 1)) {
        return op_format(e, value, spec, out);
    }
    Res res = native_push(e, &format_def, (Obj *[]){value, spec}, 2);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = conversion;
    return res;
}
