/* Every theme can be read: contrast of texts and shapes, and states that differ without colour. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/raster.h"
#include "scene/stage.h"
#include "support/fake_fonts.h"
#include "support/stage_fixture.h"

/* ---- Contrast as WCAG defines it --------------------------------------------------------------
 */

static double linear(DrawColour colour, int shift) {
    double c = (double)(colour >> shift & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(DrawColour c) {
    return 0.2126 * linear(c, 16) + 0.7152 * linear(c, 8) + 0.0722 * linear(c, 0);
}

static double contrast(DrawColour a, DrawColour b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static void assert_contrast(const char *what, DrawColour ink, DrawColour ground, double least) {
    double ratio = contrast(ink, ground);
    if (ratio < least)
        fail_msg("%s %06X on %06X is %.2f, under %.1f", what, (unsigned)ink & 0xFFFFFFU,
                 (unsigned)ground & 0xFFFFFFU, ratio, least);
}

static void check_texts(const Theme *t, double least) {
    const DrawColour inks[] = {t->text,         t->text2,       t->text3,       t->runtext,
                               t->code_keyword, t->code_string, t->code_number, t->code_call};
    const DrawColour grounds[] = {t->bg0, t->bg1, t->bg2, t->stage};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
        for (size_t k = 0; k < sizeof grounds / sizeof *grounds; k++)
            assert_contrast(t->name, inks[i], grounds[k], least);
    assert_contrast("text on the running fill", t->running_ink, t->running, least);
    assert_contrast("text on selected", t->text, t->bg3, least);
    assert_contrast("text on the current frame", t->text, t->frame_tint, least);
    for (int i = 0; i < THEME_IDENTITIES; i++)
        assert_contrast("a badge's number", t->identity_ink, t->identity[i], least);
}

static void texts_of_all_themes_have_a_contrast_of_four_and_a_half(void **state) {
    (void)state;
    for (int i = 0; i < THEME_COUNT; i++) check_texts(theme_get((ThemeId)i), 4.5);
}

static void texts_in_high_contrast_have_a_contrast_of_seven(void **state) {
    (void)state;
    const Theme *t = theme_get(THEME_CONTRAST);
    check_texts(t, 7);
    const DrawColour inks[] = {t->text,    t->text2,     t->ready,        t->done,   t->failed,
                               t->waiting, t->cancelled, t->code_comment, t->runtext};
    const DrawColour grounds[] = {t->bg0,       t->bg1,       t->bg2,        t->bg3,
                                  t->stage,     t->run_tint,  t->ready_tint, t->done_tint,
                                  t->fail_tint, t->canc_tint, t->band};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
        for (size_t k = 0; k < sizeof grounds / sizeof *grounds; k++)
            assert_contrast("high contrast", inks[i], grounds[k], 7);
}

static void shapes_that_mean_something_have_a_contrast_of_three(void **state) {
    (void)state;
    for (int i = 0; i < THEME_COUNT; i++) {
        const Theme *t = theme_get((ThemeId)i);
        const DrawColour shapes[] = {t->line2,   t->created, t->ready,  t->runline,
                                     t->waiting, t->done,    t->failed, t->cancelled};
        for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
            assert_contrast(t->name, shapes[k], t->bg1, 3);
    }
}

/* ---- States in grey ----------------------------------------------------------------------------
 */

enum { SIDE = 200 };

typedef struct {
    int width, height;
    uint8_t grey[SIDE * SIDE];
} Grey;

/* The picture without colour, stretched so that its lightest and darkest are white and black: only
   shapes are left to compare. */
static void to_grey(const Surface *s, int x0, int y0, Grey *out) {
    int low = 255, high = 0;
    for (int y = 0; y < out->height; y++) {
        for (int x = 0; x < out->width; x++) {
            DrawColour c = s->pixels[(size_t)(y0 + y) * (size_t)s->stride + (size_t)(x0 + x)];
            int v = (int)(pow(luminance(c), 1 / 2.2) * 255);
            out->grey[y * out->width + x] = (uint8_t)v;
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
    }
    int range = high > low ? high - low : 1;
    for (int i = 0; i < out->width * out->height; i++)
        out->grey[i] = (uint8_t)((out->grey[i] - low) * 255 / range);
}

/* Share of the pixels that differ by more than a third. */
static double difference(const Grey *a, const Grey *b) {
    int count = a->width * a->height, other = 0;
    for (int i = 0; i < count; i++) other += abs(a->grey[i] - b->grey[i]) > 85;
    return (double)other / count;
}

typedef struct {
    FakeFonts fonts;
    DrawList list;
    Raster *raster;
    Surface surface;
} Lab;

static int open_lab(void **state) {
    Lab *lab = calloc(1, sizeof *lab);
    fake_fonts_init(&lab->fonts);
    draw_list_init(&lab->list);
    lab->raster = raster_create(&lab->fonts.base);
    *state = lab;
    return lab->raster && surface_init(&lab->surface, SIDE, SIDE) ? 0 : -1;
}

static int close_lab(void **state) {
    Lab *lab = *state;
    surface_clear(&lab->surface);
    raster_destroy(lab->raster);
    draw_list_clear(&lab->list);
    free(lab);
    return 0;
}

/* Paints one seat of the state; all say the same otherwise. */
static void paint_seat(Lab *lab, const Theme *theme, ModelState state, LayoutStyle style,
                       Grey *out) {
    ModelSeat seat = {.id = 1, .badge = {WHO_TASK, false, 1, 1}, .label = "", .chain = ""};
    Model model = {.words = text_table("en"), .seats = &seat, .seat_count = 1};
    StageLayout layout = {.width = SIDE, .height = SIDE, .code_line = CODE_LINE};
    SceneView view = {.model = &model,
                      .layout = &layout,
                      .theme = theme,
                      .type = theme_type(false),
                      .fonts = &lab->fonts.base};
    Scene scene = {&lab->list, &view, &model, theme, view.type, view.fonts, false};
    DrawRect r = {0, 0, style == STYLE_CELL ? 12 : 71, style == STYLE_CELL ? 14 : 34};
    LayoutItem item = {.part = PART_SEAT, .style = (uint8_t)style, .rect = r, .alpha = 1};
    seat.state = state;
    draw_list_reset(&lab->list, theme->stage);
    scene_seat(&scene, &item);
    PixelRect all = {0, 0, SIDE, SIDE};
    raster_set_scale(lab->raster, 2);
    assert_true(raster_draw(lab->raster, &lab->list, &lab->surface, all));
    out->width = (int)r.w * 2;
    out->height = (int)r.h * 2;
    to_grey(&lab->surface, 0, 0, out);
}

static void check_states(Lab *lab, LayoutStyle style, double least) {
    static Grey greys[STATE_COUNT];
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int i = 0; i < STATE_COUNT; i++)
            paint_seat(lab, theme_get((ThemeId)theme), (ModelState)i, style, &greys[i]);
        for (int a = 0; a < STATE_COUNT; a++) {
            for (int b = a + 1; b < STATE_COUNT; b++) {
                double share = difference(&greys[a], &greys[b]);
                if (share < least)
                    fail_msg("in grey %s, states %d and %d differ in %.2f %% of their pixels",
                             theme_get((ThemeId)theme)->name, a, b, share * 100);
            }
        }
    }
}

static void chips_of_two_states_differ_in_grey(void **state) {
    check_states(*state, STYLE_CHIP, 0.01);
}

static void cells_of_two_states_differ_in_grey(void **state) {
    check_states(*state, STYLE_CELL, 0.02);
}

/* A glyph as a picture of its own. */
static void glyphs_of_two_states_differ_in_grey(void **state) {
    Lab *lab = *state;
    static Grey greys[STATE_COUNT];
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const Theme *t = theme_get((ThemeId)theme);
        SceneView view = {.theme = t};
        Scene scene = {.list = &lab->list, .view = &view, .theme = t};
        for (int i = 0; i < STATE_COUNT; i++) {
            draw_list_reset(&lab->list, t->bg1);
            draw_icon(&lab->list, scene_state_icon((ModelState)i), 10, 10, 20,
                      scene_state_colour(&scene, (ModelState)i));
            raster_set_scale(lab->raster, 2);
            PixelRect all = {0, 0, SIDE, SIDE};
            assert_true(raster_draw(lab->raster, &lab->list, &lab->surface, all));
            greys[i].width = greys[i].height = 40;
            to_grey(&lab->surface, 0, 0, &greys[i]);
        }
        for (int a = 0; a < STATE_COUNT; a++)
            for (int b = a + 1; b < STATE_COUNT; b++)
                if (difference(&greys[a], &greys[b]) < 0.03)
                    fail_msg("in grey %s, the glyphs of states %d and %d look alike", t->name, a,
                             b);
    }
}

/* ---- Stripes in grey ---------------------------------------------------------------------------
 */

enum { BARS = 6, RESULTS = 4 };

/* How a lane shows what its task does: hollow, full, hatched, cross-hatched, striped, dashed. */
static void put_bar(DrawList *list, const Theme *t, int kind) {
    DrawRect tall = {2, 2, 56, 17}, low = {2, 6, 56, 9};
    switch (kind) {
    case 0: draw_box(list, tall, 3, t->ready_tint, t->ready, (DrawStroke){.width = 2}); break;
    case 1: draw_fill(list, tall, 3, t->running); break;
    case 2: glyph_hatch_bar(list, low, t->waiting, 0); break;
    case 3: glyph_cross_bar(list, low, t->cancelled, 0); break;
    case 4: glyph_hazard(list, tall, 3, t->running, t->running_ink, 0); break;
    default:
        draw_line(list, 2, 10, 58, 10, t->created, (DrawStroke){.width = 2, .on = 4, .off = 4});
    }
}

static void take_grey(Lab *lab, int width, int height, Grey *out) {
    PixelRect all = {0, 0, SIDE, SIDE};
    raster_set_scale(lab->raster, 2);
    assert_true(raster_draw(lab->raster, &lab->list, &lab->surface, all));
    out->width = width * 2;
    out->height = height * 2;
    to_grey(&lab->surface, 0, 0, out);
}

static void assert_all_differ(const Grey *greys, int count, double least, const char *theme) {
    for (int a = 0; a < count; a++)
        for (int b = a + 1; b < count; b++)
            if (difference(&greys[a], &greys[b]) < least)
                fail_msg("in grey %s, %d and %d look alike", theme, a, b);
}

static void stripes_of_two_kinds_of_bars_differ_in_grey(void **state) {
    Lab *lab = *state;
    static Grey greys[BARS];
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const Theme *t = theme_get((ThemeId)theme);
        for (int i = 0; i < BARS; i++) {
            draw_list_reset(&lab->list, t->bg1);
            put_bar(&lab->list, t, i);
            take_grey(lab, 60, 21, &greys[i]);
        }
        assert_all_differ(greys, BARS, 0.05, t->name);
    }
}

