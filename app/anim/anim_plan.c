/* Which things move how: the table of motions of the visual design. */
#include "anim/anim.h"

#include <math.h>
#include <string.h>

/* ms: rows of futures fade one after another; a timer's row is nearly gone. */
static const float ROW_GOES = 240 * ANIM_JUMP, ROW_COMES = 240 - 240 * ANIM_JUMP, TIMER_GOES = 180;

typedef struct {
    const LayoutItem *earlier, *later;
    AnimPicture from, to;
} Case;

/* ---- Poses --------------------------------------------------------------------------------- */

static AnimPose pose_of(const LayoutItem *item) {
    return (AnimPose){item->rect, item->alpha, item->value};
}

static void timing(AnimTrack *track, AnimWhen when, float start, float length, AnimEase ease) {
    track->when = (uint8_t)when;
    track->start = start;
    track->length = length;
    track->ease = (uint8_t)ease;
}

/* The same size, its middle on the middle of `place`. */
static DrawRect centred(DrawRect r, DrawRect place) {
    return (DrawRect){place.x + (place.w - r.w) / 2, place.y + (place.h - r.h) / 2, r.w, r.h};
}

static DrawRect moved(DrawRect r, float dx, float dy) {
    return (DrawRect){r.x + dx, r.y + dy, r.w, r.h};
}

/* Where the line stands that ran in this step: its gutter. */
static bool gutter(const Case *c, DrawRect *out) {
    const LayoutItem *line = layout_part(c->from.layout, PART_NEXT_BOX);
    if (!line) return false;
    *out = (DrawRect){line->rect.x + 22, line->rect.y, 22, line->rect.h};
    return true;
}

static void appear(AnimTrack *track, const Case *c, DrawRect from, float start, float length,
                   AnimEase ease) {
    track->to = pose_of(c->later);
    track->from = track->to;
    track->from.rect = from;
    track->from.alpha = 0;
    timing(track, WHEN_AFTER, start, length, ease);
}

static void vanish(AnimTrack *track, const Case *c, DrawRect to, float length, AnimEase ease) {
    track->from = pose_of(c->earlier);
    track->to = track->from;
    track->to.rect = to;
    track->to.alpha = 0;
    timing(track, WHEN_BEFORE, 0, length, ease);
}

/* ---- Appearing ----------------------------------------------------------------------------- */

/* What the arrow that ends at the thing comes from, as it stands in either picture. */
static const LayoutItem *cause_of(const Case *c, ModelEnd kind, uint32_t id) {
    static const LayoutPart parts[] = {
        [END_SEAT] = PART_SEAT,     [END_CARD] = PART_CARD,     [END_SLOT] = PART_SLOT,
        [END_SYNC] = PART_SYNC,     [END_FUTURE] = PART_FUTURE, [END_TIMER] = PART_TIMER,
        [END_THREAD] = PART_THREAD, [END_NOTHING] = PART_COUNT,
    };
    for (int i = 0; i < c->to.model->link_count; i++) {
        const ModelLink *link = &c->to.model->links[i];
        if (link->kind != LINK_CAUSE || link->to.kind != kind || link->to.id != id) continue;
        uint32_t sub = link->from.kind == END_SLOT ? (uint32_t)link->from.index : 0;
        LayoutPart part = parts[link->from.kind];
        const LayoutItem *item = layout_find(c->to.layout, part, link->from.id, sub);
        return item ? item : layout_find(c->from.layout, part, link->from.id, sub);
    }
    return NULL;
}

static void card_appears(AnimTrack *track, const Case *c) {
    const ModelCard *card = &c->to.model->ready.cards[c->later->index];
    const LayoutItem *cause = cause_of(c, END_CARD, card->id);
    if (cause && cause->part == PART_SEAT) {
        const LayoutItem *first = cause_of(c, END_SEAT, cause->id);
        if (first) cause = first;
    }
    if (!cause && card->by_timer)
        cause = layout_find(c->from.layout, PART_TIMER, card->by_timer, 0);
    if (!cause) {
        appear(track, c, moved(c->later->rect, 60, 0), 0, 320, EASE_OUT);
        return;
    }
    appear(track, c, centred(c->later->rect, cause->rect), 0, 320, EASE_IN_OUT);
    track->path = PATH_ARCH;
}

static void seat_appears(AnimTrack *track, const Case *c) {
    DrawRect from = c->later->rect, line;
    if (gutter(c, &line)) from = centred(from, line);
    appear(track, c, from, 0, 300, EASE_IN_OUT);
}

static void row_appears(AnimTrack *track, const Case *c) {
    DrawRect from = moved(c->later->rect, 0, 20), line;
    if (gutter(c, &line)) from.y = line.y;
    appear(track, c, from, 0, 180, EASE_OUT);
    track->when = WHEN_BEFORE;
}

