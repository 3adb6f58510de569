/* Texts lie in their boxes and never on each other: all lessons and crowds, all sizes, on screen
   and projector, in a language whose words are two fifths longer than English. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "platform/platform_files.h"
#include "platform/platform_fonts.h"
#include "support/stage_fixture.h"
#include "support/text_boxes.h"
#include "window/mode.h"
#include "window/player.h"

static const struct {
    int width, height;
} sizes[] = {{1280, 720},  {1366, 768},  {1600, 900}, {1920, 1080}, {2560, 1440},
             {3840, 2160}, {1080, 1920}, {960, 540},  {800, 450},   {640, 360}};

enum { SIZES = sizeof sizes / sizeof *sizes, MOST_WORD = 512, SHOWN = 20 };

static TextTable longer; /* made from English */
static char longer_words[TEXT_COUNT][MOST_WORD];
static const char *longer_texts[TEXT_COUNT];

typedef struct {
    Fonts *fonts;
    DrawList list;
    TextBoxes boxes;
    int wrong;
} Eye;

/* ---- The long language ---------------------------------------------------------------------- */

/* Words are drawn out where they have a vowel; {0} stays what it is. */
static void draw_out(char *out, size_t size, const char *word) {
    size_t at = 0, length = strlen(word), more = length * 2 / 5 + 1;
    for (const char *p = word; *p && at + 3 < size; p++) {
        out[at++] = *p;
        bool vowel = strchr("aeiou", *p) != NULL;
        for (int twice = 0; vowel && more > 0 && twice < 2 && at + 2 < size; twice++, more--)
            out[at++] = *p;
    }
    while (more-- > 0 && length > 2 && at + 2 < size) out[at++] = 'o';
    out[at] = 0;
}

static void make_longer(void) {
    longer = text_english;
    for (size_t i = 0; i < sizeof longer.parts / sizeof *longer.parts; i++)
        longer.parts[i] = longer_texts;
    for (int i = 0; i < TEXT_COUNT; i++) {
        const char *word = text_find(&text_english, (TextKey)i);
        longer_texts[i] = word;
        if (!word || strlen(word) < 2 || strlen(word) * 2 > MOST_WORD) continue;
        draw_out(longer_words[i], MOST_WORD, word);
        longer_texts[i] = longer_words[i];
    }
}

/* ---- Looking --------------------------------------------------------------------------------- */

static int open_eye(void **state) {
    char error[512];
    Eye *eye = calloc(1, sizeof *eye);
    eye->fonts = platform_fonts_create(NULL, error, sizeof error);
    draw_list_init(&eye->list);
    make_longer();
    *state = eye;
    return eye->fonts ? 0 : -1;
}

static int close_eye(void **state) {
    Eye *eye = *state;
    text_boxes_clear(&eye->boxes);
    draw_list_clear(&eye->list);
    platform_fonts_destroy(eye->fonts);
    free(eye);
    return 0;
}

static void check(Eye *eye, const StageLayout *layout, const char *what) {
    char mistake[1024];
    const LayoutItem *popover = layout_part(layout, PART_POPOVER);
    text_boxes_find(&eye->boxes, &eye->list, eye->fonts, popover ? &popover->rect : NULL);
    assert_true(eye->boxes.count > 3);
    bool wrong = text_boxes_touch(&eye->boxes, mistake, sizeof mistake);
    if (wrong && eye->wrong++ < SHOWN) print_error("%s: %s\n", what, mistake);
    wrong = text_boxes_leave(&eye->boxes, layout, mistake, sizeof mistake);
    if (wrong && eye->wrong++ < SHOWN) print_error("%s: %s\n", what, mistake);
}

static StageView view_of(int size, ThemeId theme, bool projector) {
    return (StageView){.width = sizes[size].width,
                       .height = sizes[size].height,
                       .zoom = 1,
                       .theme = theme,
                       .reduced_motion = true,
                       .projector = projector,
                       .speed = 1};
}

/* ---- Lessons --------------------------------------------------------------------------------- */

enum { LOOKS = 7 }; /* how many steps of each lesson */

