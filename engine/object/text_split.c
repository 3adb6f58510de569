#include "object/text.h"

#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/search.h"
#include "object/tuple.h"

/* ---- split and rsplit ---------------------------------------------------------------------- */

typedef struct {
    Engine *e;
    Obj *self;
    const TextKind *kind;
    List *pieces;
    int64_t limit; /* splits still allowed */
} Splitter;

static bool add(Splitter *s, const char *start, const char *end) {
    Obj *piece = text_piece(s->e, s->self, start, end);
    if (!piece) return false;
    bool ok = list_append(s->e, s->pieces, piece);
    decref(s->e, piece);
    return ok;
}

static const char *skip_space(const TextKind *kind, const char *p, const char *end) {
    while (p < end) {
        const char *next = p;
        if (!kind->is_space(kind->next(&next))) return p;
        p = next;
    }
    return end;
}

static const char *skip_word(const TextKind *kind, const char *p, const char *end) {
    while (p < end) {
        const char *next = p;
        if (kind->is_space(kind->next(&next))) return p;
        p = next;
    }
    return end;
}

static const char *skip_space_back(const TextKind *kind, const char *start, const char *p) {
    while (p > start) {
        const char *before = p;
        if (!kind->is_space(kind->previous(&before))) return p;
        p = before;
    }
    return start;
}

static const char *skip_word_back(const TextKind *kind, const char *start, const char *p) {
    while (p > start) {
        const char *before = p;
        if (kind->is_space(kind->previous(&before))) return p;
        p = before;
    }
    return start;
}

/* The last piece keeps the white space behind it. */
static bool split_words(Splitter *s, TextSpan text) {
    const char *p = skip_space(s->kind, text.start, text.end);
    while (p < text.end) {
        const char *end = s->limit == 0 ? text.end : skip_word(s->kind, p, text.end);
        if (!add(s, p, end)) return false;
        s->limit--;
        p = skip_space(s->kind, end, text.end);
    }
    return true;
}

static bool rsplit_words(Splitter *s, TextSpan text) {
    const char *p = skip_space_back(s->kind, text.start, text.end);
    while (p > text.start) {
        const char *start = s->limit == 0 ? text.start : skip_word_back(s->kind, text.start, p);
        if (!add(s, start, p)) return false;
        s->limit--;
        p = skip_space_back(s->kind, text.start, start);
    }
    return true;
}

static bool split_by(Splitter *s, TextSpan text, TextSpan sep) {
    for (; s->limit != 0; s->limit--) {
        int64_t at = search_first(text.start, text_size(text), sep.start, text_size(sep));
        if (at < 0) break;
        if (!add(s, text.start, text.start + at)) return false;
        text.start += (size_t)at + text_size(sep);
    }
    return add(s, text.start, text.end);
}

static bool rsplit_by(Splitter *s, TextSpan text, TextSpan sep) {
    for (; s->limit != 0; s->limit--) {
        int64_t at = search_last(text.start, text_size(text), sep.start, text_size(sep));
        if (at < 0) break;
        if (!add(s, text.start + (size_t)at + text_size(sep), text.end)) return false;
        text.end = text.start + at;
    }
    return add(s, text.start, text.end);
}

static void reverse(List *l) {
    for (uint32_t i = 0, j = l->size; i + 1 < j; i++) {
        j--;
        Obj *item = l->items[i];
        l->items[i] = l->items[j];
        l->items[j] = item;
    }
}

static bool separator(Engine *e, Obj *self, Obj *o, TextSpan *sep) {
    if (HAS_LAYOUT(self, STR) && !HAS_LAYOUT(o, STR)) {
        return err_false(e, T_TypeError, "must be str or None, not %s", type_name(o));
    }
    if (!text_argument(e, self, "split", 1, o, sep)) return false;
    return text_size(*sep) > 0 || err_false(e, T_ValueError, "empty separator");
}

typedef bool (*SplitWords)(Splitter *s, TextSpan text);
typedef bool (*SplitBy)(Splitter *s, TextSpan text, TextSpan sep);

