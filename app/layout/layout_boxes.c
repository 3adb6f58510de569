/* Futures, queues and the like, worker threads and timers: side by side, or as tabs of one box. */
#include "layout/layout.h"

#include <string.h>

enum { GAP = 14, LEAST_BOX = 230, TAB_WIDTH = 150, TAB_HEIGHT = 25 };

typedef struct {
    StageLayout *layout;
    const Model *model;
    const LayoutView *view;
} Boxes;

/* ---- Futures and timers -------------------------------------------------------------------- */

/* Of so many tasks that they have chips: the futures they sleep on tell little, what gather() waits
   for tells more. Below 0: there is none. */
static int gather_of(const StageLayout *layout, const Model *m) {
    bool many = layout->grid.seat_style == STYLE_CHIP || layout->grid.seat_style == STYLE_CELL;
    for (int i = 0; many && i < m->future_count; i++)
        if (m->futures[i].part_count > 0) return i;
    return -1;
}

static void add_gather(Boxes *b, DrawRect r, int index) {
    LayoutItem *box = layout_add(b->layout, PART_FUTURES, 0, index, r);
    box->style = STYLE_CHIP;
    float top = r.h >= GATHER_TWO_LINES ? 60 : 34;
    DrawRect bar = {r.x, r.y + top, r.w, r.h - top};
    if (bar.h < FUTURE_ROW) return;
    LayoutItem *row = layout_add(b->layout, PART_FUTURE, b->model->futures[index].id, index, bar);
    row->style = STYLE_CHIP;
    row->value = 1;
}

static void add_futures(Boxes *b, DrawRect r, bool tab) {
    const Model *m = b->model;
    int gather = gather_of(b->layout, m);
    if (!tab && gather >= 0) {
        add_gather(b, r, gather);
        return;
    }
    LayoutItem *item = layout_add(b->layout, PART_FUTURES, 0, 0, r);
    item->style = tab ? STYLE_SHORT : STYLE_FULL;
    float top = tab ? 6 : 34;
    int room = (int)((r.h - top - 2) / FUTURE_ROW), count = m->future_count;
    int columns = tab && count > room ? 2 : 1;
    float width = r.w / (float)columns;
    int shown = count < room * columns ? count : room * columns;
    item->value = (float)(count - shown);
    for (int i = 0; i < shown; i++) {
        DrawRect row = {r.x + width * (float)(i / (room ? room : 1)),
                        r.y + top + (float)(room ? i % room : 0) * FUTURE_ROW, width, FUTURE_ROW};
        layout_add(b->layout, PART_FUTURE, m->futures[i].id, i, row)->value =
            m->futures[i].result == RESULT_PENDING ? 0 : 1;
    }
}

static void add_timers(Boxes *b, DrawRect r, bool tab) {
    const Model *m = b->model;
    LayoutItem *item = layout_add(b->layout, PART_TIMERS, 0, 0, r);
    item->style = tab ? STYLE_SHORT : STYLE_FULL;
    float top = tab ? 2 : 33, pitch = tab ? 38 : TIMER_ROW;
    if (!tab && r.h - top < 2 * TIMER_ROW - 4) pitch = 31;
    int room = (int)((r.h - top + 2) / pitch), columns = tab ? 2 : r.w > 640 ? 3 : 1;
    if (room < 1) room = 1;
    float width = r.w / (float)columns;
    int shown = m->timer_count < room * columns ? m->timer_count : room * columns;
    item->value = (float)(m->timer_count - shown);
    for (int i = 0; i < shown; i++) {
        int down = columns == 3 ? i / columns : i % room, across = columns == 3 ? i % 3 : i / room;
        DrawRect row = {r.x + width * (float)across, r.y + top + (float)down * pitch, width, pitch};
        layout_add(b->layout, PART_TIMER, m->timers[i].id, i, row)->value = m->timers[i].share;
    }
}

/* ---- Side by side -------------------------------------------------------------------------- */

static int least_of(int a, int b) {
    return a < b ? a : b;
}

/* A semaphore of many permits shows up to eight of them. */
static float more_slots(const ModelSync *sync) {
    bool many = sync->kind == SYNC_SEMAPHORE && sync->slot_count > 3;
    return many ? 13 * (float)(least_of(sync->slot_count, 8) - 3) : 0;
}

/* How much room a box asks for; by what stays the same while it lives, so that none moves. */
static float weight_of(const ModelSync *sync) {
    switch (sync->kind) {
    case SYNC_QUEUE: return 420;
    case SYNC_LOCK: return 290;
    case SYNC_EVENT: return 240;
    case SYNC_SEMAPHORE: return 170 + 135 * (float)least_of(sync->slot_count, 3) + more_slots(sync);
    case SYNC_CONDITION: return 300;
    case SYNC_BARRIER: return 130 + 56 * (float)least_of(sync->slot_count, 4);
    case SYNC_GROUP: break;
    }
    return 100 + 46 * (float)least_of(sync->slot_count, 5);
}

