/* What lies over the stage, or in its place, without being a mode of it. */
#include <stdint.h>
#include <string.h>

#include "command/command_view.h"
#include "input/keys.h"
#include "platform/platform_files.h"
#include "window/help.h"
#include "window/window_kit.h"

typedef int (*Opener)(CommandView *view, const CommandOptions *o, Player *player);

/* --of: what is typed. */
static int open_finder(CommandView *view, const CommandOptions *o, Player *player) {
    Finder *f = &view->finder;
    snprintf(f->field.text, sizeof f->field.text, "%s", o->of ? o->of : "");
    f->open = true;
    finder_search(f, &player->session, stage_model(player->stage)->source.text, player->words);
    return 0;
}

/* --of: the folder. */
static int open_chooser(CommandView *view, const CommandOptions *o, Player *player) {
    chooser_open(&view->chooser, o->of ? o->of : ".", player->words);
    return 0;
}

/* The list that the lesson is of, else the program's own. */
static bool find_index(const Player *player, char *path, size_t size) {
    char folder[PLATFORM_PATH_SIZE];
    bool beside = platform_folder_of(folder, sizeof folder, player->session.lesson.path) &&
                  platform_join(path, size, folder, "../index.json") && platform_is_file(path);
    return beside || shelf_find_index(path, size);
}

/* --of: what is typed. The player's lesson is the one that was left. */
static int open_picker(CommandView *view, const CommandOptions *o, Player *player) {
    char path[PLATFORM_PATH_SIZE];
    const char *id = player->session.lesson.id;
    if (!find_index(player, path, sizeof path) ||
        !shelf_load(&view->shelf, player->context, path)) {
        fputs("coroscope: there is no list of lessons to show\n", stderr);
        return EXIT_FAILED;
    }
    while (!shelf_record(&view->shelf, UINT64_MAX)) {}
    if (id) progress_note(&view->progress, id, player_step(player), player_step_count(player));
    view->picker.selected = -1;
    if (!o->of) return 0;
    picker_search(&view->picker, &view->shelf, true);
    picker_type(&view->picker, &view->shelf, o->of);
    return 0;
}

/* --of: a lesson or a program that cannot be shown. */
static int open_error(CommandView *view, const CommandOptions *o, Player *player) {
    Session wrong;
    SessionContext context = command_context(o->language ? o->language : "en");
    if (!o->of) {
        fputs("coroscope: --view error wants --of FILE, the one with the mistakes\n", stderr);
        return EXIT_USAGE;
    }
    if (session_open(&wrong, &context, o->of)) session_record_all(&wrong);
    error_card_take_session(&view->error, &wrong, player->words);
    session_close(&wrong);
    if (error_card_is_open(&view->error)) return 0;
    fprintf(stderr, "coroscope: nothing is wrong with %s\n", o->of);
    return EXIT_FAILED;
}

static int open_plain(CommandView *view, const CommandOptions *o, Player *player) {
    (void)view, (void)o, (void)player;
    return 0;
}

static const struct {
    const char *name;
    CommandOver over;
    Opener open;
} overs[] = {
    {"finder", OVER_FINDER, open_finder}, {"chooser", OVER_CHOOSER, open_chooser},
    {"help", OVER_HELP, open_plain},      {"error", OVER_ERROR, open_error},
    {"black", OVER_BLACK, open_plain},    {"caption", OVER_CAPTION, open_plain},
    {"source", OVER_NOTHING, open_plain}, {"picker", OVER_PICKER, open_picker},
};

static void draw_picker(DrawList *list, const ScreenView *screen, ScreenSpots *spots,
                        CommandView *view, const Player *player) {
    const Model *model = stage_model(player->stage);
    PickerContinue open = {.title = model->top.title,
                           .clock = model->top.clock,
                           .step = player_step(player),
                           .steps = player_step_count(player),
                           .timeline = model->timeline,
                           .playhead = model->playhead};
    PickerFacts facts = {&view->shelf, &view->progress, &open};
    draw_fill(list, (DrawRect){0, 0, screen->width, screen->height}, 0, screen->theme->bg0);
    picker_draw(list, screen, spots, &view->picker, &facts);
}

bool command_over_open(CommandView *view, const char *name, const CommandOptions *o, Player *player,
                       int *status) {
    for (size_t i = 0; i < sizeof overs / sizeof *overs; i++) {
        if (strcmp(name, overs[i].name) != 0) continue;
        view->over = overs[i].over;
        *status = overs[i].open(view, o, player);
        return true;
    }
    return false;
}

void command_over_draw(DrawList *list, const ScreenView *screen, ScreenSpots *spots,
                       CommandView *view, const Player *player) {
    float scroll = 0;
    switch (view->over) {
    case OVER_FINDER: finder_draw(list, screen, spots, &view->finder); break;
    case OVER_CHOOSER: chooser_draw(list, screen, spots, &view->chooser); break;
    case OVER_HELP: help_draw(list, screen, spots, IN_STAGE, &scroll); break;
    case OVER_ERROR: error_card_draw(list, screen, spots, &view->error, BEHIND_LAST_GOOD); break;
    case OVER_BLACK:
        draw_fill(list, (DrawRect){0, 0, screen->width, screen->height}, 0, 0xFF000000U);
        break;
    case OVER_CAPTION: kit_draw_caption(list, screen, stage_model(player->stage)); break;
    case OVER_PICKER: draw_picker(list, screen, spots, view, player); break;
    case OVER_NOTHING: break;
    }
}
