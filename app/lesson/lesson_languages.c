#include "lesson/lesson_languages.h"

#include "lesson/lesson_walk.h"

#include <string.h>

typedef struct Promise {
    const LessonStrings *languages;
    const JsonScan *scan;
    LessonProblems *problems;
} Promise;

static void check_object(const Promise *p, size_t object, const LessonShape *shape);

static bool has_wording(const Promise *p, size_t map, const char *language) {
    size_t child = p->scan->nodes[map].first;
    while (child != JSON_NO_NODE && !lesson_walk_is_named(p->scan, child, language))
        child = p->scan->nodes[child].next;
    return child != JSON_NO_NODE;
}

static void check_text(const Promise *p, size_t node) {
    bool map = p->scan->nodes[node].kind == JSON_OBJECT;
    for (size_t i = map ? 0 : 1; i < p->languages->count && !p->problems->more; i++) {
        const char *language = p->languages->items[i];
        if (!language || (map && has_wording(p, node, language))) continue;
        LessonPlace place = json_scan_place(p->scan, node, &p->problems->pool);
        LessonProblem *problem = lesson_problem_add(
            p->problems, &place, "has no wording in %s, which \"languages\" promises", language);
        lesson_problem_hint(p->problems, problem,
                            "A map gives one a language: {\"en\": \"...\", "
                            "\"es\": \"...\"}.");
    }
}

static void check_value(const Promise *p, size_t node, const LessonField *field) {
    bool object = p->scan->nodes[node].kind == JSON_OBJECT;
    if (field->type == LESSON_FIELD_TEXT) check_text(p, node);
    if (field->type == LESSON_FIELD_OBJECT && object) check_object(p, node, field->shape);
}

static void check_field(const Promise *p, size_t node, const LessonField *field) {
    if (field->count == LESSON_ONE) {
        check_value(p, node, field);
        return;
    }
    size_t child = p->scan->nodes[node].first;
    for (; child != JSON_NO_NODE; child = p->scan->nodes[child].next) check_value(p, child, field);
}

static void check_object(const Promise *p, size_t object, const LessonShape *shape) {
    const LessonForm *form = lesson_walk_form(p->scan, object, shape);
    size_t child = p->scan->nodes[object].first;
    for (; child != JSON_NO_NODE; child = p->scan->nodes[child].next) {
        const LessonField *field = lesson_walk_field(p->scan, child, shape, form);
        if (field) check_field(p, child, field);
    }
}

void lesson_languages_check(const Lesson *lesson, const JsonScan *scan, LessonProblems *problems) {
    Promise p = {&lesson->languages, scan, problems};
    if (lesson->languages.count) check_object(&p, 0, &LESSON_SHAPE);
}
