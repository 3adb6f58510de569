#include "api/leaks.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "aio/aio.h"
#include "api/engine_api.h"
#include "object/str.h"
#include "object/weakref.h"
#include "object/wrapper.h"
#include "vm/frame.h"
#include "vm/vm.h"

/* A live block of the heap. */
typedef struct {
    unsigned char *start;
    size_t size;
    uint32_t found; /* references to its start */
    bool object;
} LiveBlock;

typedef struct {
    Engine *e;
    LiveBlock *blocks; /* by address */
    size_t count, capacity;
    bool failed;
} Survey;

/* Fields that point at an object without being counted. */
typedef struct {
    Layout layout;
    uint32_t offset;
} Borrowed;

static const Borrowed borrowed_fields[] = {
    {LAYOUT_TYPE, offsetof(Type, older)},
    {LAYOUT_TYPE, offsetof(Type, newer)},
    {LAYOUT_FRAME, offsetof(PFrame, builtins)},
    {LAYOUT_FRAME, offsetof(PFrame, gen)},
    {LAYOUT_GEN, offsetof(Gen, prev_agen)},
    {LAYOUT_GEN, offsetof(Gen, next_agen)},
    {LAYOUT_FUTURE, offsetof(AioFuture, prev)},
    {LAYOUT_FUTURE, offsetof(AioFuture, next)},
    {LAYOUT_HANDLE, offsetof(AioHandle, loop)},
    {LAYOUT_LOOP, offsetof(AioLoop, ready_tail)},
    {LAYOUT_LOOP, offsetof(AioLoop, first_agen)},
    {LAYOUT_LOOP, offsetof(AioLoop, last_agen)},
    {LAYOUT_PRIMITIVE, offsetof(AioPrimitive, prev)},
    {LAYOUT_PRIMITIVE, offsetof(AioPrimitive, next)},
};

static void add_block(void *context, void *start, size_t size) {
    Survey *s = context;
    if (s->failed) return;
    if (s->count == s->capacity) {
        size_t capacity = s->capacity ? s->capacity * 2 : 4096;
        LiveBlock *grown = realloc(s->blocks, capacity * sizeof *grown);
        if (!grown) {
            s->failed = true;
            return;
        }
        s->blocks = grown;
        s->capacity = capacity;
    }
    s->blocks[s->count++] = (LiveBlock){.start = start, .size = size};
}

static LiveBlock *block_at(const Survey *s, const void *start) {
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->blocks[middle].start < (const unsigned char *)start) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < s->count && s->blocks[low].start == start ? &s->blocks[low] : NULL;
}

static void *word_at(const void *place) {
    void *word;
    memcpy(&word, place, sizeof word);
    return word;
}

/* ---- which blocks are objects ---------------------------------------------------------------- */

static bool in_arena(const Survey *s, const void *p) {
    const Arena *a = &s->e->arena;
    return (const unsigned char *)p >= a->base && (const unsigned char *)p < a->base + a->size;
}

static bool is_built_in(const Engine *e, const Type *type) {
    for (int id = 0; id < TYPE_COUNT; id++) {
        if (e->types[id] == type) return true;
    }
    return false;
}

static bool is_class(const Survey *s, const Type *type) {
    if (is_built_in(s->e, type)) return true;
    for (const Type *t = *s->e->newest_class; t; t = t->older) {
        if (t == type) return true;
    }
    return false;
}

/* Other blocks hold items, tables, numbers: what begins with an address is one of those. */
static bool is_object(const Survey *s, const LiveBlock *b) {
    if (b->size < sizeof(Obj) || in_arena(s, word_at(b->start))) return false;
    const Obj *o = (const Obj *)(const void *)b->start;
    return o->refs > 0 && o->id > 0 && o->id <= *s->e->next_id && is_class(s, o->type);
}

/* ---- references ------------------------------------------------------------------------------ */