static List *split(Engine *e, Obj *const *a, SplitWords words, SplitBy by) {
    Splitter s = {.e = e, .self = a[0], .kind = text_kind(a[0])};
    TextSpan sep = {NULL, NULL};
    if (!int_index(e, a[2], &s.limit)) return NULL;
    if (s.limit < 0) s.limit = INT64_MAX;
    if (a[1] != e->none && !separator(e, a[0], a[1], &sep)) return NULL;
    s.pieces = list_new(e, 0);
    if (!s.pieces) return NULL;
    if (sep.start ? by(&s, text_span(a[0]), sep) : words(&s, text_span(a[0]))) return s.pieces;
    decref(e, s.pieces);
    return NULL;
}

Obj *text_native_split(Engine *e, Obj *const *a) {
    return OBJ(split(e, a, split_words, split_by));
}

Obj *text_native_rsplit(Engine *e, Obj *const *a) {
    List *l = split(e, a, rsplit_words, rsplit_by);
    if (l) reverse(l);
    return OBJ(l);
}

/* ---- splitlines ---------------------------------------------------------------------------- */

static bool split_lines(Splitter *s, TextSpan text, bool keep) {
    const char *p = text.start, *start = p;
    while (p < text.end) {
        const char *end = p;
        uint32_t unit = s->kind->next(&p);
        if (!s->kind->is_line_break(unit)) continue;
        if (unit == '\r' && p < text.end && *p == '\n') p++;
        if (!add(s, start, keep ? p : end)) return false;
        start = p;
    }
    return start == text.end || add(s, start, text.end);
}

Obj *text_native_splitlines(Engine *e, Obj *const *a) {
    bool keep;
    if (!obj_truth(e, a[1], &keep)) return NULL;
    Splitter s = {.e = e, .self = a[0], .kind = text_kind(a[0]), .pieces = list_new(e, 0)};
    if (!s.pieces) return NULL;
    if (split_lines(&s, text_span(a[0]), keep)) return OBJ(s.pieces);
    decref(e, s.pieces);
    return NULL;
}

/* ---- partition ----------------------------------------------------------------------------- */

static Obj *three_pieces(Engine *e, Obj *self, TextSpan before, TextSpan between, TextSpan after) {
    Tuple *t = tuple_new(e, 3);
    if (!t) return NULL;
    t->items[0] = text_piece(e, self, before.start, before.end);
    t->items[1] = text_piece(e, self, between.start, between.end);
    t->items[2] = text_piece(e, self, after.start, after.end);
    if (t->items[0] && t->items[1] && t->items[2]) return OBJ(t);
    for (int i = 0; i < 3; i++) clear_ref(e, t->items[i]);
    t->size = 0;
    decref(e, t);
    return NULL;
}

static Obj *cut_at(Engine *e, Obj *self, int64_t at, size_t size) {
    TextSpan text = text_span(self);
    const char *cut = text.start + at;
    return three_pieces(e, self, (TextSpan){text.start, cut}, (TextSpan){cut, cut + size},
                        (TextSpan){cut + size, text.end});
}

Obj *text_native_partition(Engine *e, Obj *const *a) {
    TextSpan sep, text = text_span(a[0]);
    if (!text_argument(e, a[0], "partition", -1, a[1], &sep)) return NULL;
    if (text_size(sep) == 0) return err_null(e, T_ValueError, "empty separator");
    int64_t at = search_first(text.start, text_size(text), sep.start, text_size(sep));
    if (at >= 0) return cut_at(e, a[0], at, text_size(sep));
    TextSpan nothing = {text.end, text.end};
    return three_pieces(e, a[0], text, nothing, nothing);
}

Obj *text_native_rpartition(Engine *e, Obj *const *a) {
    TextSpan sep, text = text_span(a[0]);
    if (!text_argument(e, a[0], "rpartition", -1, a[1], &sep)) return NULL;
    if (text_size(sep) == 0) return err_null(e, T_ValueError, "empty separator");
    int64_t at = search_last(text.start, text_size(text), sep.start, text_size(sep));
    if (at >= 0) return cut_at(e, a[0], at, text_size(sep));
    TextSpan nothing = {text.start, text.start};
    return three_pieces(e, a[0], nothing, nothing, text);
}
