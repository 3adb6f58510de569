#include "vm/thread.h"

#include "object/error.h"
#include "object/str.h"
#include "vm/event.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/signals.h"
#include "vm/unraisable.h"
#include "vm/vm.h"

/* ---- Queues -------------------------------------------------------------------------------- */

static void queue_append(ThreadQueue *q, Thread *t) {
    t->queue = q;
    t->after = NULL;
    if (q->tail) {
        q->tail->after = t;
    } else {
        q->head = t;
    }
    q->tail = t;
}

static void queue_prepend(ThreadQueue *q, Thread *t) {
    t->queue = q;
    t->after = q->head;
    q->head = t;
    if (!q->tail) q->tail = t;
}

static void queue_remove(Thread *t) {
    ThreadQueue *q = t->queue;
    if (!q) return;
    Thread *before = NULL;
    for (Thread *at = q->head; at != t; at = at->after) before = at;
    if (before) {
        before->after = t->after;
    } else {
        q->head = t->after;
    }
    if (q->tail == t) q->tail = before;
    t->after = NULL;
    t->queue = NULL;
}

/* The main thread goes on as soon as it can, before threads that are ready. */
static void make_ready(Engine *e, Thread *t) {
    queue_remove(t);
    t->state = THREAD_READY;
    if (t->is_main) {
        queue_prepend(&e->vm->threads.ready, t);
    } else {
        queue_append(&e->vm->threads.ready, t);
    }
}

/* ---- Making -------------------------------------------------------------------------------- */

static void link_last(Threads *s, Thread *t) {
    t->prev = s->last;
    t->next = NULL;
    if (s->last) {
        s->last->next = t;
    } else {
        s->first = t;
    }
    s->last = t;
    s->alive++;
    incref(t);
}

static void unlink_thread(Engine *e, Thread *t) {
    Threads *s = &e->vm->threads;
    if (t->prev) {
        t->prev->next = t->next;
    } else {
        s->first = t->next;
    }
    if (t->next) {
        t->next->prev = t->prev;
    } else {
        s->last = t->prev;
    }
    t->prev = t->next = NULL;
    s->alive--;
    decref(e, t);
}

Thread *thread_current(Engine *e) {
    Threads *s = &e->vm->threads;
    if (s->current) return s->current;
    Thread *t = (Thread *)obj_new(e, TYPE(e, Thread), sizeof(Thread));
    if (!t) return NULL;
    t->name = str_from(e, "MainThread");
    t->is_main = 1;
    t->state = THREAD_RUNNING;
    t->wake = THREAD_FOREVER;
    link_last(s, t);
    decref(e, t);
    return s->current = t;
}

bool thread_is_main(const Engine *e) {
    const Thread *t = e->vm->threads.current;
    return !t || t->is_main;
}

const char *thread_name(const Engine *e) {
    const Thread *t = e->vm->threads.current;
    return t && t->name ? t->name->text : "MainThread";
}

Thread *thread_new(Engine *e, Str *name, Obj *object, bool daemon) {
    if (!thread_current(e)) return NULL; /* the main thread stands first */
    Thread *t = (Thread *)obj_new(e, TYPE(e, Thread), sizeof(Thread));
    if (!t) return NULL;
    t->name = (Str *)xincref(name);
    t->object = xincref(object);
    t->daemon = daemon;
    t->number = ++e->vm->threads.made;
    t->wake = THREAD_FOREVER;
    return t;
}

bool thread_launch(Engine *e, Thread *t, Obj *function, Obj *args, Obj *kwargs) {
    if (!thread_current(e)) return false;
    bool again = t == e->vm->threads.current; /* a pool's thread goes on with another function */
    ASSERT(again || t->state == THREAD_NEW || t->state == THREAD_FINISHED,
           "a thread runs once at a time");
    t->function = incref(function);
    t->args = incref(args);
    t->kwargs = xincref(kwargs);
    t->handled = (ExcItem){0};
    t->depth = t->task_id = 0;
    t->cause = e->vm->cause;
    t->launcher = e->vm->task_id;
    t->done = t->failed = 0;
    if (!again) link_last(&e->vm->threads, t);
    queue_append(&e->vm->threads.ready, t);
    if (!again) t->state = THREAD_READY;
    return true;
}

/* ---- Changing from one to another ----------------------------------------------------------- */

/* Slots: function, args, kwargs. The library's own bootstrap catches everything; what is left are
 * functions given to _thread.start_new_thread(). */
