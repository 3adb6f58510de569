/* One queue, lock, event, semaphore, condition, barrier or group: its slots and those in line. */
#include "layout/layout.h"

#include <string.h>

/* A queue's box narrower than this shows a line only where somebody stands in it. */
static const float NARROW = 300;

enum {
    PAD = 14,
    LEAST_SLOT = 44,
    USUAL_SLOT = 94,
    SLOT_HEIGHT = 48,
    SLOT_GAP = 8,
    ARROW = 36, /* between the slots and those in line */
    LINER = 38, /* a task in line that is only a badge */
    ROW = 34,   /* one of a condition's two lines */
    CHILD = 46,
    MOST_BOXES = 16,
    MOST_LINES = 3 /* of an item of a queue */
};

typedef struct {
    StageLayout *layout;
    const Model *model;
    const LayoutView *view;
    const ModelSync *sync;
    int index;
    bool bare; /* a queue's lines stand there only where somebody is in them */
} Box;

static float measure(const Box *b, FontId font, const char *text) {
    return fonts_measure_z(b->view->fonts, font, b->view->type->text, text);
}

/* ---- Queues -------------------------------------------------------------------------------- */

/* What stands left and right of a queue's slots: a word over badges, and an arrow. */
static float line_width(const Box *b, const char *name, int count) {
    if (!*name || (count == 0 && b->bare)) return 0;
    float word = measure(b, FONT_UI_REGULAR, name);
    float badges = 26 * (float)(count < 4 ? count : 4);
    return 14 + (word > badges ? word : badges) + 16 + 22;
}

static void add_badges(Box *b, bool left, float x, float y, float room) {
    const ModelLiner *line = left ? b->sync->left : b->sync->right;
    int count = left ? b->sync->left_count : b->sync->right_count, most = (int)(room / 26);
    for (int i = 0; i < count && i < most; i++) {
        /* The last place says how many more there are. */
        bool rest = i == most - 1 && count > most;
        DrawRect r = {x + 26 * (float)i, y, 22, 22};
        LayoutItem *item = layout_add(b->layout, PART_LINER, rest ? 0 : line[i].badge.id, i, r);
        item->sub = b->sync->id;
        item->value = rest ? (float)(count - i) : 0;
        item->style = left ? 1 : 0;
    }
}

/* How many slots fit; of more than fit the last says how many are left out. */
static int slots_that_fit(const ModelSync *sync, float room, float least, float gap) {
    int fits = (int)((room + gap) / (least + gap));
    if (fits < 1) fits = 1;
    return sync->slot_count < fits ? sync->slot_count : fits;
}

static void add_slot(Box *b, int i, int shown, DrawRect r) {
    LayoutItem *item = layout_add(b->layout, PART_SLOT, b->sync->id, b->index, r);
    item->sub = (uint32_t)i;
    if (i == shown - 1 && shown < b->sync->slot_count)
        item->value = (float)(b->sync->slot_count - shown + 1);
}

/* What the longest item needs in one line. */
static float longest_item(const Box *b) {
    const float most = 230;
    float width = 0;
    for (int i = 0; i < b->sync->slot_count; i++) {
        const ModelSlot *slot = &b->sync->slots[i];
        float text = slot->kind == SLOT_FULL ? measure(b, FONT_MONO_REGULAR, slot->text) : 0;
        if (text > width) width = text;
    }
    return width + 24 < most ? width + 24 : most;
}

/* Where a queue's slots stand in its box. */
typedef struct {
    float left, right, room, width; /* of its lines, of all slots, of each */
    int count;
} Row;

static Row row_of(const Box *b, DrawRect body) {
    const ModelSync *sync = b->sync;
    Row row = {.left = line_width(b, sync->left_name, sync->left_count),
               .right = line_width(b, sync->right_name, sync->right_count)};
    row.room = body.w - (row.left > 0 ? row.left : PAD) - (row.right > 0 ? row.right : PAD);
    row.count = slots_that_fit(sync, row.room, LEAST_SLOT, SLOT_GAP);
    row.width = (row.room - (float)(SLOT_GAP * (row.count - 1))) / (float)row.count;
    return row;
}

