#include "command/command.h"

#include <stdlib.h>

#include "session/session_variant.h"

/* Variants of a lesson on the command line. */

int command_variant_number(const Session *s, const char *text) {
    char *end;
    size_t count = s->lesson.variants.count;
    unsigned long number = strtoul(text, &end, 10);
    if (!*end && *text != '-' && number >= 1 && number <= count) return (int)number - 1;
    if (count)
        fprintf(stderr, "coroscope: there is no what-if %s: the lesson has %zu\n", text, count);
    else
        fprintf(stderr, "coroscope: %s has no what-ifs; a lesson gives them under \"variants\"\n",
                s->lesson.path);
    return -1;
}

/* Recorded, and whatever is injected could be done. */
static bool run(Session *variant, Session *original, const SessionContext *context, size_t number) {
    LessonProblems *problems = &original->problems;
    size_t before = problems->count;
    bool good = session_variant_open(variant, original, context, number, problems);
    if (good) {
        session_record_all(variant);
        good = session_variant_verify(variant, original, number, problems);
    }
    for (size_t i = before; i < problems->count; i++)
        lesson_problem_print(problems, &problems->items[i], stderr);
    return good;
}

bool command_variant(Session *s, const CommandOptions *o) {
    int number = command_variant_number(s, o->variant);
    if (number < 0) return false;
    SessionContext context = command_context_of(o);
    context.world = o->world;
    Session variant;
    session_record_all(s);
    if (!run(&variant, s, &context, (size_t)number)) {
        session_close(&variant);
        return false;
    }
    session_close(s);
    *s = variant;
    return true;
}
