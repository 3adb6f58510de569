/* Motions of what does not stand in the loop's own places: the graph of a deadlock, marks and
   values that fly, the path of an exception, generators, the end of a lane. */
#include "anim/anim.h"

static const float GRAPH = 320, EDGE = 120, EDGES_MOST = 280;
static const float SLASH = 320, SLASH_APART = 60, SLASHES_MOST = 240;
static const float CLIMB = 160, CLIMB_MOST = 480, RETURN = 220, TALK = 380, PART = 100, CAP = 160;

static AnimPose pose_of(const LayoutItem *item) {
    return (AnimPose){item->rect, item->alpha, item->value};
}

static DrawRect centred(DrawRect r, DrawRect place) {
    return (DrawRect){place.x + (place.w - r.w) / 2, place.y + (place.h - r.h) / 2, r.w, r.h};
}

static void timing(AnimTrack *t, float start, float length, AnimEase ease) {
    t->when = WHEN_AFTER;
    t->start = start;
    t->length = length;
    t->ease = (uint8_t)ease;
}

/* At once: as it is in the later picture, else as it was. */
static void rest(AnimTrack *t) {
    t->from = t->to = pose_of(t->has_late ? &t->late : &t->early);
    timing(t, 0, 0, EASE_LINEAR);
}

static void arrive(AnimTrack *t, DrawRect from, float start, float length, AnimEase ease) {
    rest(t);
    t->from.rect = from;
    t->from.alpha = 0;
    timing(t, start, length, ease);
}

static bool appears(const AnimTrack *t) {
    return t->has_late && !t->has_early;
}

/* ---- A deadlock ---------------------------------------------------------------------------- */

/* A task comes from its seat, a thing from its box. */
static void plan_node(AnimTrack *t, AnimPicture from) {
    static const LayoutPart parts[] = {PART_SEAT, PART_SYNC, PART_THREAD};
    const LayoutItem *place = NULL;
    for (size_t i = 0; !place && i < sizeof parts / sizeof *parts; i++)
        place = layout_find(from.layout, parts[i], t->late.id, 0);
    arrive(t, place ? place->rect : t->late.rect, 0, GRAPH, EASE_IN_OUT);
}

/* Those of the circle one after another, when the boxes stand; the others just before. */
static void plan_edge(AnimTrack *t, AnimPicture to) {
    const ModelGraph *g = &to.model->graph;
    int circle = 0, place = 0;
    for (int i = 0; i < g->edge_count; i++) {
        if (g->edges[i].circle != 1) continue;
        circle++;
        place += i < t->late.index;
    }
    bool mine = t->late.index < g->edge_count && g->edges[t->late.index].circle == 1;
    float step = circle && EDGE * (float)circle > EDGES_MOST ? EDGES_MOST / (float)circle : EDGE;
    if (mine)
        arrive(t, t->late.rect, GRAPH + step * (float)place, step, EASE_OUT);
    else
        arrive(t, t->late.rect, GRAPH - EDGE, EDGE, EASE_OUT);
}

/* ---- What flies ---------------------------------------------------------------------------- */

/* How many marks of this step fly before this one. */
static int marks_before(const AnimTrack *t, AnimPicture from, AnimPicture to) {
    int count = 0;
    for (size_t i = 0; i < to.layout->count; i++) {
        const LayoutItem *item = &to.layout->items[i];
        if (item->part != PART_SLASH) continue;
        if (item->id == t->late.id) return count;
        count += !layout_find(from.layout, PART_SLASH, item->id, 0);
    }
    return count;
}

/* From whoever asks for the cancellation to each task. */
static void plan_slash(AnimTrack *t, AnimPicture from, AnimPicture to) {
    rest(t);
    uint32_t caller = from.model->running.badge.id;
    const LayoutItem *seat = layout_find(from.layout, PART_SEAT, caller, 0);
    if (!appears(t) || !seat || caller == t->late.id) return;
    float start = SLASH_APART * (float)marks_before(t, from, to);
    t->from.rect = centred(t->late.rect, seat->rect);
    t->from.value = 0;
    timing(t, start < SLASHES_MOST ? start : SLASHES_MOST, SLASH, EASE_IN_OUT);
}

