#include "api/snap.h"

#include "vm/thread.h"
#include "vm/vm.h"

/* Threads, and which of them the stage shows as the loop's. */

static const Thread *loop_thread(const Engine *e) {
    const Threads *s = &e->vm->threads;
    if (e->aio->running_loop) return s->current;
    for (const Thread *t = s->first; t; t = t->next) {
        if (t != s->current && t->running_loop) return t;
    }
    return s->first; /* the main one, or NULL */
}

static bool is_current(const Engine *e, const Thread *t) {
    return !t || t == e->vm->threads.current;
}

/* The loop of the thread that runs; else of the first that has one: it stands still meanwhile. */
const AioLoop *snap_shown_loop(const Snap *b) {
    const AioState *aio = b->e->aio;
    const Thread *t = loop_thread(b->e);
    if (is_current(b->e, t)) return aio->running_loop ? aio->running_loop : aio->current_loop;
    return LOOP(t->running_loop ? t->running_loop : t->current_loop);
}

const Frame *snap_shown_top(const Snap *b) {
    const Thread *t = loop_thread(b->e);
    return is_current(b->e, t) ? b->e->vm->top : t->top;
}

static CsThreadState state_of(const Thread *t) {
    switch ((ThreadState)t->state) {
    case THREAD_RUNNING: return CS_THREAD_RUNNING;
    case THREAD_SLEEPING: return CS_THREAD_SLEEPING;
    case THREAD_BLOCKED: return CS_THREAD_BLOCKED;
    case THREAD_LOOP: return CS_THREAD_LOOP;
    case THREAD_NEW:
    case THREAD_READY:
    case THREAD_FINISHED: break;
    }
    return CS_THREAD_READY;
}

/* The program's own frames, outermost first. */
static void fill_frames(Snap *b, const Thread *t, CsThread *out) {
    const Frame *top = t == b->e->vm->threads.current ? b->e->vm->top : t->top;
    int count = 0;
    for (const Frame *f = top; f; f = f->back) count += snap_is_users(b, f);
    out->frames = snap_alloc(b, (size_t)count * sizeof(CsFrame));
    out->frame_count = count;
    for (const Frame *f = top; f && !b->failed; f = f->back) {
        if (snap_is_users(b, f)) snap_frame(b, (const PFrame *)f, &out->frames[--count]);
    }
    out->function = "";
    if (out->frame_count && !b->failed) out->function = out->frames[0].function;
}

static void fill_thread(Snap *b, const Thread *t, CsThread *out) {
    *out = (CsThread){.id = t->h.id,
                      .number = (int)t->number,
                      .name = snap_text(b, "%s", t->name ? t->name->text : ""),
                      .state = state_of(t),
                      .main = t->is_main,
                      .daemon = t->daemon,
                      .wake_ns = t->wake == THREAD_FOREVER ? -1 : t->wake,
                      .waits_for = t->waits_on ? t->waits_on->id : 0,
                      .held_by = t->held_by,
                      .by_task = t->launcher};
    if (t->state == THREAD_RUNNING || t->state == THREAD_READY) out->wake_ns = -1;
    fill_frames(b, t, out);
}

void snap_threads(Snap *b) {
    const Threads *s = &b->e->vm->threads;
    if (s->alive <= 1) return; /* the main thread alone: there is nothing to tell apart */
    b->s.threads = snap_alloc(b, s->alive * sizeof(CsThread));
    for (const Thread *t = s->first; t && !b->failed; t = t->next) {
        fill_thread(b, t, &b->s.threads[b->s.thread_count++]);
    }
    b->s.running_thread = s->current->h.id;
}
