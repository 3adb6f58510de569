#include "scene/scene.h"

void scene_caption(Scene *s, const LayoutItem *item) {
    if (scene_projected(s) && item->rect.h > 100) {
        scene_projector_caption(s, item);
        return;
    }
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    bool compact = s->compact;
    draw_fill_corners(s->list, r, 12, DRAW_RIGHT, t->bg1);
    draw_fill_corners(s->list, (DrawRect){r.x, r.y, 6, r.h}, 3, DRAW_LEFT,
                      s->model->graph.node_count ? t->failed : t->runline);
    float size = compact ? 20 : s->type->caption, leading = compact || r.h < 72 ? 28 : 33;
    SentenceStyle style = {FONT_UI_MEDIUM, size, t->text, compact ? 26 : 28, leading, 2};
    const LayoutItem *why = layout_part(s->view->layout, PART_WHY);
    float left = r.x + (compact ? 22 : 26);
    float right = why ? why->rect.x - 16 : r.x + r.w - 24;
    /* One line or two stand in the middle of the panel. */
    bool one = scene_sentence_width(s, &s->model->caption, &style) <= right - left;
    float baseline = r.y + r.h / 2 - (one ? 0 : leading / 2) + size * 0.36F;
    scene_sentence(s, &s->model->caption, &style, left, baseline, right - left);
}

void scene_why(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float cy = r.y + r.h / 2;
    draw_fill(s->list, r, 10, t->bg2);
    DrawRect key = {r.x + r.w - (s->compact ? 36 : 38), cy - 13, 26, 26};
    scene_key(s, key, "W", 0, t->text2);
    if (s->compact) return;
    scene_text(s, FONT_UI_SEMIBOLD, 16, r.x + 12, cy + 6, t->text,
               text_get(s->model->words, TEXT_WHY));
}
