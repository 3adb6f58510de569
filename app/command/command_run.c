#include "command/command.h"

/* Runs to the end as Python would: output as it comes, traceback on stderr, Python's exit status.
 */

enum { SLICE = 2000000 };

static size_t print_new(const Session *s, size_t done) {
    size_t count;
    const CsOutput *o = cs_outputs(s->engine, &count);
    for (; done < count; done++) {
        FILE *to = o[done].stream == 1 ? stdout : stderr;
        if (to == stderr) fflush(stdout);
        fwrite(o[done].text, 1, o[done].size, to);
    }
    return done;
}

int command_run(const CommandOptions *o) {
    Session s;
    if (!command_open(&s, o)) {
        session_close(&s);
        return EXIT_FAILED;
    }
    if (o->variant && !command_variant(&s, o)) {
        session_close(&s);
        return EXIT_FAILED;
    }
    size_t printed = 0;
    bool ended;
    do {
        ended = cs_record(s.engine, SLICE) == CS_ENDED;
        printed = print_new(&s, printed);
    } while (!ended);
    fflush(stdout);
    CsResult r = cs_result(s.engine);
    if (r.exit_text) fprintf(stderr, "%s\n", r.exit_text);
    if (r.message && *r.message) fprintf(stderr, "coroscope: %s\n", r.message);
    session_close(&s);
    return r.exit_status;
}
