#include "vm/instance.h"

#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/exceptions.h"
#include "object/int.h"
#include "object/list.h"
#include "object/native.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/call.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

static Obj *object_attribute(Engine *e, Str *name) {
    return type_lookup(e, TYPE(e, object), name);
}

static bool has_object_init(Engine *e, const Type *type) {
    return type_lookup(e, type, N(e, __init__)) == object_attribute(e, N(e, __init__));
}

static bool has_object_new(Engine *e, const Type *type) {
    return type_lookup(e, type, N(e, __new__)) == object_attribute(e, N(e, __new__));
}

/* ---- object ---- */

static bool refuse_abstract(Engine *e, Type *type) {
    Obj *names = dict_get_str(type->dict, N(e, __abstractmethods__)), *key, *value;
    StrBuf b;
    strbuf_init(&b, e);
    uint32_t count = 0;
    if (names && (HAS_LAYOUT(names, FROZENSET) || HAS_LAYOUT(names, SET))) {
        for (uint32_t i = 0; dict_next(SET(names)->items, &i, &key, &value);) {
            strbuf_printf(&b, "%s'%s'", count++ ? ", " : "", STR(key)->text);
        }
    }
    Str *text = strbuf_finish(&b);
    if (!text) return false;
    err_null(e, T_TypeError,
             "Can't instantiate abstract class %s without an implementation for abstract "
             "method%s %s",
             type->name->text, count == 1 ? "" : "s", text->text);
    decref(e, text);
    return false;
}

/* CPython's rule: surplus arguments are an error unless the other of the two methods is overridden
 * and may have wanted them. */
