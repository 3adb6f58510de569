#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Drops a UTF-8 sequence that the buffer's end has cut in two. */
static void trim_partial(char *text) {
    size_t length = strlen(text), start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) start--;
    if (start == 0) return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length - (start - 1) < need) text[start - 1] = '\0';
}

static void format_text(char *out, size_t size, const char *format, va_list args) {
    int length = vsnprintf(out, size, format, args);
    if (length < 0) out[0] = '\0';
    if (length >= 0 && (size_t)length >= size) trim_partial(out);
}

static void fill(Diag *d, DiagKind kind, bool in_bytes, const int place[4], const char *format,
                 va_list args) {
    d->kind = kind;
    d->in_bytes = in_bytes;
    d->line = place[0];
    d->placeless = false;
    d->column = place[1];
    d->end_line = place[2];
    d->end_column = place[3];
    d->hint[0] = '\0';
    format_text(d->text, sizeof d->text, format, args);
}

void diag_set(Diag *d, DiagKind kind, int line, int column, int end_line, int end_column,
              const char *format, ...) {
    if (d->kind != DIAG_NONE) return;
    va_list args;
    va_start(args, format);
    fill(d, kind, false, (const int[]){line, column, end_line, end_column}, format, args);
    va_end(args);
}

void diag_set_in_bytes(Diag *d, DiagKind kind, int line, int column, int end_line, int end_column,
                       const char *format, ...) {
    if (d->kind != DIAG_NONE) return;
    va_list args;
    va_start(args, format);
    fill(d, kind, true, (const int[]){line, column, end_line, end_column}, format, args);
    va_end(args);
}

void diag_hint(Diag *d, const char *format, ...) {
    va_list args;
    va_start(args, format);
    format_text(d->hint, sizeof d->hint, format, args);
    va_end(args);
}
