#include "session/session_variant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model_find.h"
#include "model/why.h"

enum { NAME_SIZE = 160 };

/* ---- Edits ---------------------------------------------------------------------------------- */

/* Puts the changed program in the place of the lesson's; false: the text is not there once. */
static bool edit_program(Lesson *lesson, const LessonEdit *edit) {
    LessonProgram *program = &lesson->program;
    const char *at = strstr(program->text, edit->find);
    if (!at || strstr(at + 1, edit->find)) return false;
    size_t before = (size_t)(at - program->text);
    const char *after = at + strlen(edit->find);
    program->text =
        lesson_pool_format(&lesson->pool, "%.*s%s%s", (int)before, program->text, edit->put, after);
    program->length = strlen(program->text);
    return true;
}

int session_variant_line(const Session *original, const LessonVariant *variant) {
    const char *text = original->lesson.program.text;
    if (variant->kind != LESSON_VARIANT_EDIT) return 0;
    const char *at = strstr(text, variant->edit.find);
    int line = 1;
    for (; at && text < at; text++) line += *text == '\n';
    /* Where the edit begins with a line's end, the next line is meant. */
    return at ? line + (*at == '\n') : 0;
}

/* A line of a program without its indentation; "" beyond the last one. */
static const char *program_line(const LessonProgram *program, int line, size_t *length) {
    const char *text = program->text;
    for (int n = 1; text && n < line; n++) {
        text = strchr(text, '\n');
        if (text) text++;
    }
    if (!text) text = "";
    text += strspn(text, " \t");
    *length = strcspn(text, "\r\n");
    return text;
}

/* ---- Injections: who is meant --------------------------------------------------------------- */

static void thing_text(const LessonThing *thing, char *text, size_t size) {
    if (thing->name)
        snprintf(text, size, "%s:%s", thing->kind, thing->name);
    else
        snprintf(text, size, "%s#%d", thing->kind, thing->number);
}

/* The n-th timer that was set, or the pending one that is called so. */
static uint32_t find_timer(const Session *s, const CsSnapshot *now, const LessonThing *thing) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    int number = 0;
    for (int i = 0; thing->name && i < now->timer_count; i++)
        if (strcmp(now->timers[i].label, thing->name) == 0) return now->timers[i].id;
    for (size_t i = 0; !thing->name && i < count; i++)
        if (events[i].kind == EVENT_TIMER_SET && ++number == thing->number)
            return events[i].subject;
    return 0;
}

static uint32_t find_thing(const Session *s, const CsSnapshot *now, const LessonThing *thing) {
    ModelPool pool = {0};
    EventFacts facts;
    WhyThing found = {0};
    char of[NAME_SIZE];
    if (strcmp(thing->kind, "timer") == 0) return find_timer(s, now, thing);
    event_facts_build(&facts, s->engine, &pool);
    EventWords words = {.facts = &facts, .words = text_table("en"), .pool = &pool};
    WhyMoment m = {&words, now, now->event, cs_result(s->engine).end};
    thing_text(thing, of, sizeof of);
    bool known = why_find(&m, of, &found) == WHY_FOUND;
    model_pool_clear(&pool);
    return known ? found.id : 0;
}

/* The object at a moment of the original run; 0: there is none of that name then. */
static uint32_t find_target(Session *s, Playhead at, const LessonThing *thing) {
    Playhead here = s->playhead;
    uint32_t id = 0;
    CsSnapshot *now = session_seek(s, at) ? cs_snapshot(s->engine) : NULL;
    if (now) id = find_thing(s, now, thing);
    cs_snapshot_free(now);
    session_seek(s, here);
    return id;
}

/* ---- Injections: into the run --------------------------------------------------------------- */

static bool never(LessonProblems *problems, const Session *s, const LessonSelector *at) {
    LessonProblem *p =
        lesson_problem_add(problems, &at->place, "this moment never happens in the run");
    if (at->kind == LESSON_AT_TIME)
        lesson_problem_hint(problems, p, "the run ends at %.3f s",
                            (double)cs_result(s->engine).time_ns / 1e9);
    else
        lesson_problem_hint(problems, p,
                            "run `coroscope trace` on this lesson to see what happens");
    return false;
}

static bool nobody(LessonProblems *problems, const LessonInjection *in) {
    char of[NAME_SIZE];
    thing_text(&in->target, of, sizeof of);
    LessonProblem *p =
        lesson_problem_add(problems, &in->place, "there is no %s at this moment", of);
    lesson_problem_hint(problems, p,
                        "It may be made later, or be over: `coroscope trace` tells when.");
    return false;
}

