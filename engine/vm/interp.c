#include "vm/interp.h"

#include "object/error.h"
#include "object/int.h"
#include "object/tuple.h"
#include "vm/finalize.h"
#include "vm/gen.h"
#include "vm/hooks.h"
#include "vm/interp_fast.h"
#include "vm/traceback.h"

/* How the result of an instruction reaches the stack, at once or when a frame ends. */
typedef enum { ARRIVE_PUSH, ARRIVE_DROP, ARRIVE_SPREAD, ARRIVE_METHOD, ARRIVE_CONTAINS } Arrival;

static const uint8_t arrivals[OPCODE_COUNT] = {
    [OPCODE_STORE_ATTR] = ARRIVE_DROP,
    [OPCODE_STORE_NAME] = ARRIVE_DROP, /* with __prepare__ */
    [OPCODE_DELETE_ATTR] = ARRIVE_DROP,
    [OPCODE_SET_ITEM] = ARRIVE_DROP,
    [OPCODE_DELETE_ITEM] = ARRIVE_DROP,
    [OPCODE_LIST_EXTEND] = ARRIVE_DROP,
    [OPCODE_SET_UPDATE] = ARRIVE_DROP,
    [OPCODE_DICT_UPDATE] = ARRIVE_DROP,
    [OPCODE_DICT_MERGE] = ARRIVE_DROP,
    [OPCODE_IMPORT_STAR] = ARRIVE_DROP,
    [OPCODE_UNPACK_SEQUENCE] = ARRIVE_SPREAD,
    [OPCODE_UNPACK_EX] = ARRIVE_SPREAD,
    [OPCODE_BEFORE_WITH] = ARRIVE_SPREAD,
    [OPCODE_BEFORE_ASYNC_WITH] = ARRIVE_SPREAD,
    [OPCODE_CHECK_EG_MATCH] = ARRIVE_SPREAD,
    [OPCODE_LOAD_METHOD] = ARRIVE_METHOD,
    [OPCODE_CONTAINS] = ARRIVE_CONTAINS,
};

static Res spread(Engine *e, PFrame *f, Obj *value) {
    Tuple *t = TUPLE(value);
    for (uint32_t i = t->size; i-- > 0;) PUSH(f, incref(t->items[i]));
    decref(e, value);
    return R_OK;
}

Res interp_arrive(Engine *e, PFrame *f, Obj *value) {
    Instr instr = f->code->instrs[f->ip - 1];
    switch ((Arrival)arrivals[INSTR_OP(instr)]) {
    case ARRIVE_PUSH: PUSH(f, value); break;
    case ARRIVE_DROP: xdecref(e, value); break;
    case ARRIVE_SPREAD: return spread(e, f, value);
    case ARRIVE_METHOD:
        PUSH(f, value);
        PUSH(f, NULL);
        break;
    case ARRIVE_CONTAINS: PUSH(f, INSTR_ARG(instr) ? obj_bool(e, value != e->true_) : value); break;
    }
    return R_OK;
}

/* An iterator that the frame asked for a value is exhausted: the loop ends, the await has its
 * result, and any other caller sees StopIteration. Takes value, which may be NULL. */
static Res arrive_stop(Engine *e, PFrame *f, Obj *value) {
    Instr instr = f->code->instrs[f->ip - 1];
    Opcode op = (Opcode)INSTR_OP(instr);
    if (op != OPCODE_FOR_ITER && op != OPCODE_SEND) {
        err_raise_with(e, T_StopIteration, value == e->none ? NULL : value);
        xdecref(e, value);
        return R_ERR;
    }
    interp_drop(e, f, 1);
    if (op == OPCODE_SEND) {
        PUSH(f, value ? value : incref(e->none));
    } else {
        xdecref(e, value);
    }
    f->ip = INSTR_ARG(instr);
    return R_OK;
}

static void deliver(Engine *e, PFrame *f, Res res, Obj *out) {
    if (f->gen) gen_delegate_left(e, f->gen, res);
    if (res == R_OK && INSTR_OP(f->code->instrs[f->ip - 1]) == OPCODE_CALL) {
        PUSH(f, out); /* what interp_arrive() does for most */
    } else if (res == R_OK) {
        interp_arrive(e, f, out);
    } else if (res == R_STOP) {
        arrive_stop(e, f, out);
    }
}

static void deliver_native(Engine *e, NFrame *f, Res res, Obj *out) {
    set_ref(e, f->in, out);
    f->in_res = res;
}

/* The frame leaves the stack; what it returns or raises is handed to the one below. A Python frame
 * that is kept, by a traceback most of the time, keeps those that it was called from. */
