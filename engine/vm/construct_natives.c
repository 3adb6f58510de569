/* Constructors of built-in types that take any iterable, or whose argument may be of a class of the
 * program. */
#include "vm/container_natives.h"

#include "object/bytes.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/iter.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/consume.h"
#include "vm/iterate.h"

/* Binds the one optional argument of `name`(iterable=()). */
static bool bind_one(Engine *e, const char *name, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **value) {
    const ConstructorArgs parameters = {name, NULL, 1, 1, true};
    return construct_bind(e, &parameters, args, nargs, kwnames, value);
}

/* ---- list, set: filled in place ------------------------------------------------------------ */

static Res consume_into(Engine *e, Obj *container, Obj *iterable) {
    if (HAS_LAYOUT(container, LIST)) return consume_into_list(e, LIST(container), iterable);
    return consume_into_set(e, SET(container), iterable);
}

/* Slots: container, iterable. The result is the filled container. */
static Res fill_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, consume_into(e, f->slot[0], f->slot[1]));
    *out = incref(f->slot[0]);
    return R_OK;
    STEPS_END;
}

static const NativeDef fill_def = {"fill", NULL, NULL, fill_step, 2, 0, NULL};

/* Takes the container; `done` says whether the native way has filled it already. */
static Res filled(Engine *e, Obj *container, Obj *iterable, bool done, bool needs_call, Obj **out) {
    if (done) {
        *out = container;
        return R_OK;
    }
    Res res = R_ERR;
    if (needs_call) res = native_push(e, &fill_def, (Obj *[]){container, iterable}, 2);
    decref(e, container);
    return res;
}

Res construct_list(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Obj *iterable;
    if (!bind_one(e, "list", args, nargs, kwnames, &iterable)) return R_ERR;
    Obj *list = obj_new(e, type, type->size);
    if (!list) return R_ERR;
    bool needs_call = iterable && consume_asks_program(iterable->type);
    bool done =
        !iterable || (!needs_call && list_extend_native(e, LIST(list), iterable, &needs_call));
    return filled(e, list, iterable, done, needs_call, out);
}

Res construct_set(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Obj *iterable;
    if (!bind_one(e, "set", args, nargs, kwnames, &iterable)) return R_ERR;
    Set *set = set_new_typed(e, type);
    if (!set) return R_ERR;
    bool needs_call = false;
    bool done = !iterable || set_update_native(e, set, iterable, &needs_call);
    return filled(e, OBJ(set), iterable, done, needs_call, out);
}

Res construct_frozenset(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                        Obj **out) {
    Obj *iterable;
    if (!bind_one(e, "frozenset", args, nargs, kwnames, &iterable)) return R_ERR;
    if (iterable && type == TYPE(e, frozenset) && IS(e, iterable, frozenset)) {
        *out = incref(iterable);
        return R_OK;
    }
    Set *set = set_new_typed(e, type);
    if (!set) return R_ERR;
    bool needs_call = false;
    bool done = !iterable || set_update_native(e, set, iterable, &needs_call);
    return filled(e, OBJ(set), iterable, done, needs_call, out);
}

Res op_list(Engine *e, Obj *iterable, Obj **out) {
    return construct_list(e, TYPE(e, list), &iterable, 1, NULL, out);
}

/* ---- tuple --------------------------------------------------------------------------------- */

static Obj *tuple_from_items(Engine *e, Type *type, SeqView items) {
    if (type == TYPE(e, tuple)) return OBJ(tuple_of(e, items.items, items.size));
    Tuple *t = tuple_new_typed(e, type, items.size);
    if (t) seq_copy(t->items, items.items, 0, 1, (int64_t)items.size);
    return OBJ(t);
}

/* Slots: type, iterable. */
static Res tuple_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_list(e, f->slot[1], STEP_OUT));
    *out = tuple_from_items(e, (Type *)f->slot[0], seq_view(f->in));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static const NativeDef tuple_def = {"tuple", NULL, NULL, tuple_step, 2, 0, NULL};

Res construct_tuple(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Obj *iterable;
    if (!bind_one(e, "tuple", args, nargs, kwnames, &iterable)) return R_ERR;
    if (!iterable) iterable = e->empty_tuple;
    if (IS(e, iterable, tuple) && type == TYPE(e, tuple)) {
        *out = incref(iterable);
    } else if (HAS_LAYOUT(iterable, TUPLE) && iter_is_native_iterable(e, iterable)) {
        *out = tuple_from_items(e, type, seq_view(iterable));
    } else {
        return native_push(e, &tuple_def, (Obj *[]){OBJ(type), iterable}, 2);
    }
    return *out ? R_OK : R_ERR;
}

/* ---- dict ---------------------------------------------------------------------------------- */

