/* "You are the event loop": the question, its cards, and after the answer how it really goes on. */
#include "window/mode.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    Scene *s;
    const ScreenView *view;
    ScreenSpots *spots;
    const Mode *mode;
    const ModeRound *round;
    DrawRect inside; /* of the track */
} Card;

static const char *word(const Card *c, TextKey key) {
    return screen_word(c->view, key);
}

static const PredictQuestion *question(const Card *c) {
    return &c->round->questions[0];
}

static int right_option(const PredictQuestion *q) {
    for (int i = 0; i < q->count; i++)
        if (q->options[i].right) return i;
    return -1;
}

static bool answered_right(const Card *c, int number) {
    int chosen = c->round->chosen[number];
    return chosen >= 0 && c->round->questions[number].options[chosen].right;
}

/* ---- Heading -------------------------------------------------------------------------------- */

static TextKey verdict_key(const Card *c) {
    const PredictQuestion *q = question(c);
    bool handle = q->ask == LESSON_ASK_NEXT_HANDLE, good = answered_right(c, 0);
    int right = right_option(q), chosen = c->round->chosen[0];
    bool named = handle && right >= 0 && q->options[right].place;
    bool none = chosen < 0 || q->options[chosen].place == 0;
    if (named && (good || !none))
        return good ? TEXT_PREDICT_HANDLE_RIGHT : TEXT_PREDICT_HANDLE_NOT_YET;
    return good ? TEXT_PREDICT_HEAD_RIGHT : TEXT_PREDICT_HEAD_NOT_YET;
}

enum { VERDICT_SPANS = 12, VERDICT_WORDS = 256 };

typedef struct {
    ModelSpan spans[VERDICT_SPANS];
    int count;
    char words[VERDICT_WORDS];
    size_t used;
} Verdict;

static void add_words(Verdict *v, const char *text, size_t length) {
    if (length == 0 || v->count == VERDICT_SPANS || v->used + length + 2 > VERDICT_WORDS) return;
    char *copy = v->words + v->used;
    memcpy(copy, text, length);
    copy[length] = 0;
    v->used += length + 1;
    v->spans[v->count++] = (ModelSpan){.kind = SPAN_PLAIN, .text = copy};
}

static void add_option(Verdict *v, const PredictOption *o) {
    if (o->mark.kind == MARK_BADGE && v->count + 1 < VERDICT_SPANS) {
        v->spans[v->count++] = (ModelSpan){.kind = SPAN_BADGE, .badge = o->mark.badge};
        add_words(v, " ", 1);
    }
    add_words(v, o->name, strlen(o->name));
}

/* "Not yet (4) Task-4 wakeup: (2) Task-2 wakeup runs next": {0} is right, {1} was said. */
static void make_verdict(const Card *c, Verdict *v) {
    const PredictQuestion *q = question(c);
    const int which[] = {right_option(q), c->round->chosen[0]};
    const char *text = word(c, verdict_key(c));
    *v = (Verdict){.count = 0};
    while (*text) {
        size_t length = strcspn(text, "{");
        add_words(v, text, length);
        text += length;
        if (!*text) return;
        int option = text[1] == '0' || text[1] == '1' ? which[text[1] - '0'] : -1;
        if (option >= 0) add_option(v, &q->options[option]);
        text += strcspn(text, "}");
        if (*text) text++;
    }
}

static void put_heading(const Card *c, float baseline) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    DrawRect r = c->inside;
    float size = s->compact ? 22 : s->type->question;
    if (!c->round->shown) {
        SentenceStyle style = {FONT_UI_SEMIBOLD, size, t->text, 30, size * 1.3F, 1};
        scene_sentence(s, &question(c)->heading, &style, r.x + 4, baseline, r.w - 8);
        return;
    }
    bool good = answered_right(c, 0);
    Verdict verdict;
    make_verdict(c, &verdict);
    ModelText text = {verdict.spans, verdict.count};
    SentenceStyle style = {FONT_UI_SEMIBOLD, size, t->text, size * 1.15F, 0, 1};
    draw_icon(s->list, good ? ICON_DONE : ICON_FAILED, r.x + 17, baseline - size * 0.35F, 28,
              good ? t->done : t->failed);
    scene_sentence(s, &text, &style, r.x + 46, baseline, r.w - 50);
}

/* ---- The slot ------------------------------------------------------------------------------- */

