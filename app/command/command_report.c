#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#include "command/json_out.h"

/* One JSON object on one line: what the oracle prints for the same program. */

/* Writes of one moment are one piece until a line ends. */
static void put_stdout(const Session *s) {
    size_t count, size = 0;
    const CsOutput *o = cs_outputs(s->engine, &count);
    char *piece = NULL;
    int64_t time = -1;
    bool first = true, open = false;
    fputs("[", stdout);
    for (size_t i = 0; i < count; i++) {
        if (o[i].stream != 1) continue;
        bool joins = open && o[i].time_ns == time && piece[size - 1] != '\n';
        if (open && !joins) {
            json_text(stdout, piece, size);
            fputs("]", stdout);
            size = 0;
        }
        if (!joins) {
            fputs(first ? "[" : ", [", stdout);
            json_seconds(stdout, o[i].time_ns);
            fputs(", ", stdout);
            first = false;
        }
        char *grown = realloc(piece, size + o[i].size);
        if (!grown) break;
        piece = grown;
        memcpy(piece + size, o[i].text, o[i].size);
        size += o[i].size;
        time = o[i].time_ns;
        open = true;
    }
    if (open) {
        json_text(stdout, piece, size);
        fputs("]", stdout);
    }
    fputs("]", stdout);
    free(piece);
}

static void put_loop(const Session *s) {
    size_t count = cs_handle_run_count(s->engine);
    fputs("[", stdout);
    for (size_t i = 0; i < count; i++) {
        CsHandleRun r = cs_handle_run(s->engine, i);
        printf("%s[%u, ", i ? ", " : "", r.iteration);
        json_seconds(stdout, r.time_ns);
        fputs(", ", stdout);
        json_string(stdout, r.label);
        fputs(", ", stdout);
        json_string(stdout, r.task);
        fputs("]", stdout);
    }
    fputs("]", stdout);
}

static void put_stderr(const Session *s) {
    size_t count, size = 0;
    const CsOutput *o = cs_outputs(s->engine, &count);
    for (size_t i = 0; i < count; i++) size += o[i].stream == 2 ? o[i].size : 0;
    char *text = malloc(size + 1);
    size_t used = 0;
    for (size_t i = 0; text && i < count; i++) {
        if (o[i].stream != 2) continue;
        memcpy(text + used, o[i].text, o[i].size);
        used += o[i].size;
    }
    json_text(stdout, text ? text : "", text ? size : 0);
    free(text);
}

static void report_run(Session *s) {
    session_record_all(s);
    CsResult r = cs_result(s->engine);
    fputs("{\"stdout\": ", stdout);
    put_stdout(s);
    fputs(", \"loop\": ", stdout);
    put_loop(s);
    fputs(", \"exception\": ", stdout);
    json_string(stdout, r.exception);
    fputs(", \"stderr\": ", stdout);
    put_stderr(s);
    fputs(", \"end\": ", stdout);
    json_seconds(stdout, r.time_ns);
    printf(", \"deadlock\": %s, \"endless\": %s}\n", r.end == CS_END_DEADLOCK ? "true" : "false",
           r.end == CS_END_INSTRUCTIONS || r.end == CS_END_TIME ? "true" : "false");
}

/* A program that does not even compile: CPython reports a SyntaxError. */
static void report_mistake(const Session *s) {
    char *text = NULL;
    size_t size = 0;
    FILE *memory = tmpfile();
    if (memory) {
        command_print_diag(s, memory);
        size = (size_t)ftell(memory);
        rewind(memory);
        text = malloc(size + 1);
        size = text ? fread(text, 1, size, memory) : 0;
        fclose(memory);
    }
    char exception[DIAG_TEXT + 32];
    snprintf(exception, sizeof exception, "%s: %s",
             s->diag.kind == DIAG_INDENTATION ? "IndentationError"
             : s->diag.kind == DIAG_TAB       ? "TabError"
                                              : "SyntaxError",
             s->diag.text);
    fputs("{\"stdout\": [], \"loop\": [], \"exception\": ", stdout);
    json_string(stdout, exception);
    fputs(", \"stderr\": ", stdout);
    json_text(stdout, text ? text : "", size);
    fputs(", \"end\": 0.0, \"deadlock\": false, \"endless\": false}\n", stdout);
    free(text);
}

int command_report(const CommandOptions *o) {
    Session s;
    SessionContext context = command_context_of(o);
    context.world = o->world;
    bool ok = session_open(&s, &context, o->files[0]);
    bool mistake = !ok && s.diag.kind != DIAG_NONE && s.diag.kind != DIAG_LIMIT &&
                   s.diag.kind != DIAG_UNSUPPORTED;
    if (ok) {
        report_run(&s);
    } else if (mistake) {
        report_mistake(&s);
    } else {
        lesson_problems_print(&s.problems, stderr);
        if (s.diag.kind != DIAG_NONE) command_print_diag(&s, stderr);
    }
    session_close(&s);
    return ok || mistake ? 0 : EXIT_FAILED;
}
