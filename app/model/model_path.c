#include "model/model_path.h"

#include <string.h>

#include "model/model_find.h"

#define PICK(model, key) text_get((model)->words, key)

typedef struct {
    Model *model;
    const ModelFacts *facts;
    const CsFrame *then, *now; /* outermost first */
    int then_count, now_count;
    const char *exception; /* "CancelledError" */
    bool failure;
} Path;

static const CsFrame *frames_of(const CsSnapshot *s, uint32_t task, int *count) {
    const CsTask *t = model_find_task(s, task);
    *count = 0;
    if (s && s->running.id && s->running.task == task && s->frame_count) {
        *count = s->frame_count;
        return s->frames;
    }
    if (!t) return NULL;
    *count = t->frame_count;
    return t->frames;
}

/* ---- The clause that a line stands in -------------------------------------------------------- */

static int indent_of(const SourceLine *line) {
    uint32_t i = 0;
    while (i < line->length && line->text[i] == ' ') i++;
    return i == line->length || line->text[i] == '#' ? -1 : (int)i;
}

static bool begins(const SourceLine *line, int indent, const char *word) {
    size_t length = strlen(word), from = (size_t)indent;
    return from + length <= line->length && memcmp(line->text + from, word, length) == 0;
}

/* The header of the innermost `except` or `finally` around the line; 0 = none. */
static int clause_line(const SourceText *source, int line) {
    if (!source || line < 1 || line > source->line_count) return 0;
    int least = indent_of(&source->lines[line - 1]);
    for (int i = line - 1; i > 0 && least > 0; i--) {
        const SourceLine *above = &source->lines[i - 1];
        int indent = indent_of(above);
        if (indent < 0 || indent >= least) continue;
        least = indent;
        if (begins(above, indent, "except") || begins(above, indent, "finally")) return i;
        if (begins(above, indent, "def ") || begins(above, indent, "async def ")) return 0;
    }
    return 0;
}

/* "except ValueError:" without a comment after it. */
static const char *clause_text(Model *model, const SourceText *source, int line) {
    const SourceLine *header = &source->lines[line - 1];
    uint32_t from = (uint32_t)indent_of(header), to = from;
    while (to < header->length && header->text[to] != ':') to++;
    if (to < header->length) to++;
    return model_copy(&model->pool, header->text + from, to - from);
}

/* ---- Frames ---------------------------------------------------------------------------------- */

static const CsFrame *alive(const Path *p, const CsFrame *frame) {
    return model_find_frame(p->now, p->now_count, frame->id);
}

static void say_head(Path *p, ModelPathFrame *out, const CsFrame *now, bool innermost) {
    Model *m = p->model;
    int clause = now->library ? 0 : clause_line(p->facts->source, now->line);
    bool holds = clause > 0;
    if (!holds) {
        TextKey key = TEXT_PATH_STOPS;
        if (innermost) key = p->failure ? TEXT_PATH_RAISED : TEXT_PATH_THROWN;
        out->says = model_fill(&m->pool, PICK(m, key), p->exception, NULL);
        return;
    }
    out->clause = clause_text(m, p->facts->source, clause);
    bool last = out->clause[0] == 'f';
    out->says = PICK(m, last ? TEXT_PATH_HOLDS : TEXT_PATH_CAUGHT);
}

static const char *line_words(Path *p, const CsFrame *frame, const CsFrame *now) {
    Model *m = p->model;
    const CsFrame *last = p->now_count ? &p->now[p->now_count - 1] : NULL;
    if (frame->library || !now || now->line == 0) return "";
    bool next = p->facts->now->running.id && now == last;
    const char *number = model_print(&m->pool, "%d", now->line);
    return model_fill(&m->pool, PICK(m, next ? TEXT_LINE_N_RUNS_NEXT : TEXT_LINE_N), number, NULL);
}

static void build_frame(Path *p, int index, bool thrown) {
    Model *m = p->model;
    const CsFrame *frame = &p->then[index], *now = alive(p, frame);
    const CsFrame *inner = index + 1 < p->then_count ? &p->then[index + 1] : NULL;
    ModelPathFrame *out = &m->cancel.frames[index];
    bool innermost = !inner;
    out->id = frame->id;
    out->library = frame->library;
    out->call = model_print(&m->pool, "%s(%s)", frame->function, frame->arguments);
    out->line = line_words(p, frame, now);
    out->clause = out->says = out->note = "";
    out->part = PATH_OUTER;
    if (!thrown) return;
    if (now) {
        bool head = innermost || !alive(p, inner);
        out->part = head ? PATH_HEAD : PATH_OUTER;
        if (head) say_head(p, out, now, innermost);
        return;
    }
    out->part = innermost ? PATH_ORIGIN : PATH_LEFT;
    TextKey key = p->failure ? TEXT_PATH_RAISED : TEXT_PATH_THROWN;
    out->says = innermost ? model_fill(&m->pool, PICK(m, key), p->exception, NULL)
                          : PICK(m, TEXT_PATH_PASSES);
}

static const char *exception_of(const Path *p, uint32_t task) {
    const CsTask *t = model_find_task(p->facts->now, task);
    if (!p->failure || !t) return "CancelledError";
    return model_copy(&p->model->pool, t->value, strcspn(t->value, "("));
}

void model_path(Model *model, const ModelFacts *facts, const CancelPick *pick) {
    ModelCancel *out = &model->cancel;
    uint32_t task = pick->rows[pick->chosen].task;
    Path p = {.model = model, .facts = facts, .failure = pick->failure};
    bool own = pick->failure && pick->chosen == 0; /* it raised: nothing was thrown in */
    p.failure = own;
    p.exception = exception_of(&p, task);
    if (pick->failure && !own) p.exception = model->cancel.what;
    p.now = frames_of(facts->now, task, &p.now_count);
    out->thrown = facts->thrown != NULL;
    p.then = out->thrown ? frames_of(facts->thrown, task, &p.then_count) : NULL;
    if (!p.then_count) {
        p.then = p.now;
        p.then_count = p.now_count;
    }
    out->path_badge = model_find_badge(facts->now, task);
    const CsTask *t = model_find_task(facts->now, task);
    out->path_name = t ? model_copy_z(&model->pool, t->label) : "";
    out->runs = facts->now->running.id && facts->now->running.task == task;
    out->frames = model_array(&model->pool, (size_t)p.then_count, sizeof *out->frames);
    out->frame_count = p.then_count;
    for (int i = 0; i < p.then_count; i++) build_frame(&p, i, out->thrown);
    for (int i = 0; i < p.then_count; i++)
        if (t && t->cancel_requests > 0 && out->frames[i].part == PATH_HEAD)
            out->frames[i].note =
                model_print(&model->pool, "cancelling() = %d", t->cancel_requests);
    out->out = out->thrown && p.then_count && out->frames[0].part != PATH_HEAD &&
               out->frames[0].part != PATH_OUTER;
    out->foot = PICK(model, out->out      ? TEXT_PATH_OUT
                            : out->thrown ? TEXT_PATH_FOOT
                                          : TEXT_PATH_FOOT_WAITS);
}
