/* Around a question: the score above, the second question and the buttons below. */
#include "window/mode.h"

#include <stdio.h>

typedef struct {
    Scene *s;
    const ScreenView *view;
    ScreenSpots *spots;
    const Mode *mode;
    const ModeRound *round;
} Bars;

/* ---- Score ---------------------------------------------------------------------------------- */

/* Checkpoints that are still to be asked: hollow marks. */
static int still_open(const Mode *mode) {
    int open = 0;
    for (size_t i = 0; i < mode->place_count; i++)
        open += mode->asked[mode->places[i].checkpoint] == ANSWER_OPEN;
    return open;
}

static void put_marks(const Bars *b, float right, float cy, int shown, int open) {
    Scene *s = b->s;
    const Theme *t = s->theme;
    const Mode *m = b->mode;
    float x = right - 24 * (float)(shown + open) + 12;
    for (int i = m->mark_count - shown; i < m->mark_count; i++, x += 24) {
        bool good = m->marks[i] == ANSWER_RIGHT;
        draw_icon(s->list, good ? ICON_DONE : ICON_FAILED, x, cy, 19, good ? t->done : t->failed);
    }
    for (int i = 0; i < open; i++, x += 24) draw_icon(s->list, ICON_CREATED, x, cy, 19, t->text3);
}

static void put_score(const Bars *b, DrawRect top, bool projector) {
    Scene *s = b->s;
    const Theme *t = s->theme;
    const Mode *m = b->mode;
    float cy = top.h / 2, right = top.w - (projector ? 18 : s->compact ? 56 : 62);
    /* The projector's bar has the step there, which can wait. */
    if (projector) draw_fill(s->list, (DrawRect){top.w - 300, 0, 300, top.h}, 0, t->bg1);
    const char *name = screen_word(b->view, TEXT_PREDICT_SCORE);
    char score[24], all[24];
    snprintf(score, sizeof score, "%d", m->right);
    snprintf(all, sizeof all, " / %d", m->answered);
    float words = scene_measure(s, FONT_UI_SEMIBOLD, 16, name) + 12 +
                  scene_measure(s, FONT_MONO_BOLD, 22, score) +
                  scene_measure(s, FONT_MONO_REGULAR, 18, all) + 18;
    int open = still_open(m), most = (int)((top.w * (s->compact ? 0.14F : 0.17F)) / 24);
    if (top.w < 900) most = 0;
    if (open > most / 2) open = most / 2;
    int shown = m->mark_count < most - open ? m->mark_count : most - open;
    float width = words + 24 * (float)(shown + open) + 28;
    DrawRect box = {right - width, cy - 21, width, 42};
    if (top.w >= 700) draw_fill(s->list, box, 8, t->bg2);
    float x = box.x + 14;
    x = scene_text(s, FONT_UI_SEMIBOLD, 16, x, cy + 6, t->text, name) + 12;
    x = scene_text(s, FONT_MONO_BOLD, 22, x, cy + 8, t->text, score);
    scene_text(s, FONT_MONO_REGULAR, 18, x, cy + 7, t->text2, all);
    put_marks(b, box.x + box.w - 12, cy, shown, open);
}

/* ---- The second question -------------------------------------------------------------------- */

static float put_chip(const Bars *b, int index, float x, float cy, float right) {
    Scene *s = b->s;
    const Theme *t = s->theme;
    const PredictOption *o = &b->round->questions[1].options[index];
    bool chosen = b->round->chosen[1] == index, shown = b->round->shown;
    FontId font = o->code ? FONT_MONO_REGULAR : FONT_UI_REGULAR;
    bool tells = shown && (o->right || chosen);
    float text = scene_measure(s, font, 16, o->name), width = text + 62 + (tells ? 24 : 0);
    if (x + width > right) width = right - x;
    if (width < 90) return x;
    DrawRect r = {x, cy - 21, width, 42};
    DrawColour line = chosen ? t->text : t->line2, fill = DRAW_NONE;
    if (shown && o->right) line = t->done, fill = t->done_tint;
    if (shown && chosen && !o->right) line = t->failed, fill = t->fail_tint;
    draw_box(s->list, r, 9, fill, line, (DrawStroke){.width = chosen ? 3 : 2});
    char letter[2] = {(char)('A' + index), 0};
    scene_key(s, (DrawRect){x + 10, cy - 13, 26, 26}, letter, 0, t->text2);
    scene_text_fit(s, font, 16, x + 46, cy + 5.5F, width - 56 - (tells ? 24 : 0), t->text, o->name);
    if (tells)
        draw_icon(s->list, o->right ? ICON_DONE : ICON_FAILED, r.x + r.w - 20, cy, 19,
                  o->right ? t->done : t->failed);
    screen_spot(b->spots, r, ACTION_ANSWER_SECOND, index);
    return x + width + 12;
}

