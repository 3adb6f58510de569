#include "api/snap.h"

#include <stdlib.h>
#include <string.h>

#include "vm/vm.h"

/* Living objects by id: of ten thousand tasks, each with a future, nearly all are asked for. */

static Obj *walk_to(const Snap *b, uint32_t id) {
    const Engine *e = b->e;
    for (AioFuture *f = e->aio->first_future; f; f = f->next) {
        if (f->h.id == id) return OBJ(f);
    }
    for (AioPrimitive *p = e->aio->first_primitive; p; p = p->next) {
        if (p->h.id == id) return OBJ(p);
    }
    for (Thread *t = e->vm->threads.first; t; t = t->next) {
        if (t->h.id == id) return OBJ(t);
    }
    return NULL;
}

static bool list_with_room(Snap *b, SnapObjects *list, size_t room) {
    *list = (SnapObjects){snap_alloc(b, (room + 1) * sizeof *list->items), 0, true};
    return !b->failed;
}

static void add(SnapObjects *list, Obj *o) {
    if (list->count && list->items[list->count - 1].id >= o->id) list->by_id = false;
    list->items[list->count++] = (SnapObject){o->id, o};
}

/* As many as there have been tasks and more: a second walk would cost as much as the first. */
void snap_list_futures(Snap *b) {
    size_t room = 2 * API(b->e)->task_count + 64;
    if (!list_with_room(b, &b->futures, room)) return;
    for (AioFuture *f = b->e->aio->first_future; f; f = f->next) {
        if (b->futures.count == room) {
            SnapObjects less = b->futures;
            room *= 2;
            if (!list_with_room(b, &b->futures, room)) return;
            memcpy(b->futures.items, less.items, less.count * sizeof *less.items);
            b->futures.count = less.count;
            b->futures.by_id = less.by_id;
        }
        add(&b->futures, OBJ(f));
    }
}

static void list_others(Snap *b, SnapObjects *list) {
    size_t count = 0;
    for (const AioPrimitive *p = b->e->aio->first_primitive; p; p = p->next) count++;
    for (const Thread *t = b->e->vm->threads.first; t; t = t->next) count++;
    if (!list_with_room(b, list, count)) return;
    for (AioPrimitive *p = b->e->aio->first_primitive; p; p = p->next) add(list, OBJ(p));
    for (Thread *t = b->e->vm->threads.first; t; t = t->next) add(list, OBJ(t));
}

static int by_id(const void *a, const void *b) {
    uint32_t x = ((const SnapObject *)a)->id, y = ((const SnapObject *)b)->id;
    return (x > y) - (x < y);
}

/* The futures nearly always are in order of their ids already. */
static void index_objects(Snap *b) {
    if (!b->futures.items) snap_list_futures(b);
    b->found[0] = b->futures;
    list_others(b, &b->found[1]);
    for (int i = 0; i < 2 && !b->failed; i++) {
        SnapObjects *list = &b->found[i], from = *list;
        if (list->by_id || !list_with_room(b, list, from.count)) continue;
        list->count = from.count;
        memcpy(list->items, from.items, from.count * sizeof *from.items);
        qsort(list->items, list->count, sizeof *list->items, by_id);
    }
}

static Obj *find_listed(const SnapObjects *list, uint32_t id) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < list->count && list->items[low].id == id ? list->items[low].object : NULL;
}

Obj *snap_find(Snap *b, uint32_t id) {
    enum { OFTEN = 8 };
    if (b->asked++ < OFTEN || b->failed) return walk_to(b, id);
    if (!b->found[1].items) index_objects(b);
    if (b->failed) return NULL;
    Obj *o = find_listed(&b->found[0], id);
    return o ? o : find_listed(&b->found[1], id);
}
