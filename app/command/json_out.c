#include "command/json_out.h"

#include <stdlib.h>
#include <string.h>

/* One UTF-8 character; bytes that are none come out one by one. */
static uint32_t next_code_point(const unsigned char *p, size_t left, size_t *size) {
    static const unsigned char first_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    size_t n = p[0] < 0x80 ? 1 : p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : p[0] >= 0xC0 ? 2 : 1;
    *size = n <= left ? n : 1;
    if (*size == 1) return p[0];
    uint32_t c = p[0] & first_mask[n];
    for (size_t i = 1; i < n; i++) c = c << 6 | (p[i] & 0x3F);
    return c;
}

static void put_escaped(FILE *to, uint32_t c) {
    static const char *const named[] = {
        ['"'] = "\\\"", ['\\'] = "\\\\", ['\n'] = "\\n", ['\r'] = "\\r",
        ['\t'] = "\\t", ['\b'] = "\\b",  ['\f'] = "\\f"};
    if (c < sizeof named / sizeof *named && named[c]) {
        fputs(named[c], to);
    } else if (c >= 0x20 && c < 0x7F) {
        fputc((int)c, to);
    } else if (c < 0x10000) {
        fprintf(to, "\\u%04x", c);
    } else {
        c -= 0x10000;
        fprintf(to, "\\u%04x\\u%04x", 0xD800 + (c >> 10), 0xDC00 + (c & 0x3FF));
    }
}

void json_text(FILE *to, const char *text, size_t size) {
    fputc('"', to);
    for (size_t i = 0, step = 1; i < size; i += step) {
        put_escaped(to, next_code_point((const unsigned char *)text + i, size - i, &step));
    }
    fputc('"', to);
}

void json_string(FILE *to, const char *text) {
    if (text) {
        json_text(to, text, strlen(text));
    } else {
        fputs("null", to);
    }
}

void json_seconds(FILE *to, int64_t ns) {
    double seconds = (double)ns / 1e9;
    char text[32];
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, seconds);
        if (strtod(text, NULL) == seconds) break;
    }
    if (strchr(text, 'e') && seconds < 1e16 && (seconds >= 1e-4 || seconds == 0)) {
        snprintf(text, sizeof text, "%.0f", seconds);
    }
    fputs(text, to);
    if (!strpbrk(text, ".e")) fputs(".0", to);
}
