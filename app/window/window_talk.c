/* The conversation of generators has narrow cells: what is cut there stands in full under the
   pointer. */
#include "window/window.h"

static const float PAD = 14, ROW = 26, WIDEST = 900;

/* Below the words, or above them where the window ends. */
static DrawRect card_at(const ScreenView *view, DrawRect words, float width, float height) {
    float y = words.y + words.h + 6, x = words.x;
    if (y + height > view->height - 8) y = words.y - height - 6;
    if (x + width > view->width - 8) x = view->width - 8 - width;
    return (DrawRect){x < 8 ? 8 : x, y, width, height};
}

/* "walk() to steps": who says it to whom. */
static const char *whom(const Window *w, const ModelTalk *talk, char *out, size_t size) {
    const ModelGens *g = &stage_model(w->player.stage)->gens;
    const char *const names[] = {g->lanes[talk->from].name, g->lanes[talk->to].name};
    text_format(out, size, text_get(w->words, TEXT_TALK_WHOM), names, 2);
    return out;
}

static void draw_card(const Window *w, Scene *s, const ScreenView *view, const ModelTalk *talk,
                      DrawRect words) {
    char said[200];
    whom(w, talk, said, sizeof said);
    float width = scene_measure(s, FONT_MONO_SEMIBOLD, 16, talk->whole);
    float second = scene_measure(s, FONT_UI_REGULAR, 16, said);
    width = (width > second ? width : second) + 2 * PAD;
    if (width > WIDEST) width = WIDEST;
    DrawRect r = card_at(view, words, width, 2 * ROW + PAD);
    screen_card(s, r, view->theme->line2, 1.5F);
    scene_text_fit(s, FONT_MONO_SEMIBOLD, 16, r.x + PAD, r.y + 28, width - 2 * PAD,
                   talk->throws ? view->theme->failed : view->theme->text, talk->whole);
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + PAD, r.y + 28 + ROW, width - 2 * PAD,
                   view->theme->text2, said);
}

void window_talk_draw(const Window *w, DrawList *list, const ScreenView *view) {
    const StageLayout *layout = stage_layout(w->player.stage);
    const LayoutItem *panel = layout_part(layout, PART_TALK);
    const Model *model = stage_model(w->player.stage);
    if (window_place(w) != IN_STAGE || !w->player.open || !panel || view->pointer_x < 0) return;
    Scene s = screen_scene(view, list);
    s.model = model;
    s.compact = layout->compact;
    DrawRect words;
    int number = scene_talk_at(&s, panel->rect, view->pointer_x, view->pointer_y, &words);
    if (number >= 0) draw_card(w, &s, view, &model->gens.talks[number], words);
}
