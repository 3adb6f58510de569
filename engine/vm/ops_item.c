/* Items and iteration: o[k], k in o, iter(), next(), send(). */
#include "vm/ops.h"

#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/attr.h"
#include "vm/native.h"
#include "vm/ops_error.h"
#include "vm/union.h"

static Res not_generic(Engine *e, const Obj *class) {
    return err_res(e, T_TypeError, "type '%s' is not subscriptable",
                   TYPE_OF(class)->full_name->text);
}

/* Slots: 0 class, 1 key. A class without __getitem__ on its metaclass: X[...] is generic. */
static Res class_item_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_getattr(e, f->slot[0], N(e, __class_getitem__), STEP_OUT));
    if (f->in_res == R_ERR && err_matches(e, T_AttributeError)) {
        err_clear(e);
        return not_generic(e, f->slot[0]);
    }
    if (f->in_res != R_OK) return R_ERR;
    slot_take(e, f, 0);
    STEP_TRY(2, op_call1(e, f->slot[0], f->slot[1], STEP_OUT));
    if (f->in_res != R_OK) return R_ERR;
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef class_item_def = {"__class_getitem__", NULL, NULL, class_item_step, 2,
                                         NATIVE_CATCHES,      NULL};

Res op_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    if (o->type->slots.getitem) return o->type->slots.getitem(e, o, key, out);
    if (!HAS_LAYOUT(o, TYPE)) {
        return err_res(e, T_TypeError, "'%s' object is not subscriptable", type_name(o));
    }
    if (o == OBJ(TYPE(e, type))) { /* type[int]; a class of classes has no such form */
        *out = generic_alias_new(e, o, key);
        return *out ? R_OK : R_ERR;
    }
    bool computed = type_lookup(e, o->type, N(e, __getattr__)) != NULL; /* by the metaclass */
    if (computed || type_lookup(e, TYPE_OF(o), N(e, __class_getitem__))) {
        return native_push(e, &class_item_def, (Obj *[]){o, key}, 2);
    }
    return not_generic(e, o);
}

/* What CPython words an item's deletion by: the key has __index__, and the type could have items.
 */
static bool can_be_index(const Obj *key) {
    return HAS_LAYOUT(key, INT) || HAS_LAYOUT(key, BOOL);
}

static bool is_sequence_like(const Obj *o) {
    const TypeSlots *slots = &o->type->slots;
    return slots->length || slots->contains || (o->type->flags & TYPE_HEAP);
}

Res op_setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    Res res = R_NOTIMPL;
    if (o->type->slots.setitem) res = o->type->slots.setitem(e, o, key, value);
    if (res != R_NOTIMPL) return res;
    int64_t index;
    bool indexed = can_be_index(key) && is_sequence_like(o);
    if (indexed && !int_position(e, key, T_IndexError, &index)) return R_ERR;
    if (value) {
        return err_res(e, T_TypeError, "'%s' object does not support item assignment",
                       type_name(o));
    }
    const char *no = indexed ? "doesn't" : "does not";
    return err_res(e, T_TypeError, "'%s' object %s support item deletion", type_name(o), no);
}

Res op_iter(Engine *e, Obj *o, Obj **out) {
    if (o->type->slots.iter) return o->type->slots.iter(e, o, out);
    if (o->type->slots.getitem && !HAS_LAYOUT(o, DICT)) {
        *out = iter_new(e, T_iterator, o);
        return *out ? R_OK : R_ERR;
    }
    return err_res(e, T_TypeError, "'%s' object is not iterable", type_name(o));
}

Res op_next(Engine *e, Obj *iterator, Obj **out) {
    if (iterator->type->slots.next) return iterator->type->slots.next(e, iterator, out);
    return err_res(e, T_TypeError, "'%s' object is not an iterator", type_name(iterator));
}

static Res not_iterable_container(Engine *e, const Obj *container) {
    return err_res(e, T_TypeError, "argument of type '%s' is not iterable", type_name(container));
}

/* Slots: 0 container, 1 item, 2 iterator, 3 candidate. Whatever TypeError the way to an iterator
 * ends with becomes the one that names the container. */
static Res contains_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_iter(e, f->slot[0], STEP_OUT));
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_TypeError)) return R_ERR;
        err_clear(e);
        return not_iterable_container(e, f->slot[0]);
    }
    slot_take(e, f, 2);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[2], STEP_OUT));
        if (f->in_res == R_STOP) break;
        slot_take(e, f, 3);
        if (f->slot[3] != f->slot[1]) {
            STEP(3, op_compare(e, CMP_EQ, f->slot[3], f->slot[1], STEP_OUT));
            slot_take(e, f, 3);
            STEP(4, op_truth(e, f->slot[3], STEP_OUT));
            if (f->in == e->false_) continue;
        }
        *out = e->true_;
        return R_OK;
    }
    *out = e->false_;
    return R_OK;
    STEPS_END;
}

static const NativeDef contains_def = {"__contains__", NULL, NULL, contains_step, 4,
                                       NATIVE_CATCHES, NULL};

Res op_contains(Engine *e, Obj *container, Obj *item, Obj **out) {
    const TypeSlots *slots = &container->type->slots;
    if (slots->contains) return slots->contains(e, container, item, out);
    if (!slots->iter && !slots->getitem) return not_iterable_container(e, container);
    return native_push(e, &contains_def, (Obj *[]){container, item}, 2);
}

static Res send_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_call_method(e, f->slot[0], N(e, send), &f->slot[1], 1, STEP_OUT));
    if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
    *out = in_take(f);
    return f->in_res;
    STEPS_END;
}

static const NativeDef send_def = {"send", NULL, NULL, send_step, 2, NATIVE_CATCHES, NULL};

Res op_send(Engine *e, Obj *iterator, Obj *value, Obj **out) {
    const TypeSlots *slots = &iterator->type->slots;
    if (slots->send) return slots->send(e, iterator, value, out);
    if (value == e->none && slots->next) return slots->next(e, iterator, out);
    return native_push(e, &send_def, (Obj *[]){iterator, value}, 2);
}

/* Slots: 0 object, 1 name, 2 tuple of arguments. */
static Res method_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_getattr(e, f->slot[0], STR(f->slot[1]), STEP_OUT));
    slot_take(e, f, 0);
    STEP(2, op_call(e, f->slot[0], TUPLE(f->slot[2])->items, (int)TUPLE(f->slot[2])->size, NULL,
                    STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef method_def = {"method call", NULL, NULL, method_step, 3, 0, NULL};

/* Only when the lookup itself runs Python code does it need a frame to come back to. */
Res op_call_method(Engine *e, Obj *o, Str *name, Obj *const *args, int nargs, Obj **out) {
    if (o->type->slots.getattr || attr_may_push(e, type_lookup(e, o->type, name))) {
        Tuple *all = tuple_of(e, args, (size_t)nargs);
        if (!all) return R_ERR;
        Res res = native_push(e, &method_def, (Obj *[]){o, OBJ(name), OBJ(all)}, 3);
        decref(e, all);
        return res;
    }
    Obj *method = NULL;
    Res res = op_getattr(e, o, name, &method);
    if (res != R_OK) return res;
    res = op_call(e, method, args, nargs, NULL, out);
    decref(e, method);
    return res;
}