static void look_at_player(Eye *eye, Player *p, const char *what) {
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int i = 0; i < 2 * SIZES; i++) {
            char name[640];
            StageView view = view_of(i / 2, (ThemeId)theme, i % 2);
            if (theme != THEME_DARK && i / 2 != 0 && i / 2 != 3)
                continue; /* colours move nothing */
            view.source_side = theme == THEME_LIGHT;
            p->panels = view.projector ? PANEL_PROJECTOR : PANEL_ALL;
            /* In one of them neither caption nor buttons are shown. */
            if (theme == THEME_CONTRAST) p->panels &= ~(unsigned)PANEL_FOOT;
            stage_set_view(p->stage, &view);
            stage_forget(p->stage);
            player_refresh(p, 0);
            draw_list_reset(&eye->list, stage_background(p->stage));
            player_draw(p, &eye->list, 0);
            snprintf(name, sizeof name, "%s at step %d, %dx%d%s, %s", what, (int)player_step(p),
                     view.width, view.height, view.projector ? ", projector" : "",
                     theme_get((ThemeId)theme)->name);
            check(eye, stage_layout(p->stage), name);
        }
    }
}

/* Two runs side by side, which cover all but the top bar. */
static void look_at_whatif(Eye *eye, Player *p, Mode *mode, const char *what) {
    for (int i = 0; i < 2 * SIZES; i++) {
        char name[640];
        StageView view = view_of(i / 2, THEME_DARK, i % 2);
        stage_set_view(p->stage, &view);
        player_refresh(p, 0);
        const StageLayout *layout = stage_layout(p->stage);
        StageLayout empty = {.width = layout->width, .height = layout->height};
        ScreenSpots spots = {.count = 0};
        ScreenView screen = {theme_get(THEME_DARK),
                             theme_type(view.projector),
                             eye->fonts,
                             p->words,
                             layout->width,
                             layout->height,
                             -1,
                             -1};
        draw_list_reset(&eye->list, stage_background(p->stage));
        mode_draw(&eye->list, &screen, &spots, mode, p);
        snprintf(name, sizeof name, "%s, what-if %d, %dx%d%s", what, mode->whatif.chosen + 1,
                 view.width, view.height, view.projector ? ", projector" : "");
        check(eye, &empty, name);
    }
}

static void look_at_whatifs(Eye *eye, Player *p, const char *what) {
    Mode mode = {.kind = MODE_WHATIF};
    for (int i = 0; whatif_open(&mode.whatif, p, i); i++) {
        whatif_record_all(&mode.whatif, p);
        look_at_whatif(eye, p, &mode, what);
        whatif_move(&mode.whatif, mode.whatif.model.places / 2 + 1);
        look_at_whatif(eye, p, &mode, what);
    }
    mode_clear(&mode);
}

static void look_at_lesson(Eye *eye, const char *path, const TextTable *words) {
    SessionContext context = command_context("en");
    Player player;
    Session session;
    assert_true(player_init(&player, &context, eye->fonts));
    player.words = words;
    assert_true(session_open(&session, &context, path));
    session_record_all(&session);
    player_take(&player, &session);
    uint64_t count = player_step_count(&player);
    for (uint64_t i = 0; i < LOOKS; i++) {
        session_seek_step(&player.session, count * i / (LOOKS - 1));
        look_at_player(eye, &player, path);
    }
    session_seek_step(&player.session, 0);
    look_at_whatifs(eye, &player, path);
    player_clear(&player);
}

/* Every lesson of the index. */
static void look_at_lessons(Eye *eye, const TextTable *words) {
    char error[256];
    PlatformNames folders = {0};
    int lessons = 0;
    assert_true(platform_list_folder("scenarios", "", &folders, error, sizeof error));
    for (size_t i = 0; i < folders.count; i++) {
        char folder[256], path[512];
        PlatformNames names = {0};
        snprintf(folder, sizeof folder, "scenarios/%s", folders.names[i]);
        if (strchr(folders.names[i], '.') ||
            !platform_list_folder(folder, ".json", &names, error, sizeof error))
            continue;
        for (size_t k = 0; k < names.count; k++, lessons++) {
            snprintf(path, sizeof path, "%s/%s", folder, names.names[k]);
            look_at_lesson(eye, path, words);
        }
        platform_names_clear(&names);
    }
    platform_names_clear(&folders);
    assert_true(lessons > 0);
}

