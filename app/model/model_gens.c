#include "model/model_gens.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "model/model_find.h"

#define PICK(model, key) text_get((model)->words, key)

enum { FIRST_HUE = 6 };

typedef struct {
    Model *model;
    const ModelFacts *facts;
    ModelGens *out;
    const CsTalk *talks;
    size_t count, done;
    uint32_t seats[GEN_SEATS]; /* frames of generators by first appearance */
    char letters[GEN_SEATS];
    int seat_count;
} Build;

static int seat_of(const Build *b, uint32_t frame) {
    for (int i = 0; i < b->seat_count; i++)
        if (b->seats[i] == frame) return i;
    return -1;
}

/* A letter of its name that no other has. */
static char choose_letter(const Build *b, const char *name) {
    for (; *name; name++) {
        char letter = (char)toupper((unsigned char)*name);
        if (letter < 'A' || letter > 'Z') continue;
        if (!memchr(b->letters, letter, (size_t)b->seat_count)) return letter;
    }
    for (char letter = 'A'; letter <= 'Z'; letter++)
        if (!memchr(b->letters, letter, (size_t)b->seat_count)) return letter;
    return '?';
}

static void take_seats(Build *b) {
    for (size_t i = 0; i < b->count && b->seat_count < GEN_SEATS; i++) {
        if (seat_of(b, b->talks[i].frame) >= 0) continue;
        b->letters[b->seat_count] = choose_letter(b, b->talks[i].function);
        b->seats[b->seat_count++] = b->talks[i].frame;
    }
}

static ModelBadge badge_of(const Build *b, int seat) {
    return (ModelBadge){.who = WHO_GENERATOR,
                        .number = (seat + FIRST_HUE) * 256 + b->letters[seat],
                        .id = b->seats[seat]};
}

static bool is_drive(const CsTalk *t) {
    return t->kind <= CS_TALK_WAKE;
}

static bool is_close(const CsTalk *t) {
    return t->kind == CS_TALK_THROW && strncmp(t->value, "GeneratorExit", 13) == 0;
}

/* ---- What was said --------------------------------------------------------------------------- */

static const char *exception_name(Build *b, const char *value) {
    return model_copy(&b->model->pool, value, strcspn(value, "("));
}

/* "send 20", "next", "throw Reset"; of an answer its value. */
static const char *label_of(Build *b, const CsTalk *t) {
    ModelPool *pool = &b->model->pool;
    const char *a = t->async ? "a" : "";
    switch (t->kind) {
    case CS_TALK_NEXT: return t->async ? "anext" : "next";
    case CS_TALK_SEND: return model_print(pool, "%ssend %s", a, t->value);
    case CS_TALK_THROW:
        if (is_close(t)) return t->async ? "aclose" : "close";
        return model_print(pool, "%sthrow %s", a, exception_name(b, t->value));
    case CS_TALK_YIELD: return model_copy_z(pool, t->value);
    case CS_TALK_END: return "return";
    case CS_TALK_WAKE:
    case CS_TALK_AWAIT: break;
    }
    return "";
}

/* The same as a call: "send(20)". */
static const char *call_of(Build *b, const CsTalk *t) {
    ModelPool *pool = &b->model->pool;
    const char *a = t->async ? "a" : "";
    if (t->kind == CS_TALK_SEND) return model_print(pool, "%ssend(%s)", a, t->value);
    if (t->kind == CS_TALK_THROW && !is_close(t))
        return model_print(pool, "%sthrow(%s)", a, exception_name(b, t->value));
    return model_print(pool, "%s()", label_of(b, t));
}

static void add_line(Build *b, ModelGen *gen, const CsTalk *t) {
    if (gen->line_count == GEN_LINES) {
        memmove(&gen->lines[0], &gen->lines[1], sizeof gen->lines - sizeof gen->lines[0]);
        gen->line_count--;
    }
    gen->lines[gen->line_count].said = call_of(b, t);
    gen->lines[gen->line_count++].answer = "";
}

