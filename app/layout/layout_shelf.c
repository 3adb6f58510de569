/* Panels that are put away leave their headings in a row at the window's foot. */
#include "layout/layout.h"

enum { SHELF = 36, SHELF_GAP = 10, MOST_WIDTH = 620 };

static const unsigned panels[] = {PANEL_SOURCE, PANEL_STAGE,   PANEL_OUTPUT,  PANEL_TIMELINE,
                                  PANEL_BOXES,  PANEL_CAPTION, PANEL_CONTROLS};
enum { PANELS = sizeof panels / sizeof *panels };

/* The inspector and generators have a timeline of their own, other views no boxes; the stage takes
   its boxes with it. */
static bool is_away(const Model *model, unsigned panel) {
    if (layout_shows(model, panel) || model->view == VIEW_PREDICT) return false;
    if (panel == PANEL_TIMELINE && model->view == VIEW_INSPECT) return false;
    bool stage = model->view == VIEW_STAGE && layout_shows(model, PANEL_STAGE);
    return panel != PANEL_BOXES || (stage && model->graph.node_count == 0);
}

static int count_away(const Model *model) {
    int count = 0;
    for (int i = 0; i < PANELS; i++) count += is_away(model, panels[i]);
    return count;
}

float layout_floor(StageLayout *layout, const Model *model, float margin, float foot) {
    layout->grid.shelf = (DrawRect){0};
    if (count_away(model) == 0) return layout->height - foot;
    float y = layout->height - margin - SHELF;
    layout->grid.shelf = (DrawRect){margin, y, layout->width - 2 * margin, SHELF};
    return y - SHELF_GAP;
}

void layout_shelf(StageLayout *layout, const Model *model) {
    DrawRect r = layout->grid.shelf;
    int count = count_away(model);
    if (r.w <= 0 || count == 0) return;
    float w = (r.w - (float)((count - 1) * SHELF_GAP)) / (float)count, x = r.x;
    if (w > MOST_WIDTH) w = MOST_WIDTH;
    for (int i = 0; i < PANELS; i++) {
        if (!is_away(model, panels[i])) continue;
        layout_add(layout, PART_SHELF, panels[i], i, (DrawRect){x, r.y, w, r.h});
        x += w + SHELF_GAP;
    }
}
