#include "model/timeline_talk.h"

#include <stdlib.h>

enum { MOST_LANES = 8 };

static TimelineAt cell_at(size_t cell) {
    return (TimelineAt){0, (float)cell, 0};
}

/* The lane of a frame, made where it has none; NULL: there are too many. */
static TimelineLane *lane_of(Timeline *t, uint32_t frame, size_t cell) {
    for (size_t i = 0; i < t->lane_count; i++)
        if (t->lanes[i].task == frame) return &t->lanes[i];
    if (!frame || t->lane_count == t->lane_room) return NULL;
    TimelineLane *lane = &t->lanes[t->lane_count++];
    *lane = (TimelineLane){.task = frame, .number = (int)t->lane_count, .born = cell_at(cell)};
    lane->row = t->rows++;
    return lane;
}

/* The frame's last stretch ends, another one begins. */
static bool enter(TimelineLane *lane, BlockKind kind, size_t cell) {
    if (!lane) return true;
    if (lane->count == lane->room) {
        size_t room = lane->room ? lane->room * 2 : 16;
        TimelineBlock *blocks = realloc(lane->blocks, room * sizeof *blocks);
        if (!blocks) return false;
        lane->blocks = blocks;
        lane->room = room;
    }
    if (lane->count) lane->blocks[lane->count - 1].to = cell_at(cell);
    lane->blocks[lane->count++] =
        (TimelineBlock){.kind = (uint8_t)kind, .from = cell_at(cell), .to = cell_at(cell)};
    return true;
}

static void end(TimelineLane *lane, size_t cell) {
    if (!lane || !lane->count) return;
    lane->blocks[lane->count - 1].to = cell_at(cell);
    lane->ended = cell_at(cell);
    lane->end = LANE_DONE;
}

static bool take(Timeline *t, const CsTalk *talk, size_t cell) {
    TimelineLane *partner = lane_of(t, talk->partner, cell), *gen = lane_of(t, talk->frame, cell);
    if (talk->kind <= CS_TALK_WAKE) /* who drives is on the stack */
        return enter(gen, BLOCK_RUNNING, cell) && enter(partner, BLOCK_CREATED, cell);
    bool over = talk->kind == CS_TALK_END;
    if (!over && !enter(gen, talk->kind == CS_TALK_AWAIT ? BLOCK_WAITING : BLOCK_CREATED, cell))
        return false;
    if (over) end(gen, cell);
    return enter(partner, BLOCK_RUNNING, cell);
}

bool timeline_talk(Timeline *t, const CsTalk *talks, size_t count) {
    if (!count) return true;
    t->lanes = calloc(MOST_LANES, sizeof *t->lanes);
    t->instants = calloc(1, sizeof *t->instants);
    bool good = t->lanes && t->instants;
    if (good) t->lane_room = MOST_LANES;
    /* Whoever speaks first ran before. */
    good = good && enter(lane_of(t, talks[0].partner, 0), BLOCK_RUNNING, 0);
    for (size_t i = 0; good && i < count; i++) good = take(t, &talks[i], i + 1);
    if (!good) {
        timeline_clear(t);
        return false;
    }
    t->instant_count = t->instant_room = 1;
    t->cells = t->instants->cells = (int)count + 1;
    t->end = cell_at(count + 1);
    for (size_t i = 0; i < t->lane_count; i++) {
        TimelineLane *lane = &t->lanes[i];
        if (lane->end == LANE_OPEN && lane->count) lane->blocks[lane->count - 1].to = t->end;
    }
    return true;
}

TimelineAt timeline_talk_at(const CsTalk *talks, size_t count, uint64_t step) {
    size_t said = 0;
    while (said < count && talks[said].step < step) said++;
    return (TimelineAt){0, (float)said + 0.5F, 0};
}
