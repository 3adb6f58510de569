#include "layout/layout_whatif.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_GAP = 24, EDGE = 4, WIDEST_CELL = 11, NARROWEST_CELL = 4, TIMES = 30, HEADING = 44 };

/* What one width makes of the instants of both runs. */
typedef struct {
    float cell, edge, least, gap; /* gap: px per second */
} Measure;

/* ---- The same x for the same time ----------------------------------------------------------- */

static float gap_after(const ModelWhatIf *m, int i, const Measure *by) {
    float wide = (float)(m->instants[i + 1].time_ns - m->instants[i].time_ns) / 1e9F * by->gap;
    return wide > by->least ? wide : by->least;
}

static float instant_width(const WhatIfInstant *instant, const Measure *by) {
    return 2 * by->edge + (float)instant->cells * by->cell;
}

static float whole_width(const ModelWhatIf *m, const Measure *by) {
    float sum = 0;
    for (int i = 0; i < m->instant_count; i++) {
        sum += instant_width(&m->instants[i], by);
        if (i + 1 < m->instant_count) sum += gap_after(m, i, by);
    }
    return sum;
}

/* Pixels per second with which the gaps fill what the cells leave. */
static void fill_gaps(const ModelWhatIf *m, float width, Measure *by) {
    float low = 0, high = 1;
    if (m->instant_count < 2 || whole_width(m, by) >= width) return;
    for (by->gap = high; whole_width(m, by) < width && high < 1e9F; by->gap = high) high *= 2;
    for (int i = 0; i < 32; i++) {
        by->gap = (low + high) / 2;
        if (whole_width(m, by) < width)
            low = by->gap;
        else
            high = by->gap;
    }
    by->gap = low;
}

static Measure measure(const ModelWhatIf *m, float width) {
    Measure by = {WIDEST_CELL, EDGE, LEAST_GAP, 0};
    float cells = 0, count = (float)m->instant_count;
    for (int i = 0; i < m->instant_count; i++) cells += (float)m->instants[i].cells;
    float room = width - count * 2 * by.edge - (count - 1) * by.least;
    if (cells > 0 && room / cells < by.cell) by.cell = room / cells;
    if (by.cell < NARROWEST_CELL) by.cell = NARROWEST_CELL;
    fill_gaps(m, width, &by);
    float whole = whole_width(m, &by);
    if (whole <= width) return by;
    float share = width / whole; /* a long run is drawn small, never scrolled */
    return (Measure){by.cell * share, by.edge * share, by.least * share, by.gap * share};
}

static void place_instants(LayoutWhatIf *l, const ModelWhatIf *m, ModelPool *pool,
                           const Measure *by) {
    float x = 0;
    l->x = model_array(pool, (size_t)m->instant_count + 1, sizeof *l->x);
    for (int i = 0; i < m->instant_count; i++) {
        l->x[i] = x;
        x += instant_width(&m->instants[i], by);
        if (i + 1 < m->instant_count) x += gap_after(m, i, by);
    }
}

/* A run's own fit has its instants where both have them. */
static bool fit_run(const LayoutWhatIf *l, const ModelWhatIf *m, int run, const Measure *by,
                    TimelineFit *fit) {
    size_t count = m->runs[run].timeline->instant_count;
    if (fit->room < count) {
        float *x = realloc(fit->x, count * sizeof *x);
        if (!x) return false;
        fit->x = x;
        fit->room = count;
    }
    fit->count = count;
    fit->cell = by->cell;
    fit->lead = fit->tail = by->edge;
    fit->gap = by->gap;
    fit->least_gap = by->least;
    fit->width = 0;
    for (int i = 0; i < m->instant_count; i++) {
        int at = m->instants[i].at[run];
        if (at < 0) continue;
        fit->x[at] = l->x[i];
        fit->width = l->x[i] + instant_width(&m->instants[i], by);
    }
    return true;
}

static float place_x(const LayoutWhatIf *l, const ModelWhatIf *m, int place, const Measure *by) {
    int cell;
    const WhatIfInstant *instant = model_whatif_instant(m, place, &cell);
    if (!instant) return l->lanes_x;
    return l->lanes_x + l->x[instant - m->instants] + by->edge + (float)cell * by->cell;
}

/* ---- Panels --------------------------------------------------------------------------------- */

static int tasks_of(const ModelWhatIf *m) {
    int most = 1;
    for (int run = 0; run < WHATIF_RUNS; run++) {
        int rows = m->runs[run].timeline ? m->runs[run].timeline->rows : 0;
        if (rows > most) most = rows;
    }
    return most;
}

/* Threads have room for the same lanes in both: where one run has none, that is to be seen. */
static int threads_of(const ModelWhatIf *m) {
    int most = 0;
    for (int run = 0; run < WHATIF_RUNS; run++) {
        int threads = m->runs[run].timeline ? m->runs[run].timeline->threads : 0;
        if (threads > most) most = threads;
    }
    return most;
}

