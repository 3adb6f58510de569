#include "window/help_signs.h"

static const float SAMPLES = 132;

static const TextKey words[HELP_SIGNS] = {
    TEXT_SIGN_TASK,  TEXT_SIGN_OTHERS, TEXT_SIGN_LANES,  TEXT_SIGN_FUTURES,
    TEXT_SIGN_TIMER, TEXT_SIGN_LINKS,  TEXT_SIGN_FLIGHT, TEXT_SIGN_SLOTS,
};

static void put_tasks(Scene *s, float x, float cy) {
    static const int numbers[] = {1, 2, 2, 9}; /* the third is an outer frame */
    for (int i = 0; i < 4; i++)
        scene_badge(s, (ModelBadge){.who = WHO_TASK, .number = numbers[i], .hollow = i == 2},
                    x + 12 + 32 * (float)i, cy, 24);
}

static void put_others(Scene *s, float x, float cy) {
    scene_badge(s, (ModelBadge){.who = WHO_CALLBACK}, x + 12, cy, 24);
    scene_badge(s, (ModelBadge){.who = WHO_THREAD, .number = 1}, x + 48, cy, 24);
    scene_badge(s, (ModelBadge){.who = WHO_GENERATOR, .number = 6 * 256 + 'A'}, x + 84, cy, 24);
}

static void put_lanes(Scene *s, float x, float cy) {
    const Theme *t = s->theme;
    DrawStroke thin = {.width = 1.4F}, card = {.width = 2};
    draw_box(s->list, (DrawRect){x, cy - 8, 24, 16}, 4, t->ready_tint, t->ready, card);
    draw_box(s->list, (DrawRect){x + 32, cy - 8, 24, 16}, 4, t->running,
             scene_dark(s) ? DRAW_NONE : t->runline, thin);
    glyph_hatch_bar(s->list, (DrawRect){x + 64, cy - 5, 24, 10}, t->waiting, x);
    glyph_cross_bar(s->list, (DrawRect){x + 96, cy - 5, 24, 10}, t->cancelled, x);
}

static void put_futures(Scene *s, float x, float cy) {
    static const DrawIcon icons[] = {ICON_PENDING, ICON_DONE, ICON_FAILED, ICON_CANCELLED};
    for (int i = 0; i < 4; i++)
        draw_icon(s->list, icons[i], x + 11 + 32 * (float)i, cy, 20,
                  scene_result_colour(s, (ModelResult)i));
}

static void put_timers(Scene *s, float x, float cy) {
    static const float shares[] = {0, 0.4F, 0.8F, 1};
    for (int i = 0; i < 4; i++)
        glyph_timer(s->list, x + 11 + 32 * (float)i, cy, 22, shares[i], s->theme->text2,
                    s->theme->bg3);
}

static void put_links(Scene *s, float x, float cy) {
    draw_line(s->list, x, cy, x + 50, cy, s->theme->runline, (DrawStroke){.width = 3, .arrow = 11});
    draw_line(s->list, x + 66, cy, x + 118, cy, s->theme->waiting,
              (DrawStroke){.width = 2, .on = 4, .off = 3, .arrow = 9});
}

static void put_flight(Scene *s, float x, float cy) {
    const Theme *t = s->theme;
    draw_line(s->list, x, cy, x + 50, cy, t->cancelled, (DrawStroke){.width = 4, .arrow = 12});
    draw_icon(s->list, ICON_SOCKET, x + 82, cy, 18, t->line2);
    draw_icon(s->list, ICON_PLUG, x + 104, cy, 18, t->line2);
}

static void put_slots(Scene *s, float x, float cy) {
    const Theme *t = s->theme;
    DrawStroke dashes = {.width = 2, .on = 4, .off = 4};
    draw_box(s->list, (DrawRect){x, cy - 10, 34, 20}, 6, t->bg3, t->text2,
             (DrawStroke){.width = 2});
    draw_outline(s->list, (DrawRect){x + 42, cy - 10, 34, 20}, 6, t->line2, dashes);
    draw_outline(s->list, (DrawRect){x + 84, cy - 10, 34, 20}, 6, t->runline, dashes);
}

void help_sign(Scene *s, const ScreenView *view, int index, float x, float cy, float width) {
    static void (*const put[HELP_SIGNS])(Scene *, float, float) = {
        put_tasks, put_others, put_lanes, put_futures, put_timers, put_links, put_flight, put_slots,
    };
    put[index](s, x, cy);
    scene_text_fit(s, FONT_UI_REGULAR, 16, x + SAMPLES, cy + 5.5F, width - SAMPLES, s->theme->text,
                   screen_word(view, words[index]));
}