static void liner_appears(AnimTrack *track, const Case *c) {
    const LayoutItem *seat = layout_find(c->to.layout, PART_SEAT, c->later->id, 0);
    DrawRect from = seat ? centred(c->later->rect, seat->rect) : c->later->rect;
    appear(track, c, from, 0, 240, EASE_IN_OUT);
    track->when = WHEN_BEFORE;
}

static void slot_appears(AnimTrack *track, const Case *c) {
    const LayoutItem *slot = layout_part(c->to.layout, PART_RUNNING);
    DrawRect from = slot ? centred(c->later->rect, slot->rect) : c->later->rect;
    appear(track, c, from, 0, 260, EASE_IN_OUT);
}

static void plan_appearing(AnimTrack *track, const Case *c) {
    switch ((LayoutPart)c->later->part) {
    case PART_CARD: card_appears(track, c); break;
    case PART_SEAT: seat_appears(track, c); break;
    case PART_OUTPUT_ROW: row_appears(track, c); break;
    case PART_LINER: liner_appears(track, c); break;
    case PART_SLOT: slot_appears(track, c); break;
    case PART_FUTURE: appear(track, c, c->later->rect, ROW_GOES, ROW_COMES, EASE_OUT); break;
    case PART_FRAME:
    case PART_FRAMES_MORE:
        appear(track, c, moved(c->later->rect, -12, -18), 60, 180, EASE_OUT);
        break;
    case PART_RUNNING: appear(track, c, c->later->rect, 120, 160, EASE_OUT); break;
    case PART_NEXT_BOX: appear(track, c, c->later->rect, 0, 120, EASE_OUT); break;
    case PART_TOKEN: appear(track, c, c->later->rect, 0, 240, EASE_OUT); break;
    case PART_JOURNEY:
    case PART_JOURNEY_ROW: /* when the running frames have made room */
        appear(track, c, c->later->rect, 200, 160, EASE_OUT);
        break;
    default: appear(track, c, c->later->rect, 0, 160, EASE_OUT); break;
    }
}

/* ---- Going --------------------------------------------------------------------------------- */

/* The handle starts: its card flies into the running slot. */
static void card_goes(AnimTrack *track, const Case *c) {
    const LayoutItem *slot = layout_find(c->to.layout, PART_RUNNING, c->earlier->id, 0);
    if (!slot) {
        vanish(track, c, c->earlier->rect, 140, EASE_OUT);
        return;
    }
    vanish(track, c, centred(c->earlier->rect, slot->rect), 280, EASE_IN_OUT);
    track->when = WHEN_AFTER;
}

/* The task suspends: its frames fold into its seat. A frame that returned goes to its caller. */
static void frame_goes(AnimTrack *track, const Case *c) {
    const ModelRunning *before = &c->from.model->running;
    bool same = before->id == c->to.model->running.id;
    const LayoutItem *seat = layout_find(c->to.layout, PART_SEAT, before->badge.id, 0);
    if (same || !seat) {
        vanish(track, c, moved(c->earlier->rect, -12, -18), 220, EASE_IN_OUT);
        return;
    }
    vanish(track, c, centred(c->earlier->rect, seat->rect), 260, EASE_IN_OUT);
}

/* A timer that fired: its pie fills with the clock, pulses once and fades. One that was cancelled
   only fades. */
static void timer_goes(AnimTrack *track, const Case *c) {
    bool fired = c->to.layout->time_ns != c->from.layout->time_ns;
    vanish(track, c, c->earlier->rect, 300, EASE_OUT);
    track->pulses = fired;
    if (fired) track->to.value = 1;
    track->clocked = true;
    track->when = WHEN_AFTER;
}

static void plan_going(AnimTrack *track, const Case *c) {
    switch ((LayoutPart)c->earlier->part) {
    case PART_CARD: card_goes(track, c); break;
    case PART_FRAME:
    case PART_FRAMES_MORE: frame_goes(track, c); break;
    case PART_TIMER: timer_goes(track, c); break;
    case PART_FUTURE:
        vanish(track, c, c->earlier->rect, ROW_GOES, EASE_OUT);
        track->when = WHEN_AFTER;
        break;
    default: vanish(track, c, c->earlier->rect, 140, EASE_OUT); break;
    }
}

/* ---- Staying ------------------------------------------------------------------------------- */

static const ModelSync *sync_of(const Model *model, uint32_t id) {
    for (int i = 0; i < model->sync_count; i++)
        if (model->syncs[i].id == id) return &model->syncs[i];
    return NULL;
}

static int items_of(const ModelSync *sync) {
    int count = 0;
    for (int i = 0; sync && i < sync->slot_count; i++) count += sync->slots[i].kind == SLOT_FULL;
    return count;
}

