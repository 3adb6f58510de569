#include "window/json_colours.h"

#include <ctype.h>
#include <string.h>

/* Bytes of the string that begins at `from`, with its quotes; a string ends with its line. */
static size_t string_length(const char *line, size_t from, size_t length) {
    size_t at = from + 1;
    while (at < length && line[at] != '"') at += line[at] == '\\' && at + 1 < length ? 2 : 1;
    return (at < length ? at + 1 : length) - from;
}

static bool is_name(const char *line, size_t after, size_t length) {
    while (after < length && line[after] == ' ') after++;
    return after < length && line[after] == ':';
}

static bool begins_word(char c) {
    return isalnum((unsigned char)c) || c == '-';
}

static size_t word_length(const char *line, size_t from, size_t length) {
    size_t at = from;
    while (at < length && (isalnum((unsigned char)line[at]) || strchr("+-.", line[at]))) at++;
    return at - from;
}

static size_t rest_length(const char *line, size_t from, size_t length) {
    size_t at = from;
    while (at < length && line[at] != '"' && !begins_word(line[at])) at++;
    return at - from;
}

/* The next part from `at` on and its colour. */
static size_t next_part(const Theme *t, const char *line, size_t at, size_t length,
                        DrawColour *colour) {
    if (line[at] == '"') {
        size_t size = string_length(line, at, length);
        *colour = is_name(line, at + size, length) ? t->code_call : t->code_string;
        return size;
    }
    if (begins_word(line[at])) {
        bool number = line[at] == '-' || isdigit((unsigned char)line[at]);
        *colour = number ? t->code_number : t->code_keyword;
        return word_length(line, at, length);
    }
    *colour = t->text;
    return rest_length(line, at, length);
}

void json_colours(Scene *s, const char *line, size_t length, float x, float baseline) {
    for (size_t at = 0, size; at < length; at += size) {
        DrawColour colour;
        size = next_part(s->theme, line, at, length, &colour);
        draw_text(s->list, FONT_MONO_REGULAR, 17, x, baseline, colour, line + at, size);
        x += fonts_measure(s->fonts, FONT_MONO_REGULAR, 17, line + at, size);
    }
}
