/* The stage's pictures of real lessons, checked for what they show. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "draw/raster.h"
#include "lesson/lesson_say.h"
#include "platform/platform_fonts.h"
#include "window/player.h"

static const char *const lessons[] = {
    "scenarios/basics/first_coroutine.json",
    "scenarios/tasks/three_sleepers.json",
    "scenarios/queues/producer_consumer.json",
};

enum { LESSONS = sizeof lessons / sizeof *lessons, QUEUE_LESSON = 2 };

typedef struct {
    SessionContext context;
    Fonts *fonts;
    Raster *raster;
    Player player;
    Surface surface;
    DrawList list;
    ThemeId theme;
    float scale;
} Eye;

static int open_fonts(void **state) {
    char error[512];
    Fonts *fonts = platform_fonts_create(NULL, error, sizeof error);
    if (!fonts) fprintf(stderr, "%s\n", error);
    *state = fonts;
    return fonts ? 0 : -1;
}

static int close_fonts(void **state) {
    platform_fonts_destroy(*state);
    return 0;
}

static void open_eye(Eye *eye, void **state, const char *path, int width, int height,
                     ThemeId theme) {
    memset(eye, 0, sizeof *eye);
    eye->context = command_context("en");
    eye->fonts = *state;
    eye->theme = theme;
    eye->raster = raster_create(eye->fonts);
    assert_non_null(eye->raster);
    assert_true(surface_init(&eye->surface, width, height));
    draw_list_init(&eye->list);
    assert_true(player_init(&eye->player, &eye->context, eye->fonts));
    StageView view = {.width = width,
                      .height = height,
                      .zoom = 1,
                      .theme = theme,
                      .reduced_motion = true,
                      .spotlight = true,
                      .speed = 1};
    stage_set_view(eye->player.stage, &view);
    eye->scale = stage_scale(eye->player.stage);
    raster_set_scale(eye->raster, eye->scale);
    Session session;
    assert_true(session_open(&session, &eye->context, path));
    session_record_all(&session);
    assert_int_equal(session.problems.count, 0);
    player_take(&eye->player, &session);
}

static void close_eye(Eye *eye) {
    player_clear(&eye->player);
    draw_list_clear(&eye->list);
    surface_clear(&eye->surface);
    raster_destroy(eye->raster);
}

/* Draws the present moment as if nothing had been shown before. */
static void look(Eye *eye) {
    stage_forget(eye->player.stage);
    player_refresh(&eye->player, 0);
    draw_list_reset(&eye->list, stage_background(eye->player.stage));
    player_draw(&eye->player, &eye->list, 0);
    assert_false(eye->list.full);
    PixelRect all = {0, 0, eye->surface.width, eye->surface.height};
    assert_true(raster_draw(eye->raster, &eye->list, &eye->surface, all));
}

static void look_at_step(Eye *eye, uint64_t step) {
    assert_true(session_seek_step(&eye->player.session, step));
    look(eye);
}

static uint64_t hash_of(const Eye *eye) {
    uint64_t hash = UINT64_C(14695981039346656037);
    const Surface *s = &eye->surface;
    for (int y = 0; y < s->height; y++) {
        const uint32_t *row = s->pixels + (size_t)y * (size_t)s->stride;
        for (int x = 0; x < s->width; x++) hash = (hash ^ row[x]) * UINT64_C(1099511628211);
    }
    return hash;
}

static uint32_t pixel(const Eye *eye, float x, float y) {
    int px = (int)(x * eye->scale), py = (int)(y * eye->scale);
    const Surface *s = &eye->surface;
    assert_true(px >= 0 && py >= 0 && px < s->width && py < s->height);
    return s->pixels[(size_t)py * (size_t)s->stride + (size_t)px];
}

/* How many pixels of a logical rectangle have the colour. */
static int count_colour(const Eye *eye, DrawRect r, DrawColour colour) {
    int count = 0;
    const Surface *s = &eye->surface;
    int x0 = (int)(r.x * eye->scale), x1 = (int)((r.x + r.w) * eye->scale);
    int y0 = (int)(r.y * eye->scale), y1 = (int)((r.y + r.h) * eye->scale);
    for (int y = y0 < 0 ? 0 : y0; y < y1 && y < s->height; y++) {
        const uint32_t *row = s->pixels + (size_t)y * (size_t)s->stride;
        for (int x = x0 < 0 ? 0 : x0; x < x1 && x < s->width; x++) count += row[x] == colour;
    }
    return count;
}

static const LayoutItem *part(const Eye *eye, LayoutPart which) {
    return layout_part(stage_layout(eye->player.stage), which);
}

/* ---- What is where -------------------------------------------------------------------------- */

