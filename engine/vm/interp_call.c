#include "vm/interp.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/function.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"

/* callable self_or_NULL a1 .. an: with a receiver the arguments begin one place earlier. */
static Res call_values(Engine *e, PFrame *f, uint32_t n, Tuple *kwnames, Obj **out) {
    Obj **args = f->stack + f->sp - n;
    Obj *callable = args[-2];
    bool has_self = args[-1] != NULL;
    return op_call(e, callable, has_self ? args - 1 : args, (int)n + has_self, kwnames, out);
}

static Res call(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = NULL;
    Res res = call_values(e, f, n, NULL, &out);
    return interp_value(e, f, n + 2, res, out);
}

static Res call_kw(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = NULL;
    Tuple *kwnames = TUPLE(POP(f));
    f->stack[f->sp] = NULL;
    Res res = call_values(e, f, n, kwnames, &out);
    decref(e, kwnames);
    return interp_value(e, f, n + 2, res, out);
}

static bool all_names(Dict *kwargs) {
    uint32_t i = 0;
    Obj *key, *value;
    while (dict_next(kwargs, &i, &key, &value)) {
        if (!HAS_LAYOUT(key, STR)) return false;
    }
    return true;
}

/* Positional arguments and the keywords' values in one block, their names in a tuple. */
static Res call_with_dict(Engine *e, Obj *callable, Tuple *args, Dict *kwargs, Obj **out) {
    uint32_t count = args->size + kwargs->used, n = args->size;
    if (!all_names(kwargs)) return err_res(e, T_TypeError, "keywords must be strings");
    Tuple *names = tuple_new(e, kwargs->used);
    Tuple *all = names ? tuple_new(e, count) : NULL;
    if (!all) {
        xdecref(e, names);
        return R_ERR;
    }
    for (uint32_t i = 0; i < args->size; i++) all->items[i] = incref(args->items[i]);
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(kwargs, &i, &key, &value); n++) {
        names->items[n - args->size] = incref(key);
        all->items[n] = incref(value);
    }
    Res res = op_call(e, callable, all->items, (int)count, names, out);
    decref(e, names);
    decref(e, all);
    return res;
}

Res op_call_tuple(Engine *e, Obj *callable, Obj *args, Obj *kwargs, Obj **out) {
    if (kwargs && DICT(kwargs)->used) {
        return call_with_dict(e, callable, TUPLE(args), DICT(kwargs), out);
    }
    return op_call(e, callable, TUPLE(args)->items, (int)TUPLE(args)->size, NULL, out);
}

static Res call_ex(Engine *e, PFrame *f, uint32_t has_kwargs) {
    Obj *args = PEEK(f, has_kwargs ? 2 : 1), *kwargs = has_kwargs ? PEEK(f, 1) : NULL;
    Obj *out = NULL;
    Res res = op_call_tuple(e, PEEK(f, has_kwargs ? 4 : 3), args, kwargs, &out);
    return interp_value(e, f, has_kwargs ? 4 : 3, res, out);
}

static Obj *pop_owned(PFrame *f) {
    Obj *value = POP(f);
    f->stack[f->sp] = NULL;
    return value;
}

static Res make_function(Engine *e, PFrame *f, uint32_t flags) {
    Code *code = CODE(pop_owned(f));
    Obj *module = dict_get_str(f->globals, N(e, __name__));
    Obj *made =
        function_new(e, code, f->globals, module && HAS_LAYOUT(module, STR) ? STR(module) : NULL);
    decref(e, code);
    if (!made) return R_ERR;
    Function *fn = FUNCTION(made);
    if (flags & 8) set_ref(e, fn->closure, TUPLE(pop_owned(f)));
    if (flags & 4) set_ref(e, fn->annotations, pop_owned(f));
    if (flags & 2) set_ref(e, fn->kwdefaults, DICT(pop_owned(f)));
    if (flags & 1) set_ref(e, fn->defaults, TUPLE(pop_owned(f)));
    PUSH(f, made);
    return R_OK;
}

const OpEntry interp_call_ops[] = {
    {OPCODE_CALL, call},
    {OPCODE_CALL_KW, call_kw},
    {OPCODE_CALL_EX, call_ex},
    {OPCODE_MAKE_FUNCTION, make_function},
    {0, NULL},
};