/* A frame has returned: its value goes to where the caller keeps it. */
static void plan_capsule(AnimTrack *t, AnimPicture from, AnimPicture to) {
    const ModelRunning *before = &from.model->running, *now = &to.model->running;
    rest(t);
    bool returned = t->has_late && before->id && before->id == now->id && now->frame_count > 0 &&
                    before->frame_count > now->frame_count;
    if (!returned) return;
    uint32_t callee = before->frames[before->frame_count - 1].id;
    const LayoutItem *frame = layout_find(from.layout, PART_FRAME, callee, 0);
    if (!frame) return;
    t->from.rect = centred(t->late.rect, frame->rect);
    t->from.value = 0;
    timing(t, 0, RETURN, EASE_IN_OUT);
}

/* ---- Views ---------------------------------------------------------------------------------- */

/* Frame by frame; `value` is how many of them it has reached. */
static void plan_path(AnimTrack *t) {
    rest(t);
    if (t->has_early && t->has_late) t->from = pose_of(&t->early);
    if (appears(t)) t->from.value = 0, t->from.alpha = 0;
    float frames = t->to.value - t->from.value, length = CLIMB * frames;
    if (!t->has_late) return;
    if (frames <= 0) {
        t->from.value = t->to.value;
        length = CLIMB;
    }
    timing(t, 0, length < CLIMB_MOST ? length : CLIMB_MOST, EASE_IN_OUT);
}

static const ModelGen *gen_of(const Model *model, uint32_t id) {
    for (int i = 0; id && i < model->gens.gen_count; i++)
        if (model->gens.gens[i].id == id) return &model->gens.gens[i];
    return NULL;
}

/* The plug goes into the socket and the value along the line, or both back. */
static void plan_talk(AnimTrack *t, AnimPicture from, AnimPicture to) {
    rest(t);
    if (!t->has_early || !t->has_late) return;
    t->from = pose_of(&t->early);
    t->from.value = t->to.value;
    timing(t, 0, TALK, EASE_IN_OUT);
    for (int i = 0; i < to.model->gens.gen_count; i++) {
        const ModelGen *now = &to.model->gens.gens[i], *before = gen_of(from.model, now->id);
        if (before && before->linked != now->linked) t->from.value = 0;
    }
}

/* The cap at the end of a lane pops where the task ended in this step. */
static void plan_pop(AnimTrack *t) {
    t->from = pose_of(&t->early);
    t->to = pose_of(&t->late);
    timing(t, 0, CAP, EASE_OUT);
}

bool anim_plan_view(AnimTrack *t, AnimPicture from, AnimPicture to) {
    switch ((LayoutPart)(t->has_late ? t->late.part : t->early.part)) {
    case PART_NODE:
        if (!appears(t)) return false;
        plan_node(t, from);
        return true;
    case PART_EDGE:
        if (!appears(t)) return false;
        plan_edge(t, to);
        return true;
    case PART_SLASH: plan_slash(t, from, to); return true;
    case PART_CAPSULE: plan_capsule(t, from, to); return true;
    case PART_PATH: plan_path(t); return true;
    case PART_DRIVER: plan_talk(t, from, to); return true;
    case PART_NEWEST:
        if (!appears(t)) return false;
        arrive(t, (DrawRect){t->late.rect.x, t->late.rect.y - 4, t->late.rect.w, t->late.rect.h}, 0,
               PART, EASE_OUT);
        return true;
    case PART_LANE:
        if (!t->has_early || !t->has_late) return false;
        plan_pop(t);
        return true;
    default: return false;
    }
}

/* ---- The same moment, arranged anew --------------------------------------------------------- */

static const float ARRANGE = 200, ARRANGE_GOES = 80;

/* What was there goes at once, what is new comes when there is room for it, and all else, the
   loop's foot and the caption under it, goes to its new place. Texts that change how they are set
   do not fly. */
void anim_plan_arranged(AnimTrack *t) {
    rest(t);
    timing(t, 0, ARRANGE, EASE_OUT);
    if (t->has_early && t->has_late) {
        t->from = pose_of(&t->early);
        t->from.value = t->to.value;
        if (t->early.style != t->late.style) t->from.rect = t->to.rect;
        return;
    }
    if (t->has_late) {
        t->from.alpha = 0;
        timing(t, ARRANGE_GOES, ARRANGE - ARRANGE_GOES, EASE_OUT);
        return;
    }
    t->to.alpha = 0;
    timing(t, 0, ARRANGE_GOES, EASE_OUT);
}
