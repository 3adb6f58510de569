#include "lesson/lesson_walk.h"

#include <string.h>

static bool is_quoted(const JsonScan *scan, size_t begin, size_t end, const char *text) {
    size_t length = strlen(text);
    return end - begin == length + 2 && !memcmp(scan->text + begin + 1, text, length);
}

bool lesson_walk_is_named(const JsonScan *scan, size_t node, const char *name) {
    const JsonNode *n = &scan->nodes[node];
    return n->has_key && is_quoted(scan, n->key.offset, n->key_end.offset, name);
}

static bool is_text(const JsonScan *scan, size_t node, const char *text) {
    const JsonNode *n = &scan->nodes[node];
    return n->kind == JSON_STRING && is_quoted(scan, n->begin.offset, n->end.offset, text);
}

const LessonForm *lesson_walk_form(const JsonScan *scan, size_t object, const LessonShape *shape) {
    for (size_t i = 0; i < shape->form_count; i++) {
        const LessonForm *form = &shape->forms[i];
        size_t child = scan->nodes[object].first;
        for (; child != JSON_NO_NODE; child = scan->nodes[child].next) {
            if (!lesson_walk_is_named(scan, child, form->key)) continue;
            if (!form->value || is_text(scan, child, form->value)) return form;
        }
    }
    return NULL;
}

static const LessonField *find(const JsonScan *scan, size_t child, const LessonShape *shape) {
    for (size_t i = 0; i < shape->field_count; i++) {
        if (lesson_walk_is_named(scan, child, shape->fields[i].name)) return &shape->fields[i];
    }
    return NULL;
}

const LessonField *lesson_walk_field(const JsonScan *scan, size_t child, const LessonShape *shape,
                                     const LessonForm *form) {
    const LessonField *field = find(scan, child, shape);
    return field || !form ? field : find(scan, child, form->shape);
}

size_t lesson_walk_rank(const LessonShape *shape, const LessonForm *form,
                        const LessonField *field) {
    size_t form_fields = form ? form->shape->field_count : 0;
    size_t before = shape->form_at ? shape->form_at : shape->field_count;
    bool own = field >= shape->fields && field < shape->fields + shape->field_count;
    if (!own) return form ? before + (size_t)(field - form->shape->fields) : before;
    size_t at = (size_t)(field - shape->fields);
    return at < before ? at : at + form_fields;
}
