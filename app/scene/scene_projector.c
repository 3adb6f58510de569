/* What looks otherwise on a projector: fewer words, larger ones, and one thin line for the run. */
#include "scene/scene.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const float HINT_SIZE = 16;

bool scene_projected(const Scene *s) {
    return s->view->layout->projector && !s->view->layout->single;
}

/* ---- Top bar --------------------------------------------------------------------------------- */

static float fact_width(Scene *s, TextKey name, const char *value) {
    return scene_measure(s, FONT_UI_REGULAR, 16, text_get(s->model->words, name)) + 8 +
           scene_measure(s, FONT_MONO_SEMIBOLD, 16, value);
}

/* "iteration 21", ending at x; returns where it begins. */
static float put_fact(Scene *s, float x, float baseline, TextKey name, const char *value,
                      const char *quiet) {
    const Theme *t = s->theme;
    float width = fact_width(s, name, value), rest = scene_measure(s, FONT_MONO_REGULAR, 16, quiet);
    float at = x - width - rest;
    float end =
        scene_text(s, FONT_UI_REGULAR, 16, at, baseline, t->text2, text_get(s->model->words, name));
    end = scene_text(s, FONT_MONO_SEMIBOLD, 16, end + 8, baseline, t->text, value);
    scene_text(s, FONT_MONO_REGULAR, 16, end, baseline, t->text3, quiet);
    return at;
}

static float put_clock(Scene *s, float x, float middle) {
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    char clock[40];
    float size = s->type->clock;
    int64_t ns = s->view->layout->time_ns;
    uint64_t ms = ((uint64_t)(ns > 0 ? ns : 0) + 500000) / 1000000;
    snprintf(clock, sizeof clock, "%" PRIu64 ".%03" PRIu64, ms / 1000, ms % 1000);
    float end = scene_text(s, FONT_MONO_REGULAR, 24, x, middle + 9, t->text2,
                           text_get(words, TEXT_CLOCK_NAME));
    float digits = end + 12;
    end = scene_text(s, FONT_MONO_BOLD, size, digits, middle + size * 0.365F, t->text, clock);
    float room = digits + scene_measure(s, FONT_MONO_BOLD, size, "00.000");
    end = scene_text(s, FONT_MONO_REGULAR, 24, end + 10, middle + 9, t->text2,
                     text_get(words, TEXT_CLOCK_UNIT));
    return end > room ? end : room;
}

/* What is too long for one line stands on two. */
static void put_title(Scene *s, const char *title, float size, float middle, float width) {
    const float left = 65, leading = 21;
    DrawColour ink = s->theme->text;
    if (scene_measure(s, FONT_UI_SEMIBOLD, size, title) > width) {
        size_t whole = strlen(title), next = whole;
        size_t length = fonts_break(s->fonts, FONT_UI_SEMIBOLD, size, title, whole, width, &next);
        draw_text(s->list, FONT_UI_SEMIBOLD, size, left, middle + 6 - leading / 2, ink, title,
                  length);
        title += next, middle += leading / 2 - 2;
    }
    scene_text_fit(s, FONT_UI_SEMIBOLD, size, left, middle + 8, width, ink, title);
}

void scene_projector_topbar(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    const ModelTop *top = &s->model->top;
    float middle = r.h / 2;
    char steps[40];
    draw_fill(s->list, r, 0, t->bg1);
    glyph_mark(s->list, 35, middle, 34, t->runline, t->line2);
    snprintf(steps, sizeof steps, " / %s", top->steps);
    float right = put_fact(s, r.w - 18, middle + 6, TEXT_STEP, top->step, steps);
    right = put_fact(s, right - 26, middle + 6, TEXT_ITERATION, top->iteration, "") - 24;
    float clock = r.w * 0.355F;
    const char *title = top->what_if ? top->chapter : top->title;
    /* A long title is set smaller before it is cut. */
    float width = clock - 65 - 24, size = s->type->title;
    while (size > 16 && scene_measure(s, FONT_UI_SEMIBOLD, size, title) > width) size -= 1;
    put_title(s, title, size, middle, width);
    float x = put_clock(s, clock, middle) + 36;
    bool runs = top->clock_runs || s->view->layout->time_runs;
    if (x + 60 > right) return;
    bool stuck = top->stuck && !runs;
    draw_icon(s->list,
              stuck  ? ICON_FAILED
              : runs ? ICON_RUNNING
                     : ICON_WAITING,
              x, middle, 18,
              stuck  ? t->failed
              : runs ? t->runline
                     : t->text2);
    const char *hold = runs ? text_get(s->model->words, TEXT_HOLD_WAIT_1) : top->hold[0];
    if (stuck) hold = top->hold[1]; /* "the loop is stuck" says it in one line */
    scene_text_fit(s, FONT_UI_REGULAR, 16, x + 18, middle + 6, right - x - 18, t->text2, hold);
}