static void put_second(const Bars *b, DrawRect r) {
    Scene *s = b->s;
    const Theme *t = s->theme;
    const PredictQuestion *q = &b->round->questions[1];
    float cy = r.y + r.h / 2, right = r.x + r.w - 16;
    draw_fill(s->list, r, 12, t->bg1);
    if (b->round->shown && b->round->chosen[1] >= 0) {
        bool good = q->options[b->round->chosen[1]].right;
        TextKey key = good ? TEXT_PREDICT_RIGHT : TEXT_PREDICT_NOT_YET;
        right = scene_text_right(s, FONT_UI_SEMIBOLD, 16, right, cy + 5.5F,
                                 good ? t->done : t->failed, screen_word(b->view, key)) -
                14;
    }
    float x = scene_text_fit(s, FONT_UI_SEMIBOLD, s->compact ? 17 : 20, r.x + 22, cy + 6.5F,
                             r.w * 0.32F, t->text, screen_word(b->view, TEXT_PREDICT_AND_OUTPUT));
    x += 22;
    for (int i = 0; i < q->count && i < 5; i++) x = put_chip(b, i, x, cy, right);
}

/* Where one question stands alone: why its answer is right. */
static void put_because(const Bars *b, DrawRect r) {
    Scene *s = b->s;
    const Theme *t = s->theme;
    draw_fill_corners(s->list, r, 12, DRAW_RIGHT, t->bg1);
    draw_fill_corners(s->list, (DrawRect){r.x, r.y, 6, r.h}, 3, DRAW_LEFT, t->runline);
    if (!b->round->count) return;
    float size = s->compact ? 20 : s->type->caption, leading = s->compact ? 28 : 33;
    SentenceStyle style = {FONT_UI_MEDIUM, size, t->text, 28, leading, 2};
    ModelSpan hint = {.kind = SPAN_QUIET, .text = screen_word(b->view, TEXT_PREDICT_HINT)};
    ModelText ask = {&hint, 1};
    const ModelText *text = b->round->shown ? &b->round->questions[0].because : &ask;
    bool one = scene_sentence_width(s, text, &style) <= r.w - 50;
    scene_sentence(s, text, &style, r.x + 26,
                   r.y + r.h / 2 - (one ? 0 : leading / 2) + size * 0.36F, r.w - 50);
}

/* ---- Buttons -------------------------------------------------------------------------------- */

/* Handles have causes; so has a state, once it is told. */
static bool can_ask_why(const ModeRound *round) {
    const PredictQuestion *q = &round->questions[0];
    if (!round->count) return false;
    return q->ask == LESSON_ASK_NEXT_HANDLE || (round->shown && q->task);
}

static void put_buttons(const Bars *b, DrawRect r) {
    const ScreenView *view = b->view;
    const ModeRound *round = b->round;
    bool shown = round->shown, open = !round->nothing;
    ScreenButton check = {shown ? TEXT_PREDICT_GO_ON : TEXT_PREDICT_CHECK,
                          screen_word(view, TEXT_KEY_ENTER_NAME), ACTION_CHECK, true};
    ScreenButton skip = {TEXT_PREDICT_SKIP, "\u2192", ACTION_SKIP, false};
    ScreenButton back = {TEXT_BACK, "\u2190", ACTION_STEP_BACK, false};
    ScreenButton why = {TEXT_WHY, "W", ACTION_WHY, false};
    ScreenButton leave = {TEXT_PREDICT_LEAVE, "P", ACTION_PREDICT, false};
    float x = r.x, y = r.y + (r.h - 46) / 2;
    if (y > view->height - 54) y = view->height - 54;
    float last = r.x + r.w - screen_button_width(b->s, view, &leave);
    bool ended = b->s->model->ended;
    if (open) x = screen_button(b->s, view, b->spots, &check, x, y) + 10;
    if (!shown && !ended) x = screen_button(b->s, view, b->spots, &skip, x, y) + 10;
    if (can_ask_why(round) && x + 120 < last)
        x = screen_button(b->s, view, b->spots, &why, x, y) + 10;
    if (x + 130 < last) screen_button(b->s, view, b->spots, &back, x, y);
    screen_button(b->s, view, b->spots, &leave, last, y);
}

void predict_bars_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, const Mode *mode,
                       const StageLayout *layout) {
    Bars b = {s, view, spots, mode, &mode->round};
    const LayoutGrid *g = &layout->grid;
    DrawRect buttons = g->transport;
    if (buttons.w <= 0) buttons = (DrawRect){12, view->height - 58, view->width - 24, 46};
    put_score(&b, g->top, layout->projector);
    if (mode->round.count == MODE_QUESTIONS)
        put_second(&b, g->caption);
    else
        put_because(&b, g->caption);
    put_buttons(&b, buttons);
}
