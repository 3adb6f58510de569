/* Generators: the frame that drives them left, their own frames right in fixed seats. */
#include "layout/layout.h"

static const float DRIVER_SHARE = 0.3F, SEATS_SHARE = 0.45F;
static const float LEAST_SEAT = 92, MOST_SEAT = 200;

/* The first seat that is shown, so that the one that runs is among them. */
static int first_seat(const ModelGens *g, int shown) {
    int wanted = 0;
    for (int i = 0; i < g->gen_count; i++)
        if (g->gens[i].state == TALK_RUNS) wanted = i;
    return wanted < shown ? 0 : wanted - shown + 1;
}

void layout_gens(StageLayout *layout, const Model *model) {
    DrawRect r = layout->grid.popover;
    const ModelGens *g = &model->gens;
    if (r.w < 200 || r.h < 60) return;
    if (!g->on) {
        layout_add(layout, PART_DRIVER, 0, 0, r);
        return;
    }
    float gap = layout->compact ? 14 : 30, least = layout->compact ? 70 : LEAST_SEAT;
    int shown = (int)((r.h + gap) / (least + gap)), places;
    if (shown < 1) shown = 1;
    places = g->gen_count < 2 ? 2 : g->gen_count;
    if (shown < places) places = shown;
    if (shown > g->gen_count) shown = g->gen_count;
    float h = (r.h + gap) / (float)places - gap, most = layout->compact ? 150 : MOST_SEAT;
    if (h > most) h = most;
    float whole = (h + gap) * (float)places - gap, top = r.y + (r.h - whole) / 2;
    int first = first_seat(g, shown);
    float w = r.w * SEATS_SHARE, x = r.x + r.w - w;
    float dh = layout->compact ? 150 : 216, dw = r.w * DRIVER_SHARE;
    if (dh > r.h) dh = r.h;
    for (int i = first; i < first + shown && i < g->gen_count; i++) {
        DrawRect seat = {x, top + (h + gap) * (float)(i - first), w, h};
        layout_add(layout, PART_GEN, g->gens[i].id, i, seat);
    }
    /* Its links end over the seats. */
    layout_add(layout, PART_DRIVER, g->driver.id, 0,
               (DrawRect){r.x + 6, r.y + (r.h - dh) / 2, dw, dh})
        ->value = 1;
}

float layout_talk_height(const StageLayout *layout, const Model *model) {
    int lanes = model->gens.lane_count < 3 ? 3 : model->gens.lane_count;
    float lane = layout->compact ? 36 : 54, most = layout->compact ? 176 : 270;
    float h = (layout->compact ? 80 : 92) + lane * (float)lanes;
    return h < most ? h : most;
}

void layout_talk(StageLayout *layout) {
    layout->fit.count = 0; /* nothing to scrub on */
    if (layout->grid.timeline.w > 0) layout_add(layout, PART_TALK, 0, 0, layout->grid.timeline);
}
