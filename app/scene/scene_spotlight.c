/* Everything but one panel and the caption is covered. */
#include "scene/scene.h"

static const LayoutItem *spot_item(Scene *s) {
    static const LayoutPart parts[SPOT_COUNT] = {
        PART_COUNT, PART_SOURCE_PANEL, PART_OUTPUT_PANEL, PART_RUNNING, PART_READY,
        PART_SEATS, PART_FUTURES,      PART_SYNC,         PART_TIMERS,  PART_TIMELINE,
    };
    const StageLayout *layout = s->view->layout;
    uint32_t id = s->model->spotlight_id;
    const LayoutItem *item = NULL;
    if (id && s->model->spotlight == SPOT_SEATS) item = layout_find(layout, PART_SEAT, id, 0);
    if (id && s->model->spotlight == SPOT_SYNC) item = layout_find(layout, PART_SYNC, id, 0);
    if (!item && s->model->spotlight) item = layout_part(layout, parts[s->model->spotlight]);
    bool boxes = s->model->spotlight >= SPOT_FUTURES && s->model->spotlight <= SPOT_TIMERS;
    /* In a small window all boxes are one. */
    if (boxes && s->compact) item = layout_part(layout, PART_TABS);
    return item;
}

static void cover(Scene *s, float x0, float y0, float x1, float y1, DrawColour colour) {
    if (x1 > x0 && y1 > y0) draw_fill(s->list, (DrawRect){x0, y0, x1 - x0, y1 - y0}, 0, colour);
}

void scene_spotlight(Scene *s) {
    const LayoutItem *item = spot_item(s);
    const LayoutItem *caption = layout_part(s->view->layout, PART_CAPTION);
    /* It rests where a question or a popover is what one should look at. */
    bool stage = s->model->view == VIEW_STAGE;
    if (!item || !stage || s->view->spotlight <= 0) return;
    DrawColour shade = draw_fade(s->theme->bg0, s->view->spotlight);
    DrawRect r =
        draw_grow(item->rect, item->part == PART_READY ? (scene_projected(s) ? 16 : 12) : 8);
    float w = s->view->layout->width, h = s->view->layout->height;
    DrawRect low = caption ? caption->rect : (DrawRect){0, h, w, 0};
    bool below = r.y + r.h > low.y; /* the panel reaches down past the caption's top */
    float right = r.x + r.w, bottom = r.y + r.h;
    cover(s, 0, 0, w, r.y, shade);
    if (!below) {
        cover(s, 0, r.y, r.x, bottom, shade);
        cover(s, right, r.y, w, bottom, shade);
        cover(s, 0, bottom, w, low.y, shade);
        cover(s, 0, low.y, low.x, low.y + low.h, shade);
        cover(s, low.x + low.w, low.y, w, low.y + low.h, shade);
        cover(s, 0, low.y + low.h, w, h, shade);
    } else {
        cover(s, 0, r.y, r.x, h, shade);
        cover(s, right, r.y, w, r.y < low.y ? low.y : r.y, shade);
        if (right < low.x) cover(s, right, low.y, low.x, low.y + low.h, shade);
        cover(s, right, low.y + low.h, w, h, shade);
        cover(s, r.x, bottom, right, h, shade);
    }
    draw_outline(s->list, r, 18, s->theme->text, (DrawStroke){.width = 5});
}
