/* A chip or a cell that is selected or pointed at is opened over its neighbours. */
#include "layout/layout.h"

enum { WIDTH = 300, HEIGHT = 104, AIR = 8 };

static const LayoutItem *chosen_seat(const StageLayout *layout, const Model *model) {
    const LayoutItem *seat =
        model->selected ? layout_find(layout, PART_SEAT, model->selected, 0) : NULL;
    return seat && seat->style >= STYLE_CHIP ? seat : NULL;
}

void layout_popover(StageLayout *layout, const Model *model) {
    const LayoutItem *seat = chosen_seat(layout, model);
    if (!seat) return;
    DrawRect place = seat->rect;
    float x = place.x + place.w / 2 - WIDTH / 2, y = place.y + place.h + AIR;
    float least = layout->grid.seats.x, most = least + layout->grid.seats.w - WIDTH;
    if (x > most) x = most;
    if (x < least) x = least;
    if (y + HEIGHT > layout->height - AIR) y = place.y - AIR - HEIGHT;
    int index = seat->index;
    LayoutItem *item =
        layout_add(layout, PART_POPOVER, model->selected, index, (DrawRect){x, y, WIDTH, HEIGHT});
    item->value = place.x + place.w / 2; /* where its point is */
    item->style = y > place.y ? 0 : 1;   /* below its seat, or above it */
}
