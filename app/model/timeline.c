#include "model/timeline.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST_CELL = 11, NARROWEST_CELL = 4, LEAST_GAP = 24, LEAD = 4, TAIL = 4 };

static double gap_seconds(const Timeline *t, size_t i) {
    return (double)(t->instants[i + 1].time_ns - t->instants[i].time_ns) / 1e9;
}

static float gaps_width(const Timeline *t, double per_second, double least) {
    double sum = 0;
    for (size_t i = 0; i + 1 < t->instant_count; i++) {
        double wide = gap_seconds(t, i) * per_second;
        sum += wide > least ? wide : least;
    }
    return (float)sum;
}

/* Pixels per second with which the gaps fill `room`; 0 where they cannot. */
static float fill_gaps(const Timeline *t, float room, float least) {
    double low = 0, high = 1, end = (double)least;
    if (t->instant_count < 2 || gaps_width(t, 0, end) >= room) return 0;
    while (gaps_width(t, high, end) < room && high < 1e12) high *= 2;
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (gaps_width(t, middle, end) < room)
            low = middle;
        else
            high = middle;
    }
    return (float)low;
}

static void choose_cell(const Timeline *t, float width, float zoom, TimelineFit *fit) {
    float count = (float)t->instant_count;
    fit->lead = zoom < 1 ? LEAD * zoom : LEAD;
    fit->tail = zoom < 1 ? TAIL * zoom : TAIL;
    fit->least_gap = LEAST_GAP * zoom;
    float gaps = t->instant_count > 1 ? (count - 1) * fit->least_gap : 0;
    float room = width - gaps - count * (fit->lead + fit->tail);
    fit->cell = t->cells > 0 ? room / (float)t->cells : WIDEST_CELL * zoom;
    if (fit->cell > WIDEST_CELL * zoom) fit->cell = WIDEST_CELL * zoom;
    if (fit->cell < NARROWEST_CELL * zoom) fit->cell = NARROWEST_CELL * zoom;
}

static void place_instants(const Timeline *t, TimelineFit *fit) {
    double x = 0; /* a million instants add up */
    for (size_t i = 0; i < t->instant_count; i++) {
        fit->x[i] = (float)x;
        x += (double)(fit->lead + (float)t->instants[i].cells * fit->cell + fit->tail);
        if (i + 1 == t->instant_count) break;
        float gap = (float)gap_seconds(t, i) * fit->gap;
        x += (double)(gap > fit->least_gap ? gap : fit->least_gap);
    }
    fit->width = (float)x;
}

void timeline_clear(Timeline *timeline) {
    for (size_t i = 0; i < timeline->lane_count; i++) free(timeline->lanes[i].blocks);
    free(timeline->instants);
    free(timeline->lanes);
    free(timeline->runs);
    free(timeline->jobs);
    free(timeline->prints);
    memset(timeline, 0, sizeof *timeline);
}

void timeline_fit_clear(TimelineFit *fit) {
    free(fit->x);
    memset(fit, 0, sizeof *fit);
}

bool timeline_fit(const Timeline *timeline, float width, float zoom, TimelineFit *fit) {
    if (zoom <= 0) zoom = 1;
    width *= zoom;
    if (fit->room < timeline->instant_count) {
        float *x = realloc(fit->x, timeline->instant_count * sizeof *x);
        if (!x) return false;
        fit->x = x;
        fit->room = timeline->instant_count;
    }
    fit->count = timeline->instant_count;
    choose_cell(timeline, width, zoom, fit);
    float fixed = (float)timeline->instant_count * (fit->lead + fit->tail) +
                  (float)timeline->cells * fit->cell;
    fit->gap = fill_gaps(timeline, width - fixed, fit->least_gap);
    place_instants(timeline, fit);
    return true;
}

static float instant_end(const Timeline *t, const TimelineFit *fit, size_t i) {
    return fit->x[i] + fit->lead + (float)t->instants[i].cells * fit->cell + fit->tail;
}

