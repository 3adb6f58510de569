#ifndef VM_NATIVE_H
#define VM_NATIVE_H
/* Writing a native that calls Python: a step function that is entered again with each outcome.
 *
 *   // sum(iterable, start): slots 0, 1 are the parameters, 2 is a local
 *   static Res sum_step(Engine *e, NFrame *f, Obj **out) {
 *       STEPS(f);
 *       STEP(1, op_iter(e, f->slot[0], STEP_OUT));
 *       slot_take(e, f, 2);                                   // slot[2] = the iterator
 *       for (;;) {
 *           STEP_NEXT(2, op_next(e, f->slot[2], STEP_OUT));    // does not fail on R_STOP
 *           if (f->in_res == R_STOP) break;
 *           STEP(3, op_binary(e, OP_ADD, f->slot[1], f->in, STEP_OUT));
 *           slot_take(e, f, 1);
 *       }
 *       *out = incref(f->slot[1]);
 *       return R_OK;
 *       STEPS_END;
 *   }
 *
 * C locals do not survive a STEP: keep everything in f->slot[], f->number[]. Each STEP has its own
 * number > 0. `in` belongs to the frame: it is dropped when the next outcome arrives; slot_take()
 * moves it into a slot. Errors end the step function (R_ERR) unless STEP_TRY is used, which needs
 * NATIVE_CATCHES in the NativeDef; then err_take() or err_clear() must be called to go on. */

#include "object/error.h"
#include "vm/frame.h"

#define STEPS(f)                                                                                   \
    NFrame *const steps_ = (f);                                                                    \
    Obj *step_out_ = NULL;                                                                         \
    Res step_res_;                                                                                 \
    switch (steps_->state) {                                                                       \
    case 0:
#define STEPS_END                                                                                  \
    }                                                                                              \
    ASSERT(false, "a step function was entered in an unknown state");                              \
    return R_ERR

/* Counts against the program's budget: a loop in C over an endless iterator ends too. */
bool native_tick(Engine *e);
/* Every so often, for a loop that may go on for seconds without calling Python: STEP_PAUSE, so that
 * the window gets its frames. */
bool native_pause_due(const Engine *e);
/* How much may be counted at once until then. */
uint64_t native_until_pause(const Engine *e);

/* `call` is a Res expression that writes its result to STEP_OUT. Afterwards f->in is the result. */
#define STEP_OUT (&step_out_)
#define STEP_ANY_(n, call)                                                                         \
    steps_->state = (n);                                                                           \
    if (!native_tick(e)) return R_ERR;                                                             \
    step_res_ = (call);                                                                            \
    if (step_res_ == R_PUSH) return R_PUSH;                                                        \
    set_ref(e, steps_->in, step_out_);                                                             \
    step_out_ = NULL;                                                                              \
    steps_->in_res = step_res_;                                                                    \
    FALLTHROUGH;                                                                                   \
    case (n):;
/* Fails on errors; an exhausted iterator becomes StopIteration. */
#define STEP(n, call)                                                                              \
    STEP_ANY_(n, call)                                                                             \
    if (steps_->in_res != R_OK) return native_fail(e, steps_)
/* Fails on errors; look at f->in_res == R_STOP. */
#define STEP_NEXT(n, call)                                                                         \
    STEP_ANY_(n, call)                                                                             \
    if (steps_->in_res == R_ERR) return R_ERR
/* Never fails: look at f->in_res. R_STOP is left as it is. */
#define STEP_TRY(n, call) STEP_ANY_(n, call)
/* Nothing is called: what was done until here is a moment of its own, at which the run can stop, or
 * be ended. */
#define STEP_PAUSE(n)                                                                              \
    steps_->state = (n);                                                                           \
    steps_->in_res = R_OK;                                                                         \
    return R_PUSH;                                                                                 \
    case (n):                                                                                      \
        if (err_occurred(e)) return R_ERR

/* Raises StopIteration(f->in) and makes in_res R_ERR. */
void native_stop_error(Engine *e, NFrame *f);
/* The end of a step without a result, where the end of an iterator is an error too: R_ERR. */
Res native_fail(Engine *e, NFrame *f);
/* Moves f->in into the slot, dropping what was there. */
static inline void slot_take(Engine *e, NFrame *f, int slot) {
    Obj *value = f->in;
    f->in = NULL;
    set_ref(e, f->slot[slot], value);
}
/* The same for a function that returns f->in as its result. */
static inline Obj *in_take(NFrame *f) {
    Obj *value = f->in;
    f->in = NULL;
    return value;
}
static inline void slot_set(Engine *e, NFrame *f, int slot, Obj *borrowed) {
    set_ref(e, f->slot[slot], xincref(borrowed));
}

/* Pushes a native frame for a definition without a native object: `args` are copied (increfed) to
 * the first slots. Always R_PUSH or R_ERR. The definition must be static const. */
Res native_push(Engine *e, const NativeDef *def, Obj *const *args, int count);

/* The same, but the frame runs at once if it can: then the result is there. */
Res native_run(Engine *e, const NativeDef *def, Obj *const *args, int count, Obj **out);
/* Takes away a frame that is on top and not needed any more. */
void native_pop(Engine *e, NFrame *f);
/* What `callable` gives for one argument, if it is a native that needs no frame for it; else
 * R_NOTIMPL. */
Res native_try1(Engine *e, Obj *callable, Obj *argument, Obj **out);

#endif
