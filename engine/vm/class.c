#include "vm/class.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/exceptions.h"
#include "object/function.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/attr.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* ---- type.__new__: the class, then __set_name__ and __init_subclass__ ---- */

enum { NEW_CLASS, NEW_NAMESPACE, NEW_KEYWORDS, NEW_ENTRIES, NEW_CALLED, NEW_SLOTS };

/* The namespace's entries whose class has __set_name__, as a flat list: name, value, ... */
static List *entries_to_name(Engine *e, Dict *namespace) {
    List *entries = list_new(e, 0);
    Obj *key, *value;
    for (uint32_t i = 0; entries && dict_next(namespace, &i, &key, &value);) {
        if (!type_lookup(e, value->type, N(e, __set_name__))) continue;
        if (list_append(e, entries, key) && list_append(e, entries, value)) continue;
        clear_ref(e, entries);
    }
    return entries;
}

static bool add_note(Engine *e, Str *text) {
    Exc *x = EXC(err_get(e));
    if (!x->dict) x->dict = dict_new(e);
    Obj *notes = x->dict ? dict_get_str(x->dict, N(e, __notes__)) : NULL;
    if (notes) return HAS_LAYOUT(notes, LIST) && list_append(e, LIST(notes), OBJ(text));
    List *fresh = x->dict ? list_of(e, (Obj *const[]){OBJ(text)}, 1) : NULL;
    bool ok = fresh && dict_set_str(e, x->dict, N(e, __notes__), OBJ(fresh));
    xdecref(e, fresh);
    return ok;
}

/* What CPython adds to an exception that leaves a __set_name__. */
static Res set_name_failed(Engine *e, const Type *class, const Obj *name, const Obj *value) {
    Obj *raised = err_take(e);
    Str *text = str_format(e, "Error calling __set_name__ on '%s' instance '%s' in '%s'",
                           type_name(value), STR(name)->text, class->name->text);
    if (!text) {
        decref(e, raised);
        return R_ERR;
    }
    err_restore(e, raised);
    add_note(e, text);
    decref(e, text);
    return R_ERR;
}

/* Calls the nearest __init_subclass__ above the class. */
static Res init_subclass(Engine *e, Type *class, Dict *keywords, Obj **out) {
    Obj *found = NULL, *bound = NULL;
    for (uint32_t i = 1; i < class->mro->size && !found; i++) {
        found = dict_get_str(TYPE_OF(class->mro->items[i])->dict, N(e, __init_subclass__));
    }
    Res res = attr_bind(e, found, NULL, OBJ(class), &bound);
    if (res != R_OK) return res;
    res = class_call_with_dict(e, bound, NULL, 0, keywords, out);
    decref(e, bound);
    return res;
}

static Res finish_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    set_ref(e, f->slot[NEW_ENTRIES], OBJ(entries_to_name(e, DICT(f->slot[NEW_NAMESPACE]))));
    if (!f->slot[NEW_ENTRIES]) return R_ERR;
    for (; f->number[0] < LIST(f->slot[NEW_ENTRIES])->size; f->number[0] += 2) {
        STEP_TRY(1,
                 op_call_special(
                     e, LIST(f->slot[NEW_ENTRIES])->items[f->number[0] + 1], N(e, __set_name__),
                     (Obj *[]){f->slot[NEW_CLASS], LIST(f->slot[NEW_ENTRIES])->items[f->number[0]]},
                     2, STEP_OUT));
        if (f->in_res == R_OK) continue;
        Obj *const *entry = LIST(f->slot[NEW_ENTRIES])->items + f->number[0];
        return set_name_failed(e, TYPE_OF(f->slot[NEW_CLASS]), entry[0], entry[1]);
    }
    STEP_TRY(2,
             init_subclass(e, TYPE_OF(f->slot[NEW_CLASS]), DICT(f->slot[NEW_KEYWORDS]), STEP_OUT));
    if (f->in_res != R_OK) return R_ERR;
    *out = incref(f->slot[NEW_CLASS]);
    return R_OK;
    STEPS_END;
}

static const NativeDef finish_def = {"type.__new__", NULL,           NULL, finish_step,
                                     NEW_SLOTS,      NATIVE_CATCHES, NULL};

static Res make_class(Engine *e, Type *meta, Str *name, Tuple *bases, Dict *namespace,
                      Dict *keywords) {
    Type *class = class_new(e, meta, name, bases, namespace);
    if (!class) return R_ERR;
    Res res = native_push(e, &finish_def, (Obj *[]){OBJ(class), OBJ(namespace), OBJ(keywords)}, 3);
    decref(e, class);
    return res;
}

