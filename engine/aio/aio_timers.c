#include "aio/aio_timers.h"

#include "object/error.h"
#include "vm/vm.h"

static bool earlier(const AioHandle *a, const AioHandle *b) {
    return a->when_ns != b->when_ns ? a->when_ns < b->when_ns : a->sequence < b->sequence;
}

static void sift_up(AioHandle **heap, uint32_t at) {
    AioHandle *h = heap[at];
    while (at > 0 && earlier(h, heap[(at - 1) / 2])) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = h;
}

static void sift_down(AioHandle **heap, uint32_t count, uint32_t at) {
    AioHandle *h = heap[at];
    for (uint32_t child; (child = at * 2 + 1) < count; at = child) {
        if (child + 1 < count && earlier(heap[child + 1], heap[child])) child++;
        if (!earlier(heap[child], h)) break;
        heap[at] = heap[child];
    }
    heap[at] = h;
}

bool timers_push(Engine *e, AioLoop *loop, AioHandle *h) {
    if (loop->timer_count == loop->timer_capacity) {
        uint32_t wanted = loop->timer_capacity ? loop->timer_capacity * 2 : 8;
        void *fresh = arena_realloc(&e->arena, loop->timers, wanted * sizeof(AioHandle *));
        if (!fresh) return err_memory(e), false;
        loop->timers = fresh;
        loop->timer_capacity = wanted;
    }
    loop->timers[loop->timer_count++] = (AioHandle *)incref(h);
    sift_up(loop->timers, loop->timer_count - 1);
    h->scheduled = 1;
    return true;
}

AioHandle *timers_pop(AioLoop *loop) {
    AioHandle *first = loop->timers[0];
    loop->timers[0] = loop->timers[--loop->timer_count];
    loop->timers[loop->timer_count] = NULL;
    if (loop->timer_count > 1) sift_down(loop->timers, loop->timer_count, 0);
    first->scheduled = 0;
    return first;
}

AioHandle *timers_first(Engine *e, AioLoop *loop) {
    while (loop->timer_count && loop->timers[0]->cancelled) {
        AioHandle *gone = timers_pop(loop);
        decref(e, gone);
    }
    return loop->timer_count ? loop->timers[0] : NULL;
}

bool aio_call_at(Engine *e, AioLoop *loop, AioHandle *h, double when) {
    h->h.type = TYPE(e, TimerHandle);
    h->is_timer = 1;
    h->when = when;
    h->when_ns = aio_nanoseconds(when);
    h->set_at = e->vm->now;
    h->sequence = ++e->aio->timer_sequence;
    if (h->reason.what == WHAT_CALLBACK && TUPLE(h->args)->size > 0 &&
        aio_is_future(TUPLE(h->args)->items[0])) {
        h->reason = FUTURE(TUPLE(h->args)->items[0])->reason;
    }
    uint32_t future = TUPLE(h->args)->size && aio_is_future(TUPLE(h->args)->items[0])
                          ? TUPLE(h->args)->items[0]->id
                          : 0;
    h->scheduled_event = event_emit(e, EVENT_TIMER_SET, h->h.id, future);
    if (!timers_push(e, loop, h)) return false;
    thread_loop_timer(loop->thread, h->when_ns);
    return true;
}
