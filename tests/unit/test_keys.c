#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "input/keys.h"

static InputEvent press(int key, unsigned mods) {
    return (InputEvent){.kind = INPUT_KEY, .key = key, .mods = mods};
}

static InputEvent type(const char *text) {
    InputEvent event = {.kind = INPUT_TEXT};
    snprintf(event.text, sizeof event.text, "%s", text);
    return event;
}

static Action action_of(InputEvent event, unsigned where) {
    const KeyBinding *binding = keys_find(&event, where);
    return binding ? binding->action : ACTION_NONE;
}

static bool same_key(const KeyBinding *a, const KeyBinding *b) {
    if (a->typed || b->typed) return a->typed && b->typed && strcmp(a->typed, b->typed) == 0;
    return a->key == b->key && a->mods == b->mods;
}

static void no_key_does_two_things_in_one_place(void **state) {
    (void)state;
    size_t count;
    const KeyBinding *table = keys_table(&count);
    char cap[40];
    assert_true(count > 40);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            bool twice = same_key(&table[i], &table[k]) && (table[i].where & table[k].where);
            keys_cap(&table[i], &text_english, cap, sizeof cap);
            if (twice) fail_msg("%s has two meanings", cap);
        }
    }
}

static void every_key_has_a_description_a_name_and_an_action(void **state) {
    (void)state;
    size_t count;
    const KeyBinding *table = keys_table(&count);
    for (size_t i = 0; i < count; i++) {
        char cap[40];
        keys_cap(&table[i], &text_english, cap, sizeof cap);
        assert_true(strlen(cap) > 0);
        assert_true(cap[strlen(cap) - 1] != ' ');
        if (!text_find(&text_english, table[i].about)) fail_msg("%s has no description", cap);
        assert_true(strlen(text_get(&text_english, table[i].about)) > 3);
        assert_int_not_equal(table[i].action, ACTION_NONE);
        assert_int_not_equal(table[i].where, 0);
        assert_true((table[i].key != 0) != (table[i].typed != NULL));
    }
}

static void names_of_actions_are_unique(void **state) {
    (void)state;
    for (int i = 0; i < ACTION_COUNT; i++) {
        for (int k = i + 1; k < ACTION_COUNT; k++)
            assert_string_not_equal(keys_action_name((Action)i), keys_action_name((Action)k));
    }
}

