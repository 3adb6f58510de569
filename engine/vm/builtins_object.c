/* The functions of the builtins module that look at objects, their types and attributes. */
#include "vm/builtins.h"

#include "object/bytes.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/list_sort.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* ---- one operation each -------------------------------------------------------------------- */

#define ONE_STEP(name, call)                                                                       \
    static Res name##_step(Engine *e, NFrame *f, Obj **out) {                                      \
        STEPS(f);                                                                                  \
        STEP(1, call);                                                                             \
        *out = in_take(f);                                                                         \
        return R_OK;                                                                               \
        STEPS_END;                                                                                 \
    }

ONE_STEP(len, op_length(e, f->slot[0], STEP_OUT))
ONE_STEP(repr, op_repr(e, f->slot[0], STEP_OUT))
ONE_STEP(isinstance, op_isinstance(e, f->slot[0], f->slot[1], STEP_OUT))
ONE_STEP(issubclass, op_issubclass(e, f->slot[0], f->slot[1], STEP_OUT))

static Res ascii_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_repr(e, f->slot[0], STEP_OUT));
    *out = OBJ(str_ascii(e, STR(f->in)));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static Res format_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], STR)) {
        return err_res(e, T_TypeError, "format() argument 2 must be str, not %s",
                       f->slot[1] == e->none ? "None" : type_name(f->slot[1]));
    }
    STEP(1, op_format(e, f->slot[0], f->slot[1], STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Obj *callable_native(Engine *e, Obj *const *a) {
    return obj_bool(e, a[0]->type->slots.call != NULL);
}

static Obj *id_native(Engine *e, Obj *const *a) {
    return int_new(e, (int64_t)obj_address(a[0]));
}

/* ---- the simple cases of what may have to run Python code ------------------------------------ */

static Obj *len_native(Engine *e, Obj *const *a) {
    const Type *type = a[0]->type;
    Obj *length = NULL;
    if ((type->flags & TYPE_HEAP) || !type->slots.length) return NULL;
    return type->slots.length(e, a[0], &length) == R_OK ? length : NULL;
}

/* A class that has not overridden what isinstance() asks, and an object that has no __class__ of
 * its own. */
static Obj *isinstance_native(Engine *e, Obj *const *a) {
    if (!IS(e, a[1], type)) return NULL;
    const Type *type = a[0]->type;
    if (obj_is(a[0], (Type *)a[1])) return e->true_;
    if (!(type->flags & TYPE_HEAP)) return e->false_;
    bool usual = !type->slots.getattr && type_lookup(e, type, N(e, __class__)) ==
                                             type_lookup(e, TYPE(e, object), N(e, __class__));
    return usual ? e->false_ : NULL;
}

/* ---- hash ---------------------------------------------------------------------------------- */

/* A __hash__ of the program runs as a frame of its own. */
static Res hash_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Obj *found = type_lookup(e, f->slot[0]->type, N(e, __hash__));
    if (!found || !IS(e, found, function)) {
        *out = number_hash(e, f->slot[0]->type, f->slot[0]);
        return *out ? R_OK : R_ERR;
    }
    STEP(1, op_call_special(e, f->slot[0], N(e, __hash__), NULL, 0, STEP_OUT));
    if (!HAS_LAYOUT(f->in, INT)) {
        return err_res(e, T_TypeError, "__hash__ method should return an integer");
    }
    *out = int_new(e, int_hash_wide(f->in));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

/* ---- attributes ---------------------------------------------------------------------------- */

static bool check_name(Engine *e, Obj *name) {
    if (HAS_LAYOUT(name, STR)) return true;
    return err_false(e, T_TypeError, "attribute name must be string, not '%s'", type_name(name));
}

/* Slots: object, name, default. */
static Res getattr_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_name(e, f->slot[1])) return R_ERR;
    STEP_TRY(1, op_getattr(e, f->slot[0], STR(f->slot[1]), STEP_OUT));
    if (f->in_res == R_OK) {
        *out = in_take(f);
        return R_OK;
    }
    if (!f->slot[2] || !err_matches(e, T_AttributeError)) return R_ERR;
    err_clear(e);
    *out = incref(f->slot[2]);
    return R_OK;
    STEPS_END;
}

static Res hasattr_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_name(e, f->slot[1])) return R_ERR;
    STEP_TRY(1, op_getattr(e, f->slot[0], STR(f->slot[1]), STEP_OUT));
    bool there = f->in_res == R_OK;
    if (!there && !err_matches(e, T_AttributeError)) return R_ERR;
    if (!there) err_clear(e);
    *out = obj_bool(e, there);
    return R_OK;
    STEPS_END;
}

