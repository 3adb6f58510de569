#include "scene/scene.h"

#include <inttypes.h>
#include <stdio.h>

/* Where the clock begins: in the middle of the bar, further left in narrow windows. */
static float clock_left(Scene *s, float width) {
    float place = s->compact ? 466 : 576, usual = s->compact ? 1463 : 1920;
    return width < usual && s->compact ? place * width / usual : place;
}

/* Returns where the digits' room ends; it is the same up to 99 s, so that nothing after it moves.
 */
static float put_digits(Scene *s, float x, float middle) {
    const Theme *t = s->theme;
    float size = s->compact ? 36 : s->type->clock, small = s->compact ? 23 : 27;
    int64_t ns = s->view->layout->time_ns;
    uint64_t thousandths = ((uint64_t)(ns > 0 ? ns : 0) + 500000) / 1000000;
    char clock[40];
    snprintf(clock, sizeof clock, "%" PRIu64 ".%03" PRIu64, thousandths / 1000, thousandths % 1000);
    float name = scene_text(s, FONT_MONO_REGULAR, small, x, middle + small * 0.36F, t->text2,
                            text_get(s->model->words, TEXT_CLOCK_NAME));
    float digits = x + (s->compact ? 53 : 65);
    if (digits < name + 8) digits = name + 8;
    float end = scene_text(s, FONT_MONO_BOLD, size, digits, middle + size * 0.365F, t->text, clock);
    scene_text(s, FONT_MONO_REGULAR, small, end + 10, middle + small * 0.36F, t->text2,
               text_get(s->model->words, TEXT_CLOCK_UNIT));
    float room = digits + scene_measure(s, FONT_MONO_BOLD, size, "00.000");
    return end > room ? end : room;
}

/* A small word over a number; returns where the word ends. */
static float put_fact(Scene *s, float x, float middle, TextKey name, const char *value) {
    float end = scene_text(s, FONT_UI_REGULAR, 16, x, middle - 6, s->theme->text2,
                           text_get(s->model->words, name));
    float number = scene_text(s, FONT_MONO_SEMIBOLD, 20, x, middle + 16, s->theme->text, value);
    return end > number ? end : number;
}

/* The two lines beside the clock; where it is on its way, to when. */
static void put_hold(Scene *s, float x, float middle) {
    const ModelTop *top = &s->model->top;
    const TextTable *words = s->model->words;
    bool runs = s->view->layout->time_runs;
    char to[64];
    const char *arg[] = {top->clock};
    text_format(to, sizeof to, text_get(words, TEXT_HOLD_WAIT_2), arg, 1);
    const char *first = runs ? text_get(words, TEXT_HOLD_WAIT_1) : top->hold[0];
    scene_text(s, FONT_UI_REGULAR, 16, x, middle - 4, s->theme->text2, first);
    scene_text(s, FONT_UI_REGULAR, 16, x, middle + 15, s->theme->text2, runs ? to : top->hold[1]);
}

/* The wider of its lines. */
static float hold_width(Scene *s) {
    const ModelTop *top = &s->model->top;
    const TextTable *words = s->model->words;
    char to[64];
    const char *arg[] = {top->clock};
    text_format(to, sizeof to, text_get(words, TEXT_HOLD_WAIT_2), arg, 1);
    bool runs = s->view->layout->time_runs;
    float first = scene_measure(s, FONT_UI_REGULAR, 16,
                                runs ? text_get(words, TEXT_HOLD_WAIT_1) : top->hold[0]);
    float second = scene_measure(s, FONT_UI_REGULAR, 16, runs ? to : top->hold[1]);
    return first > second ? first : second;
}

static float fact_width(Scene *s, TextKey name, const char *value) {
    float word = scene_measure(s, FONT_UI_REGULAR, 16, text_get(s->model->words, name));
    float number = scene_measure(s, FONT_MONO_SEMIBOLD, 20, value);
    return word > number ? word : number;
}

/* Of the last step, so that nothing moves on the way there. */
static float steps_width(Scene *s) {
    const ModelTop *top = &s->model->top;
    float number = scene_measure(s, FONT_MONO_SEMIBOLD, 20, top->steps) +
                   scene_measure(s, FONT_MONO_REGULAR, 20, " / ") +
                   scene_measure(s, FONT_MONO_REGULAR, 20, top->steps);
    float word = fact_width(s, TEXT_STEP, "");
    return word > number ? word : number;
}

static const char *panels_word(Scene *s) {
    return text_get(s->model->words, TEXT_PANELS);
}

/* Toggles that show their keys have a word before them where there is room. */
static bool shows_word(Scene *s) {
    const LayoutItem *toggle = layout_part(s->view->layout, PART_TOGGLE);
    return toggle && toggle->style == STYLE_SHORT && s->view->layout->width > 1380;
}

/* The score of predictions, without its marks. */
static const float SCORE = 150;

/* Where the toggles begin, with their word; or the score in their place. */
static float facts_end(Scene *s) {
    const StageLayout *layout = s->view->layout;
    float end = layout->width - 16;
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        bool button = item->part == PART_TOGGLE || item->part == PART_HELP;
        if (button && item->rect.x < end) end = item->rect.x;
    }
    if (shows_word(s)) end -= 10 + scene_measure(s, FONT_UI_REGULAR, 16, panels_word(s));
    if (s->model->view == VIEW_PREDICT) end -= SCORE + layout->width * (s->compact ? 0.14F : 0.17F);
    return end - 16;
}

