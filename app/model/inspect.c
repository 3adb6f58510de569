#include "model/inspect.h"

#include <string.h>

#include "model/model_find.h"

/* ---- Fields -------------------------------------------------------------------------------- */

static void add(Inspect *out, const char *name, bool code, ModelText value) {
    if (out->field_count == INSPECT_FIELDS || !value.count) return;
    out->fields[out->field_count++] = (InspectField){name, code, value, 0};
}

void inspect_add(Inspect *out, const InspectMoment *m, TextKey name, ModelText value) {
    add(out, text_get(m->words->words, name), false, value);
}

void inspect_add_code(Inspect *out, const char *name, ModelText value) {
    add(out, name, true, value);
}

ModelText inspect_code(const InspectMoment *m, const char *text) {
    return sentence_piece(m->words->pool, SPAN_CODE, model_copy_z(m->words->pool, text));
}

ModelText inspect_word(const InspectMoment *m, TextKey key) {
    return sentence_piece(m->words->pool, SPAN_PLAIN, text_get(m->words->words, key));
}

/* ---- Frames -------------------------------------------------------------------------------- */

static const CsFrame *frame_in(const CsSnapshot *s, uint32_t id) {
    if (!s) return NULL;
    const CsFrame *f = model_find_frame(s->frames, s->frame_count, id);
    if (!f) f = model_find_frame(s->program, s->program_count, id);
    for (int i = 0; !f && i < s->thread_count; i++)
        f = model_find_frame(s->threads[i].frames, s->threads[i].frame_count, id);
    for (int i = 0; !f && i < s->task_count; i++)
        f = model_find_frame(s->tasks[i].frames, s->tasks[i].frame_count, id);
    for (int i = 0; !f && i < s->gen_count; i++)
        if (s->gens[i].frame.id == id) f = &s->gens[i].frame;
    return f;
}

static const CsLocal *named(const CsLocal *locals, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(locals[i].name, name) == 0) return &locals[i];
    return NULL;
}

static bool has_changed(const CsFrame *before, const CsLocal *local) {
    if (!before) return false;
    const CsLocal *was = named(before->parameters, before->parameter_count, local->name);
    if (!was) was = named(before->locals, before->local_count, local->name);
    return !was || strcmp(was->value, local->value) != 0;
}

static void add_local(const InspectMoment *m, InspectFrame *out, const CsFrame *before,
                      const CsLocal *local) {
    ModelPool *pool = m->words->pool;
    out->locals[out->local_count++] = (ModelLocal){
        model_copy_z(pool, local->name), model_local_value(pool, m->words->words, m->now, local),
        has_changed(before, local), model_local_thing(m->now, local)};
}

/* Of the library's frames the values are not told: what they were called with stands in the name.
 */
static const char *frame_name(const InspectMoment *m, const CsFrame *f) {
    ModelPool *pool = m->words->pool;
    if (f->library) return model_print(pool, "%s(%s)", f->function, f->arguments);
    bool module = strcmp(f->function, "<module>") == 0;
    return model_copy_z(pool,
                        module ? text_get(m->words->words, TEXT_RUNNING_MODULE) : f->function);
}

static InspectFrame frame_of(const InspectMoment *m, const CsFrame *f) {
    ModelPool *pool = m->words->pool;
    const CsFrame *before = frame_in(m->before, f->id);
    InspectFrame out = {.id = f->id, .library = f->library, .line = f->library ? 0 : f->line};
    int count = f->parameter_count + f->local_count;
    out.name = frame_name(m, f);
    out.locals = model_array(pool, (size_t)count + 1, sizeof *out.locals);
    for (int i = 0; i < f->parameter_count; i++) add_local(m, &out, before, &f->parameters[i]);
    for (int i = 0; i < f->local_count; i++) add_local(m, &out, before, &f->locals[i]);
    out.value_count = out.local_count;
    return out;
}

