#ifndef VM_GEN_H
#define VM_GEN_H
/* Generators, coroutines and async generators: resuming, throwing, closing. */

#include "compile/opcodes.h"
#include "vm/frame.h"

/* Generators that hooks.talk is not told of. */
enum { CODE_UNTOLD = CODE_COROUTINE | CODE_LIBRARY | CODE_ITERABLE_COROUTINE };

/* What hooks.talk is told, in the order of CsTalkKind. */
typedef enum {
    GEN_NEXT,  /* driven with None */
    GEN_SEND,  /* driven with a value */
    GEN_THROW, /* an exception is thrown in */
    GEN_WAKE,  /* an async generator goes on behind its await */
    GEN_YIELD, /* it gives a value and is suspended */
    GEN_AWAIT, /* an async generator is suspended at an await */
    GEN_END    /* it returned, or an exception left it */
} GenTalk;

/* Wraps a frame that has its arguments (taken); the kind comes from the code's flags. Owned. */
Obj *gen_new(Engine *e, PFrame *frame);
static inline bool gen_is(Engine *e, const Obj *o) {
    (void)e;
    return o->type->layout == LAYOUT_GEN;
}
/* Resumes with a value (borrowed): R_PUSH, or R_ERR for one that runs already or (coroutines) is
 * used up; R_STOP when a generator is exhausted. The outcome that arrives later: R_OK yielded
 * value, R_STOP returned value, R_ERR. */
Res gen_resume(Engine *e, Gen *g, Obj *value, Obj **out);
/* Throws an exception (borrowed) into it, down to the innermost delegate. Outcomes as above. */
Res gen_throw(Engine *e, Gen *g, Obj *exception, Obj **out);
/* The innermost of those that it delegates to is no generator, but has a method throw. Then
 * gen_throw() also takes the tuple of that method's arguments. */
bool gen_throws_elsewhere(Engine *e, const Gen *g);
/* throw() was called with what is no exception: the innermost generator refuses it, so the error in
 * flight comes to the one that delegates to it; R_ERR where nobody does. */
Res gen_throw_refused(Engine *e, Gen *g);
/* close(): R_OK with None or the returned value; may push. */
Res gen_close(Engine *e, Gen *g, Obj **out);
/* What it awaits or yields from while suspended: borrowed, NULL = nothing. */
Obj *gen_delegate(const Gen *g);
/* The outcome of its delegate has come: after throw() an error gets what it handles as context. */
void gen_delegate_left(Engine *e, Gen *g, Res res);
/* The frame has yielded the value (called by YIELD / ASYNC_YIELD; `awaits`: it passes on what its
 * delegate yields) or ended. */
void gen_suspended(Engine *e, Gen *g, const Obj *value, bool awaits);
void gen_finished(Engine *e, Gen *g);
/* Turns a StopIteration that leaves a generator into RuntimeError, as PEP 479 says. */
void gen_check_stop(Engine *e, Gen *g);
const char *gen_kind(const Gen *g); /* "generator", "coroutine", "async generator" */

/* Shared by the three types. */
bool gen_finalize(Engine *e, Obj *o);
/* The end of one that never ran, or that its loop closes; false: it must be closed here. */
bool gen_dropped(Engine *e, Gen *g);
/* An async generator that the finalizer of sys.set_asyncgen_hooks() is called for. */
bool gen_is_the_programs(Engine *e, const Gen *g);
void gen_release(Engine *e, Obj *o);
Obj *gen_repr(Engine *e, Obj *o);
bool gen_needs_closing(const Gen *g);
/* TypeError where throw(type, value, traceback) means no exception; value and traceback may be
 * NULL. */
bool gen_check_thrown(Engine *e, Obj *type, const Obj *value, const Obj *traceback);
/* The exception that throw(type, value) means: an instance; may push. */
Res gen_make_exception(Engine *e, Obj *type, Obj *value, Obj **out);
/* When what the class made (in f->in) is no exception, the TypeError about that takes its place. */
bool gen_check_made(Engine *e, struct NFrame *f, Obj *cls);
/* Raises that TypeError; `made` says of which class the result is. */
void gen_refuse_made(Engine *e, Obj *cls, const char *made);

/* The generator whose frame runs when this object is driven: itself, or what coroutine_wrapper and
 * the awaitables of async generators drive; NULL = none. Borrowed. */
Gen *gen_behind(Engine *e, Obj *awaitable);
Gen *agen_behind(Obj *awaitable); /* for asend and athrow objects */
bool agen_is_await(Engine *e, const Obj *o);
void agen_await_dropped(Engine *e, Obj *o); /* warns: nobody awaited it */

/* agen.c: the awaitables of async generators. */
Obj *agen_asend(Engine *e, Gen *g, Obj *value);              /* __anext__ and asend */
Obj *agen_athrow(Engine *e, Gen *g, Obj *exception_or_null); /* NULL = aclose */
extern const GetSetDef agen_getset[];

#endif
