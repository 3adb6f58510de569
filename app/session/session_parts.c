#include "session/session_parts.h"

enum { OF_STEP, OF_STATEMENT };

void session_parts_clear(Session *s) {
    for (int i = 0; i < 2; i++) {
        cs_parts_free(s->parts[i]);
        s->parts[i] = NULL;
    }
}

/* Kept while the playhead stays near, and while the record of a cut list has not grown. */
static const CsParts *parts_of(Session *s, int which, uint64_t step, uint32_t frame) {
    uint64_t frontier = cs_frontier(s->engine).instruction;
    const CsParts *kept = s->parts[which];
    bool same = kept && s->parts_step[which] == step && (!frame || s->parts_frame == frame);
    if (same && (!kept->more || s->parts_frontier[which] == frontier)) return kept;
    cs_parts_free(s->parts[which]);
    s->parts[which] = cs_parts(s->engine, step, frame);
    s->parts_step[which] = step;
    s->parts_frontier[which] = frontier;
    if (frame) s->parts_frame = frame;
    return s->parts[which];
}

/* Recording leaves the engine elsewhere. */
static uint64_t instruction_here(Session *s) {
    session_seek(s, s->playhead);
    return cs_now(s->engine).instruction;
}

static int count_done(const CsParts *parts, uint64_t instruction) {
    int done = 0;
    while (done < parts->count && parts->items[done].instruction <= instruction) done++;
    return done;
}

/* ---- Going ---------------------------------------------------------------------------------- */

static bool seek_part(Session *s, const CsPart *part) {
    return session_seek(
        s, (Playhead){.step = part->step, .made = part->event, .instruction = part->instruction});
}

/* Before the first line nothing is evaluated. */
static const CsParts *parts_from(Session *s, uint64_t step) {
    return step ? parts_of(s, OF_STEP, step, 0) : NULL;
}

static bool part_forward(Session *s) {
    uint64_t step = s->playhead.step;
    if (s->playhead.end) return false;
    const CsParts *parts = parts_from(s, step);
    int done = parts ? count_done(parts, instruction_here(s)) : 0;
    if (parts && done < parts->count) return seek_part(s, &parts->items[done]);
    return session_go(s, GO_STEP);
}

static bool last_part_of(Session *s, uint64_t step) {
    const CsParts *parts = parts_from(s, step);
    if (parts && parts->count) return seek_part(s, &parts->items[parts->count - 1]);
    return session_seek_step(s, step);
}

static bool part_back(Session *s) {
    Playhead at = s->playhead;
    if (at.end) return last_part_of(s, at.step);
    if (!at.event && !at.instruction) return at.step > 0 && last_part_of(s, at.step - 1);
    const CsParts *parts = parts_from(s, at.step);
    int done = parts ? count_done(parts, instruction_here(s)) : 0;
    if (at.instruction) done--; /* the one that it stands after */
    if (parts && done > 0) return seek_part(s, &parts->items[done - 1]);
    return session_seek_step(s, at.step);
}

bool session_go_part(Session *s, int direction) {
    return direction > 0 ? part_forward(s) : part_back(s);
}

/* ---- The statement in hand ------------------------------------------------------------------ */

/* That of the frame whose part was evaluated last, which may be one that a call came back to. */
static uint32_t frame_in_hand(Session *s, uint64_t step, uint64_t here) {
    const CsParts *parts = parts_from(s, step);
    int done = parts ? count_done(parts, here) : 0;
    return done ? parts->items[done - 1].frame : cs_step_frame(s->engine, step);
}

SessionStatement session_statement(Session *s) {
    SessionStatement out = {0};
    uint64_t step = s->playhead.step;
    if (step == 0 || s->playhead.end) return out;
    uint64_t here = instruction_here(s);
    uint32_t frame = frame_in_hand(s, step, here);
    while (step > 0 && cs_step_frame(s->engine, step) != frame) step--;
    if (step == 0) return out;
    out.step = step;
    out.parts = parts_of(s, OF_STATEMENT, step, frame);
    if (out.parts) out.done = count_done(out.parts, here);
    session_seek(s, s->playhead);
    return out;
}