static void put_question_mark(const Card *c, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    char text[64], number[8];
    draw_box(s->list, r, 16, t->run_tint, t->runline, (DrawStroke){.width = 3, .on = 12, .off = 8});
    bool low = r.h < 120; /* then its words are below it, in the hint */
    float size = low ? 40 : s->compact ? 64 : 84;
    scene_text_centre(s, FONT_UI_BOLD, size, r.x + r.w / 2,
                      r.y + (low ? r.h - 18 : r.h / 2 + (s->compact ? 18 : 26)), t->runline, "?");
    if (low) return;
    snprintf(number, sizeof number, "%d", question(c)->count);
    screen_fill(c->view, TEXT_PREDICT_PRESS, text, sizeof text, number, NULL, NULL);
    scene_text_centre(s, FONT_UI_REGULAR, 16, r.x + r.w / 2, r.y + r.h - 38, t->text2, text);
    scene_text_centre(s, FONT_UI_REGULAR, 16, r.x + r.w / 2, r.y + r.h - 15, t->text2,
                      word(c, TEXT_PREDICT_PRESS_2));
}

static void put_right_card(const Card *c, const PredictOption *o, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    draw_box(s->list, r, 12, scene_dark(s) ? t->bg2 : t->bg1, t->done, (DrawStroke){.width = 2});
    bool low = r.h < 70; /* the tick alone says that it is right */
    float x = r.x + 14, cy = low ? r.y + r.h / 2 : r.y + 28;
    if (o->mark.kind != MARK_NOTHING) {
        mode_put_mark(s, &o->mark, x + 14, cy, 28);
        x += 38;
    }
    scene_text_fit(s, o->code ? FONT_MONO_SEMIBOLD : FONT_UI_SEMIBOLD, 18, x, cy + 6,
                   r.x + r.w - x - (low ? 34 : 10), t->text, o->name);
    if (low) {
        draw_icon(s->list, ICON_DONE, r.x + r.w - 19, cy, 19, t->done);
        return;
    }
    float y = r.y + r.h - 17;
    draw_icon(s->list, ICON_DONE, r.x + 23, y - 5, 19, t->done);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, r.x + 38, y, r.w - 48, t->done,
                   word(c, TEXT_PREDICT_RIGHT_ANSWER));
}

/* Of the right card, in the slot. */
static DrawRect right_place(const Card *c, DrawRect slot) {
    bool handle = question(c)->ask == LESSON_ASK_NEXT_HANDLE;
    float top = handle ? 52 : 18, height = slot.h < 200 ? 76 : 84;
    /* A low slot has no room for it below its heading. */
    if (top + height > slot.h - 6) top = 6;
    if (top + height > slot.h - 6) height = slot.h - 12;
    return (DrawRect){slot.x + 14, slot.y + top, slot.w - 28, height};
}

static void put_slot(const Card *c, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    const PredictQuestion *q = question(c);
    bool handle = q->ask == LESSON_ASK_NEXT_HANDLE;
    int right = right_option(q);
    if (!c->round->shown)
        put_question_mark(c, r);
    else {
        glyph_glow(s->list, r, 16, t->running);
        draw_box(s->list, r, 16, t->run_tint, t->runline, (DrawStroke){.width = 3});
    }
    if (handle) {
        draw_icon(s->list, ICON_RUNNING, r.x + 28, r.y + 28, 22, t->runline);
        scene_heading(s, r.x + 46, r.y + 34, t->runtext, word(c, TEXT_RUNNING));
    }
    if (!c->round->shown || right < 0) return;
    DrawRect card = right_place(c, r);
    if (c->mode->motion.flying <= 0) put_right_card(c, &q->options[right], card);
    if (c->round->count == 1) return; /* then its reason stands in the caption's place */
    float below = card.y + card.h + 24;
    int lines = (int)((r.y + r.h - 10 - below) / 21) + 1;
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text, 20, 21, lines < 1 ? 1 : lines};
    /* The order below it says it too. */
    bool cut = handle && lines <= 1 && scene_sentence_width(s, &q->because, &style) > r.w - 34;
    if (!cut && below < r.y + r.h - 4)
        scene_sentence(s, &q->because, &style, r.x + 18, below, r.w - 34);
}

/* ---- Cards ---------------------------------------------------------------------------------- */

typedef struct {
    DrawColour fill, line, text;
    float width;
    bool dashed;
} Look;

