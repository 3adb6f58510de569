/* super(). */
#include "object/engine.h"

#include "object/cell.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/attr.h"
#include "vm/ops.h"
#include "vm/vm.h"

typedef struct {
    Obj h;
    Type *type;        /* the search begins after this class */
    Obj *object;       /* NULL = unbound */
    Type *object_type; /* whose MRO is searched; NULL = unbound */
} Super;

#define SUPER(o) ((Super *)(o))

/* The class whose MRO is searched for super(type, object); borrowed. */
static Type *start_type(Engine *e, const Type *type, Obj *object) {
    if (HAS_LAYOUT(object, TYPE) && type_is_subtype(TYPE_OF(object), type)) return TYPE_OF(object);
    if (type_is_subtype(object->type, type)) return object->type;
    bool is_class = HAS_LAYOUT(object, TYPE);
    return err_null(e, T_TypeError,
                    "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).",
                    is_class ? "type" : "instance of",
                    is_class ? TYPE_OF(object)->name->text : type_name(object), type->name->text);
}

/* The cell of __class__ among a method's free variables; NULL: RuntimeError is set. */
static Type *class_of_frame(Engine *e, PFrame *frame) {
    const Code *c = frame->code;
    for (uint32_t i = c->local_count + c->cell_count; i < code_slots(c); i++) {
        if (!str_equal(c->local_names[i], N(e, __class__))) continue;
        Obj *class = pframe_slot_value(e, frame, i);
        if (!class) return err_null(e, T_RuntimeError, "super(): empty __class__ cell");
        if (HAS_LAYOUT(class, TYPE)) return TYPE_OF(class);
        return err_null(e, T_RuntimeError, "super(): __class__ is not a type (%s)",
                        type_name(class));
    }
    return err_null(e, T_RuntimeError, "super(): __class__ cell not found");
}

/* super() without arguments: the first parameter of the method that is running. */
static bool implicit_arguments(Engine *e, Type **type, Obj **object) {
    PFrame *frame = vm_current_frame(e);
    if (!frame) return err_false(e, T_RuntimeError, "super(): no current frame");
    if (frame->code->arg_count == 0 && !(frame->code->flags & CODE_VARARGS)) {
        return err_false(e, T_RuntimeError, "super(): no arguments");
    }
    if (frame->code->arg_count == 0) return err_false(e, T_RuntimeError, "super(): no arguments");
    *object = pframe_slot_value(e, frame, 0);
    if (!*object) return err_false(e, T_RuntimeError, "super(): arg[0] deleted");
    *type = class_of_frame(e, frame);
    return *type != NULL;
}

static Res super_construct(Engine *e, Type *self_type, Obj *const *args, int nargs, Tuple *kwnames,
                           Obj **out) {
    if (kwnames && kwnames->size) {
        return err_res(e, T_TypeError, "super() takes no keyword arguments");
    }
    if (nargs > 2) {
        return err_res(e, T_TypeError, "super() expected at most 2 arguments, got %d", nargs);
    }
    Type *type = NULL;
    Obj *object = nargs == 2 && args[1] != e->none ? args[1] : NULL;
    if (nargs == 0) {
        if (!implicit_arguments(e, &type, &object)) return R_ERR;
    } else if (HAS_LAYOUT(args[0], TYPE)) {
        type = TYPE_OF(args[0]);
    } else {
        return err_res(e, T_TypeError, "super() argument 1 must be a type, not %s",
                       type_name(args[0]));
    }
    Type *start = object ? start_type(e, type, object) : NULL;
    if (object && !start) return R_ERR;
    Super *s = (Super *)obj_new(e, self_type, sizeof(Super));
    if (!s) return R_ERR;
    s->type = (Type *)incref(type);
    s->object = xincref(object);
    s->object_type = (Type *)xincref(start);
    *out = OBJ(s);
    return R_OK;
}

static void super_release(Engine *e, Obj *o) {
    Super *s = SUPER(o);
    drop_ref(e, s->type);
    drop_ref(e, s->object);
    drop_ref(e, s->object_type);
}

/* What is behind `at` in the MRO is just the MRO of the class there: with single inheritance. */
static bool is_whole_mro(const Tuple *mro, uint32_t at) {
    const Tuple *rest = TYPE_OF(mro->items[at])->mro;
    if (!rest || rest->size != mro->size - at) return false;
    for (uint32_t i = 0; i < rest->size; i++) {
        if (rest->items[i] != mro->items[at + i]) return false;
    }
    return true;
}

/* Borrowed: the attribute in the first class behind `type`. */
static Obj *lookup_behind(Engine *e, const Super *s, const Str *name) {
    const Tuple *mro = s->object_type->mro;
    uint32_t i = 0;
    while (i < mro->size && mro->items[i] != OBJ(s->type)) i++;
    i++;
    if (i < mro->size && is_whole_mro(mro, i)) return type_lookup(e, TYPE_OF(mro->items[i]), name);
    for (; i < mro->size; i++) {
        Obj *found = dict_get_str(TYPE_OF(mro->items[i])->dict, name);
        if (found) return found;
    }
    return NULL;
}

static Res super_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    const Super *s = SUPER(o);
    if (!s->object_type || str_equal(name, N(e, __class__))) {
        return op_generic_getattr(e, o, name, out);
    }
    Obj *found = lookup_behind(e, s, name);
    if (!found) return op_generic_getattr(e, o, name, out);
    bool unbound = s->object == OBJ(s->object_type);
    return attr_bind(e, found, unbound ? NULL : s->object, OBJ(s->object_type), out);
}

Obj *super_find_method(Engine *e, Obj *o, Str *name, Obj **self) {
    const Super *s = SUPER(o);
    bool bound = s->object_type && s->object && s->object != OBJ(s->object_type);
    if (!bound || str_equal(name, N(e, __class__))) return NULL;
    Obj *found = lookup_behind(e, s, name);
    if (!found || !IS(e, found, function)) return NULL;
    *self = s->object;
    return found;
}

static Obj *super_repr(Engine *e, Obj *o) {
    const Super *s = SUPER(o);
    if (!s->object_type) {
        return OBJ(str_format(e, "<super: <class '%s'>, NULL>", s->type->name->text));
    }
    return OBJ(str_format(e, "<super: <class '%s'>, <%s object>>", s->type->name->text,
                          s->object_type->name->text));
}

static Obj *get_thisclass(Engine *e, Obj *o) {
    (void)e;
    return incref(SUPER(o)->type);
}

static Obj *get_self(Engine *e, Obj *o) {
    return SUPER(o)->object ? incref(SUPER(o)->object) : e->none;
}

static Obj *get_self_class(Engine *e, Obj *o) {
    return SUPER(o)->object_type ? incref(SUPER(o)->object_type) : e->none;
}

static const GetSetDef super_getset[] = {{"__thisclass__", get_thisclass, NULL},
                                         {"__self__", get_self, NULL},
                                         {"__self_class__", get_self_class, NULL},
                                         {0}};

const TypeSpec super_spec = {
    .name = "super",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Super),
    .flags = TYPE_BASE,
    .slots = {.release = super_release,
              .repr = super_repr,
              .getattr = super_getattr,
              .construct = super_construct},
    .getset = super_getset,
};