static bool check_argument(Engine *e, const Obj *value, Layout layout, int number,
                           const char *wanted) {
    if (value->type->layout == layout) return true;
    return err_false(e, T_TypeError, "type.__new__() argument %d must be %s, not %s", number,
                     wanted, type_name(value));
}

Res class_construct(Engine *e, Type *meta, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    int given = nargs - (kwnames ? (int)kwnames->size : 0);
    if (given != 3) {
        if (meta == TYPE(e, type)) {
            return err_res(e, T_TypeError, "type() takes 1 or 3 arguments");
        }
        return err_res(e, T_TypeError, "type.__new__() takes exactly 3 arguments (%d given)",
                       given);
    }
    if (!check_argument(e, args[0], LAYOUT_STR, 1, "str") ||
        !check_argument(e, args[1], LAYOUT_TUPLE, 2, "tuple") ||
        !check_argument(e, args[2], LAYOUT_DICT, 3, "dict")) {
        return R_ERR;
    }
    Type *winner = class_metaclass(e, meta, TUPLE(args[1]));
    if (!winner) return R_ERR;
    if (winner != meta) return op_call(e, OBJ(winner), args, nargs, kwnames, out);
    Dict *keywords = dict_new(e);
    bool ok = keywords != NULL;
    for (int i = given; ok && i < nargs; i++) {
        Str *name = STR(kwnames->items[i - given]);
        if (!str_equal(name, N(e, metaclass))) ok = dict_set_str(e, keywords, name, args[i]);
    }
    Res res =
        ok ? make_class(e, meta, STR(args[0]), TUPLE(args[1]), DICT(args[2]), keywords) : R_ERR;
    xdecref(e, keywords);
    return res;
}

Res class_call_with_dict(Engine *e, Obj *callable, Obj *const *args, uint32_t count, Dict *keywords,
                         Obj **out) {
    Tuple *all = tuple_new(e, count + keywords->used);
    Tuple *names = keywords->used ? tuple_new(e, keywords->used) : NULL;
    Res res = R_ERR;
    if (all && (names || !keywords->used)) {
        for (uint32_t i = 0; i < count; i++) all->items[i] = incref(args[i]);
        Obj *key, *value;
        uint32_t n = 0;
        for (uint32_t i = 0; dict_next(keywords, &i, &key, &value); n++) {
            names->items[n] = incref(key);
            all->items[count + n] = incref(value);
        }
        res = op_call(e, callable, all->items, (int)all->size, names, out);
    }
    xdecref(e, all);
    xdecref(e, names);
    return res;
}

/* ---- __build_class__ ---- */

enum {
    B_FUNCTION,
    B_NAME,
    B_BASES,    /* *bases as given */
    B_META,     /* metaclass= or NULL */
    B_KEYWORDS, /* **keywords */
    B_RESOLVED, /* List of bases after __mro_entries__ */
    B_NAMESPACE,
    B_CELL, /* what the body returned: its __class__ cell or None */
    B_SLOTS
};

static bool is_class(const Obj *o) {
    return HAS_LAYOUT(o, TYPE);
}

/* Appends what base number `number[0]` became. */
static bool take_entries(Engine *e, NFrame *f) {
    if (!HAS_LAYOUT(f->in, TUPLE)) {
        return err_false(e, T_TypeError, "__mro_entries__ must return a tuple");
    }
    const Tuple *entries = TUPLE(f->in);
    for (uint32_t i = 0; i < entries->size; i++) {
        if (!list_append(e, LIST(f->slot[B_RESOLVED]), entries->items[i])) return false;
    }
    return true;
}

/* Bases as a tuple in B_BASES; what stood in the program goes to __orig_bases__ when it differs. */
static bool settle_bases(Engine *e, NFrame *f) {
    const List *l = LIST(f->slot[B_RESOLVED]);
    const Tuple *given = TUPLE(f->slot[B_BASES]);
    bool same = l->size == given->size;
    for (uint32_t i = 0; same && i < l->size; i++) same = l->items[i] == given->items[i];
    if (same) {
        clear_ref(e, f->slot[B_RESOLVED]);
        return true;
    }
    Tuple *bases = tuple_of(e, l->items, l->size);
    if (!bases) return false;
    set_ref(e, f->slot[B_RESOLVED], f->slot[B_BASES]);
    f->slot[B_BASES] = OBJ(bases);
    return true;
}

