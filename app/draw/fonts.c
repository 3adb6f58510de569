#include "draw/fonts.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* Length of the sequence that begins with `lead`, 0 for none. */
static int sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

/* A NUL inside a text would end it early for everyone who draws; it counts as malformed. */
uint32_t fonts_decode(const char *text, size_t length, size_t *at) {
    static const uint32_t smallest[] = {0, 1, 0x80, 0x800, 0x10000};
    if (*at >= length) return 0;
    const unsigned char *p = (const unsigned char *)text + *at;
    int count = sequence_length(p[0]);
    if (count == 0 || (size_t)count > length - *at) {
        ++*at;
        return REPLACEMENT;
    }
    uint32_t value = count == 1 ? p[0] : p[0] & (0x7FU >> count);
    for (int i = 1; i < count; i++) {
        if ((p[i] & 0xC0) != 0x80) {
            ++*at;
            return REPLACEMENT;
        }
        value = value << 6 | (p[i] & 0x3FU);
    }
    bool wrong = value < smallest[count] || value > 0x10FFFF || (value >> 11) == 0x1B;
    *at += wrong ? 1 : (size_t)count;
    return wrong ? REPLACEMENT : value;
}

float fonts_measure_tracked(Fonts *fonts, FontId font, float size, float tracking, const char *text,
                            size_t length) {
    float ems = 0;
    size_t at = 0;
    uint32_t codepoint = fonts_decode(text, length, &at);
    while (codepoint) {
        uint32_t next = fonts_decode(text, length, &at);
        ems += fonts->advance(fonts, font, codepoint, next) + (next ? tracking : 0);
        codepoint = next;
    }
    return ems * size;
}

float fonts_measure(Fonts *fonts, FontId font, float size, const char *text, size_t length) {
    return fonts_measure_tracked(fonts, font, size, 0, text, length);
}

float fonts_measure_z(Fonts *fonts, FontId font, float size, const char *text) {
    return fonts_measure(fonts, font, size, text, strlen(text));
}

size_t fonts_fit(Fonts *fonts, FontId font, float size, const char *text, size_t length,
                 float width) {
    float ems = 0;
    size_t fits = 0, at = 0;
    uint32_t codepoint = fonts_decode(text, length, &at);
    while (codepoint) {
        size_t end = at;
        uint32_t next = fonts_decode(text, length, &at);
        ems += fonts->advance(fonts, font, codepoint, next);
        if (ems * size > width) return fits;
        fits = end;
        codepoint = next;
    }
    return length;
}

static size_t skip_spaces(const char *text, size_t length, size_t at) {
    while (at < length && text[at] == ' ') at++;
    return at;
}

static bool is_han(uint32_t c) {
    return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) ||
           (c >= 0xFF00 && c < 0xFFF0);
}

/* What may not begin a line: closing marks. */
static bool closes(uint32_t c) {
    static const uint32_t marks[] = {0x3001, 0x3002, 0xFF01, 0xFF09,
                                     0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c) return true;
    return false;
}

/* Whether a line may end right before `at`, because a Chinese sign stands on one side. */
static bool between_signs(const char *text, size_t length, size_t at) {
    size_t before = at, here = at;
    if (at == 0 || at >= length || ((unsigned char)text[at] & 0xC0) == 0x80) return false;
    do before--;
    while (before > 0 && ((unsigned char)text[before] & 0xC0) == 0x80);
    uint32_t last = fonts_decode(text, length, &before), next = fonts_decode(text, length, &here);
    return (is_han(last) || is_han(next)) && !closes(next);
}

size_t fonts_break(Fonts *fonts, FontId font, float size, const char *text, size_t length,
                   float width, size_t *next) {
    const char *newline = memchr(text, '\n', length);
    size_t line = newline ? (size_t)(newline - text) : length;
    size_t fits = fonts_fit(fonts, font, size, text, line, width);
    if (fits == line) {
        *next = newline ? line + 1 : length;
        return line;
    }
    /* A space that just does not fit may hang over the edge. */
    size_t end = fits;
    while (end > 0 && text[end] != ' ' && !between_signs(text, line, end)) end--;
    if (end > 0) {
        *next = skip_spaces(text, length, end);
        while (end > 0 && text[end - 1] == ' ') end--;
        if (end > 0) return end;
    }
    if (fits == 0) fonts_decode(text, length, &fits);
    *next = fits;
    return fits;
}
