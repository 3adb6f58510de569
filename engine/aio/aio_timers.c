#include "aio/aio_timers.h"

#include "base/tiny.h"
#include "object/error.h"
#include "vm/vm.h"

enum { NEXT_TIMERS = 7 }; /* the next few timers lie among the first places of the heap */

static bool earlier(const AioTimer *a, const AioTimer *b) {
    if (a->when_ns != b->when_ns) return a->when_ns < b->when_ns;
    return a->handle->sequence < b->handle->sequence;
}

static void sift_up(AioTimer *heap, uint32_t at) {
    AioTimer timer = heap[at];
    while (at > 0 && earlier(&timer, &heap[(at - 1) / 2])) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = timer;
}

static void sift_down(AioTimer *heap, uint32_t count, uint32_t at) {
    AioTimer timer = heap[at];
    for (uint32_t child; (child = at * 2 + 1) < count; at = child) {
        if (child + 1 < count && earlier(&heap[child + 1], &heap[child])) child++;
        if (!earlier(&heap[child], &timer)) break;
        heap[at] = heap[child];
    }
    heap[at] = timer;
}

static const char *type_of_deadline(const AioHandle *h) {
    return h->when_given ? type_name(h->when_given) : "float";
}

/* The new timer is compared with that above it, and stays at its place where that fails. */
static bool can_sift_up(Engine *e, const AioTimer *heap, uint32_t at) {
    const AioHandle *own = heap[at].handle, *above = at ? heap[(at - 1) / 2].handle : NULL;
    if (!above || (!own->timeless && !above->timeless)) return true;
    return err_false(e, T_TypeError, "'<' not supported between instances of '%s' and '%s'",
                     type_of_deadline(own), type_of_deadline(above));
}

/* What is not a number is neither earlier nor later: it stays below that above it. */
static int64_t place_of_nan(const AioLoop *loop) {
    return loop->timer_count ? loop->timers[(loop->timer_count - 1) / 2].when_ns : INT64_MIN;
}

bool timers_push(Engine *e, AioLoop *loop, AioHandle *h) {
    if (loop->timer_count == loop->timer_capacity) {
        uint32_t wanted = loop->timer_capacity ? loop->timer_capacity * 2 : TINY(8, 2);
        void *fresh = arena_realloc(&e->arena, loop->timers, wanted * sizeof *loop->timers);
        if (!fresh) return err_memory(e), false;
        loop->timers = fresh;
        loop->timer_capacity = wanted;
    }
    if (h->when != h->when && !h->timeless) h->when_ns = place_of_nan(loop);
    loop->timers[loop->timer_count++] = (AioTimer){h->when_ns, (AioHandle *)incref(h)};
    h->scheduled = 1;
    if (!can_sift_up(e, loop->timers, loop->timer_count - 1)) return false;
    sift_up(loop->timers, loop->timer_count - 1);
    return true;
}

AioHandle *timers_pop(AioLoop *loop) {
    AioTimer *heap = loop->timers;
    AioHandle *first = heap[0].handle;
    heap[0] = heap[--loop->timer_count];
    heap[loop->timer_count] = (AioTimer){0, NULL};
    if (loop->timer_count > 1) sift_down(heap, loop->timer_count, 0);
    for (uint32_t i = 1; i < NEXT_TIMERS && i < loop->timer_count; i++) PREFETCH(heap[i].handle);
    first->scheduled = 0;
    return first;
}

AioHandle *timers_first(Engine *e, AioLoop *loop) {
    while (loop->timer_count && loop->timers[0].handle->cancelled) {
        AioHandle *gone = timers_pop(loop);
        decref(e, gone);
    }
    return loop->timer_count ? loop->timers[0].handle : NULL;
}

bool aio_call_at(Engine *e, AioLoop *loop, AioHandle *h, double when) {
    h->h.type = TYPE(e, TimerHandle);
    h->is_timer = 1;
    h->when = when;
    h->when_ns = h->timeless ? INT64_MAX : aio_nanoseconds(when);
    h->set_at = e->vm->now;
    h->sequence = ++e->aio->timer_sequence;
    if (h->reason.what == WHAT_CALLBACK && TUPLE(h->args)->size > 0 &&
        aio_is_future(TUPLE(h->args)->items[0])) {
        h->reason = FUTURE(TUPLE(h->args)->items[0])->reason;
    }
    uint32_t future = TUPLE(h->args)->size && aio_is_future(TUPLE(h->args)->items[0])
                          ? TUPLE(h->args)->items[0]->id
                          : 0;
    e->aio->told_handle = h;
    h->scheduled_event = event_emit(e, EVENT_TIMER_SET, h->h.id, future);
    if (!timers_push(e, loop, h)) return false;
    thread_loop_timer(loop->thread, h->when_ns);
    return true;
}

void timers_delay(Engine *e, AioHandle *h, double seconds) {
    AioLoop *loop = h->loop;
    h->when += seconds;
    h->when_ns = aio_nanoseconds(h->when);
    uint32_t future = TUPLE(h->args)->size && aio_is_future(TUPLE(h->args)->items[0])
                          ? TUPLE(h->args)->items[0]->id
                          : 0;
    e->aio->told_handle = h;
    h->scheduled_event = event_emit(e, EVENT_TIMER_SET, h->h.id, future);
    for (uint32_t i = 0; i < loop->timer_count; i++) {
        if (loop->timers[i].handle != h) continue;
        loop->timers[i].when_ns = h->when_ns;
        sift_down(loop->timers, loop->timer_count, i);
    }
}
