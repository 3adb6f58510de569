/* What is selected or pointed at, and what it has to do with. */
#include "scene/scene.h"

/* Parts that are known by their object's id. */
static bool is_thing(const LayoutItem *item) {
    switch ((LayoutPart)item->part) {
    case PART_FRAME:
    case PART_CARD:
    case PART_SEAT:
    case PART_FUTURE:
    case PART_SYNC:
    case PART_GEN:
    case PART_DRIVER:
    case PART_TIMER: return !item->ghost && item->id;
    default: return false;
    }
}

static bool has_badge(const ModelBadge *badges, int count, uint32_t task) {
    for (int i = 0; i < count; i++)
        if (badges[i].who == WHO_TASK && badges[i].id == task) return true;
    return false;
}

static bool is_in_line(const ModelLiner *line, int count, uint32_t task) {
    for (int i = 0; i < count; i++)
        if (line[i].badge.id == task) return true;
    return false;
}

static bool is_holder(const ModelSync *sync, uint32_t task) {
    for (int i = 0; i < sync->slot_count; i++)
        if (sync->slots[i].badge.who == WHO_TASK && sync->slots[i].badge.id == task) return true;
    return false;
}

/* Whether the thing shows the task: its handle, a future that it waits for, a line it stands in. */
static bool shows_task(const Model *model, const LayoutItem *item, uint32_t task) {
    const ModelSync *sync = &model->syncs[item->index];
    const ModelFuture *future = &model->futures[item->index];
    switch ((LayoutPart)item->part) {
    case PART_CARD: return has_badge(&model->ready.cards[item->index].badge, 1, task);
    case PART_FUTURE: return has_badge(future->who, future->who_count, task);
    case PART_SYNC:
        return is_in_line(sync->left, sync->left_count, task) ||
               is_in_line(sync->right, sync->right_count, task) || is_holder(sync, task);
    default: return false;
    }
}

static bool is_linked(const Model *model, uint32_t a, uint32_t b) {
    for (int i = 0; i < model->link_count; i++) {
        uint32_t from = model->links[i].from.id, to = model->links[i].to.id;
        if ((from == a && to == b) || (from == b && to == a)) return true;
    }
    return false;
}

static bool is_related(Scene *s, const LayoutItem *chosen, const LayoutItem *item) {
    return is_linked(s->model, chosen->id, item->id) || shows_task(s->model, chosen, item->id) ||
           shows_task(s->model, item, chosen->id);
}

static void put_outline(Scene *s, const LayoutItem *item, float by, DrawStroke stroke) {
    bool row = item->part == PART_FUTURE || item->part == PART_TIMER;
    float radius = row || item->rect.h < 40 ? 8 : 12 + by;
    draw_outline(s->list, draw_grow(item->rect, row ? 1 : by), radius, s->theme->text, stroke);
}

void scene_selection(Scene *s) {
    const StageLayout *layout = s->view->layout;
    const LayoutItem *chosen = NULL;
    uint32_t id = s->model->selected;
    for (size_t i = 0; id && i < layout->count && !chosen; i++)
        if (is_thing(&layout->items[i]) && layout->items[i].id == id) chosen = &layout->items[i];
    if (!chosen) return;
    put_outline(s, chosen, 5, (DrawStroke){.width = 3});
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        if (is_thing(item) && item->id != id && is_related(s, chosen, item))
            put_outline(s, item, 4, (DrawStroke){.width = 2, .on = 6, .off = 4});
    }
}
