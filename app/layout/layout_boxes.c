/* Futures, queues and the like, and timers: side by side, or as tabs of one box. */
#include "layout/layout.h"

#include <string.h>

/* A box narrower than this shows a line only where somebody stands in it. */
static const float NARROW = 300;

enum {
    LEAST_SLOT = 44,
    GAP = 14,
    MOST_SYNCS = 3,
    SLOT_HEIGHT = 48,
    SLOT_GAP = 8,
    TAB_WIDTH = 150,
    TAB_HEIGHT = 25
};

/* ---- One queue, lock or event -------------------------------------------------------------- */

typedef struct {
    StageLayout *layout;
    const Model *model;
    const LayoutView *view;
} Boxes;

/* What stands left and right of the slots: a word over badges, and an arrow. */
static float line_width(const Boxes *b, const char *name, int count, float box) {
    if (!*name || (count == 0 && box < NARROW)) return 0;
    float word = fonts_measure_z(b->view->fonts, FONT_UI_REGULAR, b->view->type->text, name);
    float badges = 26 * (float)(count < 4 ? count : 4);
    return 14 + (word > badges ? word : badges) + 16 + 22;
}

static void add_liners(Boxes *b, const ModelSync *sync, bool left, float x, float y, float room) {
    const ModelBadge *badges = left ? sync->left : sync->right;
    int count = left ? sync->left_count : sync->right_count, most = (int)(room / 26);
    for (int i = 0; i < count && i < most; i++) {
        /* The last place says how many more there are. */
        bool rest = i == most - 1 && count > most;
        DrawRect r = {x + 26 * (float)i, y, 22, 22};
        LayoutItem *item = layout_add(b->layout, PART_LINER, rest ? 0 : badges[i].id, i, r);
        item->sub = sync->id;
        item->value = rest ? (float)(count - i) : 0;
        item->style = left ? 1 : 0;
    }
}

/* How many slots fit; of more than fit the last says how many are left out. */
static int slots_that_fit(const ModelSync *sync, float room) {
    int fits = (int)((room + SLOT_GAP) / (LEAST_SLOT + SLOT_GAP));
    if (fits < 1) fits = 1;
    return sync->slot_count < fits ? sync->slot_count : fits;
}

static void add_slots(Boxes *b, int index, DrawRect body) {
    const ModelSync *sync = &b->model->syncs[index];
    float left = line_width(b, sync->left_name, sync->left_count, body.w);
    float right = line_width(b, sync->right_name, sync->right_count, body.w);
    float room = body.w - (left > 0 ? left : 14) - (right > 0 ? right : 14), gap = SLOT_GAP;
    int count = slots_that_fit(sync, room);
    float most = sync->kind == SYNC_QUEUE ? 94 : 86;
    float width = (room - gap * (float)(count - 1)) / (float)count;
    if (width > most) width = most;
    float h = body.h < SLOT_HEIGHT ? body.h : SLOT_HEIGHT, y = body.y + (body.h - h) / 2;
    float x = body.x + (left > 0 ? left : 14) +
              (room - width * (float)count - gap * (float)(count - 1)) / 2;
    for (int i = 0; i < count; i++) {
        DrawRect r = {x + (width + gap) * (float)i, y, width, h};
        LayoutItem *item = layout_add(b->layout, PART_SLOT, sync->id, index, r);
        item->sub = (uint32_t)i;
        if (i == count - 1 && count < sync->slot_count)
            item->value = (float)(sync->slot_count - count + 1);
    }
    float liners = y + h / 2 + 3;
    if (left > 0) add_liners(b, sync, true, body.x + 14, liners, left - 46);
    float after = x + (width + gap) * (float)count - gap + 34;
    if (right > 0) add_liners(b, sync, false, after, liners, body.x + body.w - after - 4);
}

static void add_sync(Boxes *b, int index, DrawRect r, bool tab) {
    const ModelSync *sync = &b->model->syncs[index];
    LayoutItem *item = layout_add(b->layout, PART_SYNC, sync->id, index, r);
    item->style = tab ? STYLE_SHORT : STYLE_FULL;
    float top = tab ? 4 : 42, foot = tab ? 4 : 26;
    if (!tab && r.h < 120) top = 34, foot = *sync->foot ? 22 : 8;
    DrawRect body = {r.x, r.y + top, r.w, r.h - top - foot};
    if (tab) body.w *= r.w < 640 ? 0.8F : sync->kind == SYNC_QUEUE ? 0.68F : 0.6F;
    add_slots(b, index, body);
}

/* ---- Futures and timers -------------------------------------------------------------------- */

static void add_futures(Boxes *b, DrawRect r, bool tab) {
    const Model *m = b->model;
    LayoutItem *item = layout_add(b->layout, PART_FUTURES, 0, 0, r);
    item->style = tab ? STYLE_SHORT : STYLE_FULL;
    float top = tab ? 6 : 34;
    int room = (int)((r.h - top - 2) / FUTURE_ROW), count = m->future_count;
    int columns = tab ? 2 : 1;
    float width = r.w / (float)columns;
    int shown = count < room * columns ? count : room * columns;
    item->value = (float)(count - shown);
    for (int i = 0; i < shown; i++) {
        DrawRect row = {r.x + width * (float)(i / (room ? room : 1)),
                        r.y + top + (float)(room ? i % room : 0) * FUTURE_ROW, width, FUTURE_ROW};
        layout_add(b->layout, PART_FUTURE, m->futures[i].id, i, row);
    }
}

