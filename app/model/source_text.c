#include "model/source_text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "api/highlight.h"

typedef struct {
    SourceText *source;
    size_t room;
    bool failed;
} Builder;

/* The text as the lexer sees it: '\n' line ends, no byte order mark. */
static size_t normalise(char *out, const char *program, size_t length) {
    size_t at = length >= 3 && memcmp(program, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, size = 0;
    for (; at < length; at++) {
        if (program[at] == '\r' && at + 1 < length && program[at + 1] == '\n') continue;
        out[size++] = program[at] == '\r' ? '\n' : program[at];
    }
    out[size] = 0;
    return size;
}

static void add_span(void *user, uint32_t start, uint32_t end, CsCodeKind kind) {
    static const uint8_t classes[] = {
        [CS_CODE_NAME] = CODE_PLAIN,        [CS_CODE_KEYWORD] = CODE_KEYWORD,
        [CS_CODE_STRING] = CODE_STRING,     [CS_CODE_FIELD] = CODE_NUMBER,
        [CS_CODE_NUMBER] = CODE_NUMBER,     [CS_CODE_CALL] = CODE_CALL,
        [CS_CODE_OPERATOR] = CODE_OPERATOR, [CS_CODE_COMMENT] = CODE_COMMENT,
    };
    Builder *b = user;
    SourceText *source = b->source;
    if (source->span_count == b->room) {
        size_t room = b->room ? b->room * 2 : 256;
        CodeSpan *spans = realloc(source->spans, room * sizeof *spans);
        b->failed |= !spans;
        if (!spans) return;
        source->spans = spans;
        b->room = room;
    }
    source->spans[source->span_count++] = (CodeSpan){start, end, classes[kind]};
}

static int count_lines(const char *text, size_t length) {
    int count = 0;
    for (size_t i = 0; i < length; i++) count += text[i] == '\n';
    return count + (length > 0 && text[length - 1] != '\n');
}

static int characters(const char *text, size_t length) {
    int count = 0;
    for (size_t i = 0; i < length; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static void cut_lines(SourceText *source, size_t length) {
    const char *text = source->text, *end = text + length;
    for (int i = 0; i < source->line_count; i++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        if (!stop) stop = end;
        source->lines[i].text = text;
        source->lines[i].length = (uint32_t)(stop - text);
        int wide = characters(text, (size_t)(stop - text));
        if (wide > source->widest) source->widest = wide;
        text = stop + 1;
    }
}

/* Pieces over several lines (strings in three quotes) become one for each line. */
static bool split_spans(SourceText *source, const SourceText *whole) {
    Builder b = {source, 0, false};
    size_t next = 0;
    for (int i = 0; i < source->line_count && !b.failed; i++) {
        SourceLine *line = &source->lines[i];
        uint32_t start = (uint32_t)(line->text - source->text), end = start + line->length;
        line->first_span = (uint32_t)source->span_count;
        while (next < whole->span_count && whole->spans[next].end <= start) next++;
        for (size_t k = next; k < whole->span_count && whole->spans[k].start < end; k++) {
            CodeSpan span = whole->spans[k];
            uint32_t from = span.start > start ? span.start - start : 0;
            uint32_t to = (span.end < end ? span.end : end) - start;
            add_span(&b, from, to, CS_CODE_NAME);
            if (!b.failed) source->spans[source->span_count - 1].class = span.class;
        }
        line->span_count = (uint32_t)source->span_count - line->first_span;
    }
    return !b.failed;
}

SourceText *source_text_create(const char *program, size_t length) {
    SourceText *source = calloc(1, sizeof *source);
    SourceText whole = {0};
    Builder b = {&whole, 0, false};
    bool ok = source && length < UINT32_MAX / 2 && (source->text = malloc(length + 1)) != NULL;
    if (!ok) goto done;
    size_t size = normalise(source->text, program, length);
    cs_highlight(source->text, size, add_span, &b);
    source->line_count = count_lines(source->text, size);
    source->lines = calloc((size_t)source->line_count + 1, sizeof *source->lines);
    ok = source->lines != NULL && !b.failed;
    if (!ok) goto done;
    cut_lines(source, size);
    ok = split_spans(source, &whole);
done:
    free(whole.spans);
    if (ok) return source;
    source_text_destroy(source);
    return NULL;
}

void source_text_destroy(SourceText *source) {
    if (!source) return;
    free(source->text);
    free(source->lines);
    free(source->spans);
    free(source);
}
