#include "api/snap.h"

#include <string.h>

#include "vm/thread.h"

/* Who waits for whom: edges from the parts of the snapshot that are filled already, and the circles
 * among them. */

static const CsTask *find_task(const Snap *b, uint32_t id) {
    return cs_find_task(&b->s, id);
}

static const CsSync *find_sync(const Snap *b, uint32_t id) {
    for (int i = 0; id && i < b->s.sync_count; i++) {
        if (b->s.syncs[i].id == id) return &b->s.syncs[i];
    }
    return NULL;
}

static bool is_unfinished(const CsTask *t) {
    return t && t->state < CS_TASK_DONE;
}

static void add_holder(const Snap *b, CsWaitEdge *edge, uint32_t id) {
    if (is_unfinished(find_task(b, id))) edge->holders[edge->holder_count++] = id;
}

/* Who has what a task waits for: a lock's owner, those with a permit. */
static void add_holders_of(Snap *b, CsWaitEdge *edge, const CsTask *t) {
    const CsSync *s = find_sync(b, t->waits.about);
    bool lock = s && t->waits.what == CS_WHAT_LOCK;
    bool permit = s && t->waits.what == CS_WHAT_SEMAPHORE;
    if (!lock && !permit) return;
    edge->held = true;
    edge->thing = s->id;
    /* All who wait for the same thing share one list. */
    const CsWaitEdge *last = edge > b->s.waits ? edge - 1 : NULL;
    if (last && last->held && last->thing == s->id) {
        edge->holders = last->holders;
        edge->holder_count = last->holder_count;
        return;
    }
    edge->holders = snap_alloc(b, ((size_t)s->holder_count + 1) * sizeof(uint32_t));
    if (b->failed) return;
    if (lock && s->owner) edge->holders[edge->holder_count++] = s->owner;
    for (int i = 0; permit && i < s->holder_count; i++) {
        edge->holders[edge->holder_count++] = s->holders[i];
    }
}

/* The threads that the task started and that are not at their end: what it waits for is theirs. */
static void add_threads_of(Snap *b, CsWaitEdge *edge) {
    size_t room = b->e->vm->threads.alive;
    edge->holders = snap_alloc(b, (room + 1) * sizeof(uint32_t));
    for (const Thread *t = b->e->vm->threads.first; t && !b->failed; t = t->next) {
        bool own = t->launcher == edge->waiter && t->state != THREAD_FINISHED;
        if (own && (size_t)edge->holder_count < room) edge->holders[edge->holder_count++] = t->h.id;
    }
}

static const char *label_of(const Snap *b, uint32_t id) {
    const CsTask *t = find_task(b, id);
    if (t) return t->name;
    const CsFuture *f = cs_find_future(&b->s, id);
    return f ? f->label : "something";
}

static int line_of(const CsTask *t) {
    for (int k = t->frame_count; k-- > 0;) {
        if (!t->frames[k].library) return t->frames[k].line;
    }
    return 0;
}

static void add_task(Snap *b, const CsTask *t, CsWaitEdge *edge) {
    edge->waiter = t->id;
    bool same = strcmp(t->name, t->label) == 0;
    edge->name = snap_text(b, "%s (%s)", t->name, same ? t->coroutine : t->label);
    edge->thing = t->waits_future;
    edge->label = label_of(b, t->waits_future);
    edge->line = line_of(t);
    add_holders_of(b, edge, t);
    if (edge->held) return;
    edge->holders = snap_alloc(b, (size_t)t->waits_task_count * sizeof(uint32_t));
    for (int i = 0; i < t->waits_task_count && !b->failed; i++) {
        add_holder(b, edge, t->waits_tasks[i]);
    }
    if (!edge->holder_count && t->waits.what == CS_WHAT_FUTURE) add_threads_of(b, edge);
}

static void add_thread(Snap *b, const Thread *t, CsWaitEdge *edge) {
    edge->waiter = t->h.id;
    edge->name = snap_text(b, "thread %s", t->name ? t->name->text : "");
    edge->thing = t->waits_on ? t->waits_on->id : 0;
    const char *name = t->waits_on ? snap_variable(b, t->waits_on) : NULL;
    edge->label = name ? name : t->waits_on ? "a lock" : "the other threads";
    const Frame *f = t == b->e->vm->threads.current ? b->e->vm->top : t->top;
    while (f && !snap_is_users(b, f)) f = f->back;
    if (f) edge->line = (int)((const PFrame *)f)->line;
    for (const Thread *o = b->e->vm->threads.first; o; o = o->next) {
        bool awaited = OBJ(o) == t->waits_on;
        edge->held = !awaited && o->h.id == t->held_by && o != t;
        if (!awaited && !edge->held) continue;
        if (awaited) edge->label = snap_text(b, "thread %s", o->name ? o->name->text : "");
        edge->holders = snap_alloc(b, sizeof(uint32_t));
        if (!b->failed) edge->holders[edge->holder_count++] = o->h.id;
        break;
    }
}