float timeline_x(const Timeline *timeline, const TimelineFit *fit, TimelineAt at) {
    if (fit->count == 0) return 0;
    size_t i = at.instant < 0 ? 0 : (size_t)at.instant;
    if (i >= fit->count) return fit->width;
    float lead = fit->lead;
    if (at.gap > 0 && i + 1 < fit->count) {
        float from = instant_end(timeline, fit, i);
        return from + (fit->x[i + 1] - from) * at.gap;
    }
    if (at.cell < 0) return fit->x[i] + lead * (1 + at.cell);
    return fit->x[i] + lead + at.cell * fit->cell;
}

size_t timeline_instant_at_x(const TimelineFit *fit, float x) {
    size_t low = 0, high = fit->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fit->x[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

TimelineAt timeline_at_x(const Timeline *timeline, const TimelineFit *fit, float x) {
    size_t next = timeline_instant_at_x(fit, x), i = next ? next - 1 : 0;
    TimelineAt at = {(int)i, 0, 0};
    if (fit->count == 0) return at;
    float end = instant_end(timeline, fit, i);
    if (x > end && next < fit->count)
        at.gap = (x - end) / (fit->x[next] - end);
    else if (fit->cell > 0)
        at.cell = (x - fit->x[i] - fit->lead) / fit->cell;
    if (at.cell < 0) at.cell = 0;
    return at;
}

/* Lanes come in the order of their making, as ids nearly always do. */
const TimelineLane *timeline_lane(const Timeline *timeline, uint32_t task) {
    size_t low = 0, high = timeline && task ? timeline->lane_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (timeline->lanes[middle].task == task) return &timeline->lanes[middle];
        if (timeline->lanes[middle].task < task)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = 0; timeline && task && i < timeline->lane_count; i++)
        if (timeline->lanes[i].task == task) return &timeline->lanes[i];
    return NULL;
}

bool timeline_before(TimelineAt a, TimelineAt b) {
    if (a.instant != b.instant) return a.instant < b.instant;
    if (a.gap < b.gap || a.gap > b.gap) return a.gap < b.gap;
    return a.cell < b.cell;
}

/* The last run that began with or before the record; NULL before all. */
static const TimelineRun *run_at(const Timeline *t, uint32_t event) {
    size_t low = 0, high = t->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->runs[middle].event <= event)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &t->runs[low - 1] : NULL;
}

static int instant_at(const Timeline *t, int64_t time_ns) {
    size_t low = 0, high = t->instant_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->instants[middle].time_ns <= time_ns)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? (int)low - 1 : 0;
}

/* A third of the cell belongs to the handle's start, the rest to its lines. */
static TimelineAt inside(const TimelineRun *run, uint64_t step) {
    float share = 0.35F;
    if (run->step_end > run->step && step > run->step)
        share += 0.65F * (float)(step - run->step) / (float)(run->step_end - run->step);
    TimelineAt at = run->from;
    at.cell += share < 1 ? share : 1;
    return at;
}

TimelineAt timeline_at(const Timeline *timeline, uint32_t event, uint64_t step, int64_t time_ns) {
    int instant = instant_at(timeline, time_ns);
    const TimelineRun *run = run_at(timeline, event);
    if (run && instant <= run->to.instant) {
        bool over = run->event_end && run->event_end <= event;
        if (over || (run->blocks && instant == run->to.instant)) return run->to;
        if (run->blocks && instant > run->from.instant) return (TimelineAt){instant, 0, 0};
        return run->blocks ? run->from : inside(run, step);
    }
    return (TimelineAt){instant, instant > 0 ? -1 : 0, 0};
}

uint64_t timeline_step(const Timeline *timeline, const TimelineFit *fit, float x) {
    size_t low = 0, high = timeline->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (timeline_x(timeline, fit, timeline->runs[middle].from) <= x)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0) return 0;
    const TimelineRun *run = &timeline->runs[low - 1];
    float from = timeline_x(timeline, fit, run->from), to = timeline_x(timeline, fit, run->to);
    float share = to > from ? (x - from) / (to - from) : 1;
    if (share < 1) return run->step + (uint64_t)(share * (float)(run->step_end - run->step) + 0.5F);
    if (low == timeline->run_count) return run->step_end;
    float next = timeline_x(timeline, fit, timeline->runs[low].from);
    return x - to > next - x ? timeline->runs[low].step + 1 : run->step_end;
}
