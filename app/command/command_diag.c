#include "command/command.h"

#include <string.h>

static const char *const diag_names[] = {
    [DIAG_SYNTAX] = "SyntaxError", [DIAG_INDENTATION] = "IndentationError",
    [DIAG_TAB] = "TabError",       [DIAG_UNSUPPORTED] = "Coroscope does not run this",
    [DIAG_LIMIT] = "Coroscope",
};

enum { LINE_SHOWN = 4000, LINE_BEFORE = 2000 };

static const char *line_of(const LessonProgram *p, int number, int *size) {
    const char *line = p->text;
    for (int n = 1; line && n < number; n++) {
        line = strchr(line, '\n');
        if (line) line++;
    }
    *size = line ? (int)strcspn(line, "\r\n") : 0;
    return line;
}

/* ---- characters of a line ---- */

static bool begins_character(char c) {
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* Offset of the byte at which the character `index` (from 0) begins, at most `size`. */
static int byte_of(const char *line, int size, int index) {
    int at = 0;
    for (; at < size; at++) {
        if (begins_character(line[at]) && index-- == 0) return at;
    }
    return size;
}

static int characters(const char *line, int size) {
    int count = 0;
    for (int i = 0; i < size; i++) count += begins_character(line[i]);
    return count;
}

/* ---- marks ---- */

/* The characters that are marked, from 0, the end exclusive. */
typedef struct {
    int from, to;
} Marks;

/* A column as CPython has it in the exception: a place that its compiler reports counts bytes. */
static int offset_of(const Diag *d, const char *line, int size, int column) {
    return d->in_bytes && column > 0 ? byte_of(line, size, column - 1) + 1 : column;
}

static int at_most(int value, int limit) {
    return value < limit ? value : limit;
}

/* What CPython marks: offsets are taken for characters, whatever they count. */
static Marks find_marks(const Diag *d, const char *line, int size) {
    int length = characters(line, size) + 1; /* with the line's end */
    int offset = offset_of(d, line, size, d->column), end = length;
    if (d->line == d->end_line) end = offset_of(d, line, size, d->end_column);
    if (d->end_column <= 0) end = offset;
    offset = at_most(offset, length);
    end = at_most(end, length);
    return (Marks){offset - 1, end > offset ? end - 1 : offset};
}

/* A tab or other blank stands above its like, so that the marks stand where the text does. */
static void put_margin(const char *line, int size, int from, int to, FILE *out) {
    for (int i = from; i < to; i++) {
        char c = i < size ? line[byte_of(line, size, i)] : ' ';
        fputc(c == '\t' || c == '\f' || c == '\v' ? c : ' ', out);
    }
}

/* The line without the spaces that it begins with and the marks under the mistake; of a very long
 * line the part around it. */
static void print_line(const Diag *d, const char *line, int size, FILE *to) {
    int count = characters(line, size), start = 0;
    while (start < size && (line[start] == ' ' || line[start] == '\f')) start++;
    Marks marks = find_marks(d, line, size);
    if (count - start > LINE_SHOWN && marks.from - start > LINE_BEFORE) {
        start = marks.from - LINE_BEFORE;
    }
    int first = byte_of(line, size, start), last = byte_of(line, size, start + LINE_SHOWN);
    fprintf(to, "    %.*s\n", last - first, line + first);
    if (marks.from < start || d->placeless) return;
    fputs("    ", to);
    put_margin(line, size, start, marks.from, to);
    for (int i = marks.from; i < marks.to && i < marks.from + LINE_SHOWN; i++) fputc('^', to);
    fputc('\n', to);
}

void command_print_diag(const Session *s, FILE *to) {
    const Diag *d = &s->diag;
    const LessonProgram *p = &s->lesson.program;
    int size;
    const char *line = line_of(p, d->line, &size);
    fprintf(to, "  File \"%s\", line %d\n", p->name, d->line);
    if (line && d->kind != DIAG_LIMIT) print_line(d, line, size, to);
    fprintf(to, "%s: %s\n", diag_names[d->kind], d->text);
    if (*d->hint) fprintf(to, "Hint: %s\n", d->hint);
}
