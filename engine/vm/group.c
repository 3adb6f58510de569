#include "vm/group.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/exc_extra.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/exc_group.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* ---- one except* clause ---- */

static bool is_group_class(const Obj *class) {
    return TYPE_OF(class)->exc_extra == EXC_GROUP;
}

static bool refuse_groups(Engine *e, const Obj *classes) {
    bool group = HAS_LAYOUT(classes, TYPE) && is_group_class(classes);
    for (uint32_t i = 0; HAS_LAYOUT(classes, TUPLE) && i < TUPLE(classes)->size; i++) {
        group = group || is_group_class(TUPLE(classes)->items[i]);
    }
    if (!group) return true;
    return err_false(e, T_TypeError,
                     "catching ExceptionGroup with except* is not allowed. Use except instead.");
}

static bool is_caught(const Obj *exception, const Obj *classes) {
    if (HAS_LAYOUT(classes, TYPE)) return obj_is(exception, TYPE_OF(classes));
    for (uint32_t i = 0; i < TUPLE(classes)->size; i++) {
        if (obj_is(exception, TYPE_OF(TUPLE(classes)->items[i]))) return true;
    }
    return false;
}

/* A match becomes the exception being handled. */
static Res give_match(Engine *e, Obj *match, Obj *rest, Obj **out) {
    if (match != e->none) set_ref(e, e->vm->exc->handled, incref(match));
    *out = OBJ(tuple_pack(e, 2, match, rest));
    return *out ? R_OK : R_ERR;
}

/* ExceptionGroup("", (exception,)) */
static Obj *wrap_naked(Engine *e, Obj *exception) {
    Tuple *one = tuple_of(e, &exception, 1);
    if (!one) return NULL;
    Obj *const args[2] = {OBJ(e->empty_str), OBJ(one)};
    Obj *group = NULL;
    exc_group_construct(e, TYPE(e, BaseExceptionGroup), args, 2, &group);
    decref(e, one);
    return group;
}

/* Slots: 0 the group, 1 classes, 2 the name of split(), which the program may have overridden. */
static Res match_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_method(e, f->slot[0], STR(f->slot[2]), &f->slot[1], 1, STEP_OUT));
    if (!HAS_LAYOUT(f->in, TUPLE)) {
        return err_res(e, T_TypeError, "%s.split must return a tuple, not %s",
                       f->slot[0]->type->name->text, type_name(f->in));
    }
    if (TUPLE(f->in)->size < 2) {
        return err_res(e, T_TypeError, "%s.split must return a 2-tuple, got tuple of size %u",
                       f->slot[0]->type->name->text, TUPLE(f->in)->size);
    }
    return give_match(e, TUPLE(f->in)->items[0], TUPLE(f->in)->items[1], out);
    STEPS_END;
}

static const NativeDef match_def = {"except*", NULL, NULL, match_step, 3, 0, NULL};

static Res split_group(Engine *e, Obj *group, Obj *classes) {
    Str *name = str_from(e, "split");
    if (!name) return R_ERR;
    Res res = native_push(e, &match_def, (Obj *[]){group, classes, OBJ(name)}, 3);
    decref(e, name);
    return res;
}

Res group_match(Engine *e, Obj *exception, Obj *classes, Obj **out) {
    if (!refuse_groups(e, classes)) return R_ERR;
    if (exception == e->none) return give_match(e, e->none, e->none, out);
    bool group = exc_group_is_group(exception);
    if (!is_caught(exception, classes)) {
        if (group) return split_group(e, exception, classes);
        return give_match(e, e->none, exception, out);
    }
    Obj *match = group ? incref(exception) : wrap_naked(e, exception);
    if (!match) return R_ERR;
    Res res = give_match(e, match, e->none, out);
    decref(e, match);
    return res;
}

/* ---- after all clauses ---- */

/* A part of the original that was raised again as it was, or was not handled. */
static bool is_part_of(const Exc *exception, const Exc *original) {
    return exception->traceback == original->traceback && exception->cause == original->cause &&
           exception->context == original->context;
}

/* Adds the id of every leaf of an exception. */
static bool collect_leaves(Engine *e, Obj *exception, Dict *ids) {
    List *open = list_of(e, &exception, 1);
    bool ok = open != NULL;
    while (ok && open->size > 0) {
        Obj *next = list_pop(e, open, -1);
        const Tuple *members = exc_group_is_group(next) ? TUPLE(EXC(next)->extra[1]) : NULL;
        Obj *id = members ? NULL : int_new(e, next->id);
        ok = members || (id && dict_set(e, ids, id, e->true_));
        for (uint32_t i = 0; ok && members && i < members->size; i++) {
            ok = list_append(e, open, members->items[i]);
        }
        xdecref(e, id);
        decref(e, next);
    }
    xdecref(e, open);
    return ok;
}

/* Sorts the results: new exceptions into `raised`, the leaves of all others into `ids`. */
static bool sort_results(Engine *e, const Obj *original, const List *results, List *raised,
                         Dict *ids) {
    for (uint32_t i = 0; i < results->size; i++) {
        Obj *result = results->items[i];
        if (result == e->none) continue;
        bool ok = is_part_of(EXC(result), EXC(original)) ? collect_leaves(e, result, ids)
                                                         : list_append(e, raised, result);
        if (!ok) return false;
    }
    return true;
}

static Res give_raised(Engine *e, const List *raised, Obj **out) {
    if (raised->size < 2) {
        *out = raised->size ? incref(raised->items[0]) : e->none;
        return R_OK;
    }
    Tuple *all = tuple_of(e, raised->items, raised->size);
    *out = all ? exc_group_new(e, OBJ(e->empty_str), all) : NULL;
    xdecref(e, all);
    return *out ? R_OK : R_ERR;
}

/* Slots: 0 the original group, 1 ids of the leaves that go on, 2 new exceptions. What goes on keeps
 * the shape that it had in the original. */
static Res reraise_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, exc_group_split(e, f->slot[0], f->slot[1]));
    Obj *part = TUPLE(f->in)->items[0];
    if (part != e->none && !list_append(e, LIST(f->slot[2]), part)) return R_ERR;
    return give_raised(e, LIST(f->slot[2]), out);
    STEPS_END;
}

static const NativeDef reraise_def = {"except*", NULL, NULL, reraise_step, 3, 0, NULL};

/* A naked exception is caught by one clause at most. */
static Res give_only(Engine *e, const List *results, Obj **out) {
    *out = e->none;
    for (uint32_t i = 0; i < results->size && *out == e->none; i++) *out = results->items[i];
    incref(*out);
    return R_OK;
}

Res group_reraise(Engine *e, Obj *original, Obj *results, Obj **out) {
    if (!exc_group_is_group(original)) return give_only(e, LIST(results), out);
    List *raised = list_new(e, 4);
    Dict *ids = dict_new(e);
    Res res = R_ERR;
    if (raised && ids && sort_results(e, original, LIST(results), raised, ids)) {
        res = ids->used == 0
                  ? give_raised(e, raised, out)
                  : native_push(e, &reraise_def, (Obj *[]){original, OBJ(ids), OBJ(raised)}, 3);
    }
    xdecref(e, raised);
    xdecref(e, ids);
    return res;
}
