#include "anim/anim.h"

#include <stdlib.h>
#include <string.h>

/* No step moves for longer, in ms; with time that passes it may take half as long again. */
static const float LONGEST = 600, LONGEST_WITH_TIME = 900, FADE = 120;
static const float BACK_SHARE = 0.6F, PULSE = 0.12F;

float anim_ease(AnimEase ease, float t) {
    if (t <= 0) return 0;
    if (t >= 1) return 1;
    float rest = 1 - t;
    if (ease == EASE_OUT) return 1 - rest * rest * rest;
    if (ease == EASE_IN_OUT) return t < 0.5F ? 4 * t * t * t : 1 - 4 * rest * rest * rest;
    return t;
}

/* ---- Building ------------------------------------------------------------------------------ */

static AnimTrack *add_track(Anim *anim) {
    if (anim->count == anim->room) {
        size_t room = anim->room ? anim->room * 2 : 128;
        AnimTrack *tracks = realloc(anim->tracks, room * sizeof *tracks);
        if (!tracks) {
            anim->failed = true;
            return NULL;
        }
        anim->tracks = tracks;
        anim->room = room;
    }
    AnimTrack *track = &anim->tracks[anim->count++];
    *track = (AnimTrack){.ease = EASE_IN_OUT};
    return track;
}

/* Most things stand where they stood in the list: `near` is looked at first. */
static const LayoutItem *same_item(const StageLayout *layout, const LayoutItem *item, size_t near) {
    const LayoutItem *here = near < layout->count ? &layout->items[near] : NULL;
    bool same = here && here->part == item->part && here->id == item->id && here->sub == item->sub;
    if (same && !here->ghost) return here;
    return layout_find(layout, (LayoutPart)item->part, item->id, item->sub);
}

/* One thing of either picture or of both. Of the picture before, what is drawn is a ghost. */
static void add_thing(Anim *anim, const LayoutItem *before, const LayoutItem *now, AnimPicture old,
                      AnimPicture present) {
    AnimTrack *track = add_track(anim);
    if (!track) return;
    const LayoutItem *early = anim->backwards ? now : before;
    const LayoutItem *late = anim->backwards ? before : now;
    if (early) track->early = *early;
    if (late) track->late = *late;
    track->has_early = early != NULL;
    track->has_late = late != NULL;
    track->early.ghost = !anim->backwards;
    track->late.ghost = anim->backwards;
    if (anim->arranged) {
        anim_plan_arranged(track);
        return;
    }
    if (anim->backwards)
        anim_plan(track, present, old);
    else
        anim_plan(track, old, present);
}

/* While the clock runs no handle does: the slot under the two cards is empty. */
static void add_empty_slot(Anim *anim, const LayoutItem *slot) {
    AnimTrack *track = add_track(anim);
    if (!track) return;
    track->late = *slot;
    track->late.style = STYLE_SHORT;
    track->has_late = true;
    track->from = track->to = (AnimPose){slot->rect, 1, 0};
}

/* Things of the present picture keep their place in the painting order; those that were only in
   the one before follow. */
static void add_things(Anim *anim, AnimPicture before, AnimPicture now) {
    bool time_passes = before.layout->time_ns != now.layout->time_ns;
    size_t near = 0;
    for (size_t i = 0; i < now.layout->count; i++) {
        const LayoutItem *item = &now.layout->items[i];
        if (item->part == PART_RUNNING && time_passes) add_empty_slot(anim, item);
        const LayoutItem *old = same_item(before.layout, item, near);
        if (old) near = (size_t)(old - before.layout->items) + 1;
        add_thing(anim, old, item, before, now);
    }
    near = 0;
    for (size_t i = 0; i < before.layout->count; i++) {
        const LayoutItem *item = &before.layout->items[i];
        const LayoutItem *later = same_item(now.layout, item, near);
        if (later) near = (size_t)(later - now.layout->items) + 1;
        if (!later) add_thing(anim, item, NULL, before, now);
    }
}

static float end_of(const Anim *anim, AnimWhen when) {
    float end = 0;
    for (size_t i = 0; i < anim->count; i++) {
        const AnimTrack *t = &anim->tracks[i];
        if (t->when == when && t->length > 0 && t->start + t->length > end)
            end = t->start + t->length;
    }
    return end;
}