void inspect_frames(const InspectMoment *m, Inspect *out, const CsFrame *frames, int count) {
    out->has_frames = true;
    out->frames = model_array(m->words->pool, (size_t)count + 1, sizeof *out->frames);
    for (int i = 0; i < count; i++) {
        InspectFrame *f = &out->frames[out->frame_count++];
        *f = frame_of(m, &frames[i]);
        f->awaited = i > 0;
        f->current = i + 1 == count && frames == m->now->frames && !f->library;
    }
}

static void about_frame(const InspectMoment *m, const CsFrame *f, Inspect *out) {
    ModelPool *pool = m->words->pool;
    out->kind = TEXT_INSPECT_FRAME;
    out->name = model_copy_z(pool, f->function);
    inspect_add(out, m, TEXT_FIELD_FUNCTION, inspect_code(m, f->function));
    if (f->library && *f->arguments)
        inspect_add(out, m, TEXT_FIELD_ARGUMENTS, inspect_code(m, f->arguments));
    if (!f->library)
        inspect_add(out, m, TEXT_FIELD_LINE, inspect_code(m, model_print(pool, "%d", f->line)));
    inspect_frames(m, out, f, 1);
}

/* The task whose frame it is; 0 = none. */
static uint32_t task_of_frame(const CsSnapshot *s, uint32_t id) {
    if (model_find_frame(s->frames, s->frame_count, id)) return s->running.task;
    for (int i = 0; i < s->task_count; i++)
        if (model_find_frame(s->tasks[i].frames, s->tasks[i].frame_count, id))
            return s->tasks[i].id;
    return 0;
}

/* ---- Which kind of thing ------------------------------------------------------------------- */

static bool about_handle(const InspectMoment *m, uint32_t id, Inspect *out) {
    const CsSnapshot *s = m->now;
    for (int i = 0; i < s->ready_count; i++) {
        if (s->ready[i].id != id) continue;
        inspect_handle(m, &s->ready[i], i + 1, out);
        return true;
    }
    if (s->running.id != id) return false;
    inspect_handle(m, &s->running, 0, out);
    inspect_frames(m, out, s->frames, s->frame_count);
    return true;
}

/* Worker threads count from 1; the main one is no worker. */
static bool about_thread(const InspectMoment *m, uint32_t id, Inspect *out) {
    const CsSnapshot *s = m->now;
    int number = 0;
    for (int i = 0; i < s->thread_count; i++) {
        number += !s->threads[i].main;
        if (s->threads[i].id != id) continue;
        inspect_thread(m, &s->threads[i], number, out);
        return true;
    }
    return false;
}

static bool about(const InspectMoment *m, uint32_t id, Inspect *out) {
    const CsTask *task = model_find_task(m->now, id);
    const CsFuture *future = model_find_future(m->now, id);
    const CsTimer *timer = model_find_timer(m->now, id);
    const CsSync *sync = model_find_sync(m->now, id);
    const CsFrame *frame = frame_in(m->now, id);
    if (task) inspect_task(m, task, out);
    if (future) inspect_future(m, future, out);
    if (timer) inspect_timer(m, timer, out);
    if (sync) inspect_sync(m, sync, out);
    if (task || future || timer || sync) return true;
    if (about_thread(m, id, out)) return true;
    if (about_handle(m, id, out)) return true;
    if (!frame) return inspect_past(m, id, out);
    about_frame(m, frame, out);
    uint32_t owner = task_of_frame(m->now, id);
    if (!owner) return true;
    out->task = owner;
    out->mark = mark_of_badge(model_find_badge(m->now, owner));
    return true;
}

bool inspect_build(const InspectMoment *m, uint32_t object, Inspect *out) {
    *out = (Inspect){.id = object, .type = "", .name = "", .status_word = "", .repr = ""};
    if (!object || !about(m, object, out)) return false;
    inspect_history(m, out);
    if (out->kind == TEXT_INSPECT_FRAME) inspect_talk(m, out);
    if (out->kind == TEXT_INSPECT_FRAME && !out->row_count) inspect_lines(m, out);
    return true;
}
