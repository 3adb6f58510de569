#include "window/shelf.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/timeline_build.h"
#include "model/timeline_talk.h"
#include "platform/platform_files.h"

/* ---- Loading -------------------------------------------------------------------------------- */

static int count_lessons(const LessonIndex *index) {
    size_t count = 0;
    for (size_t i = 0; i < index->chapters.count; i++)
        count += index->chapters.items[i].lessons.count;
    return (int)count;
}

static void load_lesson(Shelf *shelf, ShelfLesson *lesson) {
    LessonContext load = {.reader = shelf->context.reader};
    LessonProblems problems = {0};
    lesson->broken = !lesson_load(&load, lesson->path, &lesson->lesson, &problems);
    lesson->recorded = lesson->broken;
    lesson_problems_clear(&problems);
}

bool shelf_load(Shelf *shelf, const SessionContext *context, const char *index_path) {
    LessonContext load = {.reader = context->reader};
    shelf->context = *context;
    shelf->first = -1;
    if (!lesson_index_load(&load, index_path, &shelf->index, &shelf->problems)) return false;
    int count = count_lessons(&shelf->index);
    shelf->lessons = calloc(count ? (size_t)count : 1, sizeof *shelf->lessons);
    if (!shelf->lessons) {
        lesson_problem_add(&shelf->problems, NULL, "there is not enough memory for the lessons");
        return false;
    }
    for (size_t i = 0; i < shelf->index.chapters.count; i++) {
        const LessonChapter *chapter = &shelf->index.chapters.items[i];
        for (size_t k = 0; k < chapter->lessons.count; k++) {
            ShelfLesson *lesson = &shelf->lessons[shelf->count++];
            lesson->path = chapter->lessons.items[k];
            lesson->chapter = (int)i;
            load_lesson(shelf, lesson);
        }
    }
    return true;
}

void shelf_clear(Shelf *shelf) {
    for (int i = 0; i < shelf->count; i++) {
        free(shelf->lessons[i].own_path);
        lesson_clear(&shelf->lessons[i].lesson);
        timeline_clear(&shelf->lessons[i].timeline);
    }
    if (shelf->open) session_close(&shelf->session);
    free(shelf->lessons);
    lesson_index_clear(&shelf->index);
    lesson_problems_clear(&shelf->problems);
    memset(shelf, 0, sizeof *shelf);
    shelf->first = -1;
}

/* ---- Own files ------------------------------------------------------------------------------ */

bool shelf_is_own(const Shelf *shelf, const ShelfLesson *lesson) {
    return lesson->chapter == (int)shelf->index.chapters.count;
}

int shelf_own_count(const Shelf *shelf) {
    int count = 0;
    while (count < shelf->count && shelf->lessons[shelf->count - 1 - count].own_path) count++;
    return count;
}

bool shelf_add(Shelf *shelf, const char *path) {
    for (int i = 0; i < shelf->count; i++) {
        const char *own = shelf->lessons[i].own_path;
        if (own && strcmp(own, path) == 0) return true;
    }
    char *copy = malloc(strlen(path) + 1);
    size_t size = (size_t)(shelf->count + 1) * sizeof *shelf->lessons;
    ShelfLesson *lessons = copy ? realloc(shelf->lessons, size) : NULL;
    if (!lessons) {
        free(copy);
        return false;
    }
    shelf->lessons = lessons;
    ShelfLesson *lesson = &lessons[shelf->count++];
    *lesson = (ShelfLesson){.own_path = strcpy(copy, path), .path = copy};
    lesson->chapter = (int)shelf->index.chapters.count;
    load_lesson(shelf, lesson);
    return true;
}

int shelf_find(const Shelf *shelf, const char *id) {
    for (int i = 0; i < shelf->count; i++) {
        const char *own = shelf->lessons[i].lesson.id;
        if (own && strcmp(own, id) == 0) return i;
    }
    return -1;
}

void shelf_stop_at(Shelf *shelf, int index, uint64_t step) {
    shelf->lessons[index].stop_step = step;
    shelf->first = index;
}

/* ---- Recording ------------------------------------------------------------------------------ */

