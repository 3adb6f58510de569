#include "lesson/lesson_check.h"

#include "lesson/lesson_languages.h"
#include "lesson/lesson_nearest.h"
#include "lesson/lesson_program.h"

#include <limits.h>
#include <string.h>

enum { LINES_SHOWN = 8, LINES_COMPARED = 400, LINE_LONGEST = 64 };

/* Lines of the program that are compared with a text which is in none. */
typedef struct Lines {
    const char *texts[LINES_COMPARED];
    int numbers[LINES_COMPARED];
    size_t count;
} Lines;

typedef struct Check {
    const LessonContext *context;
    Lesson *lesson;
    const JsonScan *scan;
    LessonProblems *problems;
    Lines lines;
} Check;

/* Where a text was found in the program. */
typedef struct Found {
    int count;         /* places */
    int line;          /* of the first one */
    int in_comment;    /* line of a comment that has it, 0 where none has */
    const char *lines; /* the first of them, one a line */
} Found;

/* ---- Help with messages ------------------------------------------------------------------ */

static const char *quote(Check *c, const char *text) {
    return lesson_problem_quote(c->problems, text, strlen(text));
}

/* The place of a field of the object at `node`, for a problem of it alone. */
static LessonPlace field_place(Check *c, size_t node, const char *name) {
    return json_scan_place(c->scan, json_scan_field(c->scan, node, name), &c->problems->pool);
}

static void add_line(Check *c, Found *found, const LessonLine *line) {
    if (found->count > LINES_SHOWN) return;
    const char *before = found->lines ? found->lines : "";
    found->lines =
        found->count == LINES_SHOWN
            ? lesson_pool_format(&c->problems->pool, "%s...\n", before)
            : lesson_pool_format(&c->problems->pool, "%sline %d: %.*s\n", before, line->number,
                                 (int)(line->length & INT_MAX), line->text);
}

/* ---- Source text ------------------------------------------------------------------------- */

static const char *find_text(const char *text, size_t length, const char *wanted) {
    size_t size = strlen(wanted);
    for (const char *end = text + length; (size_t)(end - text) >= size; text++) {
        text = memchr(text, wanted[0], (size_t)(end - text) - size + 1);
        if (!text || !memcmp(text, wanted, size)) return text;
    }
    return NULL;
}

static Found find_lines(Check *c, const char *wanted) {
    Found found = {0};
    LessonLine line = {0};
    while (lesson_program_next_line(&c->lesson->program, &line)) {
        if (!find_text(line.text, line.length, wanted)) continue;
        if (!line.is_code) {
            found.in_comment = line.number;
            continue;
        }
        add_line(c, &found, &line);
        if (!found.count++) found.line = line.number;
    }
    return found;
}

/* The first lines of the program, for hint_nearest_line(); long lines are left out. */
static void collect_lines(Check *c) {
    LessonLine line = {0};
    if (c->lines.count) return;
    while (c->lines.count < LINES_COMPARED &&
           lesson_program_next_line(&c->lesson->program, &line)) {
        if (!line.is_code || line.length > LINE_LONGEST) continue;
        c->lines.numbers[c->lines.count] = line.number;
        c->lines.texts[c->lines.count++] =
            lesson_pool_copy(&c->problems->pool, line.text, line.length);
    }
}

/* Hints at the line that is the fewest letters away, where one is near. */
static void hint_nearest_line(Check *c, LessonProblem *problem, const char *wanted) {
    collect_lines(c);
    const char *nearest = lesson_nearest_far(wanted, c->lines.texts, c->lines.count);
    for (size_t i = 0; nearest && i < c->lines.count; i++) {
        if (c->lines.texts[i] != nearest) continue;
        lesson_problem_hint(c->problems, problem, "The nearest is line %d: %s", c->lines.numbers[i],
                            nearest);
        return;
    }
}

static void check_source(Check *c, LessonSelector *at) {
    const char *program = c->lesson->program.name;
    if (strchr(at->text, '\n')) {
        lesson_problem_add(c->problems, &at->place, "must be a piece of a single line");
        return;
    }
    Found found = find_lines(c, at->text);
    if (found.count == 1) {
        at->line = found.line;
        return;
    }
    LessonProblem *problem;
    if (found.count) {
        problem = lesson_problem_add(c->problems, &at->place,
                                     "%s is in %d lines of %s, it must be in one",
                                     quote(c, at->text), found.count, program);
        lesson_problem_hint(c->problems, problem, "%sGive more of the line that is meant.",
                            found.lines);
    } else if (found.in_comment) {
        lesson_problem_add(c->problems, &at->place, "%s is only in a comment of %s, in line %d",
                           quote(c, at->text), program, found.in_comment);
    } else {
        problem = lesson_problem_add(c->problems, &at->place, "%s is in no line of %s",
                                     quote(c, at->text), program);
        hint_nearest_line(c, problem, at->text);
    }
}

