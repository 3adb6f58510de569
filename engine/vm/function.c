#include "object/function.h"

#include "object/cell.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/wrapper.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/ops.h"

Obj *function_new(Engine *e, Code *code, Dict *globals, const Str *module_name) {
    Function *f = (Function *)obj_new(e, TYPE(e, function), sizeof(Function));
    if (!f) return NULL;
    f->code = (Code *)incref(code);
    f->globals = (Dict *)incref(globals);
    f->name = (Str *)incref(code->name);
    f->qualname = (Str *)incref(code->qualname);
    f->doc = code->doc ? incref(code->doc) : e->none;
    f->module = module_name ? incref((Str *)(uintptr_t)module_name) : e->none;
    return OBJ(f);
}

static void function_release(Engine *e, Obj *o) {
    Function *f = FUNCTION(o);
    drop_ref(e, f->defaults);
    drop_ref(e, f->kwdefaults);
    drop_ref(e, f->doc);
    drop_ref(e, f->dict);
    drop_ref(e, f->closure);
    drop_ref(e, f->annotations);
    drop_ref(e, f->module);
    drop_ref(e, f->name);
    drop_ref(e, f->qualname);
    drop_ref(e, f->globals);
    drop_ref(e, f->code);
}

static Obj *function_repr(Engine *e, Obj *o) {
    return OBJ(
        str_format(e, "<function %s at 0x%llx>", FUNCTION(o)->qualname->text, obj_address(o)));
}

static Res function_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)owner;
    *out = instance ? method_new(e, o, instance) : incref(o);
    return *out ? R_OK : R_ERR;
}

/* ---- attributes ---- */

static Obj *or_none(Engine *e, Obj *field) {
    return field ? incref(field) : e->none;
}
static Obj *get_name(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->name));
}
static Obj *get_qualname(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->qualname));
}
static Obj *get_code(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->code));
}
static Obj *get_globals(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->globals));
}
static Obj *get_defaults(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->defaults));
}
static Obj *get_kwdefaults(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->kwdefaults));
}
static Obj *get_closure(Engine *e, Obj *o) {
    return or_none(e, OBJ(FUNCTION(o)->closure));
}
static Obj *get_doc(Engine *e, Obj *o) {
    return or_none(e, FUNCTION(o)->doc);
}
static Obj *get_module(Engine *e, Obj *o) {
    return or_none(e, FUNCTION(o)->module);
}

static bool set_text(Engine *e, Str **field, Obj *value, const char *name) {
    if (!value || !HAS_LAYOUT(value, STR)) {
        return err_false(e, T_TypeError, "%s must be set to a string object", name);
    }
    set_ref(e, *field, STR(incref(value)));
    return true;
}

static bool set_name(Engine *e, Obj *o, Obj *value) {
    return set_text(e, &FUNCTION(o)->name, value, "__name__");
}

static bool set_qualname(Engine *e, Obj *o, Obj *value) {
    return set_text(e, &FUNCTION(o)->qualname, value, "__qualname__");
}

static bool set_code(Engine *e, Obj *o, Obj *value) {
    if (!value || !HAS_LAYOUT(value, CODE)) {
        return err_false(e, T_TypeError, "__code__ must be set to a code object");
    }
    uint32_t closure = FUNCTION(o)->closure ? FUNCTION(o)->closure->size : 0;
    if (CODE(value)->free_count != closure) {
        return err_false(e, T_ValueError, "%s() requires a code object with %u free vars, not %u",
                         FUNCTION(o)->name->text, closure, CODE(value)->free_count);
    }
    set_ref(e, FUNCTION(o)->code, CODE(incref(value)));
    return true;
}

static bool set_defaults(Engine *e, Obj *o, Obj *value) {
    if (value && value != e->none && !HAS_LAYOUT(value, TUPLE)) {
        return err_false(e, T_TypeError, "__defaults__ must be set to a tuple object");
    }
    Tuple *defaults = value && value != e->none ? TUPLE(incref(value)) : NULL;
    set_ref(e, FUNCTION(o)->defaults, defaults);
    return true;
}