static bool inject(Session *variant, Session *original, const LessonInjection *in,
                   LessonProblems *problems) {
    static const CsInjectKind kinds[] = {[LESSON_INJECT_CANCEL] = CS_INJECT_CANCEL,
                                         [LESSON_INJECT_RAISE] = CS_INJECT_RAISE,
                                         [LESSON_INJECT_DELAY] = CS_INJECT_DELAY};
    Playhead at;
    uint32_t order;
    char wrong[256];
    if (in->kind == LESSON_INJECT_RAISE &&
        !cs_check_expression(in->exception, wrong, sizeof wrong)) {
        lesson_problem_add(problems, &in->place, "\"raise\" is no expression: %s", wrong);
        return false;
    }
    if (!session_find(original, &in->at, &at, &order)) return never(problems, original, &in->at);
    uint32_t target = find_target(original, at, &in->target);
    if (!target) return nobody(problems, in);
    bool timed = in->at.kind == LESSON_AT_TIME;
    CsInjection injection = {.kind = kinds[in->kind],
                             .at_ns = timed ? (int64_t)(in->at.time * 1e9 + 0.5) : -1,
                             .event = order,
                             .step = at.step,
                             .target = target,
                             .exception = in->exception,
                             .seconds = in->delay};
    if (cs_inject(variant->engine, &injection)) return true;
    lesson_problem_add(problems, NULL, "there is not enough memory to run this variant");
    return false;
}

/* ---- Opening -------------------------------------------------------------------------------- */

static bool load(Session *variant, const Session *original, const SessionContext *context) {
    const char *names[EVENT_KIND_COUNT];
    for (int i = 1; i < EVENT_KIND_COUNT; i++) names[i - 1] = event_info[i].name;
    LessonContext loads = {context->reader, names, EVENT_KIND_COUNT - 1, context->world};
    if (!lesson_load(&loads, original->lesson.path, &variant->lesson, &variant->problems))
        return false;
    variant->lesson.moments.count = 0;
    variant->lesson.checkpoints.count = 0;
    return true;
}

static bool start(Session *variant, const SessionContext *context, LessonProblems *problems,
                  const LessonVariant *v) {
    const LessonProgram *p = &variant->lesson.program;
    CsConfig config = session_config(&variant->lesson, context);
    variant->engine = cs_create(&config);
    if (!variant->engine) {
        lesson_problem_add(problems, NULL, "there is not enough memory to run this variant");
        return false;
    }
    if (variant->lesson.given) cs_set_world(variant->engine, variant->lesson.given);
    if (cs_load(variant->engine, p->name, p->text, p->length, &variant->diag)) return true;
    LessonProblem *problem =
        lesson_problem_add(problems, &v->edit.place,
                           "with this edit the program does not compile: %s", variant->diag.text);
    size_t length;
    const char *line = program_line(p, variant->diag.line, &length);
    lesson_problem_hint(problems, problem, "line %d would be: %.*s", variant->diag.line,
                        (int)length, line);
    return false;
}

bool session_variant_open(Session *variant, Session *original, const SessionContext *context,
                          size_t number, LessonProblems *problems) {
    memset(variant, 0, sizeof *variant);
    const LessonVariant *v = &original->lesson.variants.items[number];
    if (!load(variant, original, context) || variant->lesson.variants.count <= number) {
        lesson_problem_add(problems, NULL, "the lesson's file has changed");
        return false;
    }
    const LessonVariant *own = &variant->lesson.variants.items[number];
    if (v->kind == LESSON_VARIANT_EDIT && !edit_program(&variant->lesson, &own->edit)) {
        lesson_problem_add(problems, &v->edit.place, "\"find\" must be in the program once");
        return false;
    }
    if (!start(variant, context, problems, v)) return false;
    return v->kind == LESSON_VARIANT_EDIT || inject(variant, original, &v->inject, problems);
}

/* ---- What came of it ------------------------------------------------------------------------ */

bool session_variant_verify(const Session *variant, const Session *original, size_t number,
                            LessonProblems *problems) {
    static const char *const faults[] = {
        [CS_INJECTED_NOT] = "no handle of the loop runs after this moment",
        [CS_INJECTED_GONE] = "it is over already at this moment",
        [CS_INJECTED_NOT_WAITING] = "it waits for nothing at this moment",
        [CS_INJECTED_NOT_SLEEPING] = "it does not sleep at this moment",
        [CS_INJECTED_NO_EXCEPTION] = "\"raise\" gives no exception"};
    const LessonVariant *v = &original->lesson.variants.items[number];
    uint32_t run;
    if (v->kind != LESSON_VARIANT_INJECT) return true;
    CsInjected came = cs_injected(variant->engine, &run);
    if (came == CS_INJECTED_DONE) return true;
    lesson_problem_add(problems, &v->inject.place, "%s", faults[came]);
    return false;
}

bool session_variants_check(Session *original, const SessionContext *context) {
    bool sound = true;
    for (size_t i = 0; i < original->lesson.variants.count; i++) {
        Session variant;
        bool open = session_variant_open(&variant, original, context, i, &original->problems);
        if (open) session_record_all(&variant);
        sound = open && session_variant_verify(&variant, original, i, &original->problems) && sound;
        session_close(&variant);
    }
    return sound;
}
