#include "vm/call.h"

#include <stdio.h>
#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/function.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/call_in_c.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/suggest.h"
#include "vm/vm.h"

/* One call of a Python function while its arguments are bound. */
typedef struct {
    Engine *e;
    Function *fn;
    Code *code;
    PFrame *frame;
    Obj *const *args;
    int given; /* positional arguments */
    Tuple *kwnames;
    Dict *extra; /* **kw, borrowed from the frame */
} Binding;

static CallInC as_in_c(const Binding *b) {
    return (CallInC){b->e, b->fn, b->frame->slots, b->given, b->kwnames};
}

static uint32_t named_parameters(const Code *c) {
    return c->arg_count + c->kwonly_count;
}

/* Slot number of *args; that of **kw follows it. */
static uint32_t star_slot(const Code *c) {
    return named_parameters(c);
}

static uint32_t star_star_slot(const Code *c) {
    return named_parameters(c) + ((c->flags & CODE_VARARGS) ? 1 : 0);
}

static bool bind_positional(Binding *b) {
    int count = b->given < (int)b->code->arg_count ? b->given : (int)b->code->arg_count;
    for (int i = 0; i < count; i++) b->frame->slots[i] = incref(b->args[i]);
    if (!(b->code->flags & CODE_VARARGS)) return true;
    int rest = b->given - count;
    Tuple *t = tuple_of(b->e, b->args + count, (size_t)rest);
    if (!t) return false;
    b->frame->slots[star_slot(b->code)] = OBJ(t);
    return true;
}

/* Number of the parameter that a keyword names, or -1. */
static int find_parameter(const Binding *b, const Str *name, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        if (b->code->local_names[i] == name || str_equal(b->code->local_names[i], name)) {
            return (int)i;
        }
    }
    return -1;
}