/* Where time passes the motion has three parts, one after another. */
static void place_clock(Anim *anim, int64_t from, int64_t to) {
    anim->clock_from = from;
    anim->clock_to = to;
    anim->clock_start = anim->clock_length = 0;
    if (to <= from) return;
    float seconds = (float)((double)(to - from) / 1e9), length = 300 + 100 * seconds;
    anim->clock_length = length < 560 ? length : 560;
    anim->clock_start = end_of(anim, WHEN_BEFORE);
    for (size_t i = 0; i < anim->count; i++) {
        AnimTrack *track = &anim->tracks[i];
        if (track->when == WHEN_AFTER) track->start += anim->clock_start + anim->clock_length;
        if (track->when != WHEN_CLOCK || track->length <= 0) continue;
        track->start = anim->clock_start;
        track->length = anim->clock_length;
        if (track->path == PATH_TRACK) track->ease = EASE_LINEAR;
    }
}

static void limit_length(Anim *anim) {
    float longest = anim->clock_length > 0 ? LONGEST_WITH_TIME : LONGEST;
    anim->length = anim->clock_start + anim->clock_length;
    for (AnimWhen when = WHEN_BEFORE; when <= WHEN_AFTER; when++) {
        float end = end_of(anim, when);
        if (end > anim->length) anim->length = end;
    }
    if (anim->length <= longest) return;
    float shrink = longest / anim->length;
    for (size_t i = 0; i < anim->count; i++) {
        anim->tracks[i].start *= shrink;
        anim->tracks[i].length *= shrink;
    }
    anim->clock_start *= shrink;
    anim->clock_length *= shrink;
    anim->length = longest;
}

static bool is_moving(const AnimTrack *t) {
    return t->path == PATH_TRACK || memcmp(&t->from, &t->to, sizeof t->from) != 0;
}

static bool anything_moves(const Anim *anim) {
    for (size_t i = 0; i < anim->count; i++)
        if (is_moving(&anim->tracks[i])) return true;
    return anim->clock_length > 0;
}

bool anim_start(Anim *anim, AnimPicture before, AnimPicture now, const AnimOptions *options,
                uint64_t now_ns) {
    anim_stop(anim);
    bool resized =
        before.layout->width < now.layout->width || before.layout->width > now.layout->width ||
        before.layout->height < now.layout->height || before.layout->height > now.layout->height;
    if (options->change == CHANGE_CUT || options->reduced || resized) return false;
    anim->start_ns = now_ns;
    anim->rate = options->speed > 0 ? (float)options->speed : 1;
    anim->fade = options->change == CHANGE_SEEK;
    anim->backwards = options->change == CHANGE_BACK;
    anim->arranged = options->change == CHANGE_VIEW;
    anim->track = now.layout->grid.track;
    anim->running = true;
    anim->length = FADE;
    if (anim->fade) return true;
    add_things(anim, before, now);
    AnimPicture first = anim->backwards ? now : before, last = anim->backwards ? before : now;
    place_clock(anim, first.layout->time_ns, last.layout->time_ns);
    limit_length(anim);
    if (anim->backwards) anim->rate /= BACK_SHARE;
    anim->running = !anim->failed && anything_moves(anim);
    return anim->running;
}

/* ---- Playing ------------------------------------------------------------------------------- */

static float mix(float a, float b, float share) {
    return a + (b - a) * share;
}

/* From a to b over a point above both, as a thrown thing goes. */
static DrawPoint arch(DrawRect a, DrawRect b, float t) {
    float lift = (a.y < b.y ? a.y : b.y) - 30, rest = 1 - t;
    float middle = mix(a.x, b.x, 0.7F);
    return (DrawPoint){rest * rest * a.x + 2 * rest * t * middle + t * t * b.x,
                       rest * rest * a.y + 2 * rest * t * lift + t * t * b.y};
}

static DrawPoint along_track(const Anim *anim, const AnimTrack *track, float t) {
    float half = track->from.rect.w / 2;
    DrawPoint p = {track->from.rect.x + half, track->from.rect.y + half};
    DrawPoint q = {track->to.rect.x + half, track->to.rect.y + half};
    float from = anim_track_distance(anim->track, p), to = anim_track_distance(anim->track, q);
    /* The same place again is a whole lap. */
    if (to < from + 1) to += anim_track_length(anim->track);
    DrawPoint at = anim_track_point(anim->track, mix(from, to, t));
    return (DrawPoint){at.x - half, at.y - half};
}

