#include "api/look.h"

#include <stdlib.h>
#include <string.h>

#include "api/ask.h"
#include "api/snap.h"
#include "lib/lib_deque.h"
#include "object/bigint.h"
#include "object/error.h"
#include "object/exceptions.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/module.h"
#include "object/set.h"

enum { VALUE_MEMORY = 4 << 20, LONGEST_REPR = 16000 };

/* The value's own memory lies outside the arena, so that it stays when the asking is undone. */
typedef struct {
    CsLook v; /* first, so that a value's address is its holder's */
    Snap b;
} Value;

typedef struct {
    const CsLookPath *path;
    Value *out;
} Question;

/* What is in a value, from the place `first` on: names and objects, in the order of iteration,
 * attributes last. */
typedef struct {
    Snap *b;
    int first, most; /* most: so many are wanted */
    const char *names[CS_LOOK_ITEMS];
    Obj *objects[CS_LOOK_ITEMS];
    int count, total;
} Items;

/* ---- What is in it -------------------------------------------------------------------------- */

/* Whether the next one is to be told of: names of others need not be made. */
static bool is_wanted(const Items *in) {
    return in->total >= in->first && in->count < in->most;
}

static void add(Items *in, const char *name, Obj *o) {
    bool wanted = o && is_wanted(in);
    in->total++;
    if (!wanted) return;
    in->names[in->count] = name;
    in->objects[in->count++] = o;
}

static void add_at(Items *in, int index, Obj *o) {
    add(in, is_wanted(in) ? snap_text(in->b, "[%d]", index) : "", o);
}

static void add_pairs(Items *in, const Dict *d) {
    Obj *key, *value;
    for (uint32_t i = 0; d && dict_next(d, &i, &key, &value);) {
        add(in, is_wanted(in) ? snap_text(in->b, "[%s]", snap_value(in->b, key)) : "", value);
    }
}

static void add_elements(Items *in, const Set *s) {
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(s->items, &i, &key, &value);) add(in, "", key);
}

static int64_t length_of(Engine *e, Obj *o) {
    Obj *length = NULL;
    const TypeSlots *slots = &o->type->slots;
    bool told = slots->length && slots->length(e, o, &length) == R_OK && length;
    if (err_occurred(e)) decref(e, err_take(e));
    return told && HAS_LAYOUT(length, INT) ? int_value(length) : -1;
}

/* Its references to the items stay: all of it is undone with the asking. */
static void add_iterated(Items *in, Obj *o) {
    Engine *e = in->b->e;
    bool needs_call;
    Obj *item, *iterator = iter_over_native(e, o, &needs_call);
    while (iterator && in->count < in->most && iter_next_native(e, iterator, &item) == R_OK)
        add_at(in, in->total, item);
    if (err_occurred(e)) decref(e, err_take(e));
    int64_t length = length_of(e, o); /* what was not asked for counts too */
    if (length > in->total) in->total = length < INT32_MAX ? (int)length : INT32_MAX;
}

static void add_member(void *data, const char *name, Obj *value) {
    Items *in = data;
    add(in, is_wanted(in) ? snap_text(in->b, ".%s", name) : "", value);
}

static void add_attributes(Items *in, Obj *o) {
    Dict **dict = obj_dict_slot(o);
    Obj *key, *value;
    if (!dict || !*dict) return;
    for (uint32_t i = 0; dict_next(*dict, &i, &key, &value);)
        if (HAS_LAYOUT(key, STR)) add(in, snap_text(in->b, ".%s", STR(key)->text), value);
}

static bool is_text(const Obj *o) {
    return HAS_LAYOUT(o, STR) || HAS_LAYOUT(o, BYTES) || HAS_LAYOUT(o, RANGE);
}

