#include "command/command.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "command/json_out.h"
#include "lesson/lesson_nearest.h"
#include "model/model_find.h"
#include "model/why.h"

/* Why is a task, a queue ... as it is at a moment: in sentences, or as one JSON object. */

enum { CHAIN_HEAD = 6, CHAIN_TAIL = 18, NAMES_SHOWN = 60 };

/* ---- The moment ---------------------------------------------------------------------------- */

static int refuse(const char *format, const char *text) {
    fputs("coroscope: ", stderr);
    fprintf(stderr, format, text);
    fputc('\n', stderr);
    return EXIT_USAGE;
}

static int go_step(Session *s, const char *text) {
    char *end;
    unsigned long long step = strtoull(text, &end, 10);
    if (*end || end == text || *text == '-')
        return refuse("--step wants a number, not \"%s\"", text);
    if (step <= cs_step_count(s->engine)) return session_seek_step(s, step) ? 0 : EXIT_FAILED;
    fprintf(stderr, "coroscope: there is no step %s: the run has %" PRIu64 " steps\n", text,
            cs_step_count(s->engine));
    return EXIT_FAILED;
}

static int go_time(Session *s, const char *text) {
    char *end;
    double seconds = strtod(text, &end);
    if (*end || end == text) return refuse("--time wants seconds, not \"%s\"", text);
    LessonSelector reached = {.kind = LESSON_AT_TIME, .time = seconds};
    Playhead at;
    uint32_t order;
    if (session_find(s, &reached, &at, &order)) return session_seek(s, at) ? 0 : EXIT_FAILED;
    fprintf(stderr, "coroscope: there is no time %s: the run ends at %.3f s\n", text,
            (double)cs_result(s->engine).time_ns / 1e9);
    return EXIT_FAILED;
}

static int go_event(Session *s, const char *text) {
    char *end;
    unsigned long long event = strtoull(text, &end, 10);
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (*end || end == text || *text == '-')
        return refuse("--event wants a number, not \"%s\"", text);
    if (event >= 1 && event <= count) {
        Playhead at = {.step = events[event - 1].step, .event = (uint32_t)event};
        return session_seek(s, at) ? 0 : EXIT_FAILED;
    }
    fprintf(stderr, "coroscope: there is no record %s: the run has %zu\n", text, count);
    return EXIT_FAILED;
}

static int go(Session *s, const CommandOptions *o) {
    if (o->step) return go_step(s, o->step);
    if (o->time) return go_time(s, o->time);
    return go_event(s, o->event);
}

/* ---- Who is asked about -------------------------------------------------------------------- */

static void list_names(const char *const *names, size_t count) {
    fputs("At this moment there are: ", stderr);
    for (size_t i = 0; i < count && i < NAMES_SHOWN; i++)
        fprintf(stderr, "%s%s", i ? ", " : "", names[i]);
    if (count > NAMES_SHOWN) fprintf(stderr, " and %zu more", count - NAMES_SHOWN);
    fputs(count ? "\n" : "no tasks, futures or queues\n", stderr);
}

static bool find(const WhyMoment *m, const char *of, WhyThing *thing) {
    WhyFound found = of ? why_find(m, of, thing) : WHY_UNKNOWN;
    if (found == WHY_FOUND) return true;
    size_t count;
    const char **names = why_names(m, &count);
    const char *near = of && found == WHY_UNKNOWN ? lesson_nearest(of, names, count) : NULL;
    if (!of) fputs("coroscope: why wants --of NAME.", stderr);
    if (of && found == WHY_AMBIGUOUS)
        fprintf(stderr, "coroscope: several things are called \"%s\".", of);
    if (of && found == WHY_UNKNOWN)
        fprintf(stderr, "coroscope: nothing is called \"%s\" at this moment.", of);
    if (near) fprintf(stderr, " Did you mean \"%s\"?", near);
    fputc('\n', stderr);
    list_names(names, count);
    return false;
}

/* ---- Text ---------------------------------------------------------------------------------- */

static void print(const ModelText *text) {
    for (int i = 0; i < text->count; i++) {
        bool code = text->spans[i].kind == SPAN_CODE;
        bool again = i > 0 && text->spans[i - 1].kind == SPAN_CODE;
        bool goes_on = i + 1 < text->count && text->spans[i + 1].kind == SPAN_CODE;
        printf("%s%s%s", code && !again ? "`" : "", text->spans[i].text,
               code && !goes_on ? "`" : "");
    }
}

static void print_phrase(const EventWords *w, const char *key, const PhraseArg *args) {
    ModelText text = event_words_fill(w, key, NULL, NULL, args);
    print(&text);
}

/* In a column: UTF-8 characters count, not bytes. */
static void print_column(const char *text, int width) {
    for (const char *p = text; *p; p++) width -= ((unsigned char)*p & 0xC0) != 0x80;
    printf("%s%*s", text, width > 0 ? width : 0, "");
}

/* A line of the chain: time, step and line in columns, then the sentence. */
static void print_link(const EventWords *w, const WhyLink *l) {
    const PhraseArg step[] = {{"step", event_words_plain(w, model_print(w->pool, "%u", l->step))},
                              {0}};
    const PhraseArg at[] = {{"line", event_words_plain(w, model_print(w->pool, "%d", l->line))},
                            {0}};
    ModelText step_text = event_words_fill(w, "why.step", NULL, NULL, step);
    ModelText line_text = event_words_fill(w, "why.line", NULL, NULL, at);
    printf("  %9.3f  ", (double)l->time_ns / 1e9);
    print_column(event_words_string(w, &step_text), 11);
    print_column(l->line ? event_words_string(w, &line_text) : "", 10);
    print(&l->text);
    putchar('\n');
}

