#include "scene/scene_whatif.h"

#include <stdio.h>

static const float FUTURE = 0.38F;
static const DrawStroke DASHED = {.width = 2.4F, .on = 9, .off = 7};

typedef struct {
    Scene *s;
    const LayoutWhatIf *layout;
    const ModelWhatIf *model;
    int64_t now_ns;
} View;

static const char *word(const View *v, TextKey key) {
    return text_get(v->model->words, key);
}

/* How wide it is on one line. */
static float sentence_width(Scene *s, const ModelText *text, const SentenceStyle *style) {
    float width = 0;
    for (int i = 0; i < text->count; i++) {
        const ModelSpan *span = &text->spans[i];
        if (span->kind == SPAN_BADGE) {
            width += style->badge + 4;
            continue;
        }
        FontId font = span->kind == SPAN_CODE ? FONT_MONO_REGULAR : style->font;
        width += scene_measure(s, font, style->size, span->text);
    }
    return width;
}

/* One line or two in the middle of the height. */
static void put_sentence(Scene *s, const ModelText *text, const SentenceStyle *style, DrawRect r) {
    bool one = style->lines == 1 || sentence_width(s, text, style) < r.w - 8;
    float middle = r.y + r.h / 2 + style->size * 0.36F;
    scene_sentence(s, text, style, r.x, one ? middle : middle - style->leading / 2, r.w);
}

/* ---- What is changed ------------------------------------------------------------------------ */

static void put_head(const View *v) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    DrawRect r = v->layout->head;
    scene_panel(s, r);
    char number[16], count[16], of[64];
    const char *const args[] = {number, count};
    snprintf(number, sizeof number, "%d", v->model->number);
    snprintf(count, sizeof count, "%d", v->model->count);
    text_format(of, sizeof of, word(v, TEXT_N_OF_N), args, 2);
    float x = r.x + 20, middle = r.y + r.h / 2, half = r.w * 0.46F;
    float end = scene_heading(s, x, middle - 12, t->text2, word(v, TEXT_WHATIF));
    if (v->model->count > 1)
        scene_text(s, FONT_MONO_REGULAR, 16, end + 14, middle - 12, t->text2, of);
    scene_text_fit(s, FONT_UI_SEMIBOLD, s->compact ? 20 : 22, x, middle + 19, half - 30, t->text,
                   v->model->title);
    SentenceStyle style = {FONT_UI_MEDIUM, s->compact ? 17 : 20, t->text, 24, 27, 2};
    draw_line(s->list, r.x + half, r.y + 14, r.x + half, r.y + r.h - 14, t->line,
              (DrawStroke){.width = 1});
    put_sentence(s, &v->model->change, &style,
                 (DrawRect){r.x + half + 22, r.y, r.w - half - 42, r.h});
}

static void put_say(const View *v) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    DrawRect r = v->layout->say;
    if (r.h <= 0) return;
    scene_panel(s, r);
    draw_fill_corners(s->list, (DrawRect){r.x, r.y, 6, r.h}, 3, DRAW_LEFT, t->text2);
    float size = s->compact ? 17 : 20, leading = s->compact ? 23 : 26;
    SentenceStyle style = {FONT_UI_MEDIUM, size, t->text, 26, leading, 2};
    put_sentence(s, &v->model->say, &style, (DrawRect){r.x + 24, r.y, r.w - 48, r.h});
}

/* ---- One of the runs ------------------------------------------------------------------------ */

static int task_lanes(const View *v, int which) {
    int rows = v->model->runs[which].timeline->rows, shown = v->layout->runs[which].shown;
    return rows < shown ? rows : shown;
}

/* Where the lanes of threads begin; the end of all lanes where there are none. */
static float threads_top(const View *v, int which) {
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    float y = r->lanes.y + v->layout->lane * (float)task_lanes(v, which);
    return r->threads ? y + THREADS_GAP : y;
}

static float lanes_bottom(const View *v, int which) {
    return threads_top(v, which) + v->layout->lane * (float)v->layout->runs[which].threads;
}

