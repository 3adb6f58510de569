#include "lesson/lesson_problem.h"

#include "lesson/lesson_utf8.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { QUOTE_LONGEST = 60, LINE_BEFORE = 50, LINE_SHOWN = 96, REPLACEMENT = 0xFFFD };

static const char *format_text(LessonPool *pool, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0) return "";
    char *text = lesson_pool_alloc(pool, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

void lesson_problems_start(LessonProblems *problems, const char *file, const char *text,
                           size_t length) {
    lesson_problems_clear(problems);
    problems->file = lesson_pool_copy(&problems->pool, file, strlen(file));
    bool marked = text && length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3); /* byte order mark */
    problems->length = !text ? 0 : marked ? length - 3 : length;
    problems->text = lesson_pool_copy(&problems->pool,
                                      !text    ? ""
                                      : marked ? text + 3
                                               : text,
                                      problems->length);
    /* One more than is shown: a place for what is dropped. */
    problems->items =
        lesson_pool_alloc(&problems->pool, (LESSON_PROBLEMS_SHOWN + 1) * sizeof(LessonProblem));
}

void lesson_problems_clear(LessonProblems *problems) {
    lesson_pool_clear(&problems->pool);
    *problems = (LessonProblems){0};
}

static bool is_before(const LessonProblem *a, const LessonProblem *b) {
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

void lesson_problems_sort(LessonProblems *problems) {
    for (size_t i = 1; i < problems->count; i++) {
        LessonProblem moved = problems->items[i];
        size_t to = i;
        for (; to > 0 && is_before(&moved, &problems->items[to - 1]); to--)
            problems->items[to] = problems->items[to - 1];
        problems->items[to] = moved;
    }
}

LessonProblem *lesson_problem_add(LessonProblems *problems, const LessonPlace *place,
                                  const char *format, ...) {
    static const LessonPlace WHOLE_FILE = {.path = ""};
    if (!place) place = &WHOLE_FILE;
    LessonProblem *problem = &problems->items[problems->count];
    if (problems->count < LESSON_PROBLEMS_SHOWN)
        problems->count++;
    else
        problems->more = true;
    const char *path = place->path ? place->path : "";
    va_list args;
    va_start(args, format);
    *problem = (LessonProblem){.line = place->line,
                               .column = place->column,
                               .end_column = place->end_column,
                               .path = lesson_pool_copy(&problems->pool, path, strlen(path)),
                               .text = format_text(&problems->pool, format, args),
                               .nearest = "",
                               .hint = ""};
    va_end(args);
    return problem;
}

void lesson_problem_hint(LessonProblems *problems, LessonProblem *problem, const char *format,
                         ...) {
    va_list args;
    va_start(args, format);
    problem->hint = format_text(&problems->pool, format, args);
    va_end(args);
}

void lesson_problem_expect(LessonProblems *problems, LessonProblem *problem, const char *given,
                           const char *const *names, size_t count) {
    const char **copies = lesson_pool_alloc(&problems->pool, count * sizeof *copies);
    for (size_t i = 0; i < count; i++)
        copies[i] = lesson_pool_copy(&problems->pool, names[i], strlen(names[i]));
    problem->expected = copies;
    problem->expected_count = count;
    const char *nearest = given ? lesson_nearest_far(given, copies, count) : NULL;
    if (!nearest) return;
    problem->nearest = nearest;
    problem->slip = lesson_nearest_slip(given, nearest);
}

/* Writes one character of a quoted text and returns how many bytes that took, at most 6. */
static size_t quote_character(uint32_t code, char *to) {
    if (code == '\n' || code == '\t' || code == '\r') {
        to[0] = '\\';
        to[1] = code == '\n' ? 'n' : code == '\t' ? 't' : 'r';
        return 2;
    }
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return (size_t)snprintf(to, 7, "\\u%04x", (unsigned)code & 0xFFFF);
    return lesson_utf8_encode(code, to);
}

const char *lesson_problem_quote(LessonProblems *problems, const char *text, size_t length) {
    char quoted[QUOTE_LONGEST * 6 + 8];
    size_t used = 0, at = 0;
    quoted[used++] = '"';
    for (int shown = 0; at < length && shown < QUOTE_LONGEST; shown++) {
        uint32_t code = REPLACEMENT;
        size_t bytes = lesson_utf8_decode(text + at, length - at, &code);
        at += bytes ? bytes : 1;
        used += quote_character(code, quoted + used);
    }
    if (at < length) used += lesson_utf8_encode(0x2026, quoted + used); /* an ellipsis */
    quoted[used++] = '"';
    return lesson_pool_copy(&problems->pool, quoted, used);
}

/* ---- Printing ---------------------------------------------------------------------------- */

static const char *find_line(const LessonProblems *problems, int line, size_t *length) {
    const char *at = problems->text, *end = problems->text + problems->length;
    for (; line > 1 && at < end; line--) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((newline ? newline : end) - at);
    if (*length && at[*length - 1] == '\r') --*length;
    return at;
}

static void put_code(uint32_t code, FILE *to) {
    char bytes[4] = {0};
    bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    fwrite(bytes, 1, lesson_utf8_encode(control ? REPLACEMENT : code, bytes), to);
}

/* Shows the columns from `first` on, at most LINE_SHOWN of them; a tab as one blank, so that the
   marks below stand under what they mark. The mark line is written to `marks` meanwhile. */
static void print_line(const char *line, size_t length, const LessonProblem *problem, int first,
                       FILE *to, char *marks) {
    size_t at = 0;
    int column = 1;
    for (; at < length && column < first + LINE_SHOWN; column++) {
        uint32_t code = REPLACEMENT;
        size_t bytes = lesson_utf8_decode(line + at, length - at, &code);
        at += bytes ? bytes : 1;
        if (column < first) continue;
        put_code(code == '\t' ? ' ' : code, to);
        bool marked = column >= problem->column && column < problem->end_column;
        for (int i = lesson_utf8_width(code); i > 0; i--)
            *marks++ = !marked ? ' ' : column == problem->column ? '^' : '~';
    }
    if (at < length) fputs("…", to);
    if (at >= length && problem->column >= column) *marks++ = '^'; /* just after the line's end */
    *marks = '\0';
}

static void print_place(const LessonProblems *problems, const LessonProblem *problem, FILE *to) {
    size_t length;
    const char *line = find_line(problems, problem->line, &length);
    char marks[LINE_SHOWN * 2 + 4];
    int first = problem->column > LINE_BEFORE + 20 ? problem->column - LINE_BEFORE : 1;
    fprintf(to, "%6d | %s", problem->line, first > 1 ? "…" : "");
    print_line(line, length, problem, first, to, marks);
    size_t used = strlen(marks);
    while (used && marks[used - 1] == ' ') marks[--used] = '\0';
    fprintf(to, "\n       | %s%s\n", first > 1 ? " " : "", marks);
}

static void print_indented(const char *text, FILE *to) {
    for (;;) {
        size_t length = strcspn(text, "\n");
        fprintf(to, "  %.*s\n", (int)length, text);
        if (!text[length]) return;
        text += length + 1;
    }
}

void lesson_problem_print(const LessonProblems *problems, const LessonProblem *problem, FILE *to) {
    fputs(problems->file, to);
    if (problem->line) fprintf(to, ":%d:%d", problem->line, problem->column);
    fprintf(to, ": %s%s%s\n", problem->path, problem->path[0] ? ": " : "", problem->text);
    if (problem->line) print_place(problems, problem, to);
    if (problem->nearest[0]) fprintf(to, "  did you mean \"%s\"?\n", problem->nearest);
    if (problem->expected_count) {
        fputs("  expected: ", to);
        for (size_t i = 0; i < problem->expected_count; i++)
            fprintf(to, "%s%s", i ? ", " : "", problem->expected[i]);
        fputc('\n', to);
    }
    if (problem->hint[0]) print_indented(problem->hint, to);
}

void lesson_problems_print(const LessonProblems *problems, FILE *to) {
    for (size_t i = 0; i < problems->count; i++) {
        if (i) fputc('\n', to);
        lesson_problem_print(problems, &problems->items[i], to);
    }
    if (problems->more)
        fprintf(to, "\nThere are more problems; the first %d are shown.\n", LESSON_PROBLEMS_SHOWN);
}
