#include "object/exceptions.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/exc_extra.h"
#include "object/list.h"
#include "object/native.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"

static Exc *new_instance(Engine *e, Type *type, Obj *const *args, size_t count) {
    Exc *x = (Exc *)obj_new(e, type, type->size);
    if (!x) return NULL;
    x->args = OBJ(tuple_of(e, args, count));
    if (x->args) return x;
    decref(e, x);
    return NULL;
}

Obj *exc_new_with(Engine *e, int type_id, Obj *argument) {
    Exc *x = new_instance(e, e->types[type_id], &argument, argument ? 1 : 0);
    if (x && !exc_extra_init(e, x, NULL)) {
        decref(e, x);
        return NULL;
    }
    return OBJ(x);
}

Obj *exc_new(Engine *e, int type_id, const char *message) {
    Str *text = message ? str_from(e, message) : NULL;
    if (message && !text) return NULL;
    Obj *x = exc_new_with(e, type_id, OBJ(text));
    xdecref(e, text);
    return x;
}

/* The two pointers meet when the chain is a ring of its own, which is then left alone. */
void exc_link_context(Engine *e, Obj *exception, Obj *context) {
    Obj *slow = context;
    bool step = false;
    for (Obj *at = context; EXC(at)->context; at = EXC(at)->context) {
        if (EXC(at)->context == exception) {
            clear_ref(e, EXC(at)->context);
            break;
        }
        if (step) slow = EXC(slow)->context;
        step = !step;
        if (EXC(at)->context == slow) break;
    }
    set_ref(e, EXC(exception)->context, incref(context));
}

static Obj *dunder_init(Engine *e, Obj *const *a) {
    Exc *x = EXC(a[0]);
    set_ref(e, x->args, incref(a[1]));
    return exc_extra_init(e, x, DICT(a[2])) ? e->none : NULL;
}

/* A class of the program with an __init__ of its own gets its arguments there. */
static bool init_is_native(Engine *e, const Type *type) {
    if (!(type->flags & TYPE_HEAP)) return true;
    Obj *init = type_lookup(e, type, N(e, __init__));
    return init && IS(e, init, method_descriptor) && NATIVE(init)->def->fn == dunder_init;
}

static Dict *keywords_dict(Engine *e, Obj *const *values, Tuple *kwnames) {
    Dict *d = dict_new(e);
    for (uint32_t i = 0; d && kwnames && i < kwnames->size; i++) {
        if (dict_set_str(e, d, STR(kwnames->items[i]), values[i])) continue;
        decref(e, d);
        return NULL;
    }
    return d;
}

static Res exc_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                         Obj **out) {
    int given = nargs - (kwnames ? (int)kwnames->size : 0);
    if (type->exc_extra == EXC_GROUP) return exc_group_construct(e, type, args, given, out);
    bool native = init_is_native(e, type);
    if (type == TYPE(e, OSError)) type = exc_os_type(e, args, given);
    Exc *x = new_instance(e, type, args, (size_t)given);
    if (!x) return R_ERR;
    Obj *const *values = kwnames ? args + given : NULL; /* without arguments `args` is NULL */
    Dict *keywords = native ? keywords_dict(e, values, kwnames) : NULL;
    bool ok = !native || (keywords && exc_extra_init(e, x, keywords));
    xdecref(e, keywords);
    if (!ok) {
        decref(e, x);
        return R_ERR;
    }
    *out = OBJ(x);
    return R_OK;
}

static void exc_release(Engine *e, Obj *o) {
    Exc *x = EXC(o);
    drop_ref(e, x->dict);
    drop_ref(e, x->args);
    for (size_t i = 0; i < COUNT_OF(x->extra); i++) drop_ref(e, x->extra[i]);
    drop_ref(e, x->traceback);
    drop_ref(e, x->cause);
    drop_ref(e, x->context);
}

static Obj *exc_repr(Engine *e, Obj *o) {
    const Tuple *args = TUPLE(EXC(o)->args);
    if (!nest_enter(e, " while getting the repr of an object")) return NULL;
    Str *inner = obj_repr(e, args->size == 1 ? args->items[0] : OBJ(args));
    nest_leave(e);
    if (!inner) return NULL;
    Str *text =
        str_format(e, args->size == 1 ? "%s(%s)" : "%s%s", o->type->name->text, inner->text);
    decref(e, inner);
    return OBJ(text);
}

static Obj *exc_str(Engine *e, Obj *o) {
    if (!nest_enter(e, " while getting the str of an object")) return NULL;
    Str *text = exc_extra_str(e, EXC(o));
    nest_leave(e);
    return OBJ(text);
}

static Obj *get_args(Engine *e, Obj *o) {
    (void)e;
    return incref(EXC(o)->args);
}

static bool set_args(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_TypeError, "args may not be deleted");
    List *items = list_new(e, 4);
    if (!items) return false;
    bool needs_call = false;
    Tuple *args = NULL;
    if (list_extend_native(e, items, value, &needs_call)) {
        args = tuple_of(e, items->items, items->size);
    } else if (needs_call) {
        err_null(e, T_TypeError, "'%s' object is not iterable", type_name(value));
    }
    decref(e, items);
    if (!args) return false;
    set_ref(e, EXC(o)->args, OBJ(args));
    return true;
}

