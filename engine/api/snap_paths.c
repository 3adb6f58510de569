#include "api/snap.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "object/int.h"
#include "object/module.h"
#include "vm/vm.h"

/* Names of things that no variable is bound to: "pool.free", by the attributes of the program's own
 * objects that a variable is bound to, and "forks[0]", by the lists, tuples and dictionaries. */

enum { PATH_DEPTH = 2, PATH_SIZE = 96, MOST_ITEMS = 256, LONGEST_KEY = 24 };

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

static bool append_text(char *path, size_t length, const char *text) {
    size_t more = strlen(text);
    if (length + more >= PATH_SIZE) return false;
    memcpy(path + length, text, more + 1);
    return true;
}

/* In brackets; keys that are neither short words nor small numbers make no name. */
static bool append_key(char *path, size_t length, const Obj *key) {
    char text[LONGEST_KEY + 8];
    if (HAS_LAYOUT(key, STR)) {
        const char *word = STR(key)->text;
        if (strlen(word) > LONGEST_KEY || strpbrk(word, "'\\\n")) return false;
        snprintf(text, sizeof text, "['%s']", word);
        return append_text(path, length, text);
    }
    if (!HAS_LAYOUT(key, INT) || int_is_big(key)) return false;
    snprintf(text, sizeof text, "[%" PRId64 "]", int_value(key));
    return append_text(path, length, text);
}

static bool search_sequence(const Search *s, Obj *const *items, uint32_t size, char *path) {
    char text[16];
    for (uint32_t i = 0; i < size && i < MOST_ITEMS; i++) {
        if (items[i] != s->wanted) continue;
        snprintf(text, sizeof text, "[%" PRIu32 "]", i);
        return append_text(path, strlen(path), text);
    }
    return false;
}

/* Among the first items of a list, a tuple or a dictionary that `path` names. */
static bool search_items(const Search *s, Obj *holder, char *path) {
    Obj *key, *value;
    if (HAS_LAYOUT(holder, LIST))
        return search_sequence(s, LIST(holder)->items, LIST(holder)->size, path);
    if (HAS_LAYOUT(holder, TUPLE))
        return search_sequence(s, TUPLE(holder)->items, TUPLE(holder)->size, path);
    if (!HAS_LAYOUT(holder, DICT)) return false;
    uint32_t seen = 0;
    for (uint32_t i = 0; seen < MOST_ITEMS && dict_next(DICT(holder), &i, &key, &value); seen++)
        if (value == s->wanted) return append_key(path, strlen(path), key);
    return false;
}

/* Its own attributes first, then those of what they hold. `path` names the holder. */
static bool search_object(const Search *s, Obj *holder, char *path, int depth) {
    Dict **dict = is_of_the_program(holder) ? obj_dict_slot(holder) : NULL;
    size_t length = strlen(path);
    Obj *key, *value;
    for (uint32_t i = 0; dict && *dict && dict_next(*dict, &i, &key, &value);) {
        if (value == s->wanted && HAS_LAYOUT(key, STR)) return append(path, length, key);
    }
    for (uint32_t i = 0; dict && *dict && dict_next(*dict, &i, &key, &value);) {
        if (!HAS_LAYOUT(key, STR) || !append(path, length, key)) continue;
        if (search_items(s, value, path)) return true;
        path[length] = 0;
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
    if (search_items(s, value, s->path)) return;
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
