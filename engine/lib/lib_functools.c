/* functools.partial; the rest of the module is in lib/py/functools.py. */
#include "lib/lib_parts.h"

#include "object/partial.h"
#include "vm/call.h"
#include "vm/ops.h"

/* ---- making -------------------------------------------------------------------------------- */

static Tuple *joined(Engine *e, const Tuple *first, Obj *const *rest, uint32_t count) {
    Tuple *all = tuple_new(e, (size_t)first->size + count);
    for (uint32_t i = 0; all && i < first->size; i++) all->items[i] = incref(first->items[i]);
    for (uint32_t i = 0; all && i < count; i++) all->items[first->size + i] = incref(rest[i]);
    return all;
}

/* Owned: a copy of `first` (NULL = empty) with the keywords of a call. */
static Dict *merged(Engine *e, Dict *first, Obj *const *values, const Tuple *kwnames) {
    Dict *all = first ? dict_copy(e, first) : dict_new(e);
    for (uint32_t i = 0; all && kwnames && i < kwnames->size; i++) {
        if (!dict_set(e, all, kwnames->items[i], values[i])) clear_ref(e, all);
    }
    return all;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    int given = nargs - (kwnames ? (int)kwnames->size : 0);
    if (given < 1) return err_res(e, T_TypeError, "type 'partial' takes at least one argument");
    if (!args[0]->type->slots.call) {
        return err_res(e, T_TypeError, "the first argument must be callable");
    }
    Partial *p = (Partial *)obj_new(e, type, type->size);
    if (!p) return R_ERR;
    /* A partial of a partial calls the function itself. */
    Partial *inner = IS(e, args[0], partial) && !PARTIAL(args[0])->dict ? PARTIAL(args[0]) : NULL;
    p->func = incref(inner ? inner->func : args[0]);
    const Tuple *first = inner ? inner->args : TUPLE(e->empty_tuple);
    p->args = joined(e, first, args + 1, (uint32_t)given - 1);
    p->kwargs = merged(e, inner ? inner->kwargs : NULL, args + given, kwnames);
    *out = OBJ(p);
    if (p->args && p->kwargs) return R_OK;
    clear_ref(e, *out);
    return R_ERR;
}

static void release(Engine *e, Obj *o) {
    Partial *p = PARTIAL(o);
    drop_ref(e, p->func);
    drop_ref(e, p->args);
    drop_ref(e, p->kwargs);
    drop_ref(e, p->dict);
}

/* ---- calling ------------------------------------------------------------------------------- */

static Res call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    const Partial *p = PARTIAL(callable);
    uint32_t given = (uint32_t)nargs - (kwnames ? kwnames->size : 0);
    Tuple *all = joined(e, p->args, args, given);
    Dict *keywords = all ? merged(e, p->kwargs, args + given, kwnames) : NULL;
    Res res = keywords ? op_call_tuple(e, p->func, OBJ(all), OBJ(keywords), out) : R_ERR;
    xdecref(e, all);
    xdecref(e, keywords);
    return res;
}

/* ---- looking ------------------------------------------------------------------------------- */

static bool put_repr(Engine *e, StrBuf *b, Obj *o) {
    Str *text = obj_repr(e, o);
    if (text) strbuf_str(b, text);
    xdecref(e, text);
    return text != NULL;
}

static Obj *repr(Engine *e, Obj *o) {
    const Partial *p = PARTIAL(o);
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_printf(&b, "functools.%s(", o->type->qualname->text);
    bool ok = put_repr(e, &b, p->func);
    for (uint32_t i = 0; ok && i < p->args->size; i++) {
        strbuf_text(&b, ", ");
        ok = put_repr(e, &b, p->args->items[i]);
    }
    Obj *key, *value;
    for (uint32_t i = 0; ok && dict_next(p->kwargs, &i, &key, &value);) {
        strbuf_printf(&b, ", %s=", STR(key)->text);
        ok = put_repr(e, &b, value);
    }
    strbuf_char(&b, ')');
    if (ok) return OBJ(strbuf_finish(&b));
    strbuf_clear(&b);
    return NULL;
}

static Obj *get_func(Engine *e, Obj *o) {
    return (void)e, incref(PARTIAL(o)->func);
}
static Obj *get_args(Engine *e, Obj *o) {
    return (void)e, incref(PARTIAL(o)->args);
}
static Obj *get_keywords(Engine *e, Obj *o) {
    return (void)e, incref(PARTIAL(o)->kwargs);
}

static const GetSetDef getset[] = {
    {"func", get_func, NULL}, {"args", get_args, NULL}, {"keywords", get_keywords, NULL}, {0}};

const TypeSpec partial_spec = {
    .name = "partial",
    .module = "functools",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Partial),
    .flags = TYPE_BASE | TYPE_DOTTED | TYPE_HAS_DICT | TYPE_HAS_WEAK,
    .dict_offset = offsetof(Partial, dict),
    .weak_offset = offsetof(Partial, weakrefs),
    .slots = {.release = release, .repr = repr, .call = call, .construct = construct},
    .getset = getset,
};

bool lib_functools_init(Engine *e, Obj *module) {
    return lib_add_type(e, module, T_partial);
}
