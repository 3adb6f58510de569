#include "object/list.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"

/* ---- Storage ------------------------------------------------------------------------------- */

bool list_reserve(Engine *e, List *l, size_t capacity) {
    if (capacity <= l->capacity) return true;
    size_t wanted = capacity + capacity / 8 + 2;
    Obj **items = NULL;
    if (capacity <= SEQ_MAX) items = arena_realloc(&e->arena, l->items, wanted * sizeof(Obj *));
    if (!items) {
        err_memory(e);
        return false;
    }
    l->items = items;
    l->capacity = (uint32_t)(arena_usable(&e->arena, items) / sizeof(Obj *));
    return true;
}

/* Gives memory back when less than an eighth is in use: a quarter of a block is always a smaller
 * one of the arena. Failing to is no error. */
static void shrink(Engine *e, List *l) {
    if (l->capacity <= 16 || l->size >= l->capacity / 8) return;
    Obj **items = arena_realloc(&e->arena, l->items, (size_t)l->capacity / 4 * sizeof(Obj *));
    if (!items) return;
    l->items = items;
    l->capacity = (uint32_t)(arena_usable(&e->arena, items) / sizeof(Obj *));
}

List *list_new(Engine *e, size_t capacity) {
    List *l = LIST(obj_new(e, TYPE(e, list), sizeof(List)));
    if (l && capacity > 0 && !list_reserve(e, l, capacity)) {
        decref(e, l);
        return NULL;
    }
    return l;
}

List *list_of(Engine *e, Obj *const *items, size_t count) {
    List *l = list_new(e, count);
    if (!l) return NULL;
    seq_copy(l->items, items, 0, 1, (int64_t)count);
    l->size = (uint32_t)count;
    return l;
}

/* The list is empty before the first item is dropped: dropping may run code that looks at it. */
void list_clear(Engine *e, List *l) {
    if (l->capacity == 0) return;
    Obj **items = l->items;
    uint32_t size = l->size;
    l->items = NULL;
    l->size = l->capacity = 0;
    while (size > 0) obj_drop(e, items[--size]);
    arena_free(&e->arena, items);
}

static void release(Engine *e, Obj *o) {
    list_clear(e, LIST(o));
    drop_ref(e, LIST(o)->dict);
}

/* ---- Changing ------------------------------------------------------------------------------ */

bool list_append(Engine *e, List *l, Obj *item) {
    if (l->size == l->capacity && !list_reserve(e, l, (size_t)l->size + 1)) return false;
    l->items[l->size++] = incref(item);
    return true;
}

bool list_insert(Engine *e, List *l, int64_t index, Obj *item) {
    if (index < 0) index += l->size;
    if (index < 0) index = 0;
    if (index > (int64_t)l->size) index = l->size;
    if (!list_reserve(e, l, (size_t)l->size + 1)) return false;
    memmove(l->items + index + 1, l->items + index, (size_t)(l->size - index) * sizeof(Obj *));
    l->items[index] = incref(item);
    l->size++;
    return true;
}

/* Takes one item out; the caller gets the list's reference. */
static Obj *take_item(Engine *e, List *l, int64_t index) {
    Obj *item = l->items[index];
    l->size--;
    memmove(l->items + index, l->items + index + 1, (size_t)(l->size - index) * sizeof(Obj *));
    l->items[l->size] = NULL;
    shrink(e, l);
    return item;
}

Obj *list_pop(Engine *e, List *l, int64_t index) {
    if (l->size == 0) return err_null(e, T_IndexError, "pop from empty list");
    if (!seq_index(&index, l->size)) return err_null(e, T_IndexError, "pop index out of range");
    return take_item(e, l, index);
}

static bool extend_array(Engine *e, List *l, Obj *sequence) {
    size_t count = seq_view(sequence).size;
    if (count == 0) return true;
    if (!list_reserve(e, l, l->size + count)) return false;
    seq_copy(l->items + l->size, seq_view(sequence).items, 0, 1, (int64_t)count);
    l->size += (uint32_t)count;
    return true;
}

