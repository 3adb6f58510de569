#include "vm/left_over.h"

#include "base/arena.h"
#include "object/error.h"
#include "object/list.h"
#include "vm/frame.h"
#include "vm/gen.h"
#include "vm/vm.h"
#include "vm/warn.h"

typedef struct {
    Engine *e;
    Gen *next;
    uint32_t after; /* only those made later than the one with this id */
} Search;

static bool in_arena(const Engine *e, const void *p) {
    const unsigned char *at = p;
    return at >= e->arena.base && at < e->arena.base + e->arena.size;
}

/* A block may hold anything; only the frame of a coroutine points back at it. */
static bool is_waiting_coroutine(const Engine *e, const Gen *g) {
    if (g->h.type != TYPE(e, coroutine) || g->h.refs == 0 || !in_arena(e, g->frame)) return false;
    return g->frame->gen == g && g->state == GEN_CREATED && !g->finalized && !g->kept;
}

static void look(void *context, void *block, size_t size) {
    Search *s = context;
    Gen *g = block;
    if (size < sizeof(Gen) || !is_waiting_coroutine(s->e, g) || g->h.id <= s->after) return;
    if (!s->next || g->h.id < s->next->h.id) s->next = g;
}

void left_over_warn(Engine *e) {
    Search s = {.e = e};
    if (e->hooks.keep && !e->vm->aborting) e->hooks.keep(e);
    /* An uncaught exception holds its circle until CPython has taken warnings apart: then none
     * tells of tracemalloc. */
    while (!e->vm->aborting && arena_visit(&e->arena, look, &s) && s.next) {
        Gen *g = s.next;
        s.after = g->h.id;
        s.next = NULL;
        g->finalized = 1;
        incref(OBJ(g));
        warn_never_awaited(e, g, !e->vm->exception_text);
        decref(e, OBJ(g));
    }
}