/* ---- Other selectors --------------------------------------------------------------------- */

static void check_line(Check *c, LessonSelector *at) {
    LessonLine line = {0};
    const char *program = c->lesson->program.name;
    while (line.number < at->line) {
        if (lesson_program_next_line(&c->lesson->program, &line)) continue;
        lesson_problem_add(c->problems, &at->place, "%s has %d lines only", program, line.number);
        return;
    }
    if (!line.is_code)
        lesson_problem_add(c->problems, &at->place, "nothing runs in line %d of %s: it is %s",
                           line.number, program, line.length ? "a comment" : "empty");
}

static void check_event(Check *c, LessonSelector *at) {
    const LessonContext *context = c->context;
    if (!context->events) return;
    for (size_t i = 0; i < context->event_count; i++) {
        if (!strcmp(context->events[i], at->text)) return;
    }
    LessonProblem *problem =
        lesson_problem_add(c->problems, &at->place, "%s is no event", quote(c, at->text));
    lesson_problem_expect(c->problems, problem, at->text, context->events, context->event_count);
}

static void check_output(Check *c, LessonSelector *at) {
    if (strchr(at->text, '\n'))
        lesson_problem_add(c->problems, &at->place, "must be a piece of a single line");
}

static void check_selector(Check *c, LessonSelector *at) {
    bool has_program = c->lesson->program.text != NULL;
    if (c->problems->more) return;
    if (at->kind == LESSON_AT_SOURCE && at->text && has_program) check_source(c, at);
    if (at->kind == LESSON_AT_LINE && at->line && has_program) check_line(c, at);
    if (at->kind == LESSON_AT_EVENT && at->text) check_event(c, at);
    if (at->kind == LESSON_AT_OUTPUT && at->text) check_output(c, at);
}

/* ---- Checkpoints, variants and the rest -------------------------------------------------- */

static void check_choices(Check *c, const LessonCheckpoint *checkpoint) {
    if (checkpoint->ask != LESSON_ASK_CHOICE || !checkpoint->choices.count) return;
    for (size_t i = 0; i < checkpoint->choices.count; i++) {
        if (checkpoint->choices.items[i].correct) return;
    }
    LessonPlace place = field_place(c, checkpoint->place.node, "choices");
    LessonProblem *problem = lesson_problem_add(c->problems, &place, "none of these is correct");
    lesson_problem_hint(c->problems, problem, "Mark one with \"correct\": true.");
}

static Found find_places(Check *c, const char *wanted) {
    const LessonProgram *program = &c->lesson->program;
    const char *end = program->text + program->length, *at = program->text;
    Found found = {0};
    LessonLine line = {0};
    while ((at = find_text(at, (size_t)(end - at), wanted))) {
        size_t offset = (size_t)(at - program->text);
        while (line.next <= offset && lesson_program_next_line(program, &line)) continue;
        add_line(c, &found, &line);
        found.count++;
        at += strlen(wanted);
    }
    return found;
}

static void check_edit(Check *c, const LessonEdit *edit) {
    if (!edit->find || !edit->put || !c->lesson->program.text || c->problems->more) return;
    LessonPlace place = field_place(c, edit->place.node, "find");
    if (!strcmp(edit->find, edit->put)) {
        LessonPlace put = field_place(c, edit->place.node, "put");
        lesson_problem_add(c->problems, &put, "is what stands there already");
    }
    Found found = find_places(c, edit->find);
    if (found.count == 1) return;
    const char *program = c->lesson->program.name;
    if (!found.count) {
        LessonProblem *problem = lesson_problem_add(c->problems, &place, "%s is not in %s",
                                                    quote(c, edit->find), program);
        hint_nearest_line(c, problem, edit->find);
        return;
    }
    LessonProblem *problem =
        lesson_problem_add(c->problems, &place, "%s is in %d places of %s, it must be in one",
                           quote(c, edit->find), found.count, program);
    lesson_problem_hint(c->problems, problem, "%sGive more of what stands around it.", found.lines);
}

/* A text, or an "eof" that is neither true nor false: what is wrong with it is told already. */
static bool has_wrong_value(const Check *c, const LessonInput *input) {
    size_t piece = input->place.node;
    size_t eof = json_scan_field(c->scan, piece, "eof");
    bool word = eof != piece && c->scan->nodes[eof].kind != JSON_BOOL;
    return word || json_scan_field(c->scan, piece, "text") != piece;
}

static void check_piece(Check *c, const LessonInput *input) {
    if (input->at < 0 || !input->place.line) return; /* it was no piece at all */
    if (input->text && input->eof) {
        lesson_problem_add(c->problems, &input->place,
                           "\"text\" and \"eof\" cannot stand together");
    } else if (!input->text && !input->eof && !has_wrong_value(c, input)) {
        LessonProblem *problem =
            lesson_problem_add(c->problems, &input->place, "a piece of input needs \"text\"");
        lesson_problem_hint(c->problems, problem, "Or \"eof\": true, where the input ends.");
    }
}

