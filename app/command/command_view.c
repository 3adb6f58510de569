#include "command/command_view.h"

#include <stdlib.h>
#include <string.h>

static const char *const views[] = {"why", "inspect", "predict", "cancel", "generators", "whatif"};

static const char VIEW_NAMES[] = "why, inspect, predict, cancel, generators, whatif, finder, "
                                 "chooser, picker, help, error, black, caption and source";

enum { VIEWS = sizeof views / sizeof *views };

static int refuse(const char *format, const char *text) {
    fputs("coroscope: ", stderr);
    fprintf(stderr, format, text);
    fputc('\n', stderr);
    return EXIT_USAGE;
}

/* "thread#2": by its number on the stage; 0: it is no thread, or not one of this run. */
static uint32_t find_thread(const Player *player, const char *of) {
    static const char THREAD[] = "thread#";
    const Timeline *t = stage_model(player->stage)->timeline;
    if (!t || strncmp(of, THREAD, sizeof THREAD - 1) != 0) return 0;
    long number = strtol(of + sizeof THREAD - 1, NULL, 10);
    for (size_t i = 0; i < t->job_count; i++)
        if (t->jobs[i].number == number) return t->jobs[i].thread;
    return 0;
}

/* By name; 0 with a message where there is none of it. */
static uint32_t find_object(Mode *mode, Player *player, const char *of) {
    uint32_t thread = find_thread(player, of);
    if (thread) return thread;
    mode_words(mode, player);
    const CsSnapshot *now = player->facts.now;
    WhyMoment m = {&mode->words, now, now->event, cs_result(player->session.engine).end};
    WhyThing thing;
    WhyFound found = why_find(&m, of, &thing);
    if (found == WHY_FOUND) return thing.id;
    refuse(found == WHY_AMBIGUOUS ? "several things are called \"%s\""
                                  : "nothing is called \"%s\" at this moment",
           of);
    return 0;
}

static int answer(Mode *mode, const char *text) {
    char *end;
    long number = strtol(text, &end, 10);
    int checkpoint;
    bool right;
    bool good = !*end && number >= 1 && number <= PREDICT_OPTIONS &&
                mode_choose(mode, 0, (int)number - 1) && mode_check(mode, &checkpoint, &right);
    return good ? 0 : refuse("--answer wants the number of a card, not \"%s\"", text);
}

/* The number of a what-if: --variant, or --answer as for other questions. */
static int open_whatif(const CommandOptions *o, Mode *mode, Player *player) {
    const char *number = o->variant ? o->variant : o->answer ? o->answer : "1";
    int variant = command_variant_number(&player->session, number);
    if (variant < 0 || !whatif_open(&mode->whatif, player, variant)) return EXIT_FAILED;
    whatif_record_all(&mode->whatif, player);
    mode->kind = MODE_WHATIF;
    mode_show_view(player, VIEW_WHATIF, 0, 0);
    return 0;
}

int command_view_enter(const CommandOptions *o, CommandView *view, Player *player) {
    Mode *mode = &view->mode;
    bool beside = o->view && strcmp(o->view, "whatif") == 0;
    if (!o->variant || beside) return 0;
    int variant = command_variant_number(&player->session, o->variant);
    if (variant < 0 || !whatif_open(&mode->whatif, player, variant)) return EXIT_FAILED;
    whatif_record_all(&mode->whatif, player);
    if (whatif_enter(&mode->whatif, player, 0)) return 0;
    fprintf(stderr, "coroscope: this what-if does not run: %s\n",
            mode->whatif.variants[variant].problem);
    return EXIT_FAILED;
}

static int open_view(const CommandOptions *o, Mode *mode, Player *player, uint32_t object) {
    bool open = false;
    if (strcmp(o->view, "whatif") == 0) return open_whatif(o, mode, player);
    player_select(player, object, 0);
    if (strcmp(o->view, "why") == 0) open = mode_why(mode, player, object);
    if (strcmp(o->view, "inspect") == 0) open = mode_inspect(mode, player, object, 0);
    if (strcmp(o->view, "predict") == 0) open = mode_predict(mode, player, 0);
    bool cancel = strcmp(o->view, "cancel") == 0, talk = strcmp(o->view, "generators") == 0;
    if (cancel || talk) {
        mode_show_view(player, cancel ? VIEW_CANCEL : VIEW_GENERATORS, 0, 0);
        open = true;
    }
    if (!open) {
        fprintf(stderr, "coroscope: there is nothing to show with --view %s here\n", o->view);
        return EXIT_FAILED;
    }
    int status = o->answer ? answer(mode, o->answer) : 0;
    if (o->answer && !status) mode_show_view(player, VIEW_PREDICT, 0, 0);
    return status;
}

int command_view(const CommandOptions *o, CommandView *view, Player *player) {
    int status = 0;
    if (!o->view) return o->of || o->answer ? refuse("--of and --answer want --view%s", "") : 0;
    if (command_over_open(view, o->view, o, player, &status)) return status;
    bool known = false;
    for (int i = 0; i < VIEWS; i++) known = known || strcmp(o->view, views[i]) == 0;
    if (!known) {
        fprintf(stderr, "coroscope: there is no view \"%s\"; there are %s\n", o->view, VIEW_NAMES);
        return EXIT_USAGE;
    }
    if (strcmp(o->view, "inspect") == 0 && !o->of)
        return refuse("--view %s wants --of NAME", o->view);
    uint32_t object = o->of ? find_object(&view->mode, player, o->of) : 0;
    if (o->of && !object) return EXIT_USAGE;
    return open_view(o, &view->mode, player, object);
}

bool command_view_only_source(const CommandOptions *o) {
    return o->view && strcmp(o->view, "source") == 0;
}

void command_view_draw(DrawList *list, CommandView *view, const Player *player, ThemeId theme,
                       Fonts *fonts) {
    const StageLayout *layout = stage_layout(player->stage);
    ScreenSpots spots = {.count = 0};
    ScreenView screen = {theme_get(theme), theme_type(false), fonts, player->words,
                         layout->width,    layout->height,    -1,    -1};
    mode_draw(list, &screen, &spots, &view->mode, player);
    command_over_draw(list, &screen, &spots, view, player);
}

void command_view_clear(CommandView *view) {
    mode_clear(&view->mode);
    chooser_close(&view->chooser);
    shelf_clear(&view->shelf);
    error_card_clear(&view->error);
}