void vm_leave(Engine *e, Res res, Obj *out) {
    VmState *vm = e->vm;
    Frame *f = vm->top, *back = f->back;
    f->back = NULL;
    vm->top = back;
    if (IS(e, f, frame)) {
        vm->depth--;
        if (PFRAME(f)->done && f->h.refs > 1) f->back = (Frame *)xincref(vm_current_frame(e));
    }
    bool silent = IS(e, f, native_frame) && (NFRAME(f)->def->flags & NATIVE_SILENT);
    decref(e, f);
    if (!back || (silent && res != R_ERR)) {
        xdecref(e, out);
    } else if (IS(e, back, native_frame)) {
        deliver_native(e, NFRAME(back), res, out);
    } else {
        deliver(e, PFRAME(back), res, out);
    }
}

bool vm_push(Engine *e, Frame *f) {
    VmState *vm = e->vm;
    if (IS(e, f, frame)) {
        if (vm->depth >= vm->recursion_limit) {
            decref(e, f);
            return err_false(e, T_RecursionError, "maximum recursion depth exceeded");
        }
        vm->depth++;
    }
    f->depth = vm->depth;
    f->back = vm->top;
    vm->top = f;
    return true;
}

static bool counts(Engine *e, const Frame *f) {
    if (!IS(e, f, frame)) return false;
    const Gen *g = ((const PFrame *)f)->gen;
    return !g || g->thrown != THROWN_FROM_OUTSIDE;
}

PFrame *vm_current_frame(Engine *e) {
    Frame *f = e->vm->top;
    while (f && !counts(e, f)) f = f->back;
    return PFRAME(f);
}

PFrame *vm_user_frame(Engine *e) {
    Frame *f = e->vm->top;
    while (f && (!IS(e, f, frame) || (PFRAME(f)->code->flags & CODE_LIBRARY))) f = f->back;
    return PFRAME(f);
}

bool vm_add_traceback(Engine *e, Obj *exception, PFrame *frame) {
    Traceback *tb = (Traceback *)obj_new(e, TYPE(e, traceback), sizeof(Traceback));
    if (!tb) return false;
    tb->frame = (PFrame *)incref(frame);
    tb->ip = frame->ip - 1; /* a frame that had not started: before its first instruction */
    tb->next = EXC(exception)->traceback;
    EXC(exception)->traceback = OBJ(tb);
    return true;
}

/* The handler of the instruction that ran last, or NULL. RERAISE has moved `ip` to the place where
 * the exception came from; its own handler counts all the same. */
static const Handler *find_handler(const PFrame *f) {
    uint32_t ip = f->reraise_ip ? f->reraise_ip : f->ip;
    if (ip == 0) return NULL;
    uint32_t at = ip - 1;
    for (uint32_t i = 0; i < f->code->handler_count; i++) {
        const Handler *h = &f->code->handlers[i];
        if (at >= h->start && at < h->end) return h;
    }
    return NULL;
}

static void note_exception(Engine *e, PFrame *f) {
    if (f->no_traceback) {
        f->no_traceback = 0;
        return;
    }
    if (f->code->flags & CODE_IN_C) return;
    Obj *exc = incref(e->vm->raised);
    vm_add_traceback(e, exc, f);
    decref(e, exc);
}

static void drop_values(Engine *e, PFrame *f, uint32_t depth) {
    while (f->sp > depth) {
        f->sp--;
        drop_ref(e, f->stack[f->sp]);
    }
}

typedef enum { UNWIND_HANDLED, UNWIND_LEAVE, UNWIND_FINALIZE } Unwind;

static const Handler *begin_unwinding(Engine *e, PFrame *f) {
    bool again = f->no_traceback;
    note_exception(e, f);
    const Handler *h = e->vm->aborting ? NULL : find_handler(f);
    if (e->hooks.raised) e->hooks.raised(e, f, h, again);
    return h;
}

/* Goes to the handler with the exception on the stack, or finds that the frame is left. What died
 * with the error, and then the values that go, have their finalizers run first, at the line of the
 * error; after each the exception comes back to this place. */
static Unwind unwind(Engine *e, PFrame *f) {
    VmState *vm = e->vm;
    if (vm->pending && !f->unwinds && !vm->aborting) return finalize_next(e), UNWIND_FINALIZE;
    const Handler *h = f->unwinds ? find_handler(f) : begin_unwinding(e, f);
    if (vm->aborting) h = NULL;
    drop_values(e, f, h ? h->depth : 0);
    f->unwinds = vm->pending && !vm->aborting;
    if (f->unwinds) return finalize_next(e), UNWIND_FINALIZE;
    f->reraise_ip = 0;
    if (!h) return UNWIND_LEAVE;
    Obj *lasti = h->push_lasti ? int_new(e, f->ip - 1) : NULL;
    if (h->push_lasti && !lasti) return UNWIND_LEAVE;
    if (lasti) PUSH(f, lasti);
    PUSH(f, err_take(e));
    f->ip = h->target;
    return UNWIND_HANDLED;
}