/* What appears is soon there, what goes stays long: in between one sees it move. */
static float fading(const AnimTrack *track, float t) {
    bool appears = track->from.alpha < track->to.alpha;
    float share = appears ? t * 2.5F : (t - 0.6F) * 2.5F;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* How far the clock is between its two times. */
static float clock_share(const Anim *anim, float ms) {
    if (anim->clock_length <= 0) return 1;
    float share = (ms - anim->clock_start) / anim->clock_length;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* Which of its two selves a thing shows: the present one, but for what waits for the clock. */
static LayoutItem self(const Anim *anim, const AnimTrack *track, float ms) {
    if (!track->has_early) return track->late;
    if (!track->has_late) return track->early;
    if (anim->clock_length > 0 && track->swaps)
        return clock_share(anim, ms) < 1 ? track->early : track->late;
    return anim->backwards ? track->early : track->late;
}

static float time_share(const AnimTrack *track, float ms) {
    float t = track->length > 0 ? (ms - track->start) / track->length : ms >= track->start;
    return t < 0 ? 0 : t > 1 ? 1 : t;
}

static LayoutItem jump(const AnimTrack *track, float t) {
    bool there = t >= ANIM_JUMP;
    LayoutItem item = there ? track->late : track->early;
    const AnimPose *at = there ? &track->to : &track->from;
    item.rect = at->rect;
    item.value = at->value;
    item.alpha = at->alpha * (there ? (t - ANIM_JUMP) / (1 - ANIM_JUMP) : 1 - t / ANIM_JUMP);
    return item;
}

static LayoutItem pose(const Anim *anim, const AnimTrack *track, float ms) {
    if (track->path == PATH_JUMP) return jump(track, time_share(track, ms));
    LayoutItem item = self(anim, track, ms);
    float t = anim_ease((AnimEase)track->ease, time_share(track, ms));
    DrawRect a = track->from.rect, b = track->to.rect;
    item.rect = (DrawRect){mix(a.x, b.x, t), mix(a.y, b.y, t), mix(a.w, b.w, t), mix(a.h, b.h, t)};
    DrawPoint p = {item.rect.x, item.rect.y};
    if (track->path == PATH_ARCH) p = arch(a, b, t);
    if (track->path == PATH_TRACK) p = along_track(anim, track, t);
    item.rect.x = p.x;
    item.rect.y = p.y;
    item.alpha = mix(track->from.alpha, track->to.alpha, fading(track, t));
    item.value =
        mix(track->from.value, track->to.value, track->clocked ? clock_share(anim, ms) : t);
    if (track->pulses) item.value += PULSE * 4 * t * (1 - t);
    return item;
}

static void set_clock(const Anim *anim, float ms, StageLayout *out) {
    float share = clock_share(anim, ms);
    out->time_runs = anim->clock_length > 0 && ms >= anim->clock_start && share < 1;
    if (anim->clock_length > 0)
        out->time_ns = anim->clock_from +
                       (int64_t)((double)(anim->clock_to - anim->clock_from) * (double)share);
}

bool anim_frame(Anim *anim, uint64_t now_ns, StageLayout *out, float *share) {
    *share = 1;
    if (!anim->running) return false;
    float ms = now_ns > anim->start_ns ? (float)((double)(now_ns - anim->start_ns) / 1e6) : 0;
    ms *= anim->rate;
    if (ms >= anim->length) {
        anim->running = false;
        return false;
    }
    if (anim->fade) {
        *share = ms / anim->length;
        return true;
    }
    if (anim->backwards) ms = anim->length - ms;
    out->count = 0;
    for (size_t i = 0; i < anim->count; i++) {
        LayoutItem item = pose(anim, &anim->tracks[i], ms);
        LayoutItem *place = layout_add(out, (LayoutPart)item.part, item.id, item.index, item.rect);
        *place = item;
    }
    set_clock(anim, ms, out);
    return !out->failed;
}

void anim_stop(Anim *anim) {
    anim->count = 0;
    anim->running = anim->failed = anim->fade = false;
    anim->clock_length = 0;
}

void anim_clear(Anim *anim) {
    free(anim->tracks);
    memset(anim, 0, sizeof *anim);
}
