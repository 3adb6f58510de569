/* Many tasks in one chart: how many wait, are ready, have ended, over the same time as the lanes.
 */
#include "scene/scene.h"

#include <math.h>
#include <stdio.h>

enum { STRIP = 14, COLUMN = 4 };

typedef struct {
    Scene *s;
    const Timeline *timeline;
    const StageLayout *layout;
    DrawRect area;
    float scroll;
    int columns;
    SceneChart *known;
} Chart;

static float x_of(const Chart *c, TimelineAt at) {
    return timeline_x(c->timeline, &c->layout->fit, at) - c->scroll;
}

/* The first column at or behind x. */
static int column_at(const Chart *c, float x) {
    float column = ceilf(x / COLUMN);
    if (column <= 0) return 0;
    return column > (float)c->columns ? c->columns + 1 : (int)column;
}

/* Only what changes from one column to the next is noted: lanes are many. */
static void count_lane(Chart *c, const TimelineLane *lane) {
    int born = column_at(c, x_of(c, lane->born)), end = c->columns + 1;
    if (lane->end != LANE_OPEN) end = column_at(c, x_of(c, lane->ended));
    if (end < born) end = born;
    c->known->counts[0].unborn++;
    c->known->counts[born].unborn--;
    c->known->counts[end].ended++;
    for (size_t k = 0; k < lane->count; k++) {
        if (lane->blocks[k].kind != BLOCK_READY) continue;
        int from = k ? column_at(c, x_of(c, lane->blocks[k - 1].to)) : 0, to = end;
        if (k + 1 < lane->count) to = column_at(c, x_of(c, lane->blocks[k].to));
        if (from < born) from = born;
        if (to > end) to = end;
        if (from >= to) continue;
        c->known->counts[from].ready++;
        c->known->counts[to].ready--;
    }
}

static void add_up(Chart *c) {
    for (int i = 1; i <= c->columns; i++) {
        c->known->counts[i].ready += c->known->counts[i - 1].ready;
        c->known->counts[i].ended += c->known->counts[i - 1].ended;
        c->known->counts[i].unborn += c->known->counts[i - 1].unborn;
    }
}

static float height_of(const Chart *c, int lanes) {
    return c->area.h * (float)lanes / (float)(c->timeline->rows ? c->timeline->rows : 1);
}

/* The area under a line that is so many lanes high in each column. */
static void put_area(Chart *c, int (*level)(const Chart *c, int column), DrawColour fill,
                     DrawColour line) {
    DrawPoint points[CHART_COLUMNS + 3];
    int n = 0;
    float bottom = c->area.y + c->area.h;
    for (int i = 0; i <= c->columns; i++)
        points[n++] =
            (DrawPoint){c->area.x + (float)(i * COLUMN), bottom - height_of(c, level(c, i))};
    draw_polyline(c->s->list, points, (size_t)n, line, (DrawStroke){.width = 2});
    points[n++] = (DrawPoint){c->area.x + (float)(c->columns * COLUMN), bottom};
    points[n++] = (DrawPoint){c->area.x, bottom};
    draw_polygon(c->s->list, points, (size_t)n, fill);
}

static int born_level(const Chart *c, int column) {
    return c->timeline->rows - c->known->counts[column].unborn;
}

static int waiting_level(const Chart *c, int column) {
    return c->known->counts[column].ready + c->known->counts[column].ended;
}

static int ended_level(const Chart *c, int column) {
    return c->known->counts[column].ended;
}

static void put_chart(Chart *c) {
    const Theme *t = c->s->theme;
    put_area(c, born_level, t->bg2, t->waiting);
    /* Hatching covers all; what does not wait is painted over it again. */
    DrawRect hatched = c->area;
    hatched.w = (float)(c->columns * COLUMN);
    draw_hatch(c->s->list, hatched, 0, draw_fade(t->waiting, 0.55F), 9, 2, c->area.x - c->scroll,
               false);
    put_area(c, waiting_level, t->ready_tint, t->ready);
    put_area(c, ended_level, t->done_tint, t->done);
}