/* The metaclass that is really called; a callable that is no class is taken as it is. */
static bool settle_metaclass(Engine *e, NFrame *f) {
    const Tuple *bases = TUPLE(f->slot[B_BASES]);
    if (f->slot[B_META] && f->slot[B_META] == e->none) clear_ref(e, f->slot[B_META]);
    if (!f->slot[B_META]) {
        slot_set(e, f, B_META, OBJ(bases->size ? bases->items[0]->type : TYPE(e, type)));
    }
    if (!is_class(f->slot[B_META])) return true;
    Type *meta = class_metaclass(e, TYPE_OF(f->slot[B_META]), bases);
    if (meta) slot_set(e, f, B_META, OBJ(meta));
    return meta != NULL;
}

/* Runs the class body with its names in the namespace. */
static Res run_body(Engine *e, NFrame *f) {
    Function *fn = FUNCTION(f->slot[B_FUNCTION]);
    PFrame *frame = pframe_new(e, fn->code, fn->globals, OBJ(fn));
    if (!frame) return R_ERR;
    frame->locals = incref(f->slot[B_NAMESPACE]);
    return vm_push(e, FRAME(frame)) ? R_PUSH : R_ERR;
}

static Res call_metaclass(Engine *e, NFrame *f, Obj **out) {
    Obj *args[] = {f->slot[B_NAME], f->slot[B_BASES], f->slot[B_NAMESPACE]};
    Dict *keywords = DICT(f->slot[B_KEYWORDS]);
    if (f->slot[B_META] == OBJ(TYPE(e, type))) {
        return make_class(e, TYPE(e, type), STR(args[0]), TUPLE(args[1]), DICT(args[2]), keywords);
    }
    return class_call_with_dict(e, f->slot[B_META], args, 3, keywords, out);
}

static bool wants_prepare(Engine *e, const NFrame *f) {
    if (!is_class(f->slot[B_META]) || f->slot[B_META] == OBJ(TYPE(e, type))) return false;
    return type_lookup(e, TYPE_OF(f->slot[B_META]), N(e, __prepare__)) != NULL;
}

static Res build_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[B_RESOLVED] = OBJ(list_new(e, 2));
    if (!f->slot[B_RESOLVED]) return R_ERR;
    for (; f->number[0] < TUPLE(f->slot[B_BASES])->size; f->number[0]++) {
        Obj *base = TUPLE(f->slot[B_BASES])->items[f->number[0]];
        if (is_class(base) || !type_lookup(e, base->type, N(e, __mro_entries__))) {
            if (!list_append(e, LIST(f->slot[B_RESOLVED]), base)) return R_ERR;
            continue;
        }
        STEP(1, op_call_special(e, TUPLE(f->slot[B_BASES])->items[f->number[0]],
                                N(e, __mro_entries__), &f->slot[B_BASES], 1, STEP_OUT));
        if (!take_entries(e, f)) return R_ERR;
    }
    if (!settle_bases(e, f) || !settle_metaclass(e, f)) return R_ERR;
    if (wants_prepare(e, f)) {
        STEP(2, op_getattr(e, f->slot[B_META], N(e, __prepare__), STEP_OUT));
        slot_take(e, f, B_CELL);
        STEP(3,
             class_call_with_dict(e, f->slot[B_CELL], (Obj *[]){f->slot[B_NAME], f->slot[B_BASES]},
                                  2, DICT(f->slot[B_KEYWORDS]), STEP_OUT));
        if (!HAS_LAYOUT(f->in, DICT)) {
            return err_res(e, T_TypeError, "%s.__prepare__() must return a mapping, not %s",
                           TYPE_OF(f->slot[B_META])->name->text, type_name(f->in));
        }
        slot_take(e, f, B_NAMESPACE);
    } else {
        f->slot[B_NAMESPACE] = OBJ(dict_new(e));
        if (!f->slot[B_NAMESPACE]) return R_ERR;
    }
    STEP(4, run_body(e, f));
    if (f->slot[B_RESOLVED] &&
        !dict_set_str(e, DICT(f->slot[B_NAMESPACE]), N(e, __orig_bases__), f->slot[B_RESOLVED])) {
        return R_ERR;
    }
    STEP(5, call_metaclass(e, f, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

const NativeDef class_build_def = {
    "__build_class__",
    "func, name, /, *bases, metaclass=, **kwds",
    NULL,
    build_step,
    B_SLOTS - B_RESOLVED,
    0,
    "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class"};
