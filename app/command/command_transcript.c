#include "command/command.h"

/* The walk through a lesson as text: what was printed and what is told, in order. */

static void print_time(int64_t ns) {
    printf("%9.3f  ", (double)ns / 1e9);
}

/* Prints what was written before the record `order`; returns how many outputs are done. */
static size_t print_outputs(const Session *s, size_t done, uint32_t order) {
    size_t count;
    const CsOutput *o = cs_outputs(s->engine, &count);
    static const char *const marks[] = {"", "   | ", "   ! "};
    for (; done < count && o[done].event <= order; done++) {
        print_time(o[done].time_ns);
        fputs(marks[o[done].stream], stdout);
        fwrite(o[done].text, 1, o[done].size, stdout);
        bool ends = o[done].size && o[done].text[o[done].size - 1] == '\n';
        while (!ends && done + 1 < count && o[done + 1].stream == o[done].stream) {
            done++;
            fwrite(o[done].text, 1, o[done].size, stdout);
            ends = o[done].size && o[done].text[o[done].size - 1] == '\n';
        }
        if (!ends) putchar('\n');
    }
    return done;
}

static void print_head(const Session *s, const char *language) {
    printf("%s\n", lesson_text(&s->lesson.title, language));
    if (s->lesson.summary.count) printf("%s\n", lesson_text(&s->lesson.summary, language));
    printf("\n    time s\n");
}

static void print_end(const Session *s) {
    CsResult r = cs_result(s->engine);
    print_time(r.time_ns);
    if (r.message && *r.message) {
        printf("%s\n", r.message);
    } else if (r.exception) {
        printf("The program ends with %s\n", r.exception);
    } else {
        printf("The program ends.\n");
    }
}

int command_transcript(const CommandOptions *o) {
    Session s;
    bool ok = command_open(&s, o);
    if (ok) {
        session_record_all(&s);
        print_head(&s, o->language);
        size_t done = 0;
        for (size_t i = 0; i < s.moment_count; i++) {
            const SessionMoment *m = &s.moments[i];
            done = print_outputs(&s, done, m->order);
            print_time(m->time_ns);
            printf("%s\n", lesson_text(&m->moment->say, o->language));
        }
        print_outputs(&s, done, UINT32_MAX);
        print_end(&s);
        if (s.problems.count) lesson_problems_print(&s.problems, stderr);
    }
    session_close(&s);
    return ok ? 0 : EXIT_FAILED;
}
