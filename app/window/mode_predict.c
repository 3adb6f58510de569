/* Asking what comes next, one round after the other. */
#include "window/mode.h"

#include <stdlib.h>

void mode_learn_places(Mode *mode, const Player *player) {
    if (mode->places_known || !player->open || !player->session.recorded) return;
    size_t all = player->session.lesson.checkpoints.count;
    mode->asked = calloc(all + 1, sizeof *mode->asked);
    if (!mode->asked) return;
    mode->places = predict_places(&player->session, &mode->place_count);
    mode->places_known = true;
}

static const PredictPlace *checkpoint_here(const Mode *mode, const Player *player) {
    PredictPlace here = predict_here(&player->session);
    for (size_t i = 0; i < mode->place_count; i++) {
        const PredictPlace *p = &mode->places[i];
        if (predict_compare(p, &here) == 0 && mode->asked[p->checkpoint] == ANSWER_OPEN) return p;
    }
    return NULL;
}

/* ---- A round -------------------------------------------------------------------------------- */

/* The lesson's question where there is one, else which handle runs next, and what it may print. */
static void make_round(Mode *mode, Player *player) {
    const PredictPlace *place = checkpoint_here(mode, player);
    ModeRound *r = &mode->round;
    mode_words(mode, player);
    PredictMoment m = mode_moment(mode, player);
    *r = (ModeRound){.chosen = {-1, -1}};
    mode->asks_why = false;
    r->nothing = !player_know_all(player);
    if (r->nothing) return;
    if (place && predict_checkpoint(&m, place->checkpoint, &r->questions[0])) {
        r->count = 1;
        return;
    }
    if (place) mode->asked[place->checkpoint] = ANSWER_SKIPPED; /* it has no answer here */
    if (predict_handle(&m, &r->questions[0])) r->count = 1;
    if (predict_output(&m, &r->questions[r->count])) r->count++;
    r->nothing = r->count == 0;
}

static void show_round(Mode *mode, Player *player, uint64_t now_ns) {
    make_round(mode, player);
    uint32_t hidden = mode->round.count ? mode->round.questions[0].task : 0;
    mode_show_view(player, VIEW_PREDICT, hidden, now_ns);
}

bool mode_predict(Mode *mode, Player *player, uint64_t now_ns) {
    if (!player_know_all(player)) return false;
    player_play(player, false, now_ns);
    if (!player->session.recorded) player_record_all(player); /* the answers lie ahead */
    mode_learn_places(mode, player);
    mode->kind = MODE_PREDICT;
    show_round(mode, player, now_ns);
    return true;
}

bool mode_stop_at_checkpoint(Mode *mode, Player *player, PredictPlace from, uint64_t now_ns) {
    if (mode->kind == MODE_PREDICT || !player->open) return false;
    mode_learn_places(mode, player);
    PredictPlace here = predict_here(&player->session);
    for (size_t i = 0; i < mode->place_count; i++) {
        const PredictPlace *p = &mode->places[i];
        bool passed = predict_compare(p, &from) > 0 && predict_compare(p, &here) <= 0;
        if (!passed || mode->asked[p->checkpoint] != ANSWER_OPEN) continue;
        if (predict_compare(p, &here) != 0) player_seek(player, p->at, now_ns);
        return mode_predict(mode, player, now_ns);
    }
    return false;
}

/* ---- Answers -------------------------------------------------------------------------------- */

bool mode_choose(Mode *mode, int question, int option) {
    ModeRound *r = &mode->round;
    if (r->shown || question >= r->count || option < 0) return false;
    if (option >= r->questions[question].count) return false;
    r->chosen[question] = option;
    return true;
}

bool mode_choose_next(Mode *mode, int by) {
    ModeRound *r = &mode->round;
    if (r->shown || !r->count) return false;
    int count = r->questions[0].count, from = r->chosen[0];
    if (from < 0) from = by > 0 ? -1 : count;
    r->chosen[0] = (from + by + count) % count;
    return true;
}

static void add_mark(Mode *mode, bool right) {
    if (mode->mark_count == MODE_MARKS) {
        for (int i = 1; i < MODE_MARKS; i++) mode->marks[i - 1] = mode->marks[i];
        mode->mark_count--;
    }
    mode->marks[mode->mark_count++] = right ? ANSWER_RIGHT : ANSWER_NOT_YET;
    mode->answered++;
    mode->right += right;
}

bool mode_check(Mode *mode, int *checkpoint, bool *right) {
    ModeRound *r = &mode->round;
    *checkpoint = -1;
    if (r->shown || !r->count || r->chosen[0] < 0) return false;
    r->shown = true;
    for (int i = 0; i < r->count; i++) {
        const PredictQuestion *q = &r->questions[i];
        if (r->chosen[i] < 0) continue;
        bool good = q->options[r->chosen[i]].right;
        add_mark(mode, good);
        if (q->checkpoint < 0) continue;
        mode->asked[q->checkpoint] = good ? ANSWER_RIGHT : ANSWER_NOT_YET;
        *checkpoint = q->checkpoint;
        *right = good;
    }
    return true;
}

/* ---- From question to question -------------------------------------------------------------- */

/* The next checkpoint or the next handle, whichever comes first. */
static bool go_on(Mode *mode, Player *player, uint64_t now_ns) {
    PredictPlace from = predict_here(&player->session);
    if (checkpoint_here(mode, player)) return true; /* another one at the same place */
    if (!player_go(player, GO_HANDLE, now_ns)) return false;
    PredictPlace here = predict_here(&player->session);
    for (size_t i = 0; i < mode->place_count; i++) {
        const PredictPlace *p = &mode->places[i];
        bool passed = predict_compare(p, &from) > 0 && predict_compare(p, &here) < 0;
        if (passed && mode->asked[p->checkpoint] == ANSWER_OPEN)
            return player_seek(player, p->at, now_ns);
    }
    return true;
}

/* Handles at which there is nothing to choose between are passed over. */
static bool go_to_question(Mode *mode, Player *player, uint64_t now_ns) {
    enum { PASSED_OVER = 200 };
    for (int i = 0; i < PASSED_OVER && go_on(mode, player, now_ns); i++) {
        make_round(mode, player);
        if (mode->round.count || player->session.playhead.end) break;
    }
    show_round(mode, player, now_ns);
    return true;
}

bool mode_go_on(Mode *mode, Player *player, uint64_t now_ns) {
    if (!mode->round.shown) return false;
    return go_to_question(mode, player, now_ns);
}

bool mode_skip(Mode *mode, Player *player, uint64_t now_ns) {
    const ModeRound *r = &mode->round;
    int checkpoint = r->count && !r->shown ? r->questions[0].checkpoint : -1;
    if (checkpoint >= 0) mode->asked[checkpoint] = ANSWER_SKIPPED;
    return go_to_question(mode, player, now_ns);
}

bool mode_toggle_why(Mode *mode, Player *player) {
    const ModeRound *r = &mode->round;
    int chosen = r->count ? r->chosen[0] : -1;
    if (mode->asks_why) {
        mode->asks_why = false;
        return true;
    }
    uint32_t object = chosen >= 0 ? r->questions[0].options[chosen].why : 0;
    if (!object && r->count && r->shown) object = r->questions[0].task;
    if (!object) return false;
    mode_ask_why(mode, player, object, &mode->why);
    mode->cause = mode->why.count - 1;
    return mode->asks_why = mode->why.count > 0;
}
