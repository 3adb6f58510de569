#include "lesson/lesson_program.h"

#include "lesson/lesson_utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_SHOWN = 20 };

/* Names of a folder that end in .py. */
typedef struct FileNames {
    LessonPool *pool;
    const char *items[NAMES_SHOWN];
    size_t count;
} FileNames;

/* ---- Paths ------------------------------------------------------------------------------- */

const char *lesson_program_folder(const char *path, LessonPool *pool) {
    const char *slash = strrchr(path, '/');
    size_t length = !slash ? 0 : slash == path ? 1 : (size_t)(slash - path);
    return lesson_pool_copy(pool, path, length);
}

const char *lesson_program_file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *lesson_program_join(const char *folder, const char *name, LessonPool *pool) {
    size_t length = strlen(folder);
    bool slash = length && folder[length - 1] != '/';
    return lesson_pool_format(pool, "%s%s%s", folder, slash ? "/" : "", name);
}

const char *lesson_program_outside(const char *path) {
    if (strchr(path, '\\')) return "has a \"\\\": folders are parted by \"/\"";
    if (path[0] == '/' || (isalpha((unsigned char)path[0]) && path[1] == ':'))
        return "is not inside the lesson's folder";
    for (const char *at = path; *at;) {
        size_t length = strcspn(at, "/");
        if (length == 2 && !memcmp(at, "..", 2)) return "leaves the lesson's folder";
        at += length + (at[length] == '/');
    }
    return NULL;
}

/* ---- Reading ----------------------------------------------------------------------------- */

static void collect_name(void *to, const char *name) {
    FileNames *names = to;
    size_t length = strlen(name);
    if (length < 4 || strcmp(name + length - 3, ".py") != 0) return;
    if (names->count < NAMES_SHOWN)
        names->items[names->count++] = lesson_pool_copy(names->pool, name, length);
}

static int compare_strings(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void report_missing(const LessonContext *context, const Lesson *lesson,
                           const LessonPlace *place, LessonProblems *problems) {
    const char *file = lesson->program.file;
    const char *folder = lesson_program_folder(lesson->program.path, &problems->pool);
    LessonProblem *problem = lesson_problem_add(problems, place, "%s cannot be read",
                                                lesson_problem_quote(problems, file, strlen(file)));
    FileNames names = {.pool = &problems->pool};
    if (context->reader.list)
        context->reader.list(context->reader.user, folder, collect_name, &names);
    qsort(names.items, names.count, sizeof *names.items, compare_strings);
    lesson_problem_expect(problems, problem, lesson->program.name, names.items, names.count);
    if (!names.count) lesson_problem_hint(problems, problem, "There is no .py file beside it.");
}

static void report_outside(const char *file, const char *fault, const LessonPlace *place,
                           LessonProblems *problems) {
    const char *quoted = lesson_problem_quote(problems, file, strlen(file));
    LessonProblem *problem = lesson_problem_add(problems, place, "%s %s", quoted, fault);
    lesson_problem_hint(problems, problem, "The program stands beside the lesson's file.");
}

/* Says at `place` (NULL: in the program itself) what makes the bytes no program; true if nothing.
 */
static bool check_bytes(const char *name, const char *text, size_t length, const LessonPlace *place,
                        LessonProblems *problems) {
    if (length > LESSON_LONGEST_PROGRAM) {
        lesson_problem_add(problems, place, "%s has %zu bytes: more than 1 MiB is refused", name,
                           length);
        return false;
    }
    size_t bad = lesson_utf8_check(text, length);
    const char *nul = memchr(text, '\0', bad);
    if (nul) bad = (size_t)(nul - text);
    if (bad == length) return true;
    LessonPlace own = {.path = ""};
    lesson_utf8_position(text, bad, &own.line, &own.column);
    own.end_column = own.column + 1;
    const char *what = nul ? "is not text" : "is not UTF-8";
    unsigned byte = (unsigned char)text[bad];
    if (!place)
        lesson_problem_add(problems, &own, "the byte 0x%02X %s", byte, what);
    else
        lesson_problem_add(problems, place, "%s: the byte 0x%02X in line %d, column %d %s", name,
                           byte, own.line, own.column, what);
    return false;
}

/* Keeps the text without an editor's byte order mark, as Python reads it. */
static void keep_text(Lesson *lesson, const char *text, size_t length) {
    size_t mark = length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3) ? 3 : 0;
    lesson->program.length = length - mark;
    lesson->program.text = lesson_pool_copy(&lesson->pool, text + mark, length - mark);
}

