#include "window/mode.h"

#include <stdlib.h>
#include <string.h>

#include "model/model_find.h"

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
    mode->under_count = 0;
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
    if (!player_know_all(player)) return false;
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
    if (i->is_value) return column == COLUMN_FRAMES ? inspect_item_rows(i) : i->lines;
    return column == COLUMN_FRAMES ? inspect_frame_rows(i) : i->row_count;
}

static void limit_rows(Mode *mode) {
    for (int i = 0; i < MODE_COLUMNS; i++) {
        int last = rows_in(&mode->inspect, i) - 1;
        bool later = mode->inspect.is_value && i == COLUMN_HISTORY; /* once they are drawn */
        if (mode->rows[i] > last && !later) mode->rows[i] = last < 0 ? 0 : last;
    }
}

static bool read_thing(Mode *mode, Player *player, uint32_t object) {
    const SessionFacts *f = &player->facts;
    mode_words(mode, player);
    InspectMoment m = {&mode->words, f->now, f->before, f->now->event};
    if (!inspect_build(&m, object, &mode->inspect)) return false;
    limit_rows(mode);
    mode->object = object;
    mode_add_lines(mode, player);
    mode_add_repr(mode, player);
    return true;
}

/* The task whose result is meant, and is known from its record alone; NULL: none. */
static const CsTask *kept_task(const Player *player, const CsLookPath *path) {
    const CsTask *t = model_find_task(player->facts.now, path->holder);
    bool whole = t && !*path->name && path->depth == 0 && *t->value;
    return whole && (t->state == CS_TASK_DONE || t->state == CS_TASK_FAILED) ? t : NULL;
}

static bool read_value(Mode *mode, Player *player, const CsLookPath *path) {
    const SessionFacts *f = &player->facts;
    bool end = player->session.playhead.end;
    CsLook *look = end ? NULL : session_value(&player->session, path);
    const CsTask *kept = look ? NULL : kept_task(player, path);
    if (!look && !kept) return false;
    mode_words(mode, player);
    InspectMoment m = {&mode->words, f->now, f->before, f->now->event};
    if (kept) inspect_kept_value(&m, kept, &mode->inspect);
    if (look) inspect_value(&m, look, &mode->inspect);
    cs_look_free(look);
    mode->inspect.repr = mode_without_addresses(&mode->pool, mode->inspect.repr);
    mode->path = *path;
    limit_rows(mode);
    return true;
}

static void begin_card(Mode *mode, int column) {
    memset(mode->rows, 0, sizeof mode->rows);
    memset(mode->scroll, 0, sizeof mode->scroll);
    mode->column = column;
}

bool mode_inspect(Mode *mode, Player *player, uint32_t object, uint64_t now_ns) {
    if (!object || !player_know_all(player)) return false;
    begin_card(mode, COLUMN_HISTORY);
    mode->under_count = 0;
    if (!read_thing(mode, player, object)) return false;
    mode->kind = MODE_INSPECT;
    mode_show_view(player, VIEW_INSPECT, 0, now_ns);
    return true;
}

bool mode_value(Mode *mode, Player *player, const CsLookPath *path, uint64_t now_ns) {
    if (!player_know_all(player)) return false;
    begin_card(mode, COLUMN_FRAMES);
    mode->under_count = 0;
    if (!read_value(mode, player, path)) return false;
    mode->object = path->holder;
    if (!mode->inspect.item_count) mode->column = COLUMN_HISTORY;
    mode->kind = MODE_INSPECT;
    mode_show_view(player, VIEW_INSPECT, 0, now_ns);
    return true;
}

/* ---- Cards that are opened from cards ------------------------------------------------------- */

static ModeCard this_card(const Mode *mode) {
    ModeCard card = {mode->object, mode->inspect.is_value, mode->path, mode->column, {0}, {0}};
    memcpy(card.rows, mode->rows, sizeof card.rows);
    memcpy(card.scroll, mode->scroll, sizeof card.scroll);
    return card;
}

static bool read_card(Mode *mode, Player *player, const ModeCard *card) {
    mode->column = card->column;
    memcpy(mode->rows, card->rows, sizeof mode->rows);
    memcpy(mode->scroll, card->scroll, sizeof mode->scroll);
    bool good = card->is_value ? read_value(mode, player, &card->path)
                               : read_thing(mode, player, card->object);
    if (good) mode->object = card->object;
    return good;
}