/* ---- Ready queue ----------------------------------------------------------------------------- */

void scene_projector_ready(Scene *s, DrawRect r) {
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    draw_box(s->list, draw_grow(r, 14), 16, t->bg1, t->line2, (DrawStroke){.width = 1.5F});
    float size = s->type->title * 0.9F;
    float end = scene_text_fit(s, FONT_UI_SEMIBOLD, size, r.x + 2, r.y + 16, r.w, t->text,
                               text_get(words, TEXT_READY_QUEUE));
    const char *rule = text_get(words, TEXT_FIRST_IN_FIRST_OUT);
    if (end + 24 + scene_measure(s, FONT_UI_REGULAR, 16, rule) > r.x + r.w) return;
    scene_text_right(s, FONT_UI_REGULAR, 16, r.x + r.w - 2, r.y + 16, t->text2, rule);
}

void scene_projector_card(Scene *s, const ModelCard *card, DrawRect r) {
    const Theme *t = s->theme;
    float pad = 12, width = r.w - 2 * pad, top = r.y + 25;
    DrawColour ink = card->throws ? t->cancelled : t->ready;
    scene_badge(s, card->badge, r.x + pad + 14, top, 29);
    float place = scene_measure(s, FONT_UI_SEMIBOLD, 16, card->place);
    if (place < width - 36)
        scene_text_right(s, FONT_UI_SEMIBOLD, 16, r.x + r.w - pad, top + 6, ink, card->place);
    else
        scene_text_fit(s, FONT_UI_SEMIBOLD, 16, r.x + pad + 36, top + 6, width - 36, ink,
                       card->place);
    /* "Ann wakes" of all of them, or of none. */
    bool name = card->badge.who != WHO_TASK &&
                scene_measure(s, FONT_UI_SEMIBOLD, s->type->card, card->name) <= width;
    bool because = scene_measure(s, FONT_UI_REGULAR, 16, card->because) <= width;
    scene_text_fit(s, FONT_UI_SEMIBOLD, s->type->card, r.x + pad, r.y + 64, width, t->text,
                   name ? card->name : card->name_short);
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + pad, r.y + 89, width, t->text,
                   because ? card->because : card->because_short);
}

/* ---- Seats ----------------------------------------------------------------------------------- */

/* Badge and glyph, name, and the state's word alone. */
void scene_projector_seat(Scene *s, const ModelSeat *seat, DrawRect r) {
    const Theme *t = s->theme;
    float pad = 12, width = r.w - 2 * pad;
    scene_badge(s, seat->badge, r.x + pad + 13, r.y + 25, 27);
    draw_icon(s->list, scene_state_icon(seat->state), r.x + r.w - pad - 10, r.y + 25, 22,
              scene_state_colour(s, seat->state));
    scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->code, r.x + pad, r.y + 62, width, t->text,
                   seat->label);
    ModelText word = {seat->why.spans, seat->why.count ? 1 : 0};
    SentenceStyle style = {FONT_UI_SEMIBOLD, 16, t->text, 22, 0, 1};
    scene_sentence(s, &word, &style, r.x + pad, r.y + 89, width);
}

/* ---- Caption --------------------------------------------------------------------------------- */

/* How wide the sentence is on one line. */
static float sentence_width(Scene *s, const ModelText *text, float size, float badge) {
    float width = 0;
    for (int i = 0; i < text->count; i++) {
        const ModelSpan *span = &text->spans[i];
        FontId font = span->kind == SPAN_CODE ? FONT_MONO_SEMIBOLD : FONT_UI_SEMIBOLD;
        width += span->kind == SPAN_BADGE ? badge + 4 : scene_measure(s, font, size, span->text);
    }
    return width;
}

