/* Worker threads: a box with a card for each that has something to do. */
#include "layout/layout.h"

enum { MOST_CARDS = 3, GAP = 14 };

void layout_threads(StageLayout *layout, const Model *model, DrawRect r, bool tab) {
    LayoutItem *panel = layout_add(layout, PART_THREADS, 0, 0, r);
    panel->style = tab ? STYLE_SHORT : STYLE_FULL;
    int count = model->thread_count, most = r.w < 560 ? 2 : MOST_CARDS;
    int shown = count < most ? count : most;
    panel->value = (float)(count - shown);
    if (shown == 0) return;
    /* Two cards keep their size whether there is one or two. */
    int places = shown < 2 ? 2 : shown;
    float top = tab ? 6 : 40, pad = 14, inner = r.w - 2 * pad, x = r.x + pad;
    float width = (inner - GAP * (float)(places - 1)) / (float)places;
    float height = r.h - top - (tab ? 6 : 10);
    if (height > 96) height = 96;
    size_t at = layout->count;
    for (int i = 0; i < shown; i++, x += width + GAP) {
        DrawRect card = {x, r.y + top, width, height};
        layout_add(layout, PART_THREAD, model->threads[i].id, i, card);
    }
    for (; at < layout->count; at++)
        layout->items[at].style = height < 82 ? STYLE_SHORT : STYLE_FULL;
}