/* High enough for the longest item that is cut in one line. */
static float slot_height(const Box *b, const Row *row, float most) {
    float h = SLOT_HEIGHT, width = row->width - SLOT_INSET;
    for (int i = 0; i < row->count && width > 0; i++) {
        const ModelSlot *slot = &b->sync->slots[i];
        size_t length = slot->kind == SLOT_FULL ? strlen(slot->text) : 0, at = 0;
        int lines = 0;
        for (size_t next; at < length && lines < MOST_LINES; at += next, lines++)
            fonts_break(b->view->fonts, FONT_MONO_REGULAR, b->view->type->text, slot->text + at,
                        length - at, width, &next);
        float needs = SLOT_LINE * (float)lines + SLOT_EDGE;
        if (needs > h) h = needs;
    }
    return h < most ? h : most;
}

/* In a tab the slots stand beside the words for those who wait to get; else in the middle. */
static void add_queue(Box *b, DrawRect body, bool tab) {
    const ModelSync *sync = b->sync;
    float longest = longest_item(b), most = longest > USUAL_SLOT ? longest : USUAL_SLOT;
    float gap = SLOT_GAP;
    b->bare = body.w < NARROW;
    Row row = row_of(b, body);
    if (row.width < longest - 24 + SLOT_INSET) {
        b->bare = true;
        row = row_of(b, body);
    }
    if (row.width > most) row.width = most;
    float h = slot_height(b, &row, body.h), y = body.y + (body.h - h) / 2, width = row.width;
    float spare = row.room - width * (float)row.count - gap * (float)(row.count - 1);
    float x = body.x + (row.left > 0 ? row.left : PAD) + (tab ? 0 : spare / 2);
    for (int i = 0; i < row.count; i++)
        add_slot(b, i, row.count, (DrawRect){x + (width + gap) * (float)i, y, width, h});
    float liners = body.y + body.h / 2 + 3;
    if (row.left > 0 && sync->left_count) add_badges(b, true, body.x + PAD, liners, row.left - 46);
    float after = x + (width + gap) * (float)row.count - gap + 34;
    if (row.right > 0 && sync->right_count)
        add_badges(b, false, after, liners, body.x + body.w - after - 4);
}

/* ---- Slots of tasks ------------------------------------------------------------------------ */

/* As wide as what it shows: badge, name and note, or a word. */
static float natural_width(const Box *b, const ModelSlot *slot) {
    if (slot->kind == SLOT_CHILD) return CHILD;
    float text = measure(b, FONT_UI_SEMIBOLD, slot->text);
    float note = *slot->note ? 8 + measure(b, FONT_UI_REGULAR, slot->note) : 0;
    bool party = b->sync->kind == SYNC_BARRIER;
    if (slot->badge.who == WHO_TASK) return party ? 48 : 10 + 26 + 8 + text + note + 14;
    float icon = b->sync->kind == SYNC_EVENT ? 28 : 0;
    float width = 14 + icon + text + 14;
    return width < 48 ? 48 : width;
}

/* Of many, which are badges alone, more fit. */
static float gap_of(const ModelSync *sync) {
    return sync->kind == SYNC_SEMAPHORE && sync->slot_count > 3 ? 5 : SLOT_GAP;
}

/* Where the slots' room ends: each gets what it needs, or all the same where that is too much. */
static float place_slots(Box *b, float x, float y, float h, float room) {
    const ModelSync *sync = b->sync;
    bool small = sync->kind == SYNC_GROUP || sync->kind == SYNC_SEMAPHORE;
    float least = small ? 34 : LEAST_SLOT;
    float gap = gap_of(sync);
    int count = slots_that_fit(sync, room, least, gap);
    if (count > MOST_BOXES) count = MOST_BOXES;
    float wanted[MOST_BOXES], sum = gap * (float)(count - 1);
    for (int i = 0; i < count; i++) sum += wanted[i] = natural_width(b, &sync->slots[i]);
    float equal = (room - gap * (float)(count - 1)) / (float)count;
    for (int i = 0; i < count; i++) {
        float width = sum <= room || wanted[i] < equal ? wanted[i] : equal;
        add_slot(b, i, count, (DrawRect){x, y, width, h});
        x += width + gap;
    }
    return x - gap;
}

/* ---- Lines of tasks ------------------------------------------------------------------------ */

/* One in line has room for its name; more are badges. */
static float liner_width(const Box *b, const ModelLiner *line, int count, float room) {
    if (count != 1) return LINER;
    float named = 26 + 10 + 8 + measure(b, FONT_UI_SEMIBOLD, line[0].name) + 14;
    return named <= room ? named : LINER;
}

