#include "command/command.h"

#include <string.h>

#include "command/json_out.h"
#include "command/trace_perfetto.h"

/* Every record of the run, one JSON object a line, or as a file for Perfetto's viewer. */

static void put_record(FILE *to, const EventWords *w, const CsEvent *e) {
    char name[256];
    cs_describe(w->facts->engine, e->subject, name, sizeof name);
    fprintf(to, "{\"id\": %u, \"step\": %u, \"time\": ", e->id, e->step);
    json_seconds(to, e->time);
    fprintf(to, ", \"kind\": \"%s\", \"subject\": %u, \"name\": ", event_info[e->kind].name,
            e->subject);
    json_string(to, name);
    fputs(", \"cause\": ", to);
    if (e->cause) {
        fprintf(to, "%u", e->cause);
    } else {
        fputs("null", to);
    }
    fprintf(to, ", \"argument\": %u, \"line\": %u, \"text\": ", e->arg, e->line);
    ModelText text = event_words_say(w, e);
    json_string(to, event_words_string(w, &text));
    fputs("}\n", to);
}

static bool put_records(FILE *to, const EventWords *w, const LessonProgram *program) {
    (void)program;
    for (size_t i = 0; i < w->facts->event_count; i++) {
        model_pool_reset(w->pool); /* one sentence at a time */
        put_record(to, w, &w->facts->events[i]);
    }
    return true;
}

typedef bool (*Format)(FILE *to, const EventWords *words, const LessonProgram *program);

static const struct {
    const char *name;
    Format write;
} formats[] = {{"json", put_records}, {"perfetto", trace_perfetto}};

static Format find_format(const char *name) {
    if (!name) return put_records;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0) return formats[i].write;
    fprintf(stderr, "coroscope: there is no format \"%s\"; there are json and perfetto\n", name);
    return NULL;
}

static bool write_trace(Session *s, const CommandOptions *o, Format format, FILE *to) {
    ModelPool table = {0}, sentences = {0};
    EventFacts facts;
    event_facts_build(&facts, s->engine, &table);
    EventWords words = {.facts = &facts, .words = text_table(o->language), .pool = &sentences};
    bool ok = format(to, &words, &s->lesson.program);
    model_pool_clear(&sentences);
    model_pool_clear(&table);
    if (!ok) fputs("coroscope: there is not enough memory to write this trace\n", stderr);
    return ok;
}

static int write_to(Session *s, const CommandOptions *o, Format format) {
    if (!o->out) return write_trace(s, o, format, stdout) ? 0 : EXIT_FAILED;
    FILE *to = fopen(o->out, "wb");
    if (!to) {
        fprintf(stderr, "coroscope: cannot write %s\n", o->out);
        return EXIT_FAILED;
    }
    bool ok = write_trace(s, o, format, to);
    if (fclose(to) == 0 && ok) return 0;
    fprintf(stderr, "coroscope: %s could not be written completely\n", o->out);
    return EXIT_FAILED;
}

int command_trace(const CommandOptions *o) {
    Format format = find_format(o->format);
    if (!format) return EXIT_USAGE;
    Session s;
    int status = EXIT_FAILED;
    if (command_open(&s, o)) {
        session_record_all(&s);
        status = write_to(&s, o, format);
    }
    session_close(&s);
    return status;
}
