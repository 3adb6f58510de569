#include "aio/aio.h"

#include "object/error.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* contextvars: a context is a dict from variable to value; entering one makes it current. */

typedef struct {
    Obj h;
    Dict *values;  /* owned; copies of the context share it until one of them changes */
    Obj *previous; /* owned while entered */
    Obj *weakrefs;
    uint8_t entered;
} Context;

typedef struct {
    Obj h;
    Str *name;
    Obj *fallback; /* owned; NULL = none */
    uint32_t hash;
} ContextVar;

typedef struct {
    Obj h;
    Obj *context, *variable, *old; /* old NULL = the variable had no value */
    uint8_t used;
} ContextToken;

#define CONTEXT(o)  ((Context *)(o))
#define VARIABLE(o) ((ContextVar *)(o))
#define TOKEN(o)    ((ContextToken *)(o))

static Obj *context_with(Engine *e, Dict *values) {
    Context *c = (Context *)obj_new(e, TYPE(e, Context), sizeof(Context));
    if (!c) return NULL;
    c->values = values ? (Dict *)incref(values) : dict_new(e);
    if (!c->values) clear_ref(e, c);
    return OBJ(c);
}

/* To be changed: no other context and no iterator sees it. Borrowed. */
static Dict *own_values(Engine *e, Obj *context) {
    Context *c = CONTEXT(context);
    if (c->values->h.refs == 1) return c->values;
    Dict *copy = dict_copy(e, c->values);
    if (copy) set_ref(e, c->values, copy);
    return copy;
}

Obj *aio_context_current(Engine *e) {
    if (!e->aio->context) e->aio->context = context_with(e, NULL);
    return e->aio->context;
}

Obj *aio_context_copy(Engine *e) {
    Obj *now = aio_context_current(e);
    return now ? context_with(e, CONTEXT(now)->values) : NULL;
}

bool aio_context_can_enter(Engine *e, const Obj *context) {
    return IS(e, context, Context) && !CONTEXT(context)->entered;
}

bool aio_context_enter(Engine *e, Obj *context, Obj **previous) {
    if (!IS(e, context, Context)) { /* call_soon() and Task() take any object for a context */
        return err_false(e, T_TypeError, "an instance of Context was expected");
    }
    Context *c = CONTEXT(context);
    if (c->entered) {
        Str *text = obj_repr(e, context);
        if (text)
            err_null(e, T_RuntimeError, "cannot enter context: %s is already entered", text->text);
        xdecref(e, text);
        return false;
    }
    c->entered = 1;
    *previous = e->aio->context;
    e->aio->context = incref(context);
    return true;
}

void aio_context_leave(Engine *e, Obj *previous) {
    CONTEXT(e->aio->context)->entered = 0;
    set_ref(e, e->aio->context, previous);
}

static void context_release(Engine *e, Obj *o) {
    drop_ref(e, CONTEXT(o)->values);
    drop_ref(e, CONTEXT(o)->previous);
}

static Res context_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                             Obj **out) {
    (void)type, (void)args, (void)kwnames;
    if (nargs) return err_res(e, T_TypeError, "Context() does not accept any arguments");
    *out = context_with(e, NULL);
    return *out ? R_OK : R_ERR;
}

/* Slots: self, callable, args, kwargs. */
static Res run_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!aio_context_enter(e, f->slot[0], &f->slot[4])) return R_ERR;
    STEP_TRY(1, op_call_tuple(e, f->slot[1], f->slot[2], f->slot[3], STEP_OUT));
    aio_context_leave(e, f->slot[4]);
    f->slot[4] = NULL;
    if (f->in_res == R_STOP) native_stop_error(e, f);
    if (f->in_res != R_OK) return R_ERR;
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Obj *context_copy_method(Engine *e, Obj *const *a) {
    return context_with(e, CONTEXT(a[0])->values);
}

/* TypeError: `what` with the object's repr behind it. */
static bool refuse_object(Engine *e, const char *what, Obj *o) {
    Str *text = obj_repr(e, o);
    if (text) err_false(e, T_TypeError, "%s, got %s", what, text->text);
    xdecref(e, text);
    return false;
}

/* What the context has for the variable, borrowed; NULL: nothing. */
static bool find(Engine *e, Obj *context, Obj *key, Obj **value) {
    *value = NULL;
    if (!IS(e, key, ContextVar)) return refuse_object(e, "a ContextVar key was expected", key);
    return dict_get(e, CONTEXT(context)->values, key, value);
}

static Obj *context_get(Engine *e, Obj *const *a) {
    Obj *value;
    if (!find(e, a[0], a[1], &value)) return NULL;
    return incref(value ? value : a[2]);
}

static Obj *view(Engine *e, Obj *context, const char *method) {
    Str *name = str_from(e, method);
    Obj *out = NULL;
    if (name) op_call_method(e, OBJ(CONTEXT(context)->values), name, NULL, 0, &out);
    xdecref(e, name);
    return out;
}

