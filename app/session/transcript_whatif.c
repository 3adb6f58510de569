#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model_whatif.h"
#include "model/timeline_build.h"
#include "session/session_variant.h"
#include "session/transcript.h"

/* What-ifs at the end of a transcript: what is changed, and what comes of it in both runs. */

typedef struct {
    FILE *to;
    Session *original;
    const SessionContext *context;
    const TextTable *words;
    Timeline timelines[WHATIF_RUNS];
    ModelPool pool;
} Paper;

static bool extend(Timeline *timeline, const Session *s) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    return timeline_extend(timeline, events, count);
}

/* Code stands between its marks. */
static void put(const Paper *p, const char *before, const ModelText *text) {
    if (!text->count) return;
    fprintf(p->to, "  %s", before);
    for (int i = 0; i < text->count; i++) {
        bool code = text->spans[i].kind == SPAN_CODE;
        fprintf(p->to, code ? "`%s`" : "%s", text->spans[i].text ? text->spans[i].text : "");
    }
    fputc('\n', p->to);
}

static void put_problem(const Paper *p, const char *problem) {
    char text[640];
    const char *const args[] = {problem};
    text_format(text, sizeof text, text_get(p->words, TEXT_WHATIF_BROKEN), args, 1);
    fprintf(p->to, "  %s\n", text);
}

static void put_both(const Paper *p, const ModelWhatIf *w) {
    static const TextKey names[] = {TEXT_WHATIF_ORIGINAL, TEXT_WHATIF};
    for (int run = 0; run < WHATIF_RUNS; run++) {
        char before[96];
        snprintf(before, sizeof before, "%s: ", text_get(p->words, names[run]));
        put(p, before, &w->runs[run].result);
    }
    put(p, "", &w->say);
}

static void put_variant(Paper *p, int number) {
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
    char title[512];
    model_whatif_build(&facts, &w);
    const char *const args[] = {w.title};
    text_format(title, sizeof title, text_get(p->words, TEXT_TRANSCRIPT_WHATIF), args, 1);
    fprintf(p->to, "\n%s\n", title);
    put(p, "", &w.change);
    if (good)
        put_both(p, &w);
    else
        put_problem(p, problem);
    model_pool_reset(&p->pool);
    lesson_problems_clear(&problems);
    session_close(&variant);
}

void transcript_whatifs(Session *s, const SessionContext *context, const TextTable *words,
                        FILE *to) {
    Paper p = {.to = to, .original = s, .context = context, .words = words};
    int count = (int)s->lesson.variants.count;
    if (count && extend(&p.timelines[WHATIF_ORIGINAL_RUN], s))
        for (int i = 0; i < count; i++) put_variant(&p, i);
    for (int run = 0; run < WHATIF_RUNS; run++) timeline_clear(&p.timelines[run]);
    model_pool_clear(&p.pool);
}