static void count_words(Survey *s, const void *start, size_t size) {
    const unsigned char *bytes = start;
    for (size_t at = 0; at + sizeof(void *) <= size; at += sizeof(void *)) {
        LiveBlock *to = block_at(s, word_at(bytes + at));
        if (to) to->found++;
    }
}

static void discount(Survey *s, const void *pointer) {
    LiveBlock *to = pointer ? block_at(s, pointer) : NULL;
    if (to && to->found > 0) to->found--;
}

static void discount_fields(Survey *s, Obj *o) {
    for (size_t i = 0; i < COUNT_OF(borrowed_fields); i++) {
        const Borrowed *field = &borrowed_fields[i];
        bool frame = field->layout == LAYOUT_FRAME && !IS(s->e, o, frame);
        if (o->type->layout != field->layout || frame) continue;
        discount(s, word_at((const unsigned char *)o + field->offset));
    }
    if (obj_is(o, TYPE(s->e, weakref))) {
        discount(s, WEAKREF(o)->referent);
        discount(s, WEAKREF(o)->older);
        discount(s, WEAKREF(o)->newer);
    }
    if (IS(s->e, o, member_descriptor)) discount(s, MEMBER(o)->owner);
    if (IS(s->e, o, getset_descriptor)) discount(s, GETSET(o)->owner);
    if (o->type->weak_offset) discount(s, word_at(obj_place(o, o->type->weak_offset)));
}

/* The engine's own places that borrow: the ends of chains, and who runs. */
static void discount_engine(Survey *s) {
    const AioState *aio = s->e->aio;
    const void *places[] = {s->e->vm->newest_class, aio->running_loop,  aio->current_task,
                            aio->told_handle,       aio->first_future,  aio->last_future,
                            aio->first_primitive,   aio->last_primitive};
    for (size_t i = 0; i < COUNT_OF(places); i++) discount(s, places[i]);
}

static void count_references(Survey *s) {
    ArenaRange ranges[2];
    arena_ranges(&s->e->arena, ranges);
    count_words(s, s->e->arena.base + ranges[0].start, ranges[0].end - ranges[0].start);
    for (size_t i = 0; i < s->count; i++) { count_words(s, s->blocks[i].start, s->blocks[i].size); }
    for (size_t i = 0; i < s->count; i++) {
        if (s->blocks[i].object) discount_fields(s, (Obj *)(void *)s->blocks[i].start);
    }
    discount_engine(s);
}

/* False: no memory. */
static bool survey(Survey *s, CsEngine *e) {
    *s = (Survey){.e = e};
    if (!arena_visit(&e->arena, add_block, s) || s->failed) {
        free(s->blocks);
        return false;
    }
    for (size_t i = 0; i < s->count; i++) s->blocks[i].object = is_object(s, &s->blocks[i]);
    return true;
}

static bool is_counted(const LiveBlock *b) {
    return b->object && ((const Obj *)(const void *)b->start)->refs < IMMORTAL;
}

size_t cs_leaks(CsEngine *e, CsLeak *leaks, size_t room) {
    Survey s;
    if (!survey(&s, e)) return SIZE_MAX;
    count_references(&s);
    size_t count = 0;
    for (size_t i = 0; i < s.count; i++) {
        const Obj *o = (const Obj *)(const void *)s.blocks[i].start;
        if (!is_counted(&s.blocks[i]) || o->refs <= s.blocks[i].found) continue;
        if (count < room) {
            leaks[count] = (CsLeak){o->id, o->refs, s.blocks[i].found, o->type->name->text};
        }
        count++;
    }
    free(s.blocks);
    return count;
}

size_t cs_living(CsEngine *e) {
    Survey s;
    if (!survey(&s, e)) return SIZE_MAX;
    size_t count = 0;
    for (size_t i = 0; i < s.count; i++) count += is_counted(&s.blocks[i]);
    free(s.blocks);
    return count;
}