static bool set_kwdefaults(Engine *e, Obj *o, Obj *value) {
    if (value && value != e->none && !HAS_LAYOUT(value, DICT)) {
        return err_false(e, T_TypeError, "__kwdefaults__ must be set to a dict object");
    }
    Dict *defaults = value && value != e->none ? DICT(incref(value)) : NULL;
    set_ref(e, FUNCTION(o)->kwdefaults, defaults);
    return true;
}

static bool set_doc(Engine *e, Obj *o, Obj *value) {
    set_ref(e, FUNCTION(o)->doc, xincref(value));
    return true;
}

static bool set_module(Engine *e, Obj *o, Obj *value) {
    set_ref(e, FUNCTION(o)->module, xincref(value));
    return true;
}

static Obj *get_annotations(Engine *e, Obj *o) {
    Function *f = FUNCTION(o);
    if (!f->annotations) f->annotations = OBJ(dict_new(e));
    return xincref(f->annotations);
}

static bool set_annotations(Engine *e, Obj *o, Obj *value) {
    if (value && value != e->none && !HAS_LAYOUT(value, DICT)) {
        return err_false(e, T_TypeError, "__annotations__ must be set to a dict object");
    }
    set_ref(e, FUNCTION(o)->annotations, value && value != e->none ? incref(value) : NULL);
    return true;
}

/* Kept in the function's __dict__ once set. */
static Obj *get_type_params(Engine *e, Obj *o) {
    Dict *d = FUNCTION(o)->dict;
    Obj *found = d ? dict_get_str(d, N(e, __type_params__)) : NULL;
    return found ? incref(found) : incref(e->empty_tuple);
}

static bool set_type_params(Engine *e, Obj *o, Obj *value) {
    Function *f = FUNCTION(o);
    if (!value || !HAS_LAYOUT(value, TUPLE)) {
        return err_false(e, T_TypeError, "__type_params__ must be set to a tuple");
    }
    if (!f->dict) f->dict = dict_new(e);
    return f->dict && dict_set_str(e, f->dict, N(e, __type_params__), value);
}

static const GetSetDef function_getset[] = {{"__name__", get_name, set_name},
                                            {"__qualname__", get_qualname, set_qualname},
                                            {"__code__", get_code, set_code},
                                            {"__globals__", get_globals, getset_readonly},
                                            {"__defaults__", get_defaults, set_defaults},
                                            {"__kwdefaults__", get_kwdefaults, set_kwdefaults},
                                            {"__closure__", get_closure, getset_readonly},
                                            {"__annotations__", get_annotations, set_annotations},
                                            {"__doc__", get_doc, set_doc},
                                            {"__module__", get_module, set_module},
                                            {"__type_params__", get_type_params, set_type_params},
                                            {0}};

const TypeSpec function_spec = {
    .name = "function",
    .layout = LAYOUT_FUNCTION,
    .size = sizeof(Function),
    .flags = TYPE_HAS_DICT | TYPE_NO_NEW,
    .dict_offset = offsetof(Function, dict),
    .weak_offset = offsetof(Function, weakrefs),
    .slots = {.release = function_release,
              .repr = function_repr,
              .call = function_call,
              .descr_get = function_get},
    .getset = function_getset,
};

/* ---- bound methods ---- */

Obj *method_new(Engine *e, Obj *function, Obj *self) {
    Method *m = (Method *)obj_new(e, TYPE(e, method), sizeof(Method));
    if (!m) return NULL;
    m->function = incref(function);
    m->self = incref(self);
    return OBJ(m);
}

