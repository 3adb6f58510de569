/* Lessons without an event loop: their generators stand on the stage, and what they say to each
 * other is the picture of their card. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/timeline_talk.h"
#include "support/fake_fonts.h"
#include "support/lesson_files.h"
#include "window/player.h"

#define LESSON "scenarios/generators/parked_frame.json"

enum { BEN_IS_MADE = 6, ANA_RUNS = 8 }; /* steps */

typedef struct {
    FakeFonts fonts;
    SessionContext context;
    Player player;
} Table;

static int set_up(void **state) {
    Table *t = calloc(1, sizeof *t);
    Session session;
    fake_fonts_init(&t->fonts);
    t->context = (SessionContext){.reader = lesson_files_on_disk(), .language = "en"};
    if (!session_open(&session, &t->context, LESSON)) return -1;
    session_record_all(&session);
    if (!player_init(&t->player, &t->context, &t->fonts.base)) return -1;
    StageView view = {.width = 1920, .height = 1080, .zoom = 1, .speed = 1};
    stage_set_view(t->player.stage, &view);
    player_take(&t->player, &session);
    *state = t;
    return 0;
}

static int tear_down(void **state) {
    Table *t = *state;
    player_clear(&t->player);
    free(t);
    return 0;
}

static const Model *at_step(Table *t, uint64_t step) {
    assert_true(player_scrub(&t->player, step, 0));
    return stage_model(t->player.stage);
}

static void generators_take_the_place_of_the_loop(void **state) {
    Table *t = *state;
    const Model *model = at_step(t, ANA_RUNS);
    assert_true(model->no_loop);
    assert_int_equal(model->view, VIEW_GENERATORS);
    assert_null(layout_part(stage_layout(t->player.stage), PART_PILL));
    assert_int_equal(model->gens.gen_count, 2);
    assert_int_equal(model->gens.gens[0].state, TALK_RUNS);
    assert_string_equal(model->gens.gens[0].call, "stairs('Ana', 2)");
}

static void a_generator_that_was_only_made_has_its_seat(void **state) {
    Table *t = *state;
    const Model *model = at_step(t, BEN_IS_MADE);
    assert_true(model->gens.on);
    assert_string_equal(model->gens.driver.call, "main()");
    assert_true(model->gens.gen_count >= 1);
    assert_int_equal(model->gens.gens[0].state, TALK_ABSENT);
    assert_int_equal(model->gens.gens[0].line_count, 0);
}

static void cards_show_the_conversation(void **state) {
    Table *t = *state;
    size_t count;
    Timeline timeline = {0};
    const CsTalk *talks = cs_talks(t->player.session.engine, &count);
    assert_true(timeline_talk(&timeline, talks, count));
    assert_int_equal(timeline.lane_count, 3);
    assert_int_equal(timeline.cells, (int)count + 1);
    const TimelineLane *main_lane = &timeline.lanes[0], *ana = &timeline.lanes[1];
    assert_int_equal(main_lane->blocks[0].kind, BLOCK_RUNNING);
    assert_int_equal(main_lane->end, LANE_OPEN);
    assert_int_equal(ana->end, LANE_DONE);
    TimelineAt at = timeline_talk_at(talks, count, ANA_RUNS);
    assert_true(timeline_before(ana->blocks[0].from, at));
    assert_true(timeline_before(at, ana->blocks[0].to));
    timeline_clear(&timeline);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(generators_take_the_place_of_the_loop, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_generator_that_was_only_made_has_its_seat, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(cards_show_the_conversation, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