/* Slots keep their place, items do not: after a get each comes from the slot behind it, and what a
   put brings comes out of the running slot. */
static void slot_stays(AnimTrack *track, const Case *c) {
    const ModelSync *before = sync_of(c->from.model, c->later->id);
    const ModelSync *after = sync_of(c->to.model, c->later->id);
    timing(track, WHEN_BEFORE, 0, 260, EASE_IN_OUT);
    if (!before || !after || after->kind != SYNC_QUEUE) return;
    int index = (int)c->later->sub, had = items_of(before), has = items_of(after);
    if (had == has + 1 && index < has) {
        const LayoutItem *behind =
            layout_find(c->from.layout, PART_SLOT, c->later->id, c->later->sub + 1);
        if (behind) track->from.rect = behind->rect;
    }
    const LayoutItem *slot = layout_part(c->from.layout, PART_RUNNING);
    if (has == had + 1 && index == has - 1 && slot) {
        track->from.rect = centred(c->later->rect, slot->rect);
        track->from.alpha = 0;
    }
}

/* A new iteration, or time that passed, takes the token once around. */
static void token_stays(AnimTrack *track, const Case *c) {
    bool moved = track->from.value < track->to.value || track->from.value > track->to.value;
    bool lap = c->from.model->ready.iteration != c->to.model->ready.iteration;
    if (!moved && !lap) return;
    track->path = PATH_TRACK;
    timing(track, WHEN_CLOCK, 0, moved ? 240 : 400, EASE_IN_OUT);
}

/* A task that suspended or ended did so before the clock ran, one that wakes does so after. */
static bool seat_swaps(const Case *c) {
    ModelState state = c->to.model->seats[c->later->index].state;
    return state == STATE_READY || state == STATE_RUNNING;
}

/* Things that tell by what they show that the clock has come to a new time. */
static bool swaps(const Case *c) {
    switch ((LayoutPart)c->later->part) {
    case PART_SEAT: return seat_swaps(c);
    case PART_FUTURE:
    case PART_FUTURES:
    case PART_READY:
    case PART_GUTTER: return true;
    default: return false;
    }
}

static bool same_place(DrawRect a, DrawRect b) {
    return fabsf(a.x - b.x) < 0.5F && fabsf(a.y - b.y) < 0.5F;
}

/* Rows of text never cross: all that go or change their place fade, then they come again in the
   new one. */
static void future_stays(AnimTrack *track, const Case *c) {
    timing(track, WHEN_AFTER, 0, 160, EASE_OUT);
    if (same_place(c->earlier->rect, c->later->rect)) return;
    timing(track, WHEN_AFTER, 0, ROW_GOES + ROW_COMES, EASE_LINEAR);
    track->path = PATH_JUMP;
}

/* The rows below one that fires wait until it is gone. */
static void timer_stays(AnimTrack *track, const Case *c) {
    track->clocked = true;
    if (!same_place(c->earlier->rect, c->later->rect)) track->start = TIMER_GOES;
}

static void plan_staying(AnimTrack *track, const Case *c) {
    track->from = pose_of(c->earlier);
    track->to = pose_of(c->later);
    track->swaps = swaps(c);
    timing(track, WHEN_AFTER, 0, 240, EASE_IN_OUT);
    switch ((LayoutPart)c->later->part) {
    case PART_NEXT_BOX:
    case PART_JUST_RAN: timing(track, WHEN_AFTER, 0, 120, EASE_OUT); break;
    case PART_GUTTER:
    case PART_OUTPUT_ROW: timing(track, WHEN_BEFORE, 0, 180, EASE_OUT); break;
    case PART_CARD: timing(track, WHEN_AFTER, 0, 280, EASE_IN_OUT); break;
    case PART_SLOT: slot_stays(track, c); break;
    case PART_PLAYHEAD:
    case PART_TIMELINE: timing(track, WHEN_CLOCK, 0, 120, EASE_LINEAR); break;
    case PART_TIMER: timer_stays(track, c); break;
    case PART_FUTURE: future_stays(track, c); break;
    case PART_TOKEN: token_stays(track, c); return;
    default: break;
    }
    /* What is at rest must not make the motion longer. */
    if (memcmp(&track->from, &track->to, sizeof track->from) == 0) track->length = 0;
}

void anim_plan(AnimTrack *track, AnimPicture from, AnimPicture to) {
    Case c = {track->has_early ? &track->early : NULL, track->has_late ? &track->late : NULL, from,
              to};
    if (anim_plan_view(track, from, to)) {
        if (memcmp(&track->from, &track->to, sizeof track->from) == 0) track->length = 0;
        return;
    }
    if (c.earlier && c.later)
        plan_staying(track, &c);
    else if (c.later)
        plan_appearing(track, &c);
    else
        plan_going(track, &c);
}
