/* The regions of the window: the tables of the visual design, and every size between them. */
#include "layout/layout.h"

enum {
    COMPACT_WIDTH = 1700,
    COMPACT_HEIGHT = 980,
    LEAST_RUNNING = 90, /* with fewer pixels left the seats give way */
    LEAST_HEIGHT = 50,
    MOST_LANES = 8, /* that are seen at a time */
    MOST_BARS = 24, /* more tasks become a chart */
    CHIPS_FROM = 13,
    CELLS_FROM = 65,
    MOST_CELLS = 1100, /* a thousand and some that wait for them; of more, several share one */
    CHIPS_A_ROW = 16
};

static float clampf(float v, float low, float high) {
    return v < low ? low : v > high ? high : v;
}

static int task_count(const Model *model) {
    int lanes = model->timeline ? model->timeline->rows : 0;
    return lanes > model->seat_count ? lanes : model->seat_count;
}

/* ---- Timeline's height --------------------------------------------------------------------- */

float layout_timeline_height(StageLayout *layout, const Model *model) {
    int tasks = task_count(model);
    LayoutGrid *g = &layout->grid;
    bool compact = layout->compact;
    int threads = model->timeline ? model->timeline->threads : 0, threads_most = compact ? 2 : 3;
    g->threads_shown = threads < threads_most ? threads : threads_most;
    g->lanes_as = tasks > MOST_BARS ? LANES_CHART : LANES_BARS;
    int most = (compact ? 5 : MOST_LANES) - (compact && threads ? 1 : 0);
    g->lanes_shown = tasks < 3 ? 3 : tasks > most ? most : tasks;
    g->lane = compact ? 19 : tasks + g->threads_shown <= 5 ? 25 : 20;
    if (g->lanes_as == LANES_CHART) g->threads_shown = 0;
    if (g->lanes_as == LANES_CHART) return compact ? 146 : 218;
    if (model->view == VIEW_GENERATORS) return layout_talk_height(layout, model);
    float edges = compact ? 51 : LEGEND_HEIGHT + 53;
    if (g->threads_shown) edges += THREADS_GAP + (float)g->threads_shown * g->lane;
    return edges + (float)g->lanes_shown * g->lane;
}

/* ---- Seats --------------------------------------------------------------------------------- */

static void seat_row(LayoutGrid *g, LayoutStyle style, int columns, float height, float gap) {
    g->seat_style = style;
    g->seats_in_cell = 1;
    g->seat_columns = columns;
    g->seat_height = height;
    g->seat_gap = gap;
    g->seat_width = (g->seats.w - gap * (float)(columns - 1)) / (float)columns;
}

static float set_cells(LayoutGrid *g, int tasks) {
    int columns = (int)(g->seats.w / 12);
    columns = columns > 100 ? 100 : columns < 1 ? 1 : columns;
    int each = (tasks + MOST_CELLS - 1) / MOST_CELLS, cells = each ? (tasks + each - 1) / each : 0;
    seat_row(g, STYLE_CELL, columns, 14, 0);
    g->seats_in_cell = each > 0 ? each : 1;
    return 14 * (float)((cells + columns - 1) / columns);
}

/* Five, so that a seat has the same place in all lessons; in a small window words need the room of
   those that stay empty. */
static int few_columns(const StageLayout *layout, int tasks) {
    int least = !layout->compact ? 5 : layout->grid.seats.w < 800 ? 3 : 4;
    return tasks < least ? least : tasks < 5 ? tasks : 5;
}

/* How the seats are set by their number; returns the region's height. */
static float choose_seats(StageLayout *layout, int tasks, float three_lines) {
    LayoutGrid *g = &layout->grid;
    bool compact = layout->compact;
    float two = compact ? 70 : g->third_line ? 94 : 76;
    int chips_from = compact ? 8 : CHIPS_FROM;
    if (tasks <= 5)
        seat_row(g, three_lines >= 100 ? STYLE_FULL : STYLE_SHORT, few_columns(layout, tasks),
                 three_lines, compact ? 10 : 14);
    else if (tasks <= 7)
        seat_row(g, STYLE_SHORT, tasks, two, 10);
    else if (tasks < chips_from)
        seat_row(g, STYLE_SHORT, 6, 70, 10);
    else if (tasks < CELLS_FROM) {
        int columns = (int)((g->seats.w + 6) / 77);
        seat_row(g, STYLE_CHIP, columns < CHIPS_A_ROW ? columns : CHIPS_A_ROW, 34, 6);
    } else {
        return set_cells(g, tasks);
    }
    int rows = tasks > 0 ? (tasks + g->seat_columns - 1) / g->seat_columns : 1;
    return (float)rows * (g->seat_height + g->seat_gap) - g->seat_gap;
}

