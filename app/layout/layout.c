#include "layout/layout.h"

#include <stdlib.h>
#include <string.h>

static const float SMALLEST_SCALE = 0.875F;

float layout_scale(int width, int height, float zoom) {
    float across = (float)width / 1920, down = (float)height / 1080;
    float scale = across < down ? across : down;
    if (scale < SMALLEST_SCALE) scale = SMALLEST_SCALE;
    return scale * zoom;
}

static bool reserve(StageLayout *layout, size_t count) {
    if (count <= layout->room) return true;
    size_t room = layout->room ? layout->room * 2 : 128;
    while (room < count) room *= 2;
    LayoutItem *items = realloc(layout->items, room * sizeof *items);
    if (!items) {
        layout->failed = true;
        return false;
    }
    layout->items = items;
    layout->room = room;
    return true;
}

/* Never NULL: what there is no memory for goes into one place that nobody draws. */
LayoutItem *layout_add(StageLayout *layout, LayoutPart part, uint32_t id, int index,
                       DrawRect rect) {
    if (!reserve(layout, layout->count + 1)) {
        if (layout->count == 0) exit(1);
        return &layout->items[layout->count - 1];
    }
    LayoutItem *item = &layout->items[layout->count++];
    *item = (LayoutItem){.part = (uint8_t)part, .id = id, .index = index, .rect = rect, .alpha = 1};
    return item;
}

bool layout_make(StageLayout *layout, const Model *model, const LayoutView *view) {
    layout->width = view->width;
    layout->height = view->height;
    layout->count = 0;
    layout->failed = false;
    layout->time_ns = model->time_ns;
    layout->time_runs = false;
    layout->projector = view->projector;
    layout->code_line = view->projector ? view->type->code_line : CODE_LINE;
    layout_grid(layout, model, view);
    layout_source(layout, model, view);
    layout_output(layout, model, view);
    layout_track(layout, model, view);
    bool graph = model->graph.node_count > 0 && layout->grid.track.w > 0;
    if (graph && model->view == VIEW_STAGE) {
        layout_graph(layout, model, view);
    } else if (model->view == VIEW_CANCEL) {
        layout_cancel(layout, model);
    } else if (model->view == VIEW_GENERATORS) {
        layout_gens(layout, model);
    } else if (model->view != VIEW_PREDICT) {
        layout_seats(layout, model);
        layout_boxes(layout, model, view);
        layout_running(layout, model, view);
        layout_ready(layout, model);
    }
    if (model->view == VIEW_GENERATORS)
        layout_talk(layout);
    else
        layout_timeline(layout, model, view);
    layout_bars(layout, model, view);
    layout_shelf(layout, model);
    if (model->view == VIEW_STAGE) layout_popover(layout, model);
    return !layout->failed;
}

void layout_clear(StageLayout *layout) {
    free(layout->items);
    timeline_fit_clear(&layout->fit);
    memset(layout, 0, sizeof *layout);
}

bool layout_copy(StageLayout *to, const StageLayout *from) {
    LayoutItem *items = to->items;
    size_t room = to->room;
    TimelineFit fit = to->fit;
    *to = *from;
    to->items = items;
    to->room = room;
    to->count = 0;
    if (!reserve(to, from->count)) {
        to->fit = fit;
        return false;
    }
    if (from->count) memcpy(to->items, from->items, from->count * sizeof *items);
    to->count = from->count;
    float *x = fit.x;
    size_t x_room = fit.room;
    if (from->fit.count > x_room) {
        x = realloc(fit.x, from->fit.count * sizeof *x);
        if (!x) {
            to->fit = fit;
            return false;
        }
        x_room = from->fit.count;
    }
    if (from->fit.count) memcpy(x, from->fit.x, from->fit.count * sizeof *x);
    to->fit.x = x;
    to->fit.room = x_room;
    return true;
}

const LayoutItem *layout_find(const StageLayout *layout, LayoutPart part, uint32_t id,
                              uint32_t sub) {
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        if (item->part == part && item->id == id && item->sub == sub && !item->ghost) return item;
    }
    return NULL;
}

const LayoutItem *layout_part(const StageLayout *layout, LayoutPart part) {
    for (size_t i = 0; i < layout->count; i++)
        if (layout->items[i].part == part && !layout->items[i].ghost) return &layout->items[i];
    return NULL;
}

/* Parts that only mark others: the pointer goes through them. */
static bool is_solid(const LayoutItem *item) {
    switch ((LayoutPart)item->part) {
    case PART_JUST_RAN:
    case PART_NEXT_BOX:
    case PART_TRACK:
    case PART_TOKEN:
    case PART_DIVIDER:
    case PART_SEATS:
    case PART_GRAPH:
    case PART_EDGE:
    case PART_SLASH:
    case PART_CAPSULE:
    case PART_NEWEST:
    case PART_PLAYHEAD: return false;
    default: return !item->ghost;
    }
}

/* The projector's line is one of steps, not of time. */
static uint64_t scrub_steps(const LayoutItem *line, const Model *model, float x) {
    float share = (x - line->rect.x) / (line->rect.w > 1 ? line->rect.w : 1);
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return (uint64_t)((double)share * (double)model->step_count + 0.5);
}

uint64_t layout_scrub(const StageLayout *layout, const Model *model, float x) {
    const LayoutItem *line = layout_part(layout, PART_SCRUB);
    if (line && layout->grid.timeline.w <= 0) return scrub_steps(line, model, x);
    if (!model->timeline || layout->fit.count == 0) return 0;
    return timeline_step(model->timeline, &layout->fit, x - layout->lanes_x + layout->scroll);
}

LayoutHit layout_hit(const StageLayout *layout, const Model *model, float x, float y) {
    LayoutHit hit = {.part = PART_COUNT};
    for (size_t i = layout->count; i-- > 0;) {
        const LayoutItem *item = &layout->items[i];
        if (!is_solid(item) || !draw_rect_has(item->rect, x, y)) continue;
        hit = (LayoutHit){.part = (LayoutPart)item->part, .id = item->id, .sub = item->sub};
        break;
    }
    if (hit.part == PART_CODE) {
        const LayoutItem *code = layout_part(layout, PART_CODE);
        int line = layout_line_at(layout, y - code->rect.y);
        if (model->source.text && line <= model->source.text->line_count) hit.line = line;
    }
    if (hit.part == PART_SCRUB) hit.step = layout_scrub(layout, model, x);
    bool lanes = hit.part == PART_TIMELINE || hit.part == PART_LANE;
    if (lanes && x >= layout->lanes_x) hit.step = layout_scrub(layout, model, x);
    return hit;
}
