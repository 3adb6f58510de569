#include "scene/scene.h"

#include <stdio.h>

static void put_more(Scene *s, const LayoutItem *item, int more) {
    char number[16], words[64];
    const char *arg[] = {number};
    if (more <= 0) return;
    snprintf(number, sizeof number, "%d", more);
    text_format(words, sizeof words, text_get(s->model->words, TEXT_MORE_N), arg, 1);
    scene_text_right(s, FONT_UI_REGULAR, 16, item->rect.x + item->rect.w - 14, item->rect.y + 26,
                     s->theme->text2, words);
}

void scene_futures(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    const char *none = text_get(s->model->words, TEXT_FUTURES_NONE);
    if (item->style == STYLE_CHIP) {
        scene_gather(s, item);
        return;
    }
    if (item->style == STYLE_SHORT) {
        if (s->model->future_count == 0)
            scene_empty_tab(s, r, none, text_get(s->model->words, TEXT_FUTURES_HINT));
        return;
    }
    scene_panel(s, r);
    scene_heading(s, r.x + 14, r.y + 26, t->text2, text_get(s->model->words, TEXT_FUTURES));
    if (s->model->future_count == 0)
        scene_empty_box(s, r, none, text_get(s->model->words, TEXT_FUTURES_HINT));
    put_more(s, item, (int)item->value);
}

static DrawIcon result_icon(ModelResult result) {
    static const DrawIcon icons[] = {ICON_PENDING, ICON_DONE, ICON_FAILED, ICON_CANCELLED};
    return icons[result];
}

/* What it gave can be opened. */
static void put_value(Scene *s, const ModelFuture *future, const char *text, DrawRect r,
                      float baseline) {
    float end = scene_text_fit(s, FONT_MONO_REGULAR, 16, r.x, baseline, r.w, s->theme->text2, text);
    bool given = future->result == RESULT_VALUE || future->result == RESULT_EXCEPTION;
    if (!given || !*text) return;
    r = (DrawRect){r.x - 4, baseline - 17, end - r.x + 8, 23};
    scene_value(s, (SceneValue){r, future->id, "", VALUE_WHOLE, 0});
}

void scene_future(Scene *s, const LayoutItem *item) {
    const ModelFuture *future = &s->model->futures[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    if (item->style == STYLE_CHIP) {
        scene_gather_bar(s, future, (DrawRect){r.x + 14, r.y, r.w - 28, r.h});
        return;
    }
    float cy = r.y + r.h / 2, baseline = cy + 5.5F, right = r.x + r.w - 14;
    /* While the ring becomes a check, a diamond or a slash it grows from the middle. */
    float size = item->value > 0 && item->value < 1 ? 0.6F + 0.4F * item->value : 1;
    draw_icon(s->list, result_icon(future->result), r.x + 23, cy, 18 * size,
              scene_result_colour(s, future->result));
    int shown = future->who_count < 3 ? future->who_count : 3;
    for (int i = shown; i-- > 0;) {
        scene_badge(s, future->who[i], right - 11, cy, 22);
        right -= 26;
    }
    if (shown > 0) right -= 6;
    if (*future->verb)
        right = scene_text_right(s, FONT_UI_REGULAR, 16, right, baseline, t->text2, future->verb);
    /* In a narrow box the glyph alone says that it is pending. */
    bool narrow = r.w < 330;
    bool pending = future->result == RESULT_PENDING;
    const char *text = narrow && pending ? "" : future->value;
    float label = r.x + 42, value = r.x + r.w * 0.39F, room = right - 12;
    if (value > r.x + 156 && r.w < 420) value = r.x + 156;
    if (narrow) value = room;
    /* A name that is longer than its column takes room of the value's, which comes behind it. */
    float whole = scene_measure(s, FONT_MONO_REGULAR, 16, future->label);
    bool longer = !narrow && label + whole > value - 12;
    float end = longer ? room - 44 : value - 12;
    if (end > room) end = room;
    float named = scene_text_fit(s, FONT_MONO_REGULAR, 16, label, baseline, end - label, t->text,
                                 future->label);
    if (narrow || value < named + 10) value = named + 10;
    if (pending && scene_measure(s, FONT_MONO_REGULAR, 16, text) > room - value) text = "";
    bool bar = future->part_count > 0 && future->result == RESULT_PENDING;
    if (bar && room - value > 24)
        scene_gather_bar(s, future, (DrawRect){value, r.y, room - value, r.h});
    else if (room - value > 30)
        put_value(s, future, text, (DrawRect){value, r.y, room - value, r.h}, baseline);
}
