#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model_whatif.h"
#include "model/timeline_build.h"
#include "session/session_variant.h"
#include "session/transcript.h"
#include "session/transcript_paper.h"

/* What-ifs at the end of a transcript: what is changed, and what comes of it in both runs. */

typedef struct {
    TranscriptPaper paper;
    Session *original;
    const SessionContext *context;
    const TextTable *words;
    Timeline timelines[WHATIF_RUNS];
    ModelPool pool;
    int staged; /* the variant that is on the stage, from 1; 0: none */
} Whole;

static bool extend(Timeline *timeline, const Session *s) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    return timeline_extend(timeline, events, count);
}

static void put(Whole *p, const char *text) {
    transcript_put(&p->paper, text, strlen(text));
}

/* Code stands between its marks. */
static void put_text(Whole *p, const char *before, const ModelText *text) {
    if (!text->count) return;
    put(p, "  ");
    put(p, before);
    for (int i = 0; i < text->count; i++) {
        const char *mark = text->spans[i].kind == SPAN_CODE ? "`" : "";
        put(p, mark);
        put(p, text->spans[i].text ? text->spans[i].text : "");
        put(p, mark);
    }
    put(p, "\n");
}

static void put_filled(Whole *p, const char *before, TextKey key, const char *argument) {
    char text[640];
    const char *const args[] = {argument};
    text_format(text, sizeof text, text_get(p->words, key), args, 1);
    put(p, before);
    transcript_put_line(&p->paper, text);
}

static void put_lines(Whole *p, const WhatIfRun *run) {
    for (int i = 0; i < run->line_count; i++) {
        transcript_put_time(&p->paper, run->lines[i].time_ns);
        transcript_put_stream(&p->paper, run->lines[i].is_error ? 2 : 1);
        transcript_put_line(&p->paper, run->lines[i].text);
    }
}

static void put_both(Whole *p, const ModelWhatIf *w) {
    static const TextKey names[] = {TEXT_WHATIF_ORIGINAL, TEXT_WHATIF};
    char part[40];
    if (w->parts) {
        snprintf(part, sizeof part, "%.3f", (double)w->instants[w->part_instant].time_ns / 1e9);
        put_filled(p, "  ", TEXT_TRANSCRIPT_PART, part);
    }
    for (int run = 0; run < WHATIF_RUNS; run++) {
        char before[96];
        snprintf(before, sizeof before, "%s: ", text_get(p->words, names[run]));
        put_text(p, before, &w->runs[run].result);
        put_lines(p, &w->runs[run]);
    }
    put_text(p, "", &w->say);
}

static void put_variant(Whole *p, int number) {
    Session variant;
    LessonProblems problems = {0};
    size_t at = (size_t)number;
    const LessonVariant *v = &p->original->lesson.variants.items[at];
    lesson_problems_start(&problems, p->original->lesson.path, NULL, 0);
    bool good = session_variant_open(&variant, p->original, p->context, at, &problems);
    if (good) session_record_all(&variant);
    good = good && session_variant_verify(&variant, p->original, at, &problems);
    timeline_clear(&p->timelines[WHATIF_VARIANT_RUN]);
    good = good && extend(&p->timelines[WHATIF_VARIANT_RUN], &variant);
    const char *problem = good || !problems.count ? "" : problems.items[0].text;
    WhatIfFacts facts = {.engines = {p->original->engine, good ? variant.engine : NULL},
                         .timelines = {&p->timelines[0], &p->timelines[1]},
                         .lesson = &p->original->lesson,
                         .variant = number,
                         .line = session_variant_line(p->original, v),
                         .problem = problem,
                         .language = p->context->language,
                         .words = p->words,
                         .pool = &p->pool};
    ModelWhatIf w;
    model_whatif_build(&facts, &w);
    bool staged = p->staged == number + 1;
    put_filled(p, "\n", staged ? TEXT_TRANSCRIPT_STAGED : TEXT_TRANSCRIPT_WHATIF, w.title);
    put_text(p, "", &w.change);
    if (good)
        put_both(p, &w);
    else
        put_filled(p, "  ", TEXT_WHATIF_BROKEN, problem);
    model_pool_reset(&p->pool);
    lesson_problems_clear(&problems);
    session_close(&variant);
}

static void put_variants(Whole *p) {
    int count = (int)p->original->lesson.variants.count;
    if (count && extend(&p->timelines[WHATIF_ORIGINAL_RUN], p->original))
        for (int i = 0; i < count; i++) put_variant(p, i);
    for (int run = 0; run < WHATIF_RUNS; run++) timeline_clear(&p->timelines[run]);
    model_pool_clear(&p->pool);
}

char *transcript_whatifs(Session *s, const SessionContext *context, const TextTable *words) {
    Whole p = {.original = s, .context = context, .words = words};
    put_variants(&p);
    return transcript_take(&p.paper);
}

static void put_walk(Whole *p, const Session *s) {
    char *text = transcript_text(s, p->words, p->context->language);
    if (text) put(p, text);
    p->paper.failed = p->paper.failed || !text;
    free(text);
}

char *transcript_all(Session *s, const SessionContext *context, const TextTable *words) {
    Whole p = {.original = s, .context = context, .words = words};
    put_walk(&p, s);
    put_variants(&p);
    return transcript_take(&p.paper);
}

char *transcript_staged(Session *original, const Session *variant, int number,
                        const SessionContext *context, const TextTable *words) {
    Whole p = {.original = original, .context = context, .words = words, .staged = number + 1};
    const LessonVariant *v = &original->lesson.variants.items[number];
    put_filled(&p, "", TEXT_TRANSCRIPT_STAGED, lesson_text(&v->title, context->language));
    put_walk(&p, variant);
    put(&p, "\n");
    put_filled(&p, "", TEXT_TRANSCRIPT_ORIGINAL, text_get(words, TEXT_WHATIF_ORIGINAL));
    put_walk(&p, original);
    put_variants(&p);
    return transcript_take(&p.paper);
}
