#include "command/check_spots.h"

#include <string.h>

#include "lesson/lesson_say.h"
#include "model/model_find.h"
#include "model/why.h"

enum { MOST_NAMES = 16 };

void check_spots_expect(CheckRun *run, LessonProblem *problem, const char *kind, const char *name) {
    LessonProblems *problems = &run->session.problems;
    const CsSnapshot *now = run->facts.now;
    if (!now) return;
    WhyMoment moment = {&run->words, now, now->event, cs_result(run->session.engine).end};
    const char *names[MOST_NAMES];
    size_t count, used = 0, length = strlen(kind);
    const char **all = why_names(&moment, &count);
    for (size_t i = 0; i < count && used < MOST_NAMES; i++)
        if (strncmp(all[i], kind, length) == 0 && strchr(":#", all[i][length]))
            names[used++] = all[i];
    const char *given = name ? lesson_pool_format(&problems->pool, "%s:%s", kind, name) : NULL;
    if (used)
        lesson_problem_expect(problems, problem, given, names, used);
    else
        lesson_problem_hint(problems, problem, "There is no %s at all then.", kind);
}

/* A panel is always there; a future, a timer and a thread light the panel that holds them. */
static bool is_lit(const CsSnapshot *now, const LessonThing *thing) {
    static const char *const panels[] = {"panel", "future", "timer", "thread"};
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++)
        if (strcmp(thing->kind, panels[i]) == 0) return true;
    return model_find_spot(now, thing) != 0;
}

/* The panel of "view" that a spot lies in; every other thing is a box. */
static const struct {
    const char *spot, *panel;
} homes[] = {
    {"source", "source"}, {"output", "output"}, {"timeline", "timeline"},
    {"stage", "stage"},   {"running", "stage"}, {"ready", "stage"},
    {"tasks", "stage"},   {"task", "stage"},    {"thread", "timeline"},
};

/* The panel that would have to be shown for the thing to be seen; NULL: it is. */
static const char *missing_panel(const LessonStrings *panels, const LessonThing *thing) {
    bool names_panel = strcmp(thing->kind, "panel") == 0;
    const char *spot = names_panel ? thing->name : thing->kind, *home = "boxes";
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        if (strcmp(homes[i].spot, spot) == 0) home = homes[i].panel;
    for (size_t i = 0; i < panels->count; i++)
        if (strcmp(panels->items[i], home) == 0) return NULL;
    return panels->count ? home : NULL;
}

/* A light on what the lesson itself hides. */
static void check_shown(CheckRun *run, const SessionMoment *m) {
    LessonProblems *problems = &run->session.problems;
    const LessonStrings *panels = &run->session.lesson.view.panels;
    const char *panel = missing_panel(panels, &m->moment->spotlight);
    if (!panel) return;
    size_t number = (size_t)(m->moment - run->session.lesson.moments.items);
    LessonPlace place = lesson_course_item_place(problems, "moments", number, "spotlight");
    LessonProblem *p =
        lesson_problem_add(problems, &place, "this cannot be seen: the view leaves its panel out");
    lesson_problem_hint(problems, p, "Add \"%s\" to the panels of \"view\".", panel);
}

static void check_spot(CheckRun *run, const SessionMoment *m) {
    const LessonThing *thing = &m->moment->spotlight;
    LessonProblems *problems = &run->session.problems;
    model_pool_reset(&run->pool);
    if (!session_seek(&run->session, m->at)) return;
    if (!session_facts_update(&run->facts, &run->session)) return;
    if (is_lit(run->facts.now, thing)) {
        check_shown(run, m);
        return;
    }
    size_t number = (size_t)(m->moment - run->session.lesson.moments.items);
    LessonPlace place = lesson_course_item_place(problems, "moments", number, "spotlight");
    if (strcmp(thing->kind, "generator") == 0) {
        LessonProblem *p =
            lesson_problem_add(problems, &place, "a generator has no place of its own to be lit");
        lesson_problem_hint(problems, p, "Take \"panel:running\", where its frame is seen.");
        return;
    }
    LessonProblem *p =
        thing->name ? lesson_problem_add(problems, &place, "there is no %s:%s at this moment",
                                         thing->kind, thing->name)
                    : lesson_problem_add(problems, &place, "there is no %s#%d at this moment",
                                         thing->kind, thing->number);
    check_spots_expect(run, p, thing->kind, thing->name);
}

