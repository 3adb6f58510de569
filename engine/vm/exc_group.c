/* Taking exception groups apart: split(), subgroup(), derive(). */
#include "vm/exc_group.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* A pair (match, rest), None where empty: the result of every split here. */
static Res give_pair(Engine *e, Obj *match, Obj *rest, Obj **out) {
    *out = OBJ(tuple_pack(e, 2, match, rest));
    return *out ? R_OK : R_ERR;
}

bool exc_group_is_group(const Obj *o) {
    return (o->type->flags & TYPE_IS_EXC) && o->type->exc_extra == EXC_GROUP;
}

static Tuple *members(const Obj *group) {
    return TUPLE(EXC(group)->extra[1]);
}

/* ---- conditions: a class, a tuple of classes, a function, or (for except*) a Dict whose keys are
 * the ids of the leaves that are meant ---- */

static bool is_exception_class(const Obj *o) {
    return HAS_LAYOUT(o, TYPE) && (TYPE_OF(o)->flags & TYPE_IS_EXC);
}

static bool is_class_condition(const Obj *condition) {
    if (is_exception_class(condition)) return true;
    if (!HAS_LAYOUT(condition, TUPLE)) return false;
    for (uint32_t i = 0; i < TUPLE(condition)->size; i++) {
        if (!is_exception_class(TUPLE(condition)->items[i])) return false;
    }
    return true;
}

static bool check_condition(Engine *e, const Obj *condition) {
    if (is_class_condition(condition)) return true;
    if (condition->type->slots.call && !HAS_LAYOUT(condition, TYPE)) return true;
    return err_false(e, T_TypeError,
                     "expected an exception type, a tuple of exception types, or a callable (other "
                     "than a class)");
}

static Res is_listed(Engine *e, const Obj *exception, Dict *ids, Obj **out) {
    Obj *id = int_new(e, exception->id), *found = NULL;
    bool ok = id && dict_get(e, ids, id, &found);
    xdecref(e, id);
    *out = obj_bool(e, found && !exc_group_is_group(exception));
    return ok ? R_OK : R_ERR;
}

static Res ask_condition(Engine *e, Obj *exception, Obj *condition, Obj **out) {
    if (IS(e, condition, dict)) return is_listed(e, exception, DICT(condition), out);
    if (is_class_condition(condition)) return op_isinstance(e, exception, condition, out);
    return op_call1(e, condition, exception, out);
}

/* ---- derive ---- */

/* The part keeps what the whole knew: cause, context, traceback and a copy of the notes. */
static bool copy_metadata(Engine *e, Exc *part, const Exc *whole) {
    set_ref(e, part->traceback, xincref(whole->traceback));
    set_ref(e, part->context, xincref(whole->context));
    set_ref(e, part->cause, xincref(whole->cause));
    part->suppress_context = 1; /* in CPython setting a cause, even None, sets it */
    Obj *notes = whole->dict ? dict_get_str(whole->dict, N(e, __notes__)) : NULL;
    if (!notes || !HAS_LAYOUT(notes, LIST)) return true;
    if (!part->dict) part->dict = dict_new(e);
    List *copy = part->dict ? list_of(e, LIST(notes)->items, LIST(notes)->size) : NULL;
    bool ok = copy && dict_set_str(e, part->dict, N(e, __notes__), OBJ(copy));
    xdecref(e, copy);
    return ok;
}

