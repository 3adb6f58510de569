#include "object/str.h"

#include <stdio.h>
#include <string.h>

#include "base/tiny.h"
#include "object/error.h"

enum { FIRST_CAPACITY = TINY(64, 2) };

void strbuf_init(StrBuf *b, Engine *e) {
    *b = (StrBuf){.e = e};
}

static void fail(StrBuf *b) {
    if (!b->failed) err_memory(b->e);
    b->failed = true;
}

/* Room for `more` bytes and a final NUL. */
static bool reserve(StrBuf *b, size_t more) {
    if (b->failed) return false;
    if (more < b->capacity - b->size) return true;
    size_t wanted = b->size + more + 1;
    if (more > STR_MAX || wanted > STR_MAX) {
        fail(b);
        return false;
    }
    size_t capacity = b->capacity ? b->capacity : FIRST_CAPACITY;
    while (capacity < wanted) capacity += capacity / 2;
    char *text = arena_realloc(&b->e->arena, b->text, capacity);
    if (!text) {
        fail(b);
        return false;
    }
    b->text = text;
    b->capacity = capacity;
    return true;
}

void strbuf_put(StrBuf *b, const char *text, size_t size) {
    if (size == 0 || !reserve(b, size)) return;
    memcpy(b->text + b->size, text, size);
    b->size += size;
}

void strbuf_text(StrBuf *b, const char *text) {
    strbuf_put(b, text, strlen(text));
}

void strbuf_str(StrBuf *b, const Str *s) {
    strbuf_put(b, s->text, s->size);
}

void strbuf_char(StrBuf *b, char c) {
    strbuf_put(b, &c, 1);
}

void strbuf_code_point(StrBuf *b, uint32_t c) {
    char text[4] = {0};
    strbuf_put(b, text, utf8_put(c, text));
}

void strbuf_escape(StrBuf *b, uint32_t c) {
    strbuf_printf(b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

void strbuf_readable(StrBuf *b, const char *text, size_t size) {
    const char *end = text + size;
    for (const char *found; (found = utf8_surrogate(text, (size_t)(end - text)));) {
        strbuf_put(b, text, (size_t)(found - text));
        text = found;
        strbuf_escape(b, utf8_next(&text));
    }
    strbuf_put(b, text, (size_t)(end - text));
}

void strbuf_fill(StrBuf *b, uint32_t c, int64_t count) {
    char text[4];
    size_t size = utf8_put(c, text);
    if (count <= 0) return;
    if (count > STR_MAX / (int64_t)size || !reserve(b, size * (size_t)count)) {
        fail(b);
        return;
    }
    for (int64_t i = 0; i < count; i++) strbuf_put(b, text, size);
}

static void put_formatted(StrBuf *b, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    ASSERT(size >= 0, "a format of ours is wrong");
    if (!reserve(b, (size_t)size)) return;
    vsnprintf(b->text + b->size, (size_t)size + 1, format, args);
    b->size += (size_t)size;
}

void strbuf_printf(StrBuf *b, const char *format, ...) {
    va_list args;
    va_start(args, format);
    put_formatted(b, format, args);
    va_end(args);
}

Str *str_vformat(Engine *e, const char *format, va_list args) {
    StrBuf b;
    strbuf_init(&b, e);
    put_formatted(&b, format, args);
    return strbuf_finish(&b);
}

Str *str_format(Engine *e, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Str *s = str_vformat(e, format, args);
    va_end(args);
    return s;
}

Str *strbuf_finish(StrBuf *b) {
    Str *s = b->failed ? NULL : str_new(b->e, b->text, b->size);
    strbuf_clear(b);
    return s;
}

void strbuf_clear(StrBuf *b) {
    if (b->text) arena_free(&b->e->arena, b->text);
    *b = (StrBuf){.e = b->e};
}
