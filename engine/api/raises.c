#include "api/raises.h"

#include <stdlib.h>

#include "api/snap.h"

/* NATIVE_STEPS: what the loop does between a frame that is left and the record that tells of it. */
enum { MOST_RAISES = 20000, LOOK_BACK = 256, NATIVE_STEPS = 8 };

static CsRaise *new_raise(ApiState *api) {
    Raises *r = &api->raises;
    void *raises = r->raises;
    bool ok = ledger_grow(&api->ledger, &raises, &r->capacity, r->count + 1, sizeof *r->raises);
    r->raises = raises;
    return ok ? &r->raises[r->count++] : NULL;
}

/* The newest record of an exception that a frame raises once more; 0: it has none. */
static uint32_t record_of(const Raises *r, uint32_t exception) {
    for (size_t i = r->count; i > 0 && i + LOOK_BACK > r->count; i--)
        if (r->raises[i - 1].exception == exception) return (uint32_t)i;
    return 0;
}

/* Generators end by exceptions that are no news: nobody wrote them, and nobody is to see them. */
static bool is_told(Engine *e, const PFrame *f, const Handler *handler) {
    const Obj *exc = e->vm->raised;
    bool ends = handler && INSTR_OP(f->code->instrs[handler->target]) == OPCODE_END_ASYNC_FOR;
    return !(f->code->flags & CODE_LIBRARY) && !ends && !obj_is(exc, TYPE(e, GeneratorExit));
}

static uint32_t add(Engine *e, const PFrame *f) {
    ApiState *api = API(e);
    const VmState *vm = e->vm;
    CsRaise *raise = api->raises.count < MOST_RAISES ? new_raise(api) : NULL;
    if (!raise) return 0;
    Snap b = {.e = e, .memory = api->texts};
    *raise = (CsRaise){.exception = vm->raised->id,
                       .frame = f->f.h.id,
                       .task = vm->task_id,
                       .event = vm->events,
                       .step = vm->steps,
                       .instruction = vm->instructions,
                       .time_ns = vm->now,
                       .line = (int)f->line,
                       .cancels = obj_is(vm->raised, TYPE(e, CancelledError)),
                       .type = snap_text(&b, "%s", vm->raised->type->name->text),
                       .function = snap_text(&b, "%s", f->code->name->text),
                       .caught_by = ""};
    api->texts = b.memory;
    if (api->texts.starved) api->ledger.refused = true;
    if (b.failed) api->ledger.refused = true;
    return (uint32_t)api->raises.count;
}

static void note_catch(Engine *e, CsRaise *raise, const PFrame *f, bool caught) {
    ApiState *api = API(e);
    raise->caught_by = "";
    raise->escaped = false;
    if (!caught) return;
    Snap b = {.e = e, .memory = api->texts};
    raise->caught_by = snap_text(&b, "%s", f->code->name->text);
    api->texts = b.memory;
    if (api->texts.starved) api->ledger.refused = true;
    if (b.failed) api->ledger.refused = true;
}

/* No frame of the program's is below a module. */
static bool is_module(const PFrame *f) {
    return !(f->code->flags & CODE_LIBRARY) && f->code->name->text[0] == '<' &&
           f->code->name->text[1] == 'm';
}

void raises_log(CsEngine *e, PFrame *f, const Handler *handler, bool again) {
    Raises *r = &API(e)->raises;
    const VmState *vm = e->vm;
    if (!e->history->at_frontier || vm->aborting) return;
    bool goes_on = r->flying == vm->raised->id && r->task == vm->task_id;
    if (!goes_on) r->record = again ? record_of(r, vm->raised->id) : 0;
    if (!r->record && is_told(e, f, handler)) r->record = add(e, f);
    r->instruction = vm->instructions;
    r->task = vm->task_id;
    r->flying = handler ? 0 : vm->raised->id;
    if (!r->record) return;
    note_catch(e, &r->raises[r->record - 1], f, handler != NULL);
    if (!handler && is_module(f)) raises_escaped(e);
}

void raises_escaped(CsEngine *e) {
    Raises *r = &API(e)->raises;
    bool just_now = r->instruction + NATIVE_STEPS >= e->vm->instructions;
    if (!r->flying || !r->record || !just_now) return;
    r->raises[r->record - 1].escaped = true;
}

void raises_clear(Raises *r) {
    free(r->raises);
    *r = (Raises){0};
}

const CsRaise *cs_raises(const CsEngine *e, size_t *count) {
    *count = API(e)->raises.count;
    return API(e)->raises.raises;
}