static Look look_of(const Card *c, const PredictOption *o, bool chosen, bool hover) {
    const Theme *t = c->s->theme;
    bool handle = o->place > 0;
    Look look = {scene_dark(c->s) ? t->bg2 : t->bg1, t->line2, t->text, 2, false};
    if (handle) look.fill = t->ready_tint, look.line = t->ready;
    if (hover && !c->round->shown) look.fill = t->bg3;
    if (!c->round->shown && chosen) look.line = t->text, look.width = 4;
    if (!c->round->shown) return look;
    if (o->right && handle) return (Look){DRAW_NONE, t->line2, t->text2, 2, true};
    if (o->right) return (Look){t->done_tint, t->done, t->text, 3, false};
    if (chosen) return (Look){t->fail_tint, t->failed, t->text, 3, false};
    return look;
}

static const char *place_word(const Card *c, int place, char *out, size_t size) {
    static const TextKey keys[] = {TEXT_PLACE_TH, TEXT_PLACE_ST, TEXT_PLACE_ND, TEXT_PLACE_RD};
    char number[8];
    int last = place % 10;
    bool teen = place / 10 % 10 == 1;
    snprintf(number, sizeof number, "%d", place % 100000);
    return screen_fill(c->view, teen || last > 3 ? TEXT_PLACE_TH : keys[last], out, size, number,
                       NULL, NULL);
}

/* At the card's right: whether it was meant, or where it stands. Returns where the name must end.
 */
/* The name has the first right to the room: without the words the sign stands alone. */
static float put_verdict(const Card *c, const PredictOption *o, bool chosen, DrawRect r, float y,
                         float name_end) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    char text[32];
    float right = r.x + r.w - 14;
    if (!c->round->shown) return right;
    if (chosen || (o->right && !o->place)) {
        TextKey key = chosen ? TEXT_PREDICT_YOUR_ANSWER : TEXT_PREDICT_RIGHT_ANSWER;
        DrawColour colour = o->right ? t->done : t->failed;
        float x = right, words = scene_measure(s, FONT_UI_SEMIBOLD, 16, word(c, key));
        if (name_end + 40 + words < right)
            x = scene_text_right(s, FONT_UI_SEMIBOLD, 16, right, y, colour, word(c, key));
        else
            x += 6;
        draw_icon(s->list, o->right ? ICON_DONE : ICON_FAILED, x - 15, y - 6, 19, colour);
        return x - 30;
    }
    if (!o->place) return right;
    return scene_text_right(s, FONT_UI_SEMIBOLD, 16, right, y, t->ready,
                            place_word(c, o->place, text, sizeof text)) -
           10;
}

/* On two lines where it has nothing below it and no room in one. */
static void put_name(const Card *c, const PredictOption *o, float x, float base, float width,
                     DrawColour colour, bool two) {
    enum { LEADING = 23 };
    Scene *s = c->s;
    const char *name = o->name;
    FontId font = o->code ? FONT_MONO_SEMIBOLD : FONT_UI_SEMIBOLD;
    if (two && scene_measure(s, font, 18, name) > width) {
        size_t whole = strlen(name), next = whole;
        size_t length = fonts_break(s->fonts, font, 18, name, whole, width, &next);
        draw_text(s->list, font, 18, x, base - LEADING / 2.0F, colour, name, length);
        name += next, base += LEADING / 2.0F;
    }
    scene_text_fit(s, font, 18, x, base, width, colour, name);
}

static void put_option(const Card *c, int index, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    const PredictOption *o = &question(c)->options[index];
    bool chosen = c->round->chosen[0] == index;
    bool hover = draw_rect_has(r, c->view->pointer_x, c->view->pointer_y);
    bool was_here = c->round->shown && o->right && o->place;
    Look look = look_of(c, o, chosen, hover);
    DrawStroke stroke = {.width = look.width};
    if (look.dashed) stroke.on = 7, stroke.off = 5;
    draw_box(s->list, r, 12, look.fill, look.line, stroke);
    char digit[2] = {(char)('1' + index), 0};
    DrawRect key = {r.x + 14, r.y + r.h / 2 - 20, 36, 40};
    bool full = chosen && !c->round->shown;
    draw_box(s->list, key, 7, full ? t->text : DRAW_NONE, full ? t->text : t->line2,
             (DrawStroke){.width = 1.5F});
    scene_text_centre(s, FONT_MONO_REGULAR, 20, key.x + key.w / 2, key.y + 27,
                      full ? t->bg1 : t->text2, digit);
    float x = key.x + key.w + 16;
    const ModelText *about = c->round->shown && o->because.count ? &o->because : &o->about;
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text2, 20, 21, 1};
    float text = x + (o->mark.kind != MARK_NOTHING ? 38 : 0), width = r.x + r.w - 14 - text;
    if (r.h >= 84 && scene_sentence_width(s, about, &style) > width) style.lines = 2;
    bool alone = !o->about.count && !was_here && !o->because.count;
    float base = alone ? r.y + r.h / 2 + 6 : r.y + 36;
    if (r.h < 84 && !alone) base = r.y + r.h / 2 - 5;
    bool low = r.h >= 84 && r.h < 100 && !alone;
    if (low) base = r.y + 29;
    if (o->mark.kind != MARK_NOTHING) {
        mode_put_mark(s, &o->mark, x + 13, base - 6, 27);
        x += 38;
    }
    FontId font = o->code ? FONT_MONO_SEMIBOLD : FONT_UI_SEMIBOLD;
    float end = x + scene_measure(s, font, 18, o->name);
    float right = put_verdict(c, o, chosen, r, base, end);
    put_name(c, o, x, base, right - x, look.text, alone && r.h >= 52);
    float under = base + (low ? 24 : 27);
    if (was_here)
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, under, width, t->text2,
                       word(c, TEXT_PREDICT_IN_SLOT));
    else
        scene_sentence(s, about, &style, x, under, width);
    screen_spot(c->spots, r, ACTION_ANSWER, index);
}

