/* The scenes of tests/app/scenes.txt, each compared with its record in tests/app/scenes: all texts
   in painting order, how many commands of each kind there are, and a sum over all of them. With
   COROSCOPE_UPDATE=1 the records are written anew; `coroscope render --sheet` shows them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command_scenes.h"
#include "support/fake_fonts.h"
#include "support/golden.h"

enum { MOST_LINE = 512, MOST_PATH = 700 };

static const char LIST[] = "tests/app/scenes.txt", FOLDER[] = "tests/app/scenes";

typedef struct {
    FakeFonts fonts;
    DrawList list;
    int scenes, wrong;
} Gallery;

/* The line's words with what no file name should have made into dashes. */
static void path_of(const char *line, char *out, size_t size) {
    size_t at = (size_t)snprintf(out, size, "%s/", FOLDER);
    for (const char *p = line; *p && *p != '#' && at + 5 < size; p++) {
        bool plain = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_';
        if (plain || out[at - 1] != '-') out[at++] = (char)(plain ? *p : '-');
    }
    while (out[at - 1] == '-') at--;
    snprintf(out + at, size - at, ".txt");
}

static uint64_t add_bytes(uint64_t sum, const void *bytes, size_t count) {
    const uint8_t *p = bytes;
    for (size_t i = 0; i < count; i++) sum = (sum ^ p[i]) * UINT64_C(1099511628211);
    return sum;
}

/* Places are rounded to a sixteenth, so that one machine's last bit is no difference. */
static uint64_t add_place(uint64_t sum, float value) {
    int32_t rounded = (int32_t)(value * 16 + (value < 0 ? -0.5F : 0.5F));
    return add_bytes(sum, &rounded, sizeof rounded);
}

static uint64_t sum_of(const DrawList *list) {
    uint64_t sum = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        const uint32_t facts[] = {c->kind, c->what, c->align, c->corners, c->colour, c->line};
        const float places[] = {c->x, c->y, c->w, c->h, c->radius, c->stroke.width};
        sum = add_bytes(sum, facts, sizeof facts);
        for (size_t k = 0; k < sizeof places / sizeof *places; k++) sum = add_place(sum, places[k]);
    }
    return add_bytes(sum, list->text, list->text_count);
}

static void write_record(const DrawList *list, FILE *out) {
    int kinds[DRAW_ALPHA_POP + 1] = {0};
    draw_list_print_texts(list, out);
    for (size_t i = 0; i < list->count; i++) kinds[list->commands[i].kind]++;
    fprintf(out, "commands");
    for (int i = 0; i <= DRAW_ALPHA_POP; i++) fprintf(out, " %d", kinds[i]);
    fprintf(out, "\nsum %016llX\n", (unsigned long long)sum_of(list));
}

static void look(Gallery *g, const char *line) {
    char words[MOST_LINE], path[MOST_PATH];
    SceneSpec spec;
    Player player;
    Session session;
    SessionContext context = command_context("en");
    snprintf(words, sizeof words, "%s", line);
    if (!scene_spec_read(&spec, words)) fail_msg("this line is no scene: %s", line);
    assert_true(player_init(&player, &context, &g->fonts.base));
    assert_true(session_open(&session, &context, spec.file));
    session_record_all(&session);
    player_take(&player, &session);
    if (!scene_spec_show(&spec, &player)) fail_msg("there is no such step: %s", line);
    if (!scene_spec_draw(&spec, &player, &g->fonts.base, &g->list))
        fail_msg("this cannot be opened there: %s", line);
    assert_false(g->list.full);
    path_of(line, path, sizeof path);
    FILE *record = tmpfile();
    assert_non_null(record);
    write_record(&g->list, record);
    g->wrong += !golden_agrees(path, record);
    player_clear(&player);
    g->scenes++;
}

static void scenes_are_as_recorded(void **state) {
    Gallery g = {0};
    char line[MOST_LINE];
    FILE *list = fopen(LIST, "r");
    (void)state;
    assert_non_null(list);
    fake_fonts_init(&g.fonts);
    draw_list_init(&g.list);
    while (fgets(line, sizeof line, list)) {
        line[strcspn(line, "\r\n")] = 0;
        if (*line && *line != '#') look(&g, line);
    }
    fclose(list);
    draw_list_clear(&g.list);
    assert_true(g.scenes >= 60);
    assert_int_equal(g.wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(scenes_are_as_recorded)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