/* Which have a box: as many as there is room for, the first ones; groups only where no other needs
   the room. */
static int choose_syncs(const Model *m, float width, int *chosen, int most) {
    int room = (int)((width + GAP) / (LEAST_BOX + GAP)), count = 0;
    if (room > most) room = most;
    for (int i = 0; i < m->sync_count && count < room; i++)
        if (m->syncs[i].kind != SYNC_GROUP) chosen[count++] = i;
    for (int i = 0; i < m->sync_count && count < room; i++) {
        if (m->syncs[i].kind != SYNC_GROUP) continue;
        int at = count++;
        for (; at > 0 && chosen[at - 1] > i; at--) chosen[at] = chosen[at - 1];
        chosen[at] = i;
    }
    return count;
}

static bool all_queues(const Model *m) {
    for (int i = 0; i < m->sync_count; i++)
        if (m->syncs[i].kind != SYNC_QUEUE) return false;
    return true;
}

/* Futures, up to three boxes, timers. */
static void lay_with_futures(Boxes *b, const int *chosen, int syncs) {
    DrawRect r = b->layout->grid.boxes;
    static const float shares[][3] = {/* futures, one sync, timers */
                                      {0.5F, 0, 0.5F},
                                      {1 / 3.0F, 0.35F, 0.3167F},
                                      {0.26F, 0.25F, 0.24F},
                                      {0.22F, 0.19F, 0.21F}};
    float room = r.w - GAP * (float)(syncs + 1), x = r.x;
    float more = syncs == 1 ? more_slots(&b->model->syncs[chosen[0]]) : 0;
    DrawRect box = {x, r.y, room * shares[syncs][0], r.h};
    add_futures(b, box, false);
    x += box.w + GAP;
    /* In the order of their making from right to left, so that work flows to the left. */
    for (int i = syncs; i-- > 0;) {
        box = (DrawRect){x, r.y, room * shares[syncs][1] + more, r.h};
        layout_sync(b->layout, b->model, b->view, chosen[i], box, false);
        x += box.w + GAP;
    }
    add_timers(b, (DrawRect){x, r.y, r.x + r.w - x, r.h}, false);
}

static void lay_syncs(Boxes *b, DrawRect r, const int *chosen, int count) {
    float sum = 0, room = r.w - (float)(GAP * (count - 1)), x = r.x;
    for (int i = 0; i < count; i++) sum += weight_of(&b->model->syncs[chosen[i]]);
    for (int i = count; i-- > 0;) {
        float width = room * weight_of(&b->model->syncs[chosen[i]]) / sum;
        layout_sync(b->layout, b->model, b->view, chosen[i], (DrawRect){x, r.y, width, r.h}, false);
        x += width + GAP;
    }
}

/* The loop's queue is empty: the timers take the room that it leaves. */
static void lay_timers_above(Boxes *b) {
    DrawRect r = b->layout->grid.ready;
    if (b->model->ready.count > 0 || b->model->timer_count == 0 || r.h < 170) return;
    float top = READY_EMPTY_HEIGHT + 16;
    add_timers(b, (DrawRect){r.x, r.y + top, r.w, r.h - top}, false);
}

static void lay_side_by_side(Boxes *b) {
    const Model *m = b->model;
    DrawRect r = b->layout->grid.boxes;
    int chosen[8], count;
    if (m->has_threads) {
        float threads = r.w * 0.56F;
        int most = m->sync_count ? 1 : 0;
        count = choose_syncs(m, r.w - threads, chosen, most);
        DrawRect left = {r.x, r.y, r.w - threads - GAP, r.h};
        if (count)
            lay_syncs(b, left, chosen, count);
        else
            add_timers(b, left, false);
        layout_threads(b->layout, m, (DrawRect){r.x + r.w - threads, r.y, threads, r.h}, false);
        return;
    }
    if (all_queues(m) || m->sync_count < 2) {
        count = choose_syncs(m, r.w, chosen, 3);
        lay_with_futures(b, chosen, count);
        return;
    }
    count = choose_syncs(m, r.w, chosen, 4);
    lay_syncs(b, r, chosen, count);
    lay_timers_above(b);
}

/* ---- Tabs ---------------------------------------------------------------------------------- */

enum { TAB_SYNC = 1, TAB_FUTURES, TAB_TIMERS, TAB_THREADS };

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

static bool any_thread_fresh(const Model *m) {
    for (int i = 0; i < m->thread_count; i++)
        if (m->threads[i].fresh) return true;
    return false;
}