/* A frame that ends drops its values, but keeps its variables for tracebacks. */
static void finish(Engine *e, PFrame *f, bool failed) {
    interp_drop(e, f, f->sp);
    f->done = 1;
    if (f->gen) {
        Gen *g = f->gen;
        /* What is thrown in before the first instruction passes as it is. */
        if (failed && f->ip > 0) gen_check_stop(e, g);
        gen_finished(e, g);
        decref(e, g); /* what it held of itself while it ran */
    }
}

static Res leave_by_return(Engine *e, PFrame *f, Obj **out) {
    Obj *value = POP(f);
    f->stack[f->sp] = NULL;
    uint32_t flags = f->gen ? f->code->flags : 0;
    finish(e, f, false);
    if (flags & CODE_ASYNC_GENERATOR) {
        decref(e, value);
        return err_res(e, T_StopAsyncIteration, NULL);
    }
    *out = value;
    return flags & (CODE_GENERATOR | CODE_COROUTINE) ? R_STOP : R_OK;
}

/* What became of an instruction that is tried before its own function. */
typedef enum { FAST_DONE, FAST_NOT, FAST_JUMPED, FAST_LEFT, FAST_PAUSE } Fast;

/* A line of the user's own program is about to run: the moments that a person can stop at. */
static Fast line_begins(Engine *e, PFrame *f, uint32_t line) {
    f->line = line;
    VmState *vm = e->vm;
    if (vm->nested || (f->code->flags & CODE_LIBRARY)) return FAST_DONE;
    if (e->max_steps && vm->steps >= e->max_steps) return FAST_NOT; /* line() ends the run */
    vm->steps++;
    return hook_step(e, f, line) ? FAST_PAUSE : FAST_DONE;
}

static Res line(Engine *e, PFrame *f, uint32_t arg) {
    (void)f, (void)arg;
    vm_abort(e, ABORT_INSTRUCTIONS);
    return R_ERR;
}

static const OpEntry interp_line_ops[] = {
    {OPCODE_LINE, line}, {OPCODE_LINE_INSIDE, line}, {0, NULL}};

/* Tables by subject, gathered into one by opcode when the engine starts. */
void interp_boot(Engine *e) {
    const OpEntry *const groups[] = {interp_load_ops,   interp_build_ops, interp_operator_ops,
                                     interp_call_ops,   interp_gen_ops,   interp_exc_ops,
                                     interp_import_ops, interp_match_ops, interp_line_ops};
    for (size_t g = 0; g < COUNT_OF(groups); g++) {
        for (const OpEntry *entry = groups[g]; entry->run; entry++) {
            e->op_handlers[entry->op] = entry->run;
        }
    }
}

/* The instructions that need no function of their own, or not always. What is always done here has
 * none in the tables. */
static inline Fast done_if(bool done) {
    return done ? FAST_DONE : FAST_NOT;
}

