#include "lesson/lesson_utf8.h"

/* First and last first-byte of a form, how many bytes follow, and the smallest code it may hold. */
typedef struct Form {
    unsigned char first, last;
    size_t follow;
    uint32_t smallest;
} Form;

typedef struct Range {
    uint32_t first, last;
} Range;

static const Form FORMS[] = {
    {0x00, 0x7F, 0, 0}, {0xC2, 0xDF, 1, 0x80}, {0xE0, 0xEF, 2, 0x800}, {0xF0, 0xF4, 3, 0x10000}};

static const Range WIDE[] = {
    {0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1FAFF}, {0x20000, 0x3FFFD}};

static size_t decode_form(const Form *form, const char *text, size_t left, uint32_t *code) {
    if (left <= form->follow) return 0;
    unsigned char lead = (unsigned char)text[0];
    uint32_t value = form->follow ? lead & (0x3FU >> form->follow) : lead;
    for (size_t i = 1; i <= form->follow; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0) != 0x80) return 0;
        value = value << 6 | (byte & 0x3F);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < form->smallest || value > 0x10FFFF || surrogate) return 0;
    *code = value;
    return form->follow + 1;
}

size_t lesson_utf8_decode(const char *text, size_t left, uint32_t *code) {
    unsigned char lead = (unsigned char)text[0];
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        if (lead >= FORMS[i].first && lead <= FORMS[i].last)
            return decode_form(&FORMS[i], text, left, code);
    }
    return 0;
}

size_t lesson_utf8_check(const char *text, size_t length) {
    size_t offset = 0;
    while (offset < length) {
        uint32_t code;
        size_t bytes = lesson_utf8_decode(text + offset, length - offset, &code);
        if (!bytes) return offset;
        offset += bytes;
    }
    return length;
}

size_t lesson_utf8_encode(uint32_t code, char *to) {
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    size_t follow = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    for (size_t i = follow; i > 0; i--, code >>= 6) to[i] = (char)(0x80 | (code & 0x3F));
    to[0] = (char)((0xFF00U >> (follow + 1) & 0xFF) | code);
    return follow + 1;
}

int lesson_utf8_width(uint32_t code) {
    for (size_t i = 0; i < sizeof WIDE / sizeof *WIDE; i++) {
        if (code >= WIDE[i].first && code <= WIDE[i].last) return 2;
    }
    return 1;
}

void lesson_utf8_position(const char *text, size_t offset, int *line, int *column) {
    *line = *column = 1;
    for (size_t at = 0; at < offset;) {
        uint32_t code = 0;
        size_t bytes = lesson_utf8_decode(text + at, offset - at, &code);
        bool new_line = text[at] == '\n';
        *line += new_line;
        *column = new_line ? 1 : *column + 1;
        at += bytes ? bytes : 1;
    }
}