/* The row of the next line, from the snapshot's number of it and the code's place. */
static DrawRect next_row(const Eye *eye) {
    const StageLayout *layout = stage_layout(eye->player.stage);
    const LayoutItem *code = part(eye, PART_CODE);
    int row = eye->player.facts.now->line_next - 1 - layout->first_line;
    return (DrawRect){code->rect.x, code->rect.y + (float)row * CODE_LINE, code->rect.w, CODE_LINE};
}

static void check_step(Eye *eye, uint64_t step) {
    const Theme *theme = theme_get(eye->theme);
    look_at_step(eye, step);
    /* The spotlight's cover shades the colours that are looked for. */
    if (stage_model(eye->player.stage)->spotlight != SPOT_NONE) return;
    const StageLayout *layout = stage_layout(eye->player.stage);
    assert_int_equal(pixel(eye, 4, layout->height - 4), theme->bg0);
    assert_int_equal(pixel(eye, layout->width / 2, 3), theme->bg1);
    const LayoutItem *source = part(eye, PART_SOURCE_PANEL), *top = part(eye, PART_TOPBAR);
    assert_non_null(source);
    assert_true(count_colour(eye, source->rect, theme->bg1) > 10000);
    assert_true(count_colour(eye, source->rect, theme->code_keyword) > 30);
    assert_true(count_colour(eye, top->rect, theme->text) > 100);
    if (eye->player.facts.now->line_next == 0) return;
    /* An amber box around the line that runs next, and around no other. */
    int here = count_colour(eye, next_row(eye), theme->runline);
    int panel = count_colour(eye, source->rect, theme->runline);
    if (here < 500) fail_msg("%d amber pixels at step %d", here, (int)step);
    DrawRect around = draw_grow(next_row(eye), 3);
    assert_int_equal(count_colour(eye, around, theme->runline), panel);
}

static void check_lesson(void **state, const char *path, int width, int height, ThemeId theme) {
    Eye eye;
    open_eye(&eye, state, path, width, height, theme);
    uint64_t count = player_step_count(&eye.player);
    assert_true(count > 5);
    for (int i = 0; i <= 4; i++) check_step(&eye, 1 + (count - 1) * (uint64_t)i / 4);
    close_eye(&eye);
}

static void large_dark_pictures_have_the_theme_and_the_next_line(void **state) {
    for (int i = 0; i < LESSONS; i++) check_lesson(state, lessons[i], 1920, 1080, THEME_DARK);
}

static void large_light_pictures_have_the_theme_and_the_next_line(void **state) {
    for (int i = 0; i < LESSONS; i++) check_lesson(state, lessons[i], 1920, 1080, THEME_LIGHT);
}

static void small_pictures_have_the_theme_and_the_next_line(void **state) {
    check_lesson(state, lessons[1], 1280, 720, THEME_LIGHT);
    check_lesson(state, lessons[QUEUE_LESSON], 1280, 720, THEME_DARK);
}

/* ---- Steps ---------------------------------------------------------------------------------- */

/* The hash of every step's picture, in the order in which they are reached. */
static uint64_t *hashes_by(Eye *eye, SessionGo start, SessionGo go, size_t count) {
    uint64_t *hashes = calloc(count + 1, sizeof *hashes);
    assert_non_null(hashes);
    if (start == GO_END) {
        player_go(&eye->player, GO_END, 0);
        player_go(&eye->player, GO_STEP_BACK, 0);
    }
    for (size_t i = 0; i <= count; i++) {
        player_finish(&eye->player);
        assert_true(player_step(&eye->player) <= count);
        look(eye);
        hashes[player_step(&eye->player)] = hash_of(eye);
        if (i < count) assert_true(player_go(&eye->player, go, 0));
    }
    return hashes;
}

static void each_step_looks_the_same_forwards_and_backwards(void **state) {
    Eye eye;
    open_eye(&eye, state, lessons[0], 1280, 720, THEME_DARK);
    size_t count = (size_t)player_step_count(&eye.player);
    uint64_t *forwards = hashes_by(&eye, GO_START, GO_STEP, count);
    uint64_t *backwards = hashes_by(&eye, GO_END, GO_STEP_BACK, count);
    for (size_t i = 0; i <= count; i++) {
        if (forwards[i] != backwards[i]) fail_msg("step %zu has two pictures", i);
        if (i > 0) assert_int_not_equal(forwards[i], forwards[i - 1]);
    }
    look_at_step(&eye, count / 2);
    assert_int_equal(hash_of(&eye), forwards[count / 2]);
    free(forwards);
    free(backwards);
    close_eye(&eye);
}

static void lesson_steps_look_the_same_forwards_and_backwards(void **state) {
    Eye eye;
    open_eye(&eye, state, lessons[QUEUE_LESSON], 1280, 720, THEME_LIGHT);
    size_t count = (size_t)player_step_count(&eye.player);
    uint64_t hash = 0;
    for (size_t step = 7; step + 8 < count; step += 9) {
        look_at_step(&eye, step - 1);
        player_go(&eye.player, GO_STEP, 0);
        look(&eye);
        hash = hash_of(&eye);
        player_go(&eye.player, GO_STEP, 0);
        player_go(&eye.player, GO_STEP_BACK, 0);
        look(&eye);
        if (hash_of(&eye) != hash) fail_msg("step %zu has two pictures", step);
    }
    close_eye(&eye);
}