static void find_stop(Session *s, ShelfLesson *lesson) {
    lesson->step_count = cs_step_count(s->engine);
    if (!lesson->stop_step || !session_seek_step(s, lesson->stop_step)) return;
    lesson->stop_ns = cs_step_time(s->engine, lesson->stop_step);
    if (cs_handle_run_count(s->engine) == 0) {
        size_t count;
        const CsTalk *talks = cs_talks(s->engine, &count);
        lesson->stop = timeline_talk_at(talks, count, lesson->stop_step);
        return;
    }
    lesson->stop =
        timeline_at(&lesson->timeline, session_order(s), lesson->stop_step, lesson->stop_ns);
}

/* Generators alone are drawn as what they say to each other. */
static void draw_up(const CsEngine *engine, Timeline *timeline) {
    size_t count;
    const CsEvent *events = cs_events(engine, &count);
    if (cs_handle_run_count(engine) > 0) {
        timeline_extend(timeline, events, count);
        return;
    }
    const CsTalk *talks = cs_talks(engine, &count);
    timeline_talk(timeline, talks, count);
}

static void finish_recording(Shelf *shelf) {
    ShelfLesson *lesson = &shelf->lessons[shelf->recording];
    lesson->recorded = true;
    if (shelf->session.engine) draw_up(shelf->session.engine, &lesson->timeline);
    if (shelf->session.engine) find_stop(&shelf->session, lesson);
    session_close(&shelf->session);
    shelf->open = false;
}

/* The lesson to go on with, then the others in order. */
static int next_to_record(const Shelf *shelf) {
    int i = 0;
    if (shelf->first >= 0 && !shelf->lessons[shelf->first].recorded) return shelf->first;
    while (i < shelf->count && shelf->lessons[i].recorded) i++;
    return i;
}

bool shelf_record(Shelf *shelf, uint64_t instructions) {
    if (!shelf->open) shelf->recording = next_to_record(shelf);
    if (shelf->recording >= shelf->count) return true;
    const ShelfLesson *lesson = &shelf->lessons[shelf->recording];
    if (!shelf->open) {
        shelf->open = true;
        if (!session_open(&shelf->session, &shelf->context, lesson->path)) {
            finish_recording(shelf); /* the program is at fault: the card keeps an empty picture */
            return false;
        }
    }
    if (session_record(&shelf->session, instructions)) finish_recording(shelf);
    return false;
}

/* ---- Where lessons lie ---------------------------------------------------------------------- */

static const char *last_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_lesson(const SessionContext *context, const char *path, const Lesson *lesson) {
    if (strcmp(last_name(path), last_name(lesson->path)) != 0) return false;
    LessonContext load = {.reader = context->reader};
    LessonProblems problems = {0};
    Lesson other;
    bool same = lesson_load(&load, path, &other, &problems) && other.id && lesson->id &&
                strcmp(other.id, lesson->id) == 0;
    lesson_clear(&other);
    lesson_problems_clear(&problems);
    return same;
}

static bool chapter_has(const SessionContext *context, const LessonChapter *chapter,
                        const Lesson *lesson) {
    for (size_t k = 0; k < chapter->lessons.count; k++) {
        if (is_lesson(context, chapter->lessons.items[k], lesson)) return true;
    }
    return false;
}

void shelf_chapter(const SessionContext *context, const Lesson *lesson, char *out, size_t size) {
    char folder[PLATFORM_PATH_SIZE], path[PLATFORM_PATH_SIZE];
    out[0] = 0;
    if (lesson->is_bare || !platform_folder_of(folder, sizeof folder, lesson->path) ||
        !platform_join(path, sizeof path, folder, "../index.json"))
        return;
    LessonContext load = {.reader = context->reader};
    LessonProblems problems = {0};
    LessonIndex index;
    if (platform_is_file(path) && lesson_index_load(&load, path, &index, &problems)) {
        for (size_t i = 0; i < index.chapters.count; i++) {
            const LessonChapter *chapter = &index.chapters.items[i];
            if (!chapter_has(context, chapter, lesson)) continue;
            snprintf(out, size, "%" PRId64 " \u00B7 %s", chapter->number,
                     lesson_text(&chapter->title, context->language));
            break;
        }
        lesson_index_clear(&index);
    }
    lesson_problems_clear(&problems);
}

bool shelf_find_index(char *path, size_t size) {
    static const char *const places[] = {"scenarios/index.json",
                                         "../share/coroscope/scenarios/index.json"};
    char folder[PLATFORM_PATH_SIZE];
    if (!platform_program_folder(folder, sizeof folder)) return false;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (platform_join(path, size, folder, places[i]) && platform_is_file(path)) return true;
    }
    return false;
}