/* Lanes of tasks come first, but threads keep a quarter of the room. */
static void choose_lanes(LayoutWhatIfRun *r, const ModelWhatIf *m, float height, float lane) {
    static const float ROUNDING = 0.01F;
    int threads = threads_of(m), all = (int)(height / lane + ROUNDING);
    r->shown = all > 0 ? all : 0;
    r->threads = 0;
    if (!threads || all < 2) return;
    all = (int)((height - THREADS_GAP) / lane + ROUNDING);
    if (all < 2) return;
    int left = all - tasks_of(m), least = all < 8 ? 1 : all / 4;
    if (left < least) left = least;
    r->threads = threads < left ? threads : left;
    r->shown = all - r->threads;
}

/* The last lines up to the playhead, with room for the next one. */
static void choose_lines(LayoutWhatIfRun *r, const WhatIfRun *run, const WhatIfInstant *now) {
    int rows = (int)((r->output.h - 36) / WHATIF_OUTPUT_LINE), printed = 0;
    if (r->output.w <= 0 || rows < 0) rows = 0;
    while (printed < run->line_count && now && run->lines[printed].time_ns <= now->time_ns)
        printed++;
    int first = printed + 1 - rows, most = run->line_count - rows;
    if (first > most) first = most;
    r->first_line = first > 0 ? first : 0;
    int left = run->line_count - r->first_line;
    r->lines = left < rows ? left : rows;
}

static void place_run(LayoutWhatIf *l, LayoutWhatIfRun *r, const ModelWhatIf *m, DrawRect panel,
                      float output, bool compact) {
    float result = compact ? 48 : 58;
    r->panel = panel;
    float left = panel.x + panel.w - output;
    r->output = (DrawRect){left, panel.y + 8, output > 0 ? output - 10 : 0, panel.h - 16};
    r->result = (DrawRect){panel.x + 18, panel.y + panel.h - result - 6,
                           panel.w - output - (output > 0 ? 34 : 36), result};
    float top = panel.y + HEADING, foot = panel.y + panel.h;
    /* Lanes come first; where there is room for none, the result stands alone. */
    if (r->result.y - TIMES - top < l->lane) r->result.h = 0;
    float bottom = (r->result.h > 0 ? r->result.y : foot - 8) - TIMES;
    choose_lanes(r, m, bottom - top, l->lane);
    r->lanes = (DrawRect){l->lanes_x, top, l->lanes_width, bottom - top};
    if (r->shown) return;
    r->result.y = panel.y + 36;
    r->result.h = foot - 8 - r->result.y;
    if (r->result.h < 24) r->result.h = 0;
}

static void place_panels(LayoutWhatIf *l, const ModelWhatIf *m, const LayoutWhatIfView *view) {
    bool low = view->height < 640;
    float x = view->compact ? 12 : 16, gap = view->compact ? 8 : 12, w = view->width - 2 * x;
    float y = view->top + gap, head = low ? 62 : 84;
    float foot = view->height - 46 - 10;
    float say = m->say.count && !low ? (view->compact ? 54 : 62) : 0;
    l->head = (DrawRect){x, y, w, head};
    l->foot = (DrawRect){x, foot, w, 46};
    l->say = (DrawRect){x, foot - gap - say, w, say};
    float from = y + head + gap, to = (say > 0 ? l->say.y : foot) - gap;
    float each = (to - from - gap) / 2;
    float output = w < 900 ? 0 : w * 0.25F;
    if (output > 440) output = 440;
    l->lanes_x = x + (view->compact ? 150 : 186);
    l->lanes_width = x + w - output - (output > 0 ? 16 : 0) - 30 - l->lanes_x;
    float room = each - HEADING - TIMES - (view->compact ? 54 : 64);
    int threads = threads_of(m);
    l->lane = (threads ? room - THREADS_GAP : room) / (float)(tasks_of(m) + threads);
    l->lane = l->lane > 42 ? 42 : l->lane < 18 ? 18 : l->lane;
    place_run(l, &l->runs[0], m, (DrawRect){x, from, w, each}, output, view->compact);
    place_run(l, &l->runs[1], m, (DrawRect){x, from + each + gap, w, each}, output, view->compact);
}

bool layout_whatif_make(LayoutWhatIf *l, const ModelWhatIf *m, ModelPool *pool,
                        const LayoutWhatIfView *view) {
    place_panels(l, m, view);
    Measure by = measure(m, l->lanes_width - 20);
    place_instants(l, m, pool, &by);
    int cell;
    const WhatIfInstant *now = model_whatif_instant(m, view->place, &cell);
    for (int run = 0; run < WHATIF_RUNS; run++) {
        if (!m->runs[run].timeline) continue;
        choose_lines(&l->runs[run], &m->runs[run], now);
        if (!fit_run(l, m, run, &by, &l->runs[run].fit)) return false;
    }
    l->playhead = place_x(l, m, view->place, &by);
    l->part = l->lanes_x + l->x[m->part_instant] + by.edge + m->part_cell * by.cell;
    return true;
}

void layout_whatif_clear(LayoutWhatIf *l) {
    for (int run = 0; run < WHATIF_RUNS; run++) timeline_fit_clear(&l->runs[run].fit);
    *l = (LayoutWhatIf){.lane = 0};
}