/* Two or three columns, so that no card is lower than its two lines. */
static DrawRect option_place(const Card *c, DrawRect r, int i) {
    int count = question(c)->count;
    int columns = r.w < 420 ? 1 : count > 6 && r.w > 800 ? 3 : 2;
    int rows = (count + columns - 1) / columns;
    float gap = 14, w = (r.w - gap * (float)(columns - 1)) / (float)columns;
    float h = (r.h - gap * (float)(rows - 1)) / (float)rows;
    if (h > 124) h = 124;
    return (DrawRect){r.x + (w + gap) * (float)(i % columns),
                      r.y + (h + gap) * (float)(i / columns), w, h};
}

static void put_options(const Card *c, DrawRect r) {
    for (int i = 0; i < question(c)->count; i++) put_option(c, i, option_place(c, r, i));
}

/* The right card on its way from its place into the slot. */
static void put_flight(const Card *c, DrawRect slot, DrawRect options) {
    int right = right_option(question(c));
    float left = c->mode->motion.flying;
    if (!c->round->shown || right < 0 || left <= 0) return;
    DrawRect to = right_place(c, slot), from = option_place(c, options, right);
    DrawRect r = {to.x + (from.x - to.x) * left, to.y + (from.y - to.y) * left, to.w, to.h};
    put_right_card(c, &question(c)->options[right], r);
}

/* ---- The order, after the answer ------------------------------------------------------------ */

static const PredictOption *at_place(const PredictQuestion *q, int place) {
    for (int i = 0; i < q->count; i++)
        if (q->options[i].place == place) return &q->options[i];
    return NULL;
}

/* Less high than this its lines stand closer. */
static const float LOW_CARD = 80;

static void put_order_card(const Card *c, const PredictOption *o, int place, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    int chosen = c->round->chosen[0];
    bool said = chosen >= 0 && &question(c)->options[chosen] == o;
    DrawColour line = o->right ? t->done : said ? t->failed : t->line2;
    char text[32];
    float name = r.y + (r.h < LOW_CARD ? 28 : 33), about = name + (r.h < LOW_CARD ? 27 : 29);
    draw_box(s->list, r, 10, scene_dark(s) ? t->bg2 : t->bg1, line, (DrawStroke){.width = 2});
    float x = scene_text(s, FONT_MONO_SEMIBOLD, 20, r.x + 12, name, o->right ? t->done : t->text,
                         place_word(c, place, text, sizeof text)) +
              24;
    mode_put_mark(s, &o->mark, x, name - 7, 26);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, x + 22, name - 1, r.x + r.w - x - 32, t->text, o->name);
    int lines = (int)((r.h - 50) / 21);
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text2, 20, 21, lines < 1 ? 1 : lines};
    if (about + 8 <= r.y + r.h) scene_sentence(s, &o->about, &style, r.x + 14, about, r.w - 26);
}