/* Keywords are stored after what the argument gives. */
static bool add_keywords(Engine *e, Dict *d, Obj *const *args, int nargs, const Tuple *kwnames) {
    for (uint32_t i = 0; kwnames && i < kwnames->size; i++) {
        Obj *value = args[nargs - (int)kwnames->size + (int)i];
        if (!dict_set(e, d, kwnames->items[i], value)) return false;
    }
    return true;
}

/* Slots: dict, source, dict of keywords. */
static Res dict_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, dict_natives_update(e, f->slot[0], f->slot[1], STEP_OUT));
    if (!dict_update(e, DICT(f->slot[0]), DICT(f->slot[2]))) return R_ERR;
    *out = incref(f->slot[0]);
    return R_OK;
    STEPS_END;
}

static const NativeDef dict_def = {"dict", NULL, NULL, dict_step, 3, 0, NULL};

static Res dict_from_python(Engine *e, Obj *d, Obj *source, Obj *const *args, int nargs,
                            const Tuple *kwnames) {
    Dict *keywords = dict_new(e);
    Res res = R_ERR;
    if (keywords && add_keywords(e, keywords, args, nargs, kwnames)) {
        res = native_push(e, &dict_def, (Obj *[]){d, source, OBJ(keywords)}, 3);
    }
    xdecref(e, keywords);
    return res;
}

Res construct_dict(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    int given = nargs - (kwnames ? (int)kwnames->size : 0);
    if (given > 1) {
        return err_res(e, T_TypeError, "dict expected at most 1 argument, got %d", given);
    }
    Obj *d = obj_new(e, type, type->size);
    if (!d) return R_ERR;
    bool needs_call = false;
    Res res = R_ERR;
    bool done = given == 0 || dict_update_native(e, DICT(d), args[0], &needs_call);
    if (done && add_keywords(e, DICT(d), args, nargs, kwnames)) {
        *out = d;
        return R_OK;
    }
    if (!done && needs_call) res = dict_from_python(e, d, args[0], args, nargs, kwnames);
    decref(e, d);
    return res;
}

/* ---- str, bool, bytes ---------------------------------------------------------------------- */

/* Slots: type, object. */
static Res str_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_str(e, f->slot[1], STEP_OUT));
    if ((Type *)f->slot[0] == TYPE(e, str)) {
        *out = in_take(f);
        return R_OK;
    }
    *out = OBJ(str_new_typed(e, (Type *)f->slot[0], STR(f->in)->text, STR(f->in)->size));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static const NativeDef str_def = {"str", NULL, NULL, str_step, 2, 0, NULL};

Res construct_str(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    bool one = nargs == 1 && !kwnames;
    if (one && ((args[0]->type->flags & TYPE_HEAP) || IS(e, args[0], type))) {
        return native_push(e, &str_def, (Obj *[]){OBJ(type), args[0]}, 2);
    }
    return str_spec.slots.construct(e, type, args, nargs, kwnames, out);
}

Res construct_bool(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    if (nargs == 1 && !kwnames) return op_truth(e, args[0], out);
    return bool_spec.slots.construct(e, type, args, nargs, kwnames, out);
}

/* Slots: type, iterable. */
static Res bytes_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_list(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    const Type *type = (const Type *)f->slot[0];
    const TypeSpec *spec = type->layout == LAYOUT_BYTEARRAY ? &bytearray_spec : &bytes_spec;
    return spec->slots.construct(e, (Type *)f->slot[0], &f->slot[1], 1, NULL, out);
    STEPS_END;
}

static const NativeDef bytes_def = {"bytes", NULL, NULL, bytes_step, 2, 0, NULL};

/* Something that only Python code can iterate over, and that is no bytes by another protocol. */
static bool is_python_iterable(Engine *e, const Obj *o) {
    bool by_items = (o->type->flags & TYPE_HEAP) && o->type->slots.getitem;
    return (o->type->slots.iter || by_items) && !iter_is_native_iterable(e, o) &&
           !IS(e, o, memoryview) && !type_lookup(e, o->type, N(e, __bytes__)) &&
           !type_lookup(e, o->type, N(e, __index__));
}

Res construct_bytes(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    if (nargs == 1 && !kwnames && is_python_iterable(e, args[0])) {
        return native_push(e, &bytes_def, (Obj *[]){OBJ(type), args[0]}, 2);
    }
    return bytes_spec.slots.construct(e, type, args, nargs, kwnames, out);
}

Res construct_bytearray(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                        Obj **out) {
    if (nargs == 1 && !kwnames && is_python_iterable(e, args[0])) {
        return native_push(e, &bytes_def, (Obj *[]){OBJ(type), args[0]}, 2);
    }
    return bytearray_spec.slots.construct(e, type, args, nargs, kwnames, out);
}