/* ---- The stage's inside -------------------------------------------------------------------- */

static void split_upper(StageLayout *layout, float x, float y, float w, float height) {
    LayoutGrid *g = &layout->grid;
    float share = layout->projector ? 0.375F : layout->compact ? 0.4047F : 0.3958F;
    float running = w * share, gap = layout->compact ? 22 : 24;
    g->running = (DrawRect){x, y, running, height};
    g->ready = (DrawRect){x + running + gap, y, w - running - gap, height};
    if (!layout->compact) g->ready.w += 2;
}

/* Seats are low and the popover takes all below them: at least so much. */
static void inside_inspect(StageLayout *layout, const Model *model, DrawRect r) {
    LayoutGrid *g = &layout->grid;
    bool compact = layout->compact;
    float gap = compact ? 12 : 24, pointer = compact ? 14 : 18, least = compact ? 240 : 390;
    g->seats = (DrawRect){r.x, r.y, r.w, 0};
    float seats = choose_seats(layout, task_count(model), compact ? 70 : 76);
    float running = clampf(r.h - seats - gap - pointer - least, 0, compact ? 184 : 216);
    if (running < 110) running = 0;
    if (running > 0) split_upper(layout, r.x, r.y, r.w, running);
    g->seats.y = r.y + running + (running > 0 ? gap : 0);
    g->seats.h = seats;
    float top = g->seats.y + seats + pointer;
    g->popover = (DrawRect){r.x - 4, top, r.w + 8, r.y + r.h - top};
}

/* A lock or semaphore is on the stage: seats say who holds it. */
static bool can_hold(const Model *model) {
    for (int i = 0; i < model->sync_count; i++) {
        ModelSyncKind kind = model->syncs[i].kind;
        if (kind == SYNC_LOCK || kind == SYNC_SEMAPHORE || kind == SYNC_CONDITION) return true;
    }
    return false;
}

void layout_inside(StageLayout *layout, const Model *model) {
    LayoutGrid *g = &layout->grid;
    bool compact = layout->compact;
    float edge = compact ? 20 : 24, top = compact ? 28 : 34, foot = compact ? 24 : 26;
    if (layout->projector && !layout->single) top = 36;
    float x = g->track.x + edge, w = g->track.w - 2 * edge;
    float y = g->track.y + top, height = g->track.h - top - foot;
    if (height < LEAST_HEIGHT) return;
    bool talk = model->view == VIEW_CANCEL || model->view == VIEW_GENERATORS;
    if (model->view == VIEW_PREDICT || talk) {
        g->popover = (DrawRect){x, y, w, height};
        return;
    }
    if (model->view == VIEW_INSPECT) {
        inside_inspect(layout, model, (DrawRect){x, y, w, height});
        return;
    }
    float gap = compact ? 14 : 24, upper_gap = compact ? 22 : 24;
    bool has_boxes = model->panels & PANEL_BOXES;
    float wanted_boxes = !has_boxes ? 0 : compact ? 86 : 138;
    float wanted_running = compact ? 184 : 216;
    if (layout->projector) wanted_running = 216;
    float least_running = compact ? 130 : 140,
          spare = height - wanted_boxes - wanted_running - gap - upper_gap;
    g->seats = (DrawRect){x, y, w, 0};
    g->third_line = can_hold(model);
    /* In the room of boxes that are put away seats show where their task stands. */
    float tallest = layout->projector ? 109 : has_boxes ? 104 : SEAT_WITH_VALUES;
    float seats =
        choose_seats(layout, task_count(model), clampf(spare, compact ? 70 : 76, tallest));
    if (height < LEAST_RUNNING + upper_gap + seats && g->seat_style == STYLE_CHIP)
        seats = set_cells(g, task_count(model));
    if (height < LEAST_RUNNING + upper_gap + seats) seats = g->seats.w = upper_gap = 0;
    if (least_running > height - seats - upper_gap) least_running = height - seats - upper_gap;
    float slack = height - seats - gap - upper_gap;
    float running = clampf(slack - wanted_boxes, least_running, wanted_running);
    float boxes = has_boxes ? clampf(slack - running, 0, compact ? 138 : 200) : 0;
    running += clampf(slack - running - boxes, 0, 120);
    split_upper(layout, x, y, w, running);
    float rest = has_boxes || slack < running ? 0 : slack - running;
    g->seats.y = y + running + upper_gap + rest * 0.4F;
    g->seats.h = seats;
    g->boxes = (DrawRect){x, g->seats.y + seats + gap, w, boxes};
    if (boxes < 60) g->boxes.h = 0;
}

