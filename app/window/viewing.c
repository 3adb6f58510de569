#include "window/viewing.h"

#include <string.h>

#include "model/model.h"

static const struct {
    const char *name;
    unsigned panel;
} panels[] = {
    {"source", PANEL_SOURCE},     {"stage", PANEL_STAGE}, {"output", PANEL_OUTPUT},
    {"timeline", PANEL_TIMELINE}, {"boxes", PANEL_BOXES},
};

Viewing viewing_default(void) {
    ViewingChoice plain = {.zoom = 1, .panels = PANEL_ALL};
    return (Viewing){.own = plain, .asked = {.zoom = 1}, .projected = PANEL_PROJECTOR};
}

static bool same(float a, float b) {
    return a >= b && a <= b;
}

/* ---- What a lesson asks for ------------------------------------------------------------------ */

static unsigned panel_named(const char *name) {
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++)
        if (strcmp(panels[i].name, name) == 0) return panels[i].panel;
    return 0;
}

static ViewingChoice choice_of(const LessonView *view) {
    ViewingChoice asked = {.zoom = (float)view->zoom};
    for (size_t i = 0; i < view->panels.count; i++)
        asked.panels |= panel_named(view->panels.items[i]);
    return asked;
}

static float in_bounds(float zoom) {
    if (zoom < VIEWING_LEAST_ZOOM) return VIEWING_LEAST_ZOOM;
    return zoom > VIEWING_MOST_ZOOM ? VIEWING_MOST_ZOOM : zoom;
}

static void take(Viewing *v, ViewingChoice asked, bool zoom, bool shown) {
    v->asked = asked;
    if (zoom) v->lesson.zoom = in_bounds(v->own.zoom * asked.zoom);
    if (shown) v->lesson.panels = asked.panels;
}

void viewing_open(Viewing *v, const LessonView *asked) {
    take(v, choice_of(asked), true, true);
}

void viewing_reload(Viewing *v, const LessonView *asked) {
    ViewingChoice now = choice_of(asked);
    take(v, now, !same(now.zoom, v->asked.zoom), now.panels != v->asked.panels);
}

/* ---- What holds ------------------------------------------------------------------------------ */

/* A projector's size is that of the room, not of the lesson. */
static bool lesson_has_zoom(const Viewing *v, bool stage) {
    return stage && !v->projector && !same(v->asked.zoom, 1);
}

float viewing_zoom(const Viewing *v, bool stage) {
    return lesson_has_zoom(v, stage) ? v->lesson.zoom : v->own.zoom;
}

unsigned viewing_panels(const Viewing *v) {
    if (v->projector) return v->projected;
    if (!v->asked.panels) return v->own.panels;
    return v->lesson.panels | (v->own.panels & PANEL_FOOT);
}

void viewing_set_zoom(Viewing *v, bool stage, float zoom) {
    float *to = lesson_has_zoom(v, stage) ? &v->lesson.zoom : &v->own.zoom;
    *to = in_bounds(zoom);
}

void viewing_toggle_panel(Viewing *v, unsigned panel) {
    bool of_lesson = v->asked.panels && !(panel & PANEL_FOOT);
    unsigned *to = v->projector ? &v->projected : of_lesson ? &v->lesson.panels : &v->own.panels;
    *to ^= panel;
}