bool list_extend_native(Engine *e, List *l, Obj *iterable, bool *needs_call) {
    *needs_call = false;
    if (IS(e, iterable, list) || IS(e, iterable, tuple)) return extend_array(e, l, iterable);
    Obj *iterator = iter_over_native(e, iterable, needs_call), *item;
    if (!iterator) return false;
    Res r;
    while ((r = iter_next_native(e, iterator, &item)) == R_OK) {
        bool ok = list_append(e, l, item);
        decref(e, item);
        if (!ok) {
            r = R_ERR;
            break;
        }
    }
    decref(e, iterator);
    return r == R_STOP;
}

List *list_from_native(Engine *e, Obj *iterable, bool *needs_call) {
    *needs_call = false;
    List *l = list_new(e, 0);
    if (l && !list_extend_native(e, l, iterable, needs_call)) clear_ref(e, l);
    return l;
}

/* ---- Operators ----------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    if (LIST(o)->size == 0) return OBJ(str_from(e, "[]"));
    return seq_repr(e, o, '[', ']');
}

static Res concat(Engine *e, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(a, LIST)) return R_NOTIMPL;
    if (!HAS_LAYOUT(b, LIST)) return seq_concat_refused(e, "list", b);
    List *l = list_new(e, (size_t)LIST(a)->size + LIST(b)->size);
    if (!l) return R_ERR;
    bool ok = extend_array(e, l, a) && extend_array(e, l, b);
    if (!ok) decref(e, l);
    *out = ok ? OBJ(l) : NULL;
    return ok ? R_OK : R_ERR;
}

/* Makes the list's `size` items stand there `count` times. */
static bool repeat_items(Engine *e, List *l, uint32_t size, int64_t count) {
    if (size > 0 && count > SEQ_MAX / (int64_t)size) {
        err_memory(e);
        return false;
    }
    if (!list_reserve(e, l, size * (size_t)count)) return false;
    for (int64_t i = 1; i < count; i++) seq_copy(l->items + i * size, l->items, 0, 1, size);
    l->size = (uint32_t)(size * count);
    return true;
}

static Res repeat(Engine *e, Obj *a, Obj *b, Obj **out) {
    bool first = HAS_LAYOUT(a, LIST);
    int64_t count;
    Res r = seq_repeat_count(e, a, b, first, &count);
    if (r != R_OK) return r;
    List *source = LIST(first ? a : b);
    List *l = count == 0 ? list_new(e, 0) : list_of(e, source->items, source->size);
    if (!l) return R_ERR;
    if (count > 1 && !repeat_items(e, l, l->size, count)) {
        decref(e, l);
        return R_ERR;
    }
    *out = OBJ(l);
    return R_OK;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD) return concat(e, a, b, out);
    if (op == OP_MUL) return repeat(e, a, b, out);
    return R_NOTIMPL;
}

static Res extend_inplace(Engine *e, Obj *a, Obj *b) {
    bool needs_call;
    if (list_extend_native(e, LIST(a), b, &needs_call)) return R_OK;
    if (needs_call) return err_res(e, T_TypeError, "'%s' object is not iterable", type_name(b));
    return R_ERR;
}

static Res repeat_inplace(Engine *e, Obj *a, Obj *b) {
    int64_t count;
    Res r = seq_repeat_count(e, a, b, true, &count);
    if (r != R_OK) return r;
    if (count == 0) list_clear(e, LIST(a));
    return count < 2 || repeat_items(e, LIST(a), LIST(a)->size, count) ? R_OK : R_ERR;
}

