/* Making exception groups; taking them apart may call the program and is in vm/exc_group.c. */
#include "object/exc_extra.h"

#include "object/error.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"

/* Owned tuple of a list's or tuple's items. */
static Tuple *sequence_items(Engine *e, Obj *sequence) {
    if (IS(e, sequence, tuple)) return TUPLE(incref(sequence));
    if (HAS_LAYOUT(sequence, TUPLE)) {
        return tuple_of(e, TUPLE(sequence)->items, TUPLE(sequence)->size);
    }
    if (HAS_LAYOUT(sequence, LIST)) {
        return tuple_of(e, LIST(sequence)->items, LIST(sequence)->size);
    }
    return err_null(e, T_TypeError, "second argument (exceptions) must be a sequence");
}

/* The class to make: BaseExceptionGroup of Exceptions only is an ExceptionGroup. NULL: error. */
static Type *choose_class(Engine *e, Type *type, const Tuple *items) {
    bool all_plain = true;
    for (uint32_t i = 0; i < items->size; i++) {
        if (!(items->items[i]->type->flags & TYPE_IS_EXC)) {
            return err_null(e, T_ValueError,
                            "Item %u of second argument (exceptions) is not an exception", i);
        }
        all_plain = all_plain && obj_is(items->items[i], TYPE(e, Exception));
    }
    if (type == TYPE(e, BaseExceptionGroup)) { return all_plain ? TYPE(e, ExceptionGroup) : type; }
    if (all_plain || !type_is_subtype(type, TYPE(e, Exception))) return type;
    if (type == TYPE(e, ExceptionGroup)) {
        return err_null(e, T_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    }
    return err_null(e, T_TypeError, "Cannot nest BaseExceptions in '%s'", type->name->text);
}

static Exc *make_group(Engine *e, Type *type, Obj *message, Obj *given, Tuple *items) {
    type = choose_class(e, type, items);
    if (!type) return NULL;
    Exc *x = (Exc *)obj_new(e, type, type->size);
    if (!x) return NULL;
    x->args = OBJ(tuple_pack(e, 2, message, given));
    x->extra[0] = incref(message);
    x->extra[1] = incref(items);
    if (x->args) return x;
    decref(e, x);
    return NULL;
}

Res exc_group_construct(Engine *e, Type *type, Obj *const *args, int count, Obj **out) {
    if (count != 2) {
        return err_res(e, T_TypeError,
                       "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", count);
    }
    if (!HAS_LAYOUT(args[0], STR)) {
        return err_res(e, T_TypeError,
                       "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                       args[0] == e->none ? "None" : type_name(args[0]));
    }
    Tuple *items = sequence_items(e, args[1]);
    if (!items) return R_ERR;
    *out = NULL;
    if (items->size == 0) {
        err_null(e, T_ValueError, "second argument (exceptions) must be a non-empty sequence");
    } else {
        *out = OBJ(make_group(e, type, args[0], args[1], items));
    }
    decref(e, items);
    return *out ? R_OK : R_ERR;
}

Obj *exc_group_new(Engine *e, Obj *message, Tuple *exceptions) {
    List *given = list_of(e, exceptions->items, exceptions->size);
    if (!given) return NULL;
    Exc *x = make_group(e, TYPE(e, BaseExceptionGroup), message, OBJ(given), exceptions);
    decref(e, given);
    return OBJ(x);
}
