/* What a variant changes and what comes of it, in words. */
#include "model/model_whatif.h"

#include <string.h>

#include "model/model_find.h"

enum { CODE_SHOWN = 60, NAMES_SHOWN = 3 };

static const char *word(const ModelWhatIf *w, TextKey key) {
    return text_get(w->words, key);
}

/* ---- What is changed ------------------------------------------------------------------------ */

/* One line of code without its indentation, cut where it is long; "…" for what follows. */
static ModelText code(ModelPool *pool, const char *text) {
    text += strspn(text, " \t\r\n");
    size_t length = strcspn(text, "\r\n");
    bool more = text[length + strspn(text + length, " \t\r\n")] != 0;
    if (length > CODE_SHOWN) {
        length = CODE_SHOWN;
        while (length && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
        more = true;
    }
    char *copy = model_print(pool, "%.*s%s", (int)length, text, more ? " \xE2\x80\xA6" : "");
    return sentence_piece(pool, SPAN_CODE, copy);
}

static ModelText plain(ModelPool *pool, const char *text) {
    return sentence_piece(pool, SPAN_PLAIN, text);
}

/* The wording's own code marks are for texts; what is filled in here is set already. */
static void say(Sentence *s, const char *pattern, const ModelText *args, int count) {
    char *bare = model_copy_z(s->pool, pattern), *to = bare;
    for (const char *p = pattern; *p; p++)
        if (*p != '`') *to++ = *p;
    *to = 0;
    if (s->text.count) sentence_add(s, SPAN_PLAIN, " ");
    sentence_fill(s, bare, args, count);
}

static void say_edit(const WhatIfFacts *f, const LessonEdit *edit, ModelWhatIf *w) {
    Sentence s = {.pool = f->pool};
    const char *rest = edit->put + strspn(edit->put, " \t\r\n");
    ModelText args[] = {plain(f->pool, model_print(f->pool, "%d", f->line)),
                        code(f->pool, edit->find), code(f->pool, edit->put)};
    say(&s, word(w, *rest ? TEXT_WHATIF_EDIT : TEXT_WHATIF_EDIT_OUT), args, 3);
    w->change = s.text;
}

/* The task of that name with its badge, else the name alone. */
static ModelText thing(const WhatIfFacts *f, const EventWords *words, const LessonThing *of) {
    const Timeline *t = f->timelines[WHATIF_ORIGINAL_RUN];
    for (size_t i = 0; of->name && i < t->lane_count; i++) {
        CsTaskInfo info;
        if (!cs_task_info(f->engines[WHATIF_ORIGINAL_RUN], t->lanes[i].task, &info)) continue;
        bool its = strcmp(info.name, of->name) == 0 || strcmp(info.label, of->name) == 0;
        if (its) return event_words_task(words, t->lanes[i].task);
    }
    const char *name = of->name ? of->name : model_print(f->pool, "%s#%d", of->kind, of->number);
    return sentence_piece(f->pool, SPAN_CODE, name);
}

/* When: as it came in the variant's run, else as the lesson has it. */
static const char *injected_at(const WhatIfFacts *f, const LessonInjection *in) {
    const CsEngine *variant = f->engines[WHATIF_VARIANT_RUN];
    size_t count = 0;
    uint32_t run = 0;
    const CsEvent *events = variant ? cs_events(variant, &count) : NULL;
    if (variant) cs_injected(variant, &run);
    if (run && run <= count) return model_clock(f->pool, events[run - 1].time);
    return in->at.kind == LESSON_AT_TIME ? model_seconds_float(f->pool, in->at.time) : "?";
}

static void say_injection(const WhatIfFacts *f, const EventWords *words, const LessonInjection *in,
                          ModelWhatIf *w) {
    static const TextKey keys[] = {[LESSON_INJECT_NOTHING] = TEXT_WHATIF_CANCEL,
                                   [LESSON_INJECT_CANCEL] = TEXT_WHATIF_CANCEL,
                                   [LESSON_INJECT_RAISE] = TEXT_WHATIF_RAISE,
                                   [LESSON_INJECT_DELAY] = TEXT_WHATIF_DELAY};
    Sentence s = {.pool = f->pool};
    ModelText time = plain(f->pool, injected_at(f, in)), who = thing(f, words, &in->target);
    ModelText args[3] = {time, who, plain(f->pool, model_seconds_float(f->pool, in->delay))};
    if (in->kind == LESSON_INJECT_RAISE) {
        args[1] = code(f->pool, in->exception);
        args[2] = who;
    }
    say(&s, word(w, keys[in->kind]), args, 3);
    w->change = s.text;
}

void model_whatif_change(const WhatIfFacts *f, const EventWords words[WHATIF_RUNS],
                         ModelWhatIf *out) {
    const LessonVariant *v = &f->lesson->variants.items[f->variant];
    if (v->kind == LESSON_VARIANT_EDIT)
        say_edit(f, &v->edit, out);
    else
        say_injection(f, &words[WHATIF_ORIGINAL_RUN], &v->inject, out);
}

/* ---- What comes of it ----------------------------------------------------------------------- */

static void say_end(const WhatIfFacts *f, const ModelWhatIf *w, int run, Sentence *s) {
    CsResult own = cs_result(f->engines[run]);
    ModelText args[2] = {plain(f->pool, model_clock(f->pool, own.time_ns))};
    TextKey key = TEXT_WHATIF_ENDS;
    if (own.message && *own.message) {
        size_t length = strlen(own.message);
        bool stop = length && own.message[length - 1] == '.';
        args[1] = plain(f->pool, model_copy(f->pool, own.message, length - stop));
        key = TEXT_WHATIF_STOPS;
    } else if (run == WHATIF_VARIANT_RUN) {
        int64_t more = own.time_ns - cs_result(f->engines[WHATIF_ORIGINAL_RUN]).time_ns;
        key = more > 0   ? TEXT_WHATIF_ENDS_LATER
              : more < 0 ? TEXT_WHATIF_ENDS_EARLIER
                         : TEXT_WHATIF_ENDS_SAME;
        args[1] = plain(f->pool, model_seconds(f->pool, more < 0 ? -more : more));
    }
    say(s, word(w, key), args, 2);
}

/* False: it ends without one, or with the same as the other run. */
static bool say_exception(const WhatIfFacts *f, const ModelWhatIf *w, int run, Sentence *s) {
    const char *own = cs_result(f->engines[run]).exception;
    const char *other = cs_result(f->engines[1 - run]).exception;
    if (!own || (other && strcmp(own, other) == 0)) return false;
    ModelText args[] = {code(f->pool, own)};
    say(s, word(w, TEXT_WHATIF_EXCEPTION), args, 1);
    return true;
}

/* `raised`: the exception that ends the run is told already. */
static void say_output(const WhatIfFacts *f, const ModelWhatIf *w, int run, bool raised,
                       Sentence *s) {
    const WhatIfRun *own = &w->runs[run], *other = &w->runs[1 - run];
    int k = 0;
    while (k < own->line_count && k < other->line_count &&
           strcmp(own->lines[k].text, other->lines[k].text) == 0)
        k++;
    bool variant = run == WHATIF_VARIANT_RUN;
    if (k == own->line_count && k == other->line_count) {
        if (variant) say(s, word(w, TEXT_WHATIF_PRINTS_SAME), NULL, 0);
    } else if (k == own->line_count || model_whatif_is_traceback(&own->lines[k])) {
        if (raised) return;
        say(s, word(w, variant ? TEXT_WHATIF_PRINTS_NONE : TEXT_WHATIF_PRINTS_NOT), NULL, 0);
    } else {
        ModelText args[] = {code(f->pool, own->lines[k].text), plain(f->pool, own->lines[k].time)};
        say(s, word(w, variant ? TEXT_WHATIF_PRINTS_INSTEAD : TEXT_WHATIF_PRINTS), args, 2);
    }
}

static LaneEnd end_in(const Timeline *t, int number) {
    for (size_t i = 0; i < t->lane_count; i++)
        if (t->lanes[i].number == number) return t->lanes[i].end;
    return LANE_OPEN;
}

/* Tasks that end badly in this run alone. */
static void say_tasks(const WhatIfFacts *f, const EventWords *words, const ModelWhatIf *w, int run,
                      Sentence *s) {
    const Timeline *own = f->timelines[run], *other = f->timelines[1 - run];
    int said = 0;
    for (size_t i = 0; i < own->lane_count && said < NAMES_SHOWN; i++) {
        const TimelineLane *lane = &own->lanes[i];
        bool bad = lane->end == LANE_CANCELLED || lane->end == LANE_FAILED;
        if (!bad || lane->row < 0 || end_in(other, lane->number) == lane->end) continue;
        CsTaskInfo info;
        bool known = cs_task_info(f->engines[run], lane->task, &info);
        ModelText args[] = {event_words_task(words, lane->task),
                            code(f->pool, known ? info.value : "")};
        bool failed = lane->end == LANE_FAILED;
        say(s, word(w, failed ? TEXT_WHATIF_TASK_FAILED : TEXT_WHATIF_TASK_CANCELLED), args, 2);
        said++;
    }
}

void model_whatif_results(const WhatIfFacts *f, const EventWords words[WHATIF_RUNS],
                          ModelWhatIf *out) {
    for (int run = 0; run < WHATIF_RUNS; run++) {
        Sentence s = {.pool = f->pool};
        say_end(f, out, run, &s);
        bool raised = say_exception(f, out, run, &s);
        say_output(f, out, run, raised, &s);
        say_tasks(f, &words[run], out, run, &s);
        if (run == WHATIF_VARIANT_RUN && !out->parts) say(&s, word(out, TEXT_WHATIF_SAME), NULL, 0);
        out->runs[run].result = s.text;
    }
}
