/* asyncio.Queue's way when nobody has changed the queue's methods and nobody has to wait: what
 * put_nowait() and get_nowait() of the library do in Python, in one call. */
#include "aio/aio.h"
#include "lib/lib_deque.h"
#include "lib/lib_parts.h"
#include "object/function.h"
#include "object/int.h"
#include "vm/vm.h"

/* The values that the queue's attributes have, borrowed. */
typedef struct {
    AioPrimitive *queue;
    Deque *items, *waiters;
    uint32_t served; /* waiters that leave the line: the last of them gets its turn */
} Line;

/* The class, and not the instance, gives these very functions of Queue. */
static bool has_methods(Engine *e, Obj *o, const Tuple *methods) {
    const Type *type = o->type;
    const Dict *own = ((const AioPrimitive *)o)->dict;
    if (!own || type->slots.getattr || type->slots.setattr) return false;
    for (uint32_t i = 0; i < methods->size; i++) {
        if (!IS(e, methods->items[i], function)) return false;
        const Str *name = FUNCTION(methods->items[i])->name;
        if (type_lookup(e, type, name) != methods->items[i]) return false;
        if (dict_find_str(own, name) >= 0) return false;
    }
    return true;
}

static Deque *get_deque(Engine *e, Dict *own, const Str *name) {
    Obj *found = dict_get_str(own, name);
    return found && IS(e, found, deque) && DEQUE(found)->maxlen < 0 ? DEQUE(found) : NULL;
}

/* Counts those in front who are done already, and the first who is not. False: one is no future of
 * ours, and may do anything. */
static bool count_served(Engine *e, Line *line) {
    for (uint32_t i = 0; i < line->waiters->size; i++) {
        const Obj *waiter = *deque_place(line->waiters, i);
        if (!IS(e, waiter, Future)) return false;
        line->served = i + 1;
        if (((const AioFuture *)waiter)->state == FUTURE_PENDING) break;
    }
    return true;
}

static bool read_line(Engine *e, Obj *o, Obj *methods, const Str *waiters, Line *line) {
    if (!HAS_LAYOUT(o, PRIMITIVE) || !IS(e, methods, tuple)) return false;
    if (!has_methods(e, o, (const Tuple *)methods)) return false;
    AioPrimitive *queue = (AioPrimitive *)o;
    *line = (Line){queue, get_deque(e, queue->dict, N(e, queue_)),
                   get_deque(e, queue->dict, waiters), 0};
    return line->items && line->waiters && count_served(e, line);
}

static bool serve(Engine *e, const Line *line) {
    bool ok = true;
    for (uint32_t i = 0; ok && i < line->served; i++) {
        AioFuture *waiter = FUTURE(deque_pop_left(line->waiters));
        bool waits = waiter->state == FUTURE_PENDING;
        ok = !waits || aio_future_set_result(e, waiter, e->none);
        decref(e, waiter);
    }
    return ok;
}

static bool has_room(Engine *e, const Line *line) {
    Dict *own = line->queue->dict;
    const Obj *size = dict_get_str(own, N(e, maxsize_));
    if (dict_get_str(own, N(e, is_shutdown_)) != e->false_) return false;
    if (!size || !IS(e, size, int) || int_is_big(size)) return false;
    return int_value(size) <= 0 || (int64_t)line->items->size < int_value(size);
}

/* The event behind join(), made by the queue itself; else NULL. */
static Dict *get_finished(Engine *e, const Line *line) {
    Obj *event = dict_get_str(line->queue->dict, N(e, finished_));
    if (!event || !HAS_LAYOUT(event, PRIMITIVE)) return NULL;
    const AioPrimitive *part = (const AioPrimitive *)event;
    return part->part_of == line->queue->h.id && part->part_what ? part->dict : NULL;
}

/* One more item to be done. False: memory, or *refused: the attributes are not the usual ones. */
static bool count_item(Engine *e, const Line *line, bool *refused) {
    Dict *own = line->queue->dict, *finished = get_finished(e, line);
    const Obj *count = dict_get_str(own, N(e, unfinished_tasks_));
    *refused = !finished || !count || !IS(e, count, int) || int_is_big(count) ||
               int_value(count) == INT64_MAX;
    if (*refused) return false;
    Obj *more = int_new(e, int_value(count) + 1);
    bool ok = more && dict_set_str(e, own, N(e, unfinished_tasks_), more) &&
              dict_set_str(e, finished, N(e, value_), e->false_);
    xdecref(e, more);
    return ok;
}

/* put_at_once(queue, item, methods): False: nothing is done. */
static Obj *put_at_once(Engine *e, Obj *const *a) {
    Line line;
    bool refused;
    if (!read_line(e, a[0], a[2], N(e, getters_), &line) || !has_room(e, &line)) return e->false_;
    if (!count_item(e, &line, &refused)) return refused ? e->false_ : NULL;
    if (!deque_append(e, line.items, a[1])) return NULL;
    aio_primitive_tell(e, line.queue, EVENT_QUEUE_PUT, e->vm->task_id);
    return serve(e, &line) ? e->true_ : NULL;
}

/* get_at_once(queue, methods): the item, or `methods`: nothing is done. */
static Obj *get_at_once(Engine *e, Obj *const *a) {
    Line line;
    if (!read_line(e, a[0], a[1], N(e, putters_), &line) || !line.items->size) return incref(a[1]);
    Obj *item = deque_pop_left(line.items);
    aio_primitive_tell(e, line.queue, EVENT_QUEUE_GOT, e->vm->task_id);
    if (serve(e, &line)) return item;
    decref(e, item);
    return NULL;
}

static const NativeDef queue_defs[] = {
    {.name = "put_at_once", .signature = "queue, item, methods, /", .fn = put_at_once},
    {.name = "get_at_once", .signature = "queue, methods, /", .fn = get_at_once},
    {0},
};

bool lib_queue_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, queue_defs);
}