static void check_input(Check *c, const LessonInput *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const LessonInput *input = &items[i];
        check_piece(c, input);
        bool read = input->place.node && input[i ? -1 : 0].place.node; /* else it is told already */
        if (!i || !read || input->at < 0) continue;
        if (input->at < input[-1].at) {
            LessonPlace place = field_place(c, input->place.node, "at");
            lesson_problem_add(c->problems, &place,
                               "is before the piece above it, which comes at %.15g", input[-1].at);
        }
        if (input[-1].eof)
            lesson_problem_add(c->problems, &input->place, "comes after the end of the input");
    }
}

static void check_answer(Check *c, const LessonAnswer *answer) {
    const char *first = answer->error ? "error" : "text";
    const char *other = answer->json ? "json" : answer->error && answer->text ? "text" : NULL;
    if (other && (answer->error || answer->text)) {
        LessonProblem *problem = lesson_problem_add(
            c->problems, &answer->place, "\"%s\" and \"%s\" cannot stand together", first, other);
        lesson_problem_hint(c->problems, problem, "Keep one of them.");
    }
    for (size_t i = 0; i < answer->then.count; i++) check_answer(c, &answer->then.items[i]);
}

static void check_sayings(Check *c, const LessonSaying *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (items[i].text || items[i].close || !items[i].place.line) continue;
        LessonProblem *problem =
            lesson_problem_add(c->problems, &items[i].place, "says nothing: it needs \"text\"");
        lesson_problem_hint(c->problems, problem, "Or \"close\": true, to end the connection.");
    }
}

static void check_host(Check *c, const LessonHost *host) {
    check_sayings(c, host->say.items, host->say.count);
    check_sayings(c, host->replies.items, host->replies.count);
    const char *other = host->echo            ? "echo"
                        : host->say.count     ? "say"
                        : host->replies.count ? "replies"
                                              : NULL;
    if (host->error && other)
        lesson_problem_add(c->problems, &host->place, "\"error\" and \"%s\" cannot stand together",
                           other);
    if (host->echo && host->replies.count)
        lesson_problem_add(c->problems, &host->place,
                           "\"echo\" and \"replies\" cannot stand together");
}

static void check_process(Check *c, const LessonProcess *process) {
    if (!process->output.count || !(process->stdout_text || process->stderr_text)) return;
    LessonProblem *problem = lesson_problem_add(c->problems, &process->place,
                                                "\"output\" and \"%s\" cannot stand together",
                                                process->stdout_text ? "stdout" : "stderr");
    lesson_problem_hint(c->problems, problem,
                        "\"output\" gives the pieces with their times; keep one of them.");
}

static void check_world(Check *c, const LessonWorld *world) {
    check_input(c, world->input.items, world->input.count);
    for (size_t i = 0; i < world->http.count; i++) check_answer(c, &world->http.items[i]);
    for (size_t i = 0; i < world->hosts.count; i++) check_host(c, &world->hosts.items[i]);
    for (size_t i = 0; i < world->subprocess.count; i++)
        check_process(c, &world->subprocess.items[i]);
}

void lesson_check_world(const LessonWorld *world, const JsonScan *scan, LessonProblems *problems) {
    Check c = {.scan = scan, .problems = problems};
    check_world(&c, world);
}

static void check_requires(Check *c) {
    const Lesson *lesson = c->lesson;
    for (size_t i = 0; i < lesson->requires.count; i++) {
        const char *needed = lesson->requires.items[i];
        if (!needed || !lesson->id || strcmp(needed, lesson->id) != 0) continue;
        size_t item = json_scan_item(c->scan, 0, "requires", i);
        LessonPlace place = json_scan_place(c->scan, item, &c->problems->pool);
        lesson_problem_add(c->problems, &place, "is this lesson itself");
    }
}

void lesson_check(const LessonContext *context, Lesson *lesson, const JsonScan *scan,
                  LessonProblems *problems) {
    Check c = {.context = context, .lesson = lesson, .scan = scan, .problems = problems};
    for (size_t i = 0; i < lesson->moments.count; i++)
        check_selector(&c, &lesson->moments.items[i].at);
    for (size_t i = 0; i < lesson->checkpoints.count; i++) {
        check_selector(&c, &lesson->checkpoints.items[i].at);
        check_choices(&c, &lesson->checkpoints.items[i]);
    }
    for (size_t i = 0; i < lesson->variants.count; i++) {
        check_edit(&c, &lesson->variants.items[i].edit);
        check_selector(&c, &lesson->variants.items[i].inject.at);
    }
    check_input(&c, lesson->input.items, lesson->input.count);
    check_world(&c, &lesson->world);
    check_requires(&c);
    lesson_languages_check(lesson, scan, problems);
}
