/* What dicts do with mappings and iterables that may be Python code, and __missing__. */
#include "vm/container_natives.h"

#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "vm/consume.h"
#include "vm/iterate.h"

/* ---- update -------------------------------------------------------------------------------- */

static bool is_iterable(const Obj *o) {
    return o->type->slots.iter || o->type->slots.getitem;
}

/* Slots: dict, source, element. number[0] counts the elements. */
static Res pairs_step(Engine *e, NFrame *f, Obj **out) {
    bool needs_call;
    STEPS(f);
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    for (;; f->number[0]++) {
        STEP_NEXT(2, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        slot_take(e, f, 2);
        if (dict_update_pair(e, DICT(f->slot[0]), f->slot[2], (size_t)f->number[0], &needs_call)) {
            continue;
        }
        if (!needs_call) return R_ERR;
        if (!is_iterable(f->slot[2])) {
            dict_pair_refused(e, (size_t)f->number[0]);
            return R_ERR;
        }
        STEP(3, op_iter(e, f->slot[2], STEP_OUT));
        slot_take(e, f, 2);
        STEP(4, op_list(e, f->slot[2], STEP_OUT));
        if (!dict_update_pair(e, DICT(f->slot[0]), f->in, (size_t)f->number[0], &needs_call)) {
            return R_ERR;
        }
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef pairs_def = {"update", NULL, NULL, pairs_step, 3, 0, NULL};

/* Slots: dict, source. What has an attribute keys is read by its keys, anything else as pairs. */
static Res source_step(Engine *e, NFrame *f, Obj **out) {
    bool needs_call = true;
    STEPS(f);
    STEP_TRY(1, op_getattr(e, f->slot[1], N(e, keys), STEP_OUT));
    if (f->in_res == R_OK) {
        STEP(2, consume_keyed(e, DICT(f->slot[0]), f->slot[1]));
    } else {
        if (!err_matches(e, T_AttributeError)) return R_ERR;
        err_clear(e);
        if (!dict_update_native(e, DICT(f->slot[0]), f->slot[1], &needs_call)) {
            if (!needs_call) return R_ERR;
            STEP(3, native_push(e, &pairs_def, f->slot, 2));
        }
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef source_def = {"update", NULL, NULL, source_step, 2, NATIVE_CATCHES, NULL};

Res dict_natives_update(Engine *e, Obj *d, Obj *source, Obj **out) {
    bool needs_call = true, open = (source->type->flags & TYPE_HEAP) || HAS_LAYOUT(source, TYPE);
    if (open && !dict_is_taken_whole(e, source)) {
        return native_push(e, &source_def, (Obj *[]){d, source}, 2);
    }
    if (dict_update_native(e, DICT(d), source, &needs_call)) {
        *out = e->none;
        return R_OK;
    }
    if (!needs_call) return R_ERR;
    if (type_lookup(e, source->type, N(e, keys))) return consume_keyed(e, DICT(d), source);
    return native_push(e, &pairs_def, (Obj *[]){d, source}, 2);
}

/* Slots: self, source, keywords. */
static Res update_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (f->slot[1]) { STEP(1, dict_natives_update(e, f->slot[0], f->slot[1], STEP_OUT)); }
    if (!dict_update(e, DICT(f->slot[0]), DICT(f->slot[2]))) return R_ERR;
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* Slots: dict, source. */
static Res inplace_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, dict_natives_update(e, f->slot[0], f->slot[1], STEP_OUT));
    *out = incref(f->slot[0]);
    return R_OK;
    STEPS_END;
}

static const NativeDef inplace_def = {"__ior__", NULL, NULL, inplace_step, 2, 0, NULL};

Res dict_natives_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    (void)out;
    if (op != OP_OR) return R_NOTIMPL;
    return native_push(e, &inplace_def, (Obj *[]){a, b}, 2);
}

/* ---- fromkeys ------------------------------------------------------------------------------ */

/* Slots: class, iterable, value, dict, key. A class of the program gets its keys by __setitem__. */
static Res fromkeys_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call0(e, f->slot[0], STEP_OUT));
    slot_take(e, f, 3);
    bool needs_call = true;
    if (IS(e, f->slot[3], dict) &&
        dict_fill_native(e, DICT(f->slot[3]), f->slot[1], f->slot[2], &needs_call)) {
        *out = incref(f->slot[3]);
        return R_OK;
    }
    if (!needs_call) return R_ERR;
    STEP(2, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    for (;;) {
        STEP_NEXT(3, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        slot_take(e, f, 4);
        STEP(4, op_setitem(e, f->slot[3], f->slot[4], f->slot[2]));
    }
    *out = incref(f->slot[3]);
    return R_OK;
    STEPS_END;
}

/* ---- d[key] -------------------------------------------------------------------------------- */

Res dict_natives_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    bool asks = (o->type->flags & TYPE_HEAP) && type_lookup(e, o->type, N(e, __missing__));
    if (!asks) return dict_spec.slots.getitem(e, o, key, out);
    Obj *value;
    if (!dict_get(e, DICT(o), key, &value)) return R_ERR;
    if (!value) return op_call_special(e, o, N(e, __missing__), &key, 1, out);
    *out = incref(value);
    return R_OK;
}

const NativeDef dict_native_defs[] = {
    {.name = "update", .signature = "self, other=, /, **kwargs", .step = update_step},
    {.name = "fromkeys",
     .signature = "type, iterable, value=None, /",
     .step = fromkeys_step,
     .locals = 2,
     .flags = NATIVE_CLASS},
    {0},
};
