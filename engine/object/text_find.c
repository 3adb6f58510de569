#include "object/text.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"
#include "object/search.h"
#include "object/seq.h"
#include "object/tuple.h"

/* ---- find, rfind, index, rindex, count ----------------------------------------------------- */

typedef enum { FORWARD, BACKWARD } Direction;

/* What is looked for; bytes may be given as one number, too. */
typedef struct {
    TextSpan span;
    char byte;
} Needle;

static bool needle_from(Engine *e, Obj *self, const char *method, Obj *o, Needle *n) {
    if (HAS_LAYOUT(self, STR) || HAS_LAYOUT(o, BYTES) || IS(e, o, memoryview)) {
        return text_argument(e, self, method, 1, o, &n->span);
    }
    if (!seq_is_index(e, o)) {
        return err_false(e, T_TypeError,
                         "argument should be integer or bytes-like object, not '%s'", type_name(o));
    }
    int64_t value;
    if (!int_clamp(e, o, &value)) return false;
    if (value < 0 || value > 255)
        return err_false(e, T_ValueError, "byte must be in range(0, 256)");
    n->byte = (char)value;
    n->span = (TextSpan){&n->byte, &n->byte + 1};
    return true;
}

/* Offset in bytes; an empty needle is found at once. */
static int64_t search(TextSpan hay, TextSpan needle, Direction direction) {
    size_t size = text_size(needle);
    if (size == 0) return direction == FORWARD ? 0 : (int64_t)text_size(hay);
    if (direction == FORWARD) return search_first(hay.start, text_size(hay), needle.start, size);
    return search_last(hay.start, text_size(hay), needle.start, size);
}

/* *index = -1: not found. False: an exception is set. */
static bool find(Engine *e, Obj *const *a, const char *method, Direction direction,
                 int64_t *index) {
    Needle needle;
    TextSpan hay;
    int64_t first;
    bool valid;
    if (!needle_from(e, a[0], method, a[1], &needle)) return false;
    if (!text_bounds(e, a[0], a[2], a[3], &hay, &first, &valid)) return false;
    *index = valid ? search(hay, needle.span, direction) : -1;
    if (*index > 0) *index = text_count(text_kind(a[0]), hay.start, hay.start + *index);
    if (*index >= 0) *index += first;
    return true;
}

static Obj *find_or_minus_one(Engine *e, Obj *const *a, const char *method, Direction direction) {
    int64_t index;
    return find(e, a, method, direction, &index) ? int_new(e, index) : NULL;
}

static Obj *find_or_raise(Engine *e, Obj *const *a, const char *method, Direction direction) {
    int64_t index;
    if (!find(e, a, method, direction, &index)) return NULL;
    if (index >= 0) return int_new(e, index);
    return err_null(e, T_ValueError, "%s not found",
                    HAS_LAYOUT(a[0], STR) ? "substring" : "subsection");
}

Obj *text_native_find(Engine *e, Obj *const *a) {
    return find_or_minus_one(e, a, "find", FORWARD);
}
Obj *text_native_rfind(Engine *e, Obj *const *a) {
    return find_or_minus_one(e, a, "rfind", BACKWARD);
}
Obj *text_native_index(Engine *e, Obj *const *a) {
    return find_or_raise(e, a, "index", FORWARD);
}
Obj *text_native_rindex(Engine *e, Obj *const *a) {
    return find_or_raise(e, a, "rindex", BACKWARD);
}

Obj *text_native_count(Engine *e, Obj *const *a) {
    Needle needle;
    TextSpan hay;
    int64_t first, count = 0;
    bool valid;
    if (!needle_from(e, a[0], "count", a[1], &needle)) return NULL;
    if (!text_bounds(e, a[0], a[2], a[3], &hay, &first, &valid)) return NULL;
    if (!valid) return int_new(e, 0);
    size_t size = text_size(needle.span);
    if (size == 0) return int_new(e, text_count(text_kind(a[0]), hay.start, hay.end) + 1);
    for (;; count++) {
        int64_t at = search(hay, needle.span, FORWARD);
        if (at < 0) return int_new(e, count);
        hay.start += (size_t)at + size;
    }
}

/* ---- Beginnings and ends ------------------------------------------------------------------- */

static bool begins(TextSpan text, TextSpan part) {
    size_t size = text_size(part);
    return size <= text_size(text) && memcmp(text.start, part.start, size) == 0;
}

static bool ends(TextSpan text, TextSpan part) {
    size_t size = text_size(part);
    return size <= text_size(text) && memcmp(text.end - size, part.start, size) == 0;
}

typedef bool (*Matches)(TextSpan text, TextSpan part);