static bool fail_positional_only(const Binding *b) {
    StrBuf names;
    strbuf_init(&names, b->e);
    int count = 0;
    for (uint32_t k = 0; k < b->kwnames->size; k++) {
        if (find_parameter(b, STR(b->kwnames->items[k]), 0, b->code->posonly_count) < 0) continue;
        if (count++) strbuf_text(&names, ", ");
        strbuf_str(&names, STR(b->kwnames->items[k]));
    }
    Str *text = strbuf_finish(&names);
    if (!text) return false;
    if (count) {
        err_null(b->e, T_TypeError,
                 "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                 b->fn->qualname->text, text->text);
    }
    decref(b->e, text);
    return count > 0;
}

static bool fail_unexpected(const Binding *b, const Str *name) {
    CallInC in_c = as_in_c(b);
    if (b->code->flags & CODE_IN_C) return call_in_c_unexpected(&in_c, name);
    if (b->code->posonly_count && fail_positional_only(b)) return false;
    if (err_occurred(b->e)) return false;
    const Str *near = suggest_name(name, b->code->local_names + b->code->posonly_count,
                                   named_parameters(b->code) - b->code->posonly_count);
    return near ? err_false(b->e, T_TypeError,
                            "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?",
                            b->fn->qualname->text, name->text, near->text)
                : err_false(b->e, T_TypeError, "%s() got an unexpected keyword argument '%s'",
                            b->fn->qualname->text, name->text);
}

static bool bind_keyword(Binding *b, Str *name, Obj *value) {
    int slot = find_parameter(b, name, b->code->posonly_count, named_parameters(b->code));
    if (slot < 0) {
        if (!b->extra) return fail_unexpected(b, name);
        return dict_set_str(b->e, b->extra, name, value);
    }
    if (b->frame->slots[slot]) {
        return err_false(b->e, T_TypeError, "%s() got multiple values for argument '%s'",
                         b->fn->qualname->text, name->text);
    }
    b->frame->slots[slot] = incref(value);
    return true;
}

static bool bind_keywords(Binding *b) {
    if (b->code->flags & CODE_VARKEYWORDS) {
        b->extra = dict_new(b->e);
        if (!b->extra) return false;
        b->frame->slots[star_star_slot(b->code)] = OBJ(b->extra);
    }
    if (!b->kwnames) return true;
    for (uint32_t k = 0; k < b->kwnames->size; k++) {
        if (!bind_keyword(b, STR(b->kwnames->items[k]), b->args[b->given + (int)k])) return false;
    }
    return true;
}

static bool fail_too_many(const Binding *b) {
    CallInC in_c = as_in_c(b);
    if (b->code->flags & CODE_IN_C) return call_in_c_too_many(&in_c);
    uint32_t defaults = b->fn->defaults ? b->fn->defaults->size : 0;
    uint32_t kwonly = 0, max = b->code->arg_count, min = max - defaults;
    for (uint32_t i = max; i < named_parameters(b->code); i++) kwonly += b->frame->slots[i] != NULL;
    char wanted[48], more[64] = "";
    if (defaults) {
        snprintf(wanted, sizeof wanted, "from %u to %u", min, max);
    } else {
        snprintf(wanted, sizeof wanted, "%u", max);
    }
    if (kwonly) {
        snprintf(more, sizeof more, " positional argument%s (and %u keyword-only argument%s)",
                 b->given == 1 ? "" : "s", kwonly, kwonly == 1 ? "" : "s");
    }
    return err_false(b->e, T_TypeError, "%s() takes %s positional argument%s but %d%s %s given",
                     b->fn->qualname->text, wanted, max == 1 && !defaults ? "" : "s", b->given,
                     more, b->given == 1 && !kwonly ? "was" : "were");
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" */
static bool fail_missing(const Binding *b, const char *kind, const uint32_t *slots, int count) {
    StrBuf names;
    strbuf_init(&names, b->e);
    for (int i = 0; i < count; i++) {
        if (i > 0 && count > 2) strbuf_text(&names, ",");
        if (i > 0) strbuf_text(&names, i == count - 1 ? " and " : " ");
        strbuf_printf(&names, "'%s'", b->code->local_names[slots[i]]->text);
    }
    Str *text = strbuf_finish(&names);
    if (!text) return false;
    err_null(b->e, T_TypeError, "%s() missing %d required %s argument%s: %s", b->fn->qualname->text,
             count, kind, count == 1 ? "" : "s", text->text);
    decref(b->e, text);
    return false;
}

enum { MISSING_MAX = 64 };

static bool fill_positional_defaults(Binding *b) {
    uint32_t count = b->fn->defaults ? b->fn->defaults->size : 0;
    uint32_t first = b->code->arg_count - count, slots[MISSING_MAX];
    int missing = 0;
    for (uint32_t i = 0; i < first && missing < MISSING_MAX; i++) {
        if (!b->frame->slots[i]) slots[missing++] = i;
    }
    CallInC in_c = as_in_c(b);
    if (missing && (b->code->flags & CODE_IN_C)) return call_in_c_missing(&in_c);
    if (missing) return fail_missing(b, "positional", slots, missing);
    for (uint32_t i = first; i < b->code->arg_count; i++) {
        if (!b->frame->slots[i]) b->frame->slots[i] = incref(b->fn->defaults->items[i - first]);
    }
    return true;
}

static bool fill_keyword_defaults(Binding *b) {
    uint32_t slots[MISSING_MAX];
    int missing = 0;
    for (uint32_t i = b->code->arg_count; i < named_parameters(b->code); i++) {
        if (b->frame->slots[i]) continue;
        Obj *value =
            b->fn->kwdefaults ? dict_get_str(b->fn->kwdefaults, b->code->local_names[i]) : NULL;
        if (value) {
            b->frame->slots[i] = incref(value);
        } else if (missing < MISSING_MAX) {
            slots[missing++] = i;
        }
    }
    return missing ? fail_missing(b, "keyword-only", slots, missing) : true;
}

/* As many arguments as positional parameters, and nothing else. */
static bool is_exact(const Code *c, int nargs, const Tuple *kwnames) {
    return !kwnames && nargs == (int)c->arg_count && c->kwonly_count == 0 &&
           !(c->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
}

bool call_bind(Engine *e, Obj *function, PFrame *frame, Obj *const *args, int nargs,
               Tuple *kwnames) {
    Function *fn = FUNCTION(function);
    if (is_exact(fn->code, nargs, kwnames)) {
        for (int i = 0; i < nargs; i++) frame->slots[i] = incref(args[i]);
        return true;
    }
    Binding b = {e,       fn,  fn->code, frame, args, nargs - (kwnames ? (int)kwnames->size : 0),
                 kwnames, NULL};
    if (!bind_positional(&b) || !bind_keywords(&b)) return false;
    if (b.given > (int)fn->code->arg_count && !(fn->code->flags & CODE_VARARGS)) {
        return fail_too_many(&b);
    }
    return fill_positional_defaults(&b) && fill_keyword_defaults(&b);
}

Res function_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames,
                  Obj **out) {
    Function *fn = FUNCTION(callable);
    PFrame *frame = pframe_new(e, fn->code, fn->globals, callable);
    if (!frame) return R_ERR;
    if (!call_bind(e, callable, frame, args, nargs, kwnames)) {
        decref(e, frame);
        return R_ERR;
    }
    if (fn->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) {
        *out = gen_new(e, frame);
        return *out ? R_OK : R_ERR;
    }
    return vm_push(e, FRAME(frame)) ? R_PUSH : R_ERR;
}

enum { CALL_BUFFER = 12 };

Res call_with_first(Engine *e, Obj *callable, Obj *first, Obj *const *args, int nargs,
                    Tuple *kwnames, Obj **out) {
    Obj *few[CALL_BUFFER], **all = few;
    if (nargs + 1 > CALL_BUFFER) {
        all = arena_alloc(&e->arena, ((size_t)nargs + 1) * sizeof(Obj *));
        if (!all) return err_memory(e), R_ERR;
    }
    all[0] = first;
    if (nargs) memcpy(all + 1, args, (size_t)nargs * sizeof(Obj *));
    Res res = op_call(e, callable, all, nargs + 1, kwnames, out);
    if (all != few) arena_free(&e->arena, all);
    return res;
}

Res method_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Method *m = METHOD(callable);
    return call_with_first(e, m->function, m->self, args, nargs, kwnames, out);
}

Res op_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    if (!callable->type->slots.call) {
        return err_res(e, T_TypeError, "'%s' object is not callable", type_name(callable));
    }
    return callable->type->slots.call(e, callable, args, nargs, kwnames, out);
}

