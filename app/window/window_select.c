#include "window/window.h"

/* What can be selected, in the order of Tab; all are known by an object's id. */
static const LayoutPart groups[] = {PART_FRAME,       PART_CARD,   PART_SEAT,   PART_FUTURE,
                                    PART_SYNC,        PART_TIMER,  PART_THREAD, PART_NODE,
                                    PART_JOURNEY_ROW, PART_DRIVER, PART_GEN};

enum { GROUPS = sizeof groups / sizeof *groups };

uint32_t window_object(const LayoutHit *hit) {
    switch (hit->part) {
    case PART_FRAME:
    case PART_CARD:
    case PART_SEAT:
    case PART_FUTURE:
    case PART_SYNC:
    case PART_SLOT:
    case PART_TIMER:
    case PART_THREAD:
    case PART_NODE:
    case PART_LINER:
    case PART_JOURNEY_ROW:
    case PART_DRIVER:
    case PART_GEN:
    case PART_GUTTER:
    case PART_LANE: return hit->id;
    default: return 0;
    }
}

static bool is_of(const LayoutItem *item, int group) {
    return item->part == groups[group] && !item->ghost && item->id;
}

/* The group of the selected thing, and its place there; -1 when it is not on the stage. */
static int group_of(const StageLayout *layout, uint32_t id, size_t *at) {
    for (int g = 0; id && g < GROUPS; g++) {
        for (size_t i = 0; i < layout->count; i++) {
            if (!is_of(&layout->items[i], g) || layout->items[i].id != id) continue;
            *at = i;
            return g;
        }
    }
    return -1;
}

/* The first or last thing of a group; 0 when it is empty. */
static uint32_t edge_of(const StageLayout *layout, int group, bool last) {
    uint32_t found = 0;
    for (size_t i = 0; i < layout->count; i++) {
        if (is_of(&layout->items[i], group) && (last || !found)) found = layout->items[i].id;
    }
    return found;
}

static uint32_t other_group(const StageLayout *layout, int group, int by, bool last) {
    for (int i = 0; i < GROUPS; i++) {
        group = (group + by + GROUPS) % GROUPS;
        uint32_t found = edge_of(layout, group, last);
        if (found) return found;
    }
    return 0;
}

static uint32_t neighbour(const StageLayout *layout, int group, size_t at, int by) {
    size_t i = at;
    while (by > 0 ? i + 1 < layout->count : i > 0) {
        i = by > 0 ? i + 1 : i - 1;
        if (is_of(&layout->items[i], group)) return layout->items[i].id;
    }
    return other_group(layout, group, by, by < 0);
}

bool window_select(Window *w, Action action) {
    const StageLayout *layout = stage_layout(w->player.stage);
    size_t at = 0;
    int group = group_of(layout, w->player.selected, &at);
    bool forward = action == ACTION_DOWN || action == ACTION_GROUP_NEXT;
    bool step = action == ACTION_DOWN || action == ACTION_UP;
    int by = forward ? 1 : -1;
    uint32_t found;
    if (group < 0) {
        found = other_group(layout, forward ? GROUPS - 1 : 0, by, false);
    } else {
        found = step ? neighbour(layout, group, at, by) : other_group(layout, group, by, false);
    }
    bool left = window_value_leave(w);
    if (!found || found == w->player.selected) return left;
    player_select(&w->player, found, w->now_ns);
    return true;
}