static void put_order(const Card *c, DrawRect r) {
    enum { MOST = 5 };
    Scene *s = c->s;
    const Theme *t = s->theme;
    const PredictQuestion *q = question(c);
    int places[MOST], count = 0;
    /* Handles that read alike share a card, so that a place may be missing. */
    for (int place = 1; place <= PREDICT_OPTIONS * 4 && count < MOST; place++)
        if (at_place(q, place)) places[count++] = place;
    draw_box(s->list, r, 14, scene_dark(s) ? t->bg2 : t->bg1, t->line2,
             (DrawStroke){.width = 1.5F});
    bool low = r.h < LOW_CARD + 62;
    float top = r.y + (low ? 37 : 46);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 18, r.x + 20, r.y + (low ? 26 : 32), r.w - 40, t->text,
                   word(c, TEXT_PREDICT_ORDER));
    float gap = 40, w = (r.w - 40 - gap * (float)(count - 1)) / (float)(count ? count : 1);
    if (w > 380) w = 380;
    float h = r.y + r.h - top - (low ? 12 : 16);
    if (h > 118) h = 118;
    for (int i = 0; i < count; i++) {
        float x = r.x + 20 + (w + gap) * (float)i;
        put_order_card(c, at_place(q, places[i]), places[i], (DrawRect){x, top, w, h});
        if (i > 0)
            draw_line(s->list, x - 6, top + h / 2, x - gap + 6, top + h / 2, t->text2,
                      (DrawStroke){.width = 2, .arrow = 9});
    }
}

/* Below the cards: the causes that are asked for, the order, or why the answer is right. */
static void put_below(const Card *c, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    const PredictQuestion *q = question(c);
    if (r.h < 100) return;
    if (c->mode->asks_why) {
        if (r.h > 190) r.h = 190;
        mode_put_popover(s, r, -1, false);
        SentenceStyle style = {FONT_UI_SEMIBOLD, 18, t->text, 24, 24, 1};
        scene_sentence(s, &c->mode->why.is, &style, r.x + 20, r.y + 34, r.w - 40);
        DrawRect chain = {r.x + 12, r.y + 48, r.w - 24, r.h - 56};
        mode_put_chain(s, c->view, c->spots, &c->mode->why, c->mode->cause, chain);
        return;
    }
    bool handle = q->ask == LESSON_ASK_NEXT_HANDLE && at_place(q, 1);
    if (c->round->shown && handle) put_order(c, r);
    if (c->round->shown || !handle) return;
    /* Dashed is not yet: where the order will be told. */
    draw_outline(s->list, r, 14, t->line2, (DrawStroke){.width = 1.5F, .on = 7, .off = 6});
    scene_text_centre(s, FONT_UI_REGULAR, 16, r.x + r.w / 2, r.y + r.h / 2 + 6, t->text2,
                      word(c, TEXT_PREDICT_LATER));
}

/* ---- Where nothing can be asked -------------------------------------------------------------- */

static void put_nothing(const Card *c) {
    Scene *s = c->s;
    DrawRect r = c->inside;
    bool ended = s->model->ended;
    screen_paragraph(s, FONT_UI_SEMIBOLD, s->compact ? 22 : s->type->question, r.x + 4, r.y + 40,
                     r.w - 8, s->theme->text,
                     word(c, ended ? TEXT_PREDICT_ENDED_IS : TEXT_PREDICT_NOBODY_IS), 2);
}

void predict_card_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, const Mode *mode,
                       const StageLayout *layout) {
    DrawRect inside = layout->grid.popover;
    if (inside.w < 400 || inside.h < 160) /* the stage is not shown: the question is all the same */
        inside = (DrawRect){24, layout->grid.top.h + 24, view->width - 48,
                            layout->grid.caption.y - layout->grid.top.h - 40};
    Card c = {s, view, spots, mode, &mode->round, inside};
    if (layout->grid.popover.w < 400 || layout->grid.popover.h < 160)
        draw_fill(s->list, draw_grow(inside, 12), 14, s->theme->bg1);
    if (mode->round.nothing) {
        put_nothing(&c);
        return;
    }
    const PredictQuestion *q = question(&c);
    bool compact = s->compact;
    float top = inside.y + (compact ? 46 : 62);
    put_heading(&c, inside.y + (compact ? 28 : 34));
    float room = inside.y + inside.h - top;
    int rows = q->count > 6 ? 3 : (q->count + 1) / 2;
    float cards = (float)rows * (compact ? 88 : 124) + 14 * (float)(rows - 1);
    float least = compact ? 0.62F : 0.58F;
    if (cards < room * 0.5F) cards = room * 0.5F;
    bool order = c.round->shown && q->ask == LESSON_ASK_NEXT_HANDLE;
    if (cards > room * least && (order || mode->asks_why)) cards = room * least;
    if (cards > room) cards = room;
    float slot = inside.w * 0.24F;
    DrawRect place = {inside.x, top, slot, cards};
    DrawRect options = {inside.x + slot + 24, top, inside.w - slot - 24, cards};
    put_slot(&c, place);
    put_options(&c, options);
    put_flight(&c, place, options);
    float below = top + cards + 18;
    put_below(&c, (DrawRect){inside.x, below, inside.w, inside.y + inside.h - below});
}
