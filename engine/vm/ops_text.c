/* str(), repr() and format(). */
#include "vm/ops.h"

#include "object/error.h"
#include "object/format.h"
#include "object/native.h"
#include "object/str.h"
#include "vm/slot_calls.h"
#include "vm/slots.h"

static Res give(Obj *owned, Obj **out) {
    *out = owned;
    return owned ? R_OK : R_ERR;
}

Res op_repr(Engine *e, Obj *o, Obj **out) {
    if (slots_repr_is_python(o->type)) return slot_push_repr(e, o);
    return give(OBJ(obj_repr(e, o)), out);
}

Res op_str(Engine *e, Obj *o, Obj **out) {
    if (IS(e, o, str)) return give(incref(o), out);
    if (slots_str_is_python(o->type)) return slot_push_str(e, o);
    bool by_repr = !o->type->slots.str || o->type->slots.str == TYPE(e, object)->slots.str;
    if (by_repr && slots_repr_is_python(o->type)) return slot_push_str_by_repr(e, o);
    return give(OBJ(obj_str(e, o)), out);
}

Res op_format(Engine *e, Obj *o, Obj *spec, Obj **out) {
    bool simple = STR(spec)->size == 0;
    if (simple && IS(e, o, str)) return give(incref(o), out);
    Obj *found = type_lookup(e, o->type, N(e, __format__));
    if (found == type_lookup(e, TYPE(e, object), N(e, __format__))) {
        if (simple) return op_str(e, o, out);
        return err_res(e, T_TypeError, "unsupported format string passed to %s.__format__",
                       type_name(o));
    }
    /* A built-in type's own __format__ writes its value, but an empty specification means str(). */
    if (IS(e, found, method_descriptor) && NATIVE(found)->def->fn) {
        if (simple && (o->type->flags & TYPE_HEAP)) return op_str(e, o, out);
        Obj *args[] = {o, spec};
        return op_call(e, found, args, 2, NULL, out);
    }
    return slot_push_format(e, o, spec);
}
