#include "window/mode.h"

#include <stdio.h>

/* What popovers are made of, and which of them stands over the stage. */

void mode_put_mark(Scene *s, const ModelMark *mark, float cx, float cy, float size) {
    static const DrawIcon results[] = {ICON_PENDING, ICON_DONE, ICON_FAILED, ICON_CANCELLED};
    const Theme *t = s->theme;
    ModelState state = (ModelState)mark->state;
    ModelResult result = (ModelResult)mark->result;
    switch ((ModelMarkKind)mark->kind) {
    case MARK_NOTHING: draw_disc(s->list, cx, cy, size / 8, t->text3); break;
    case MARK_STATE:
        draw_icon(s->list, scene_state_icon(state), cx, cy, size * 0.86F,
                  scene_state_colour(s, state));
        break;
    case MARK_RESULT:
        draw_icon(s->list, results[result], cx, cy, size * 0.86F, scene_result_colour(s, result));
        break;
    case MARK_TIMER:
        glyph_timer(s->list, cx, cy, size * 0.9F, mark->share, t->text2, t->bg2);
        break;
    case MARK_BADGE: scene_badge(s, mark->badge, cx, cy, size); break;
    }
}

void mode_put_popover(Scene *s, DrawRect r, float x, bool above) {
    const Theme *t = s->theme;
    DrawColour fill = scene_dark(s) ? t->bg3 : t->bg1, line = t->text2;
    glyph_shadow(s->list, r, 14);
    draw_box(s->list, r, 14, fill, line, (DrawStroke){.width = 1.6F});
    if (x < 0) return;
    float edge = above ? r.y + r.h : r.y, by = above ? 16 : -16;
    if (x < r.x + 34) x = r.x + 34;
    if (x > r.x + r.w - 34) x = r.x + r.w - 34;
    float under = above ? -2.5F : 2.5F;
    DrawPoint tip[] = {{x - 18, edge + under}, {x, edge + by}, {x + 18, edge + under}};
    draw_polygon(s->list, tip, 3, fill);
    DrawPoint lines[] = {{x - 15, edge}, {x, edge + by}, {x + 15, edge}};
    draw_polyline(s->list, lines, 3, line, (DrawStroke){.width = 1.6F});
}

float mode_put_hint(Scene *s, const ScreenView *view, float x, float cy, const char *cap,
                    TextKey word) {
    const char *text = screen_word(view, word);
    float width = scene_measure(s, FONT_UI_REGULAR, 16, text), key = screen_cap_width(s, cap);
    x -= width;
    scene_text(s, FONT_UI_REGULAR, 16, x, cy + 5.5F, s->theme->text2, text);
    screen_cap(s, x - 8 - key, cy, s->theme->text2, cap);
    return x - 8 - key;
}

/* ---- The chain ------------------------------------------------------------------------------ */

static const float CAUSE_WIDTH = 214;

/* The causes that are in sight: the last ones, or those from the chosen one on. */
static int first_cause(const WhyPanel *why, int chosen, int shown) {
    int first = why->count - shown;
    if (chosen >= 0 && chosen < first) first = chosen;
    return first > 0 ? first : 0;
}

static void put_cause(Scene *s, const WhyCause *cause, DrawRect r, bool chosen) {
    const Theme *t = s->theme;
    bool now = cause->event == 0;
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text2, 20, 21, r.h > 130 ? 3 : 2};
    if (chosen) draw_outline(s->list, r, 10, t->text, (DrawStroke){.width = 2.5F});
    float x = r.x + 12, cy = r.y + 24, width = r.w - 22;
    mode_put_mark(s, &cause->mark, x + 14, cy, 28);
    scene_text_fit(s, now ? FONT_UI_SEMIBOLD : FONT_MONO_SEMIBOLD, 16, x + 38, cy + 6, width - 36,
                   t->text, cause->time);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, x, r.y + 62, width, t->text, cause->name);
    scene_sentence(s, &cause->line, &style, x, r.y + 86, width);
}

void mode_put_chain(Scene *s, const ScreenView *view, ScreenSpots *spots, const WhyPanel *why,
                    int chosen, DrawRect r) {
    const Theme *t = s->theme;
    int shown = (int)(r.w / CAUSE_WIDTH);
    if (shown > why->count) shown = why->count;
    if (shown > 6) shown = 6;
    if (shown < 1) return;
    float width = r.w / (float)shown;
    if (width > 300) width = 300;
    int first = first_cause(why, chosen, shown);
    for (int i = 0; i < shown; i++) {
        const WhyCause *cause = &why->causes[first + i];
        DrawRect cell = {r.x + width * (float)i, r.y, width - 6, r.h};
        bool newest = first + i + 2 == why->count;
        bool hover = draw_rect_has(cell, view->pointer_x, view->pointer_y);
        if (hover && cause->event) draw_fill(s->list, cell, 10, draw_fade(t->line2, 0.25F));
        put_cause(s, cause, cell, first + i == chosen);
        screen_spot(spots, cell, ACTION_CAUSE, first + i);
        if (i + 1 == shown) break;
        float from = cell.x + 50 + scene_measure(s, FONT_MONO_SEMIBOLD, 16, cause->time) + 14;
        float to = cell.x + width + 4;
        if (to - from > 14)
            draw_line(s->list, from, r.y + 24, to, r.y + 24, newest ? t->runline : t->text2,
                      (DrawStroke){.width = newest ? 3 : 1.6F, .arrow = 9});
    }
}

