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

static float chip_width(const Bars *b, int index) {
    const PredictOption *o = &b->round->questions[1].options[index];
    bool tells = b->round->shown && (o->right || b->round->chosen[1] == index);
    float text = scene_measure(b->s, o->code ? FONT_MONO_REGULAR : FONT_UI_REGULAR, 16, o->name);
    return text + 62 + (tells ? 24 : 0);
}

static void put_chip(const Bars *b, int index, DrawRect r) {
    Scene *s = b->s;
    const Theme *t = s->theme;
    const PredictOption *o = &b->round->questions[1].options[index];
    bool chosen = b->round->chosen[1] == index, shown = b->round->shown;
    FontId font = o->code ? FONT_MONO_REGULAR : FONT_UI_REGULAR;
    bool tells = shown && (o->right || chosen);
    float cy = r.y + r.h / 2;
    DrawColour line = chosen ? t->text : t->line2, fill = DRAW_NONE;
    if (shown && o->right) line = t->done, fill = t->done_tint;
    if (shown && chosen && !o->right) line = t->failed, fill = t->fail_tint;
    draw_box(s->list, r, 9, fill, line, (DrawStroke){.width = chosen ? 3 : 2});
    char letter[2] = {(char)('A' + index), 0};
    float key = r.h < 34 ? 22 : 26;
    scene_key(s, (DrawRect){r.x + 10, cy - key / 2, 26, key}, letter, 0, t->text2);
    scene_text_fit(s, font, 16, r.x + 46, cy + 5.5F, r.w - 56 - (tells ? 24 : 0), t->text, o->name);
    if (tells)
        draw_icon(s->list, o->right ? ICON_DONE : ICON_FAILED, r.x + r.w - 20, cy, 19,
                  o->right ? t->done : t->failed);
    screen_spot(b->spots, r, ACTION_ANSWER_SECOND, index);
}

/* In one row: short ones have what they need, long ones share the rest. */
static void put_chip_row(const Bars *b, int from, int to, DrawRect r) {
    static const float GAP = 12;
    float x = r.x, rest = 0;
    for (int i = from; i < to; i++) rest += chip_width(b, i) + (i > from ? GAP : 0);
    for (int i = from; i < to; i++) {
        int left = to - i;
        float room = r.x + r.w - x, width = chip_width(b, i);
        float part = (room - GAP * (float)(left - 1)) / (float)left;
        rest -= width + GAP; /* what those behind it ask for */
        if (left > 1 && rest > room - width - GAP && width > part) width = part;
        if (left == 1 && width > room) width = room;
        if (width < 60) return;
        put_chip(b, i, (DrawRect){x, r.y, width, r.h});
        x += width + GAP;
    }
}

/* On two rows where one has no room for all. */
static void put_chips(const Bars *b, int count, DrawRect bar, float x, float right) {
    float cy = bar.y + bar.h / 2, sum = 12 * (float)(count - 1);
    for (int i = 0; i < count; i++) sum += chip_width(b, i);
    if (sum <= right - x || count < 3 || bar.h < 62) {
        put_chip_row(b, 0, count, (DrawRect){x, cy - 21, right - x, 42});
        return;
    }
    int upper = (count + 1) / 2;
    put_chip_row(b, 0, upper, (DrawRect){x, cy - 30, right - x, 28});
    put_chip_row(b, upper, count, (DrawRect){x, cy + 2, right - x, 28});
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
    put_chips(b, q->count < 5 ? q->count : 5, r, x, right);
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