static void load_file(const LessonContext *context, Lesson *lesson, const LessonPlace *place,
                      LessonProblems *problems) {
    LessonProgram *program = &lesson->program;
    const char *fault = lesson_program_outside(program->file);
    if (fault) {
        report_outside(program->file, fault, place, problems);
        return;
    }
    const char *folder = lesson_program_folder(lesson->path, &lesson->pool);
    const char *file = program->file;
    while (!strncmp(file, "./", 2)) file += 2;
    program->path = lesson_program_join(folder, file, &lesson->pool);
    program->name = lesson_program_file_name(program->path);
    const LessonReader *reader = &context->reader;
    if (reader->inside && !reader->inside(reader->user, folder, program->path)) {
        report_outside(file, "is a link out of the lesson's folder, or no ordinary file", place,
                       problems);
        return;
    }
    char *text = NULL;
    size_t length = 0;
    if (!reader->read(reader->user, program->path, &text, &length)) {
        report_missing(context, lesson, place, problems);
        return;
    }
    if (check_bytes(program->name, text, length, place, problems)) keep_text(lesson, text, length);
    free(text);
}

/* scenarios/queues/bounded.json gives bounded.py. */
static const char *name_after_lesson(Lesson *lesson) {
    const char *name = lesson_program_file_name(lesson->path);
    const char *dot = strrchr(name, '.');
    int length = (int)(dot && dot > name ? (size_t)(dot - name) : strlen(name));
    return lesson_pool_format(&lesson->pool, "%.*s.py", length, name);
}

void lesson_program_load(const LessonContext *context, Lesson *lesson, const JsonScan *scan,
                         LessonProblems *problems) {
    LessonProgram *program = &lesson->program;
    if (program->kind == LESSON_PROGRAM_TEXT && program->text) {
        program->length = strlen(program->text);
        program->name = name_after_lesson(lesson);
    }
    if (program->kind != LESSON_PROGRAM_FILE || !program->file) return;
    size_t node = json_scan_field(scan, program->place.node, "file");
    LessonPlace place = json_scan_place(scan, node, &lesson->pool);
    load_file(context, lesson, &place, problems);
}

bool lesson_program_load_bare(Lesson *lesson, const char *text, size_t length,
                              LessonProblems *problems) {
    LessonProgram *program = &lesson->program;
    program->kind = LESSON_PROGRAM_FILE;
    program->path = lesson->path;
    program->file = program->name = lesson_program_file_name(lesson->path);
    if (!check_bytes("the file", text, length, NULL, problems)) return false;
    keep_text(lesson, text, length);
    return true;
}

/* ---- Lines ------------------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

bool lesson_program_next_line(const LessonProgram *program, LessonLine *line) {
    if (line->next >= program->length) return false;
    const char *begin = program->text + line->next, *all_end = program->text + program->length;
    const char *end = memchr(begin, '\n', (size_t)(all_end - begin));
    if (!end) end = all_end;
    line->next = (size_t)(end - program->text) + 1;
    while (begin < end && is_space(*begin)) begin++;
    while (end > begin && is_space(end[-1])) end--;
    line->number++;
    line->text = begin;
    line->length = (size_t)(end - begin);
    line->is_code = line->length && *begin != '#';
    return true;
}
