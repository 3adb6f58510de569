#include "scene/scene.h"

static const struct {
    DrawIcon icon;
    TextKey text, key;
    int arrow;
} buttons[BUTTON_COUNT] = {
    [BUTTON_BACK] = {ICON_BACK, TEXT_BACK, TEXT_COUNT, -1},
    [BUTTON_FIRST] = {ICON_LOOP, TEXT_FIRST_STEP, TEXT_KEY_HOME_NAME, 0},
    [BUTTON_PLAY] = {ICON_PLAY, TEXT_PLAY, TEXT_KEY_SPACE_NAME, 0},
    [BUTTON_STEP] = {ICON_STEP, TEXT_STEP_BUTTON, TEXT_COUNT, 1},
    [BUTTON_LINE] = {ICON_STEP, TEXT_LINE_BUTTON, TEXT_KEY_ALT_NAME, 1},
    [BUTTON_CALLBACK] = {ICON_FORWARD, TEXT_CALLBACK, TEXT_KEY_SHIFT_NAME, 1},
    [BUTTON_ITERATION] = {ICON_LOOP, TEXT_ITERATION_BUTTON, TEXT_KEY_CTRL_NAME, 1},
};

void scene_button(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    int number = (int)item->id;
    bool live = number == BUTTON_PLAY && !s->model->ended;
    bool pause = number == BUTTON_PLAY && s->model->playing;
    DrawRect r = item->rect;
    float cy = r.y + r.h / 2, keys = item->value;
    DrawColour ink = live ? t->running_ink : t->text;
    DrawColour fill = live ? t->running : scene_dark(s) ? t->bg2 : t->bg1;
    bool back = number == BUTTON_BACK || number == BUTTON_FIRST;
    bool nothing_comes = s->model->graph.node_count > 0 && !back;
    if (nothing_comes) ink = t->text3;
    if (nothing_comes)
        draw_outline(s->list, r, 10, t->line2, (DrawStroke){.width = 1.4F, .on = 5, .off = 4});
    else
        draw_fill(s->list, r, 10, fill);
    draw_icon(s->list, pause ? ICON_PAUSE : buttons[number].icon, r.x + 25, cy, 20, ink);
    float cap = r.x + r.w - (item->style == STYLE_SHORT ? 12 : 14) - keys;
    TextKey key = buttons[number].key;
    const char *name = key == TEXT_COUNT ? "" : text_get(s->model->words, key);
    scene_key(s, (DrawRect){cap, cy - 13, keys, 26}, name, buttons[number].arrow,
              live ? t->running_ink : t->text2);
    if (item->style == STYLE_SHORT) return;
    TextKey text = pause ? TEXT_PAUSE : buttons[number].text;
    if (number == BUTTON_STEP && s->model->source.by_part) text = TEXT_PART_BUTTON;
    scene_text(s, FONT_UI_SEMIBOLD, 17, r.x + 44, cy + 6, ink, text_get(s->model->words, text));
}

/* Of five, or of the one in use where they have no room. */
static const LayoutItem *first_speed(const StageLayout *layout) {
    const LayoutItem *first = layout_find(layout, PART_SPEED, 1, 0);
    return first ? first : layout_part(layout, PART_SPEED);
}

/* The group's box lies under its speeds. */
void scene_transport(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    const LayoutItem *first = first_speed(s->view->layout);
    (void)item;
    if (!first) return;
    DrawRect box = first->rect;
    box.w = item->rect.x + item->rect.w - box.x;
    draw_fill(s->list, box, 10, scene_dark(s) ? t->bg2 : t->bg1);
    if (s->compact) return;
    bool fewer = s->model->source.by_part || s->model->graph.node_count > 0;
    int end = fewer ? BUTTON_CALLBACK : BUTTON_ITERATION;
    const LayoutItem *last = layout_find(s->view->layout, PART_BUTTON, (uint32_t)end, 0);
    const char *word = text_get(s->model->words, TEXT_SPEED);
    float width = scene_measure(s, FONT_UI_REGULAR, 16, word);
    if (last && last->rect.x + last->rect.w + 12 > box.x - 10 - width) return;
    scene_text_right(s, FONT_UI_REGULAR, 16, box.x - 10, box.y + box.h / 2 + 6, t->text2, word);
}

const char *scene_speed_name(int speed) {
    static const char *const names[] = {"\u00BC", "\u00BD", "1\u00D7", "2\u00D7", "4\u00D7"};
    return names[speed];
}

void scene_speed(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    bool on = s->model->speed == item->index;
    DrawRect r = {item->rect.x, item->rect.y + 4, item->rect.w, item->rect.h - 8};
    if (on) draw_fill(s->list, r, 8, t->bg3);
    scene_text_centre(s, on ? FONT_MONO_BOLD : FONT_MONO_REGULAR, 16, r.x + r.w / 2,
                      r.y + r.h / 2 + 5.5F, on ? t->text : t->text2, scene_speed_name(item->index));
}
