#include "vm/interp.h"

#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/gen.h"
#include "vm/group.h"
#include "vm/native.h"
#include "vm/traceback.h"
#include "vm/with.h"

static bool is_exception_class(Engine *e, const Obj *o) {
    return HAS_LAYOUT(o, TYPE) && type_is_subtype((const Type *)o, TYPE(e, BaseException));
}

static Res refuse_made(Engine *e, Obj *cls, const Obj *made) {
    Str *type = obj_repr(e, OBJ(made->type));
    if (type) gen_refuse_made(e, cls, type->text);
    xdecref(e, type);
    return R_ERR;
}

static Res raise_with_cause(Engine *e, Obj *exc, Obj *cause) {
    if (!HAS_LAYOUT(exc, EXC)) {
        return err_res(e, T_TypeError, "exceptions must derive from BaseException");
    }
    if (cause) {
        if (cause != e->none && !HAS_LAYOUT(cause, EXC)) {
            return err_res(e, T_TypeError, "exception causes must derive from BaseException");
        }
        set_ref(e, EXC(exc)->cause, cause == e->none ? NULL : incref(cause));
        EXC(exc)->suppress_context = 1;
    }
    err_raise(e, exc);
    return R_ERR;
}

/* Slots: exception or class, cause or NULL. Makes instances of classes, then raises. */
static Res raise_step(Engine *e, NFrame *f, Obj **out) {
    (void)out;
    STEPS(f);
    if (is_exception_class(e, f->slot[0])) {
        STEP(1, op_call0(e, f->slot[0], STEP_OUT));
        if (!HAS_LAYOUT(f->in, EXC)) return refuse_made(e, f->slot[0], f->in);
        slot_take(e, f, 0);
    }
    if (f->slot[1] && is_exception_class(e, f->slot[1])) {
        STEP(2, op_call0(e, f->slot[1], STEP_OUT));
        if (!HAS_LAYOUT(f->in, EXC)) return refuse_made(e, f->slot[1], f->in);
        slot_take(e, f, 1);
    }
    return raise_with_cause(e, f->slot[0], f->slot[1]);
    STEPS_END;
}

static const NativeDef raise_def = {"raise", NULL, NULL, raise_step, 2, 0, NULL};

static Obj *handled_exception(Engine *e) {
    for (ExcItem *item = e->vm->exc; item; item = item->below) {
        if (item->handled && !item->aside) return item->handled;
    }
    return NULL;
}

/* Raises again without a new traceback entry for this frame. */
static Res raise_again(Engine *e, PFrame *f, Obj *exc) {
    set_ref(e, e->vm->raised, incref(exc));
    f->no_traceback = 1;
    return R_ERR;
}

static Res raise_op(Engine *e, PFrame *f, uint32_t n) {
    if (n == 0) {
        Obj *exc = handled_exception(e);
        if (!exc) return err_res(e, T_RuntimeError, "No active exception to reraise");
        return raise_again(e, f, exc);
    }
    Obj *exc = PEEK(f, n), *cause = n == 2 ? PEEK(f, 1) : NULL;
    Res res;
    if (is_exception_class(e, exc) || (cause && is_exception_class(e, cause))) {
        res = native_push(e, &raise_def, (Obj *[]){exc, cause}, cause ? 2 : 1);
    } else {
        res = raise_with_cause(e, exc, cause);
    }
    interp_drop(e, f, n);
    return res;
}

static Res reraise(Engine *e, PFrame *f, uint32_t has_lasti) {
    Obj *exc = PEEK(f, 1);
    if (has_lasti) {
        f->reraise_ip = f->ip;
        f->ip = (uint32_t)int_value(PEEK(f, 2)) + 1;
    }
    Res res = raise_again(e, f, exc);
    interp_drop(e, f, has_lasti ? 2 : 1);
    return res;
}

static Res push_exc(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *exc = POP(f);
    PUSH(f, e->vm->exc->handled); /* NULL = none; the reference moves */
    PUSH(f, exc);
    e->vm->exc->handled = incref(exc);
    return R_OK;
}

static Res pop_except(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *previous = POP(f);
    f->stack[f->sp] = NULL;
    set_ref(e, e->vm->exc->handled, previous);
    err_reserve(e);
    return R_OK;
}

/* An except clause's class or tuple of classes. */
static bool check_classes(Engine *e, Obj *classes) {
    if (is_exception_class(e, classes)) return true;
    bool ok = HAS_LAYOUT(classes, TUPLE);
    for (uint32_t i = 0; ok && i < TUPLE(classes)->size; i++) {
        ok = is_exception_class(e, TUPLE(classes)->items[i]);
    }
    if (ok) return true;
    return err_false(e, T_TypeError,
                     "catching classes that do not inherit from BaseException is not allowed");
}

static bool exc_matches(const Obj *exc, Obj *classes) {
    if (HAS_LAYOUT(classes, TYPE)) return obj_is(exc, (const Type *)classes);
    for (uint32_t i = 0; i < TUPLE(classes)->size; i++) {
        if (obj_is(exc, (const Type *)TUPLE(classes)->items[i])) return true;
    }
    return false;
}

static Res check_exc_match(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    if (!check_classes(e, PEEK(f, 1))) return R_ERR;
    bool match = exc_matches(PEEK(f, 2), PEEK(f, 1));
    return interp_result(e, f, 1, R_OK, obj_bool(e, match));
}

/* exc classes -> rest-or-None match-or-None, which arrive as a tuple (match, rest). */
static Res check_eg_match(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    if (!check_classes(e, PEEK(f, 1))) return R_ERR;
    Obj *out = NULL;
    Res res = group_match(e, PEEK(f, 2), PEEK(f, 1), &out);
    return interp_result(e, f, 2, res, out);
}

static Res prep_reraise_star(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *out = NULL;
    Res res = group_reraise(e, PEEK(f, 2), PEEK(f, 1), &out);
    return interp_result(e, f, 2, res, out);
}

static Res before_with(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Res res = with_enter(e, PEEK(f, 1));
    interp_drop(e, f, 1);
    return res;
}

static Res before_async_with(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Res res = with_async_enter(e, PEEK(f, 1));
    interp_drop(e, f, 1);
    return res;
}

static Res with_exit(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *exc = PEEK(f, 1), *tb = EXC(exc)->traceback, *out = NULL;
    Obj *args[3] = {OBJ(exc->type), exc, tb ? tb : e->none};
    Res res = op_call(e, PEEK(f, 4), args, 3, NULL, &out);
    return interp_result(e, f, 0, res, out);
}

const OpEntry interp_exc_ops[] = {
    {OPCODE_RAISE, raise_op},
    {OPCODE_RERAISE, reraise},
    {OPCODE_PUSH_EXC, push_exc},
    {OPCODE_POP_EXCEPT, pop_except},
    {OPCODE_CHECK_EXC_MATCH, check_exc_match},
    {OPCODE_CHECK_EG_MATCH, check_eg_match},
    {OPCODE_PREP_RERAISE_STAR, prep_reraise_star},
    {OPCODE_BEFORE_WITH, before_with},
    {OPCODE_BEFORE_ASYNC_WITH, before_async_with},
    {OPCODE_WITH_EXIT, with_exit},
    {0, NULL},
};
