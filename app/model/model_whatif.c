#include "model/model_whatif.h"

#include <string.h>

enum { LINES_COMPARED = 400 };

/* ---- Lines of output ------------------------------------------------------------------------ */

static bool same_line(const WhatIfLine *a, const WhatIfLine *b) {
    return a->is_error == b->is_error && strcmp(a->text, b->text) == 0;
}

/* Lines that are no part of the longest common sequence differ. Beyond LINES_COMPARED by place. */
static void compare_lines(ModelPool *pool, WhatIfRun *a, WhatIfRun *b) {
    int n = a->line_count < LINES_COMPARED ? a->line_count : LINES_COMPARED;
    int m = b->line_count < LINES_COMPARED ? b->line_count : LINES_COMPARED;
    int wide = m + 1;
    uint16_t *common = model_array(pool, (size_t)((n + 1) * wide), sizeof *common);
    for (int i = n; i-- > 0;) {
        for (int k = m; k-- > 0;) {
            uint16_t down = common[(i + 1) * wide + k], right = common[i * wide + k + 1];
            uint16_t both = (uint16_t)(common[(i + 1) * wide + k + 1] + 1);
            common[i * wide + k] = same_line(&a->lines[i], &b->lines[k]) ? both
                                   : down > right                        ? down
                                                                         : right;
        }
    }
    for (int i = 0; i < a->line_count; i++) a->lines[i].differs = true;
    for (int k = 0; k < b->line_count; k++) b->lines[k].differs = true;
    for (int i = 0, k = 0; i < n && k < m;) {
        if (same_line(&a->lines[i], &b->lines[k])) {
            a->lines[i++].differs = b->lines[k++].differs = false;
        } else if (common[(i + 1) * wide + k] >= common[i * wide + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
}

/* ---- Instants of both ----------------------------------------------------------------------- */

static void add_instant(ModelWhatIf *w, int64_t time_ns, const int at[WHATIF_RUNS]) {
    WhatIfInstant *instant = &w->instants[w->instant_count++];
    *instant = (WhatIfInstant){.time_ns = time_ns, .at = {at[0], at[1]}};
    for (int run = 0; run < WHATIF_RUNS; run++) {
        if (at[run] < 0) continue;
        int cells = w->runs[run].timeline->instants[at[run]].cells;
        if (cells > instant->cells) instant->cells = cells;
    }
    w->places += instant->cells > 0 ? instant->cells : 1;
}

static void join_instants(ModelPool *pool, ModelWhatIf *w) {
    static const Timeline none;
    const Timeline *a = w->runs[0].timeline;
    const Timeline *b = w->runs[1].timeline ? w->runs[1].timeline : &none;
    w->instants = model_array(pool, a->instant_count + b->instant_count + 1, sizeof *w->instants);
    for (size_t i = 0, k = 0; i < a->instant_count || k < b->instant_count;) {
        int64_t left = i < a->instant_count ? a->instants[i].time_ns : INT64_MAX;
        int64_t right = k < b->instant_count ? b->instants[k].time_ns : INT64_MAX;
        int64_t time = left < right ? left : right;
        int at[WHATIF_RUNS] = {left == time ? (int)i++ : -1, right == time ? (int)k++ : -1};
        add_instant(w, time, at);
    }
}

const WhatIfInstant *model_whatif_instant(const ModelWhatIf *w, int place, int *cell) {
    for (int i = 0; i < w->instant_count; i++) {
        int cells = w->instants[i].cells > 0 ? w->instants[i].cells : 1;
        *cell = place;
        if (place < cells) return &w->instants[i];
        place -= cells;
    }
    const WhatIfInstant *last = w->instant_count ? &w->instants[w->instant_count - 1] : NULL;
    *cell = last ? last->cells : 0;
    return last;
}

int model_whatif_place(const ModelWhatIf *w, int64_t time_ns) {
    int place = 0;
    for (int i = 0; i < w->instant_count && w->instants[i].time_ns < time_ns; i++)
        place += w->instants[i].cells > 0 ? w->instants[i].cells : 1;
    return place;
}

static int cells_of(const WhatIfInstant *instant) {
    return instant->cells > 0 ? instant->cells : 1;
}

static int place_in(const ModelWhatIf *w, int instant, float cell) {
    int place = 0, most = cells_of(&w->instants[instant]) - 1;
    for (int i = 0; i < instant; i++) place += cells_of(&w->instants[i]);
    return place + (cell < 0 ? 0 : cell > (float)most ? most : (int)cell);
}

int model_whatif_place_at(const ModelWhatIf *w, int run, TimelineAt at) {
    for (int i = 0; i < w->instant_count; i++)
        if (w->instants[i].at[run] == at.instant) return place_in(w, i, at.cell);
    return w->places - 1;
}

int model_whatif_part_place(const ModelWhatIf *w) {
    return w->parts ? place_in(w, w->part_instant, w->part_cell) : -1;
}

/* ---- The whole ------------------------------------------------------------------------------ */

static void name_lanes(const WhatIfFacts *f, int which, WhatIfRun *run) {
    run->labels = model_array(f->pool, run->timeline->lane_count + 1, sizeof *run->labels);
    for (size_t i = 0; i < run->timeline->lane_count; i++) {
        CsTaskInfo info;
        bool known = cs_task_info(f->engines[which], run->timeline->lanes[i].task, &info);
        run->labels[i] = known ? info.label : "";
    }
}

/* Up to there both runs are the same, so any of them tells where it lies. */
static void find_part(const WhatIfFacts *f, ModelWhatIf *w) {
    WhatIfPart part;
    w->parts = model_whatif_part(f, &part);
    if (!w->parts) return;
    TimelineAt at = timeline_at(f->timelines[0], part.event, part.step, part.time_ns);
    for (int i = 0; i < w->instant_count; i++)
        if (w->instants[i].time_ns <= part.time_ns) w->part_instant = i;
    w->part_cell = part.waited || at.cell < 0 ? 0 : at.cell;
}

static void build_runs(const WhatIfFacts *f, const EventWords words[WHATIF_RUNS], ModelWhatIf *w) {
    bool two = f->engines[WHATIF_VARIANT_RUN] != NULL;
    for (int run = 0; run < WHATIF_RUNS; run++) {
        if (!f->engines[run]) continue;
        w->runs[run].timeline = f->timelines[run];
        name_lanes(f, run, &w->runs[run]);
        model_whatif_lines(f, run, &w->runs[run]);
    }
    join_instants(f->pool, w);
    if (!two) return;
    compare_lines(f->pool, &w->runs[0], &w->runs[1]);
    find_part(f, w);
    model_whatif_results(f, words, w);
}

void model_whatif_build(const WhatIfFacts *f, ModelWhatIf *out) {
    const LessonVariant *v = &f->lesson->variants.items[f->variant];
    *out = (ModelWhatIf){.number = f->variant + 1,
                         .count = (int)f->lesson->variants.count,
                         .problem = f->problem ? f->problem : "",
                         .words = f->words};
    EventFacts facts[WHATIF_RUNS];
    EventWords words[WHATIF_RUNS];
    for (int run = 0; run < WHATIF_RUNS; run++) {
        if (!f->engines[run]) continue;
        event_facts_build(&facts[run], f->engines[run], f->pool);
        words[run] = (EventWords){&facts[run], f->words, f->pool, f->badges};
    }
    out->title = model_copy_z(f->pool, lesson_text(&v->title, f->language));
    const char *told = lesson_text(&v->say, f->language);
    Sentence s = {.pool = f->pool};
    if (*told) sentence_fill(&s, model_copy_z(f->pool, told), NULL, 0);
    out->say = s.text;
    model_whatif_change(f, words, out);
    build_runs(f, words, out);
}