/* Clear of the two lines that cross the lanes. */
static void put_unused(const View *v, const LayoutWhatIfRun *r, float cy) {
    Scene *s = v->s;
    const char *text = word(v, TEXT_WHATIF_NO_THREAD);
    float part = v->model->parts ? v->layout->part : r->lanes.x, head = v->layout->playhead;
    float first = part < head ? part : head, last = part < head ? head : part;
    float wide = scene_measure(s, FONT_UI_REGULAR, 16, text), right = r->lanes.x + r->lanes.w;
    float x = r->lanes.x + 8;
    if (x + wide + 8 > first) x = first + 8;
    if (x + wide + 8 > last && x < last + 8) x = last + 8;
    if (x + wide < right) scene_text(s, FONT_UI_REGULAR, 16, x, cy + 5.5F, s->theme->text2, text);
}

/* A thread that only the other run has keeps its lane, and stays away from it. */
static void put_threads(const View *v, int which) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    float lane = v->layout->lane, x = r->panel.x + 35, top = threads_top(v, which);
    if (!r->threads) return;
    float rule = top - (float)THREADS_GAP / 2;
    draw_line(s->list, r->panel.x + 12, rule, r->lanes.x + r->lanes.w + 12, rule, t->line,
              (DrawStroke){.width = 1});
    for (int i = 0; i < r->threads; i++) {
        float cy = top + ((float)i + 0.5F) * lane;
        bool used = i < v->model->runs[which].timeline->threads;
        char number[16], name[64];
        const char *const args[] = {number};
        snprintf(number, sizeof number, "%d", i + 1);
        text_format(name, sizeof name, word(v, TEXT_THREAD_N), args, 1);
        if (!used) draw_alpha_push(s->list, FUTURE + 0.22F);
        scene_badge(s, (ModelBadge){.who = WHO_THREAD, .number = i + 1}, x, cy,
                    lane >= 25 ? 22 : 17);
        if (!used) draw_alpha_pop(s->list);
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x + 23, cy + 5.5F, r->lanes.x - x - 33,
                       used ? t->text : t->text2, name);
        if (!used) put_unused(v, r, cy);
    }
}

static void put_more(const View *v, int which) {
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    const Timeline *timeline = v->model->runs[which].timeline;
    int tasks = timeline->rows - r->shown, threads = timeline->threads - r->threads;
    char number[16], text[96];
    const char *const args[] = {number};
    if (tasks <= 0 && threads <= 0) return;
    snprintf(number, sizeof number, "%d", tasks > 0 ? tasks : threads);
    text_format(text, sizeof text,
                word(v, tasks > 0 ? TEXT_WHATIF_TASKS_MORE : TEXT_WHATIF_THREADS_MORE), args, 1);
    scene_text_fit(v->s, FONT_UI_REGULAR, 16, r->panel.x + 20, lanes_bottom(v, which) + 21,
                   r->lanes.x - r->panel.x - 40, v->s->theme->text2, text);
}

static void put_labels(const View *v, int which) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    const WhatIfRun *run = &v->model->runs[which];
    float lane = v->layout->lane, size = lane >= 34 ? 26 : lane >= 25 ? 23 : 17;
    float x = r->panel.x + 20 + size / 2;
    for (size_t i = 0; i < run->timeline->lane_count; i++) {
        const TimelineLane *its = &run->timeline->lanes[i];
        if (its->row < 0 || its->row >= r->shown) continue;
        float cy = r->lanes.y + ((float)its->row + 0.5F) * lane;
        ModelBadge badge = {.who = WHO_TASK, .number = its->number, .id = its->task};
        scene_badge(s, badge, x, cy, size);
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x + 18, cy + 5.5F, r->lanes.x - x - 28, t->text,
                       run->labels[i]);
    }
    put_threads(v, which);
    put_more(v, which);
}