/* Of several moments at one place the first is shown, so the others would never be read. */
static void check_hidden(CheckRun *run, const SessionMoment *m) {
    Session *s = &run->session;
    const SessionMoment *shown = session_seek(s, m->at) ? session_moment_here(s) : NULL;
    if (!shown || shown == m) return;
    LessonProblem *p = lesson_problem_add(&s->problems, &m->moment->place,
                                          "this moment is never shown: %s stands at the same place",
                                          shown->moment->place.path);
    lesson_problem_hint(&s->problems, p,
                        "Say both in one text, or move one of them to the line before or after.");
}

/* Whether no other task runs that coroutine. */
static bool is_alone(const CsSnapshot *now, const CsTask *task) {
    int count = 0;
    for (int i = 0; i < now->task_count; i++)
        count += strcmp(now->tasks[i].coroutine, task->coroutine) == 0;
    return count == 1;
}

/* What tasks may be called, in the problems' memory: one that was given no name by its coroutine,
   where that tells it apart. */
static const char **task_names(LessonProblems *problems, const CsSnapshot *now) {
    size_t count = (size_t)now->task_count;
    const char **names = lesson_pool_alloc(&problems->pool, count * sizeof *names);
    for (size_t i = 0; i < count; i++) {
        const CsTask *task = &now->tasks[i];
        bool unnamed = strncmp(task->name, "Task-", 5) == 0;
        names[i] = unnamed && is_alone(now, task) ? task->coroutine : task->name;
    }
    return names;
}

void check_spots_followed(CheckRun *run) {
    Session *s = &run->session;
    const char *name = s->lesson.view.follow;
    if (!name) return;
    session_go(s, GO_END);
    if (!session_facts_update(&run->facts, s)) return;
    const CsSnapshot *now = run->facts.now; /* where every task has been made */
    if (model_find_task_named(now, name, strlen(name))) return;
    LessonPlace place = lesson_course_place(&s->problems, "view", "follow");
    LessonProblem *p =
        lesson_problem_add(&s->problems, &place, "the run has no task named \"%s\"", name);
    lesson_problem_expect(&s->problems, p, name, task_names(&s->problems, now),
                          (size_t)now->task_count);
    if (p->expected_count > MOST_NAMES) p->expected_count = MOST_NAMES;
}

/* A sign for words that are lit up wants another one behind them, in every language. */
static void check_marks(CheckRun *run, size_t number) {
    LessonProblems *problems = &run->session.problems;
    const LessonText *say = &run->session.lesson.moments.items[number].say;
    for (size_t i = 0; i < say->count; i++) {
        if (!lesson_say_unclosed(say->items[i].text)) continue;
        LessonPlace place = lesson_course_item_place(problems, "moments", number, "say");
        LessonProblem *p = lesson_problem_add(problems, &place, "a == is never closed");
        lesson_problem_hint(problems, p,
                            "Write == before and after the words that are to be lit up.");
        return;
    }
}

void check_spots(CheckRun *run) {
    const Session *s = &run->session;
    for (size_t i = 0; i < s->lesson.moments.count; i++) check_marks(run, i);
    for (size_t i = 0; i < s->moment_count; i++) check_hidden(run, &s->moments[i]);
    for (size_t i = 0; i < s->moment_count; i++)
        if (s->moments[i].moment->spotlight.kind) check_spot(run, &s->moments[i]);
}
