#ifndef VM_VM_H
#define VM_VM_H
/* The virtual machine: its state, the main loop, nested runs. */

#include "vm/frame.h"
#include "vm/thread.h"

/* Why a run is ended from outside the program's own logic. */
typedef enum {
    ABORT_NONE,
    ABORT_INSTRUCTIONS, /* the budget of instructions is used up */
    ABORT_OUTPUT,       /* too much output */
    ABORT_TIME,         /* the limit of virtual time */
    ABORT_DEADLOCK,     /* nothing can ever wake the program */
    ABORT_SIGNAL,       /* by a signal that nobody handles; its number is in exit_status - 128 */
    ABORT_MEMORY        /* memory is gone, and however often it is told, the program goes on */
} AbortReason;

/* Lies in the arena's root: part of every keyframe. */
struct VmState {
    Frame *top;            /* the running frame; owned */
    Obj *raised;           /* the exception in flight; owned */
    ExcItem thread_exc;    /* the bottom of handled exceptions */
    ExcItem *exc;          /* the innermost item */
    uint64_t instructions; /* executed so far: the coordinate of every moment */
    uint32_t events;       /* events emitted so far; the next one's id is this + 1 */
    uint32_t cause;        /* id of the event that explains what happens now; 0 = none */
    uint32_t happened;     /* id of the latest record of a queue, lock, event ... */
    uint32_t happened_to;  /* and that thing's id */
    uint64_t steps;        /* lines of the user's program that were about to run */
    uint32_t next_id;      /* serial id of the next object */
    Type *newest_class;    /* the chain of living classes, see object/engine.h; borrowed */
    uint32_t nested;       /* C-level nesting of vm_call_nested */
    uint32_t depth;        /* Python frames on the stack */
    Obj *memory_error;     /* preallocated */
    uint32_t refusals;     /* how often it was raised */
    void *reserve;    /* arena block, freed when memory runs out: the error can be told; or NULL */
    Obj *pending;     /* a List of objects whose finalizers wait to run, or NULL */
    uint8_t aborting; /* an AbortReason: nothing may catch, the run unwinds and ends */
    Dict *modules;    /* sys.modules */
    Dict *builtins;   /* where new frames look last: the engine's, or the imported module's own */
    Obj *main_module;
    Str *exception_text; /* "Type: message" of the uncaught exception, or NULL */
    uint32_t starved;    /* finalizers that failed for want of memory, as far as they are told */
    Str *exit_text;      /* what sys.exit(text) leaves for standard error, or NULL */
    int32_t exit_status;
    uint32_t task_id; /* the task whose step runs, 0 = none */
    uint64_t output_bytes;
    uint64_t open_line_steps; /* with these: the write whose line has no end yet, see output.c */
    uint8_t stream_errors[3]; /* the error handlers of sys.stdin, stdout, stderr: codec.h */
    uint32_t open_line_event; /* 0: every line is complete */
    int32_t open_line_stream;
    Dict *warned; /* places that have warned already */
    int64_t now;  /* virtual time in ns */
    uint32_t recursion_limit;
    uint32_t int_max_digits;      /* sys.set_int_max_str_digits() */
    struct SignalToCome *signals; /* that come from outside, by time; arena block, NULL = none */
    uint32_t signal_count, signals_seen;
    uint64_t tripped;      /* a bit for each signal that another thread raised for the main one */
    uint32_t origin_depth; /* of sys.set_coroutine_origin_tracking_depth() */
    Threads threads;
};

typedef enum {
    RUN_BUDGET,  /* the slice of instructions is used up; call again */
    RUN_STOPPED, /* a stop that was asked for is reached */
    RUN_ENDED    /* the program is over (normally, by an exception, or at a limit) */
} RunResult;

/* Runs at most `slice` instructions. */
RunResult vm_run(Engine *e, uint64_t slice);
/* Runs Python from C until it ends: only for __hash__, __eq__ in dict probes, __repr__ in
 * containers and the like. Depth 100, then RecursionError. Owned result or NULL. */
Obj *vm_call_nested(Engine *e, Obj *callable, Obj *const *args, int nargs);
/* Runs a fresh frame (taken) from C until it ends. Owned result or NULL. */
Obj *vm_frame_nested(Engine *e, PFrame *f);

/* Pushes a frame: takes the reference. False: RecursionError is set and the frame dropped. */
bool vm_push(Engine *e, Frame *f);
/* Takes the top frame off and hands its outcome (`out` taken) to the frame below. */
void vm_leave(Engine *e, Res res, Obj *out);
/* Ends the run: every frame is unwound, no handler is asked. */
void vm_abort(Engine *e, AbortReason reason);
/* The object's finalizer (__del__, close of a generator) will run before the next instruction. */
bool vm_queue_finalizer(Engine *e, Obj *o);
/* The innermost Python frame (natives are passed over, and generators of THROWN_FROM_OUTSIDE), or
 * NULL. */
PFrame *vm_current_frame(Engine *e);
/* The innermost frame of the user's own program, or NULL. */
PFrame *vm_user_frame(Engine *e);
/* Adds a traceback entry for the frame's last instruction to an exception. */
bool vm_add_traceback(Engine *e, Obj *exception, PFrame *frame);

#endif