/* ---- Columns ------------------------------------------------------------------------------- */

static float left_width(const StageLayout *layout) {
    float w = layout->width;
    if (w >= 1920) return 592 + (w - 1920) * 0.3F;
    return clampf(440 + (w - 1463) * (152.0F / 457), 300, 592);
}

/* From `bottom` upwards. */
static void place_left(StageLayout *layout, const Model *model, DrawRect r, float gap) {
    LayoutGrid *g = &layout->grid;
    bool source = model->panels & PANEL_SOURCE, output = model->panels & PANEL_OUTPUT;
    float margin = r.x, top = r.y, w = r.w, bottom = r.y + r.h;
    float output_height = output ? (layout->compact ? 76 : 160) : 0;
    float between = source && output ? gap : 0;
    if (output) {
        float y = source ? bottom - output_height : top;
        g->output = (DrawRect){margin, y, w, bottom - y};
    }
    if (source) g->source = (DrawRect){margin, top, w, bottom - output_height - between - top};
}

/* Returns where the rows at the foot begin: the stage ends above them. */
static float place_right(StageLayout *layout, const Model *model, float x, float margin) {
    LayoutGrid *g = &layout->grid;
    bool compact = layout->compact;
    float w = layout->width - x - margin, transport = compact ? 44 : 52;
    float y = layout_floor(layout, model, margin, compact ? 12 : 18);
    if (layout_shows(model, PANEL_CONTROLS)) {
        g->transport = (DrawRect){x, y - transport, w, transport};
        y = g->transport.y - (compact ? 9 : 10);
    }
    if ((model->panels & PANEL_TIMELINE) && model->view != VIEW_INSPECT) {
        float h = layout_timeline_height(layout, model);
        g->timeline = (DrawRect){x, y - h, w, h};
        y -= h + (compact ? 8 : 12);
    }
    if (layout_shows(model, PANEL_CAPTION)) {
        float caption = compact || model->view == VIEW_INSPECT ? 66 : 80;
        g->caption = (DrawRect){x, y - caption, w, caption};
        y = g->caption.y;
    }
    float track_top = compact ? 84 : 94;
    /* The track's line stands on the panels' edges, two pixels in. */
    if (model->panels & PANEL_STAGE)
        g->track = (DrawRect){x + 2, track_top, w - 4, y - (compact ? 26 : 30) - track_top};
    if (g->track.h > 0) layout_inside(layout, model);
    return y;
}

/* Without a stage the source has its room too, above the rows at the foot. */
static void place_without_stage(StageLayout *layout, const Model *model, float margin, float top) {
    float gap = layout->compact ? 10 : 12;
    float bottom = place_right(layout, model, margin, margin) - gap;
    DrawRect r = {margin, top, layout->width - 2 * margin, bottom - top};
    if (r.h > 100) place_left(layout, model, r, gap);
}

bool layout_shows(const Model *model, unsigned panel) {
    /* A question stands in the place of these two. */
    if (model->view == VIEW_PREDICT && (panel & PANEL_FOOT)) return true;
    return model->panels & panel;
}

void layout_grid(StageLayout *layout, const Model *model, const LayoutView *view) {
    layout->grid = (LayoutGrid){0};
    layout->single = false;
    layout->compact =
        layout->projector || layout->width < COMPACT_WIDTH || layout->height < COMPACT_HEIGHT;
    if (layout_grid_source(layout, model, view) || layout_grid_single(layout, model, view) ||
        layout_grid_projector(layout, model, view) || layout_grid_tall(layout, model))
        return;
    bool compact = layout->compact;
    float margin = compact ? 12 : 16, top = compact ? 66 : 76;
    LayoutGrid *g = &layout->grid;
    g->top = (DrawRect){0, 0, layout->width, compact ? 56 : 64};
    bool left = model->panels & (PANEL_SOURCE | PANEL_OUTPUT);
    if (left && !(model->panels & PANEL_STAGE)) {
        place_without_stage(layout, model, margin, top);
        return;
    }
    float bottom = layout_floor(layout, model, margin, compact ? 12 : 16);
    DrawRect r = {margin, top, left_width(layout), bottom - top};
    if (left) place_left(layout, model, r, compact ? 10 : 12);
    float x = left ? margin + left_width(layout) + (compact ? 12 : 16) : margin;
    place_right(layout, model, x, margin);
}
