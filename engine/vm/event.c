#include "vm/event.h"

#include "vm/native.h"
#include "vm/vm.h"

/* The line of the user's program that runs; 0 where the loop itself works. */
static uint32_t line_now(Engine *e) {
    for (const Frame *f = e->vm->top; f; f = f->back) {
        if (IS(e, f, native_frame)) {
            if (((const NFrame *)f)->def->flags & NATIVE_LOOP) return 0;
        } else if (!(((const PFrame *)f)->code->flags & CODE_LIBRARY)) {
            return ((const PFrame *)f)->line;
        }
    }
    return 0;
}

static uint32_t emit(Engine *e, EventKind kind, uint32_t subject, uint32_t arg, uint32_t cause,
                     uint32_t line) {
    VmState *vm = e->vm;
    Event event = {.id = ++vm->events,
                   .cause = cause,
                   .subject = subject,
                   .arg = arg,
                   .step = (uint32_t)vm->steps,
                   .kind = (uint16_t)kind,
                   .line = (uint16_t)line,
                   .time = vm->now};
    if (e->hooks.event) e->hooks.event(e, &event);
    if (event.id == e->stop.events) e->pause_at = 0; /* pauses at the next boundary */
    return event.id;
}

uint32_t event_emit_because(Engine *e, EventKind kind, uint32_t subject, uint32_t arg,
                            uint32_t cause) {
    return emit(e, kind, subject, arg, cause, line_now(e));
}

uint32_t event_emit(Engine *e, EventKind kind, uint32_t subject, uint32_t arg) {
    return emit(e, kind, subject, arg, e->vm->cause, line_now(e));
}

uint32_t event_emit_at(Engine *e, EventKind kind, uint32_t subject, uint32_t arg, uint32_t line) {
    return emit(e, kind, subject, arg, e->vm->cause, line);
}

#define EVENT_ROW(id, name, subject, argument) {name, subject, argument},
const EventInfo event_info[EVENT_KIND_COUNT] = {{"none", "", ""}, EVENTS(EVENT_ROW)};
#undef EVENT_ROW