static void keys_of_the_stage_do_what_they_say(void **state) {
    (void)state;
    static const struct {
        int key;
        unsigned mods;
        Action action;
    } expected[] = {
        {KEY_SPACE, 0, ACTION_PLAY},
        {KEY_RIGHT, 0, ACTION_STEP},
        {KEY_LEFT, 0, ACTION_STEP_BACK},
        {KEY_RIGHT, MOD_SHIFT, ACTION_HANDLE},
        {KEY_LEFT, MOD_SHIFT, ACTION_HANDLE_BACK},
        {KEY_RIGHT, MOD_CTRL, ACTION_ITERATION},
        {KEY_LEFT, MOD_CTRL, ACTION_ITERATION_BACK},
        {KEY_HOME, 0, ACTION_START},
        {KEY_END, 0, ACTION_END},
        {KEY_PAGE_DOWN, 0, ACTION_MOMENT},
        {KEY_PAGE_UP, 0, ACTION_MOMENT_BACK},
        {'f', 0, ACTION_FULLSCREEN},
        {KEY_F1 + 10, 0, ACTION_FULLSCREEN},
        {'t', 0, ACTION_THEME},
        {'m', 0, ACTION_STILL},
        {'r', 0, ACTION_RELOAD},
        {KEY_F1, 0, ACTION_HELP},
        {KEY_ESCAPE, 0, ACTION_CLOSE},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(action_of(press(expected[i].key, expected[i].mods), IN_STAGE),
                         expected[i].action);
}

static void signs_are_known_by_what_they_type(void **state) {
    (void)state;
    assert_int_equal(action_of(type("+"), IN_STAGE), ACTION_ZOOM_IN);
    assert_int_equal(action_of(type("-"), IN_STAGE), ACTION_ZOOM_OUT);
    assert_int_equal(action_of(type("0"), IN_STAGE), ACTION_ZOOM_RESET);
    assert_int_equal(action_of(type("["), IN_STAGE), ACTION_SLOWER);
    assert_int_equal(action_of(type("]"), IN_STAGE), ACTION_FASTER);
    assert_int_equal(action_of(type("?"), IN_PICKER), ACTION_HELP);
    assert_int_equal(action_of(type("t"), IN_STAGE), ACTION_NONE); /* the key did it already */
    assert_int_equal(action_of(press('/', MOD_SHIFT), IN_STAGE), ACTION_NONE);
}

static void a_row_of_keys_answers_by_its_place(void **state) {
    (void)state;
    static const struct {
        const char *typed;
        Action action;
        int index;
    } expected[] = {
        {"1", ACTION_ANSWER, 0},        {"9", ACTION_ANSWER, 8},     {"A", ACTION_ANSWER_SECOND, 0},
        {"e", ACTION_ANSWER_SECOND, 4}, {"0", ACTION_ZOOM_RESET, 0},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        InputEvent event = type(expected[i].typed);
        const KeyBinding *binding = keys_find(&event, IN_PREDICT);
        assert_non_null(binding);
        assert_int_equal(binding->action, expected[i].action);
        assert_int_equal(keys_index(binding, &event), expected[i].index);
    }
    assert_int_equal(action_of(type("f"), IN_PREDICT), ACTION_NONE);
    assert_int_equal(action_of(type("12"), IN_PREDICT), ACTION_NONE);
    assert_int_equal(action_of(type("1"), IN_STAGE), ACTION_PANEL_1);
}

static void modifiers_have_to_fit(void **state) {
    (void)state;
    assert_int_equal(action_of(press(KEY_RIGHT, MOD_CTRL | MOD_SHIFT), IN_STAGE), ACTION_NONE);
    assert_int_equal(action_of(press('t', MOD_CTRL), IN_STAGE), ACTION_NONE);
    assert_int_equal(action_of(press('c', 0), IN_STAGE), ACTION_CANCEL_VIEW);
    assert_int_equal(action_of(press('c', MOD_CTRL), IN_STAGE), ACTION_COPY);
}

static void held_keys_step_on_but_do_not_flicker(void **state) {
    (void)state;
    InputEvent step = press(KEY_RIGHT, 0), theme = press('t', 0);
    step.repeat = theme.repeat = true;
    assert_int_equal(action_of(step, IN_STAGE), ACTION_STEP);
    assert_int_equal(action_of(theme, IN_STAGE), ACTION_NONE);
}

static void each_place_has_its_own_keys(void **state) {
    (void)state;
    assert_int_equal(action_of(press(KEY_RIGHT, 0), IN_PICKER), ACTION_RIGHT);
    assert_int_equal(action_of(press(KEY_ENTER, 0), IN_PICKER), ACTION_ENTER);
    assert_int_equal(action_of(press(KEY_DOWN, 0), IN_ERROR), ACTION_DOWN);
    assert_int_equal(action_of(press(KEY_RIGHT, 0), IN_HELP), ACTION_NONE);
    assert_int_equal(action_of(press(KEY_SPACE, 0), IN_ERROR), ACTION_NONE);
    assert_int_equal(action_of(press(KEY_ESCAPE, 0), IN_ERROR), ACTION_CLOSE);
}

static void caps_name_modifiers_and_keys(void **state) {
    (void)state;
    InputEvent events[] = {press(KEY_RIGHT, MOD_SHIFT), press(KEY_F1 + 10, 0), press('t', 0),
                           press(KEY_ESCAPE, 0), type("[")};
    static const char *const expected[] = {"Shift \u2192", "F11", "T", "Esc", "["};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char cap[40];
        const KeyBinding *binding = keys_find(&events[i], IN_STAGE);
        assert_non_null(binding);
        assert_string_equal(keys_cap(binding, &text_english, cap, sizeof cap), expected[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_does_two_things_in_one_place),
        cmocka_unit_test(every_key_has_a_description_a_name_and_an_action),
        cmocka_unit_test(names_of_actions_are_unique),
        cmocka_unit_test(keys_of_the_stage_do_what_they_say),
        cmocka_unit_test(signs_are_known_by_what_they_type),
        cmocka_unit_test(a_row_of_keys_answers_by_its_place),
        cmocka_unit_test(modifiers_have_to_fit),
        cmocka_unit_test(held_keys_step_on_but_do_not_flicker),
        cmocka_unit_test(each_place_has_its_own_keys),
        cmocka_unit_test(caps_name_modifiers_and_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
