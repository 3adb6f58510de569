/* What the picture says in words of its own: captions of single lines, of generators and of a
   deadlock, words beside lines of the source, and words that a lesson lights up. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lesson/lesson_say.h"
#include "support/fake_fonts.h"
#include "support/lesson_files.h"
#include "window/player.h"

typedef struct {
    FakeFonts fonts;
    SessionContext context;
    Player player;
    char said[600];
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->context = (SessionContext){.reader = lesson_files_on_disk(), .language = "en"};
    *state = f;
    return player_init(&f->player, &f->context, &f->fonts.base) ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    player_clear(&f->player);
    free(f);
    return 0;
}

static void open_run(Fixture *f, const char *path) {
    Session session;
    assert_true(session_open(&session, &f->context, path));
    session_record_all(&session);
    player_take(&f->player, &session);
}

static const char *caption_at(Fixture *f, uint64_t step) {
    assert_true(session_seek_step(&f->player.session, step));
    player_refresh(&f->player, 0);
    model_text_plain(&stage_model(f->player.stage)->caption, f->said, sizeof f->said);
    return f->said;
}

static const Model *model_at_end(Fixture *f) {
    session_go(&f->player.session, GO_END);
    player_refresh(&f->player, 0);
    const Model *m = stage_model(f->player.stage);
    model_text_plain(&m->caption, f->said, sizeof f->said);
    return m;
}

static bool is_said(Fixture *f, const char *words) {
    uint64_t steps = player_step_count(&f->player);
    for (uint64_t i = 1; i <= steps; i++)
        if (strstr(caption_at(f, i), words)) return true;
    return false;
}

/* ---- Lines ------------------------------------------------------------------------------------
 */

static void a_caption_says_what_the_next_line_does(void **state) {
    Fixture *f = *state;
    open_run(f, "tests/app/source/telling.py");
    assert_string_equal(caption_at(f, 1), "Line 1 runs next: it imports asyncio.");
    assert_true(is_said(f, "The class Reset exists now."));
    assert_true(is_said(f, "The body of the class Box runs"));
    assert_true(is_said(f, "it enters gate, and may have to wait for it."));
    assert_true(is_said(f, "it asks whether box.kind == \"tin\"."));
    assert_true(is_said(f, "it awaits box.fill(v)."));
    assert_false(is_said(f, "whether True"));
    assert_true(is_said(f, "it asks (30, 20) for the next item."));
}

static void the_way_out_of_a_block_is_no_entering(void **state) {
    Fixture *f = *state;
    open_run(f, "tests/app/source/telling.py");
    int entered = 0;
    uint64_t steps = player_step_count(&f->player);
    for (uint64_t i = 1; i <= steps; i++)
        entered += strstr(caption_at(f, i), "it enters gate") != NULL;
    assert_int_equal(entered, 1);
}

static void what_a_generator_and_its_driver_say_is_told(void **state) {
    Fixture *f = *state;
    open_run(f, "tests/app/source/telling.py");
    assert_true(is_said(f, "asks averager for its next value"));
    assert_true(is_said(f, "sends 20 into averager, which goes on at its yield"));
    assert_true(is_said(f, "throws Reset() into averager"));
    assert_true(is_said(f, "has 20.0 from averager, which is parked now"));
}

/* ---- A deadlock -------------------------------------------------------------------------------
 */

static void a_circle_of_locks_is_told_by_name(void **state) {
    Fixture *f = *state;
    open_run(f, "tests/app/source/two_knives.py");
    const Model *m = model_at_end(f);
    assert_string_equal(f->said, "Ann [2] has fork and wants knife. Bob [3] has knife and wants "
                                 "fork. CPython would wait for ever.");
    const ModelOutput *last = &m->outputs[m->output_count - 1];
    assert_true(last->verdict);
    assert_string_equal(last->text, "deadlock: 3 tasks wait for ever");
}

static void lines_say_who_waits_there_for_ever(void **state) {
    Fixture *f = *state;
    open_run(f, "tests/app/source/two_knives.py");
    const Model *m = model_at_end(f);
    assert_int_equal(m->source.note_count, 2);
    const ModelLineNote *circle = &m->source.notes[0], *other = &m->source.notes[1];
    assert_string_equal(circle->text, "each waits here");
    assert_true(circle->failed);
    assert_string_equal(other->text, "waits");
    assert_false(other->failed);
}

static void a_run_that_ends_well_has_no_verdict(void **state) {
    Fixture *f = *state;
    open_run(f, "tests/app/source/telling.py");
    const Model *m = model_at_end(f);
    assert_int_equal(m->source.note_count, 0);
    for (int i = 0; i < m->output_count; i++) assert_false(m->outputs[i].verdict);
}

/* ---- A failure --------------------------------------------------------------------------------
 */

static void the_line_that_raised_is_marked_beside_the_journey(void **state) {
    Fixture *f = *state;
    open_run(f, "scenarios/groups/one_falls.json");
    f->player.view = VIEW_CANCEL;
    caption_at(f, 39);
    const ModelSource *source = &stage_model(f->player.stage)->source;
    assert_int_equal(source->note_count, 1);
    assert_string_equal(source->notes[0].text, "raised");
    assert_true(source->notes[0].sign);
    const SourceLine *line = &source->text->lines[source->notes[0].line - 1];
    assert_non_null(strstr(line->text, "raise RuntimeError"));
}

/* ---- Words that are lit up --------------------------------------------------------------------
 */

static void words_between_the_signs_are_lit_up(void **state) {
    Fixture *f = *state;
    open_run(f, "scenarios/basics/first_coroutine.json");
    caption_at(f, 9);
    const ModelText *caption = &stage_model(f->player.stage)->caption;
    int lit = 0;
    for (int i = 0; i < caption->count; i++) {
        if (caption->spans[i].kind != SPAN_LIT) continue;
        assert_string_equal(caption->spans[i].text, "whole task");
        lit++;
    }
    assert_int_equal(lit, 1);
    assert_null(strstr(f->said, "=="));
}

static void comparisons_are_no_signs(void **state) {
    (void)state;
    char out[80];
    lesson_say_unmark("a == b, `x==y`, the ==end== and 1==2", out);
    assert_string_equal(out, "a == b, `x==y`, the end and 1==2");
    assert_null(lesson_say_unclosed("a == b and `==c`"));
    assert_null(lesson_say_unclosed("the ==end== of it"));
    assert_string_equal(lesson_say_unclosed("joins the ==end of it"), "==end of it");
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(a_caption_says_what_the_next_line_does),
        T(the_way_out_of_a_block_is_no_entering),
        T(what_a_generator_and_its_driver_say_is_told),
        T(a_circle_of_locks_is_told_by_name),
        T(lines_say_who_waits_there_for_ever),
        T(a_run_that_ends_well_has_no_verdict),
        T(the_line_that_raised_is_marked_beside_the_journey),
        T(words_between_the_signs_are_lit_up),
        T(comparisons_are_no_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
