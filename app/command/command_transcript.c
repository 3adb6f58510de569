#include "command/command.h"

#include <stdlib.h>

#include "session/transcript.h"

int command_transcript(const CommandOptions *o) {
    Session s;
    bool ok = command_open(&s, o);
    if (ok) {
        session_record_all(&s);
        SessionContext context = command_context_of(o);
        char *text = transcript_all(&s, &context, text_table(o->language));
        ok = text != NULL;
        fputs(ok ? text : "", stdout);
        if (!ok) fprintf(stderr, "coroscope: there is not enough memory for the transcript\n");
        free(text);
        if (s.problems.count) lesson_problems_print(&s.problems, stderr);
    }
    session_close(&s);
    return ok ? 0 : EXIT_FAILED;
}
