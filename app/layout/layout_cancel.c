/* The journey of a cancellation: frames of one task on the left, all tasks it reaches right. */
#include "layout/layout.h"

static const float PATH_SHARE = 0.37F, LEAST_ROW = 34, MOST_ROW = 92;

/* From the journey's top to its first line. */
static float rows_top(const StageLayout *layout) {
    return layout->compact ? 118 : 158;
}

/* How many frames the exception has reached. */
static float climbed(const ModelCancel *c) {
    int frames = 0;
    for (int i = 0; c->thrown && i < c->frame_count; i++) frames += c->frames[i].part != PATH_OUTER;
    return (float)frames;
}

void layout_cancel(StageLayout *layout, const Model *model) {
    DrawRect r = layout->grid.popover;
    if (r.w < 200 || r.h < 60) return;
    float gap = layout->compact ? 18 : 26, path = r.w * PATH_SHARE;
    const ModelCancel *c = &model->cancel;
    if (!c->on) path = r.w;
    layout_add(layout, PART_PATH, 0, 0, (DrawRect){r.x, r.y, path, r.h})->value = climbed(c);
    if (!c->on) return;
    DrawRect journey = {r.x + path + gap, r.y, r.w - path - gap, r.h};
    LayoutItem *item = layout_add(layout, PART_JOURNEY, 0, 0, journey);
    size_t at = layout->count - 1;
    float room = journey.h - rows_top(layout),
          row = room / (float)(c->row_count ? c->row_count : 1);
    if (row > MOST_ROW) row = MOST_ROW;
    if (row < LEAST_ROW) row = LEAST_ROW;
    int shown = (int)(room / row + 0.01F);
    if (shown > c->row_count) shown = c->row_count;
    bool folded = shown < c->row_count;
    if (folded && shown > 0) shown--; /* for the words that say how many */
    item->value = (float)(c->row_count - shown + c->row_more);
    for (int i = 0; i < shown; i++) {
        DrawRect line = {journey.x, journey.y + rows_top(layout) + row * (float)i, journey.w, row};
        layout_add(layout, PART_JOURNEY_ROW, c->rows[i].id, i, line);
    }
    layout->items[at].index = shown;
}