Res instance_object_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                              Obj **out) {
    (void)args, (void)kwnames;
    if (nargs && !has_object_new(e, type)) {
        return err_res(e, T_TypeError,
                       "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (nargs && has_object_init(e, type)) {
        return err_res(e, T_TypeError, "%s() takes no arguments", type->name->text);
    }
    if (type->flags & TYPE_ABSTRACT) {
        refuse_abstract(e, type);
        return R_ERR;
    }
    *out = obj_new(e, type, type->size);
    return *out ? R_OK : R_ERR;
}

Obj *instance_object_init(Engine *e, Obj *const *a) {
    bool surplus = TUPLE(a[1])->size || DICT(a[2])->used;
    const Type *type = a[0]->type;
    if (surplus && !has_object_init(e, type)) {
        return err_null(
            e, T_TypeError,
            "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (surplus && has_object_new(e, type)) {
        return err_null(e, T_TypeError, "%s() takes no arguments", type->name->text);
    }
    return e->none;
}

/* ---- release ---- */

static void release_members(Engine *e, Obj *o, const Type *type) {
    if (!type->member_count) return;
    Obj **members = obj_place(o, type->member_offset);
    for (uint32_t i = 0; i < type->member_count; i++) drop_ref(e, members[i]);
}

void instance_release(Engine *e, Obj *o) {
    const Type *type = o->type;
    for (; type->flags & TYPE_HEAP; type = type->base) release_members(e, o, type);
    Dict **dict = obj_dict_slot(o);
    if (dict) drop_ref(e, *dict);
    if (type->layout == LAYOUT_INT) int_release_limbs(e, o);
    if (type->slots.release) type->slots.release(e, o);
}

/* ---- __init__ of containers ---- */

/* Moves what makes up the container; the instance's own __dict__ stays where it is. */
static void swap_bytes(void *a, void *b, size_t size) {
    unsigned char *x = a, *y = b;
    for (size_t i = 0; i < size; i++) {
        unsigned char t = x[i];
        x[i] = y[i];
        y[i] = t;
    }
}

static void swap_contents(Obj *a, Obj *b) {
    switch (a->type->layout) {
    case LAYOUT_LIST: {
        size_t from = offsetof(List, size);
        swap_bytes((char *)a + from, (char *)b + from, sizeof(List) - from);
        break;
    }
    case LAYOUT_DICT: {
        size_t from = offsetof(Dict, used);
        uint32_t version = DICT(a)->version + DICT(b)->version + 1;
        swap_bytes((char *)a + from, (char *)b + from, sizeof(Dict) - from);
        DICT(a)->version = version;
        break;
    }
    case LAYOUT_SET: {
        size_t from = offsetof(Set, items);
        swap_bytes((char *)a + from, (char *)b + from, sizeof(Set) - from);
        break;
    }
    default: ASSERT(false, "only list, dict and set have this __init__");
    }
}

static Type *native_base(Type *type) {
    while (type->flags & TYPE_HEAP) type = type->base;
    return type;
}

/* Calls a construct slot with arguments that were gathered in a tuple and a dict. */
static Res construct_gathered(Engine *e, Type *maker, Type *type, Tuple *args, Dict *keywords,
                              Obj **out) {
    uint32_t count = args->size + keywords->used, n = 0;
    Tuple *kwnames = keywords->used ? tuple_new(e, keywords->used) : NULL;
    Tuple *all = tuple_new(e, count);
    Res res = R_ERR;
    if (all && (kwnames || !keywords->used)) {
        for (; n < args->size; n++) all->items[n] = incref(args->items[n]);
        Obj *key, *value;
        for (uint32_t i = 0; dict_next(keywords, &i, &key, &value); n++) {
            kwnames->items[n - args->size] = incref(key);
            all->items[n] = incref(value);
        }
        res = maker->slots.construct(e, type, all->items, (int)count, kwnames, out);
    }
    xdecref(e, all);
    xdecref(e, kwnames);
    return res;
}

/* Slots: 0 the instance, 1 args, 2 keywords. */
static Res container_init_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, construct_gathered(e, native_base(f->slot[0]->type), native_base(f->slot[0]->type),
                               TUPLE(f->slot[1]), DICT(f->slot[2]), STEP_OUT));
    if (HAS_LAYOUT(f->slot[0], DICT) && DICT(f->slot[0])->used) { /* a dict keeps what it has */
        if (!dict_update(e, DICT(f->slot[0]), DICT(f->in))) return R_ERR;
    } else {
        swap_contents(f->slot[0], f->in);
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

const NativeDef type_container_init = {
    "__init__",
    "self, /, *args, **kwargs",
    NULL,
    container_init_step,
    0,
    0,
    "Initialize self.  See help(type(self)) for accurate signature."};

/* ---- __new__ of built-in types ---- */

static bool has_own_new(Engine *e, const Type *type) {
    const Obj *found = type_lookup(e, type, N(e, __new__));
    return found && !IS(e, found, builtin_function_or_method);
}

static Res check_new(Engine *e, const Type *owner, Obj *class) {
    if (!HAS_LAYOUT(class, TYPE)) {
        return err_res(e, T_TypeError, "%s.__new__(X): X is not a type object (%s)",
                       owner->name->text, type_name(class));
    }
    Type *type = TYPE_OF(class);
    if (!type_is_subtype(type, owner)) {
        return err_res(e, T_TypeError, "%s.__new__(%s): %s is not a subtype of %s",
                       owner->name->text, type->name->text, type->name->text, owner->name->text);
    }
    const Type *base = native_base(type);
    if (base->slots.construct != owner->slots.construct) {
        const Type *safe = type; /* the first whose __new__ is no function of the program */
        while (safe != base && has_own_new(e, safe)) safe = safe->base;
        return err_res(e, T_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()",
                       owner->name->text, type->name->text, safe->name->text);
    }
    return R_OK;
}

/* What __new__ of a type with an __init__ of its own leaves to that: list, dict, set and others
 * that are mutable. Exceptions and classes look at the arguments in both. */
static bool new_ignores_arguments(Engine *e, const Type *owner) {
    return !(owner->flags & TYPE_IS_EXC) && owner->layout != LAYOUT_TYPE &&
           !has_object_init(e, owner);
}

static bool take_class(Engine *e, NFrame *f) {
    const Tuple *args = TUPLE(f->slot[1]);
    if (args->size == 0) {
        return err_false(e, T_TypeError, "%s.__new__(): not enough arguments",
                         TYPE_OF(f->slot[0])->name->text);
    }
    slot_set(e, f, 3, args->items[0]);
    Tuple *rest = tuple_of(e, args->items + 1, args->size - 1u);
    if (!rest) return false;
    set_ref(e, f->slot[1], OBJ(rest));
    return true;
}

/* Slots: 0 the built-in type, 1 args, 2 keywords, 3 the class, which is the first of the args. */
static Res new_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!take_class(e, f)) return R_ERR;
    if (check_new(e, TYPE_OF(f->slot[0]), f->slot[3]) == R_ERR) return R_ERR;
    if (TYPE_OF(f->slot[0]) == TYPE(e, Future)) { /* belongs to no loop until its __init__ */
        *out = obj_new(e, TYPE_OF(f->slot[3]), TYPE_OF(f->slot[3])->size);
        return *out ? R_OK : R_ERR;
    }
    if (new_ignores_arguments(e, TYPE_OF(f->slot[0]))) {
        STEP(1,
             TYPE_OF(f->slot[0])->slots.construct(e, TYPE_OF(f->slot[3]), NULL, 0, NULL, STEP_OUT));
    } else {
        STEP(2, construct_gathered(e, TYPE_OF(f->slot[0]), TYPE_OF(f->slot[3]), TUPLE(f->slot[1]),
                                   DICT(f->slot[2]), STEP_OUT));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

const NativeDef type_dunder_new = {
    "__new__",
    "type, /, *args, **kwargs",
    NULL,
    new_step,
    1,
    0,
    "Create and return a new object.  See help(type) for accurate signature."};

/* ---- X(...) ---- */

static bool is_native_new(Engine *e, const Obj *found) {
    return IS(e, found, builtin_function_or_method) &&
           ((const Native *)found)->def == &type_dunder_new;
}

/* True when construct() has done what __init__ of this class would do. */
static bool init_is_done(Engine *e, const Type *type) {
    const Obj *init = type_lookup(e, type, N(e, __init__));
    return IS(e, init, method_descriptor) || IS(e, init, wrapper_descriptor);
}

/* Owned: `first`, then the arguments. */
static Tuple *with_first(Engine *e, Obj *first, Obj *const *args, int nargs) {
    Tuple *t = tuple_new(e, (size_t)nargs + 1);
    if (!t) return NULL;
    t->items[0] = incref(first);
    for (int i = 0; i < nargs; i++) t->items[i + 1] = incref(args[i]);
    return t;
}

/* Calls what `found` on the class is, with the instance as first of the arguments. */
static Res call_found(Engine *e, Obj *found, Tuple *args, Obj *kwnames, Obj **out) {
    Tuple *names = kwnames == e->none ? NULL : TUPLE(kwnames);
    if (IS(e, found, function) || IS(e, found, method_descriptor) ||
        !found->type->slots.descr_get) {
        return op_call(e, found, args->items, (int)args->size, names, out);
    }
    Obj *bound = NULL, *self = args->items[0];
    Res res = found->type->slots.descr_get(e, found, self, OBJ(self->type), &bound);
    if (res == R_PUSH) return err_res(e, T_TypeError, "__init__ may not be a property");
    if (res != R_OK) return res;
    res = op_call(e, bound, args->items + 1, (int)args->size - 1, names, out);
    decref(e, bound);
    return res;
}

static Obj *take_first(Tuple *args) {
    return incref(args->items[0]);
}

/* The new instance takes the place of the class in front of the arguments. */
static bool put_instance(Engine *e, NFrame *f, int slot) {
    Tuple *old = TUPLE(f->slot[1]);
    Tuple *all = with_first(e, f->slot[slot], old->items + 1, (int)old->size - 1);
    if (!all) return false;
    set_ref(e, f->slot[1], OBJ(all));
    return true;
}

/* Slots: 0 class, 1 arguments with the class or the instance in front, 2 names of keywords or None,
 * 3 instance. number[0]: 1 = the instance is there already, 2 = construct it, 0 = call __new__. */
enum { BY_NEW, MADE, BY_CONSTRUCT, BY_EMPTY_CONSTRUCT };

static Res call_new(Engine *e, NFrame *f, Obj **out) {
    Tuple *args = TUPLE(f->slot[1]);
    Tuple *names = f->slot[2] == e->none ? NULL : TUPLE(f->slot[2]);
    Type *type = TYPE_OF(f->slot[0]);
    if (f->number[0] == BY_EMPTY_CONSTRUCT) {
        return type->slots.construct(e, type, NULL, 0, NULL, out);
    }
    if (f->number[0] == BY_CONSTRUCT) {
        return type->slots.construct(e, type, args->items + 1, (int)args->size - 1, names, out);
    }
    Obj *found = type_lookup(e, type, N(e, __new__)), *callable = NULL;
    if (!found->type->slots.descr_get)
        return op_call(e, found, args->items, (int)args->size, names, out);
    Res res = found->type->slots.descr_get(e, found, NULL, OBJ(type), &callable);
    if (res != R_OK) return res;
    res = op_call(e, callable, args->items, (int)args->size, names, out);
    decref(e, callable);
    return res;
}

static Res instantiate_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (f->number[0] != MADE) {
        STEP(1, call_new(e, f, STEP_OUT));
        slot_take(e, f, 3);
        bool ours = obj_is(f->slot[3], TYPE_OF(f->slot[0]));
        bool done = f->number[0] == BY_CONSTRUCT && init_is_done(e, f->slot[3]->type);
        if (!ours || done || has_object_init(e, f->slot[3]->type)) {
            *out = incref(f->slot[3]);
            return R_OK;
        }
        if (!put_instance(e, f, 3)) return R_ERR;
    }
    STEP(2, call_found(e, type_lookup(e, TUPLE(f->slot[1])->items[0]->type, N(e, __init__)),
                       TUPLE(f->slot[1]), f->slot[2], STEP_OUT));
    if (f->in != e->none) {
        return err_res(e, T_TypeError, "__init__() should return None, not '%s'", type_name(f->in));
    }
    *out = take_first(TUPLE(f->slot[1]));
    return R_OK;
    STEPS_END;
}

static const NativeDef instantiate_def = {
    "type.__call__", NULL, NULL, instantiate_step, 4, 0, NULL};

/* Slots: 0 the instance, whose __init__ was called when the frame was pushed. */
enum { INIT_CALLED = 1 };

static Res initialized_step(Engine *e, NFrame *f, Obj **out) {
    if (f->in != e->none) {
        return err_res(e, T_TypeError, "__init__() should return None, not '%s'", type_name(f->in));
    }
    *out = incref(f->slot[0]);
    return R_OK;
}

static const NativeDef initialized_def = {
    "type.__call__", NULL, NULL, initialized_step, 1, 0, NULL};

/* Most instances: __init__ is a function of the program, whose frame takes the arguments. */
static Res push_init(Engine *e, Obj *init, Obj *instance, Obj *const *args, int nargs,
                     Tuple *kwnames) {
    if (native_push(e, &initialized_def, &instance, 1) != R_PUSH) return R_ERR;
    NFrame *f = NFRAME(e->vm->top);
    f->state = INIT_CALLED;
    Obj *out = NULL;
    Res res = call_with_first(e, init, instance, args, nargs, kwnames, &out);
    if (res != R_ERR) {
        f->in = out; /* a generator, where the function is one; else it has still to run */
        f->in_res = res;
        return R_PUSH;
    }
    native_pop(e, f);
    return R_ERR;
}

static Res push_instantiate(Engine *e, Type *type, Obj *first, Obj *const *args, int nargs,
                            Tuple *kwnames, int how) {
    Tuple *all = with_first(e, first, args, nargs);
    if (!all) return R_ERR;
    Obj *slots[] = {OBJ(type), OBJ(all), kwnames ? OBJ(kwnames) : e->none};
    Res res = native_push(e, &instantiate_def, slots, 3);
    decref(e, all);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = how;
    return res;
}

/* A class of the program whose __new__ is that of a built-in type. */
static Res call_heap(Engine *e, Type *type, const Type *owner, Obj *const *args, int nargs,
                     Tuple *kwnames, Obj **out) {
    bool done = init_is_done(e, type);
    if (done) return type->slots.construct(e, type, args, nargs, kwnames, out);
    if (owner != TYPE(e, object)) {
        int how = new_ignores_arguments(e, owner) ? BY_EMPTY_CONSTRUCT : BY_CONSTRUCT;
        return push_instantiate(e, type, OBJ(type), args, nargs, kwnames, how);
    }
    Obj *instance = NULL;
    Res res = instance_object_construct(e, type, args, nargs, kwnames, &instance);
    if (res != R_OK) return res;
    Obj *init = type_lookup(e, type, N(e, __init__));
    res = IS(e, init, function) ? push_init(e, init, instance, args, nargs, kwnames)
                                : push_instantiate(e, type, instance, args, nargs, kwnames, MADE);
    decref(e, instance);
    return res;
}

Res instance_call(Engine *e, Obj *class, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Type *type = TYPE_OF(class);
    if (type == TYPE(e, type) && nargs == 1 && !kwnames) {
        *out = incref(args[0]->type);
        return R_OK;
    }
    if ((type->flags & TYPE_NO_NEW) || !type->slots.construct) {
        return err_res(e, T_TypeError, "cannot create '%s' instances", type->full_name->text);
    }
    if (!(type->flags & TYPE_HEAP)) {
        return type->slots.construct(e, type, args, nargs, kwnames, out);
    }
    const Obj *found = type_lookup(e, type, N(e, __new__));
    if (found && is_native_new(e, found)) {
        return call_heap(e, type, ((const Native *)found)->owner, args, nargs, kwnames, out);
    }
    return push_instantiate(e, type, OBJ(type), args, nargs, kwnames, BY_NEW);
}