static void look_into(Items *in, Obj *o) {
    uint32_t size = 0;
    Obj *const *items = NULL;
    if (HAS_LAYOUT(o, TUPLE)) size = TUPLE(o)->size, items = TUPLE(o)->items;
    if (HAS_LAYOUT(o, LIST)) size = LIST(o)->size, items = LIST(o)->items;
    for (uint32_t i = 0; i < size; i++) add_at(in, (int)i, items[i]);
    if (HAS_LAYOUT(o, DICT)) add_pairs(in, (const Dict *)o);
    if (HAS_LAYOUT(o, SET) || HAS_LAYOUT(o, FROZENSET)) add_elements(in, (const Set *)o);
    if (HAS_LAYOUT(o, EXC) && EXC(o)->args) {
        const Tuple *args = TUPLE(EXC(o)->args);
        for (uint32_t i = 0; i < args->size; i++)
            add(in, snap_text(in->b, ".args[%u]", (unsigned)i), args->items[i]);
    }
    if (o->type->layout == LAYOUT_OTHER && IS(in->b->e, o, deque))
        for (uint32_t i = 0; i < DEQUE(o)->size; i++) add_at(in, (int)i, *deque_place(DEQUE(o), i));
    bool other = !in->total && !is_text(o) && o->type->slots.length;
    if (other && iter_is_native_iterable(in->b->e, o)) add_iterated(in, o);
    if (HAS_LAYOUT(o, TYPE) || HAS_LAYOUT(o, MODULE)) return;
    snap_members(in->b->e, o, o->type, add_member, in);
    add_attributes(in, o);
}

/* ---- The way to it -------------------------------------------------------------------------- */

typedef struct {
    uint32_t id;
    const PFrame *found;
} FrameSearch;

static bool is_it(const PFrame *f, void *data) {
    FrameSearch *s = data;
    if (f->f.h.id == s->id) s->found = f;
    return s->found != NULL;
}

static Obj *variable(Engine *e, const PFrame *f, const char *name) {
    for (uint32_t i = 0; f->code->flags & CODE_OPTIMIZED && i < code_slots(f->code); i++)
        if (strcmp(f->code->local_names[i]->text, name) == 0) return pframe_slot_value(e, f, i);
    if (f->code->flags & CODE_OPTIMIZED) return NULL;
    const Dict *names = f->locals ? (const Dict *)f->locals : f->globals;
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(names, &i, &key, &value);)
        if (HAS_LAYOUT(key, STR) && strcmp(STR(key)->text, name) == 0) return value;
    return NULL;
}

static Obj *root(Snap *b, const CsLookPath *path) {
    if (*path->name) {
        FrameSearch s = {.id = path->holder};
        snap_each_frame(b, is_it, &s);
        return s.found ? variable(b->e, s.found, path->name) : NULL;
    }
    Obj *o = snap_find(b, path->holder);
    if (!o) return NULL;
    if (!aio_is_future(o)) return snap_attribute(b, o, "_queue");
    return FUTURE(o)->exception ? FUTURE(o)->exception : FUTURE(o)->result;
}

/* NULL: it is there no more. `*name` is as an expression would be. */
static Obj *find(Snap *b, const CsLookPath *path, const char **name) {
    Obj *o = root(b, path);
    *name = path->name;
    for (int i = 0; o && i < path->depth; i++) {
        Items in = {.b = b, .first = (int)path->items[i], .most = 1};
        look_into(&in, o);
        if (!in.count) return NULL;
        o = in.objects[0];
        *name = snap_text(b, "%s%s", *name, in.names[0]);
    }
    return o;
}

/* ---- Who holds it --------------------------------------------------------------------------- */

typedef struct {
    Snap *b;
    const Obj *object;
    CsLook *out;
} HolderSearch;

static void add_holder(HolderSearch *s, const char *name, const PFrame *f) {
    CsLook *v = s->out;
    const char *function = f && f->code->flags & CODE_OPTIMIZED ? f->code->name->text : "";
    uint32_t frame = f ? f->f.h.id : 0;
    for (int i = 0; i < v->holder_count; i++) {
        bool module = !*function && !*v->holders[i].function;
        if (strcmp(v->holders[i].name, name) == 0 && (module || v->holders[i].frame == frame))
            return;
    }
    if (v->holder_count == CS_LOOK_HOLDERS) return;
    v->holders[v->holder_count++] =
        (CsLookHolder){snap_text(s->b, "%s", name), snap_text(s->b, "%s", function), frame};
}

