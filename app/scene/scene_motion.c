/* What is seen only while something moves, or, with reduced motion, what tells that it changed. */
#include "scene/scene.h"

static const float CORNER = 14;

/* A mark on its way to a task that is asked to cancel. */
void scene_slash(Scene *s, const LayoutItem *item) {
    if (item->value >= 1) return;
    DrawRect r = item->rect;
    float cx = r.x + r.w / 2, cy = r.y + r.h / 2;
    draw_disc(s->list, cx, cy, r.w / 2 + 4, s->theme->canc_tint);
    draw_icon(s->list, ICON_CANCELLED, cx, cy, r.w, s->theme->cancelled);
}

/* What a call returned, on its way to the caller's variable. */
void scene_capsule(Scene *s, const LayoutItem *item) {
    const ModelRunning *running = &s->model->running;
    const ModelFrame *frame = item->value < 1 && item->index < running->frame_count
                                  ? &running->frames[item->index]
                                  : NULL;
    for (int i = 0; frame && i < frame->local_count; i++) {
        if (!frame->locals[i].changed) continue;
        const char *value = frame->locals[i].value;
        float w = scene_measure(s, FONT_MONO_BOLD, 16, value), most = 220;
        if (w > most) w = most;
        DrawRect r = {item->rect.x, item->rect.y, w + 28, item->rect.h};
        draw_fill(s->list, r, r.h / 2, s->theme->running);
        scene_text_fit(s, FONT_MONO_BOLD, 16, r.x + 14, r.y + r.h / 2 + 5.5F, w + 1,
                       s->theme->running_ink, value);
        return;
    }
}

/* ---- A call that blocks --------------------------------------------------------------------- */

bool scene_blocks(const Scene *s) {
    const SceneView *v = s->view;
    bool on_its_way = v->layout->time_runs || v->layout->time_ns != v->model->time_ns;
    return on_its_way && v->before && v->model->running.id != 0 &&
           v->model->running.id == v->before->running.id;
}

/* The stripes fill with the clock. */
static void put_blocking(Scene *s) {
    const SceneView *v = s->view;
    const Model *now = v->model, *before = v->before;
    const LayoutItem *slot = layout_part(v->layout, PART_RUNNING);
    if (!v->layout->time_runs || !scene_blocks(s) || !slot || now->stuck.on || before->stuck.on)
        return;
    int64_t from = now->time_ns < before->time_ns ? now->time_ns : before->time_ns;
    int64_t to = now->time_ns < before->time_ns ? before->time_ns : now->time_ns;
    if (to <= from) return;
    float share = (float)((double)(v->layout->time_ns - from) / (double)(to - from));
    DrawRect r = slot->rect, bar = {r.x + 18, r.y + r.h - 26, r.w - 36, 16};
    const Theme *t = s->theme;
    draw_box(s->list, bar, 5, t->run_tint, t->runline, (DrawStroke){.width = 1.6F});
    bar.w *= share < 0 ? 0 : share > 1 ? 1 : share;
    if (bar.w > 2) glyph_hazard(s->list, bar, 5, t->running, t->running_ink, bar.x);
}

/* ---- Reduced motion ------------------------------------------------------------------------- */

static bool is_fresh(const Model *m, const LayoutItem *item) {
    int i = item->index;
    switch ((LayoutPart)item->part) {
    case PART_CARD: return m->ready.cards[i].fresh;
    case PART_SEAT: return item->style <= STYLE_SHORT && m->seats[i].fresh;
    case PART_FUTURE: return m->futures[i].fresh;
    case PART_TIMER: return m->timers[i].fresh;
    case PART_THREAD: return m->threads[i].fresh;
    case PART_OUTPUT_ROW: return m->outputs[i].fresh;
    case PART_SLOT: {
        const LayoutItem *slot = item;
        for (int k = 0; k < m->sync_count; k++)
            if (m->syncs[k].id == slot->id && (int)slot->sub < m->syncs[k].slot_count)
                return m->syncs[k].slots[slot->sub].changed;
        return false;
    }
    default: return false;
    }
}

/* An amber corner on each thing that this step changed, which did not move there. */
static void put_corners(Scene *s) {
    DrawStroke stroke = {.width = 3, .cap = DRAW_CAP_ROUND};
    for (size_t i = 0; i < s->view->layout->count; i++) {
        const LayoutItem *item = &s->view->layout->items[i];
        if (item->ghost || !is_fresh(s->model, item)) continue;
        float x = item->rect.x - 1, y = item->rect.y - 1;
        DrawPoint points[] = {{x, y + CORNER}, {x, y}, {x + CORNER, y}};
        draw_polyline(s->list, points, 3, s->theme->runline, stroke);
    }
}

void scene_motion(Scene *s) {
    put_blocking(s);
    if (s->view->corners) put_corners(s);
}
