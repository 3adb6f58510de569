/* The ready queue: cards from left to right, a divider where the next iteration begins, and a stack
   for those that have no room. */
#include "layout/layout.h"

enum {
    GAP = 14,
    DIVIDER_GAP = 32,
    STACK_WIDTH = 58,
    WIDEST_CARD = 218,
    OPEN_CARDS = 3,
    LEAST_CARD = 34,
    NARROW_QUEUE = 480, /* a projector's: no room for the words of three cards */
    PROJECTED_CARD = 96 /* as high as a card of large words has to be */
};

typedef struct {
    StageLayout *layout;
    const Model *model;
    DrawRect region;
    float x, card_width, card_top, card_height;
    bool divided;
    int stacks; /* so far */
} Row;

/* Before the first card of the next iteration; also where this one has none left. */
static void divide(Row *row, bool next_iteration) {
    if (!next_iteration || row->divided) return;
    float top = row->region.y + (row->layout->compact ? 22 : 28);
    bool first = row->x <= row->region.x;
    float x = first ? row->region.x + 8 : row->x - GAP + DIVIDER_GAP / 2;
    DrawRect r = {x, top, 0, row->card_top + row->card_height + 12 - top};
    layout_add(row->layout, PART_DIVIDER, 0, 0, r);
    row->x = x + DIVIDER_GAP / 2;
    row->divided = true;
}

static void add_card(Row *row, int index) {
    const ModelCard *card = &row->model->ready.cards[index];
    divide(row, card->next_iteration);
    DrawRect r = {row->x, row->card_top, row->card_width, row->card_height};
    LayoutItem *item = layout_add(row->layout, PART_CARD, card->id, index, r);
    item->style = row->card_height < 100 ? STYLE_SHORT : STYLE_FULL;
    row->x += row->card_width + GAP;
}

static void add_stack(Row *row, int first, int count) {
    divide(row, row->model->ready.cards[first].next_iteration);
    DrawRect r = {row->x, row->card_top, STACK_WIDTH - 8, row->card_height};
    LayoutItem *item = layout_add(row->layout, PART_STACK, 0, first, r);
    item->sub = (uint32_t)row->stacks++;
    item->value = (float)count;
    row->x += STACK_WIDTH + GAP;
}

/* Where the followed task's card would be hidden in the stack; -1: it is not. */
static int followed_card(const Model *model, int head) {
    const ModelReady *ready = &model->ready;
    for (int i = head; model->followed && i < ready->count - 1; i++)
        if (ready->cards[i].badge.id == model->followed) return i;
    return -1;
}

/* Cards before it and after it lie in stacks of their own. */
static void add_followed(Row *row, int head, int card) {
    int count = row->model->ready.count;
    if (card > head) add_stack(row, head, card - head);
    add_card(row, card);
    add_stack(row, card + 1, count - card - 1);
}

/* How many cards stay open at the head when not all fit. */
static int open_at_head(const StageLayout *layout, const ModelReady *ready) {
    return layout->compact || ready->count < 3 ? 1 : 2;
}

static float width_for(const Row *row, int cards, int stacks) {
    float room = row->region.w - (STACK_WIDTH + GAP) * (float)stacks - DIVIDER_GAP + GAP;
    float width = (room - (float)(cards - 1) * GAP) / (float)cards;
    return width < WIDEST_CARD ? width : WIDEST_CARD;
}

/* All of them, or the first and the last with a stack between. */
static void add_cards(Row *row, int fits) {
    int count = row->model->ready.count;
    bool all = count <= fits;
    int head = all ? count : open_at_head(row->layout, &row->model->ready);
    int followed = all ? -1 : followed_card(row->model, head);
    int stacks = all ? 0 : followed > head ? 2 : 1;
    row->card_width = width_for(row, all ? fits : head + 1, stacks);
    for (int i = 0; i < head; i++) add_card(row, i);
    if (all) return;
    if (followed >= 0) {
        add_followed(row, head, followed);
        return;
    }
    if (count - head > 1) add_stack(row, head, count - head - 1);
    add_card(row, count - 1);
}

void layout_ready(StageLayout *layout, const Model *model) {
    DrawRect region = layout->grid.ready;
    if (region.w <= 0) return;
    float top = layout->compact ? 46 : 58, foot = layout->compact ? 16 : 26;
    if (region.h < 180) top = 46;
    /* The projector's queue is a panel of its own, with room for three cards. */
    bool projected = layout->projector && !layout->single;
    if (projected) {
        region = draw_grow(region, -14);
        top = 64, foot = 22;
        /* Above many chips it is low: badge, reason and place without the words over them. */
        if (region.h < top + foot + PROJECTED_CARD) top = 32, foot = 16;
    }
    bool low = region.h < 100 && !projected;
    if (low) top = 22, foot = 8;
    Row row = {.layout = layout, .model = model, .region = region, .x = region.x};
    row.card_top = region.y + top;
    row.card_height = region.h - top - foot;
    if (row.card_height > 132) row.card_height = 132;
    float belt = row.card_top + row.card_height + (layout->compact ? 13 : 14);
    /* Where no card is the timers may have the room below the belt. */
    const LayoutItem *timers = layout_part(layout, PART_TIMERS);
    if (timers && timers->rect.y < region.y + region.h) belt = timers->rect.y - 16;
    layout_add(layout, PART_READY, 0, 0, region)->value = belt;
    if (row.card_height < LEAST_CARD) return;
    int fits = layout->compact && !projected ? 2 : OPEN_CARDS;
    if (projected && region.w < NARROW_QUEUE) fits = 2;
    if (region.w < 300) fits = 1;
    add_cards(&row, fits);
}
