#include <string.h>

#include "object/error.h"
#include "object/iter.h"
#include "object/list.h"

/* Drops references after the list is whole again: that may run code that looks at it. */
static void drop_all(Engine *e, Obj **items, size_t count) {
    while (count > 0) decref(e, items[--count]);
    arena_free(&e->arena, items);
}

/* A block for the references that leave the list; *block is NULL when there are none. */
static bool make_block(Engine *e, size_t count, Obj ***block) {
    *block = count == 0 ? NULL : arena_alloc(&e->arena, count * sizeof(Obj *));
    if (count > 0 && !*block) err_memory(e);
    return count == 0 || *block;
}

bool list_replace(Engine *e, List *l, int64_t start, int64_t stop, Obj *const *values,
                  size_t count) {
    if (stop < start) stop = start;
    size_t gone = (size_t)(stop - start), tail = (size_t)(l->size - stop);
    Obj **dropped;
    if (!make_block(e, gone, &dropped)) return false;
    if (!list_reserve(e, l, l->size - gone + count)) {
        arena_free(&e->arena, dropped);
        return false;
    }
    if (gone > 0) memcpy(dropped, l->items + start, gone * sizeof(Obj *));
    if (tail > 0) memmove(l->items + start + count, l->items + stop, tail * sizeof(Obj *));
    seq_copy(l->items + start, values, 0, 1, (int64_t)count);
    uint32_t size = (uint32_t)(l->size - gone + count);
    for (uint32_t i = size; i < l->size; i++) l->items[i] = NULL;
    l->size = size;
    drop_all(e, dropped, gone);
    return true;
}

/* del l[at], where at.step is not 1: the survivors close ranks. */
static bool delete_stepped(Engine *e, List *l, SliceIndices at) {
    if (at.count == 0) return true;
    if (at.step < 0) {
        at.start += at.step * (at.count - 1);
        at.step = -at.step;
    }
    Obj **dropped;
    if (!make_block(e, (size_t)at.count, &dropped)) return false;
    int64_t to = at.start, taken = 0;
    for (int64_t from = at.start; from < (int64_t)l->size; from++) {
        bool leaves = taken < at.count && from == at.start + taken * at.step;
        if (leaves) dropped[taken++] = l->items[from];
        if (!leaves) l->items[to++] = l->items[from];
    }
    for (int64_t i = to; i < (int64_t)l->size; i++) l->items[i] = NULL;
    l->size = (uint32_t)to;
    drop_all(e, dropped, (size_t)at.count);
    return true;
}

static bool assign_stepped(Engine *e, List *l, SliceIndices at, const List *values) {
    if ((int64_t)values->size != at.count) {
        return err_false(e, T_ValueError,
                         "attempt to assign sequence of size %u to extended slice of size %lld",
                         (unsigned)values->size, (long long)at.count);
    }
    Obj **dropped;
    if (!make_block(e, (size_t)at.count, &dropped)) return false;
    for (int64_t i = 0; i < at.count; i++) {
        Obj **place = &l->items[at.start + i * at.step];
        dropped[i] = *place;
        *place = incref(values->items[i]);
    }
    drop_all(e, dropped, (size_t)at.count);
    return true;
}

bool list_assign_slice(Engine *e, List *l, Slice *s, const List *values) {
    SliceIndices at;
    if (!slice_unpack(e, s, &at)) return false;
    slice_adjust(&at, l->size);
    if (values == l) {
        List *copy = list_of(e, l->items, l->size);
        bool ok = copy && list_assign_slice(e, l, s, copy);
        xdecref(e, copy);
        return ok;
    }
    if (at.step == 1) {
        return list_replace(e, l, at.start, at.stop, values ? values->items : NULL,
                            values ? values->size : 0);
    }
    return values ? assign_stepped(e, l, at, values) : delete_stepped(e, l, at);
}

static Res assign_slice(Engine *e, List *l, Slice *s, Obj *value) {
    if (!value) return list_assign_slice(e, l, s, NULL) ? R_OK : R_ERR;
    bool needs_call;
    SliceIndices at;
    if (!slice_unpack(e, s, &at)) return R_ERR;
    List *values = list_from_native(e, value, &needs_call);
    if (!values && !needs_call) return R_ERR;
    if (!values) return err_res(e, T_TypeError, "must assign iterable to extended slice");
    bool ok = list_assign_slice(e, l, s, values);
    decref(e, values);
    return ok ? R_OK : R_ERR;
}

Res list_setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    List *l = LIST(o);
    if (HAS_LAYOUT(key, SLICE)) return assign_slice(e, l, SLICE(key), value);
    int64_t i;
    if (!seq_key(e, "list", key, &i)) return R_ERR;
    if (!seq_index(&i, l->size)) {
        return err_res(e, T_IndexError, "list assignment index out of range");
    }
    if (value) {
        set_ref(e, l->items[i], incref(value));
        return R_OK;
    }
    Obj *item = list_pop(e, l, i);
    decref(e, item);
    return R_OK;
}

static Res get_slice(Engine *e, List *l, Slice *s, Obj **out) {
    SliceIndices at;
    if (!slice_unpack(e, s, &at)) return R_ERR;
    slice_adjust(&at, l->size);
    List *part = list_new(e, (size_t)at.count);
    if (!part) return R_ERR;
    seq_copy(part->items, l->items, at.start, at.step, at.count);
    part->size = (uint32_t)at.count;
    *out = OBJ(part);
    return R_OK;
}

Res list_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    List *l = LIST(o);
    if (HAS_LAYOUT(key, SLICE)) return get_slice(e, l, SLICE(key), out);
    int64_t i;
    if (!seq_key(e, "list", key, &i)) return R_ERR;
    if (!seq_index(&i, l->size)) return err_res(e, T_IndexError, "list index out of range");
    *out = incref(l->items[i]);
    return R_OK;
}