Res op_call0(Engine *e, Obj *callable, Obj **out) {
    return op_call(e, callable, NULL, 0, NULL, out);
}

Res op_call1(Engine *e, Obj *callable, Obj *a, Obj **out) {
    return op_call(e, callable, &a, 1, NULL, out);
}

Res op_call2(Engine *e, Obj *callable, Obj *a, Obj *b, Obj **out) {
    return op_call(e, callable, (Obj *[]){a, b}, 2, NULL, out);
}

/* Slots: a descriptor, the object, the arguments, what it is bound to. Its __get__ may be Python.
 */
static Res call_bound_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, f->slot[0]->type->slots.descr_get(e, f->slot[0], f->slot[1], OBJ(f->slot[1]->type),
                                              STEP_OUT));
    slot_take(e, f, 3);
    STEP(2, op_call(e, f->slot[3], TUPLE(f->slot[2])->items, (int)TUPLE(f->slot[2])->size, NULL,
                    STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef call_bound_def = {"call_bound", NULL, NULL, call_bound_step, 4, 0, NULL};

/* A function found on the type is called with the object in front; other descriptors are bound. */
Res op_call_special(Engine *e, Obj *o, Str *name, Obj *const *args, int nargs, Obj **out) {
    Obj *found = type_lookup(e, o->type, name);
    if (!found) return R_NOTIMPL;
    if (IS(e, found, function) || IS(e, found, method_descriptor) ||
        IS(e, found, wrapper_descriptor)) {
        return call_with_first(e, found, o, args, nargs, NULL, out);
    }
    if (!found->type->slots.descr_get) return op_call(e, found, args, nargs, NULL, out);
    Tuple *all = tuple_new(e, (uint32_t)nargs);
    if (!all) return R_ERR;
    for (int i = 0; i < nargs; i++) all->items[i] = incref(args[i]);
    Res res = native_push(e, &call_bound_def, (Obj *[]){found, o, OBJ(all)}, 3);
    decref(e, all);
    return res;
}
