/* One chip or cell, opened: who, in which state, why, and its chain of frames. */
#include "scene/scene.h"

static void put_point(Scene *s, const LayoutItem *item, DrawColour fill) {
    DrawRect r = item->rect;
    bool above = item->style == 1;
    float x = item->value, y = above ? r.y + r.h - 1 : r.y + 1, tip = above ? y + 8 : y - 8;
    if (x < r.x + 16) x = r.x + 16;
    if (x > r.x + r.w - 16) x = r.x + r.w - 16;
    DrawPoint points[] = {{x - 8, y}, {x, tip}, {x + 8, y}};
    draw_polygon(s->list, points, 3, fill);
}

void scene_popover(Scene *s, const LayoutItem *item) {
    if (item->index >= s->model->seat_count) return;
    const ModelSeat *seat = &s->model->seats[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float pad = 14, width = r.w - 2 * pad, cy = r.y + 24;
    glyph_shadow(s->list, r, 12);
    draw_box(s->list, r, 12, t->bg3, t->text2, (DrawStroke){.width = 1.5F});
    put_point(s, item, t->bg3);
    scene_badge(s, seat->badge, r.x + pad + 13, cy, 26);
    draw_icon(s->list, scene_state_icon(seat->state), r.x + r.w - pad - 10, cy, 22,
              scene_state_colour(s, seat->state));
    scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->code, r.x + pad + 36, cy + 6, width - 36 - 30,
                   t->text, seat->label);
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text, 22, 0, 1};
    scene_sentence(s, &seat->why, &style, r.x + pad, cy + 38, width);
    scene_text_fit(s, FONT_MONO_REGULAR, 16, r.x + pad, cy + 64, width, t->text2, seat->chain);
}
