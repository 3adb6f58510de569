#include "command/handout.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/lesson_program.h"
#include "lesson/lesson_say.h"

/* ---- Blocks ------------------------------------------------------------------------------ */

static HandoutBlock *add(Handout *h, HandoutKind kind, const char *text) {
    if (h->count == h->room) {
        h->room = h->room ? h->room * 2 : 64;
        h->blocks = lesson_pool_resize(h->blocks, h->room, sizeof *h->blocks);
    }
    HandoutBlock *block = &h->blocks[h->count++];
    *block = (HandoutBlock){
        .kind = kind, .text = lesson_pool_copy(&h->pool, text, strlen(text)), .label = ""};
    return block;
}

static HandoutBlock *add_heading(Handout *h, const CheckRun *run, TextKey key) {
    return add(h, HANDOUT_HEADING, text_get(run->words.words, key));
}

static void add_text(Handout *h, HandoutKind kind, const LessonText *text) {
    if (text->count) add(h, kind, lesson_text(text, h->language));
}

/* ---- The lesson --------------------------------------------------------------------------- */

static void add_head(Handout *h, const CheckRun *run) {
    const Lesson *lesson = &run->session.lesson;
    add_text(h, HANDOUT_TITLE, &lesson->title);
    add_text(h, HANDOUT_LEAD, &lesson->summary);
    if (lesson->objectives.count) add_heading(h, run, TEXT_HANDOUT_OBJECTIVES);
    for (size_t i = 0; i < lesson->objectives.count; i++)
        add_text(h, HANDOUT_ITEM, &lesson->objectives.items[i]);
}

static void add_program(Handout *h, const CheckRun *run) {
    const LessonProgram *program = &run->session.lesson.program;
    const char *at = program->text, *end = program->text + program->length;
    add_heading(h, run, TEXT_HANDOUT_PROGRAM);
    for (int number = 1; at < end; number++) {
        size_t length = strcspn(at, "\r\n");
        const char *line = lesson_pool_copy(&h->pool, at, length);
        add(h, HANDOUT_CODE, line)->label = lesson_pool_format(&h->pool, "%d", number);
        at += length;
        if (*at == '\r') at++;
        if (*at == '\n') at++;
    }
}

static const char *place_of(Handout *h, const CheckRun *run, const Playhead *at, int64_t time_ns) {
    const Session *s = &run->session;
    char time[32], step[32], line[32], text[256];
    snprintf(time, sizeof time, "%.3f", (double)time_ns / 1e9);
    snprintf(step, sizeof step, "%" PRIu64, at->step);
    snprintf(line, sizeof line, "%d", at->step ? cs_step_line(s->engine, at->step) : 0);
    const char *const arguments[] = {time, step, line};
    text_format(text, sizeof text, text_get(run->words.words, TEXT_HANDOUT_PLACE), arguments, 3);
    return lesson_pool_copy(&h->pool, text, strlen(text));
}

/* The name in "{Bob}", which the window shows as a badge; 0: braces of another kind. */
static size_t name_in_braces(const char *at) {
    size_t length = strcspn(at + 1, "{} `");
    return *at == '{' && length > 0 && at[1 + length] == '}' ? length : 0;
}

/* A caption without its marks: paper has no badges, and code is known by its brackets. */
static const char *plain_caption(Handout *h, const char *text) {
    char *out = lesson_pool_copy(&h->pool, text, strlen(text)), *to = out;
    char *unmarked = lesson_pool_copy(&h->pool, text, strlen(text));
    bool code = false;
    lesson_say_unmark(text, unmarked);
    for (const char *at = unmarked; *at;) {
        size_t name = code ? 0 : name_in_braces(at);
        if (*at == '`') code = !code;
        if (name) memcpy(to, at + 1, name);
        to += name;
        if (!name && *at != '`') *to++ = *at;
        at += name ? name + 2 : 1;
    }
    *to = '\0';
    return out;
}