/* `matches` NULL: nothing can match, but the types are checked all the same. */
static Obj *match_any(Engine *e, Obj *self, const char *method, TextSpan text, const Tuple *parts,
                      Matches matches) {
    for (uint32_t i = 0; i < parts->size; i++) {
        Obj *o = parts->items[i];
        TextSpan part;
        if (HAS_LAYOUT(self, STR) && !HAS_LAYOUT(o, STR)) {
            return err_null(e, T_TypeError, "tuple for %s must only contain str, not %s", method,
                            type_name(o));
        }
        if (!text_argument(e, self, method, 1, o, &part)) return NULL;
        if (matches && matches(text, part)) return e->true_;
    }
    return e->false_;
}

static Obj *match(Engine *e, Obj *const *a, const char *method, Matches matches) {
    TextSpan text, part;
    int64_t first;
    bool valid, is_str = HAS_LAYOUT(a[0], STR);
    if (!text_bounds(e, a[0], a[2], a[3], &text, &first, &valid)) return NULL;
    bool tuple = HAS_LAYOUT(a[1], TUPLE);
    bool bytes = HAS_LAYOUT(a[1], BYTES) || IS(e, a[1], memoryview);
    if (!tuple && !(is_str ? HAS_LAYOUT(a[1], STR) : bytes)) {
        const char *kind = is_str ? "str" : "bytes";
        return err_null(e, T_TypeError, "%s first arg must be %s or a tuple of %s, not %s", method,
                        kind, kind, type_name(a[1]));
    }
    if (tuple) return match_any(e, a[0], method, text, TUPLE(a[1]), valid ? matches : NULL);
    if (!text_argument(e, a[0], method, 1, a[1], &part)) return NULL;
    return obj_bool(e, valid && matches(text, part));
}

Obj *text_native_startswith(Engine *e, Obj *const *a) {
    return match(e, a, "startswith", begins);
}
Obj *text_native_endswith(Engine *e, Obj *const *a) {
    return match(e, a, "endswith", ends);
}

Obj *text_native_removeprefix(Engine *e, Obj *const *a) {
    TextSpan text = text_span(a[0]), part;
    if (!text_argument(e, a[0], "removeprefix", 0, a[1], &part)) return NULL;
    if (begins(text, part)) text.start += text_size(part);
    return text_piece(e, a[0], text.start, text.end);
}

Obj *text_native_removesuffix(Engine *e, Obj *const *a) {
    TextSpan text = text_span(a[0]), part;
    if (!text_argument(e, a[0], "removesuffix", 0, a[1], &part)) return NULL;
    if (ends(text, part)) text.end -= text_size(part);
    return text_piece(e, a[0], text.start, text.end);
}

/* ---- replace ------------------------------------------------------------------------------- */

static void put_span(StrBuf *b, TextSpan s) {
    strbuf_put(b, s.start, text_size(s));
}

/* An empty pattern matches before every unit and at the end. */
static Obj *replace_nothing(Engine *e, const TextKind *kind, TextSpan text, TextSpan with,
                            int64_t limit) {
    StrBuf b;
    strbuf_init(&b, e);
    int64_t done = 0;
    while (text.start < text.end && done != limit) {
        put_span(&b, with);
        kind->put(&b, kind->next(&text.start));
        done++;
    }
    if (done == limit) {
        put_span(&b, text);
    } else {
        put_span(&b, with);
    }
    return text_finish(kind, &b);
}

static Obj *replace_matches(Engine *e, Obj *self, TextSpan old, TextSpan with, int64_t limit) {
    TextSpan text = text_span(self);
    int64_t at = search(text, old, FORWARD), done = 0;
    if (at < 0) return text_piece(e, self, text.start, text.end);
    StrBuf b;
    strbuf_init(&b, e);
    while (at >= 0 && done != limit && !b.failed) {
        strbuf_put(&b, text.start, (size_t)at);
        put_span(&b, with);
        text.start += (size_t)at + text_size(old);
        done++;
        at = search(text, old, FORWARD);
    }
    put_span(&b, text);
    return text_finish(text_kind(self), &b);
}

Obj *text_native_replace(Engine *e, Obj *const *a) {
    TextSpan old, with, text = text_span(a[0]);
    int64_t limit;
    if (!text_argument(e, a[0], "replace", 1, a[1], &old)) return NULL;
    if (!text_argument(e, a[0], "replace", 2, a[2], &with)) return NULL;
    if (!int_index(e, a[3], &limit)) return NULL;
    if (limit == 0) return text_piece(e, a[0], text.start, text.end);
    if (text_size(old) == 0) return replace_nothing(e, text_kind(a[0]), text, with, limit);
    return replace_matches(e, a[0], old, with, limit);
}