/* Slots: 0 the group, 1 a List of exceptions. Result: the part, or None when the list is empty. */
static Res derive_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (LIST(f->slot[1])->size == 0) {
        *out = e->none;
        return R_OK;
    }
    STEP(1, op_call_method(e, f->slot[0], STR(f->slot[2]), &f->slot[1], 1, STEP_OUT));
    if (!exc_group_is_group(f->in)) {
        return err_res(e, T_TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    if (!copy_metadata(e, EXC(f->in), EXC(f->slot[0]))) return R_ERR;
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef derive_def = {"derive", NULL, NULL, derive_step, 3, 0, NULL};

Res exc_group_derive(Engine *e, Obj *group, List *exceptions) {
    Str *name = str_from(e, "derive");
    if (!name) return R_ERR;
    Res res = native_push(e, &derive_def, (Obj *[]){group, OBJ(exceptions), OBJ(name)}, 3);
    decref(e, name);
    return res;
}

/* ---- split ---- */

enum { S_EXC, S_CONDITION, S_MATCH, S_REST, S_DERIVED, S_SLOTS };

static bool keep_pair(Engine *e, NFrame *f) {
    const Tuple *pair = TUPLE(f->in);
    for (int i = 0; i < 2; i++) {
        List *into = LIST(f->slot[S_MATCH + i]);
        if (pair->items[i] != e->none && !list_append(e, into, pair->items[i])) return false;
    }
    return true;
}

static Res push_split(Engine *e, Obj *exception, Obj *condition, bool match_only);

/* A member, or the whole group, that meets the condition is the match as it stands; a group that
 * does not is split member by member. Where leaves are listed, and in subgroup(), nobody asks for
 * the rest: number[1]. */
static Res split_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, ask_condition(e, f->slot[S_EXC], f->slot[S_CONDITION], STEP_OUT));
    slot_take(e, f, S_DERIVED);
    STEP(2, op_truth(e, f->slot[S_DERIVED], STEP_OUT));
    if (f->in == e->true_) return give_pair(e, f->slot[S_EXC], e->none, out);
    if (!exc_group_is_group(f->slot[S_EXC])) return give_pair(e, e->none, f->slot[S_EXC], out);
    f->slot[S_MATCH] = OBJ(list_new(e, 0));
    f->slot[S_REST] = OBJ(list_new(e, 0));
    if (!f->slot[S_MATCH] || !f->slot[S_REST]) return R_ERR;
    for (; f->number[0] < members(f->slot[S_EXC])->size; f->number[0]++) {
        STEP(3, push_split(e, members(f->slot[S_EXC])->items[f->number[0]], f->slot[S_CONDITION],
                           f->number[1] != 0));
        if (!keep_pair(e, f)) return R_ERR;
    }
    STEP(4, exc_group_derive(e, f->slot[S_EXC], LIST(f->slot[S_MATCH])));
    slot_take(e, f, S_DERIVED);
    if (f->number[1]) return give_pair(e, f->slot[S_DERIVED], e->none, out);
    STEP(5, exc_group_derive(e, f->slot[S_EXC], LIST(f->slot[S_REST])));
    return give_pair(e, f->slot[S_DERIVED], f->in, out);
    STEPS_END;
}

static const NativeDef split_def = {"split", NULL, NULL, split_step, S_SLOTS, 0, NULL};

static Res push_split(Engine *e, Obj *exception, Obj *condition, bool match_only) {
    Res res = native_push(e, &split_def, (Obj *[]){exception, condition}, 2);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[1] = match_only;
    return res;
}

Res exc_group_split(Engine *e, Obj *exception, Obj *condition) {
    return push_split(e, exception, condition, IS(e, condition, dict));
}

/* ---- methods ---- */

static Res method_split_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_condition(e, f->slot[1])) return R_ERR;
    STEP(1, exc_group_split(e, f->slot[0], f->slot[1]));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res method_subgroup_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_condition(e, f->slot[1])) return R_ERR;
    STEP(1, push_split(e, f->slot[0], f->slot[1], true));
    *out = incref(TUPLE(f->in)->items[0]);
    return R_OK;
    STEPS_END;
}

static Res method_derive_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call2(e, OBJ(TYPE(e, BaseExceptionGroup)), EXC(f->slot[0])->extra[0], f->slot[1],
                     STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

const NativeDef exc_group_methods[] = {
    {"split", "self, matcher_value, /", .step = method_split_step},
    {"subgroup", "self, matcher_value, /", .step = method_subgroup_step},
    {"derive", "self, excs, /", .step = method_derive_step},
    {0}};
