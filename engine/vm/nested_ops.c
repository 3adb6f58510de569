/* What the object layer needs of classes whose methods are written in Python: comparison and truth
 * inside containers and dict probes run nested, as one indivisible step; and callbacks of weak
 * references are handed to the VM. */
#include "object/error.h"
#include "object/int.h"
#include "object/weakref.h"
#include "object/wrapper.h"
#include "vm/slots.h"
#include "vm/vm.h"

static const CompareOp swapped[COMPARE_OP_COUNT] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};

static Obj *ask(Engine *e, CompareOp op, Obj *self, Obj *other);

/* object.__ne__ is the opposite of the class's own ==. */
static Obj *opposite_of_equal(Engine *e, Obj *self, Obj *other) {
    Obj *equal = ask(e, CMP_EQ, self, other);
    bool truth;
    if (!equal || equal == e->not_implemented) return equal;
    bool ok = obj_truth(e, equal, &truth);
    decref(e, equal);
    return ok ? obj_bool(e, !truth) : NULL;
}

static Obj *ask_native(Engine *e, const Type *owner, CompareOp op, Obj *self, Obj *other) {
    if (!owner->slots.compare) return e->not_implemented;
    if (owner == TYPE(e, object) && op == CMP_NE && (self->type->flags & TYPE_PY_COMPARE)) {
        return opposite_of_equal(e, self, other);
    }
    Obj *out = NULL;
    Res res = owner->slots.compare(e, op, self, other, &out);
    if (res == R_NOTIMPL) return e->not_implemented;
    return res == R_OK ? out : NULL;
}

/* Owned result of one operand's method, NotImplemented, or NULL on errors. */
static Obj *ask(Engine *e, CompareOp op, Obj *self, Obj *other) {
    if (!(self->type->flags & TYPE_PY_COMPARE)) return ask_native(e, self->type, op, self, other);
    Str *name = slots_compare_name(e, op);
    Obj *found = type_lookup(e, self->type, name);
    if (!found) return e->not_implemented;
    if (IS(e, found, wrapper_descriptor)) {
        return ask_native(e, WRAPPER(found)->owner, op, self, other);
    }
    bool there;
    return vm_special_nested(e, self, name, &other, 1, &there);
}

bool obj_compare_python(Engine *e, CompareOp op, Obj *a, Obj *b, bool *result) {
    bool b_first = a->type != b->type && type_is_subtype(b->type, a->type);
    Obj *out = e->not_implemented;
    for (int i = 0; i < 2 && out == e->not_implemented; i++) {
        bool right = (i == 0) == b_first;
        out = right ? ask(e, swapped[op], b, a) : ask(e, op, a, b);
        if (!out) return false;
    }
    if (out == e->not_implemented && obj_compare_default(e, op, a, b, &out) != R_OK) return false;
    bool ok = obj_truth(e, out, result);
    decref(e, out);
    return ok;
}

bool obj_truth_python(Engine *e, Obj *o, bool *truth) {
    bool found;
    Obj *out = vm_special_nested(e, o, N(e, __bool__), NULL, 0, &found);
    if (!found) {
        out = vm_special_nested(e, o, N(e, __len__), NULL, 0, &found);
        if (!out) return false;
        int64_t length = 0;
        bool ok = int_clamp(e, out, &length) &&
                  (length >= 0 || err_false(e, T_ValueError, "__len__() should return >= 0")) &&
                  int_position(e, out, T_OverflowError, &length);
        *truth = length != 0;
        decref(e, out);
        return ok;
    }
    if (!out) return false;
    bool ok = IS(e, out, bool);
    if (ok) {
        *truth = out == e->true_;
    } else {
        err_null(e, T_TypeError, "__bool__ should return bool, returned %s", type_name(out));
    }
    decref(e, out);
    return ok;
}

void weakref_queue_callback(Engine *e, WeakRef *w) {
    (void)vm_queue_finalizer(e, OBJ(w));
}