/* The place from which on the runs differ: a dashed line with a flag. */
static void put_part(const View *v, int which) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    if (!v->model->parts) return;
    float x = v->layout->part, top = r->lanes.y - 10, bottom = lanes_bottom(v, which);
    draw_line(s->list, x, top, x, bottom + 4, t->text, (DrawStroke){.width = 2, .on = 5, .off = 4});
    draw_icon(s->list, ICON_DIAMOND, x, top - 6, 15, t->text);
    const char *text = word(v, TEXT_WHATIF_PART);
    float wide = scene_measure(s, FONT_UI_REGULAR, 16, text);
    float right = r->lanes.x + r->lanes.w;
    if (x + 14 + wide < right)
        scene_text(s, FONT_UI_REGULAR, 16, x + 14, top - 1, t->text2, text);
    else if (x - 14 - wide > r->lanes.x)
        scene_text_right(s, FONT_UI_REGULAR, 16, x - 14, top - 1, t->text2, text);
}

/* The time at the playhead, where the flag leaves room. */
static void put_now(const View *v, const LayoutWhatIfRun *r) {
    Scene *s = v->s;
    char text[40];
    snprintf(text, sizeof text, "%.3f", (double)v->now_ns / 1e9);
    float wide = scene_measure(s, FONT_MONO_BOLD, 16, text), x = v->layout->playhead + 10;
    if (x + wide > r->lanes.x + r->lanes.w) x = v->layout->playhead - 10 - wide;
    float flag = scene_measure(s, FONT_UI_REGULAR, 16, word(v, TEXT_WHATIF_PART)) + 40;
    bool taken = v->model->parts && x < v->layout->part + flag && x + wide > v->layout->part - flag;
    if (!taken) scene_text(s, FONT_MONO_BOLD, 16, x, r->lanes.y - 9, s->theme->runtext, text);
}

static void put_lanes(const View *v, int which) {
    Scene *s = v->s;
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    const WhatIfRun *run = &v->model->runs[which];
    Model model = {.timeline = run->timeline, .words = v->model->words, .time_ns = v->now_ns};
    StageLayout own = {.lanes_x = r->lanes.x, .lanes_width = r->lanes.w, .fit = r->fit};
    own.grid.lane = v->layout->lane;
    own.grid.lanes_shown = task_lanes(v, which);
    own.grid.threads_shown = r->threads;
    const Model *kept = s->model;
    s->model = &model;
    DrawRect area = {r->panel.x, r->lanes.y, r->lanes.x + r->lanes.w + 20 - r->panel.x, r->lanes.h};
    scene_run_lanes(s, &own, area, v->layout->playhead);
    s->model = kept;
    float bottom = lanes_bottom(v, which);
    put_part(v, which);
    draw_line(s->list, v->layout->playhead, r->lanes.y - 4, v->layout->playhead, bottom + 4,
              s->theme->runline, (DrawStroke){.width = 2.5F});
    draw_disc(s->list, v->layout->playhead, r->lanes.y - 4, 5, s->theme->runline);
    put_now(v, r);
}

/* A line that the other run does not have stands on a band with a bar, in bold. */
static void put_line(const View *v, const WhatIfLine *line, DrawRect r) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    bool yet = line->time_ns > v->now_ns;
    if (line->differs) {
        draw_fill(s->list, r, 5, t->bg3);
        draw_fill(s->list, (DrawRect){r.x, r.y, 4, r.h}, 0, t->text2);
    }
    if (yet) draw_alpha_push(s->list, FUTURE + 0.22F);
    float cy = r.y + r.h / 2, x = r.x + 78;
    scene_text_right(s, FONT_MONO_REGULAR, 15, x, cy + 5, t->text2, line->time);
    if (line->badge.who != WHO_NOBODY) scene_badge(s, line->badge, x + 20, cy, 19);
    bool both = line->is_error && line->badge.who != WHO_NOBODY;
    if (line->is_error) draw_icon(s->list, ICON_FAILED, x + (both ? 40 : 20), cy, 16, t->failed);
    float text = x + (both ? 54 : 38);
    scene_text_fit(s, line->differs ? FONT_MONO_BOLD : FONT_MONO_REGULAR, 16, text, cy + 5.5F,
                   r.x + r.w - 8 - text, t->text, line->text);
    if (yet) draw_alpha_pop(s->list);
}

