#include "session/session_look.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "api/repr.h"

typedef struct {
    const char *text;
    size_t length;
} Line;

static bool line_of(const Session *s, int number, Line *out) {
    const LessonProgram *p = &s->lesson.program;
    const char *at = p->text, *end = p->text ? at + p->length : NULL;
    for (int i = 1; at && at < end; i++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        *out = (Line){at, (size_t)(stop - at)};
        if (i == number) return true;
        at = stop < end ? stop + 1 : end;
    }
    return false;
}

/* ---- The name under the pointer ------------------------------------------------------------- */

static bool is_name_byte(char c) {
    return isalnum((unsigned char)c) || c == '_' || ((unsigned char)c & 0x80);
}

static size_t byte_of(const Line *line, int column) {
    size_t at = 0;
    while (at < line->length && column > 0) {
        at++;
        while (at < line->length && ((unsigned char)line->text[at] & 0xC0) == 0x80) at++;
        column--;
    }
    return at;
}

static int column_of(const Line *line, size_t at) {
    int column = 0;
    for (size_t i = 0; i < at; i++) column += ((unsigned char)line->text[i] & 0xC0) != 0x80;
    return column;
}

/* What stands before its dots belongs to it: q.maxsize. */
static size_t begin_of(const Line *line, size_t at) {
    while (at > 0) {
        bool dot = line->text[at - 1] == '.' && at > 1 && is_name_byte(line->text[at - 2]);
        if (!is_name_byte(line->text[at - 1]) && !dot) break;
        at--;
    }
    return at;
}

static bool find_name(const Line *line, int column, SessionLook *out) {
    size_t at = byte_of(line, column);
    if (at >= line->length || !is_name_byte(line->text[at])) return false;
    size_t end = at, start = begin_of(line, at);
    while (end < line->length && is_name_byte(line->text[end])) end++;
    if (isdigit((unsigned char)line->text[start]) || end - start >= sizeof out->name) return false;
    memcpy(out->name, line->text + start, end - start);
    out->name[end - start] = 0;
    out->column = column_of(line, start);
    out->end = column_of(line, end);
    return true;
}

/* ---- The function around it ----------------------------------------------------------------- */

static size_t indent_of(const Line *line) {
    size_t at = 0;
    while (at < line->length && (line->text[at] == ' ' || line->text[at] == '\t')) at++;
    return at;
}

/* "def NAME(" or "async def NAME(" at the line's beginning. */
static bool defines(const Line *line, char *name, size_t size) {
    size_t at = indent_of(line);
    const char *text = line->text;
    if (line->length > at + 6 && strncmp(text + at, "async ", 6) == 0) at += 6;
    if (line->length <= at + 4 || strncmp(text + at, "def ", 4) != 0) return false;
    at += 4;
    size_t end = at;
    while (end < line->length && is_name_byte(text[end])) end++;
    if (end == at || end - at >= size) return false;
    memcpy(name, text + at, end - at);
    name[end - at] = 0;
    return true;
}

static bool is_blank(const Line *line) {
    size_t at = indent_of(line);
    return at == line->length || line->text[at] == '#';
}

static void find_function(const Session *s, int number, char *name, size_t size) {
    Line line;
    *name = 0;
    if (!line_of(s, number, &line)) return;
    if (defines(&line, name, size)) return; /* parameters */
    size_t indent = indent_of(&line);
    while (indent > 0 && --number > 0 && line_of(s, number, &line)) {
        if (is_blank(&line) || indent_of(&line) >= indent) continue;
        indent = indent_of(&line);
        if (defines(&line, name, size)) return;
    }
}

bool session_look(Session *s, int number, int column, SessionLook *out) {
    Line line;
    *out = (SessionLook){0};
    if (!s->engine || !line_of(s, number, &line) || !find_name(&line, column, out)) return false;
    find_function(s, number, out->function, sizeof out->function);
    if (!session_seek(s, s->playhead)) return false;
    const char *in = *out->function ? out->function : NULL;
    if (!cs_evaluate(s->engine, in, out->name, out->value, sizeof out->value)) return false;
    out->line = number;
    return true;
}

bool session_repr(Session *s, uint32_t object, char *text, size_t size) {
    return session_seek(s, s->playhead) && cs_repr(s->engine, object, text, size);
}

CsLook *session_value(Session *s, const CsLookPath *path) {
    return session_seek(s, s->playhead) ? cs_look(s->engine, path) : NULL;
}