static void note_talk(Build *b, ModelGen *gen, const CsTalk *t) {
    bool drives = is_drive(t) && t->kind != CS_TALK_WAKE;
    if (t->partner) gen->partner = t->partner;
    if (drives) {
        add_line(b, gen, t);
        gen->capsule = label_of(b, t);
        gen->throws = t->kind == CS_TALK_THROW;
    }
    gen->gives = t->kind == CS_TALK_YIELD;
    if (is_drive(t)) gen->state = TALK_RUNS;
    if (t->kind == CS_TALK_AWAIT) gen->state = TALK_WAITS;
    if (t->kind == CS_TALK_YIELD) gen->state = TALK_PARKED;
    if (t->kind == CS_TALK_END) gen->state = TALK_OVER;
    if (t->kind != CS_TALK_YIELD && t->kind != CS_TALK_END) return;
    if (gen->line_count) gen->lines[gen->line_count - 1].answer = label_of(b, t);
    if (t->kind == CS_TALK_YIELD) gen->capsule = label_of(b, t);
}

/* ---- Frames ---------------------------------------------------------------------------------- */

static const CsFrame *frame_in(const CsSnapshot *s, uint32_t id) {
    if (!s || !id) return NULL;
    const CsFrame *frame = model_find_frame(s->frames, s->frame_count, id);
    if (!frame) frame = model_find_frame(s->program, s->program_count, id);
    for (int i = 0; !frame && i < s->task_count; i++)
        frame = model_find_frame(s->tasks[i].frames, s->tasks[i].frame_count, id);
    for (int i = 0; !frame && i < s->gen_count; i++)
        if (s->gens[i].frame.id == id) frame = &s->gens[i].frame;
    return frame;
}

static bool is_changed(const CsFrame *before, const CsLocal *local) {
    for (int i = 0; before && i < before->local_count; i++)
        if (strcmp(before->locals[i].name, local->name) == 0)
            return strcmp(before->locals[i].value, local->value) != 0;
    return before != NULL;
}

/* Values that hold objects of the library say nothing here. */
static void fill_locals(Build *b, ModelGen *gen, const CsFrame *frame) {
    const CsFrame *before = frame_in(b->facts->before, frame->id);
    for (int i = 0; i < frame->local_count && gen->local_count < GEN_LOCALS; i++) {
        const CsLocal *local = &frame->locals[i];
        uint32_t thing = model_local_thing(b->facts->now, local);
        if (local->value[0] == '<' && !thing) continue;
        ModelGenLocal *out = &gen->locals[gen->local_count++];
        out->name = model_copy_z(&b->model->pool, local->name);
        out->value = model_local_value(&b->model->pool, b->model->words, b->facts->now, local);
        out->changed = is_changed(before, local);
        out->thing = thing;
    }
}

static const char *with_line(Build *b, TextKey key, int line) {
    return model_fill(&b->model->pool, PICK(b->model, key),
                      model_print(&b->model->pool, "%d", line), NULL);
}

static void say_where(Build *b, ModelGen *gen, const CsFrame *frame) {
    static const TextKey words[] = {TEXT_GEN_NEW,   TEXT_GEN_RUNS,   TEXT_GEN_ON_STACK,
                                    TEXT_GEN_WAITS, TEXT_GEN_PARKED, TEXT_GEN_OVER};
    gen->word = PICK(b->model, words[gen->state]);
    gen->where = gen->line = gen->foot = "";
    if (!frame) return;
    TextKey key = TEXT_LINE_N;
    if (gen->state == TALK_PARKED) key = TEXT_GEN_PARKED_AT;
    if (gen->state == TALK_WAITS) key = TEXT_GEN_WAITS_AT;
    gen->where = with_line(b, key, frame->line);
    gen->line = with_line(b, TEXT_LINE_N, frame->line);
    if (gen->state == TALK_PARKED) gen->foot = PICK(b->model, TEXT_GEN_KEPT);
}

/* Called, and not resumed so far. */
static void build_new(Build *b, int seat, const CsFrame *frame) {
    ModelGen *gen = &b->out->gens[seat];
    gen->capsule = "";
    gen->id = b->seats[seat];
    gen->badge = badge_of(b, seat);
    gen->call = model_print(&b->model->pool, "%s(%s)", frame->function, frame->arguments);
    gen->kind = PICK(b->model, TEXT_GEN_KIND);
    gen->kind_short = "";
    gen->state = TALK_ABSENT;
    say_where(b, gen, frame);
    fill_locals(b, gen, frame);
}

