#include "object/type.h"

#include "object/error.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"

/* The sequences that are merged: each base's MRO, then the bases themselves. */
typedef struct {
    Tuple *bases;
    uint32_t count; /* bases->size + 1 */
    uint32_t *next; /* per sequence: its first item that is not merged yet */
} Merge;

static const Tuple *sequence(const Merge *m, uint32_t i) {
    return i < m->bases->size ? ((Type *)m->bases->items[i])->mro : m->bases;
}

static bool in_a_tail(const Merge *m, const Obj *candidate) {
    for (uint32_t i = 0; i < m->count; i++) {
        const Tuple *s = sequence(m, i);
        for (uint32_t k = m->next[i] + 1; k < s->size; k++) {
            if (s->items[k] == candidate) return true;
        }
    }
    return false;
}

/* The first head that stands in no tail. *open: some sequence is not used up. */
static Obj *next_class(const Merge *m, bool *open) {
    *open = false;
    for (uint32_t i = 0; i < m->count; i++) {
        const Tuple *s = sequence(m, i);
        if (m->next[i] >= s->size) continue;
        *open = true;
        if (!in_a_tail(m, s->items[m->next[i]])) return s->items[m->next[i]];
    }
    return NULL;
}

static void advance(const Merge *m, const Obj *taken) {
    for (uint32_t i = 0; i < m->count; i++) {
        const Tuple *s = sequence(m, i);
        if (m->next[i] < s->size && s->items[m->next[i]] == taken) m->next[i]++;
    }
}

static bool refuse(Engine *e, const Merge *m) {
    StrBuf names;
    strbuf_init(&names, e);
    for (uint32_t i = 0; i < m->count; i++) {
        const Tuple *s = sequence(m, i);
        if (m->next[i] >= s->size) continue;
        Type *head = (Type *)s->items[m->next[i]];
        bool shown = false;
        for (uint32_t k = 0; k < i && !shown; k++) {
            const Tuple *t = sequence(m, k);
            shown = m->next[k] < t->size && t->items[m->next[k]] == OBJ(head);
        }
        if (shown) continue;
        uint32_t hash; /* CPython collects the names by class in a dict */
        if (!obj_hash(e, OBJ(head), &hash)) {
            strbuf_clear(&names);
            return false;
        }
        if (names.size) strbuf_text(&names, ", ");
        strbuf_str(&names, head->name);
    }
    Str *text = strbuf_finish(&names);
    if (!text) return false;
    err_null(e, T_TypeError,
             "Cannot create a consistent method resolution order (MRO) for bases %s", text->text);
    decref(e, text);
    return false;
}

static bool merge(Engine *e, Merge *m, List *result) {
    for (;;) {
        bool open;
        Obj *next = next_class(m, &open);
        if (!open) return true;
        if (!next) return refuse(e, m);
        if (!list_append(e, result, next)) return false;
        advance(m, next);
    }
}

static bool check_duplicates(Engine *e, const Tuple *bases) {
    for (uint32_t i = 0; i < bases->size; i++) {
        for (uint32_t k = i + 1; k < bases->size; k++) {
            if (bases->items[i] != bases->items[k]) continue;
            return err_false(e, T_TypeError, "duplicate base class %s",
                             ((Type *)bases->items[i])->name->text);
        }
    }
    return true;
}

Tuple *type_mro(Engine *e, Type *type) {
    if (!check_duplicates(e, type->bases)) return NULL;
    Merge m = {type->bases, type->bases->size + 1, NULL};
    Tuple *mro = NULL;
    List *result = list_new(e, 4);
    m.next = arena_alloc(&e->arena, m.count * sizeof(uint32_t));
    if (!m.next) err_memory(e);
    if (result && m.next && list_append(e, result, OBJ(type)) && merge(e, &m, result)) {
        mro = tuple_of(e, result->items, result->size);
    }
    arena_free(&e->arena, m.next);
    xdecref(e, result);
    return mro;
}