static Obj *context_keys(Engine *e, Obj *const *a) {
    return view(e, a[0], "keys");
}
static Obj *context_values(Engine *e, Obj *const *a) {
    return view(e, a[0], "values");
}
static Obj *context_items(Engine *e, Obj *const *a) {
    return view(e, a[0], "items");
}

static const NativeDef context_methods[] = {
    {"run", "self, callable, /, *args, **kwargs", NULL, run_step, 1, NATIVE_CATCHES, NULL},
    {"copy", "self, /", context_copy_method, NULL, 0, 0, NULL},
    {"get", "self, key, default=None, /", context_get, NULL, 0, 0, NULL},
    {"keys", "self, /", context_keys, NULL, 0, 0, NULL},
    {"values", "self, /", context_values, NULL, 0, 0, NULL},
    {"items", "self, /", context_items, NULL, 0, 0, NULL},
    {0},
};

static Res context_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Obj *value;
    if (!find(e, o, key, &value)) return R_ERR;
    if (!value) return err_raise_with(e, T_KeyError, key), R_ERR;
    *out = incref(value);
    return R_OK;
}

static Res context_contains(Engine *e, Obj *o, Obj *key, Obj **out) {
    Obj *value;
    if (!find(e, o, key, &value)) return R_ERR;
    *out = obj_bool(e, value != NULL);
    return R_OK;
}

static Res context_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != b->type) return R_NOTIMPL;
    bool same;
    if (!obj_equal(e, OBJ(CONTEXT(a)->values), OBJ(CONTEXT(b)->values), &same)) return R_ERR;
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

static Res context_iter(Engine *e, Obj *o, Obj **out) {
    return op_iter(e, OBJ(CONTEXT(o)->values), out);
}

static Res context_length(Engine *e, Obj *o, Obj **out) {
    return op_length(e, OBJ(CONTEXT(o)->values), out);
}

const TypeSpec context_spec = {
    .name = "Context",
    .module = "_contextvars",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Context),
    .flags = TYPE_HAS_WEAK | TYPE_DOTTED,
    .weak_offset = offsetof(Context, weakrefs),
    .slots = {.release = context_release,
              .construct = context_construct,
              .compare = context_compare,
              .getitem = context_getitem,
              .contains = context_contains,
              .iter = context_iter,
              .length = context_length},
    .methods = context_methods,
};

/* ---- Variables ----------------------------------------------------------------------------- */

/* ContextVar(name, *, default) */
static Res variable_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                              Obj **out) {
    int named = kwnames ? (int)kwnames->size : 0;
    if (nargs - named != 1 || named > 1) {
        return err_res(e, T_TypeError, "ContextVar() takes %s 1 positional argument (%d given)",
                       nargs - named ? "at most" : "exactly", nargs - named);
    }
    if (named && !str_equal_text(STR(kwnames->items[0]), "default")) {
        return err_res(e, T_TypeError, "ContextVar() got an unexpected keyword argument '%s'",
                       STR(kwnames->items[0])->text);
    }
    if (!HAS_LAYOUT(args[0], STR)) {
        return err_res(e, T_TypeError, "context variable name must be a str");
    }
    ContextVar *v = (ContextVar *)obj_new(e, type, sizeof(ContextVar));
    if (!v) return R_ERR;
    v->name = (Str *)incref(args[0]);
    v->fallback = named ? incref(args[1]) : NULL;
    *out = OBJ(v);
    return R_OK;
}

static void variable_release(Engine *e, Obj *o) {
    drop_ref(e, VARIABLE(o)->name);
    drop_ref(e, VARIABLE(o)->fallback);
}

static Obj *variable_get(Engine *e, Obj *const *a) {
    Obj *context = aio_context_current(e), *value = NULL;
    if (!context || !dict_get(e, CONTEXT(context)->values, a[0], &value)) return NULL;
    if (!value) value = a[1] ? a[1] : VARIABLE(a[0])->fallback;
    if (!value) err_raise_with(e, T_LookupError, a[0]);
    return xincref(value);
}

static Obj *variable_set(Engine *e, Obj *const *a) {
    Obj *context = aio_context_current(e), *old = NULL;
    if (!context || !dict_get(e, CONTEXT(context)->values, a[0], &old)) return NULL;
    ContextToken *t = (ContextToken *)obj_new(e, TYPE(e, ContextToken), sizeof(ContextToken));
    if (!t) return NULL;
    t->context = incref(context);
    t->variable = incref(a[0]);
    t->old = xincref(old);
    Dict *values = own_values(e, context);
    if (!values || !dict_set(e, values, a[0], a[1])) clear_ref(e, t);
    return OBJ(t);
}