static void build_seat(Build *b, int seat) {
    ModelGen *gen = &b->out->gens[seat];
    const CsTalk *last = NULL;
    gen->capsule = "";
    for (size_t i = 0; i < b->done; i++) {
        if (b->talks[i].frame != b->seats[seat]) continue;
        last = &b->talks[i];
        note_talk(b, gen, last);
    }
    const CsFrame *frame = frame_in(b->facts->now, b->seats[seat]);
    if (!last && frame && b->model->no_loop) build_new(b, seat, frame);
    if (!last) return;
    gen->id = b->seats[seat];
    gen->badge = badge_of(b, seat);
    gen->call = frame ? model_print(&b->model->pool, "%s(%s)", frame->function, frame->arguments)
                      : model_print(&b->model->pool, "%s()", last->function);
    gen->kind = PICK(b->model, last->async ? TEXT_GEN_KIND_ASYNC : TEXT_GEN_KIND);
    gen->kind_short = last->async ? PICK(b->model, TEXT_GEN_KIND_ASYNC_SHORT) : "";
    const CsSnapshot *s = b->facts->now;
    bool inner = s->frame_count && s->frames[s->frame_count - 1].id == gen->id;
    bool program = s->program_count && s->program[s->program_count - 1].id == gen->id;
    if (gen->state == TALK_RUNS && !inner && !program) gen->state = TALK_STACK;
    gen->linked = gen->state == TALK_RUNS || gen->state == TALK_STACK || gen->state == TALK_WAITS;
    say_where(b, gen, frame);
    bool woke = gen->line_count > 1 || last->async; /* the first call begins at the top */
    if (gen->state == TALK_RUNS && last->kind != CS_TALK_WAKE && last->line && woke)
        gen->where = with_line(b, TEXT_GEN_WOKE, last->line);
    if (frame) fill_locals(b, gen, frame);
}

/* Who drives the generators, through others if need be: the frame that no one else drives. */
static uint32_t driver_of(const Build *b) {
    for (size_t i = b->done; i-- > 0;) {
        uint32_t frame = b->talks[i].partner;
        if (frame && seat_of(b, frame) < 0) return frame;
    }
    /* Nothing was driven so far: whoever runs will drive. */
    const CsSnapshot *s = b->facts->now;
    return b->done || !s->program_count ? 0 : s->program[s->program_count - 1].id;
}

static uint32_t task_of(const Build *b, uint32_t frame) {
    for (size_t i = b->done; i-- > 0;)
        if (b->talks[i].partner == frame && b->talks[i].task) return b->talks[i].task;
    return 0;
}

static void build_driver(Build *b) {
    ModelGen *d = &b->out->driver;
    uint32_t id = driver_of(b), task = task_of(b, id);
    const CsFrame *frame = frame_in(b->facts->now, id);
    const CsSnapshot *s = b->facts->now;
    d->kind = d->where = d->foot = d->word = d->call = d->capsule = "";
    if (!id || !frame) return;
    d->id = id;
    d->badge = model_find_badge(s, task);
    bool module = strcmp(frame->function, "<module>") == 0;
    d->call = module ? PICK(b->model, TEXT_RUNNING_MODULE)
                     : model_print(&b->model->pool, "%s(%s)", frame->function, frame->arguments);
    const CsTask *t = model_find_task(s, task);
    if (t) d->kind = model_copy_z(&b->model->pool, t->name);
    bool inner = s->frame_count ? s->frames[s->frame_count - 1].id == id
                                : s->program_count && s->program[s->program_count - 1].id == id;
    bool on = model_find_frame(s->frames, s->frame_count, id) ||
              model_find_frame(s->program, s->program_count, id);
    d->state = inner ? TALK_RUNS : on ? TALK_STACK : TALK_WAITS;
    d->where = with_line(b, TEXT_LINE_N, frame->line);
    if (on && s->running.id) d->foot = PICK(b->model, TEXT_GEN_HOLDS_LOOP);
    for (int i = 0; i < b->out->gen_count && d->state == TALK_STACK; i++) {
        const ModelGen *gen = &b->out->gens[i];
        if (!gen->linked || gen->partner != id || !gen->line_count) continue;
        d->where = model_fill(&b->model->pool, PICK(b->model, TEXT_GEN_INSIDE),
                              model_print(&b->model->pool, "%d", frame->line),
                              gen->lines[gen->line_count - 1].said);
    }
    if (!on) d->foot = PICK(b->model, TEXT_GEN_WAITS);
    fill_locals(b, d, frame);
}

