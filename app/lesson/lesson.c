#include "lesson/lesson.h"

#include "lesson/lesson_check.h"
#include "lesson/lesson_program.h"
#include "lesson/lesson_read.h"
#include "lesson/lesson_world.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Loading ----------------------------------------------------------------------------- */

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length > tail && !strcmp(text + length - tail, end);
}

static void load_json(const LessonContext *context, const char *text, size_t length, Lesson *lesson,
                      LessonProblems *problems) {
    JsonScan scan;
    Lesson read = {0};
    LessonPool pool = {0};
    bool there = lesson_read(&LESSON_SHAPE, text, length, &scan, &pool, problems, &read);
    read.pool = pool;
    read.path = lesson->path;
    pool = lesson->pool; /* it holds the path only */
    *lesson = read;
    lesson->path = lesson_pool_copy(&lesson->pool, read.path, strlen(read.path));
    lesson_pool_clear(&pool);
    if (there) {
        lesson_program_load(context, lesson, &scan, problems);
        lesson_check(context, lesson, &scan, problems);
        if (!problems->count) lesson_world_from_lesson(lesson, text, length);
    }
    json_scan_clear(&scan);
}

/* kitchen_rush.py is titled "Kitchen rush". */
static const char *title_of(const char *name, LessonPool *pool) {
    char *title = lesson_pool_copy(pool, name, strlen(name) - 3);
    for (char *at = title; *at; at++) {
        if (*at == '_' || *at == '-') *at = ' ';
    }
    title[0] = (char)toupper((unsigned char)title[0]);
    return title;
}

static void load_bare(const char *text, size_t length, Lesson *lesson, LessonProblems *problems) {
    if (!lesson_program_load_bare(lesson, text, length, problems)) return;
    const char *name = lesson->program.name;
    LessonTranslation *title = lesson_pool_alloc(&lesson->pool, sizeof *title);
    *title = (LessonTranslation){.language = "", .text = title_of(name, &lesson->pool)};
    lesson->title = (LessonText){title, 1};
    lesson->id = lesson_pool_copy(&lesson->pool, name, strlen(name) - 3);
    lesson->is_bare = true;
    lesson->format = LESSON_FORMAT;
    lesson->place.path = "";
    lesson->view.zoom = 1;
    lesson->expect.elapsed = -1;
    lesson_world_from_program(lesson, problems);
}

bool lesson_load(const LessonContext *context, const char *path, Lesson *lesson,
                 LessonProblems *problems) {
    char *text = NULL;
    size_t length = 0;
    *lesson = (Lesson){0};
    bool bare = ends_with(path, ".py");
    bool read = (bare || ends_with(path, ".json")) &&
                context->reader.read(context->reader.user, path, &text, &length);
    lesson_problems_start(problems, path, text, length);
    lesson->path = lesson_pool_copy(&lesson->pool, path, strlen(path));
    if (read && bare)
        load_bare(text, length, lesson, problems);
    else if (read)
        load_json(context, text, length, lesson, problems);
    else if (bare || ends_with(path, ".json"))
        lesson_problem_add(problems, NULL, "the file cannot be read");
    else
        lesson_problem_add(problems, NULL, "a lesson's file ends in .json, a program's in .py");
    free(text);
    if (context->world && !problems->count)
        lesson_world_from_file(&context->reader, context->world, lesson, problems);
    lesson_problems_sort(problems);
    if (!problems->count) return true;
    lesson_clear(lesson);
    return false;
}

void lesson_clear(Lesson *lesson) {
    lesson_pool_clear(&lesson->pool);
    *lesson = (Lesson){0};
}

/* ---- Languages --------------------------------------------------------------------------- */

static const char *find_wording(const LessonText *text, const char *language, size_t length) {
    for (size_t i = 0; i < text->count; i++) {
        const char *has = text->items[i].language;
        if (strlen(has) == length && !memcmp(has, language, length)) return text->items[i].text;
    }
    return NULL;
}

const char *lesson_text(const LessonText *text, const char *language) {
    if (!text->count) return "";
    const char *found = find_wording(text, language, strlen(language));
    if (!found) found = find_wording(text, language, strcspn(language, "-_"));
    if (!found) found = find_wording(text, "en", 2);
    return found ? found : text->items[0].text;
}
