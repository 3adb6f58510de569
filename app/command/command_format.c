#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/lesson_index.h"
#include "lesson/lesson_layout.h"
#include "platform/platform_files.h"

/* Lays lesson files out anew. A file with problems is not touched. */

static bool is_index(const char *path) {
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, "index.json") == 0;
}

/* False: standard error says what is wrong. */
static bool load(const char *path, LessonProblems *problems) {
    SessionContext context = command_context("en");
    LessonContext load = {.reader = context.reader};
    bool good;
    if (is_index(path)) {
        LessonIndex index;
        good = lesson_index_load(&load, path, &index, problems);
        lesson_index_clear(&index);
    } else {
        Lesson lesson;
        good = lesson_load(&load, path, &lesson, problems);
        lesson_clear(&lesson);
    }
    if (!good) {
        lesson_problems_print(problems, stderr);
        fprintf(stderr, "\ncoroscope: %s has problems and was left as it is\n", path);
    }
    return good;
}

static bool write(const char *path, const char *text, size_t length) {
    char error[256];
    if (platform_write_file(path, text, length, error, sizeof error)) {
        printf("%s: laid out\n", path);
        return true;
    }
    fprintf(stderr, "coroscope: %s\n", error);
    return false;
}

/* 0 when nothing is left to do, else an exit status. */
static int lay_out(const char *path, const CommandOptions *o, const char *was, size_t was_length) {
    LessonProblems ignored = {0};
    JsonScan scan = {0};
    size_t length = 0;
    lesson_problems_start(&ignored, path, was, was_length);
    const LessonShape *shape = is_index(path) ? &LESSON_INDEX_SHAPE : &LESSON_SHAPE;
    bool scanned = json_scan(&scan, ignored.text, ignored.length, &ignored);
    char *text = scanned ? lesson_layout(&scan, shape, &length) : NULL;
    bool same = text && length == was_length && memcmp(text, was, length) == 0;
    int status = text ? 0 : EXIT_FAILED;
    if (text && !same && o->check) {
        printf("%s: is not laid out as `coroscope format` does\n", path);
        status = EXIT_FAILED;
    } else if (text && !same && !write(path, text, length)) {
        status = EXIT_FAILED;
    }
    free(text);
    json_scan_clear(&scan);
    lesson_problems_clear(&ignored);
    return status;
}

static int format_file(const char *path, const CommandOptions *o) {
    LessonProblems problems = {0};
    char *text = NULL, error[256];
    size_t length = 0, dot = strlen(path);
    int status = EXIT_FAILED;
    if (dot < 5 || strcmp(path + dot - 5, ".json") != 0) {
        fprintf(stderr, "coroscope: %s is no lesson: its name does not end in .json\n", path);
        return EXIT_USAGE;
    }
    if (!load(path, &problems)) goto done;
    if (platform_read_file(path, JSON_LONGEST_FILE, &text, &length, error, sizeof error))
        status = lay_out(path, o, text, length);
    else
        fprintf(stderr, "coroscope: %s\n", error);
done:
    free(text);
    lesson_problems_clear(&problems);
    return status;
}

int command_format(const CommandOptions *o) {
    int status = 0;
    for (int i = 0; i < o->file_count; i++) {
        int one = format_file(o->files[i], o);
        if (one > status) status = one;
    }
    return status;
}