static Obj *or_none(Engine *e, Obj *field) {
    return field ? incref(field) : e->none;
}

static Obj *get_cause(Engine *e, Obj *o) {
    return or_none(e, EXC(o)->cause);
}
static Obj *get_context(Engine *e, Obj *o) {
    return or_none(e, EXC(o)->context);
}
static Obj *get_traceback(Engine *e, Obj *o) {
    return or_none(e, EXC(o)->traceback);
}
static Obj *get_suppress(Engine *e, Obj *o) {
    return obj_bool(e, EXC(o)->suppress_context);
}

/* "exception cause must be ..." */
static bool set_link(Engine *e, Obj **field, Obj *value, const char *what) {
    if (!value) return err_false(e, T_TypeError, "__%s__ may not be deleted", what);
    if (value != e->none && !(value->type->flags & TYPE_IS_EXC)) {
        return err_false(e, T_TypeError, "exception %s must be None or derive from BaseException",
                         what);
    }
    set_ref(e, *field, value == e->none ? NULL : incref(value));
    return true;
}

static bool set_cause(Engine *e, Obj *o, Obj *value) {
    if (!set_link(e, &EXC(o)->cause, value, "cause")) return false;
    EXC(o)->suppress_context = 1;
    return true;
}

static bool set_context(Engine *e, Obj *o, Obj *value) {
    return set_link(e, &EXC(o)->context, value, "context");
}

static bool set_traceback(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_TypeError, "__traceback__ may not be deleted");
    if (value != e->none && !HAS_LAYOUT(value, TRACEBACK)) {
        return err_false(e, T_TypeError, "__traceback__ must be a traceback or None");
    }
    set_ref(e, EXC(o)->traceback, value == e->none ? NULL : incref(value));
    return true;
}

static bool set_suppress(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_TypeError, "can't delete numeric/char attribute");
    if (!IS(e, value, bool)) return err_false(e, T_TypeError, "attribute value type must be bool");
    EXC(o)->suppress_context = value == e->true_;
    return true;
}

static Obj *with_traceback(Engine *e, Obj *const *a) {
    return set_traceback(e, a[0], a[1]) ? incref(a[0]) : NULL;
}

static Obj *add_note(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[1], STR)) {
        return err_null(e, T_TypeError, "note must be a str, not '%s'", type_name(a[1]));
    }
    Exc *x = EXC(a[0]);
    if (!x->dict) x->dict = dict_new(e);
    if (!x->dict) return NULL;
    Obj *notes = dict_get_str(x->dict, N(e, __notes__));
    if (notes && !HAS_LAYOUT(notes, LIST)) {
        return err_null(e, T_TypeError, "Cannot add note: __notes__ is not a list");
    }
    if (notes) return list_append(e, LIST(notes), a[1]) ? e->none : NULL;
    List *fresh = list_of(e, &a[1], 1);
    bool ok = fresh && dict_set_str(e, x->dict, N(e, __notes__), OBJ(fresh));
    xdecref(e, fresh);
    return ok ? e->none : NULL;
}

static const NativeDef base_methods[] = {
    {"__init__", "self, /, *args, **kwargs", .fn = dunder_init},
    {"with_traceback", "self, tb, /", .fn = with_traceback,
     .doc = "Set self.__traceback__ to tb and return self."},
    {"add_note", "self, note, /", .fn = add_note, .doc = "Add a note to the exception"},
    {0}};

static const GetSetDef base_getset[] = {{"args", get_args, set_args},
                                        {"__traceback__", get_traceback, set_traceback},
                                        {"__context__", get_context, set_context},
                                        {"__cause__", get_cause, set_cause},
                                        {"__suppress_context__", get_suppress, set_suppress},
                                        {0}};

typedef struct {
    const char *name, *module;
    int base;
    ExcExtra extra;
} ExcRow;

#define EXC_ROW(id, base, module, extra) {#id, module, T_##base, extra},
static const ExcRow rows[] = {EXCEPTIONS(EXC_ROW)};
#undef EXC_ROW

uint8_t exc_type_extra(int type_id) {
    return (uint8_t)rows[type_id - T_BaseException].extra;
}

TypeSpec exc_type_spec(int type_id) {
    const ExcRow *row = &rows[type_id - T_BaseException];
    TypeSpec spec = {
        .name = row->name,
        .module = row->module,
        .base = row->base,
        .layout = LAYOUT_EXC,
        .size = sizeof(Exc),
        .flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_IS_EXC,
        .dict_offset = offsetof(Exc, dict),
    };
    bool is_root = type_id == T_BaseException;
    if (is_root) {
        spec.slots.release = exc_release;
        spec.slots.repr = exc_repr;
        spec.slots.str = exc_str;
        spec.slots.construct = exc_construct;
        spec.methods = base_methods;
        spec.getset = base_getset;
    } else if (row->base == T_object || rows[row->base - T_BaseException].extra != row->extra) {
        spec.getset = exc_extra_getset(row->extra);
        spec.methods = row->extra == EXC_GROUP ? exc_group_methods : NULL;
    }
    return spec;
}