static void add_timers(Boxes *b, DrawRect r, bool tab) {
    const Model *m = b->model;
    LayoutItem *item = layout_add(b->layout, PART_TIMERS, 0, 0, r);
    item->style = tab ? STYLE_SHORT : STYLE_FULL;
    float top = tab ? 2 : 33, pitch = tab ? 38 : TIMER_ROW;
    if (!tab && r.h - top < 2 * TIMER_ROW - 4) pitch = 31;
    int room = (int)((r.h - top + 2) / pitch), columns = tab ? 2 : 1;
    float width = r.w / (float)columns;
    int shown = m->timer_count < room * columns ? m->timer_count : room * columns;
    item->value = (float)(m->timer_count - shown);
    for (int i = 0; i < shown; i++) {
        DrawRect row = {r.x + width * (float)(i / room), r.y + top + (float)(i % room) * pitch,
                        width, pitch};
        layout_add(b->layout, PART_TIMER, m->timers[i].id, i, row)->value = m->timers[i].share;
    }
}

/* ---- Side by side -------------------------------------------------------------------------- */

static void lay_side_by_side(Boxes *b) {
    DrawRect r = b->layout->grid.boxes;
    int syncs = b->model->sync_count < MOST_SYNCS ? b->model->sync_count : MOST_SYNCS;
    static const float shares[][3] = {/* futures, one sync, timers */
                                      {0.5F, 0, 0.5F},
                                      {1 / 3.0F, 0.35F, 0.3167F},
                                      {0.26F, 0.25F, 0.24F},
                                      {0.22F, 0.19F, 0.21F}};
    float room = r.w - GAP * (float)(syncs + 1), x = r.x;
    DrawRect box = {x, r.y, room * shares[syncs][0], r.h};
    add_futures(b, box, false);
    x += box.w + GAP;
    /* In the order of their making from right to left, so that work flows to the left. */
    for (int i = syncs; i-- > 0;) {
        box = (DrawRect){x, r.y, room * shares[syncs][1], r.h};
        add_sync(b, i, box, false);
        x += box.w + GAP;
    }
    add_timers(b, (DrawRect){x, r.y, r.x + r.w - x, r.h}, false);
}

/* ---- Tabs ---------------------------------------------------------------------------------- */

enum { TAB_SYNC = 1, TAB_FUTURES, TAB_TIMERS };

static bool any_future_fresh(const Model *m) {
    for (int i = 0; i < m->future_count; i++)
        if (m->futures[i].fresh) return true;
    return false;
}

static bool any_timer_fresh(const Model *m) {
    for (int i = 0; i < m->timer_count; i++)
        if (m->timers[i].fresh) return true;
    return false;
}

/* The one that this step touched, else the one that was open. */
static void choose_tab(Boxes *b) {
    StageLayout *layout = b->layout;
    const StageLayout *before = b->view->before;
    const Model *m = b->model;
    layout->open_tab = before && before->open_tab ? before->open_tab
                       : m->sync_count            ? TAB_SYNC
                                                  : TAB_TIMERS;
    layout->open_sync = before && before->open_sync ? before->open_sync
                        : m->sync_count             ? m->syncs[0].id
                                                    : 0;
    if (any_timer_fresh(m))
        layout->open_tab = TAB_TIMERS;
    else if (any_future_fresh(m))
        layout->open_tab = TAB_FUTURES;
    for (int i = 0; i < m->sync_count; i++) {
        if (!m->syncs[i].fresh) continue;
        layout->open_tab = TAB_SYNC;
        layout->open_sync = m->syncs[i].id;
    }
    if (layout->open_tab == TAB_SYNC && m->sync_count == 0) layout->open_tab = TAB_TIMERS;
}

static int open_sync(const StageLayout *layout, const Model *m) {
    for (int i = 0; i < m->sync_count; i++)
        if (m->syncs[i].id == layout->open_sync) return i;
    return 0;
}

static void lay_tabs(Boxes *b) {
    StageLayout *layout = b->layout;
    DrawRect r = layout->grid.boxes;
    choose_tab(b);
    layout_add(layout, PART_TABS, 0, 0, r);
    float y = r.y + (r.h - 3 * TAB_HEIGHT - 2) / 2;
    for (uint32_t tab = TAB_SYNC; tab <= TAB_TIMERS; tab++) {
        DrawRect t = {r.x + 6, y + (float)(tab - 1) * (TAB_HEIGHT + 1), TAB_WIDTH, TAB_HEIGHT};
        if (tab == TAB_SYNC && b->model->sync_count == 0) continue;
        LayoutItem *item = layout_add(layout, PART_TAB, tab, open_sync(layout, b->model), t);
        item->value = tab == layout->open_tab;
    }
    DrawRect body = {r.x + TAB_WIDTH + 18, r.y, r.w - TAB_WIDTH - 24, r.h};
    if (layout->open_tab == TAB_SYNC) add_sync(b, open_sync(layout, b->model), body, true);
    if (layout->open_tab == TAB_FUTURES) add_futures(b, body, true);
    if (layout->open_tab == TAB_TIMERS) add_timers(b, body, true);
}

void layout_boxes(StageLayout *layout, const Model *model, const LayoutView *view) {
    Boxes b = {layout, model, view};
    if (layout->grid.boxes.h <= 0) return;
    if (layout->compact)
        lay_tabs(&b);
    else
        lay_side_by_side(&b);
}