static void place_liners(Box *b, bool left, float x, float y, float h, float room) {
    const ModelLiner *line = left ? b->sync->left : b->sync->right;
    int count = left ? b->sync->left_count : b->sync->right_count;
    float width = liner_width(b, line, count, room), step = width + 6;
    int most = (int)((room + 6) / step);
    for (int i = 0; i < count && i < most; i++) {
        bool rest = i == most - 1 && count > most;
        DrawRect r = {x + step * (float)i, y, width, h};
        LayoutItem *item = layout_add(b->layout, PART_LINER, rest ? 0 : line[i].badge.id, i, r);
        item->sub = b->sync->id;
        item->value = rest ? (float)(count - i) : 0;
        item->style = left ? 1 : 0;
    }
}

/* Slots to the left, in line to the right; where the words over them stand. */
static void add_holders(Box *b, DrawRect body, float y, float h) {
    const ModelSync *sync = b->sync;
    float x = body.x + PAD, end = body.x + body.w - PAD;
    /* Many slots leave room for the first in line, and for how many there are. */
    int seen = sync->slot_count > 3 ? 2 : 3;
    int waiting = sync->right_count < seen ? sync->right_count : seen;
    float line = waiting ? ARROW + (float)waiting * (LINER + 6) - 6 : 0;
    float after = place_slots(b, x, y, h, end - x - line);
    if (!sync->right_count) return;
    float words = x + measure(b, FONT_UI_REGULAR, sync->slots_name) + 14;
    float from = after + ARROW > words ? after + ARROW : words;
    if (from + LINER > end) from = end - LINER;
    float inset = h > 40 ? 4 : 2;
    place_liners(b, false, from, y + inset, h - 2 * inset, end - from);
}

/* The lock's line above that of wait(). */
static void add_condition(Box *b, DrawRect body, float y, float h) {
    const ModelSync *sync = b->sync;
    float lock = measure(b, FONT_UI_REGULAR, sync->slots_name),
          wait = measure(b, FONT_MONO_REGULAR, sync->right_name);
    float x = body.x + PAD + (lock > wait ? lock : wait) + 12, end = body.x + body.w - PAD;
    float line = sync->left_count ? ARROW + LINER : 0;
    float after = place_slots(b, x, y, h, end - x - line) + ARROW;
    if (sync->left_count) place_liners(b, true, after, y, h, end - after);
    place_liners(b, false, x, y + h + 6, h, end - x);
}

static void add_held(Box *b, DrawRect r, bool tab) {
    if (b->sync->kind == SYNC_CONDITION) {
        float h = tab ? (r.h - 18) / 2 : r.h < 130 ? (r.h - 70) / 2 : ROW;
        float more = !tab && r.h > 138 ? (r.h - 138) * 0.5F : 0;
        add_condition(b, r, r.y + (tab ? 6 : 34 + more), h);
        return;
    }
    /* A tall box has more room above and below what it shows. */
    float spare = !tab && r.h > 138 ? (r.h - 138) * 0.4F : 0;
    float top = tab ? 30 : r.h >= 112 ? 58 + spare : 34, foot = tab ? 8 : r.h >= 120 ? 30 : 8;
    float h = r.h - top - foot - spare;
    if (h > SLOT_HEIGHT) h = SLOT_HEIGHT;
    add_holders(b, r, r.y + top, h);
}

void layout_sync(StageLayout *layout, const Model *model, const LayoutView *view, int index,
                 DrawRect r, bool tab) {
    Box b = {layout, model, view, &model->syncs[index], index, false};
    size_t at = layout->count;
    LayoutItem *item = layout_add(layout, PART_SYNC, b.sync->id, index, r);
    item->style = tab ? STYLE_SHORT : STYLE_FULL;
    if (b.sync->kind != SYNC_QUEUE) {
        if (tab) r.w *= 0.62F;
        add_held(&b, r, tab);
        return;
    }
    float top = tab ? 4 : 42, foot = tab ? 4 : 26;
    if (!tab && r.h < 120) top = 34, foot = *b.sync->foot ? 22 : 8;
    DrawRect body = {r.x, r.y + top, r.w, r.h - top - foot};
    if (tab) body.w *= r.w < 640 ? 0.8F : 0.62F;
    add_queue(&b, body, tab);
    layout->items[at].value = b.bare ? 1 : 0;
}