/* As large as fits: two lines, or three of smaller ones. */
void scene_projector_caption(Scene *s, const LayoutItem *item) {
    static const struct {
        float share;
        int lines;
    } sizes[] = {{1, 2}, {0.86F, 2}, {0.72F, 3}, {0.62F, 3}, {0.53F, 4}};
    const int count = sizeof sizes / sizeof *sizes;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    draw_box(s->list, r, 12, t->bg1, t->text, (DrawStroke){.width = 1.5F});
    draw_fill_corners(s->list, (DrawRect){r.x, r.y, 14, r.h}, 12, DRAW_LEFT, t->runline);
    float left = r.x + 36, width = r.w - 36 - 28, size = 0, leading = 0;
    int i = 0;
    for (; i < count; i++) {
        size = s->type->caption * sizes[i].share;
        leading = size * 1.42F;
        bool tall = leading * (float)sizes[i].lines > r.h - 12;
        /* Lines break at words, so that each loses a little. */
        float room = width * (float)sizes[i].lines * 0.93F;
        if (!tall && sentence_width(s, &s->model->caption, size, size * 1.1F) <= room) break;
    }
    int lines = sizes[i < count ? i : count - 1].lines;
    while (lines > 1 && leading * (float)lines > r.h - 8) lines--;
    SentenceStyle style = {FONT_UI_SEMIBOLD, size, t->text, size * 1.1F, leading, lines};
    float used = sentence_width(s, &s->model->caption, size, size * 1.1F);
    int needed = used <= width ? 1 : (int)(used / (width * 0.96F)) + 1;
    if (used > width && needed < 2) needed = 2;
    if (needed > lines) needed = lines;
    float middle = r.y + r.h / 2 - leading * (float)(needed - 1) / 2;
    scene_sentence(s, &s->model->caption, &style, left, middle + size * 0.36F, width);
}

/* ---- The foot -------------------------------------------------------------------------------- */

void scene_scrub(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float y = r.y + r.h / 2, x = r.x + r.w * item->value;
    DrawStroke stroke = {.width = 6, .cap = DRAW_CAP_ROUND};
    draw_line(s->list, x, y, r.x + r.w, y, t->line, stroke);
    draw_line(s->list, r.x, y, x, y, t->runline, stroke);
    for (int i = 0; i < s->model->moment_count; i++) {
        float at = r.x + r.w * s->model->moment_shares[i];
        draw_icon(s->list, ICON_DIAMOND, at, y, 15, t->text);
        draw_icon(s->list, ICON_DIAMOND, at, y, 10, t->bg0);
    }
    draw_disc(s->list, x, y, 10, t->runline);
    draw_disc(s->list, x, y, 4, t->bg1);
}

void scene_hint(Scene *s, const LayoutItem *item) {
    static const struct {
        const char *cap;
        TextKey key, word;
    } hints[HINT_COUNT] = {
        [HINT_MOMENT_BACK] = {NULL, TEXT_KEY_PAGE_UP_NAME, TEXT_HINT_BACK},
        [HINT_MOMENT] = {NULL, TEXT_KEY_PAGE_DOWN_NAME, TEXT_HINT_NEXT},
        [HINT_SPOTLIGHT] = {"S", TEXT_COUNT, TEXT_HINT_SPOTLIGHT},
        [HINT_WHY] = {"W", TEXT_COUNT, TEXT_HINT_WHY},
        [HINT_HELP] = {"?", TEXT_COUNT, TEXT_HINT_HELP},
    };
    const TextTable *words = s->model->words;
    DrawRect r = item->rect, cap = {r.x, r.y + 2, item->value, 26};
    const char *name = hints[item->id].cap;
    scene_key(s, cap, name ? name : text_get(words, hints[item->id].key), 0, s->theme->text2);
    scene_text(s, FONT_UI_REGULAR, HINT_SIZE, r.x + item->value + 10, r.y + r.h / 2 + 6,
               s->theme->text2, text_get(words, hints[item->id].word));
}
