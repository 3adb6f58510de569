#include "command/command.h"

#include <stdlib.h>

#include "session/transcript.h"

int command_transcript(const CommandOptions *o) {
    Session s;
    bool ok = command_open(&s, o);
    if (ok) {
        session_record_all(&s);
        char *text = transcript_text(&s, text_table(o->language), o->language);
        ok = text != NULL;
        fputs(ok ? text : "", stdout);
        if (!ok) fprintf(stderr, "coroscope: there is not enough memory for the transcript\n");
        free(text);
        SessionContext context = command_context(o->language);
        if (ok) transcript_whatifs(&s, &context, text_table(o->language), stdout);
        if (s.problems.count) lesson_problems_print(&s.problems, stderr);
    }
    session_close(&s);
    return ok ? 0 : EXIT_FAILED;
}