static Res method_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                            Obj **out) {
    (void)type;
    if (kwnames && kwnames->size) {
        return err_res(e, T_TypeError, "method() takes no keyword arguments");
    }
    if (nargs != 2) return err_res(e, T_TypeError, "method expected 2 arguments, got %d", nargs);
    if (!args[0]->type->slots.call) {
        return err_res(e, T_TypeError, "first argument must be callable");
    }
    if (args[1] == e->none) return err_res(e, T_TypeError, "instance must not be None");
    *out = method_new(e, args[0], args[1]);
    return *out ? R_OK : R_ERR;
}

static void method_release(Engine *e, Obj *o) {
    drop_ref(e, METHOD(o)->function);
    drop_ref(e, METHOD(o)->self);
}

/* Borrowed: the function's qualified name, "?" when it has none. */
static const char *qualname_of(Engine *e, Obj *function, Obj **keep) {
    *keep = NULL;
    if (HAS_LAYOUT(function, FUNCTION)) return FUNCTION(function)->qualname->text;
    if (attr_may_push(e, type_lookup(e, function->type, N(e, __qualname__)))) return "?";
    if (function->type->flags & TYPE_HEAP) return "?";
    if (op_getattr(e, function, N(e, __qualname__), keep) != R_OK) {
        err_clear(e);
        return "?";
    }
    return HAS_LAYOUT(*keep, STR) ? STR(*keep)->text : "?";
}

static Obj *method_repr(Engine *e, Obj *o) {
    Method *m = METHOD(o);
    Obj *keep;
    const char *name = qualname_of(e, m->function, &keep);
    Str *self = NULL;
    if (nest_enter(e, " while getting the repr of an object")) {
        self = obj_repr(e, m->self);
        nest_leave(e);
    }
    Str *text = self ? str_format(e, "<bound method %s of %s>", name, self->text) : NULL;
    xdecref(e, self);
    xdecref(e, keep);
    return OBJ(text);
}

static bool method_hash(Engine *e, Obj *o, uint32_t *hash) {
    uint32_t function;
    if (!nest_enter(e, "")) return false;
    bool ok = obj_hash(e, METHOD(o)->function, &function);
    nest_leave(e);
    if (ok) *hash = METHOD(o)->self->id * 31u ^ function;
    return ok;
}

static Res method_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || !IS(e, b, method)) return R_NOTIMPL;
    bool same = METHOD(a)->self == METHOD(b)->self;
    if (!nest_enter(e, " in comparison")) return R_ERR;
    bool ok = !same || obj_equal(e, METHOD(a)->function, METHOD(b)->function, &same);
    nest_leave(e);
    if (!ok) return R_ERR;
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

/* What methods do not have themselves is the function's. */
static Res method_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    Obj *found = type_lookup(e, o->type, name);
    if (found) return attr_bind(e, found, o, OBJ(o->type), out);
    if (!nest_enter(e, "")) return R_ERR;
    Res res = op_getattr(e, METHOD(o)->function, name, out);
    nest_leave(e);
    return res;
}

static Obj *get_function(Engine *e, Obj *o) {
    (void)e;
    return incref(METHOD(o)->function);
}

static Obj *get_self(Engine *e, Obj *o) {
    (void)e;
    return incref(METHOD(o)->self);
}

static Obj *get_method_doc(Engine *e, Obj *o) {
    Obj *f = METHOD(o)->function;
    return HAS_LAYOUT(f, FUNCTION) ? get_doc(e, f) : e->none;
}

static const GetSetDef method_getset[] = {{"__func__", get_function, getset_readonly},
                                          {"__self__", get_self, getset_readonly},
                                          {"__doc__", get_method_doc, NULL},
                                          {0}};

const TypeSpec method_spec = {
    .name = "method",
    .layout = LAYOUT_METHOD,
    .size = sizeof(Method),
    .slots = {.release = method_release,
              .repr = method_repr,
              .hash = method_hash,
              .compare = method_compare,
              .call = method_call,
              .getattr = method_getattr,
              .construct = method_construct},
    .getset = method_getset,
};
