#ifndef VM_FRAME_H
#define VM_FRAME_H
/* Frames: Python frames run bytecode, native frames run a resumable C function; both lie in the
 * arena, linked by `back`, so that the engine can stop between any two instructions. */

#include "object/code.h"
#include "object/dict.h"
#include "object/engine.h"

typedef struct Frame Frame;
typedef struct Gen Gen;

/* Fields that both kinds share. A running frame owns a reference to its caller; so does a finished
 * Python frame that is kept (to the Python frame that called it). */
struct Frame {
    Obj h;
    Frame *back;    /* the frame that gets the outcome; NULL while suspended */
    uint32_t depth; /* Python frames from the bottom of the stack, for RecursionError */
};

typedef struct PFrame {
    Frame f;
    Code *code;
    Dict *globals;       /* owned */
    Dict *builtins;      /* borrowed from the VM's state */
    Obj *locals;         /* Dict of a module or class body; else NULL. Owned */
    Obj *function;       /* owned; NULL for a module */
    Gen *gen;            /* the generator or coroutine that owns this frame; borrowed */
    uint32_t ip;         /* the next instruction */
    uint32_t sp;         /* values on the stack */
    uint32_t line;       /* the statement that is running (arg of the last LINE) */
    uint8_t done;        /* finished: only a traceback keeps it */
    uint32_t reraise_ip; /* RERAISE with lasti: where it stands plus one, for its handler; else 0 */
    uint8_t no_traceback; /* the exception in flight is raised again: no new entry */
    uint8_t unwinds;      /* it waits for the finalizers of the values that it has cost */
    Obj **stack;          /* the value stack, right after the slots */
    Obj *slots[];         /* code_slots(code) slots, then the value stack; owned, NULL = empty */
} PFrame;

#define PFRAME(o) ((PFrame *)(o))
#define FRAME(o)  ((Frame *)(o))

/* A new frame that is not on the VM's stack yet; owned. */
PFrame *pframe_new(Engine *e, Code *code, Dict *globals, Obj *function);
/* decref() of a frame that has ended, which mostly frees it. */
void pframe_drop(Engine *e, PFrame *f);
/* The names of the frame that have values, as a fresh dict (the namespace itself for a module or
 * class body); owned. */
Dict *pframe_locals(Engine *e, PFrame *f);
/* A slot's value, looked up through its cell; borrowed, NULL = unbound. */
Obj *pframe_slot_value(Engine *e, const PFrame *f, uint32_t slot);
/* Line and position of the instruction that ran last. */
Position pframe_position(const PFrame *f);
/* False where an exception is on its way out of code that handled another one: what dies there dies
 * at no line, f_lineno is None, a warning says -1, as in CPython 3.13. */
bool pframe_has_line(const PFrame *f);

/* Handled exceptions: one item a generator plus one for the thread; see vm/gen.h. */
typedef struct ExcItem {
    Obj *handled; /* owned or NULL */
    bool aside;   /* its generator only passes on what is thrown in: nobody above it sees this */
    struct ExcItem *below;
} ExcItem;

/* Where an exception goes that is thrown in while the generator waits for its delegate. CPython
 * does not count the generator's frame as running where the delegate is no generator or coroutine
 * (or is only closed): what it calls has the frame below as its caller. */
typedef enum { THROWN_NOT, THROWN_IN, THROWN_FROM_OUTSIDE } ThrownTo;

typedef enum { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED } GenState;

/* Generators, coroutines and async generators. */
struct Gen {
    Obj h;
    PFrame *frame; /* owned; NULL when closed */
    Code *code;
    Str *name, *qualname;
    ExcItem exc; /* its own handled exception while it runs */
    Obj *weakrefs;
    Obj *origin;                       /* cr_origin */
    Obj *unused;                       /* closed before it ran: the frame, which lives on; owned */
    Obj *finalizer;                    /* async generators: the loop that closes it, or what the
                                          program gave sys.set_asyncgen_hooks(); owned */
    Obj *home;                         /* the loop that has it in its chain; owned */
    struct Gen *prev_agen, *next_agen; /* that chain; borrowed */
    uint32_t ag_owner;                 /* id of the asend or athrow that runs it */
    uint8_t state;                     /* GenState */
    uint8_t hooks_inited, ag_running, ag_closed, finalized;
    uint8_t thrown; /* ThrownTo: what its delegate answers, answers a throw() */
    uint8_t kept;   /* of a task that lives on past the program's end: see hooks.keep */
};
#define GEN(o) ((Gen *)(o))

struct NFrame {
    Frame f;
    const NativeDef *def;
    Obj *callable; /* owned: for tracebacks and reprs; may be NULL */
    Obj *in;       /* owned: the outcome that was just delivered, see vm/native.h */
    Res in_res;
    uint32_t state;    /* 0 on first entry */
    int64_t number[2]; /* for the step function's own counters */
    uint32_t slot_count;
    Obj *slot[]; /* parameters, then `locals` of the NativeDef; owned, NULL = empty */
};
#define NFRAME(o) ((NFrame *)(o))

#endif
