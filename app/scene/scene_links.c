/* Amber arrows from cause to effect, grey dashed ones from who waits to what is awaited. */
#include "scene/scene.h"

#include <math.h>

typedef struct ModelLinkEnd LinkEnd;

static const LayoutItem *item_of(Scene *s, LinkEnd end) {
    const StageLayout *layout = s->view->layout;
    switch ((ModelEnd)end.kind) {
    case END_SEAT: return layout_find(layout, PART_SEAT, end.id, 0);
    case END_CARD: return layout_find(layout, PART_CARD, end.id, 0);
    case END_SLOT: {
        const LayoutItem *slot = layout_find(layout, PART_SLOT, end.id, (uint32_t)end.index);
        return slot ? slot : layout_find(layout, PART_SYNC, end.id, 0);
    }
    case END_SYNC: return layout_find(layout, PART_SYNC, end.id, 0);
    case END_FUTURE: return layout_find(layout, PART_FUTURE, end.id, 0);
    case END_TIMER: return layout_find(layout, PART_TIMER, end.id, 0);
    case END_THREAD: return layout_find(layout, PART_THREAD, end.id, 0);
    case END_NOTHING: break;
    }
    return NULL;
}

/* A card far down the queue is in the stack. */
static const LayoutItem *item_or_stack(Scene *s, LinkEnd end) {
    const LayoutItem *item = item_of(s, end);
    if (!item && end.kind == END_CARD) item = layout_part(s->view->layout, PART_STACK);
    return item;
}

/* An S from p up to q; its last piece is straight, so that the head does not lean. */
static void put_arrow(Scene *s, DrawPoint p, DrawPoint q) {
    float head = 11, room = p.y - q.y - head;
    DrawColour colour = s->theme->runline;
    DrawStroke stroke = {.width = 3};
    if (room > 2) {
        DrawPoint end = {q.x, q.y + head}, c1 = {p.x, p.y - room * 0.85F},
                  c2 = {q.x, end.y + room * 0.8F};
        draw_curve(s->list, p, c1, c2, end, colour, stroke);
    }
    stroke.arrow = head;
    draw_line(s->list, q.x, q.y + head + 1, q.x, q.y, colour, stroke);
}

/* From a worker thread's box straight up to the queue, between two seats where that goes. */
static void put_thread(Scene *s, DrawRect a, DrawRect b) {
    const StageLayout *layout = s->view->layout;
    const LayoutGrid *g = &layout->grid;
    float left = (a.x > b.x ? a.x : b.x) + 14, step = g->seat_width + g->seat_gap;
    float right = (a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w) - 14;
    if (right < left || g->seat_style > STYLE_SHORT || step < 1) return;
    int column = (int)((left - g->seats.x) / step);
    for (int i = column; i < g->seat_columns; i++) {
        float x = g->seats.x + step * (float)(i + 1) - g->seat_gap / 2;
        if (x < left || x > right) continue;
        draw_line(s->list, x, a.y, x, b.y + b.h + 2, s->theme->runline,
                  (DrawStroke){.width = 3, .arrow = 11});
        return;
    }
}

/* From a future's row to a seat: right of its badges up out of the box, so that it crosses neither
   the rows above nor the heading. A tab has no room for that: there only its end is drawn. */
static void put_future(Scene *s, DrawRect row, DrawPoint q) {
    const LayoutItem *box = layout_part(s->view->layout, PART_FUTURES);
    if (!box || box->style != STYLE_FULL) {
        draw_line(s->list, q.x, q.y + 12, q.x, q.y, s->theme->runline,
                  (DrawStroke){.width = 3, .arrow = 11});
        return;
    }
    float x = row.x + row.w - 5, y = row.y + row.h / 2, top = box->rect.y + 8;
    DrawStroke stroke = {.width = 3};
    draw_curve(s->list, (DrawPoint){row.x + row.w - 12, y}, (DrawPoint){x, y}, (DrawPoint){x, y},
               (DrawPoint){x, y - 7}, s->theme->runline, stroke);
    if (y - 7 > top) draw_line(s->list, x, y - 7, x, top, s->theme->runline, stroke);
    put_arrow(s, (DrawPoint){x, top}, q);
}

/* Upwards: from the top of the lower thing to the bottom of the upper one. */
static void put_cause(Scene *s, const ModelLink *link) {
    const LayoutItem *from = item_or_stack(s, link->from), *to = item_or_stack(s, link->to);
    if (!from || !to) return;
    DrawRect a = from->rect, b = to->rect;
    bool up = a.y >= b.y + b.h - 1;
    /* Among chips and cells an arrow would cross others: the newest has a ring instead. */
    bool chip = (link->from.kind == END_SEAT && from->style >= STYLE_CHIP) ||
                (link->to.kind == END_SEAT && to->style >= STYLE_CHIP);
    if (!up || chip) return;
    if (link->from.kind == END_THREAD) {
        put_thread(s, a, b);
        return;
    }
    bool seat_to_card = link->from.kind == END_SEAT && link->to.kind == END_CARD;
    DrawPoint p = {a.x + a.w / 2, a.y}, q = {b.x + b.w / 2, b.y + b.h + 2};
    if (link->to.kind == END_SEAT && b.w > 100) q.x = b.x + 47;
    if (seat_to_card) {
        q.x = b.x + 26;
        float left = a.x + a.w * 0.2F, right = a.x + a.w * 0.8F;
        p.x = q.x < left ? left : q.x > right ? right : q.x;
        if (fabsf(p.x - q.x) < 12) p.x = q.x;
    }
    if (link->from.kind == END_FUTURE) {
        put_future(s, a, q);
        return;
    }
    /* In a tab words stand over the slots: the arrow keeps clear of them. */
    const LayoutItem *box = layout_find(s->view->layout, PART_SYNC, link->from.id, 0);
    bool held = box && s->model->syncs[box->index].kind != SYNC_QUEUE;
    if (held && box->style == STYLE_SHORT) p = (DrawPoint){q.x, box->rect.y};
    put_arrow(s, p, q);
}

/* A stub towards the box where what is awaited stands; the whole way for the selected task. */
static void put_wait(Scene *s, const ModelLink *link) {
    const LayoutItem *seat = item_of(s, link->from), *future = item_of(s, link->to);
    const LayoutItem *box = layout_part(s->view->layout, PART_FUTURES);
    if (!seat || !future || !box || box->style != STYLE_FULL || seat->style > STYLE_SHORT) return;
    float x = seat->rect.x + 62, top = seat->rect.y + seat->rect.h;
    bool selected = s->model->selected == link->from.id;
    DrawStroke stroke = {.width = 2, .on = 4, .off = 3, .arrow = 9};
    bool above = x > box->rect.x && x < box->rect.x + box->rect.w;
    if (above) draw_line(s->list, x, top, x, box->rect.y - 2, s->theme->waiting, stroke);
    if (above || !selected) return;
    DrawRect f = future->rect;
    DrawPoint q = {f.x + f.w - 4, f.y + f.h / 2};
    draw_curve(s->list, (DrawPoint){x, top}, (DrawPoint){x, q.y}, (DrawPoint){q.x + 60, q.y}, q,
               s->theme->waiting, stroke);
}

void scene_links(Scene *s) {
    for (int i = 0; i < s->model->link_count; i++) {
        const ModelLink *link = &s->model->links[i];
        if (link->kind == LINK_WAITS) put_wait(s, link);
    }
    for (int i = 0; i < s->model->link_count; i++) {
        const ModelLink *link = &s->model->links[i];
        if (link->kind == LINK_CAUSE) put_cause(s, link);
    }
}
