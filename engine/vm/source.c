#include "vm/source.h"

#include <string.h>

/* One past the line's last character. */
static const char *line_end(const char *at, const char *end) {
    while (at < end && *at != '\n' && *at != '\r') at++;
    return at;
}

/* The start of the next line. */
static const char *after_line(const char *at, const char *end) {
    at = line_end(at, end);
    if (at < end && *at == '\r' && at + 1 < end && at[1] == '\n') at++;
    return at < end ? at + 1 : end;
}

static bool is_of_program(const Engine *e, const Code *code) {
    return e->program_text && !(code->flags & CODE_LIBRARY) &&
           str_equal_text(code->filename, e->program_name);
}

bool source_line(const Engine *e, const Code *code, uint32_t number, SourceLine *line) {
    if (number == 0 || !is_of_program(e, code)) return false;
    const char *at = e->program_text, *end = at + e->program_size;
    if (e->program_size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) at += 3;
    while (--number > 0 && at < end) at = after_line(at, end);
    if (at == end) return false;
    const char *stop = line_end(at, end);
    while (stop > at && source_is_blank(stop[-1])) stop--;
    *line = (SourceLine){at, (uint32_t)(stop - at)};
    return true;
}

bool source_line_stripped(const Engine *e, const Code *code, uint32_t number, SourceLine *line) {
    if (!source_line(e, code, number, line)) return false;
    while (line->size > 0 && source_is_blank(*line->text)) {
        line->text++;
        line->size--;
    }
    return line->size > 0;
}
