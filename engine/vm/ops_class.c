/* isinstance() and issubclass(). */
#include "vm/ops.h"

#include "object/error.h"
#include "object/exceptions.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/native.h"
#include "vm/union.h"

static Res give(Engine *e, bool yes, Obj **out) {
    *out = obj_bool(e, yes);
    return R_OK;
}

/* The program's metaclass has a check of its own, which is not `type`'s. */
static bool has_own_check(Engine *e, const Obj *class, Str *name) {
    if (!(class->type->flags & TYPE_HEAP)) return false;
    Obj *found = type_lookup(e, class->type, name);
    return found && found != type_lookup(e, TYPE(e, type), name);
}

/* Slots: 0 object or class, 1 tuple, class or union. Result is the truth of the first hit. */
static Res any_step(Engine *e, NFrame *f, Obj **out, bool instance) {
    STEPS(f);
    for (f->number[0] = 0; f->number[0] < (int64_t)TUPLE(f->slot[1])->size; f->number[0]++) {
        STEP(1, (instance ? op_isinstance : op_issubclass)(
                    e, f->slot[0], TUPLE(f->slot[1])->items[f->number[0]], STEP_OUT));
        if (f->in == e->true_) break;
    }
    return give(e, f->number[0] < (int64_t)TUPLE(f->slot[1])->size, out);
    STEPS_END;
}

static Res any_instance_step(Engine *e, NFrame *f, Obj **out) {
    return any_step(e, f, out, true);
}

static Res any_subclass_step(Engine *e, NFrame *f, Obj **out) {
    return any_step(e, f, out, false);
}

static Res hook_step(Engine *e, NFrame *f, Obj **out, Str *name) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[1], name, &f->slot[0], 1, STEP_OUT));
    slot_take(e, f, 0);
    STEP(2, op_truth(e, f->slot[0], STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res instance_hook_step(Engine *e, NFrame *f, Obj **out) {
    return hook_step(e, f, out, N(e, __instancecheck__));
}

static Res subclass_hook_step(Engine *e, NFrame *f, Obj **out) {
    return hook_step(e, f, out, N(e, __subclasscheck__));
}

static const NativeDef any_instance_def = {"isinstance", NULL, NULL, any_instance_step, 2, 0, NULL};
static const NativeDef any_subclass_def = {"issubclass", NULL, NULL, any_subclass_step, 2, 0, NULL};
static const NativeDef instance_hook_def = {
    "__instancecheck__", NULL, NULL, instance_hook_step, 2, 0, NULL};
static const NativeDef subclass_hook_def = {
    "__subclasscheck__", NULL, NULL, subclass_hook_step, 2, 0, NULL};

/* The object may say that its class is another than its type: a property, or a proxy. */
static bool may_claim_class(Engine *e, const Obj *o) {
    if (!(o->type->flags & TYPE_HEAP)) return false;
    return o->type->slots.getattr || type_lookup(e, o->type, N(e, __class__)) !=
                                         type_lookup(e, TYPE(e, object), N(e, __class__));
}

/* Slots: 0 object, 1 class. */
static Res claimed_class_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_getattr(e, f->slot[0], N(e, __class__), STEP_OUT));
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_AttributeError)) return R_ERR;
        err_clear(e);
        return give(e, false, out);
    }
    bool is_class = HAS_LAYOUT(f->in, TYPE);
    return give(e, is_class && type_is_subtype(TYPE_OF(f->in), TYPE_OF(f->slot[1])), out);
    STEPS_END;
}

static const NativeDef claimed_class_def = {"isinstance",   NULL, NULL, claimed_class_step, 2,
                                            NATIVE_CATCHES, NULL};

static Res is_plain_instance(Engine *e, Obj *o, Obj *class, Obj **out) {
    if (obj_is(o, TYPE_OF(class)) || !may_claim_class(e, o)) {
        return give(e, obj_is(o, TYPE_OF(class)), out);
    }
    return native_push(e, &claimed_class_def, (Obj *[]){o, class}, 2);
}

/* Every class of the tuple is a plain one: no frame is needed. */
static bool all_plain(Engine *e, const Tuple *classes, Str *name) {
    for (uint32_t i = 0; i < classes->size; i++) {
        const Obj *c = classes->items[i];
        if (!HAS_LAYOUT(c, TYPE) || has_own_check(e, c, name)) return false;
    }
    return true;
}

Res op_isinstance(Engine *e, Obj *o, Obj *class, Obj **out) {
    if (OBJ(o->type) == class) return give(e, true, out);
    if (HAS_LAYOUT(class, TYPE)) {
        if (!has_own_check(e, class, N(e, __instancecheck__))) {
            return is_plain_instance(e, o, class, out);
        }
        return native_push(e, &instance_hook_def, (Obj *[]){o, class}, 2);
    }
    Obj *classes = IS(e, class, UnionType) ? OBJ(union_args(class)) : class;
    if (HAS_LAYOUT(classes, TUPLE)) {
        const Tuple *t = TUPLE(classes);
        if (!all_plain(e, t, N(e, __instancecheck__)) || may_claim_class(e, o)) {
            return native_push(e, &any_instance_def, (Obj *[]){o, classes}, 2);
        }
        for (uint32_t i = 0; i < t->size; i++) {
            if (obj_is(o, TYPE_OF(t->items[i]))) return give(e, true, out);
        }
        return give(e, false, out);
    }
    if (IS(e, class, GenericAlias)) {
        return err_res(e, T_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
    }
    if (type_lookup(e, class->type, N(e, __instancecheck__))) {
        return native_push(e, &instance_hook_def, (Obj *[]){o, class}, 2);
    }
    return err_res(e, T_TypeError,
                   "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Res op_issubclass(Engine *e, Obj *type, Obj *class, Obj **out) {
    if (HAS_LAYOUT(class, TYPE) && has_own_check(e, class, N(e, __subclasscheck__))) {
        return native_push(e, &subclass_hook_def, (Obj *[]){type, class}, 2);
    }
    if (!HAS_LAYOUT(type, TYPE)) {
        return err_res(e, T_TypeError, "issubclass() arg 1 must be a class");
    }
    if (HAS_LAYOUT(class, TYPE))
        return give(e, type_is_subtype(TYPE_OF(type), TYPE_OF(class)), out);
    Obj *classes = IS(e, class, UnionType) ? OBJ(union_args(class)) : class;
    if (HAS_LAYOUT(classes, TUPLE)) {
        return native_push(e, &any_subclass_def, (Obj *[]){type, classes}, 2);
    }
    if (IS(e, class, GenericAlias)) {
        return err_res(e, T_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
    }
    if (type_lookup(e, class->type, N(e, __subclasscheck__))) {
        return native_push(e, &subclass_hook_def, (Obj *[]){type, class}, 2);
    }
    return err_res(e, T_TypeError,
                   "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}
