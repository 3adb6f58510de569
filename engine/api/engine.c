#include "api/engine_api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/modules.h"
#include "api/world_build.h"
#include "base/tiny.h"
#include "compile/compile.h"
#include "lib/lib.h"
#include "object/str.h"
#include "vm/boot.h"
#include "vm/program.h"

void cs_config_init(CsConfig *config) {
    *config = (CsConfig){.arena_bytes = (size_t)TINY(64, 6) << 20,
                         .max_instructions = 100000000,
                         .max_steps = 4000000,
                         .max_output_bytes = (uint64_t)4 << 20,
                         .max_iterations = 1000000,
                         .max_virtual_seconds = 1e7,
                         .record_bytes = (size_t)512 << 20};
}

CsEngine *cs_create(const CsConfig *config) {
    ApiEngine *a = calloc(1, sizeof *a);
    if (!a) return NULL;
    a->api.config = *config;
    region_init(&a->api.texts, SIZE_MAX);
    ledger_init(&a->api.ledger, config->record_bytes);
    Engine *e = &a->engine;
    if (labels_init(&a->api.labels) &&
        engine_boot(e, config->arena_bytes, sizeof(AioState), lib_state_size()) && lib_boot(e)) {
        return e;
    }
    engine_shutdown(e);
    labels_clear(&a->api.labels);
    free(a);
    return NULL;
}

void cs_destroy(CsEngine *e) {
    if (!e) return;
    ApiState *api = API(e);
    history_destroy(e);
    engine_shutdown(e);
    block_clear(&api->task_block, &api->ledger);
    region_clear(&api->texts);
    labels_clear(&api->labels);
    things_clear(&api->things);
    talks_clear(&api->talks);
    raises_clear(&api->raises);
    answers_clear(&api->answers);
    takings_clear(&api->takings);
    block_clear(&api->run_block, &api->ledger);
    free(api->notes);
    for (size_t i = 0; i < api->output_count; i++) free((void *)(uintptr_t)api->outputs[i].text);
    free(api->outputs);
    free(api->file_name);
    free(api->text);
    free(api->exception);
    free(api->message);
    free(api->exit_text);
    free(api->injected);
    free((ApiEngine *)(void *)e);
}

static char *copy_text(const char *text, size_t size) {
    char *copy = malloc(size + 1);
    if (!copy) return NULL;
    if (size) memcpy(copy, text, size);
    copy[size] = 0;
    return copy;
}

static bool fail_memory(Diag *diag) {
    diag_set(diag, DIAG_LIMIT, 1, 1, 0, 0, "not enough memory to load this program");
    return false;
}

static void set_limits(Engine *e, const CsConfig *config) {
    e->max_instructions = config->max_instructions;
    e->max_steps = config->max_steps;
    e->max_output = config->max_output_bytes;
    e->max_iterations = config->max_iterations;
    double ns = config->max_virtual_seconds * 1e9;
    e->max_virtual_ns = ns > 0 && ns < 9e18 ? (int64_t)ns : 0;
}

void cs_set_modules(CsEngine *e, const CsModule *modules, size_t count) {
    API(e)->modules = modules;
    API(e)->module_count = count;
}

/* Tracebacks show the lines of the module that the program is there to run, if there is one. */
static bool show_module(Engine *e) {
    ApiState *api = API(e);
    for (size_t i = 0; i < api->module_count; i++) {
        const CsModule *m = &api->modules[i];
        if (m->library) continue;
        char *name = malloc(strlen(m->name) + sizeof ".py"), *text = copy_text(m->text, m->length);
        if (name) sprintf(name, "%s.py", m->name);
        free(api->file_name);
        free(api->text);
        e->program_name = api->file_name = name;
        e->program_text = api->text = text;
        e->program_size = m->length;
        if (!name || !text) return false;
    }
    return true;
}

bool cs_load(CsEngine *e, const char *filename, const char *source, size_t length, Diag *diag) {
    ApiState *api = API(e);
    ASSERT(!api->loaded, "an engine loads one program");
    api->loaded = true;
    const char *slash = strrchr(filename, '/');
    filename = slash ? slash + 1 : filename;
    api->file_name = copy_text(filename, strlen(filename));
    api->text = copy_text(source, length);
    if (!api->file_name || !api->text) return fail_memory(diag);
    e->program_name = api->file_name;
    e->program_text = api->text;
    e->program_size = length;
    Code *code = compile_text(e, api->text, length, api->file_name, 0, diag);
    if (!code) return diag->kind == DIAG_NONE ? fail_memory(diag) : false;
    if (!show_module(e)) return fail_memory(diag);
    set_limits(e, &api->config);
    api->module_diag = diag;
    bool ok = modules_load_for(e, code) &&
              (!api->world || (modules_load(e, "_world") && modules_load(e, "_signal"))) &&
              aio_context_boot(e) && engine_seal(e) && aio_boot(e) &&
              lib_start(e, api->config.seed) && world_build(e) && program_start(e, code);
    if (!ok) return diag->kind == DIAG_NONE ? fail_memory(diag) : false;
    if (e->starved) return fail_memory(diag);
    if (!history_start(e, &api->ledger)) return fail_memory(diag);
    e->history->fresh_event = api_log_event;
    e->history->cut = api_cut;
    e->hooks.talk = talks_log;
    e->hooks.raised = raises_log;
    return true;
}

