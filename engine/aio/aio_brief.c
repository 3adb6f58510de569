#include "aio/aio_brief.h"

#include <string.h>

#include "object/error.h"
#include "object/set.h"

/* reprlib's limits. */
enum { MAX_LEVEL = 6, MAX_ITEMS = 6, MAX_PAIRS = 4, MAX_TEXT = 30, HEAD = 13, TAIL = 14 };

static bool brief(StrBuf *b, Obj *o, int level);

/* Keeps the first 13 and the last 14 characters of a long text. */
static void put_cut(StrBuf *b, Str *text) {
    if (text->length <= MAX_TEXT) {
        strbuf_str(b, text);
        return;
    }
    Str *head = str_slice(b->e, text, 0, HEAD);
    Str *tail = str_slice(b->e, text, (int64_t)text->length - TAIL, text->length);
    if (head && tail) {
        strbuf_str(b, head);
        strbuf_text(b, "...");
        strbuf_str(b, tail);
    }
    xdecref(b->e, head);
    xdecref(b->e, tail);
}

static bool brief_other(StrBuf *b, Obj *o) {
    Str *text = obj_repr(b->e, o);
    if (!text) return false;
    put_cut(b, text);
    decref(b->e, text);
    return true;
}

/* A long string is cut before its repr is made, so that the quotes stay. */
static bool brief_str(StrBuf *b, Str *s) {
    if (s->length <= MAX_TEXT) return brief_other(b, OBJ(s));
    Str *head = str_slice(b->e, s, 0, HEAD);
    Str *tail = head ? str_slice(b->e, s, (int64_t)s->length - TAIL, s->length) : NULL;
    Str *both = tail ? str_concat(b->e, head, tail) : NULL;
    Str *text = both ? obj_repr(b->e, OBJ(both)) : NULL;
    if (text) {
        Str *first = str_slice(b->e, text, 0, HEAD);
        Str *last = str_slice(b->e, text, (int64_t)text->length - TAIL, text->length);
        if (first && last) strbuf_printf(b, "%s...%s", first->text, last->text);
        xdecref(b->e, first);
        xdecref(b->e, last);
    }
    xdecref(b->e, head);
    xdecref(b->e, tail);
    xdecref(b->e, both);
    xdecref(b->e, text);
    return text != NULL;
}

static bool brief_items(StrBuf *b, Obj *const *items, uint32_t size, const char *open,
                        const char *close, int level) {
    strbuf_text(b, open);
    if (level <= 0 && size) {
        strbuf_text(b, "...");
    } else {
        for (uint32_t i = 0; i < size && i < MAX_ITEMS; i++) {
            if (i) strbuf_text(b, ", ");
            if (!brief(b, items[i], level - 1)) return false;
        }
        if (size > MAX_ITEMS) strbuf_text(b, ", ...");
    }
    strbuf_text(b, close);
    return true;
}

static bool brief_dict(StrBuf *b, Dict *d, int level) {
    if (!d->used) return strbuf_text(b, "{}"), true;
    if (level <= 0) return strbuf_text(b, "{...}"), true;
    Obj *key, *value;
    int count = 0;
    strbuf_text(b, "{");
    for (uint32_t i = 0; dict_next(d, &i, &key, &value) && count < MAX_PAIRS; count++) {
        if (count) strbuf_text(b, ", ");
        if (!brief(b, key, level - 1)) return false;
        strbuf_text(b, ": ");
        if (!brief(b, value, level - 1)) return false;
    }
    strbuf_text(b, d->used > MAX_PAIRS ? ", ...}" : "}");
    return true;
}

static bool brief_set(StrBuf *b, Set *s, int level) {
    if (!s->items->used) return brief_other(b, OBJ(s));
    Obj *items[MAX_ITEMS + 1], *key, *value;
    uint32_t count = 0;
    for (uint32_t i = 0; count <= MAX_ITEMS && dict_next(s->items, &i, &key, &value);) {
        items[count++] = key;
    }
    bool frozen = IS(b->e, s, frozenset);
    return brief_items(b, items, count, frozen ? "frozenset({" : "{", frozen ? "})" : "}", level);
}

static bool brief(StrBuf *b, Obj *o, int level) {
    Engine *e = b->e;
    if (IS(e, o, str)) return brief_str(b, STR(o));
    if (IS(e, o, list)) return brief_items(b, LIST(o)->items, LIST(o)->size, "[", "]", level);
    if (IS(e, o, tuple)) {
        Tuple *t = TUPLE(o);
        return brief_items(b, t->items, t->size, "(", t->size == 1 && level > 0 ? ",)" : ")",
                           level);
    }
    if (IS(e, o, dict)) return brief_dict(b, DICT(o), level);
    if (IS(e, o, set) || IS(e, o, frozenset)) return brief_set(b, SET(o), level);
    return brief_other(b, o);
}

bool aio_brief(StrBuf *b, Obj *o) {
    return brief(b, o, MAX_LEVEL);
}
