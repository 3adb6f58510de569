#include "command/new_notes.h"

#include <string.h>

enum { MOST_SHAPES = 64 };

typedef struct {
    LessonPool *pool;
    const char *text;
    const LessonShape *waiting[MOST_SHAPES]; /* met in a field, told in this order */
    size_t waiting_count;
} Notes;

static void add(Notes *n, const char *text) {
    n->text = lesson_pool_format(n->pool, "%s%s", n->text, text);
}

static void add_waiting(Notes *n, const LessonShape *shape) {
    for (size_t i = 0; i < n->waiting_count; i++) {
        if (n->waiting[i] == shape) return;
    }
    if (n->waiting_count < MOST_SHAPES) n->waiting[n->waiting_count++] = shape;
}

static void add_field(Notes *n, const LessonField *field) {
    add(n, lesson_pool_format(n->pool, "- `%s`%s: %s Like `%s`.\n", field->name,
                              field->required ? " (needed)" : "", field->about, field->example));
    if (field->shape) add_waiting(n, field->shape);
}

static void add_shape(Notes *n, const LessonShape *shape) {
    add(n, lesson_pool_format(n->pool, "\n## %c%s\n\n%s\n\n", shape->noun[0] - 'a' + 'A',
                              shape->noun + 1, shape->about));
    for (size_t i = 0; i < shape->field_count; i++) add_field(n, &shape->fields[i]);
    if (shape->form_count) add(n, "\nIt is one of these:\n\n");
    for (size_t i = 0; i < shape->form_count; i++) {
        const LessonShape *form = shape->forms[i].shape;
        add(n, lesson_pool_format(n->pool, "%s\n\n", form->about));
        for (size_t k = 0; k < form->field_count; k++) add_field(n, &form->fields[k]);
        if (i + 1 < shape->form_count) add(n, "\n");
    }
}

const char *new_notes(const char *name, LessonPool *pool) {
    Notes n = {.pool = pool};
    n.text = lesson_pool_format(
        pool,
        "# Notes for the lesson %s\n\n"
        "JSON has no comments, so they stand here. This file is yours: keep in it what the lesson "
        "is for,\nor delete it. Coroscope does not read it.\n\n"
        "1. Change the program, %s.py. `coroscope run %s.py` shows what it prints.\n"
        "2. Say in %s.json where the lesson stops and what it tells there.\n"
        "   `coroscope check --watch %s.json` tells all mistakes at every save;\n"
        "   `coroscope check --explain %s.json` lists every moment with its time.\n"
        "3. Open it: `coroscope %s.json`. The key L copies a selector for the moment on the "
        "stage.\n4. `coroscope format %s.json` puts everything in its usual order.\n",
        name, name, name, name, name, name, name, name);
    add_waiting(&n, &LESSON_SHAPE);
    for (size_t i = 0; i < n.waiting_count; i++) add_shape(&n, n.waiting[i]);
    return n.text;
}
