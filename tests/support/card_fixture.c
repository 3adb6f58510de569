#include "support/card_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "support/golden.h"
#include "support/lesson_files.h"
#include "support/text_boxes.h"

void card_fixture_view(CardFixture *f, int width, int height, ThemeId theme, bool projector) {
    f->view = (StageView){.width = width,
                          .height = height,
                          .zoom = 1,
                          .theme = theme,
                          .reduced_motion = true,
                          .projector = projector,
                          .speed = 1};
    stage_set_view(f->player.stage, &f->view);
    player_refresh(&f->player, 0);
}

CardFixture *card_fixture_create(const char *lesson, const char *language) {
    CardFixture *f = calloc(1, sizeof *f);
    Session session;
    if (!f) return NULL;
    fake_fonts_init(&f->fonts);
    f->context = (SessionContext){.reader = lesson_files_on_disk(), .language = language};
    if (!session_open(&session, &f->context, lesson) ||
        !player_init(&f->player, &f->context, &f->fonts.base)) {
        session_close(&session);
        free(f);
        return NULL;
    }
    session_record_all(&session);
    player_take(&f->player, &session);
    card_fixture_view(f, 1920, 1080, THEME_DARK, false);
    draw_list_init(&f->list);
    return f;
}

void card_fixture_destroy(CardFixture *f) {
    draw_list_clear(&f->list);
    mode_clear(&f->mode);
    player_clear(&f->player);
    free(f);
}

void card_fixture_draw(CardFixture *f) {
    const StageLayout *layout = stage_layout(f->player.stage);
    ScreenView view = {theme_get(f->view.theme),
                       theme_type(layout->projector),
                       &f->fonts.base,
                       f->player.words,
                       layout->width,
                       layout->height,
                       -1,
                       -1};
    f->spots.count = 0;
    draw_list_reset(&f->list, 0);
    mode_draw(&f->list, &view, &f->spots, &f->mode, &f->player);
    assert_false(f->list.full);
    assert_int_equal(f->list.clips, 0);
    assert_int_equal(f->list.alphas, 0);
}

void card_fixture_assert_picture(CardFixture *f, const char *name) {
    char path[128];
    snprintf(path, sizeof path, "tests/app/%s.txt", name);
    card_fixture_draw(f);
    assert_golden_list(path, &f->list);
}

void card_fixture_assert_texts_apart(CardFixture *f, const char *what, size_t least) {
    TextBoxes found = {0};
    char mistake[512];
    StageLayout empty = {.width = stage_layout(f->player.stage)->width,
                         .height = stage_layout(f->player.stage)->height};
    card_fixture_draw(f);
    text_boxes_find(&found, &f->list, &f->fonts.base, NULL);
    assert_true((size_t)found.count >= least);
    if (text_boxes_touch(&found, mistake, sizeof mistake) ||
        text_boxes_leave(&found, &empty, mistake, sizeof mistake))
        fail_msg("%s, %dx%d: %s", what, f->view.width, f->view.height, mistake);
    text_boxes_clear(&found);
}