/* Wide cells, and cells of which several would not fit side by side with a gap. */
static void results_of_a_gather_differ_in_grey(void **state) {
    Lab *lab = *state;
    static Grey greys[RESULTS];
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const Theme *t = theme_get((ThemeId)theme);
        SceneView view = {.theme = t};
        Scene scene = {.list = &lab->list, .view = &view, .theme = t};
        for (int wide = 4; wide <= 16; wide += 12) {
            for (int i = 0; i < RESULTS; i++) {
                uint8_t parts[] = {(uint8_t)i, (uint8_t)i, (uint8_t)i};
                ModelFuture future = {.parts = parts, .part_count = 3};
                draw_list_reset(&lab->list, t->bg1);
                scene_gather_bar(&scene, &future, (DrawRect){4, 0, (float)wide * 3, 32});
                take_grey(lab, 4 + wide * 3, 32, &greys[i]);
            }
            assert_all_differ(greys, RESULTS, 0.05, t->name);
        }
    }
}

int main(void) {
#define LAB(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_all_themes_have_a_contrast_of_four_and_a_half),
        cmocka_unit_test(texts_in_high_contrast_have_a_contrast_of_seven),
        cmocka_unit_test(shapes_that_mean_something_have_a_contrast_of_three),
        LAB(glyphs_of_two_states_differ_in_grey),
        LAB(chips_of_two_states_differ_in_grey),
        LAB(cells_of_two_states_differ_in_grey),
        LAB(stripes_of_two_kinds_of_bars_differ_in_grey),
        LAB(results_of_a_gather_differ_in_grey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
