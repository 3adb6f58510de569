#include "window/mode.h"

#include <stdlib.h>
#include <string.h>

/* ---- The open lesson ------------------------------------------------------------------------ */

void mode_forget(Mode *mode) {
    ModelPool pool = mode->pool, facts_pool = mode->facts_pool;
    free(mode->places);
    free(mode->asked);
    whatif_clear(&mode->whatif);
    *mode = (Mode){.pool = pool, .facts_pool = facts_pool};
}

void mode_clear(Mode *mode) {
    mode_forget(mode);
    model_pool_clear(&mode->pool);
    model_pool_clear(&mode->facts_pool);
}

void mode_words(Mode *mode, Player *player) {
    size_t count;
    cs_events(player->session.engine, &count);
    model_pool_reset(&mode->pool);
    if (mode->facts.engine != player->session.engine || mode->facts.event_count != count) {
        model_pool_reset(&mode->facts_pool);
        event_facts_build(&mode->facts, player->session.engine, &mode->facts_pool);
    }
    mode->words = (EventWords){
        .facts = &mode->facts, .words = player->words, .pool = &mode->pool, .badges = true};
}

PredictMoment mode_moment(Mode *mode, Player *player) {
    return (PredictMoment){&player->session, &player->facts, &mode->words,
                           player->context->language};
}

void mode_show_view(Player *player, ModelView view, uint32_t hidden_task, uint64_t now_ns) {
    /* The stage's foot goes down to make room for the inspector, and comes up again. */
    bool arranges = (player->view == VIEW_STAGE && view == VIEW_INSPECT) ||
                    (player->view == VIEW_INSPECT && view == VIEW_STAGE);
    player->view = view;
    player->hidden_task = hidden_task;
    player_arrange(player, arranges, now_ns);
}

void mode_close(Mode *mode, Player *player, uint64_t now_ns) {
    mode->kind = MODE_NONE;
    mode->asks_why = false;
    mode_show_view(player, VIEW_STAGE, 0, now_ns);
}

/* ---- Why ------------------------------------------------------------------------------------ */

void mode_ask_why(Mode *mode, Player *player, uint32_t object, WhyPanel *out) {
    const CsSnapshot *now = player->facts.now;
    /* The record may have grown, and moved, since its facts were read. */
    size_t count;
    EventFacts *f = &mode->facts;
    f->events = cs_events(player->session.engine, &count);
    f->waits = cs_waits(player->session.engine, &count);
    f->things = cs_things(player->session.engine, &count);
    f->outputs = cs_outputs(player->session.engine, &count);
    WhyMoment m = {&mode->words, now, now->event, cs_result(player->session.engine).end};
    if (!why_panel_build(&m, object, out)) *out = (WhyPanel){0};
}

bool mode_why(Mode *mode, Player *player, uint32_t object) {
    if (!player->open || !player->facts.now) return false;
    mode_words(mode, player);
    uint32_t asked = object ? object : why_panel_default(player->facts.now);
    mode_ask_why(mode, player, asked, &mode->why);
    if (!mode->why.count) return false;
    mode->object = asked;
    mode->kind = MODE_WHY;
    mode->cause = mode->why.count > 1 ? mode->why.count - 2 : 0;
    return true;
}

bool mode_move_cause(Mode *mode, int by) {
    int to = mode->cause + by;
    if (to < 0 || to >= mode->why.count) return false;
    mode->cause = to;
    return true;
}

/* ---- Inspector ------------------------------------------------------------------------------ */

static int rows_in(const Inspect *i, int column) {
    if (column == COLUMN_FIELDS) return i->field_count;
    return column == COLUMN_FRAMES ? i->frame_count : i->row_count;
}

static bool read_thing(Mode *mode, Player *player, uint32_t object) {
    const SessionFacts *f = &player->facts;
    mode_words(mode, player);
    InspectMoment m = {&mode->words, f->now, f->before, f->now->event};
    if (!inspect_build(&m, object, &mode->inspect)) return false;
    for (int i = 0; i < MODE_COLUMNS; i++) {
        int last = rows_in(&mode->inspect, i) - 1;
        if (mode->rows[i] > last) mode->rows[i] = last < 0 ? 0 : last;
    }
    mode->object = object;
    mode_add_lines(mode, player);
    mode_add_repr(mode, player);
    return true;
}

bool mode_inspect(Mode *mode, Player *player, uint32_t object, uint64_t now_ns) {
    if (!player->open || !player->facts.now || !object) return false;
    memset(mode->rows, 0, sizeof mode->rows);
    memset(mode->scroll, 0, sizeof mode->scroll);
    if (!read_thing(mode, player, object)) return false;
    mode->kind = MODE_INSPECT;
    mode->column = COLUMN_HISTORY;
    mode_show_view(player, VIEW_INSPECT, 0, now_ns);
    return true;
}

bool mode_move_row(Mode *mode, int by) {
    int to = mode->rows[mode->column] + by;
    if (to < 0 || to >= rows_in(&mode->inspect, mode->column)) return false;
    mode->rows[mode->column] = to;
    return true;
}

bool mode_move_column(Mode *mode, int by) {
    for (int i = 1; i < MODE_COLUMNS; i++) {
        int to = (mode->column + by * i + 2 * MODE_COLUMNS) % MODE_COLUMNS;
        if (!rows_in(&mode->inspect, to)) continue;
        mode->column = to;
        return true;
    }
    return false;
}

/* ---- Going ---------------------------------------------------------------------------------- */

bool mode_target(const Mode *mode, const Session *session, Playhead *at) {
    const Inspect *in = &mode->inspect;
    if (mode->kind == MODE_WHY && mode->why.count)
        return session_place_of(session, mode->why.causes[mode->cause].event, at);
    bool history = mode->kind == MODE_INSPECT && mode->column == COLUMN_HISTORY;
    if (!history || !in->row_count) return false;
    const InspectRow *row = &in->rows[mode->rows[COLUMN_HISTORY]];
    if (!row->line) return session_place_of(session, row->event, at);
    *at = (Playhead){.step = row->step};
    return true;
}

void mode_refresh(Mode *mode, Player *player, uint64_t now_ns) {
    uint32_t object = mode->object;
    if (mode->kind == MODE_WHY && !mode_why(mode, player, object)) mode_close(mode, player, now_ns);
    if (mode->kind == MODE_INSPECT && !read_thing(mode, player, object))
        mode_close(mode, player, now_ns);
}
