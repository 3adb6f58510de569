/* What stands on the timeline's scrub line: prints, moments, checkpoints, failures, bookmarks. Of
   those that would lie on each other one is drawn: a run may have many thousands. */
#include "scene/scene.h"

static const float PRINTS_APART = 2, MARKS_APART = 7, QUESTIONS_APART = 20;

static float x_of(const SceneMarkers *m, TimelineAt at) {
    return m->origin + timeline_x(m->scene->model->timeline, &m->scene->view->layout->fit, at);
}

static bool is_seen(const SceneMarkers *m, float x) {
    return x >= m->left - 6 && x <= m->right + 6;
}

/* The first print at or right of x; prints are in order of time. */
static size_t print_at(const SceneMarkers *m, float x) {
    const Timeline *t = m->scene->model->timeline;
    size_t low = 0, high = t->print_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x_of(m, t->prints[middle]) < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void put_prints(const SceneMarkers *m) {
    const Timeline *t = m->scene->model->timeline;
    DrawColour colour = m->scene->theme->text2;
    for (size_t i = print_at(m, m->left); i < t->print_count;) {
        float x = x_of(m, t->prints[i]);
        if (x > m->right) return;
        draw_line(m->scene->list, x, m->y - 7, x, m->y + 7, colour, (DrawStroke){.width = 3});
        i = print_at(m, x + PRINTS_APART);
    }
}

static void put_diamond(const SceneMarkers *m, float x) {
    const Theme *t = m->scene->theme;
    draw_icon(m->scene->list, ICON_DIAMOND, x, m->y, 19, t->text);
    draw_icon(m->scene->list, ICON_DIAMOND, x, m->y, 13, t->bg0);
}

/* A question: a ring with its mark. */
static void put_question(const SceneMarkers *m, float x) {
    Scene *s = m->scene;
    draw_disc(s->list, x, m->y, 9, s->theme->bg0);
    draw_ring(s->list, x, m->y, 8, s->theme->text, (DrawStroke){.width = 1.6F});
    scene_text_centre(s, FONT_MONO_BOLD, 13, x, m->y + 4.6F, s->theme->text, "?");
}

/* A little flag over the line. */
static void put_flag(const SceneMarkers *m, float x) {
    Scene *s = m->scene;
    float top = m->y - 13;
    DrawPoint flag[] = {{x, top}, {x + 11, top + 4}, {x, top + 8}};
    draw_line(s->list, x, top, x, m->y + 7, s->theme->text, (DrawStroke){.width = 2});
    draw_polygon(s->list, flag, 3, s->theme->text);
}

/* A line at which playing stops is about to run. */
static void put_break(const SceneMarkers *m, float x) {
    const Theme *t = m->scene->theme;
    draw_disc(m->scene->list, x, m->y, 6, t->bg0);
    draw_disc(m->scene->list, x, m->y, 4.5F, t->failed);
}

static void put_all(const SceneMarkers *m, const TimelineAt *places, int count, float apart,
                    void (*put)(const SceneMarkers *m, float x)) {
    float last = m->left - 1000;
    for (int i = 0; i < count; i++) {
        float x = x_of(m, places[i]);
        float off = x > last ? x - last : last - x;
        if (!is_seen(m, x) || off < apart) continue;
        put(m, x);
        last = x;
    }
}

/* An exception that somebody caught is a mere cross; one that got away has its state's whole sign.
 */
static void put_raise(const SceneMarkers *m, float x, const ModelRaise *r) {
    const Theme *t = m->scene->theme;
    DrawList *list = m->scene->list;
    DrawColour colour = r->cancels ? t->cancelled : t->failed;
    if (r->escaped) {
        draw_icon(list, r->cancels ? ICON_CANCELLED : ICON_FAILED, x, m->y, 18, colour);
        return;
    }
    for (int i = 0; i < 2; i++) { /* on a rim, so that it stands out of what lies below */
        DrawStroke pen = {.width = i ? 2.4F : 5, .cap = DRAW_CAP_ROUND};
        DrawColour ink = i ? colour : t->bg0;
        draw_line(list, x - 4.5F, m->y - 4.5F, x + 4.5F, m->y + 4.5F, ink, pen);
        draw_line(list, x - 4.5F, m->y + 4.5F, x + 4.5F, m->y - 4.5F, ink, pen);
    }
}

/* Those that got away last, so that they are never hidden by others. */
static void put_raises(const SceneMarkers *m, bool escaped) {
    const Model *model = m->scene->model;
    float last = m->left - 1000;
    for (int i = 0; i < model->raise_count; i++) {
        const ModelRaise *r = &model->raises[i];
        float x = x_of(m, r->at);
        bool near = x >= last && x - last < MARKS_APART;
        if (r->escaped != escaped || near || !is_seen(m, x)) continue;
        put_raise(m, x, r);
        last = x;
    }
}

static void put_failures(const SceneMarkers *m) {
    const Timeline *t = m->scene->model->timeline;
    float last = m->left - 1000;
    for (size_t i = 0; i < t->lane_count; i++) {
        if (t->lanes[i].end != LANE_FAILED) continue;
        float x = x_of(m, t->lanes[i].ended);
        if (!is_seen(m, x) || (x >= last && x - last < MARKS_APART)) continue;
        draw_icon(m->scene->list, ICON_FAILED, x, m->y, 18, m->scene->theme->failed);
        last = x;
    }
}

void scene_markers(const SceneMarkers *m) {
    const Model *model = m->scene->model;
    put_prints(m);
    put_raises(m, false);
    put_failures(m);
    put_raises(m, true);
    put_all(m, model->break_hits, model->break_hit_count, MARKS_APART, put_break);
    put_all(m, model->moments, model->moment_count, MARKS_APART, put_diamond);
    put_all(m, model->checkpoints, model->checkpoint_count, QUESTIONS_APART, put_question);
    put_all(m, model->bookmarks, model->bookmark_count, MARKS_APART, put_flag);
}
