#include "command/check_json.h"

#include "command/json_out.h"

static void put_problem(const LessonProblems *all, const LessonProblem *p, FILE *to) {
    fputs("{\"file\": ", to);
    json_string(to, all->file);
    fprintf(to, ", \"line\": %d, \"column\": %d, \"end_column\": %d, \"path\": ", p->line,
            p->column, p->end_column);
    json_string(to, p->path);
    fputs(", \"severity\": \"error\", \"message\": ", to);
    json_string(to, p->text);
    fputs(", \"expected\": [", to);
    for (size_t i = 0; i < p->expected_count; i++) {
        if (i) fputs(", ", to);
        json_string(to, p->expected[i]);
    }
    fputs("], \"nearest\": ", to);
    json_string(to, *p->nearest ? p->nearest : NULL);
    fputs(", \"hint\": ", to);
    json_string(to, *p->hint ? p->hint : NULL);
    fputc('}', to);
}

static void put_comma(size_t *count, FILE *to) {
    if ((*count)++) fputs(",\n  ", to);
}

void check_json_problems(const LessonProblems *problems, size_t *count, FILE *to) {
    for (size_t i = 0; i < problems->count; i++) {
        put_comma(count, to);
        put_problem(problems, &problems->items[i], to);
    }
}

void check_json_diag(const Session *s, size_t *count, FILE *to) {
    const Diag *d = &s->diag;
    const LessonProgram *p = &s->lesson.program;
    if (d->kind == DIAG_NONE) return;
    put_comma(count, to);
    fputs("{\"file\": ", to);
    json_string(to, p->path ? p->path : s->lesson.path);
    /* A program inside the lesson has lines of its own; the lesson's is where it begins. */
    bool apart = p->path != NULL;
    fprintf(to, ", \"line\": %d, \"column\": %d, \"end_column\": %d, \"path\": ",
            apart ? d->line : p->place.line, apart ? d->column : p->place.column,
            apart && d->end_line == d->line ? d->end_column
            : apart                         ? d->column
                                            : p->place.column);
    json_string(to, apart ? "" : "program.text");
    fputs(", \"severity\": \"error\", \"message\": ", to);
    json_string(to, d->text);
    fputs(", \"expected\": [], \"nearest\": null, \"hint\": ", to);
    json_string(to, *d->hint ? d->hint : NULL);
    fputc('}', to);
}