/* Runs are in order of time. */
static size_t first_run(const Chart *c) {
    size_t low = 0, high = c->timeline->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x_of(c, c->timeline->runs[middle].to) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Runs that touch are one block. */
static void find_blocks(Chart *c) {
    const Timeline *tl = c->timeline;
    SceneChart *known = c->known;
    known->block_count = 0;
    for (size_t i = first_run(c); i < tl->run_count && known->block_count < CHART_BLOCKS; i++) {
        float from = x_of(c, tl->runs[i].from), to = x_of(c, tl->runs[i].to);
        if (from > c->area.w) return;
        while (i + 1 < tl->run_count && x_of(c, tl->runs[i + 1].from) <= to + 0.5F)
            to = x_of(c, tl->runs[++i].to);
        known->blocks[known->block_count].from = from;
        known->blocks[known->block_count++].to = to;
    }
}

static void put_strip(Chart *c, float y) {
    const SceneChart *known = c->known;
    for (size_t i = 0; i < known->block_count; i++) {
        float from = known->blocks[i].from, wide = known->blocks[i].to - from;
        draw_fill(c->s->list, (DrawRect){c->area.x + from, y, wide, STRIP}, 3,
                  c->s->theme->running);
    }
}

static bool is_known(const SceneChart *known, const SceneChartKey *key) {
    const SceneChartKey *k = &known->key;
    return k->timeline == key->timeline && k->events == key->events &&
           k->instants == key->instants && k->rows == key->rows && k->cell == key->cell &&
           k->gap == key->gap && k->lead == key->lead && k->fit_width == key->fit_width &&
           k->width == key->width && k->scroll == key->scroll;
}

static void count_all(Chart *c) {
    const Timeline *tl = c->timeline;
    const TimelineFit *fit = &c->layout->fit;
    SceneChartKey key = {tl,       tl->events, fit->count, tl->rows,  fit->cell,
                         fit->gap, fit->lead,  fit->width, c->area.w, c->scroll};
    if (is_known(c->known, &key)) return;
    *c->known = (SceneChart){.key = key};
    for (size_t i = 0; i < tl->lane_count; i++)
        if (tl->lanes[i].row >= 0) count_lane(c, &tl->lanes[i]);
    add_up(c);
    find_blocks(c);
}

static void put_side(Chart *c, DrawRect panel) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    char number[16], text[64];
    const char *arg[] = {number};
    float x = panel.x + (s->compact ? 12 : 16), y = panel.y + 24;
    snprintf(number, sizeof number, "%d", c->timeline->rows);
    text_format(text, sizeof text, text_get(words, TEXT_TASKS_IN_ONE), arg, 1);
    float width = s->view->layout->lanes_x - 8 - x;
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, x, y, width, t->text,
                   text_get(words, TEXT_CHART_RUNNING));
    bool fits = scene_measure(s, FONT_UI_SEMIBOLD, 16, text) <= width;
    if (!fits) text_format(text, sizeof text, text_get(words, TEXT_TASKS_N), arg, 1);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, x, y + 26, width, t->text, text);
    if (s->compact) return;
    scene_text_fit(s, FONT_UI_REGULAR, 16, x, y + 50, width, t->text2,
                   text_get(words, TEXT_HEIGHT_IS_HOW_MANY));
    static const struct {
        ModelState state;
        TextKey key;
    } entries[] = {{STATE_WAITING, TEXT_CHART_WAITING},
                   {STATE_READY, TEXT_CHART_READY},
                   {STATE_DONE, TEXT_CHART_ENDED}};
    for (int i = 0; i < 3; i++) {
        float baseline = y + 78 + 24 * (float)i;
        draw_icon(s->list, scene_state_icon(entries[i].state), x + 9, baseline - 5.5F, 18,
                  scene_state_colour(s, entries[i].state));
        scene_text(s, FONT_UI_REGULAR, 16, x + 26, baseline, t->text2,
                   text_get(words, entries[i].key));
    }
}

/* How many wait and how many have ended at the playhead, on plain patches left of it. */
static void put_amounts(Chart *c, float playhead) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    int column = (int)((playhead - c->area.x) / COLUMN);
    if (s->compact || column < 1 || c->columns < 1) return;
    if (column >= c->columns) column = c->columns - 1;
    const int from[] = {ended_level(c, column), waiting_level(c, column)};
    const int lower[] = {0, from[1]}, upper[] = {from[0], born_level(c, column)};
    const TextKey words[] = {TEXT_CHART_ENDED, TEXT_CHART_WAITING};
    const DrawColour inks[] = {t->done, t->text};
    float unit = c->area.h / (float)(c->timeline->rows ? c->timeline->rows : 1);
    for (int i = 0; i < 2; i++) {
        char text[80];
        int amount = upper[i] - lower[i];
        float tall = unit * (float)amount, x = playhead - 10;
        snprintf(text, sizeof text, "%d %s", amount, text_get(s->model->words, words[i]));
        float w = scene_measure(s, FONT_UI_SEMIBOLD, 16, text);
        if (tall < 26 || x - w - 16 < c->area.x) continue;
        float cy = c->area.y + c->area.h - unit * (float)(lower[i] + upper[i]) / 2;
        draw_fill(s->list, (DrawRect){x - w - 8, cy - 12, w + 16, 24}, 6,
                  i == 0 ? t->done_tint : t->bg1);
        scene_text(s, FONT_UI_SEMIBOLD, 16, x - w, cy + 5.5F, inks[i], text);
    }
}

static void put_twice(Chart *c, float playhead, float strip) {
    DrawList *list = c->s->list;
    float left = c->area.x, right = left + c->area.w, h = c->area.y + c->area.h - strip;
    float x = playhead < left ? left : playhead > right ? right : playhead;
    DrawRect halves[] = {{left, strip, x - left, h}, {x, strip, right - x, h}};
    for (int i = 0; i < 2; i++) {
        if (halves[i].w < 1) continue;
        draw_clip_push(list, halves[i]);
        if (i == 1) draw_alpha_push(list, 0.38F);
        put_chart(c);
        put_strip(c, strip);
        if (i == 1) draw_alpha_pop(list);
        draw_clip_pop(list);
    }
}

void scene_chart(Scene *s, DrawRect panel) {
    const StageLayout *layout = s->view->layout;
    const LayoutItem *item = layout_part(layout, PART_TIMELINE),
                     *head = layout_part(layout, PART_PLAYHEAD);
    SceneChart own = {0};
    Chart c = {.known = s->view->chart ? s->view->chart : &own,
               .s = s,
               .timeline = s->model->timeline,
               .layout = layout,
               .scroll = item->value};
    float strip = panel.y + 12, top = strip + STRIP + 8, foot = s->compact ? 44 : 56;
    float width = layout->fit.width - c.scroll;
    if (width > layout->lanes_width) width = layout->lanes_width;
    c.area = (DrawRect){layout->lanes_x, top, width, panel.y + panel.h - foot - top};
    c.columns = (int)(width / COLUMN);
    if (c.columns > CHART_COLUMNS) c.columns = CHART_COLUMNS;
    count_all(&c);
    put_side(&c, panel);
    put_twice(&c, head ? head->rect.x : c.area.x, strip);
    if (head) put_amounts(&c, head->rect.x);
}
