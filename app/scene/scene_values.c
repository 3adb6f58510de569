/* Values of the program as they stand on the stage: each can be opened. */
#include "scene/scene.h"

#include <string.h>

/* As one reads. */
static bool is_before(DrawRect a, DrawRect b) {
    return a.y < b.y || (a.y <= b.y && a.x < b.x);
}

void scene_value(Scene *s, SceneValue value) {
    SceneValues *values = s->view->values;
    bool present = s->model == s->view->model; /* a ghost's are over */
    if (!values || !present || !value.holder || values->count == SCENE_VALUES) return;
    if (value.rect.w < 4) return;
    int at = values->count++;
    for (; at > 0 && is_before(value.rect, values->items[at - 1].rect); at--)
        values->items[at] = values->items[at - 1];
    values->items[at] = value;
}

const char *scene_value_words(Scene *s, FontId font, const char *value, uint32_t thing,
                              float room) {
    const char *state = strstr(value, ", ");
    bool typed = thing && state && strcspn(value, "<('[{") > (size_t)(state - value);
    if (!typed || scene_measure(s, font, 16, value) <= room) return value;
    return state + 2;
}

bool scene_same_value(const SceneValue *value, uint32_t holder, const char *name, int item) {
    return value->holder == holder && value->item == item && strcmp(value->name, name) == 0;
}
