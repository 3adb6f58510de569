#include "scene/scene.h"

#include <string.h>

void scene_output_panel(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    scene_panel(s, r);
    TextKey key = s->compact ? TEXT_PANEL_OUTPUT_SHORT : TEXT_PANEL_OUTPUT;
    float x = s->compact ? r.x + 16 : r.x + 18;
    float end = scene_heading(s, x, r.y + (s->compact ? 26 : 30), s->theme->text2,
                              text_get(s->model->words, key));
    if (s->model->output_count > 0) return;
    float baseline = r.y + (s->compact ? 26 : 60);
    scene_text(s, FONT_UI_REGULAR, 16, s->compact ? end + 20 : x, baseline, s->theme->text2,
               text_get(s->model->words, TEXT_OUTPUT_EMPTY));
}

/* On as many lines as the row has; the last one is cut where that is not all. */
static void put_text(Scene *s, const ModelOutput *row, DrawRect r, float baseline, int lines) {
    float size, x = r.x + layout_output_text(s->view->layout, row), width = r.x + r.w - x;
    FontId font = layout_output_font(row, &size);
    DrawColour colour = row->verdict ? s->theme->failed : s->theme->text;
    const char *text = row->text;
    for (; lines > 1 && *text; lines--, baseline += OUTPUT_LINE) {
        size_t whole = strlen(text), next = whole;
        size_t length = fonts_break(s->fonts, font, size, text, whole, width, &next);
        draw_text(s->list, font, size, x, baseline, colour, text, length);
        text += next;
    }
    if (*text) scene_text_fit(s, font, size, x, baseline, width, colour, text);
}

void scene_output_row(Scene *s, const LayoutItem *item) {
    const ModelOutput *row = &s->model->outputs[item->index];
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    float cy = r.y + OUTPUT_LINE / 2.0F, baseline = cy + 6;
    scene_text_right(s, FONT_MONO_REGULAR, 17, r.x + (s->compact ? 82 : 62), baseline, t->text2,
                     row->time);
    float badge = r.x + (s->compact ? 108 : 88), x = r.x + layout_output_text(s->view->layout, row);
    if (row->verdict)
        draw_icon(s->list, ICON_FAILED, badge, cy, 24, t->failed);
    else
        scene_badge(s, row->badge, badge, cy, 24);
    if (row->is_error) draw_icon(s->list, ICON_FAILED, x - 17, cy, 18, t->failed);
    put_text(s, row, r, baseline, (int)item->value);
}