static void print_title(const EventWords *w, const char *key) {
    putchar('\n');
    print_phrase(w, key, NULL);
    putchar('\n');
}

static void print_chain(const EventWords *w, const Why *why) {
    size_t count = why->chain_count;
    bool cut = count > CHAIN_HEAD + CHAIN_TAIL;
    for (size_t i = 0; i < count; i++) {
        if (!cut || i < CHAIN_HEAD || i >= count - CHAIN_TAIL) {
            print_link(w, &why->chain[i]);
        } else if (i == CHAIN_HEAD) {
            const char *more = model_print(w->pool, "%zu", count - CHAIN_HEAD - CHAIN_TAIL);
            const PhraseArg args[] = {{"count", event_words_plain(w, more)}, {0}};
            printf("  %9s  ", "");
            print_phrase(w, "why.omitted", args);
            putchar('\n');
        }
    }
}

static void print_moment(const EventWords *w, const CsSnapshot *now) {
    const PhraseArg args[] = {
        {"time", event_words_plain(w, model_clock(w->pool, now->time_ns))},
        {"step", event_words_plain(w, model_print(w->pool, "%" PRIu64, now->step))},
        {"line", event_words_plain(w, model_print(w->pool, "%d", now->line_next))},
        {0}};
    ModelText text = event_words_fill(w, "why.at", now->line_next ? "line" : NULL, NULL, args);
    print(&text);
    putchar('\n');
}

static void print_text(const EventWords *w, const CsSnapshot *now, const Why *why) {
    print_moment(w, now);
    print(&why->is);
    putchar('\n');
    if (why->waker_count) print_title(w, "why.title_waker");
    for (int i = 0; i < why->waker_count; i++) {
        fputs("  ", stdout);
        print(&why->wakers[i].text);
        putchar('\n');
    }
    print_title(w, "why.title_why");
    print_chain(w, why);
    print_title(w, "why.title_next");
    if (why->has_next) {
        print_link(w, &why->next);
    } else {
        fputs("  ", stdout);
        print_phrase(w, "why.nothing_next", NULL);
        putchar('\n');
    }
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static void put_text(const EventWords *w, const ModelText *text) {
    json_string(stdout, event_words_string(w, text));
}

static void put_link(const EventWords *w, const WhyLink *l) {
    printf("{\"event\": %u, \"kind\": \"%s\", \"step\": %u, \"time\": ", l->event, l->kind,
           l->step);
    json_seconds(stdout, l->time_ns);
    printf(", \"line\": %d, \"text\": ", l->line);
    put_text(w, &l->text);
    putchar('}');
}

static void print_json(const EventWords *w, const CsSnapshot *now, const Why *why) {
    fputs("{\"of\": ", stdout);
    json_string(stdout, why->of);
    printf(", \"id\": %u, \"step\": %" PRIu64 ", \"time\": ", why->id, now->step);
    json_seconds(stdout, now->time_ns);
    printf(", \"state\": \"%s\", \"text\": ", why->state);
    put_text(w, &why->is);
    fputs(",\n \"wakers\": [", stdout);
    for (int i = 0; i < why->waker_count; i++) {
        printf("%s{\"kind\": \"%s\", \"id\": %u, \"text\": ", i ? ", " : "", why->wakers[i].kind,
               why->wakers[i].id);
        put_text(w, &why->wakers[i].text);
        putchar('}');
    }
    fputs("],\n \"chain\": [", stdout);
    for (size_t i = 0; i < why->chain_count; i++) {
        if (i) fputs(",\n  ", stdout);
        put_link(w, &why->chain[i]);
    }
    fputs("],\n \"next\": ", stdout);
    if (why->has_next)
        put_link(w, &why->next);
    else
        fputs("null", stdout);
    fputs("}\n", stdout);
}

/* ---- The command ---------------------------------------------------------------------------- */

static int answer(Session *s, const CommandOptions *o) {
    ModelPool pool = {0};
    EventFacts facts;
    event_facts_build(&facts, s->engine, &pool);
    EventWords words = {.facts = &facts, .words = text_table(o->language), .pool = &pool};
    CsSnapshot *now = cs_snapshot(s->engine);
    uint32_t order = session_order(s);
    if (now && order > now->event) order = now->event;
    const WhyMoment moment = {&words, now, order, cs_result(s->engine).end};
    WhyThing thing;
    bool ok = now && find(&moment, o->of, &thing);
    if (ok) {
        Why *why = model_alloc(&pool, sizeof *why);
        why_build(&moment, &thing, why);
        (o->json ? print_json : print_text)(&words, now, why);
    }
    cs_snapshot_free(now);
    model_pool_clear(&pool);
    return ok ? 0 : EXIT_FAILED;
}

int command_why(const CommandOptions *o) {
    int places = (o->step != NULL) + (o->time != NULL) + (o->event != NULL);
    if (places != 1) return refuse("why wants one of --step N, --time T and --event N%s", "");
    Session s;
    int status = EXIT_FAILED;
    if (command_open(&s, o)) {
        session_record_all(&s);
        status = go(&s, o);
        if (status == 0) status = answer(&s, o);
    }
    session_close(&s);
    return status;
}