/* ---- Lanes ----------------------------------------------------------------------------------- */

static int lane_of(const Build *b, uint32_t frame) {
    for (int i = 0; i < b->out->lane_count; i++)
        if (b->out->lanes[i].id == frame) return i;
    return -1;
}

static void add_lane(Build *b, uint32_t frame, const CsTalk *t) {
    ModelGens *out = b->out;
    if (!frame || out->lane_count == GEN_LANES || lane_of(b, frame) >= 0) return;
    ModelTalkLane *lane = &out->lanes[out->lane_count++];
    int seat = seat_of(b, frame);
    lane->id = frame;
    lane->badge = seat >= 0 ? badge_of(b, seat) : model_find_badge(b->facts->now, t->task);
    const CsFrame *f = frame_in(b->facts->now, frame);
    const CsTask *task = model_find_task(b->facts->now, t->task);
    const char *name = f ? f->function : task ? task->label : "";
    if (seat >= 0 && t->frame == frame) name = t->function;
    if (f && strcmp(f->function, "<module>") == 0) name = PICK(b->model, TEXT_RUNNING_MODULE);
    lane->name = model_copy_z(&b->model->pool, name);
}

/* On the lanes there is room for the kind of an exception's throw alone. */
static const char *word_of(Build *b, const CsTalk *t) {
    const char *label = label_of(b, t);
    if (t->kind != CS_TALK_THROW) return label;
    return model_copy(&b->model->pool, label, strcspn(label, " "));
}

/* As it is called, and what comes back. */
static const char *whole_of(Build *b, const CsTalk *t) {
    ModelPool *pool = &b->model->pool;
    if (is_drive(t)) return call_of(b, t);
    if (t->kind == CS_TALK_YIELD) return model_print(pool, "yield %s", label_of(b, t));
    return label_of(b, t);
}

/* What each frame does after the talk, from what it did before. */
static void advance(const Build *b, const CsTalk *t, const uint8_t *before, uint8_t *after) {
    int gen = lane_of(b, t->frame), partner = lane_of(b, t->partner);
    memcpy(after, before, GEN_LANES);
    if (gen < 0) return;
    if (is_drive(t)) {
        after[gen] = TALK_RUNS;
        for (int i = 0; i < GEN_LANES; i++) /* what it woke from under */
            if (i != gen && (before[i] == TALK_RUNS || before[i] == TALK_WAITS))
                after[i] = TALK_STACK;
        if (partner >= 0) after[partner] = TALK_STACK;
        return;
    }
    if (t->kind == CS_TALK_AWAIT) {
        after[gen] = TALK_WAITS;
        for (int i = 0; i < GEN_LANES; i++)
            if (before[i] == TALK_STACK || before[i] == TALK_RUNS) after[i] = TALK_WAITS;
        return;
    }
    after[gen] = t->kind == CS_TALK_END ? TALK_OVER : TALK_PARKED;
    if (partner >= 0) after[partner] = TALK_RUNS;
}