static void add_all(Snap *b) {
    const Threads *threads = &b->e->vm->threads;
    size_t room = (size_t)b->s.task_count + threads->alive;
    b->s.waits = snap_alloc(b, room * sizeof(CsWaitEdge));
    for (int i = 0; i < b->s.task_count && !b->failed; i++) {
        const CsTask *t = &b->s.tasks[i];
        bool waits =
            t->waits_future && (t->state == CS_TASK_WAITING || t->state == CS_TASK_CANCELLING);
        if (waits) add_task(b, t, &b->s.waits[b->s.wait_count++]);
    }
    b->task_edges = b->s.wait_count;
    for (const Thread *t = threads->first; t && !b->failed; t = t->next) {
        bool room_left = (size_t)b->s.wait_count < room;
        if (t->state == THREAD_BLOCKED && room_left) {
            add_thread(b, t, &b->s.waits[b->s.wait_count++]);
        }
    }
}

/* ---- Circles ------------------------------------------------------------------------------- */

/* A walk along the holders, without recursion: each edge is entered once. */
typedef struct {
    Snap *b;
    int *path, *next; /* the edges of the walk, and which holder of each comes next */
    int depth;
    uint8_t *seen; /* by edge: 1 on the path, 2 left */
    int circles;
    const uint32_t *left; /* the list of holders that was walked to its end last */
} Walk;

/* Tasks come first, as they stand in the snapshot; threads are few. */
static int edge_of(const Snap *b, uint32_t waiter) {
    int low = 0, high = b->s.tasks_by_id ? b->task_edges : 0;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (b->s.waits[middle].waiter < waiter)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < b->s.wait_count && b->s.waits[low].waiter == waiter) return low;
    for (int i = b->s.tasks_by_id ? b->task_edges : 0; i < b->s.wait_count; i++) {
        if (b->s.waits[i].waiter == waiter) return i;
    }
    return -1;
}

static void enter(Walk *w, int edge) {
    w->path[w->depth] = edge;
    w->next[w->depth++] = 0;
    w->seen[edge] = 1;
}

/* The path from this edge on comes back to it. */
static void close_circle(Walk *w, int edge) {
    int from = w->depth;
    while (w->path[from - 1] != edge) from--;
    w->circles++;
    for (int i = from - 1; i < w->depth; i++) w->b->s.waits[w->path[i]].circle = w->circles;
}

static void walk_from(Walk *w, int edge) {
    enter(w, edge);
    while (w->depth > 0) {
        int at = w->path[w->depth - 1];
        const CsWaitEdge *here = &w->b->s.waits[at];
        bool left = here->holders && here->holders == w->left; /* and leads nowhere new */
        if (left || w->next[w->depth - 1] == here->holder_count) {
            w->left = here->holders;
            w->seen[at] = 2;
            w->depth--;
            continue;
        }
        int to = edge_of(w->b, here->holders[w->next[w->depth - 1]++]);
        if (to < 0 || w->seen[to] == 2) continue;
        if (w->seen[to] == 0) {
            enter(w, to);
        } else if (!w->b->s.waits[to].circle) {
            close_circle(w, to);
        }
    }
}

static void find_circles(Snap *b) {
    size_t count = (size_t)b->s.wait_count;
    Walk w = {.b = b,
              .path = snap_alloc(b, (count + 1) * sizeof(int)),
              .next = snap_alloc(b, (count + 1) * sizeof(int)),
              .seen = snap_alloc(b, count + 1)};
    for (int i = 0; i < b->s.wait_count && !b->failed; i++) {
        if (!w.seen[i]) walk_from(&w, i);
    }
}

static int holder_in_circle(const Snap *b, const CsWaitEdge *edge) {
    for (int i = 0; i < edge->holder_count; i++) {
        int to = edge_of(b, edge->holders[i]);
        if (to >= 0 && b->s.waits[to].circle == edge->circle) return to;
    }
    return -1;
}

/* Circles first, from one who waits to whom it waits for. */
static void order(Snap *b) {
    int count = b->s.wait_count, used = 0;
    CsWaitEdge *sorted = snap_alloc(b, (size_t)count * sizeof *sorted);
    uint8_t *taken = snap_alloc(b, (size_t)count + 1);
    if (b->failed) return;
    for (int i = 0; i < count; i++) {
        int at = b->s.waits[i].circle ? i : -1;
        for (; at >= 0 && !taken[at]; at = holder_in_circle(b, &b->s.waits[at])) {
            taken[at] = 1;
            sorted[used++] = b->s.waits[at];
        }
    }
    for (int i = 0; i < count; i++) {
        if (!taken[i]) sorted[used++] = b->s.waits[i];
    }
    b->s.waits = sorted;
}

void snap_waits(Snap *b) {
    add_all(b);
    if (b->failed) return;
    find_circles(b);
    order(b);
}
