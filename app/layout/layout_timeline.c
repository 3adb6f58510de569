/* The lanes of the timeline and its playhead. */
#include "layout/layout.h"

/* 1: the task's end lies at the playhead or before it. */
static float has_ended(const StageLayout *layout, const Model *model, size_t lane) {
    const TimelineLane *l = &model->timeline->lanes[lane];
    if (l->end == LANE_OPEN) return 0;
    return timeline_x(model->timeline, &layout->fit, l->ended) <=
                   timeline_x(model->timeline, &layout->fit, model->playhead)
               ? 1
               : 0;
}

/* The object of the worker thread with that number. */
static uint32_t thread_of(const Timeline *t, int number) {
    for (size_t i = 0; i < t->job_count; i++)
        if (t->jobs[i].number == number) return t->jobs[i].thread;
    return 0;
}

static void add_lanes(StageLayout *layout, const Model *model, DrawRect panel, float top) {
    const Timeline *t = model->timeline;
    const LayoutGrid *g = &layout->grid;
    for (size_t i = 0; i < t->lane_count; i++) {
        int row = t->lanes[i].row - layout->first_lane;
        if (t->lanes[i].row < 0 || row < 0 || row >= g->lanes_shown) continue;
        DrawRect r = {panel.x + 8, top + (float)row * g->lane, panel.w - 16, g->lane};
        layout_add(layout, PART_LANE, t->lanes[i].task, (int)i, r)->value =
            has_ended(layout, model, i);
    }
}

/* Worker threads have lanes of their own; `index` is their number. */
static void add_threads(StageLayout *layout, const Model *model, DrawRect panel, float top) {
    const LayoutGrid *g = &layout->grid;
    float y = top + (float)g->lanes_shown * g->lane + THREADS_GAP;
    for (int i = 0; i < g->threads_shown; i++) {
        DrawRect r = {panel.x + 8, y + (float)i * g->lane, panel.w - 16, g->lane};
        layout_add(layout, PART_LANE, thread_of(model->timeline, i + 1), i + 1, r)->sub = 1;
    }
}

/* The first lane that is seen, for a followed task's to be among them. */
static int lane_in_sight(const StageLayout *layout, const Model *model, int wanted) {
    const TimelineLane *lane = timeline_lane(model->timeline, model->followed);
    if (!model->followed || !lane || lane->row < 0) return wanted;
    int last = wanted + layout->grid.lanes_shown - 1;
    if (lane->row < wanted) return lane->row;
    return lane->row > last ? wanted + lane->row - last : wanted;
}

static void choose_lanes(StageLayout *layout, const Model *model, const LayoutView *view) {
    int most = model->timeline->rows - layout->grid.lanes_shown, wanted = view->first_lane;
    if (!view->by_hand) wanted = lane_in_sight(layout, model, wanted);
    layout->first_lane = wanted > most ? most : wanted;
    if (layout->first_lane < 0) layout->first_lane = 0;
}

/* The playhead stands at two thirds of a run that is wider than the window. */
static float scroll_for(const StageLayout *layout, const LayoutView *view, float x) {
    float most = layout->fit.width - layout->lanes_width;
    float scroll = x - layout->lanes_width * 2 / 3;
    if (view->timeline_zoom > 0 && view->timeline_scroll >= 0) scroll = view->timeline_scroll;
    if (scroll > most) scroll = most;
    return scroll > 0 ? scroll : 0;
}

/* The chart of many tasks shows the whole run, until it is zoomed. */
static bool fit_lanes(StageLayout *layout, const Model *model, const LayoutView *view,
                      float width) {
    float zoom = view->timeline_zoom > 0 ? view->timeline_zoom : 1;
    if (!timeline_fit(model->timeline, width, 1, &layout->fit)) return false;
    if (layout->grid.lanes_as == LANES_CHART && layout->fit.width > width)
        zoom *= width / layout->fit.width;
    return timeline_fit(model->timeline, width, zoom, &layout->fit);
}

void layout_timeline(StageLayout *layout, const Model *model, const LayoutView *view) {
    DrawRect panel = layout->grid.timeline;
    if (panel.w <= 0) return;
    bool compact = layout->compact;
    float left = compact ? 136 : 162, right = compact ? 28 : 38;
    layout->lanes_x = panel.x + left;
    layout->lanes_width = panel.w - left - right;
    float run = layout->lanes_width;
    if (model->graph.node_count) run *= 0.45F; /* the rest is for what never comes */
    LayoutItem *item = layout_add(layout, PART_TIMELINE, 0, 0, panel);
    if (!model->timeline || model->timeline->instant_count == 0) {
        layout->fit.count = 0;
        return;
    }
    if (!fit_lanes(layout, model, view, run)) {
        layout->failed = true;
        return;
    }
    float x = timeline_x(model->timeline, &layout->fit, model->playhead);
    layout->scroll = scroll_for(layout, view, x);
    item->value = layout->scroll;
    float top = panel.y + (compact ? 8 : LEGEND_HEIGHT);
    choose_lanes(layout, model, view);
    if (layout->grid.lanes_as == LANES_BARS) {
        add_lanes(layout, model, panel, top);
        add_threads(layout, model, panel, top);
    }
    float foot = panel.y + panel.h - (compact ? 4 : 10);
    DrawRect head = {layout->lanes_x + x - layout->scroll, top - 4, 0, foot - top + 4};
    layout_add(layout, PART_PLAYHEAD, 0, 0, head);
}