static inline Fast run_fast(Engine *e, PFrame *f, Instr instr) {
    uint32_t arg = INSTR_ARG(instr);
    switch (INSTR_OP(instr)) {
    case OPCODE_LINE:
    case OPCODE_LINE_INSIDE: /* the hook tells them apart by the instruction at ip - 1 */
        return line_begins(e, f, arg);
    case OPCODE_LOAD_FAST: return done_if(fast_load(f, arg));
    case OPCODE_STORE_FAST: return fast_store(e, f, arg), FAST_DONE;
    case OPCODE_LOAD_CONST: return PUSH(f, incref(f->code->consts[arg])), FAST_DONE;
    case OPCODE_POP: return interp_drop(e, f, 1), FAST_DONE;
    case OPCODE_PUSH_NULL: return PUSH(f, NULL), FAST_DONE;
    case OPCODE_COPY: return fast_copy(f, arg), FAST_DONE;
    case OPCODE_JUMP: return f->ip = arg, FAST_JUMPED;
    case OPCODE_JUMP_IF_FALSE: return fast_jump_if(f, e->false_, arg), FAST_JUMPED;
    case OPCODE_JUMP_IF_TRUE: return fast_jump_if(f, e->true_, arg), FAST_JUMPED;
    case OPCODE_TO_BOOL: return done_if(fast_to_bool(e, f));
    case OPCODE_NOT: return PEEK(f, 1) = obj_bool(e, PEEK(f, 1) != e->true_), FAST_DONE;
    case OPCODE_IS: return fast_is(e, f, arg != 0), FAST_DONE;
    case OPCODE_COMPARE: return done_if(fast_compare(e, f, (CompareOp)arg));
    case OPCODE_BINARY:
    case OPCODE_INPLACE: return done_if(fast_binary(e, f, (BinaryOp)arg));
    case OPCODE_FOR_ITER: return done_if(fast_for_iter(e, f));
    case OPCODE_LOAD_ATTR: return done_if(fast_load_attr(e, f, f->code->names[arg]));
    case OPCODE_STORE_ATTR: return done_if(fast_store_attr(e, f, f->code->names[arg]));
    case OPCODE_LOAD_METHOD: return done_if(fast_load_method(e, f, f->code->names[arg]));
    case OPCODE_LOAD_GLOBAL: return done_if(fast_load_global(e, f, f->code->names[arg]));
    case OPCODE_LOAD_DEREF: return done_if(fast_load_deref(f, arg));
    case OPCODE_STORE_DEREF: return fast_store_deref(e, f, arg), FAST_DONE;
    case OPCODE_UNPACK_SEQUENCE: return done_if(fast_unpack(e, f, arg));
    case OPCODE_CALL: return fast_call(e, f, arg) ? FAST_LEFT : FAST_NOT;
    case OPCODE_GET_ITEM: return done_if(fast_get_item(e, f));
    default: return FAST_NOT;
    }
}

/* A function's frame that its caller, who is no generator, waits for in a call. */
static bool returns_plainly(Engine *e, const PFrame *f) {
    const Frame *back = f->f.back;
    if (f->gen || f->f.h.refs != 1 || !back || !IS(e, back, frame)) return false;
    const PFrame *caller = (const PFrame *)back;
    return !caller->gen && INSTR_OP(caller->code->instrs[caller->ip - 1]) == OPCODE_CALL;
}

static void return_plainly(Engine *e, PFrame *f) {
    Obj *value = POP(f);
    f->stack[f->sp] = NULL;
    interp_drop(e, f, f->sp);
    f->done = 1;
    PFrame *caller = PFRAME(f->f.back);
    f->f.back = NULL;
    e->vm->top = FRAME(caller);
    e->vm->depth--;
    pframe_drop(e, f);
    PUSH(caller, value);
}

static void leave_returning(Engine *e, PFrame *f) {
    if (returns_plainly(e, f)) {
        return_plainly(e, f);
        return;
    }
    Obj *out = NULL;
    Res res = leave_by_return(e, f, &out);
    vm_leave(e, res, out);
}

/* Runs one frame until another is on top; true: the run pauses. The place and the count are written
 * at every instruction, but read again only after one that has changed them: what dies in the
 * quickest of them may run code of the program, to warn of a coroutine that was never awaited. */
static inline bool run_frame(Engine *e, PFrame *f) {
    VmState *vm = e->vm;
    const Instr *instrs = f->code->instrs;
    Unwind unwound = UNWIND_HANDLED;
    while (!vm->raised || (unwound = unwind(e, f)) == UNWIND_HANDLED) {
        Res res = R_OK;
        bool counted = false;
        uint32_t ip = f->ip;
        uint64_t count = vm->instructions;
        while (!vm->pending && count < e->pause_at) {
            Instr instr = instrs[ip];
            f->ip = ++ip;
            vm->instructions = ++count;
            Fast fast = run_fast(e, f, instr);
            if (fast == FAST_DONE || fast == FAST_JUMPED) {
                if (fast == FAST_JUMPED) ip = f->ip;
                counted = vm->instructions != count;
                if (counted) break;
                continue;
            }
            if (fast == FAST_LEFT) return false;
            if (fast == FAST_PAUSE) return true;
            if (INSTR_OP(instr) == OPCODE_RETURN) {
                leave_returning(e, f);
                return false;
            }
            res = e->op_handlers[INSTR_OP(instr)](e, f, INSTR_ARG(instr));
            if (vm->raised || res != R_OK) break;
            ip = f->ip;
            count = vm->instructions;
        }
        if (res == R_PUSH || res == R_STOP) return false;
        if (res == R_OK && !vm->raised && !counted) return true;
    }
    if (unwound == UNWIND_FINALIZE) return false;
    finish(e, f, true);
    vm_leave(e, R_ERR, NULL);
    return false;
}

bool interp_run(Engine *e) {
    const VmState *vm = e->vm;
    while (vm->top && IS(e, vm->top, frame)) {
        if (run_frame(e, PFRAME(vm->top))) return true;
    }
    return false;
}
