#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/source.h"
#include "vm/traceback_parts.h"

void traceback_put_type(StrBuf *b, const Type *type) {
    if (type->module && HAS_LAYOUT(type->module, STR)) {
        const Str *module = STR(type->module);
        if (!str_equal_text(module, "builtins") && !str_equal_text(module, "__main__")) {
            strbuf_printf(b, "%s.", module->text);
        }
    }
    strbuf_str(b, type->qualname);
}

/* What a failed str() or repr() leaves behind. */
static Str *or_failure(Engine *e, Str *text, const char *what, const char *function) {
    if (text) return text;
    err_clear(e);
    return str_format(e, "<%s %s() failed>", what, function);
}

Str *traceback_safe_str(Engine *e, Obj *o, const char *what) {
    return or_failure(e, obj_str(e, o), what, "str");
}

/* Takes the text. */
static void put_taken(StrBuf *b, Str *text) {
    if (!text) {
        b->failed = true;
        return;
    }
    strbuf_str(b, text);
    decref(b->e, text);
}

/* ---- SyntaxError: the place that it tells of ---- */

enum { S_MESSAGE, S_FILE, S_LINE, S_OFFSET, S_TEXT, S_END_LINE, S_END_OFFSET };

static bool is_set(const Engine *e, const Obj *o) {
    return o && o != e->none;
}

/* A range of columns from 1, the end exclusive. */
typedef struct {
    int64_t start, end;
} Columns;

static bool same_number(const Engine *e, const Obj *a, const Obj *b) {
    if (!is_set(e, a) || !is_set(e, b)) return !is_set(e, a) && !is_set(e, b);
    return HAS_LAYOUT(a, INT) && HAS_LAYOUT(b, INT) && int_value(a) == int_value(b);
}

/* Without an end on the same line the marks go to the end of the text, `length` long. */
static Columns marked_columns(Engine *e, const Exc *x, bool any_text, int64_t length) {
    Columns c = {int_value(x->extra[S_OFFSET]), length + 1};
    if (same_number(e, x->extra[S_LINE], x->extra[S_END_LINE])) {
        const Obj *end = x->extra[S_END_OFFSET];
        bool has_end = is_set(e, end) && HAS_LAYOUT(end, INT) && int_value(end) != 0;
        c.end = has_end ? int_value(end) : c.start;
    }
    if (any_text && c.start > length + 1) c.start = length + 1;
    if (any_text && c.end > length + 1) c.end = length + 1;
    if (c.end <= c.start) c.end = c.start + 1;
    return c;
}

/* Blanks of the line above stay what they are, so that tabs move the marks as well. */
static void put_marks(StrBuf *b, const char *line, const char *end, Columns c, uint32_t cut) {
    int64_t start = c.start - 1 - cut;
    if (start < 0) return;
    strbuf_text(b, "    ");
    for (int64_t i = 0; i < start && line < end; i++) {
        uint32_t here = utf8_next(&line);
        strbuf_char(b, here < 128 && source_is_blank((char)here) ? (char)here : ' ');
    }
    strbuf_fill(b, '^', c.end - c.start);
    strbuf_char(b, '\n');
}

static void put_file(StrBuf *b, const Exc *x) {
    Engine *e = b->e;
    strbuf_text(b, "  File \"");
    bool named = is_set(e, x->extra[S_FILE]);
    put_taken(b, named ? traceback_safe_str(e, x->extra[S_FILE], "filename")
                       : str_from(e, "<string>"));
    strbuf_text(b, "\", line ");
    put_taken(b, traceback_safe_str(e, x->extra[S_LINE], "line"));
    strbuf_char(b, '\n');
}

/* The line and the carets below. */
static void put_source(StrBuf *b, const Exc *x) {
    Engine *e = b->e;
    if (!is_set(e, x->extra[S_TEXT]) || !HAS_LAYOUT(x->extra[S_TEXT], STR)) return;
    const Str *text = STR(x->extra[S_TEXT]);
    uint32_t size = text->size, cut = 0;
    while (size > 0 && text->text[size - 1] == '\n') size--;
    while (cut < size &&
           (text->text[cut] == ' ' || text->text[cut] == '\n' || text->text[cut] == '\f')) {
        cut++;
    }
    strbuf_text(b, "    ");
    strbuf_put(b, text->text + cut, size - cut);
    strbuf_char(b, '\n');
    if (!is_set(e, x->extra[S_OFFSET]) || !HAS_LAYOUT(x->extra[S_OFFSET], INT)) return;
    int64_t length = (int64_t)utf8_count(text->text, size);
    Columns marked = marked_columns(e, x, text->size > 0, length);
    put_marks(b, text->text + cut, text->text + size, marked, cut);
}

static void put_syntax_error(StrBuf *b, const Exc *x) {
    Engine *e = b->e;
    bool has_line = is_set(e, x->extra[S_LINE]);
    if (has_line) put_file(b, x);
    put_source(b, x);
    traceback_put_type(b, x->h.type);
    strbuf_text(b, ": ");
    bool has_message = is_set(e, x->extra[S_MESSAGE]);
    put_taken(b, has_message ? traceback_safe_str(e, x->extra[S_MESSAGE], "message")
                             : str_from(e, "<no detail available>"));
    if (!has_line && is_set(e, x->extra[S_FILE])) {
        strbuf_text(b, " (");
        put_taken(b, traceback_safe_str(e, x->extra[S_FILE], "filename"));
        strbuf_char(b, ')');
    }
    strbuf_char(b, '\n');
}

/* ---- notes ---- */

static void put_note_list(StrBuf *b, Obj *const *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        put_taken(b, traceback_safe_str(b->e, items[i], "note"));
        strbuf_char(b, '\n');
    }
}

static void put_notes(StrBuf *b, const Exc *x) {
    Engine *e = b->e;
    Obj *notes = x->dict ? dict_get_str(x->dict, N(e, __notes__)) : NULL;
    if (!notes) notes = type_lookup(e, x->h.type, N(e, __notes__));
    if (!is_set(e, notes)) return;
    incref(notes); /* a note's __str__ may change the exception */
    Tuple *items = NULL;
    if (HAS_LAYOUT(notes, LIST)) {
        items = tuple_of(e, LIST(notes)->items, LIST(notes)->size);
    } else if (HAS_LAYOUT(notes, TUPLE)) {
        items = tuple_of(e, TUPLE(notes)->items, TUPLE(notes)->size);
    }
    if (items) {
        put_note_list(b, items->items, items->size);
    } else {
        put_taken(b, or_failure(e, obj_repr(e, notes), "__notes__", "repr"));
        strbuf_char(b, '\n');
    }
    xdecref(e, items);
    decref(e, notes);
}

void traceback_put_message(StrBuf *b, Obj *exception, Obj *tb) {
    if (exception->type->exc_extra == EXC_SYNTAX) {
        put_syntax_error(b, EXC(exception));
    } else {
        traceback_put_type(b, exception->type);
        Str *text = traceback_safe_str(b->e, exception, "exception");
        size_t before = b->size;
        strbuf_text(b, ": ");
        size_t after = b->size;
        put_taken(b, text);
        traceback_put_suggestion(b, exception, tb);
        if (b->size == after) b->size = before; /* no message, no colon */
        strbuf_char(b, '\n');
    }
    put_notes(b, EXC(exception));
}
