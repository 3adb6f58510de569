#include "api/snap.h"

#include <string.h>

#include "lib/lib_deque.h"
#include "object/int.h"
#include "object/list.h"

/* Queues, locks and events: read from the attributes of the library's objects. */

Obj *snap_attribute(Snap *b, Obj *o, const char *name) {
    (void)b;
    Dict **dict = obj_dict_slot(o);
    if (!dict || !*dict) return NULL;
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(*dict, &i, &key, &value);) {
        if (HAS_LAYOUT(key, STR) && strcmp(STR(key)->text, name) == 0) return value;
    }
    return NULL;
}

static bool has_base(const Obj *o, const char *name) {
    const Tuple *mro = o->type->mro;
    for (uint32_t i = 0; i < mro->size; i++) {
        const Type *t = (const Type *)mro->items[i];
        bool library = t->module && HAS_LAYOUT(t->module, STR) &&
                       strncmp(STR(t->module)->text, "asyncio", 7) == 0;
        if (library && str_equal_text(t->name, name)) return true;
    }
    return false;
}

static bool is_deque(const Obj *o) {
    return o->type->slots.construct == deque_construct;
}

static int64_t sequence_size(const Obj *o) {
    if (HAS_LAYOUT(o, LIST)) return LIST(o)->size;
    return is_deque(o) ? DEQUE(o)->size : 0;
}

/* The items of a deque or list, borrowed, in order. */
static Obj **items_of(Snap *b, Obj *o, int *count) {
    *count = 0;
    if (!o) return NULL;
    int64_t size = sequence_size(o);
    Obj **items = snap_alloc(b, (size_t)size * sizeof(Obj *));
    if (b->failed) return NULL;
    for (int64_t i = 0; i < size; i++)
        items[(*count)++] =
            HAS_LAYOUT(o, LIST) ? LIST(o)->items[i] : *deque_place(DEQUE(o), (uint32_t)i);
    return items;
}

/* The tasks that await the futures in line, in order. */
static uint32_t *line_of(Snap *b, Obj *line, int *count) {
    int size;
    Obj **futures = items_of(b, line, &size);
    uint32_t *tasks = snap_alloc(b, (size_t)size * sizeof(uint32_t));
    *count = 0;
    for (int i = 0; i < size && !b->failed; i++) {
        const AioFuture *f = FUTURE(futures[i]);
        if (aio_is_future(futures[i]) && f->state == FUTURE_PENDING && f->waiter_count) {
            tasks[(*count)++] = f->waiters[0];
        }
    }
    return tasks;
}

static int number_of(Snap *b, Obj *o, const char *name) {
    Obj *value = snap_attribute(b, o, name);
    return value && HAS_LAYOUT(value, INT) ? (int)int_value(value) : 0;
}

static void fill_queue(Snap *b, Obj *o, CsSync *out) {
    int count;
    out->maxsize = number_of(b, o, "_maxsize");
    out->unfinished = number_of(b, o, "_unfinished_tasks");
    Obj **items = items_of(b, snap_attribute(b, o, "_queue"), &count);
    out->items = snap_alloc(b, (size_t)count * sizeof(char *));
    for (int i = 0; i < count && !b->failed; i++) {
        out->items[out->item_count++] = snap_value(b, items[i]);
    }
    out->getters = line_of(b, snap_attribute(b, o, "_getters"), &out->getter_count);
    out->putters = line_of(b, snap_attribute(b, o, "_putters"), &out->putter_count);
}

/* Who acquired it last, while it is locked. */
static uint32_t lock_owner(const Engine *e, const Obj *lock) {
    const History *h = e->history;
    for (uint32_t i = e->vm->events; i-- > 0;) {
        const Event *r = &h->events[i];
        if (r->subject == lock->id && r->kind == EVENT_LOCK_ACQUIRED) return r->arg;
    }
    return 0;
}

static void fill_waiting(Snap *b, Obj *o, CsSync *out) {
    const Obj *flag = snap_attribute(b, o, out->kind == CS_SYNC_LOCK ? "_locked" : "_value");
    out->set = flag == b->e->true_;
    out->getters = line_of(b, snap_attribute(b, o, "_waiters"), &out->getter_count);
    if (out->kind == CS_SYNC_LOCK && out->set) out->owner = lock_owner(b->e, o);
}

static bool kind_of(const Obj *o, CsSyncKind *kind) {
    static const struct {
        const char *name;
        CsSyncKind kind;
    } kinds[] = {{"Queue", CS_SYNC_QUEUE}, {"Lock", CS_SYNC_LOCK}, {"Event", CS_SYNC_EVENT}};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (!has_base(o, kinds[i].name)) continue;
        *kind = kinds[i].kind;
        return true;
    }
    return false;
}

static const char *sync_name(Snap *b, const Obj *o, CsSyncKind kind) {
    static const char *const words[] = {"queue", "lock", "event"};
    const char *name = snap_variable(b, o);
    if (name) return name;
    int number = 1;
    for (int i = 0; i < b->s.sync_count; i++) number += b->s.syncs[i].kind == kind;
    return snap_text(b, "%s#%d", words[kind], number);
}

void snap_syncs(Snap *b) {
    size_t total = 0;
    for (const AioPrimitive *p = b->e->aio->first_primitive; p; p = p->next) total++;
    b->s.syncs = snap_alloc(b, total * sizeof(CsSync));
    for (AioPrimitive *p = b->e->aio->first_primitive; p && !b->failed; p = p->next) {
        CsSyncKind kind;
        if (!kind_of(OBJ(p), &kind) || snap_attribute(b, OBJ(p), "_internal")) continue;
        CsSync out = {.id = p->h.id,
                      .kind = kind,
                      .name = sync_name(b, OBJ(p), kind),
                      .type = snap_text(b, "%s", type_name(OBJ(p))),
                      .changed_event = p->last_event};
        if (kind == CS_SYNC_QUEUE) {
            fill_queue(b, OBJ(p), &out);
        } else {
            fill_waiting(b, OBJ(p), &out);
        }
        b->s.syncs[b->s.sync_count++] = out;
    }
}
