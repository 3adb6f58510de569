#include "lesson/lesson_course.h"

#include "lesson/json_scan.h"

#include <stdlib.h>
#include <string.h>

/* What is wrong with the text itself was said when the lesson was loaded. */
static bool scan_quietly(JsonScan *scan, const char *text, size_t length) {
    LessonProblems ignored = {0};
    lesson_problems_start(&ignored, "", text, length);
    bool good = json_scan(scan, ignored.text, ignored.length, &ignored);
    scan->text = text;
    lesson_problems_clear(&ignored);
    return good && scan->count && scan->nodes[0].kind == JSON_OBJECT;
}

/* A string's inside; ids need no escapes. NULL: the node is no string. */
static const char *string_at(const JsonScan *scan, size_t node, LessonPool *pool) {
    const JsonNode *n = &scan->nodes[node];
    if (n->kind != JSON_STRING || n->end.offset < n->begin.offset + 2) return NULL;
    return lesson_pool_copy(pool, scan->text + n->begin.offset + 1,
                            n->end.offset - n->begin.offset - 2);
}

static void add_id(LessonCourse *course, const char *id, const char *path) {
    if (course->count == course->capacity) {
        course->capacity = course->capacity ? course->capacity * 2 : 32;
        course->ids = lesson_pool_resize(course->ids, course->capacity, sizeof *course->ids);
        course->paths = lesson_pool_resize(course->paths, course->capacity, sizeof *course->paths);
    }
    course->ids[course->count] = id;
    course->paths[course->count++] = lesson_pool_copy(&course->pool, path, strlen(path));
}

void lesson_course_add(LessonCourse *course, const LessonReader *reader, const char *path) {
    char *text = NULL;
    size_t length = 0;
    JsonScan scan = {0};
    if (!reader->read(reader->user, path, &text, &length)) return;
    size_t mark = length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3) ? 3 : 0;
    if (scan_quietly(&scan, text + mark, length - mark)) {
        const char *id = string_at(&scan, json_scan_field(&scan, 0, "id"), &course->pool);
        if (id) add_id(course, id, path);
    }
    json_scan_clear(&scan);
    free(text);
}

static void check_id(const LessonCourse *course, const char *path, const JsonScan *scan,
                     LessonProblems *problems) {
    size_t node = json_scan_field(scan, 0, "id");
    const char *id = string_at(scan, node, &problems->pool);
    for (size_t i = 0; id && i < course->count; i++) {
        if (!strcmp(course->paths[i], path)) return; /* the first one keeps it */
        if (strcmp(course->ids[i], id) != 0) continue;
        LessonPlace place = json_scan_place(scan, node, &problems->pool);
        LessonProblem *problem = lesson_problem_add(
            problems, &place, "another lesson has this id: %s", course->paths[i]);
        lesson_problem_hint(problems, problem, "Every lesson has an id of its own.");
        return;
    }
}

static void check_required(const LessonCourse *course, const JsonScan *scan, size_t node,
                           LessonProblems *problems) {
    const char *id = string_at(scan, node, &problems->pool);
    if (!id) return;
    for (size_t i = 0; i < course->count; i++) {
        if (!strcmp(course->ids[i], id)) return;
    }
    LessonPlace place = json_scan_place(scan, node, &problems->pool);
    LessonProblem *problem = lesson_problem_add(problems, &place, "no lesson has the id %s",
                                                lesson_problem_quote(problems, id, strlen(id)));
    lesson_problem_expect(problems, problem, id, course->ids, course->count);
}

void lesson_course_check(const LessonCourse *course, const char *path, LessonProblems *problems) {
    JsonScan scan = {0};
    if (problems->text && scan_quietly(&scan, problems->text, problems->length)) {
        check_id(course, path, &scan, problems);
        size_t list = json_scan_field(&scan, 0, "requires");
        bool given = list && scan.nodes[list].kind == JSON_LIST;
        size_t item = given ? scan.nodes[list].first : JSON_NO_NODE;
        for (; item != JSON_NO_NODE; item = scan.nodes[item].next)
            check_required(course, &scan, item, problems);
    }
    json_scan_clear(&scan);
}

bool lesson_course_fits(const LessonCourse *course, const LessonReader *reader, const char *path) {
    char *text = NULL;
    size_t length = 0;
    LessonProblems problems = {0};
    if (!reader->read(reader->user, path, &text, &length)) return false;
    lesson_problems_start(&problems, path, text, length);
    lesson_course_check(course, path, &problems);
    bool fits = problems.count == 0;
    lesson_problems_clear(&problems);
    free(text);
    return fits;
}

void lesson_course_clear(LessonCourse *course) {
    free(course->ids);
    free(course->paths);
    lesson_pool_clear(&course->pool);
    *course = (LessonCourse){0};
}

LessonPlace lesson_course_place(LessonProblems *problems, const char *object, const char *field) {
    JsonScan scan = {0};
    LessonPlace place = {.path = ""};
    if (problems->text && scan_quietly(&scan, problems->text, problems->length)) {
        size_t node = json_scan_field(&scan, 0, object);
        if (node && field) node = json_scan_field(&scan, node, field);
        place = json_scan_place(&scan, node, &problems->pool);
    }
    json_scan_clear(&scan);
    return place;
}

LessonPlace lesson_course_item_place(LessonProblems *problems, const char *list, size_t index,
                                     const char *field) {
    JsonScan scan = {0};
    LessonPlace place = {.path = ""};
    if (problems->text && scan_quietly(&scan, problems->text, problems->length)) {
        size_t item = json_scan_item(&scan, 0, list, index);
        place = json_scan_place(&scan, json_scan_field(&scan, item, field), &problems->pool);
    }
    json_scan_clear(&scan);
    return place;
}

LessonPlace lesson_course_field_place(LessonProblems *problems, const LessonPlace *place,
                                      const char *field) {
    JsonScan scan = {0};
    LessonPlace found = *place;
    if (problems->text && scan_quietly(&scan, problems->text, problems->length)) {
        size_t node = place->node; /* the same text has the same nodes */
        if (scan.nodes[node].kind != JSON_OBJECT) node = scan.nodes[node].parent;
        found = json_scan_place(&scan, json_scan_field(&scan, node, field), &problems->pool);
    }
    json_scan_clear(&scan);
    return found;
}
