#include "command/command.h"

#include "command/json_out.h"

/* Every record of the run, one JSON object a line. */
int command_trace(const CommandOptions *o) {
    Session s;
    bool ok = command_open(&s, o->files[0], o->language);
    if (ok) session_record_all(&s);
    size_t count = 0;
    const CsEvent *events = ok ? cs_events(s.engine, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const CsEvent *e = &events[i];
        char name[256];
        cs_describe(s.engine, e->subject, name, sizeof name);
        printf("{\"id\": %u, \"step\": %u, \"time\": ", e->id, e->step);
        json_seconds(stdout, e->time);
        printf(", \"kind\": \"%s\", \"subject\": %u, \"name\": ", event_info[e->kind].name,
               e->subject);
        json_string(stdout, name);
        printf(", \"cause\": ");
        if (e->cause) {
            printf("%u", e->cause);
        } else {
            printf("null");
        }
        printf(", \"argument\": %u, \"line\": %u}\n", e->arg, e->line);
    }
    session_close(&s);
    return ok ? 0 : EXIT_FAILED;
}