static void lessons_fit(void **state) {
    Eye *eye = *state;
    eye->wrong = 0;
    look_at_lessons(eye, text_table("en"));
    assert_int_equal(eye->wrong, 0);
}

static void lessons_fit_in_a_longer_language(void **state) {
    Eye *eye = *state;
    eye->wrong = 0;
    look_at_lessons(eye, &longer);
    assert_int_equal(eye->wrong, 0);
}

/* ---- Crowds ---------------------------------------------------------------------------------- */

static void look_at_crowd(Eye *eye, int tasks, const TextTable *words) {
    Crowd *crowd = crowd_create(tasks);
    Stage *stage = stage_create(eye->fonts);
    crowd->facts.words = words;
    for (int i = 0; i < 2 * SIZES * 2; i++) {
        char name[640];
        StageView view = view_of(i / 4, THEME_DARK, i % 2);
        bool chosen = i / 2 % 2;
        crowd->facts.panels = view.projector ? PANEL_PROJECTOR : PANEL_ALL;
        crowd->facts.selected = chosen ? crowd->tasks[tasks / 3].id : 0;
        stage_set_view(stage, &view);
        stage_forget(stage);
        assert_true(stage_show(stage, &crowd->facts, CHANGE_CUT, 0));
        draw_list_reset(&eye->list, stage_background(stage));
        stage_draw(stage, &eye->list, 0);
        assert_false(eye->list.full);
        snprintf(name, sizeof name, "%d tasks, %dx%d%s%s", tasks, view.width, view.height,
                 view.projector ? ", projector" : "", chosen ? ", one chosen" : "");
        check(eye, stage_layout(stage), name);
    }
    stage_destroy(stage);
    crowd_destroy(crowd);
}

static void crowds_fit(void **state) {
    static const int counts[] = {1, 5, 6, 8, 20, 60, 1000};
    Eye *eye = *state;
    eye->wrong = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        look_at_crowd(eye, counts[i], text_table("en"));
        look_at_crowd(eye, counts[i], &longer);
    }
    assert_int_equal(eye->wrong, 0);
}

/* ---- The check itself ------------------------------------------------------------------------ */

static void texts_on_each_other_are_found(void **state) {
    Eye *eye = *state;
    char mistake[256];
    draw_list_reset(&eye->list, 0xFF000000U);
    draw_text_z(&eye->list, FONT_UI_REGULAR, 16, 10, 100, 0xFFFFFFFFU, "one");
    draw_text_z(&eye->list, FONT_UI_REGULAR, 16, 10, 130, 0xFFFFFFFFU, "below");
    text_boxes_find(&eye->boxes, &eye->list, eye->fonts, NULL);
    assert_false(text_boxes_touch(&eye->boxes, mistake, sizeof mistake));
    draw_text_z(&eye->list, FONT_UI_REGULAR, 16, 20, 105, 0xFFFFFFFFU, "two");
    text_boxes_find(&eye->boxes, &eye->list, eye->fonts, NULL);
    assert_true(text_boxes_touch(&eye->boxes, mistake, sizeof mistake));
    draw_fill(&eye->list, (DrawRect){0, 80, 200, 40}, 0, 0xFF000000U);
    text_boxes_find(&eye->boxes, &eye->list, eye->fonts, NULL);
    assert_int_equal(eye->boxes.count, 1);
}

static void the_longer_language_is_longer_and_keeps_its_places(void **state) {
    (void)state;
    size_t english = 0, drawn_out = 0;
    for (int i = 0; i < TEXT_COUNT; i++) {
        if (!text_find(&text_english, (TextKey)i)) continue;
        english += strlen(text_find(&text_english, (TextKey)i));
        drawn_out += strlen(longer_texts[i]);
        bool has = strstr(text_find(&text_english, (TextKey)i), "{0}") != NULL;
        assert_int_equal(has, strstr(longer_texts[i], "{0}") != NULL);
    }
    assert_true(drawn_out > english * 13 / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_on_each_other_are_found),
        cmocka_unit_test(the_longer_language_is_longer_and_keeps_its_places),
        cmocka_unit_test(lessons_fit),
        cmocka_unit_test(lessons_fit_in_a_longer_language),
        cmocka_unit_test(crowds_fit),
    };
    return cmocka_run_group_tests(tests, open_eye, close_eye);
}
