/* gather(): which of its arguments are done, as a bar in their order. */
#include "scene/scene.h"

static const float MOST_CELL = 16, LEAST_CELL = 3, LEAST_BOX = 6, BAR = 24, LEAST_SIGN = 8;

/* What a cell says that stands for several: the worst of them, and done only where all are. */
static ModelResult result_of(const ModelFuture *future, int from, int to) {
    ModelResult found = RESULT_VALUE;
    for (int i = from; i < to; i++) {
        if (future->parts[i] == RESULT_EXCEPTION) return RESULT_EXCEPTION;
        if (future->parts[i] == RESULT_CANCELLED) found = RESULT_CANCELLED;
        if (future->parts[i] == RESULT_PENDING && found == RESULT_VALUE) found = RESULT_PENDING;
    }
    return found;
}

/* Done is full, pending is hollow or, where that cannot be seen, a low line; a failed one is a
   diamond and a cancelled one a stroke across, both of which stand out of the bar. */
static void put_cell(Scene *s, ModelResult result, DrawRect r, float sign) {
    const Theme *t = s->theme;
    float cx = r.x + r.w / 2, cy = r.y + r.h / 2, gap = r.w > LEAST_BOX ? 2 : r.w > 4 ? 1 : 0;
    DrawRect box = {r.x + gap / 2, r.y, r.w - gap, r.h};
    DrawRect low = {r.x, cy - 1.5F, r.w, 3};
    switch (result) {
    case RESULT_VALUE: draw_fill(s->list, box, gap > 0 ? 2 : 0, t->done); break;
    case RESULT_EXCEPTION: draw_icon(s->list, ICON_FAILED, cx, cy, sign, t->failed); break;
    case RESULT_CANCELLED:
        draw_line(s->list, cx - sign / 4, cy + r.h / 2 + 2, cx + sign / 4, cy - r.h / 2 - 2,
                  t->cancelled, (DrawStroke){.width = 3});
        break;
    case RESULT_PENDING:
        if (r.w > LEAST_BOX)
            draw_outline(s->list, draw_grow(box, -0.75F), 2, t->waiting,
                         (DrawStroke){.width = 1.5F});
        else
            draw_fill(s->list, low, 0, t->waiting);
        break;
    }
}

static bool stands_out(ModelResult result) {
    return result == RESULT_EXCEPTION || result == RESULT_CANCELLED;
}

static ModelResult result_at(const ModelFuture *future, int cell, int cells) {
    int from = (int)((int64_t)cell * future->part_count / cells);
    int to = (int)((int64_t)(cell + 1) * future->part_count / cells);
    return result_of(future, from, to > from ? to : from + 1);
}

/* As large as the bar, but no larger than lets those that stand out be told apart. */
static float sign_size(const ModelFuture *future, int cells, float cell, float most) {
    int last = -1, least = cells;
    for (int i = 0; i < cells; i++) {
        if (!stands_out(result_at(future, i, cells))) continue;
        if (last >= 0 && i - last < least) least = i - last;
        last = i;
    }
    float apart = cell * (float)least - 1;
    return apart < LEAST_SIGN ? LEAST_SIGN : apart < most ? apart : most;
}

void scene_gather_bar(Scene *s, const ModelFuture *future, DrawRect r) {
    int count = future->part_count, cells = count;
    float most = r.h - 8, cell = r.w / (float)count, high = most < BAR ? most : BAR;
    if (cell > MOST_CELL) cell = MOST_CELL;
    if (cell < LEAST_CELL) {
        cells = (int)(r.w / LEAST_CELL);
        cell = LEAST_CELL;
    }
    DrawRect place = {r.x, r.y + (r.h - high) / 2, cell, high};
    float sign = sign_size(future, cells, cell, high + 4);
    /* Those that stand out are drawn over their neighbours. */
    for (int over = 0; over < 2; over++) {
        for (int i = 0; i < cells; i++) {
            ModelResult result = result_at(future, i, cells);
            place.x = r.x + cell * (float)i;
            if (stands_out(result) == (over == 1)) put_cell(s, result, place, sign);
        }
    }
}

void scene_gather(Scene *s, const LayoutItem *item) {
    const ModelFuture *future = &s->model->futures[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    scene_panel(s, r);
    float x = scene_heading(s, r.x + 14, r.y + 26, t->text2, future->label) + 14;
    float right = r.x + r.w - 14;
    int shown = future->who_count < 2 ? future->who_count : 2;
    for (int i = shown; i-- > 0; right -= 26)
        scene_badge(s, future->who[i], right - 11, r.y + 20, 22);
    float word = *future->verb ? scene_measure(s, FONT_UI_REGULAR, 16, future->verb) + 6 : 0;
    if (word > 0 && right - word - 12 - x > 170)
        right =
            scene_text_right(s, FONT_UI_REGULAR, 16, right - 4, r.y + 26, t->text2, future->verb);
    if (r.h >= GATHER_TWO_LINES)
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 14, r.y + 54, r.w - 28, t->text,
                       future->parts_note);
    else
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, r.y + 26, right - 12 - x, t->text,
                       future->parts_note);
}