/* Each fact stands there where it has room. */
static void put_clock(Scene *s, float width, float middle) {
    float limit = facts_end(s);
    bool compact = s->compact;
    const ModelTop *top = &s->model->top;
    const Theme *t = s->theme;
    bool runs = top->clock_runs || s->view->layout->time_runs;
    float x = put_digits(s, clock_left(s, width), middle) + (compact ? 48 : 60);
    if (x + 10 > limit) return;
    bool stuck = top->stuck && !runs;
    draw_icon(s->list,
              stuck  ? ICON_FAILED
              : runs ? ICON_RUNNING
                     : ICON_WAITING,
              x, middle, stuck ? 24 : 20,
              stuck                      ? t->failed
              : s->model->ended && !runs ? t->text2
                                         : t->runline);
    x += compact ? 18 : 20;
    float hold = hold_width(s), usual = compact ? 130 : 155;
    float steps = steps_width(s), gap = compact ? 24 : 26;
    if (usual < hold) usual = hold;
    /* In narrow windows the sign says it alone: the step is worth more than the words. */
    bool words = x + usual + 17 + steps <= limit || x + steps > limit;
    if (words && x + hold > limit) return;
    if (words) put_hold(s, x, middle);
    x += words ? usual + 17 : 8;
    TextKey iteration = compact ? TEXT_ITERATION : TEXT_ITERATION_LONG;
    if (x + fact_width(s, iteration, top->iteration) + gap + steps > limit)
        iteration = TEXT_ITERATION;
    float wide = fact_width(s, iteration, top->iteration);
    if (x + wide + gap + steps <= limit)
        x = put_fact(s, x, middle, iteration, top->iteration) + gap;
    if (x + steps > limit) return;
    put_fact(s, x, middle, TEXT_STEP, top->step);
    x += scene_measure(s, FONT_MONO_SEMIBOLD, 20, top->step);
    x = scene_text(s, FONT_MONO_REGULAR, 20, x, middle + 16, t->text3, " / ");
    scene_text(s, FONT_MONO_REGULAR, 20, x, middle + 16, t->text3, top->steps);
}

/* Chapter and title; a title too long for its line has the chapter's as well. */
static void put_title(Scene *s, float left, float middle, float width) {
    const ModelTop *top = &s->model->top;
    const Theme *t = s->theme;
    float size = s->compact ? 18 : s->type->title;
    bool fits = scene_measure(s, FONT_UI_SEMIBOLD, size, top->title) <= width;
    if (!fits) {
        size = 16;
        fits = scene_measure(s, FONT_UI_SEMIBOLD, size, top->title) <= width;
    }
    bool chapter = *top->chapter != 0 && (fits || top->what_if);
    if (!fits && !chapter) {
        ModelSpan span = {.kind = SPAN_PLAIN, .text = top->title};
        SentenceStyle style = {FONT_UI_SEMIBOLD, 16, t->text, 20, 20, 2};
        scene_sentence(s, &(ModelText){&span, 1}, &style, left, middle - 4, width);
        return;
    }
    if (chapter)
        scene_text_fit(s, top->what_if ? FONT_UI_SEMIBOLD : FONT_UI_REGULAR, 16, left, middle - 7,
                       width, top->what_if ? t->text : t->text2, top->chapter);
    scene_text_fit(s, FONT_UI_SEMIBOLD, size, left, chapter ? middle + 17 : middle + 7, width,
                   t->text, top->title);
}

void scene_topbar(Scene *s, const LayoutItem *item) {
    if (scene_projected(s)) {
        scene_projector_topbar(s, item);
        return;
    }
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    float middle = r.h / 2, left = s->compact ? 58 : 64;
    draw_fill(s->list, r, 0, t->bg1);
    glyph_mark(s->list, s->compact ? 30 : 33, middle, 32, t->runline, t->line2);
    put_title(s, left, middle, clock_left(s, r.w) - 28 - left);
    put_clock(s, r.w, middle);
}

void scene_toggle(Scene *s, const LayoutItem *item) {
    static const TextKey keys[] = {TEXT_PANEL_SOURCE,   TEXT_PANEL_STAGE, TEXT_PANEL_OUTPUT,
                                   TEXT_PANEL_TIMELINE, TEXT_PANEL_BOXES, TEXT_PANEL_CAPTION,
                                   TEXT_PANEL_CONTROLS};
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float cy = r.y + r.h / 2;
    bool on = item->value > 0;
    if (item->style == STYLE_SHORT) {
        char digit[2] = {(char)('1' + item->index), 0};
        if (item->index == 0 && shows_word(s))
            scene_text_right(s, FONT_UI_REGULAR, 16, r.x - 10, cy + 6, t->text2, panels_word(s));
        DrawColour colour = on ? t->text : t->text3;
        draw_box(s->list, r, 6, on ? t->bg3 : DRAW_NONE, draw_fade(colour, 0.6F),
                 (DrawStroke){.width = 1.4F});
        scene_text_centre(s, FONT_MONO_REGULAR, 16, r.x + r.w / 2, cy + 5.5F, colour, digit);
        return;
    }
    const char *word = text_get(s->model->words, keys[item->index]);
    if (on)
        draw_fill(s->list, r, 8, t->bg3);
    else /* dashed is what is not there */
        draw_outline(s->list, r, 8, t->line2, (DrawStroke){.width = 1.4F, .on = 5, .off = 4});
    scene_text_centre(s, on ? FONT_UI_MEDIUM : FONT_UI_REGULAR, 16, r.x + r.w / 2, cy + 6,
                      on ? t->text : t->text2, word);
}

void scene_help(Scene *s, const LayoutItem *item) {
    scene_key(s, item->rect, "?", 0, s->theme->text2);
}