static Res thread_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_call_tuple(e, f->slot[0], f->slot[1], f->slot[2], STEP_OUT));
    if (f->in_res == R_ERR) {
        e->vm->threads.current->failed = 1;
        if (err_matches(e, T_SystemExit)) {
            err_clear(e);
        } else {
            unraisable_in_thread(e, f->slot[0]);
        }
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef thread_def = {"thread", NULL, NULL, thread_step, 3, NATIVE_CATCHES, NULL};

static void begin(Engine *e, Thread *t) {
    VmState *vm = e->vm;
    vm->cause = event_emit(e, EVENT_THREAD_STARTED, t->h.id, t->launcher);
    Obj *call[3] = {t->function, t->args, t->kwargs};
    if (native_push(e, &thread_def, call, 3) != R_PUSH) err_clear(e);
    clear_ref(e, t->function);
    clear_ref(e, t->args);
    clear_ref(e, t->kwargs);
}

static void save(VmState *vm, Thread *t) {
    t->top = vm->top;
    t->raised = vm->raised;
    t->handled = vm->thread_exc;
    t->exc = vm->exc;
    t->depth = vm->depth;
    t->task_id = vm->task_id;
    t->cause = vm->cause;
}

/* Items of generators point to vm->thread_exc as the bottom: its content changes hands. */
static void load(VmState *vm, Thread *t) {
    vm->top = t->top;
    vm->raised = t->raised;
    vm->thread_exc = t->handled;
    vm->exc = t->exc ? t->exc : &vm->thread_exc;
    vm->depth = t->depth;
    vm->task_id = t->task_id;
    vm->cause = t->cause;
    t->top = NULL;
    t->raised = NULL;
    t->handled = (ExcItem){0};
    t->exc = NULL;
}

static void switch_to(Engine *e, Thread *to) {
    VmState *vm = e->vm;
    Thread *from = vm->threads.current;
    if (from->state != THREAD_FINISHED && !from->function) save(vm, from);
    bool waited = to->state != THREAD_LOOP && !to->function;
    if (e->hooks.thread_switched) e->hooks.thread_switched(e, from, to);
    vm->threads.current = to;
    load(vm, to);
    to->state = THREAD_RUNNING;
    to->waits_on = NULL;
    to->held_by = 0;
    if (to->function) {
        begin(e, to);
    } else if (waited && !to->is_main) {
        vm->cause = event_emit(e, EVENT_THREAD_WOKEN, to->h.id, 0);
    }
}

/* ---- Choosing ------------------------------------------------------------------------------ */

static Thread *ready_loop(const Threads *s) {
    for (Thread *t = s->first; t; t = t->next) {
        if (t->state == THREAD_LOOP && t->loop_ready) return t;
    }
    return NULL;
}

/* At equal times: a signal from outside, threads that sleep or block, then loops in threads, then
 * the main thread. */
static int rank(const Engine *e, const Thread *t) {
    if (t->is_main) return t->wake == signals_coming(e) ? -1 : 2;
    return t->state == THREAD_LOOP ? 1 : 0;
}

static bool is_earlier(const Engine *e, const Thread *a, const Thread *b) {
    if (a->wake != b->wake) return a->wake < b->wake;
    if (rank(e, a) != rank(e, b)) return rank(e, a) < rank(e, b);
    return a->since < b->since;
}

static Thread *earliest(const Engine *e, const Threads *s) {
    Thread *best = NULL;
    for (Thread *t = s->first; t; t = t->next) {
        bool waits =
            t->state == THREAD_SLEEPING || t->state == THREAD_BLOCKED || t->state == THREAD_LOOP;
        if (!waits || t->wake == THREAD_FOREVER) continue;
        if (!best || is_earlier(e, t, best)) best = t;
    }
    return best;
}

static bool move_clock(Engine *e, int64_t until) {
    VmState *vm = e->vm;
    if (until <= vm->now) return true;
    if (e->max_virtual_ns && until > e->max_virtual_ns) {
        vm_abort(e, ABORT_TIME);
        return false;
    }
    vm->now = until;
    return true;
}

/* Who runs next; NULL: nobody ever can, or a limit is reached (then the run is being ended). */
static Thread *choose(Engine *e) {
    Threads *s = &e->vm->threads;
    bool woke_sleeper = s->woke_sleeper;
    s->woke_sleeper = 0;
    Thread *t = woke_sleeper ? ready_loop(s) : NULL;
    if (t) return t;
    if ((t = s->ready.head)) return queue_remove(t), t;
    if ((t = ready_loop(s))) return t;
    t = earliest(e, s);
    if (!t || !move_clock(e, t->wake)) return NULL;
    queue_remove(t); /* of the lock that it did not get in time */
    s->woke_sleeper = !t->is_main;
    return t;
}

static bool fail_to_choose(Engine *e, uint32_t about) {
    if (!e->vm->aborting) {
        event_emit(e, EVENT_DEADLOCK, about, 0);
        vm_abort(e, ABORT_DEADLOCK);
    }
    return false;
}

static bool check_may_switch(Engine *e) {
    if (!e->vm->nested || e->vm->threads.alive <= 1) return true;
    return err_false(e, T_RuntimeError,
                     "Coroscope cannot let other threads run inside __hash__, __eq__ or __repr__");
}

void thread_goes_on(Engine *e) {
    Thread *me = e->vm->threads.current;
    me->state = THREAD_RUNNING;
    me->waits_on = NULL;
    me->held_by = 0;
}

static Res wait_for_turn(Engine *e, NFrame *f, ThreadState state, int64_t until, uint32_t about,
                         Obj **out) {
    Threads *s = &e->vm->threads;
    Thread *me = s->current;
    me->state = (uint8_t)state;
    me->wake = until;
    me->since = ++s->waits;
    me->loop_ready = 0;
    Thread *next = choose(e);
    if (!next) {
        fail_to_choose(e, about);
        return R_ERR;
    }
    *out = e->none;
    if (next == me) {
        thread_goes_on(e);
        return R_OK;
    }
    clear_ref(e, f->in);
    f->in_res = R_OK;
    switch_to(e, next);
    return R_PUSH;
}

/* ---- Waiting ------------------------------------------------------------------------------- */

bool thread_falls_asleep(Engine *e, int64_t until) {
    Thread *me = thread_current(e);
    if (!me || !check_may_switch(e)) return false;
    if (me->is_main) return true;
    int64_t ms = (until - e->vm->now) / 1000000;
    me->state = THREAD_SLEEPING;
    me->wake = until;
    e->vm->cause =
        event_emit(e, EVENT_THREAD_SLEPT, me->h.id, ms < UINT32_MAX ? (uint32_t)ms : UINT32_MAX);
    return true;
}

Res thread_sleep(Engine *e, NFrame *f, int64_t until, Obj **out) {
    return wait_for_turn(e, f, THREAD_SLEEPING, until, 0, out);
}

bool thread_begins_to_wait(Engine *e, int64_t until, Obj *about) {
    Thread *me = thread_current(e);
    if (!me || !check_may_switch(e)) return false;
    me->state = THREAD_BLOCKED;
    me->wake = until;
    me->waits_on = about;
    event_emit(e, EVENT_THREAD_WAITED, me->h.id, about->id);
    return true;
}

Res thread_block(Engine *e, NFrame *f, ThreadQueue *queue, int64_t until, Obj *about, Obj **out) {
    Thread *me = e->vm->threads.current;
    me->waits_on = about;
    queue_append(queue, me);
    return wait_for_turn(e, f, THREAD_BLOCKED, until, about->id, out);
}

Res thread_loop_wait(Engine *e, NFrame *f, uint32_t loop, int64_t until, Obj **out) {
    if (!thread_current(e)) return R_ERR;
    return wait_for_turn(e, f, THREAD_LOOP, until, loop, out);
}

bool thread_others_left(const Engine *e) {
    for (const Thread *t = e->vm->threads.first; t; t = t->next) {
        if (!t->is_main && !t->daemon) return true;
    }
    return false;
}

Res thread_wait_for_others(Engine *e, NFrame *f, Obj **out) {
    Thread *me = thread_current(e);
    if (!me) return R_ERR;
    queue_append(&e->vm->threads.exit, me);
    return wait_for_turn(e, f, THREAD_BLOCKED, signals_next(e), 0, out);
}

/* ---- Waking -------------------------------------------------------------------------------- */

void thread_interrupt_main(Engine *e) {
    Thread *t = e->vm->threads.first;
    if (t && t->is_main && t->state != THREAD_READY && t->state != THREAD_RUNNING) {
        make_ready(e, t);
    }
}

void thread_wake_first(Engine *e, ThreadQueue *queue) {
    if (queue->head) make_ready(e, queue->head);
}

void thread_wake_all(Engine *e, ThreadQueue *queue) {
    while (queue->head) make_ready(e, queue->head);
}

void thread_loop_ready(Engine *e, Thread *t) {
    if (t && t != e->vm->threads.current) t->loop_ready = 1;
}

void thread_loop_timer(Thread *t, int64_t when) {
    if (t && t->state == THREAD_LOOP && when < t->wake) t->wake = when;
}

void thread_main_done(Engine *e) {
    Thread *t = e->vm->threads.first;
    if (!t) return;
    t->done = 1;
    thread_wake_all(e, &t->joiners);
}

/* ---- The end of one ------------------------------------------------------------------------- */

static void finish(Engine *e, Thread *t) {
    event_emit(e, EVENT_THREAD_FINISHED, t->h.id, t->failed);
    if (t->function) { /* launched again; it stands in line already */
        t->state = THREAD_READY;
        return;
    }
    t->state = THREAD_FINISHED;
    t->done = 1;
    if (!t->pooled) clear_ref(e, t->object);
    thread_wake_all(e, &t->joiners);
}

bool thread_left(Engine *e) {
    VmState *vm = e->vm;
    Thread *t = vm->threads.current;
    if (!t || t->is_main || vm->aborting) return false;
    if (vm->raised) err_clear(e); /* memory ran out before its first frame */
    finish(e, t);
    incref(t); /* the change to the next one still needs it */
    if (t->state == THREAD_FINISHED) unlink_thread(e, t);
    if (vm->threads.exit.head && !thread_others_left(e)) thread_wake_all(e, &vm->threads.exit);
    Thread *next = choose(e);
    if (next) {
        switch_to(e, next);
    } else {
        fail_to_choose(e, 0);
    }
    decref(e, t);
    return next != NULL;
}