static void put_output(const View *v, int which) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    const WhatIfRun *run = &v->model->runs[which];
    DrawRect o = r->output;
    if (o.w <= 0) return;
    draw_line(s->list, o.x - 8, o.y + 6, o.x - 8, o.y + o.h - 6, t->line, (DrawStroke){.width = 1});
    scene_heading(s, o.x + 10, o.y + 20, t->text2, word(v, TEXT_PANEL_OUTPUT));
    float y = o.y + 34;
    if (!run->line_count)
        scene_text_fit(s, FONT_UI_REGULAR, 16, o.x + 10, y + 17, o.w - 20, t->text2,
                       word(v, TEXT_OUTPUT_EMPTY));
    for (int i = 0; i < r->lines; i++) {
        DrawRect line = {o.x, y + (float)(i * WHATIF_OUTPUT_LINE), o.w, WHATIF_OUTPUT_LINE - 2};
        put_line(v, &run->lines[r->first_line + i], line);
    }
}

static void put_problem(const View *v, DrawRect panel) {
    Scene *s = v->s;
    char text[640];
    const char *const args[] = {v->model->problem};
    bool broken = *v->model->problem != 0;
    text_format(text, sizeof text, word(v, broken ? TEXT_WHATIF_BROKEN : TEXT_WHATIF_RECORDS), args,
                1);
    ModelSpan span = {.kind = SPAN_PLAIN, .text = text};
    ModelText sentence = {&span, 1};
    SentenceStyle style = {FONT_UI_MEDIUM, 19, s->theme->text, 24, 28, 3};
    float x = panel.x + 20;
    if (broken) draw_icon(s->list, ICON_FAILED, x + 10, panel.y + 78, 22, s->theme->failed);
    scene_sentence(s, &sentence, &style, x + (broken ? 34 : 0), panel.y + 84, panel.w - 80);
}

static void put_run(const View *v, int which) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const LayoutWhatIfRun *r = &v->layout->runs[which];
    bool original = which == WHATIF_ORIGINAL_RUN;
    draw_fill(s->list, r->panel, 12, t->bg1);
    draw_outline(s->list, r->panel, 12, original ? t->line2 : t->text,
                 original ? (DrawStroke){.width = 1.6F} : DASHED);
    scene_heading(s, r->panel.x + 20, r->panel.y + 28, t->text,
                  word(v, original ? TEXT_WHATIF_ORIGINAL : TEXT_WHATIF));
    if (!v->model->runs[which].timeline) {
        if (!original) put_problem(v, r->panel);
        return;
    }
    if (r->shown) {
        put_labels(v, which);
        put_lanes(v, which);
    }
    put_output(v, which);
    float size = s->compact ? 17 : 20, leading = s->compact ? 23 : 27;
    if (r->result.h <= 0) return;
    SentenceStyle style = {FONT_UI_REGULAR, size, t->text, 22, leading, r->result.h < 46 ? 1 : 2};
    put_sentence(s, &v->model->runs[which].result, &style, r->result);
}

void scene_whatif(Scene *s, const LayoutWhatIf *layout, const ModelWhatIf *model, int place,
                  float grown) {
    int cell;
    const WhatIfInstant *now = model->instants ? model_whatif_instant(model, place, &cell) : NULL;
    View v = {s, layout, model, now ? now->time_ns : 0};
    put_head(&v);
    put_run(&v, WHATIF_ORIGINAL_RUN);
    /* The variant grows out of the original to the right. */
    DrawRect seen = draw_grow(layout->runs[WHATIF_VARIANT_RUN].panel, 4);
    seen.w *= grown;
    if (grown < 1) draw_clip_push(s->list, seen);
    put_run(&v, WHATIF_VARIANT_RUN);
    if (grown < 1) draw_clip_pop(s->list);
    put_say(&v);
}

void scene_whatif_frame(Scene *s, DrawRect r) {
    draw_outline(s->list, r, 14, s->theme->text, (DrawStroke){.width = 3, .on = 12, .off = 8});
}