static bool holds(const PFrame *f, void *data) {
    HolderSearch *s = data;
    if (f->code->flags & CODE_LIBRARY || !(f->code->flags & CODE_OPTIMIZED)) return false;
    for (uint32_t i = 0; i < code_slots(f->code); i++) {
        const char *name = f->code->local_names[i]->text;
        if (pframe_slot_value(s->b->e, f, i) == s->object && *name != '.') add_holder(s, name, f);
    }
    return s->out->holder_count == CS_LOOK_HOLDERS;
}

/* Numbers, None, short texts of the program's code are everybody's. */
static void fill_holders(Snap *b, const Obj *o, CsLook *out) {
    HolderSearch s = {.b = b, .object = o, .out = out};
    out->holders = snap_alloc(b, CS_LOOK_HOLDERS * sizeof *out->holders);
    if (b->failed || o->refs >= IMMORTAL) return;
    snap_each_frame(b, holds, &s);
    Obj *key, *value;
    const Obj *module = b->e->vm->main_module;
    for (uint32_t i = 0; module && dict_next(MODULE(module)->dict, &i, &key, &value);)
        if (value == o && HAS_LAYOUT(key, STR)) add_holder(&s, STR(key)->text, NULL);
}

/* ---- The value ------------------------------------------------------------------------------ */

static void fill_items(Snap *b, Obj *o, int first, CsLook *out) {
    Items in = {.b = b, .first = first, .most = CS_LOOK_ITEMS};
    look_into(&in, o);
    out->item_first = first;
    out->item_total = in.total;
    out->items = snap_alloc(b, (size_t)in.count * sizeof *out->items);
    for (int i = 0; i < in.count && !b->failed; i++) {
        const Obj *item = in.objects[i];
        bool thing = snap_find(b, item->id) == item;
        out->items[out->item_count++] =
            (CsLookItem){in.names[i], snap_value(b, item), thing ? item->id : 0};
    }
}

static const char *keep_repr(Snap *b, const char *text) {
    size_t size = strlen(text);
    bool cut = size > LONGEST_REPR;
    if (cut) size = LONGEST_REPR;
    while (cut && ((unsigned char)text[size] & 0xC0) == 0x80) size--;
    char *copy = snap_alloc(b, size + 4);
    if (b->failed) return "";
    memcpy(copy, text, size);
    memcpy(copy + size, cut ? "\xE2\x80\xA6" : "", cut ? 4 : 1);
    return copy;
}

/* The rest is read before: this may run the program's code. */
static void fill_shown(Snap *b, Obj *o, CsLook *out) {
    char error[200];
    out->length = length_of(b->e, o);
    const Str *told = obj_repr(b->e, o);
    if (!told) ask_say_error(b->e, error, sizeof error);
    out->repr = keep_repr(b, told ? told->text : error);
}

static bool answer(Engine *e, const void *question, char *text, size_t size) {
    const Question *q = question;
    Snap *b = &q->out->b;
    CsLook *v = &q->out->v;
    (void)text, (void)size;
    b->e = e;
    Obj *o = find(b, q->path, &v->name);
    if (!o) return false;
    v->type = snap_text(b, "%s", type_name(o));
    v->name = snap_text(b, "%s", v->name);
    v->length = -1;
    fill_items(b, o, (int)q->path->first, v);
    fill_holders(b, o, v);
    if (!b->failed) fill_shown(b, o, v);
    return !b->failed;
}

CsLook *cs_look(CsEngine *e, const CsLookPath *path) {
    char text[200];
    Value *v = calloc(1, sizeof *v);
    if (!v) return NULL;
    region_init(&v->b.memory, VALUE_MEMORY);
    if (ask_now(e, answer, &(Question){path, v}, text, sizeof text)) return &v->v;
    cs_look_free(&v->v);
    return NULL;
}

void cs_look_free(CsLook *v) {
    if (!v) return;
    Value *own = (Value *)(void *)v;
    region_clear(&own->b.memory);
    free(own);
}
