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

/* In a small window the text has the room that short times leave beside the heading; the last time
   is the longest. */
static float room_before(Scene *s, DrawRect r) {
    const float most = 20;
    const ModelOutput *last = &s->model->outputs[s->model->output_count - 1];
    const char *heading = text_get(s->model->words, TEXT_PANEL_OUTPUT_SHORT);
    float end = r.x - 44 + scene_measure(s, FONT_UI_SEMIBOLD, 16, heading) * 1.2F;
    float widest = scene_measure(s, FONT_MONO_REGULAR, 17, "00.000");
    float room = r.x + 82 - widest - 6 - end;
    if (strlen(last->time) > 6 || room < 0) return 0;
    return room < most ? room : most;
}

void scene_output_row(Scene *s, const LayoutItem *item) {
    const ModelOutput *row = &s->model->outputs[item->index];
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    float cy = r.y + r.h / 2, baseline = cy + 6;
    float back = s->compact ? room_before(s, r) : 0;
    r.x -= back, r.w += back;
    scene_text_right(s, FONT_MONO_REGULAR, 17, r.x + (s->compact ? 82 : 62), baseline, t->text2,
                     row->time);
    float badge = r.x + (s->compact ? 108 : 88);
    if (row->verdict)
        draw_icon(s->list, ICON_FAILED, badge, cy, 24, t->failed);
    else
        scene_badge(s, row->badge, badge, cy, 24);
    float x = r.x + (s->compact ? 131 : 114);
    if (row->is_error) {
        draw_icon(s->list, ICON_FAILED, x + 9, cy, 18, t->failed);
        x += 26;
    }
    /* What the program did not write is not set as its words are. */
    FontId font = row->verdict ? FONT_UI_MEDIUM : FONT_MONO_REGULAR;
    scene_text_fit(s, font, row->verdict ? 16 : 17, x, baseline, r.x + r.w - x,
                   row->verdict ? t->failed : t->text, row->text);
}
