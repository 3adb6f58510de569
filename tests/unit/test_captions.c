/* What a lesson says fits two lines on a projector, in every language that it has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "lesson/lesson_index.h"
#include "platform/platform_fonts.h"
#include "support/lesson_files.h"
#include "window/player.h"

enum { MOST_LINES = 2, SHOWN = 40 };

typedef struct {
    Fonts *fonts;
    DrawList list;
    int moments, wrong;
} Eye;

static int open_eye(void **state) {
    char error[512];
    Eye *eye = calloc(1, sizeof *eye);
    eye->fonts = platform_fonts_create(NULL, error, sizeof error);
    draw_list_init(&eye->list);
    *state = eye;
    return eye->fonts ? 0 : -1;
}

static int close_eye(void **state) {
    Eye *eye = *state;
    draw_list_clear(&eye->list);
    platform_fonts_destroy(eye->fonts);
    free(eye);
    return 0;
}

/* ---- What the caption's panel shows ---------------------------------------------------------- */

typedef struct {
    int lines;
    bool cut;
} Caption;

static bool is_text_in(const DrawCommand *c, DrawRect r) {
    return c->kind == DRAW_TEXT && draw_rect_has(r, c->x, c->y);
}

/* Lines are told apart by their baselines; what is left out ends with an ellipsis. */
static Caption read_caption(const DrawList *list, DrawRect panel) {
    Caption caption = {0, false};
    float baseline = -1;
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        if (!is_text_in(c, panel) || c->align != DRAW_ALIGN_LEFT || c->count == 0) continue;
        const char *text = list->text + c->first;
        if (c->count == 3 && memcmp(text, "\u2026", 3) == 0) caption.cut = true;
        if (c->y > baseline + 1) caption.lines++;
        baseline = c->y;
    }
    return caption;
}

static void check_moment(Eye *eye, Player *p, const char *path, const SessionMoment *m,
                         const char *language) {
    assert_true(session_seek(&p->session, m->at));
    stage_forget(p->stage);
    player_refresh(p, 0);
    draw_list_reset(&eye->list, stage_background(p->stage));
    player_draw(p, &eye->list, 0);
    const LayoutItem *panel = layout_part(stage_layout(p->stage), PART_CAPTION);
    assert_non_null(panel);
    Caption caption = read_caption(&eye->list, panel->rect);
    eye->moments++;
    if (caption.lines >= 1 && caption.lines <= MOST_LINES && !caption.cut) return;
    if (eye->wrong++ < SHOWN)
        print_error("%s: %s in %s is %d lines%s: %s\n", path, m->moment->place.path, language,
                    caption.lines, caption.cut ? " and cut" : "",
                    lesson_text(&m->moment->say, language));
}

/* ---- Lessons --------------------------------------------------------------------------------- */

static bool is_in(const LessonText *text, const char *language) {
    for (size_t i = 0; i < text->count; i++)
        if (strcmp(text->items[i].language, language) == 0) return true;
    return strcmp(language, "en") == 0;
}

static void check_in(Eye *eye, const char *path, const char *language) {
    SessionContext context = command_context(language);
    Session session;
    Player player;
    StageView view = {.width = 1920,
                      .height = 1080,
                      .zoom = 1,
                      .theme = THEME_LIGHT,
                      .reduced_motion = true,
                      .projector = true,
                      .speed = 1};
    if (!session_open(&session, &context, path)) fail_msg("%s cannot be opened", path);
    session_record_all(&session);
    assert_true(player_init(&player, &context, eye->fonts));
    player.panels = PANEL_PROJECTOR;
    stage_set_view(player.stage, &view);
    player_take(&player, &session);
    for (size_t i = 0; i < player.session.moment_count; i++) {
        const SessionMoment *m = &player.session.moments[i];
        if (is_in(&m->moment->say, language)) check_moment(eye, &player, path, m, language);
    }
    player_clear(&player);
}

static void every_caption_fits_two_lines_on_a_projector(void **state) {
    static const char *const languages[] = {"en", "es", "zh"};
    Eye *eye = *state;
    LessonContext context = {.reader = lesson_files_on_disk()};
    LessonIndex index;
    LessonProblems problems = {0};
    assert_true(lesson_index_load(&context, "scenarios/index.json", &index, &problems));
    for (size_t c = 0; c < index.chapters.count; c++) {
        const LessonStrings *paths = &index.chapters.items[c].lessons;
        for (size_t i = 0; i < paths->count; i++)
            for (size_t l = 0; l < sizeof languages / sizeof *languages; l++)
                check_in(eye, paths->items[i], languages[l]);
    }
    lesson_index_clear(&index);
    lesson_problems_clear(&problems);
    assert_true(eye->moments > 500);
    assert_int_equal(eye->wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_caption_fits_two_lines_on_a_projector, open_eye,
                                        close_eye),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