/* ---- Moments -------------------------------------------------------------------------------- */

static void a_moment_has_its_own_caption_and_spotlight(void **state) {
    Eye eye;
    char text[1024], said[1024];
    open_eye(&eye, state, lessons[QUEUE_LESSON], 1280, 720, THEME_DARK);
    int lit = 0;
    for (size_t i = 0; i < eye.player.session.moment_count; i++) {
        const SessionMoment *m = &eye.player.session.moments[i];
        player_seek(&eye.player, m->at, 0);
        look(&eye);
        const Model *model = stage_model(eye.player.stage);
        const SessionMoment *here = session_moment_here(&eye.player.session);
        assert_non_null(here);
        model_text_plain(&model->caption, text, sizeof text);
        lesson_say_unmark(lesson_text(&here->moment->say, "en"), said);
        assert_string_equal(text, said);
        if (model->spotlight == SPOT_NONE) continue;
        lit++;
        /* The cover darkens the window's corner away from the lit panel: bg0 stays bg0, text not.
         */
        DrawRect top = part(&eye, PART_TOPBAR)->rect;
        assert_int_equal(count_colour(&eye, top, theme_get(THEME_DARK)->text), 0);
    }
    assert_true(lit > 0);
    close_eye(&eye);
}

static void without_a_moment_the_caption_is_made_from_the_events(void **state) {
    Eye eye;
    char text[1024];
    open_eye(&eye, state, lessons[QUEUE_LESSON], 1280, 720, THEME_DARK);
    look_at_step(&eye, 2);
    assert_null(session_moment_here(&eye.player.session));
    model_text_plain(&stage_model(eye.player.stage)->caption, text, sizeof text);
    assert_true(strlen(text) > 5);
    close_eye(&eye);
}

/* ---- Playing -------------------------------------------------------------------------------- */

static void playing_stops_at_moments_that_pause_and_at_the_end(void **state) {
    Eye eye;
    open_eye(&eye, state, lessons[QUEUE_LESSON], 1280, 720, THEME_DARK);
    Player *p = &eye.player;
    uint64_t now = 1;
    int stops = 0, pauses = 0;
    for (size_t i = 0; i < p->session.moment_count; i++)
        pauses += p->session.moments[i].moment->pause;
    assert_true(pauses > 0);
    for (int frame = 0; frame < 20000 && !p->session.playhead.end; frame++) {
        if (!p->playing) player_play(p, true, now);
        player_finish(p);
        player_tick(p, now);
        now += UINT64_C(100000000);
        if (p->playing) continue;
        stops++;
        const SessionMoment *here = session_moment_here(&p->session);
        assert_true(p->session.playhead.end || (here && here->moment->pause));
    }
    assert_true(p->session.playhead.end);
    assert_false(p->playing);
    assert_int_equal(stops, pauses + 1);
    close_eye(&eye);
}

static void playing_is_as_much_faster_as_its_speed_says(void **state) {
    Eye eye;
    uint64_t took[PLAYER_SPEEDS];
    open_eye(&eye, state, lessons[0], 640, 360, THEME_DARK);
    for (int speed = 0; speed < PLAYER_SPEEDS; speed++) {
        uint64_t now = 1;
        player_go(&eye.player, GO_START, now);
        player_set_speed(&eye.player, speed, now);
        player_play(&eye.player, true, now);
        while (player_step(&eye.player) < 4) {
            player_finish(&eye.player);
            player_tick(&eye.player, now);
            now += UINT64_C(1000000);
        }
        took[speed] = now;
    }
    for (int speed = 1; speed < PLAYER_SPEEDS; speed++)
        assert_in_range(took[speed] * 2, took[speed - 1] * 95 / 100, took[speed - 1] * 105 / 100);
    close_eye(&eye);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_dark_pictures_have_the_theme_and_the_next_line),
        cmocka_unit_test(large_light_pictures_have_the_theme_and_the_next_line),
        cmocka_unit_test(small_pictures_have_the_theme_and_the_next_line),
        cmocka_unit_test(each_step_looks_the_same_forwards_and_backwards),
        cmocka_unit_test(lesson_steps_look_the_same_forwards_and_backwards),
        cmocka_unit_test(a_moment_has_its_own_caption_and_spotlight),
        cmocka_unit_test(without_a_moment_the_caption_is_made_from_the_events),
        cmocka_unit_test(playing_stops_at_moments_that_pause_and_at_the_end),
        cmocka_unit_test(playing_is_as_much_faster_as_its_speed_says),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