static Res setattr_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_name(e, f->slot[1])) return R_ERR;
    STEP(1, op_setattr(e, f->slot[0], STR(f->slot[1]), f->slot[2]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Res delattr_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_name(e, f->slot[1])) return R_ERR;
    STEP(1, op_setattr(e, f->slot[0], STR(f->slot[1]), NULL));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* ---- namespaces ---------------------------------------------------------------------------- */

static Obj *caller_locals(Engine *e) {
    return OBJ(pframe_locals(e, vm_current_frame(e)));
}

static Obj *locals_native(Engine *e, Obj *const *a) {
    (void)a;
    return caller_locals(e);
}

static Obj *globals_native(Engine *e, Obj *const *a) {
    (void)a;
    return incref(vm_current_frame(e)->globals);
}

static Res vars_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!f->slot[0]) {
        *out = caller_locals(e);
        return *out ? R_OK : R_ERR;
    }
    STEP_TRY(1, op_getattr(e, f->slot[0], N(e, __dict__), STEP_OUT));
    if (f->in_res != R_OK) {
        if (!err_matches(e, T_AttributeError)) return R_ERR;
        err_clear(e);
        return err_res(e, T_TypeError, "vars() argument must have __dict__ attribute");
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* Names are sorted in C: they are plain strings, or it is an error to compare them. */
static bool sort_names(Engine *e, List *names) {
    SortState *s = sort_begin(e, names, false);
    if (!s) return false;
    bool needs_call = false;
    bool ok = sort_start(e, s) && sort_run_native(e, s, &needs_call);
    if (!ok && needs_call) err_null(e, T_TypeError, "__dir__() must return names");
    return sort_end(e, s, !ok) && ok;
}

static Obj *local_names(Engine *e) {
    Obj *locals = caller_locals(e);
    if (!locals) return NULL;
    List *names = list_new(e, DICT(locals)->used);
    Obj *key, *value;
    for (uint32_t i = 0; names && dict_next(DICT(locals), &i, &key, &value);) {
        if (!list_append(e, names, key)) clear_ref(e, names);
    }
    decref(e, locals);
    return OBJ(names);
}

/* Slots: object, names. */
static Res dir_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!f->slot[0]) {
        f->slot[1] = local_names(e);
        if (!f->slot[1]) return R_ERR;
    } else {
        STEP(1, op_call_special(e, f->slot[0], N(e, __dir__), NULL, 0, STEP_OUT));
        slot_take(e, f, 1);
        STEP(2, op_list(e, f->slot[1], STEP_OUT));
        slot_take(e, f, 1);
    }
    if (!sort_names(e, LIST(f->slot[1]))) return R_ERR;
    *out = incref(f->slot[1]);
    return R_OK;
    STEPS_END;
}

const NativeDef builtins_object_defs[] = {
    {.name = "len",
     .signature = "obj, /",
     .fn = len_native,
     .step = len_step,
     .doc = "Return the number of items in a container."},
    {.name = "repr", .signature = "obj, /", .step = repr_step},
    {.name = "ascii", .signature = "obj, /", .step = ascii_step},
    {.name = "format", .signature = "value, format_spec='', /", .step = format_step},
    {.name = "isinstance",
     .signature = "obj, class_or_tuple, /",
     .fn = isinstance_native,
     .step = isinstance_step},
    {.name = "issubclass", .signature = "cls, class_or_tuple, /", .step = issubclass_step},
    {.name = "callable", .signature = "obj, /", .fn = callable_native},
    {.name = "id", .signature = "obj, /", .fn = id_native},
    {.name = "hash", .signature = "obj, /", .step = hash_step},
    {.name = "getattr",
     .signature = "object, name, default=, /",
     .step = getattr_step,
     .flags = NATIVE_CATCHES},
    {.name = "hasattr", .signature = "obj, name, /", .step = hasattr_step, .flags = NATIVE_CATCHES},
    {.name = "setattr", .signature = "obj, name, value, /", .step = setattr_step},
    {.name = "delattr", .signature = "obj, name, /", .step = delattr_step},
    {.name = "locals", .signature = "", .fn = locals_native},
    {.name = "globals", .signature = "", .fn = globals_native},
    {.name = "vars", .signature = "object=, /", .step = vars_step, .flags = NATIVE_CATCHES},
    {.name = "dir", .signature = "object=, /", .step = dir_step, .locals = 1},
    {0},
};
