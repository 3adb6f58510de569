#include "lesson/lesson_index.h"

#include "lesson/lesson_program.h"
#include "lesson/lesson_read.h"

#include <stdlib.h>
#include <string.h>

static bool is_readable(const LessonContext *context, const char *path) {
    char *text = NULL;
    size_t length = 0;
    bool read = context->reader.read(context->reader.user, path, &text, &length);
    free(text);
    return read;
}

/* An index that came with a lesson leads to no file elsewhere, in words or by a link. */
static bool is_inside(const LessonReader *reader, const char *folder, const char *file,
                      const char *path) {
    if (lesson_program_outside(file)) return false;
    return !reader->inside || reader->inside(reader->user, folder, path);
}

/* Puts the index's folder before the chapter's paths, and looks whether they can be read. */
static void find_lessons(const LessonContext *context, const char *folder, LessonChapter *chapter,
                         const JsonScan *scan, LessonPool *pool, LessonProblems *problems) {
    for (size_t i = 0; i < chapter->lessons.count; i++) {
        const char *file = chapter->lessons.items[i];
        if (!file) continue;
        const char *path = lesson_program_join(folder, file, pool);
        chapter->lessons.items[i] = path;
        bool inside = is_inside(&context->reader, folder, file, path);
        if (inside && is_readable(context, path)) continue;
        size_t item = json_scan_item(scan, chapter->place.node, "lessons", i);
        LessonPlace place = json_scan_place(scan, item, &problems->pool);
        lesson_problem_add(problems, &place,
                           inside ? "%s cannot be read" : "%s does not lie below the index",
                           lesson_problem_quote(problems, file, strlen(file)));
    }
}

static void check_number(const LessonIndex *index, size_t i, const JsonScan *scan,
                         LessonProblems *problems) {
    const LessonChapter *chapter = &index->chapters.items[i];
    if (!i || !chapter->number || chapter->number > chapter[-1].number) return;
    size_t node = json_scan_field(scan, chapter->place.node, "number");
    LessonPlace place = json_scan_place(scan, node, &problems->pool);
    lesson_problem_add(problems, &place, "must be above %d, the number of the chapter before",
                       (int)chapter[-1].number);
}

static void load(const LessonContext *context, const char *path, const char *text, size_t length,
                 LessonIndex *index, LessonProblems *problems) {
    JsonScan scan;
    LessonPool pool = {0};
    bool there = lesson_read(&LESSON_INDEX_SHAPE, text, length, &scan, &pool, problems, index);
    index->pool = pool;
    const char *folder = lesson_program_folder(path, &index->pool);
    for (size_t i = 0; there && i < index->chapters.count; i++) {
        find_lessons(context, folder, &index->chapters.items[i], &scan, &index->pool, problems);
        check_number(index, i, &scan, problems);
    }
    json_scan_clear(&scan);
}

bool lesson_index_load(const LessonContext *context, const char *path, LessonIndex *index,
                       LessonProblems *problems) {
    char *text = NULL;
    size_t length = 0;
    *index = (LessonIndex){0};
    bool read = context->reader.read(context->reader.user, path, &text, &length);
    lesson_problems_start(problems, path, text, length);
    if (read)
        load(context, path, text, length, index, problems);
    else
        lesson_problem_add(problems, NULL, "the file cannot be read");
    free(text);
    lesson_problems_sort(problems);
    if (!problems->count) return true;
    lesson_index_clear(index);
    return false;
}

void lesson_index_clear(LessonIndex *index) {
    lesson_pool_clear(&index->pool);
    *index = (LessonIndex){0};
}
