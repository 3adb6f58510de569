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

static bool find_line(const Engine *e, uint32_t number, SourceLine *line) {
    if (number == 0) return false;
    const char *at = e->program_text, *end = at + e->program_size;
    if (e->program_size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) at += 3;
    while (--number > 0 && at < end) at = after_line(at, end);
    if (at == end) return false;
    const char *stop = line_end(at, end);
    while (stop > at && source_is_blank(stop[-1])) stop--;
    *line = (SourceLine){at, (uint32_t)(stop - at)};
    return true;
}

bool source_line(const Engine *e, const Code *code, uint32_t number, SourceLine *line) {
    return is_of_program(e, code) && find_line(e, number, line);
}

static bool strip(SourceLine *line) {
    while (line->size > 0 && source_is_blank(*line->text)) {
        line->text++;
        line->size--;
    }
    return line->size > 0;
}

bool source_line_stripped(const Engine *e, const Code *code, uint32_t number, SourceLine *line) {
    return source_line(e, code, number, line) && strip(line);
}

bool source_program_line(const Engine *e, const char *file, uint32_t number, SourceLine *line) {
    bool own = e->program_text && strcmp(file, e->program_name) == 0;
    return own && find_line(e, number, line) && strip(line);
}