static int slots_changed(const ModelSync *sync) {
    int count = 0;
    for (int i = 0; i < sync->slot_count; i++) count += sync->slots[i].changed;
    return count;
}

/* The one that this step changed most; of equals the one with the latest record. NULL: none. */
static const ModelSync *newest_sync(const Model *m, bool fresh) {
    const ModelSync *best = NULL;
    for (int i = 0; i < m->sync_count; i++) {
        const ModelSync *sync = &m->syncs[i];
        if (fresh && !sync->fresh) continue;
        int more = best ? slots_changed(sync) - slots_changed(best) : 1;
        if (more > 0 || (more == 0 && sync->event >= best->event)) best = sync;
    }
    return best;
}

static bool has_tab(const Model *m, uint32_t tab) {
    if (tab == TAB_SYNC) return m->sync_count > 0;
    if (tab == TAB_THREADS) return m->has_threads;
    /* There is room for three: futures give way. */
    return tab == TAB_TIMERS || !(m->sync_count > 0 && m->has_threads);
}

/* What the lesson's spotlight lies on is in sight. */
static void open_spot(StageLayout *layout, const Model *m) {
    uint32_t tab = m->spotlight == SPOT_FUTURES  ? TAB_FUTURES
                   : m->spotlight == SPOT_SYNC   ? TAB_SYNC
                   : m->spotlight == SPOT_TIMERS ? TAB_TIMERS
                                                 : 0;
    if (!tab || !has_tab(m, tab)) return;
    layout->open_tab = tab;
    if (tab == TAB_SYNC && m->spotlight_id) layout->open_sync = m->spotlight_id;
}

static bool any_futures_alone(const Model *m) {
    return m->future_count > 0 && m->timer_count == 0;
}

/* The one that the spotlight is on or that this step touched, else the one that was open. */
static void choose_tab(Boxes *b) {
    StageLayout *layout = b->layout;
    const StageLayout *before = b->view->before;
    const Model *m = b->model;
    const ModelSync *newest = newest_sync(m, false), *fresh = newest_sync(m, true);
    layout->open_tab = before && before->open_tab ? before->open_tab
                       : newest                   ? TAB_SYNC
                       : m->has_threads           ? TAB_THREADS
                       : any_futures_alone(m)     ? TAB_FUTURES
                                                  : TAB_TIMERS;
    layout->open_sync = before && before->open_sync ? before->open_sync : newest ? newest->id : 0;
    if (any_timer_fresh(m))
        layout->open_tab = TAB_TIMERS;
    else if (any_future_fresh(m))
        layout->open_tab = TAB_FUTURES;
    if (fresh) layout->open_tab = TAB_SYNC, layout->open_sync = fresh->id;
    if (any_thread_fresh(m) || m->stuck.on) layout->open_tab = TAB_THREADS;
    open_spot(layout, m);
    if (!has_tab(m, layout->open_tab)) layout->open_tab = TAB_TIMERS;
}

static int open_sync(const StageLayout *layout, const Model *m) {
    for (int i = 0; i < m->sync_count; i++)
        if (m->syncs[i].id == layout->open_sync) return i;
    return 0;
}

static void lay_tabs(Boxes *b) {
    static const uint32_t tabs[] = {TAB_SYNC, TAB_THREADS, TAB_FUTURES, TAB_TIMERS};
    StageLayout *layout = b->layout;
    const Model *m = b->model;
    DrawRect r = layout->grid.boxes;
    choose_tab(b);
    layout_add(layout, PART_TABS, 0, 0, r);
    float y = r.y + (r.h - 3 * TAB_HEIGHT - 2) / 2;
    if (!m->sync_count && !m->has_threads) y += TAB_HEIGHT + 1;
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        if (!has_tab(m, tabs[i])) continue;
        DrawRect t = {r.x + 6, y, TAB_WIDTH, TAB_HEIGHT};
        layout_add(layout, PART_TAB, tabs[i], open_sync(layout, m), t)->value =
            tabs[i] == layout->open_tab;
        y += TAB_HEIGHT + 1;
    }
    DrawRect body = {r.x + TAB_WIDTH + 18, r.y, r.w - TAB_WIDTH - 24, r.h};
    switch (layout->open_tab) {
    case TAB_SYNC: layout_sync(layout, m, b->view, open_sync(layout, m), body, true); break;
    case TAB_FUTURES: add_futures(b, body, true); break;
    case TAB_THREADS: layout_threads(layout, m, body, true); break;
    default: add_timers(b, body, true); break;
    }
}

void layout_boxes(StageLayout *layout, const Model *model, const LayoutView *view) {
    Boxes b = {layout, model, view};
    if (layout->grid.boxes.h <= 0) return;
    if (layout->compact)
        lay_tabs(&b);
    else
        lay_side_by_side(&b);
}