static void put_under(Mode *mode, const ModeCard *card) {
    if (mode->under_count == MODE_CARDS) {
        memmove(mode->under, mode->under + 1, (MODE_CARDS - 1) * sizeof *mode->under);
        mode->under_count--;
    }
    mode->under[mode->under_count++] = *card;
}

static bool item_card(const Mode *mode, int row, ModeCard *out) {
    const Inspect *in = &mode->inspect;
    if (mode->column != COLUMN_FRAMES || row >= inspect_item_rows(in)) return false;
    int item = inspect_item_row(in, row);
    if (item < 0) return false;
    out->is_value = in->items[item].thing == 0;
    if (!out->is_value) out->object = in->items[item].thing;
    if (out->path.depth == CS_LOOK_DEPTH) return !out->is_value;
    out->path.items[out->path.depth++] = (uint32_t)(in->item_first + item);
    out->path.first = 0;
    return true;
}

/* What the chosen row is about. False: nothing of its own. */
static bool row_card(const Mode *mode, ModeCard *out) {
    const Inspect *in = &mode->inspect;
    int row = mode->rows[mode->column], frame, local;
    *out = (ModeCard){.object = mode->object, .is_value = true, .path = mode->path};
    if (in->is_value) return item_card(mode, row, out);
    out->path = (CsLookPath){.holder = mode->object};
    if (mode->column == COLUMN_FIELDS && row < in->field_count) {
        int opens = in->fields[row].opens;
        out->path.depth = opens > 0;
        if (opens > 0) out->path.items[0] = (uint32_t)opens - 1;
        return opens != 0;
    }
    if (mode->column != COLUMN_FRAMES || !inspect_frame_row(in, row, &frame, &local)) return false;
    if (local < 0) return false;
    const InspectFrame *f = &in->frames[frame];
    out->is_value = f->locals[local].thing == 0;
    if (!out->is_value) {
        out->object = f->locals[local].thing;
        return true;
    }
    out->path.holder = f->id;
    size_t size = strlen(f->locals[local].name);
    if (size >= sizeof out->path.name) return false;
    memcpy(out->path.name, f->locals[local].name, size + 1);
    return true;
}

/* From the row that stands for them to the items before or after; False: it is another row. */
static bool turn_page(Mode *mode, Player *player) {
    const Inspect *in = &mode->inspect;
    int row = mode->rows[mode->column];
    bool items = in->is_value && mode->column == COLUMN_FRAMES && row < inspect_item_rows(in);
    int item = items ? inspect_item_row(in, row) : 0;
    if (item >= 0) return false;
    ModeCard card = this_card(mode);
    uint32_t by = CS_LOOK_ITEMS;
    card.path.first = item == ITEMS_AFTER    ? card.path.first + by
                      : card.path.first < by ? 0
                                             : card.path.first - by;
    /* To the item that comes next to the one it stood beside. */
    if (item == ITEMS_AFTER) card.scroll[COLUMN_FRAMES] = 0;
    card.rows[COLUMN_FRAMES] = item == ITEMS_AFTER ? 1 : CS_LOOK_ITEMS - (card.path.first == 0);
    return read_card(mode, player, &card);
}

bool mode_open_row(Mode *mode, Player *player, uint64_t now_ns) {
    ModeCard card, here = this_card(mode);
    if (mode->kind != MODE_INSPECT) return false;
    if (turn_page(mode, player)) return true;
    if (!row_card(mode, &card)) return false;
    card.column = card.is_value ? COLUMN_FRAMES : COLUMN_HISTORY;
    if (!read_card(mode, player, &card)) {
        read_card(mode, player, &here);
        return false;
    }
    if (card.is_value && !mode->inspect.item_count) mode->column = COLUMN_HISTORY;
    put_under(mode, &here);
    mode_show_view(player, VIEW_INSPECT, 0, now_ns);
    return true;
}

bool mode_back(Mode *mode, Player *player, uint64_t now_ns) {
    while (mode->kind == MODE_INSPECT && mode->under_count) {
        ModeCard card = mode->under[--mode->under_count];
        if (!read_card(mode, player, &card)) continue;
        mode_show_view(player, VIEW_INSPECT, 0, now_ns);
        return true;
    }
    return false;
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
    if (mode->kind != MODE_INSPECT) return;
    ModeCard card = this_card(mode);
    if (read_card(mode, player, &card) || mode_back(mode, player, now_ns)) return;
    mode_close(mode, player, now_ns);
}
