/* Everything but one panel and the caption is covered. */
#include "scene/scene.h"

/* The place of a whole panel; NULL: it is not on the screen. */
static const LayoutItem *panel_of(const StageLayout *layout, ModelSpot spot) {
    static const LayoutPart parts[SPOT_COUNT] = {
        PART_COUNT, PART_SOURCE_PANEL, PART_OUTPUT_PANEL, PART_RUNNING, PART_READY,
        PART_SEATS, PART_FUTURES,      PART_SYNC,         PART_TIMERS,  PART_TIMELINE,
    };
    bool boxes = spot >= SPOT_FUTURES && spot <= SPOT_TIMERS;
    /* In a small window all boxes are one. */
    if (boxes && layout->compact) return layout_part(layout, PART_TABS);
    return spot ? layout_part(layout, parts[spot]) : NULL;
}

ModelSpot scene_next_spot(const StageLayout *layout, ModelSpot spot) {
    const LayoutItem *now = panel_of(layout, spot);
    for (int next = (int)spot + 1; next < SPOT_COUNT; next++) {
        const LayoutItem *item = panel_of(layout, (ModelSpot)next);
        if (item && item != now) return (ModelSpot)next;
    }
    return SPOT_NONE;
}

static const LayoutItem *spot_item(Scene *s) {
    const StageLayout *layout = s->view->layout;
    uint32_t id = s->model->spotlight_id;
    const LayoutItem *item = NULL;
    if (id && s->model->spotlight == SPOT_SEATS) item = layout_find(layout, PART_SEAT, id, 0);
    if (id && s->model->spotlight == SPOT_SYNC) item = layout_find(layout, PART_SYNC, id, 0);
    return item ? item : panel_of(layout, s->model->spotlight);
}

static void cover(Scene *s, float x0, float y0, float x1, float y1, DrawColour colour) {
    if (x1 > x0 && y1 > y0) draw_fill(s->list, (DrawRect){x0, y0, x1 - x0, y1 - y0}, 0, colour);
}

/* A band of the window but for the holes in it, which come from left to right. */
static void cover_band(Scene *s, float y0, float y1, const DrawRect holes[2], DrawColour colour) {
    float x = 0;
    for (int i = 0; i < 2; i++) {
        const DrawRect *hole = &holes[i];
        if (hole->y >= y1 || hole->y + hole->h <= y0) continue;
        cover(s, x, y0, hole->x, y1, colour);
        if (hole->x + hole->w > x) x = hole->x + hole->w;
    }
    cover(s, x, y0, s->view->layout->width, y1, colour);
}

static void cover_all_but(Scene *s, DrawRect spot, DrawRect low, DrawColour colour) {
    float height = s->view->layout->height;
    bool first = spot.x <= low.x;
    const DrawRect holes[2] = {first ? spot : low, first ? low : spot};
    float edges[] = {0, spot.y, spot.y + spot.h, low.y, low.y + low.h, height};
    enum { EDGES = sizeof edges / sizeof *edges };
    for (float y = 0; y < height;) {
        float next = height;
        for (int i = 0; i < EDGES; i++)
            if (edges[i] > y && edges[i] < next) next = edges[i];
        cover_band(s, y, next, holes, colour);
        y = next;
    }
}

void scene_spotlight(Scene *s) {
    const LayoutItem *item = spot_item(s);
    const LayoutItem *caption = layout_part(s->view->layout, PART_CAPTION);
    /* It rests where a question or a popover is what one should look at. */
    bool stage = s->model->view == VIEW_STAGE;
    if (!item || !stage || s->view->spotlight <= 0) return;
    DrawRect r =
        draw_grow(item->rect, item->part == PART_READY ? (scene_projected(s) ? 16 : 12) : 8);
    DrawRect low = caption ? caption->rect : (DrawRect){0, s->view->layout->height, 0, 0};
    cover_all_but(s, r, low, draw_fade(s->theme->bg0, s->view->spotlight));
    draw_outline(s->list, r, 18, s->theme->text, (DrawStroke){.width = 5});
}