static void add_moments(Handout *h, const CheckRun *run, bool teacher) {
    const Session *s = &run->session;
    if (s->moment_count) add_heading(h, run, TEXT_HANDOUT_MOMENTS);
    for (size_t i = 0; i < s->moment_count; i++) {
        const SessionMoment *m = &s->moments[i];
        const char *say = lesson_text(&m->moment->say, h->language);
        HandoutBlock *block = add(h, HANDOUT_MOMENT, plain_caption(h, say));
        block->label = lesson_pool_format(&h->pool, "%zu \u00b7 %s", i + 1,
                                          place_of(h, run, &m->at, m->time_ns));
        if (i < h->picture_count) block->picture = &h->pictures[i];
        if (teacher) add_text(h, HANDOUT_NOTE, &m->moment->note);
    }
}

/* What would be otherwise; its runs are seen in the window. */
static void add_variants(Handout *h, const CheckRun *run) {
    const Lesson *lesson = &run->session.lesson;
    if (lesson->variants.count) add_heading(h, run, TEXT_WHATIF);
    for (size_t i = 0; i < lesson->variants.count; i++) {
        const LessonVariant *variant = &lesson->variants.items[i];
        add(h, HANDOUT_ANSWER, lesson_text(&variant->title, h->language))->label =
            lesson_pool_format(&h->pool, "%zu", i + 1);
        add_text(h, HANDOUT_BECAUSE, &variant->say);
    }
}

/* ---- Questions ---------------------------------------------------------------------------- */

static void add_options(Handout *h, const PredictQuestion *q) {
    for (int i = 0; i < q->count; i++)
        add(h, HANDOUT_OPTION, q->options[i].name)->label =
            lesson_pool_format(&h->pool, "%c", 'A' + i);
}

static void add_question(Handout *h, CheckRun *run, const PredictQuestion *q, size_t number) {
    const char *heading = event_words_string(&run->words, &q->heading);
    const char *place = place_of(h, run, &run->session.playhead, run->facts.now->time_ns);
    add(h, HANDOUT_ASKED, lesson_pool_format(&h->pool, "%s: %s", place, heading))->label =
        lesson_pool_format(&h->pool, "%zu", number);
    add_options(h, q);
}

static void add_answer(Handout *h, CheckRun *run, const PredictQuestion *q, size_t number) {
    for (int i = 0; i < q->count; i++) {
        if (!q->options[i].right) continue;
        add(h, HANDOUT_ANSWER, lesson_pool_format(&h->pool, "%c  %s", 'A' + i, q->options[i].name))
            ->label = lesson_pool_format(&h->pool, "%zu", number);
    }
    const char *because = event_words_string(&run->words, &q->because);
    if (*because) add(h, HANDOUT_BECAUSE, because);
}

typedef void (*AddQuestion)(Handout *h, CheckRun *run, const PredictQuestion *q, size_t number);

/* The same questions each time, numbered in the order of the run. */
static void add_questions(Handout *h, CheckRun *run, TextKey heading, AddQuestion add_one) {
    size_t count;
    PredictPlace *places = predict_places(&run->session, &count);
    if (count) add_heading(h, run, heading)->new_page = heading == TEXT_HANDOUT_ANSWERS;
    for (size_t i = 0; i < count; i++) {
        PredictQuestion question;
        if (check_run_ask(run, &places[i], &question)) add_one(h, run, &question, i + 1);
    }
    free(places);
}

/* ---- All ---------------------------------------------------------------------------------- */

void handout_build(Handout *h, CheckRun *run, Surface *pictures, size_t picture_count,
                   bool teacher) {
    *h = (Handout){.pictures = pictures, .picture_count = picture_count, .language = run->language};
    const char *title = lesson_text(&run->session.lesson.title, h->language);
    h->title = lesson_pool_copy(&h->pool, title, strlen(title));
    add_head(h, run);
    add_program(h, run);
    add_moments(h, run, teacher);
    add_variants(h, run);
    add_questions(h, run, TEXT_HANDOUT_QUESTIONS, add_question);
    add_questions(h, run, TEXT_HANDOUT_ANSWERS, add_answer);
}

void handout_clear(Handout *h) {
    for (size_t i = 0; i < h->picture_count; i++) surface_clear(&h->pictures[i]);
    free(h->pictures);
    free(h->blocks);
    lesson_pool_clear(&h->pool);
    *h = (Handout){0};
}
