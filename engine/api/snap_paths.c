#include "api/snap.h"

#include <string.h>

#include "object/module.h"
#include "vm/vm.h"

/* Names of things that no variable is bound to: "pool.free", by the attributes of the program's own
 * objects that a variable is bound to. */

enum { PATH_DEPTH = 2, PATH_SIZE = 96 };

typedef struct {
    const Obj *wanted;
    bool self;            /* by way of `self`, which any other name is better than */
    char path[PATH_SIZE]; /* found; "" = not yet */
} Search;

static bool is_of_the_program(const Obj *o) {
    const Obj *module = o->type->module;
    bool known = o->type->layout == LAYOUT_OBJECT && module && HAS_LAYOUT(module, STR);
    return known && str_equal_text(STR(module), "__main__");
}

static bool append(char *path, size_t length, const Obj *key) {
    const char *name = STR(key)->text;
    size_t more = strlen(name);
    if (length + 1 + more >= PATH_SIZE) return false;
    path[length] = '.';
    memcpy(path + length + 1, name, more + 1);
    return true;
}

/* Its own attributes first, then those of what they hold. `path` names the holder. */
static bool search_object(const Search *s, Obj *holder, char *path, int depth) {
    Dict **dict = is_of_the_program(holder) ? obj_dict_slot(holder) : NULL;
    size_t length = strlen(path);
    Obj *key, *value;
    for (uint32_t i = 0; dict && *dict && dict_next(*dict, &i, &key, &value);) {
        if (value == s->wanted && HAS_LAYOUT(key, STR)) return append(path, length, key);
    }
    for (uint32_t i = 0; depth > 1 && dict && *dict && dict_next(*dict, &i, &key, &value);) {
        bool other = HAS_LAYOUT(key, STR) && value != holder && is_of_the_program(value);
        if (!other || !append(path, length, key)) continue;
        if (search_object(s, value, path, depth - 1)) return true;
    }
    path[length] = 0;
    return false;
}

static void search_variable(Search *s, const char *name, Obj *value) {
    if (*s->path || !value || (strcmp(name, "self") == 0) != s->self) return;
    size_t length = strlen(name);
    if (length + 1 >= PATH_SIZE) return;
    memcpy(s->path, name, length + 1);
    if (!search_object(s, value, s->path, PATH_DEPTH)) s->path[0] = 0;
}

static void search_module(const Engine *e, Search *s) {
    const Obj *module = e->vm->main_module;
    Obj *key, *value;
    for (uint32_t i = 0; module && dict_next(MODULE(module)->dict, &i, &key, &value);) {
        if (HAS_LAYOUT(key, STR)) search_variable(s, STR(key)->text, value);
    }
}

static void search_frame(Engine *e, Search *s, const PFrame *f) {
    if (f->code->flags & CODE_LIBRARY) return;
    for (uint32_t i = 0; i < code_slots(f->code); i++) {
        search_variable(s, f->code->local_names[i]->text, pframe_slot_value(e, f, i));
    }
}

static void search_chain(Engine *e, Search *s, Obj *coro) {
    for (Gen *g = coro ? gen_behind(e, coro) : NULL; g && g->frame && !*s->path;) {
        search_frame(e, s, g->frame);
        Obj *delegate = gen_delegate(g);
        g = delegate ? gen_behind(e, delegate) : NULL;
    }
}

const char *snap_path(Snap *b, const Obj *o, bool self) {
    Engine *e = b->e;
    Search s = {.wanted = o, .self = self};
    search_module(e, &s);
    for (const Frame *f = e->vm->top; f && !*s.path; f = f->back) {
        if (IS(e, f, frame)) search_frame(e, &s, (const PFrame *)f);
    }
    for (AioFuture *f = e->aio->first_future; f && !*s.path; f = f->next) {
        if (aio_is_task(e, OBJ(f))) search_chain(e, &s, TASK(f)->coro);
    }
    return *s.path ? snap_text(b, "%s", s.path) : NULL;
}