CsStatus cs_record(CsEngine *e, uint64_t instructions) {
    History *h = e->history;
    if (!h->ended && !history_record(e, instructions)) h->ended = true;
    api_log_outputs(e);
    if (!h->ended) return CS_RUNNING;
    if (API(e)->result.end == CS_END_NONE) {
        history_seek_frontier(e);
        api_log_end(e);
    }
    return CS_ENDED;
}

void cs_record_all(CsEngine *e) {
    while (cs_record(e, 10000000) == CS_RUNNING) {}
}

bool cs_is_recorded(const CsEngine *e) {
    return e->history->ended;
}

CsMoment cs_now(const CsEngine *e) {
    const VmState *vm = e->vm;
    return (CsMoment){vm->instructions,   vm->steps, vm->events,
                      e->aio->iterations, vm->now,   vm->top == NULL};
}

CsMoment cs_frontier(const CsEngine *e) {
    const History *h = e->history;
    const Event *last = h->event_count ? &h->events[h->event_count - 1] : NULL;
    return (CsMoment){h->frontier, h->steps.count,        (uint32_t)h->event_count,
                      0,           last ? last->time : 0, h->ended};
}

bool cs_seek_step(CsEngine *e, uint64_t step) {
    return history_seek_step(e, step);
}
bool cs_seek_event(CsEngine *e, uint32_t event) {
    return history_seek_event(e, event);
}
bool cs_seek_end(CsEngine *e) {
    return history_seek_frontier(e);
}
uint64_t cs_hash(const CsEngine *e) {
    return history_hash(e);
}

const CsEvent *cs_events(const CsEngine *e, size_t *count) {
    *count = e->history->event_count;
    return e->history->events;
}

static const StepRecord *step_record(const CsEngine *e, uint64_t step) {
    StepLog *log = &e->history->steps;
    return step >= 1 && step <= log->count ? step_log_get(log, step - 1) : NULL;
}

int cs_step_line(const CsEngine *e, uint64_t step) {
    const StepRecord *s = step_record(e, step);
    return s ? (int)s->line : 0;
}

bool cs_step_is_hit(const CsEngine *e, uint64_t step) {
    const StepRecord *s = step_record(e, step);
    return s && !s->inside;
}

uint32_t cs_step_frame(const CsEngine *e, uint64_t step) {
    const StepRecord *s = step_record(e, step);
    return s ? s->frame : 0;
}

uint32_t cs_step_event(const CsEngine *e, uint64_t step) {
    const StepRecord *s = step_record(e, step);
    return s ? s->event : 0;
}

uint32_t cs_step_task(const CsEngine *e, uint64_t step) {
    const StepRecord *s = step_record(e, step);
    return s ? s->task : 0;
}

int64_t cs_step_time(const CsEngine *e, uint64_t step) {
    const StepRecord *s = step_record(e, step);
    return s && s->event ? e->history->events[s->event - 1].time : 0;
}

uint64_t cs_step_count(const CsEngine *e) {
    return e->history->steps.count;
}

const CsOutput *cs_outputs(const CsEngine *e, size_t *count) {
    *count = API(e)->output_count;
    return API(e)->outputs;
}

size_t cs_handle_note_count(const CsEngine *e) {
    return API(e)->note_count;
}

CsHandleNote cs_handle_note(const CsEngine *e, size_t number) {
    const NoteRecord *n = &API(e)->notes[number];
    return (CsHandleNote){n->event, n->handle, n->when_ns, API(e)->labels.texts[n->label]};
}

size_t cs_handle_run_count(const CsEngine *e) {
    return API(e)->run_count;
}

CsHandleRun cs_handle_run(const CsEngine *e, size_t number) {
    const ApiState *api = API(e);
    const RunRecord *r = &api->runs[number];
    const Event *event = &e->history->events[r->event - 1];
    return (CsHandleRun){.iteration = r->iteration,
                         .time_ns = event->time,
                         .label = api->labels.texts[r->label],
                         .task = r->task ? api->labels.texts[r->task] : NULL,
                         .task_id = event->arg,
                         .event = event->id};
}

CsResult cs_result(const CsEngine *e) {
    return API(e)->result;
}
