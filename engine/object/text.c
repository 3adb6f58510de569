#include "object/text.h"

#include "object/bytes.h"
#include "object/error.h"
#include "object/int.h"
#include "object/memoryview.h"
#include "object/seq.h"
#include "object/unicode.h"

/* ---- The two kinds ------------------------------------------------------------------------- */

static Obj *make_str(Engine *e, const char *text, size_t size) {
    return OBJ(str_new(e, text, size));
}

static Obj *make_bytes(Engine *e, const char *text, size_t size) {
    return bytes_new(e, text ? text : "", size);
}

static uint32_t unit_of_byte(unsigned char byte) {
    return byte < 0x80 ? byte : UNICODE_MAX + 1u + byte;
}

static uint32_t next_byte(const char **p) {
    return unit_of_byte((unsigned char)*(*p)++);
}

static uint32_t previous_byte(const char **p) {
    return unit_of_byte((unsigned char)*--(*p));
}

static void put_byte(StrBuf *b, uint32_t unit) {
    strbuf_char(b, (char)(unit < 0x80 ? unit : unit - UNICODE_MAX - 1u));
}

static bool is_ascii_space(uint32_t unit) {
    return unit == ' ' || unit - 9 < 5;
}

static bool is_ascii_line_break(uint32_t unit) {
    return unit == '\n' || unit == '\r';
}

static const TextKind str_kind = {true,
                                  make_str,
                                  utf8_next,
                                  utf8_previous,
                                  strbuf_code_point,
                                  unicode_is_space,
                                  unicode_is_line_break};

static const TextKind bytes_kind = {false,    make_bytes,     next_byte,          previous_byte,
                                    put_byte, is_ascii_space, is_ascii_line_break};

const TextKind *text_kind(const Obj *o) {
    return HAS_LAYOUT(o, STR) ? &str_kind : &bytes_kind;
}

TextSpan text_span(const Obj *o) {
    if (HAS_LAYOUT(o, STR)) {
        const Str *s = (const Str *)o;
        return (TextSpan){s->text, s->text + s->size};
    }
    const Bytes *b = (const Bytes *)o;
    return (TextSpan){(const char *)b->data, (const char *)b->data + b->size};
}

/* ---- Positions ----------------------------------------------------------------------------- */

int64_t text_length(const Obj *o) {
    return HAS_LAYOUT(o, STR) ? ((const Str *)o)->length : ((const Bytes *)o)->size;
}

int64_t text_count(const TextKind *kind, const char *start, const char *end) {
    size_t size = (size_t)(end - start);
    return (int64_t)(kind->wide ? utf8_count(start, size) : size);
}

const char *text_at(const Obj *o, int64_t index) {
    if (HAS_LAYOUT(o, STR)) return str_at((const Str *)o, index);
    return (const char *)((const Bytes *)o)->data + index;
}

/* None leaves the value. */
static bool slice_bound(Engine *e, Obj *o, int64_t length, int64_t *value) {
    if (o == e->none) return true;
    if (!seq_is_index(e, o)) {
        return err_false(e, T_TypeError,
                         "slice indices must be integers or None or have an __index__ method");
    }
    if (!int_clamp(e, o, value)) return false;
    if (*value < 0) *value = *value + length < 0 ? 0 : *value + length;
    return true;
}

bool text_bounds(Engine *e, const Obj *self, Obj *start, Obj *end, TextSpan *span, int64_t *first,
                 bool *valid) {
    int64_t length = text_length(self), stop = length;
    *first = 0;
    if (!slice_bound(e, start, length, first) || !slice_bound(e, end, length, &stop)) return false;
    if (stop > length) stop = length;
    *valid = *first <= stop;
    *span = text_span(self);
    if (!*valid) return true;
    const char *from = text_at(self, *first);
    if (stop < length) span->end = text_at(self, stop);
    span->start = from;
    return true;
}

/* ---- Results and arguments ----------------------------------------------------------------- */

Obj *text_piece(Engine *e, Obj *o, const char *start, const char *end) {
    TextSpan all = text_span(o);
    bool exact = IS(e, o, str) || IS(e, o, bytes);
    if (exact && start == all.start && end == all.end) return incref(o);
    return text_kind(o)->make(e, start, (size_t)(end - start));
}

Obj *text_finish(const TextKind *kind, StrBuf *b) {
    Obj *result = b->failed ? NULL : kind->make(b->e, b->text, b->size);
    strbuf_clear(b);
    return result;
}

static bool refuse_str_argument(Engine *e, const char *method, int position, const Obj *o) {
    const char *given = o == e->none ? "None" : type_name(o);
    if (position < 0) return err_false(e, T_TypeError, "must be str, not %s", type_name(o));
    if (position == 0) {
        return err_false(e, T_TypeError, "%s() argument must be str, not %s", method, given);
    }
    return err_false(e, T_TypeError, "%s() argument %d must be str, not %s", method, position,
                     given);
}

bool text_argument(Engine *e, const Obj *self, const char *method, int position, const Obj *o,
                   TextSpan *span) {
    bool is_str = HAS_LAYOUT(self, STR);
    if (!is_str && IS(e, o, memoryview)) return memoryview_span(e, o, span);
    if (is_str ? !HAS_LAYOUT(o, STR) : !HAS_LAYOUT(o, BYTES)) {
        if (is_str) return refuse_str_argument(e, method, position, o);
        return err_false(e, T_TypeError, "a bytes-like object is required, not '%s'", type_name(o));
    }
    *span = text_span(o);
    return true;
}