/* ---- Why ------------------------------------------------------------------------------------ */

/* Where the thing that is asked about stands; else the button of the question. */
static const LayoutItem *find_thing(const StageLayout *layout, uint32_t object,
                                    const Model *model) {
    static const LayoutPart parts[] = {PART_SEAT,  PART_CARD,  PART_FUTURE, PART_SYNC,
                                       PART_TIMER, PART_FRAME, PART_LANE,   PART_RUNNING};
    (void)model;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const LayoutItem *item = layout_find(layout, parts[i], object, 0);
        if (item) return item;
    }
    return layout_part(layout, PART_WHY);
}

static float put_title(Scene *s, const ScreenView *view, const WhyPanel *why, int first,
                       DrawRect r) {
    const Theme *t = s->theme;
    float cy = r.y + 32, right = r.x + r.w - 18;
    const char *escape = screen_word(view, TEXT_KEY_ESCAPE_NAME);
    const char *enter = screen_word(view, TEXT_KEY_ENTER_NAME);
    right = mode_put_hint(s, view, right, cy, escape, TEXT_INSPECT_CLOSE) - 18;
    right = mode_put_hint(s, view, right, cy, enter, TEXT_INSPECT_JUMP) - 18;
    right = mode_put_hint(s, view, right, cy, "\u2190 \u2192", TEXT_WHY_CAUSE) - 24;
    float x =
        scene_text(s, FONT_UI_SEMIBOLD, 20, r.x + 20, cy + 7, t->text, screen_word(view, TEXT_WHY));
    SentenceStyle style = {FONT_UI_MEDIUM, 18, t->text, 24, 24, 1};
    float room = right - x - 14 - scene_sentence_width(s, &why->is, &style);
    if (first > 0 && room > 80) {
        char number[16], text[96], brief[24];
        snprintf(number, sizeof number, "%d", first);
        snprintf(brief, sizeof brief, "\u2190 %d", first);
        screen_fill(view, TEXT_WHY_EARLIER, text, sizeof text, number, NULL, NULL);
        bool whole = scene_measure(s, FONT_UI_REGULAR, 16, text) + 20 < room;
        right = scene_text_right(s, FONT_UI_REGULAR, 16, right, cy + 5.5F, t->text3,
                                 whole ? text : brief) -
                20;
    }
    scene_sentence(s, &why->is, &style, x + 14, cy + 7, right - x - 14);
    return cy + 24;
}

void why_card_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, const Mode *mode,
                   const StageLayout *layout) {
    enum { HEIGHT = 206 };
    const LayoutItem *item = find_thing(layout, mode->object, s->model);
    DrawRect track =
        layout->grid.track.w > 0 ? layout->grid.track : (DrawRect){12, 80, view->width - 24, 400};
    bool caption = layout->grid.caption.w > 0;
    DrawRect thing = item      ? item->rect
                     : caption ? layout->grid.caption
                               : (DrawRect){track.x, track.y, track.w, 0};
    float width = track.w - (s->compact ? 8 : 40);
    DrawRect r = {track.x + (track.w - width) / 2, thing.y + thing.h + 22, width, HEIGHT};
    /* It leaves the caption free where it is nearly there. */
    float free = layout->grid.caption.y - 8 - r.y;
    if (caption && free >= 170 && free < r.h) r.h = free;
    bool above = r.y + r.h > view->height - 12;
    if (above) r.y = thing.y - 22 - HEIGHT;
    if (r.y < layout->grid.top.h + 8) r.y = layout->grid.top.h + 8;
    r.y += (above ? 8 : -8) * mode->motion.coming;
    bool touches = !draw_rect_has(draw_grow(r, 8), thing.x + thing.w / 2, thing.y + thing.h / 2);
    mode_put_popover(s, r, touches ? thing.x + thing.w / 2 : -1, above);
    int shown = (int)((r.w - 32) / CAUSE_WIDTH);
    if (shown > 6) shown = 6;
    float top = put_title(s, view, &mode->why, first_cause(&mode->why, mode->cause, shown), r);
    DrawRect chain = {r.x + 12, top, r.w - 24, r.y + r.h - 12 - top};
    mode_put_chain(s, view, spots, &mode->why, mode->cause, chain);
}

/* ---- Which ---------------------------------------------------------------------------------- */

void mode_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Mode *mode,
               const Player *player) {
    if ((mode->kind == MODE_NONE && !mode->whatif.inside) || !player->open) return;
    const StageLayout *layout = stage_layout(player->stage);
    Scene s = screen_scene(view, list);
    s.model = stage_model(player->stage);
    s.compact = layout->compact;
    if (mode->whatif.inside) whatif_draw_frame(&s, view, player);
    bool comes = mode->motion.coming > 0 && mode->kind != MODE_WHATIF;
    if (comes) draw_alpha_push(list, 1 - mode->motion.coming);
    switch (mode->kind) {
    case MODE_WHATIF:
        whatif_draw(&s, view, spots, &mode->whatif, player, 1 - mode->motion.coming);
        break;
    case MODE_WHY: why_card_draw(&s, view, spots, mode, layout); break;
    case MODE_INSPECT: inspect_card_draw(&s, view, spots, mode, layout); break;
    case MODE_PREDICT:
        predict_bars_draw(&s, view, spots, mode, layout);
        predict_card_draw(&s, view, spots, mode, layout);
        break;
    case MODE_NONE: break;
    }
    if (comes) draw_alpha_pop(list);
}
