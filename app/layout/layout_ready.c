/* The ready queue: cards from left to right, a divider where the next iteration begins, and a stack
   for those that have no room. */
#include "layout/layout.h"

enum {
    GAP = 14,
    DIVIDER_GAP = 32,
    STACK_WIDTH = 58,
    WIDEST_CARD = 218,
    OPEN_CARDS = 3,
    LEAST_CARD = 34
};

typedef struct {
    StageLayout *layout;
    const Model *model;
    DrawRect region;
    float x, card_width, card_top, card_height;
    bool divided;
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
    item->value = (float)count;
    row->x += STACK_WIDTH + GAP;
}

/* How many cards stay open at the head when not all fit. */
static int open_at_head(const StageLayout *layout, const ModelReady *ready) {
    if (layout->compact) return 1;
    return ready->count > 1 ? 2 : 1;
}

static float width_for(const Row *row, int cards, bool stack) {
    float room = row->region.w - (stack ? STACK_WIDTH + GAP : 0) - DIVIDER_GAP + GAP;
    float width = (room - (float)(cards - 1) * GAP) / (float)cards;
    return width < WIDEST_CARD ? width : WIDEST_CARD;
}

void layout_ready(StageLayout *layout, const Model *model) {
    DrawRect region = layout->grid.ready;
    if (region.w <= 0) return;
    const ModelReady *ready = &model->ready;
    float top = layout->compact ? 46 : 58, foot = layout->compact ? 16 : 26;
    if (region.h < 180) top = 46;
    /* The projector's queue is a panel of its own, with room for three cards. */
    bool projected = layout->projector && !layout->single;
    if (projected) {
        region = draw_grow(region, -14);
        top = 64, foot = 22;
    }
    bool low = region.h < 100;
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
    if (region.w < 300) fits = 1;
    int head = ready->count, tail = 0;
    if (ready->count > fits) head = open_at_head(layout, ready), tail = 1;
    row.card_width = width_for(&row, ready->count > fits ? head + tail : fits, tail > 0);
    for (int i = 0; i < head; i++) add_card(&row, i);
    if (tail == 0) return;
    add_stack(&row, head, ready->count - head - tail);
    add_card(&row, ready->count - 1);
}
