#ifndef VM_THREAD_H
#define VM_THREAD_H
/* Virtual threads: stacks of frames of which one runs at a time, in virtual time.
 *
 * A thread runs until it sleeps, blocks or ends; then the next one is chosen:
 *   a loop with something ready, right after a sleeper's turn; ready threads in order (the main
 *   thread first); a loop with something ready; else the clock moves to the earliest wake time, at
 *   equal times to the main thread if a signal comes, then to sleeping threads, to timers of loops
 *   in threads, then to the main thread.
 * Nothing to choose: a deadlock. The main thread's object is made when it is first asked for. */

#include "vm/frame.h"

#define THREAD_FOREVER INT64_MAX

typedef enum {
    THREAD_NEW,      /* made, not started */
    THREAD_READY,    /* waits for its turn */
    THREAD_RUNNING,  /* the one whose frames are on the VM's stack */
    THREAD_SLEEPING, /* until its wake time */
    THREAD_BLOCKED,  /* on a lock or the end of a thread, until its wake time at most */
    THREAD_LOOP,     /* its event loop has nothing to run before its wake time */
    THREAD_FINISHED
} ThreadState;

typedef struct Thread Thread;

/* Threads that wait for the same thing, first come first; borrowed: whoever waits is alive. */
typedef struct {
    Thread *head, *tail;
} ThreadQueue;

struct Thread {
    Obj h;
    Thread *prev, *next;           /* living ones in order of their start; the list owns them */
    Thread *after;                 /* behind it in `queue` */
    ThreadQueue *queue;            /* where it stands in line, or NULL */
    Str *name;                     /* for messages and the stage; owned, may be NULL */
    Obj *object;                   /* the library's Thread; owned while it is alive, else NULL */
    Obj *function, *args, *kwargs; /* what it is to call; owned until it begins */
    ThreadQueue joiners;
    int64_t wake;   /* ns */
    uint64_t since; /* when it began to wait: counts waits */
    /* Its part of VmState while it does not run. */
    Frame *top;
    Obj *raised;
    ExcItem handled, *exc;
    uint32_t depth, task_id, cause;
    /* What the asyncio layer keeps for each thread while it does not run; see its hook. */
    Obj *context, *current_loop;      /* owned */
    Obj *agen_hooks[2];               /* owned */
    Obj *running_loop, *running_task; /* borrowed */
    Obj *waits_on;                    /* the lock or thread; borrowed: its frame holds it */
    uint32_t number;                  /* 0 the main thread, 1, 2, ... in order of creation */
    uint32_t held_by;                 /* the thread that took that lock, 0 = unknown */
    uint32_t launcher;                /* the task that started it, 0 = none */
    uint8_t state;                    /* ThreadState */
    uint8_t is_main, daemon, loop_was_set;
    uint8_t loop_ready; /* its waiting loop has a handle to run */
    uint8_t done;       /* what join() waits for: it ended, or the main program did */
    uint8_t failed;     /* ended by an exception */
    uint8_t pooled;     /* may be launched again: keeps its context */
};
#define THREAD(o) ((Thread *)(o))

/* In VmState. */
typedef struct {
    Thread *first, *last; /* living ones; NULL until the main thread is asked for */
    Thread *current;      /* borrowed */
    ThreadQueue ready;
    ThreadQueue exit;     /* the main thread, while it waits for the others at the program's end */
    uint64_t waits;       /* counts them */
    uint32_t made;        /* threads made so far, the main one aside */
    uint32_t alive;       /* living ones, the main one included */
    uint8_t woke_sleeper; /* the turn that ends now began at a wake time */
} Threads;

Thread *thread_current(Engine *e);        /* borrowed; NULL: memory is exhausted */
bool thread_is_main(const Engine *e);     /* the main thread runs */
const char *thread_name(const Engine *e); /* of the running one */
Thread *thread_new(Engine *e, Str *name, Obj *object, bool daemon); /* owned */
/* It will call function(*args, **kwargs) when it is its turn; kwargs a Dict or NULL. */
bool thread_launch(Engine *e, Thread *t, Obj *function, Obj *args, Obj *kwargs);

/* Records what the running thread is about to do, before a pause at which the clock still stands
 * where it is; then thread_sleep or thread_block does it. False: an error is set. Times in ns. */
bool thread_falls_asleep(Engine *e, int64_t until);
bool thread_begins_to_wait(Engine *e, int64_t until, Obj *about);
void thread_goes_on(Engine *e); /* it need not wait after all */
/* The running thread waits. For STEPs of the native frame `f` on top: R_OK it goes on at once,
 * R_PUSH another one runs and `f` is entered again in its turn, R_ERR. */
Res thread_sleep(Engine *e, NFrame *f, int64_t until, Obj **out);
/* Until somebody wakes the queue, or until a time: look again whether what it waited for is so. */
Res thread_block(Engine *e, NFrame *f, ThreadQueue *queue, int64_t until, Obj *about, Obj **out);
/* The wait of an event loop (id `loop`): ends at `until` or by thread_loop_ready(). */
Res thread_loop_wait(Engine *e, NFrame *f, uint32_t loop, int64_t until, Obj **out);
/* At the end of the program: until no thread is left that is not a daemon, or a signal comes. */
Res thread_wait_for_others(Engine *e, NFrame *f, Obj **out);
bool thread_others_left(const Engine *e); /* some that are no daemons */

/* The main thread's wait ends now, whatever it waits for: a signal came. */
void thread_interrupt_main(Engine *e);
void thread_wake_first(Engine *e, ThreadQueue *queue);
void thread_wake_all(Engine *e, ThreadQueue *queue);
/* A handle was scheduled, or a timer set, in the loop that `t` (may be NULL) runs. */
void thread_loop_ready(Engine *e, Thread *t);
void thread_loop_timer(Thread *t, int64_t when);
/* The main program is over: who joined it goes on. */
void thread_main_done(Engine *e);

/* The VM's stack is empty. True: another thread's frames are on it now; false: the run is over. */
bool thread_left(Engine *e);

#endif
