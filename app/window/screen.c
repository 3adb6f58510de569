#include "window/screen.h"

#include <string.h>

static const float BUTTON_HEIGHT = 46;

void screen_spot(ScreenSpots *spots, DrawRect rect, Action action, int index) {
    if (spots->count == SCREEN_SPOTS) return;
    spots->items[spots->count++] = (ScreenSpot){rect, action, index};
}

const ScreenSpot *screen_hit(const ScreenSpots *spots, float x, float y) {
    for (int i = spots->count; i-- > 0;) {
        if (draw_rect_has(spots->items[i].rect, x, y)) return &spots->items[i];
    }
    return NULL;
}

Scene screen_scene(const ScreenView *view, DrawList *list) {
    return (Scene){.list = list, .theme = view->theme, .type = view->type, .fonts = view->fonts};
}

const char *screen_word(const ScreenView *view, TextKey key) {
    return text_get(view->words, key);
}

const char *screen_fill(const ScreenView *view, TextKey key, char *out, size_t size, const char *a,
                        const char *b, const char *c) {
    const char *args[] = {a, b, c};
    text_format(out, size, screen_word(view, key), args, 3);
    return out;
}

void screen_dim(Scene *s, const ScreenView *view, float alpha) {
    DrawRect all = {0, 0, view->width, view->height};
    draw_fill(s->list, all, 0, draw_fade(s->theme->bg0, alpha));
}

void screen_card(Scene *s, DrawRect r, DrawColour line, float width) {
    glyph_shadow(s->list, r, 16);
    draw_box(s->list, r, 16, s->theme->bg1, line, (DrawStroke){.width = width});
}

float screen_cap_width(Scene *s, const char *name) {
    float text = scene_measure(s, FONT_MONO_REGULAR, 16, name);
    return text < 12 ? 26 : text + 14;
}

float screen_cap(Scene *s, float x, float cy, DrawColour colour, const char *name) {
    DrawRect r = {x, cy - 14, screen_cap_width(s, name), 28};
    scene_key(s, r, name, 0, colour);
    return r.x + r.w;
}

float screen_button_width(Scene *s, const ScreenView *view, const ScreenButton *button) {
    float word = scene_measure(s, FONT_UI_SEMIBOLD, 16, screen_word(view, button->word));
    return 16 + word + 12 + screen_cap_width(s, button->cap) + 14;
}

float screen_button(Scene *s, const ScreenView *view, ScreenSpots *spots,
                    const ScreenButton *button, float x, float y) {
    const Theme *t = s->theme;
    DrawRect r = {x, y, screen_button_width(s, view, button), BUTTON_HEIGHT};
    bool hover = draw_rect_has(r, view->pointer_x, view->pointer_y);
    DrawColour ink = button->main ? t->bg1 : t->text;
    draw_fill(s->list, r, 10, button->main ? t->text : hover ? t->bg3 : t->bg2);
    float cy = y + BUTTON_HEIGHT / 2;
    float end =
        scene_text(s, FONT_UI_SEMIBOLD, 16, x + 16, cy + 6, ink, screen_word(view, button->word));
    screen_cap(s, end + 12, cy, ink, button->cap);
    screen_spot(spots, r, button->action, 0);
    return r.x + r.w;
}

void screen_field(Scene *s, DrawRect r, const char *text) {
    draw_box(s->list, r, 8, s->theme->bg0, s->theme->text, (DrawStroke){.width = 3});
    float room = r.w - 24, width = scene_measure(s, FONT_MONO_REGULAR, 17, text);
    float x = r.x + 12 - (width > room ? width - room : 0), middle = r.y + r.h / 2;
    draw_clip_push(s->list, (DrawRect){r.x + 8, r.y, r.w - 16, r.h});
    x = scene_text(s, FONT_MONO_REGULAR, 17, x, middle + 6, s->theme->text, text);
    draw_line(s->list, x + 2, middle - 11, x + 2, middle + 11, s->theme->text,
              (DrawStroke){.width = 2});
    draw_clip_pop(s->list);
}

float screen_paragraph(Scene *s, FontId font, float size, float x, float baseline, float width,
                       DrawColour colour, const char *text, int lines) {
    float leading = size * s->type->leading;
    size_t left = strlen(text);
    for (int i = 0; i < lines && left > 0; i++) {
        size_t next = left, length = left;
        length = fonts_break(s->fonts, font, size, text, left, width, &next);
        if (i + 1 == lines && next < left) {
            scene_text_fit(s, font, size, x, baseline, width, colour, text);
            return baseline + leading;
        }
        draw_text(s->list, font, size, x, baseline, colour, text, length);
        baseline += leading;
        text += next;
        left -= next;
    }
    return baseline;
}
