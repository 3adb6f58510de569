#include "window/window_kit.h"

static const uint64_t TRAIL_NS = 900000000;
static const float TRAIL_WIDTH = 12, RING = 20;

/* ---- The pointer ---------------------------------------------------------------------------- */

void kit_point(WindowKit *kit, float x, float y, uint64_t now_ns) {
    kit->points[kit->point].x = x;
    kit->points[kit->point].y = y;
    kit->points[kit->point].ns = now_ns;
    kit->point = (kit->point + 1) % KIT_TRAIL;
}

/* How much is left of a point's life: 1 to 0. */
static float life(uint64_t ns, uint64_t now_ns) {
    if (!ns || now_ns >= ns + TRAIL_NS) return 0;
    return now_ns <= ns ? 1 : 1 - (float)(now_ns - ns) / (float)TRAIL_NS;
}

uint64_t kit_draw_trail(const WindowKit *kit, DrawList *list, const ScreenView *view,
                        uint64_t now_ns) {
    bool lives = false;
    if (!kit->trail || view->pointer_x < 0) return UINT64_MAX;
    DrawColour ink = view->theme->text;
    for (int i = 1; i < KIT_TRAIL; i++) {
        int at = (kit->point + i) % KIT_TRAIL, before = (kit->point + i - 1) % KIT_TRAIL;
        float left = life(kit->points[before].ns, now_ns);
        if (left <= 0) continue;
        lives = true;
        draw_line(list, kit->points[before].x, kit->points[before].y, kit->points[at].x,
                  kit->points[at].y, draw_fade(ink, left * 0.6F),
                  (DrawStroke){.width = 1 + TRAIL_WIDTH * left, .cap = DRAW_CAP_ROUND});
    }
    draw_disc(list, view->pointer_x, view->pointer_y, RING, draw_fade(ink, 0.18F));
    draw_ring(list, view->pointer_x, view->pointer_y, RING, ink, (DrawStroke){.width = 3});
    return lives ? 0 : UINT64_MAX;
}

/* ---- The caption alone ---------------------------------------------------------------------- */

/* How wide the sentence is on one line. */
static float sentence_width(Scene *s, const ModelText *text, float size) {
    float width = 0;
    for (int i = 0; i < text->count; i++) {
        const ModelSpan *span = &text->spans[i];
        FontId font = span->kind == SPAN_CODE ? FONT_MONO_REGULAR : FONT_UI_SEMIBOLD;
        width += span->kind == SPAN_BADGE ? size * 1.3F : scene_measure(s, font, size, span->text);
    }
    return width;
}

void kit_draw_caption(DrawList *list, const ScreenView *view, const Model *model) {
    enum { MOST_LINES = 8 };
    Scene s = screen_scene(view, list);
    const Theme *t = view->theme;
    float edge = view->width * 0.06F, width = view->width - 2 * edge, size = view->height / 11;
    float foot = view->height * 0.8F;
    int lines = 1;
    draw_fill(list, (DrawRect){0, 0, view->width, view->height}, 0, t->bg0);
    scene_text_fit(&s, FONT_UI_SEMIBOLD, 22, edge, 56, width * 0.7F, t->text2, model->top.title);
    scene_text_right(&s, FONT_MONO_SEMIBOLD, 27, edge + width, 56, t->text, model->top.clock);
    for (;; size *= 0.9F) {
        /* Lines break at words, so that each loses a little. */
        lines = (int)(sentence_width(&s, &model->caption, size) / (width * 0.95F)) + 1;
        if (size < 18 || (float)lines * size * 1.4F < foot) break;
    }
    if (lines > MOST_LINES) lines = MOST_LINES;
    float leading = size * 1.4F, top = view->height / 2 - leading * (float)(lines - 1) / 2;
    SentenceStyle style = {FONT_UI_SEMIBOLD, size, t->text, size, leading, lines};
    draw_fill(list,
              (DrawRect){edge - 34, top - leading * 0.6F, 10, leading * ((float)lines + 0.2F)}, 5,
              t->runline);
    scene_sentence(&s, &model->caption, &style, edge, top + size * 0.36F, width);
}