static Obj *variable_reset(Engine *e, Obj *const *a) {
    if (!IS(e, a[1], ContextToken)) {
        return refuse_object(e, "expected an instance of Token", a[1]), NULL;
    }
    ContextToken *t = TOKEN(a[1]);
    Str *text = obj_repr(e, a[1]);
    if (!text) return NULL;
    Obj *done = e->none, *removed = NULL;
    if (t->used) {
        done = err_null(e, T_RuntimeError, "%s has already been used once", text->text);
    } else if (t->variable != a[0]) {
        done = err_null(e, T_ValueError, "%s was created by a different ContextVar", text->text);
    } else if (t->context != e->aio->context) {
        done = err_null(e, T_ValueError, "%s was created in a different Context", text->text);
    } else {
        t->used = 1;
        Dict *values = own_values(e, t->context);
        bool ok = values && (t->old ? dict_set(e, values, a[0], t->old)
                                    : dict_pop(e, values, a[0], &removed));
        xdecref(e, removed);
        done = ok ? e->none : NULL;
    }
    decref(e, text);
    return done;
}

static Obj *variable_repr(Engine *e, Obj *o) {
    Str *name = obj_repr(e, OBJ(VARIABLE(o)->name)), *text = NULL;
    Str *fallback = name && VARIABLE(o)->fallback ? obj_repr(e, VARIABLE(o)->fallback) : NULL;
    if (name) {
        text =
            str_format(e, "<ContextVar name=%s%s%s at 0x%llx>", name->text,
                       fallback ? " default=" : "", fallback ? fallback->text : "", obj_address(o));
    }
    xdecref(e, name);
    xdecref(e, fallback);
    return OBJ(text);
}

static const NativeDef variable_methods[] = {
    {"get", "self, default=, /", variable_get, NULL, 0, 0, NULL},
    {"set", "self, value, /", variable_set, NULL, 0, 0, NULL},
    {"reset", "self, token, /", variable_reset, NULL, 0, 0, NULL},
    {0},
};

static Obj *variable_name(Engine *e, Obj *o) {
    return (void)e, incref(VARIABLE(o)->name);
}
static const GetSetDef variable_getset[] = {{"name", variable_name, NULL}, {0}};

const TypeSpec context_var_spec = {
    .name = "ContextVar",
    .module = "_contextvars",
    .layout = LAYOUT_OTHER,
    .size = sizeof(ContextVar),
    .flags = TYPE_DOTTED,
    .slots = {.release = variable_release, .repr = variable_repr, .construct = variable_construct},
    .methods = variable_methods,
    .getset = variable_getset,
};

static void token_release(Engine *e, Obj *o) {
    drop_ref(e, TOKEN(o)->context);
    drop_ref(e, TOKEN(o)->variable);
    drop_ref(e, TOKEN(o)->old);
}

static Obj *token_repr(Engine *e, Obj *o) {
    Str *variable = obj_repr(e, TOKEN(o)->variable), *text = NULL;
    if (variable) {
        text = str_format(e, "<Token%s var=%s at 0x%llx>", TOKEN(o)->used ? " used" : "",
                          variable->text, obj_address(o));
    }
    xdecref(e, variable);
    return OBJ(text);
}

static Obj *token_var(Engine *e, Obj *o) {
    return (void)e, incref(TOKEN(o)->variable);
}
static Obj *token_old(Engine *e, Obj *o) {
    if (TOKEN(o)->old) return incref(TOKEN(o)->old);
    Str *name = str_from(e, "MISSING");
    Obj *missing = name ? type_lookup(e, TYPE(e, ContextToken), name) : NULL;
    xdecref(e, name);
    return xincref(missing);
}
static Res token_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                           Obj **out) {
    (void)type, (void)args, (void)nargs, (void)kwnames, (void)out;
    return err_res(e, T_RuntimeError, "Tokens can only be created by ContextVars");
}

static const GetSetDef token_getset[] = {
    {"var", token_var, NULL}, {"old_value", token_old, NULL}, {0}};

const TypeSpec context_token_spec = {
    .name = "Token",
    .module = "_contextvars",
    .layout = LAYOUT_OTHER,
    .size = sizeof(ContextToken),
    .flags = TYPE_DOTTED,
    .slots = {.release = token_release, .repr = token_repr, .construct = token_construct},
    .getset = token_getset,
};

/* Token.MISSING: the old value where there was none. */
static Obj *missing_repr(Engine *e, Obj *o) {
    (void)o;
    return OBJ(str_from(e, "<Token.MISSING>"));
}

bool aio_context_boot(Engine *e) {
    Obj *missing = obj_new(e, TYPE(e, TokenMissing), sizeof(Obj));
    Str *name = str_from(e, "MISSING");
    bool ok = missing && name && dict_set_str(e, TYPE(e, ContextToken)->dict, name, missing);
    xdecref(e, missing);
    xdecref(e, name);
    return ok;
}

const TypeSpec token_missing_spec = {
    .name = "Token.MISSING",
    .module = "_contextvars",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Obj),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.repr = missing_repr},
};