static void build_talks(Build *b) {
    ModelGens *out = b->out;
    ModelPool *pool = &b->model->pool;
    for (size_t i = 0; i < b->count; i++) {
        const CsTalk *t = &b->talks[i];
        add_lane(b, t->frame, t);
        /* Who drops a generator or ends it drives none. */
        if (is_drive(t) && !is_close(t)) add_lane(b, t->partner, t);
    }
    out->talks = model_array(pool, b->count, sizeof *out->talks);
    out->states = model_array(pool, (b->count + 1) * GEN_LANES, 1);
    out->talk_count = (int)b->count;
    out->done = (int)b->done;
    int first = b->count ? lane_of(b, b->talks[0].partner) : -1;
    if (first >= 0) out->states[first] = TALK_RUNS;
    for (size_t i = 0; i < b->count; i++) {
        const CsTalk *t = &b->talks[i];
        ModelTalk *talk = &out->talks[i];
        int gen = lane_of(b, t->frame), partner = lane_of(b, t->partner);
        bool arrow =
            gen >= 0 && partner >= 0 && t->kind != CS_TALK_WAKE && t->kind != CS_TALK_AWAIT;
        talk->from = arrow ? (is_drive(t) ? partner : gen) : 0;
        talk->to = arrow ? (is_drive(t) ? gen : partner) : 0;
        talk->label = arrow ? word_of(b, t) : "";
        talk->whole = arrow ? whole_of(b, t) : "";
        talk->throws = t->kind == CS_TALK_THROW;
        talk->waits = t->kind == CS_TALK_AWAIT;
        talk->step = t->step;
        bool same = i > 0 && b->talks[i - 1].time_ns == t->time_ns;
        talk->time = same ? "" : model_seconds(pool, t->time_ns);
        advance(b, t, &out->states[i * GEN_LANES], &out->states[(i + 1) * GEN_LANES]);
    }
}

/* ---- Beside the source ----------------------------------------------------------------------- */

static ModelLineMark *mark_at(ModelSource *source, int line) {
    for (int i = 0; i < source->mark_count; i++)
        if (source->marks[i].line == line) return &source->marks[i];
    return NULL;
}

static int by_line(const void *a, const void *b) {
    int x = ((const ModelLineMark *)a)->line, y = ((const ModelLineMark *)b)->line;
    return (x > y) - (x < y);
}

/* A generator's frame stands for itself: where it runs, its badge takes the place of the task's. */
static void mark_lines(Build *b) {
    ModelSource *source = &b->model->source;
    size_t most = (size_t)(source->mark_count + b->out->gen_count);
    ModelLineMark *marks = model_array(&b->model->pool, most, sizeof *marks);
    if (source->mark_count)
        memcpy(marks, source->marks, (size_t)source->mark_count * sizeof *marks);
    source->marks = marks;
    for (int i = 0; i < b->out->gen_count; i++) {
        const ModelGen *gen = &b->out->gens[i];
        const CsFrame *frame = gen->id ? frame_in(b->facts->now, gen->id) : NULL;
        if (!frame || frame->line <= 0) continue;
        ModelLineMark *mark = mark_at(source, frame->line);
        if (!mark) {
            mark = &source->marks[source->mark_count++];
            *mark = (ModelLineMark){.line = frame->line};
        }
        /* Several can be parked on one line. */
        bool beside = mark->count > 0 && mark->badges[0].who == WHO_GENERATOR;
        if (!beside) mark->count = 0;
        if (mark->count < MODEL_LINE_BADGES) mark->badges[mark->count] = gen->badge;
        mark->count++;
    }
    qsort(source->marks, (size_t)source->mark_count, sizeof *source->marks, by_line);
}

void model_gens(Model *model, const ModelFacts *facts) {
    ModelGens *out = &model->gens;
    if (facts->view != VIEW_GENERATORS) return;
    Build b = {.model = model, .facts = facts, .out = out, .talks = facts->talks};
    out->empty = PICK(model, TEXT_GENS_NONE);
    b.count = facts->talk_count;
    while (b.done < b.count && b.talks[b.done].instruction <= facts->now->instruction) b.done++;
    take_seats(&b);
    build_talks(&b);
    if (!b.done && !model->no_loop) return;
    out->on = true;
    out->gens = model_array(&model->pool, (size_t)b.seat_count, sizeof *out->gens);
    for (int i = 0; i < b.seat_count; i++) {
        build_seat(&b, i);
        if (out->gens[i].id) out->gen_count = i + 1;
    }
    build_driver(&b);
    mark_lines(&b);
}