static Res inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op != OP_ADD && op != OP_MUL) return R_NOTIMPL;
    Res r = op == OP_ADD ? extend_inplace(e, a, b) : repeat_inplace(e, a, b);
    if (r == R_OK) *out = incref(a);
    return r;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = iter_new(e, T_list_iterator, o);
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *method_append(Engine *e, Obj *const *a) {
    return list_append(e, LIST(a[0]), a[1]) ? new_none(e) : NULL;
}

static Obj *method_clear(Engine *e, Obj *const *a) {
    list_clear(e, LIST(a[0]));
    return new_none(e);
}

static Obj *method_copy(Engine *e, Obj *const *a) {
    return OBJ(list_of(e, LIST(a[0])->items, LIST(a[0])->size));
}

static Obj *method_index(Engine *e, Obj *const *a) {
    size_t size = LIST(a[0])->size;
    int64_t start, stop, index;
    if (!seq_bound(e, a[2], size, 0, &start) || !seq_bound(e, a[3], size, INT64_MAX, &stop)) {
        return NULL;
    }
    if (!seq_find(e, a[0], a[1], start, stop, &index)) return NULL;
    if (index >= 0) return int_new(e, index);
    Str *repr_text = obj_repr(e, a[1]);
    if (!repr_text) return NULL;
    err_null(e, T_ValueError, "%s is not in list", repr_text->text);
    decref(e, repr_text);
    return NULL;
}

static Obj *method_insert(Engine *e, Obj *const *a) {
    int64_t index;
    if (!int_index(e, a[1], &index)) return NULL;
    return list_insert(e, LIST(a[0]), index, a[2]) ? new_none(e) : NULL;
}

static Obj *method_pop(Engine *e, Obj *const *a) {
    int64_t index = -1;
    if (a[1] && !int_index(e, a[1], &index)) return NULL;
    return list_pop(e, LIST(a[0]), index);
}

static Obj *method_remove(Engine *e, Obj *const *a) {
    List *l = LIST(a[0]);
    int64_t index;
    if (!seq_find(e, a[0], a[1], 0, INT64_MAX, &index)) return NULL;
    if (index < 0) return err_null(e, T_ValueError, "list.remove(x): x not in list");
    /* The comparison may have shortened the list. */
    if (index < (int64_t)l->size) decref(e, take_item(e, l, index));
    return new_none(e);
}

static Obj *method_reverse(Engine *e, Obj *const *a) {
    List *l = LIST(a[0]);
    for (uint32_t i = 0, j = l->size; i + 1 < j; i++) {
        Obj *item = l->items[i];
        l->items[i] = l->items[--j];
        l->items[j] = item;
    }
    return new_none(e);
}

static Obj *method_reversed(Engine *e, Obj *const *a) {
    return iter_new(e, T_list_reverseiterator, a[0]);
}

const NativeDef list_methods[] = {
    {.name = "append", .signature = "self, object, /", .fn = method_append},
    {.name = "clear", .signature = "self, /", .fn = method_clear},
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = "count", .signature = "self, value, /", .fn = seq_count},
    {.name = "index", .signature = "self, value, start=, stop=, /", .fn = method_index},
    {.name = "insert", .signature = "self, index, object, /", .fn = method_insert},
    {.name = "pop", .signature = "self, index=, /", .fn = method_pop},
    {.name = "remove", .signature = "self, value, /", .fn = method_remove},
    {.name = "reverse", .signature = "self, /", .fn = method_reverse},
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

const TypeSpec list_spec = {
    .name = "list",
    .base = T_object,
    .layout = LAYOUT_LIST,
    .size = sizeof(List),
    .flags = TYPE_BASE | TYPE_SEQUENCE,
    .dict_offset = offsetof(List, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash_refused,
            .truth = seq_truth,
            .length = seq_length,
            .binary = binary,
            .inplace = inplace,
            .compare = seq_compare,
            .getitem = list_getitem,
            .setitem = list_setitem,
            .contains = seq_contains,
            .iter = iter,
        },
    .methods = list_methods,
    .doc = "A sequence that can be changed.",
};
