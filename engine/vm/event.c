#include "vm/event.h"

#include "vm/vm.h"

uint32_t event_emit_because(Engine *e, EventKind kind, uint32_t subject, uint32_t arg,
                            uint32_t cause) {
    VmState *vm = e->vm;
    const PFrame *f = vm_user_frame(e);
    Event event = {.id = ++vm->events,
                   .cause = cause,
                   .subject = subject,
                   .arg = arg,
                   .step = (uint32_t)vm->steps,
                   .kind = (uint16_t)kind,
                   .line = (uint16_t)(f ? f->line : 0),
                   .time = vm->now};
    if (e->hooks.event) e->hooks.event(e, &event);
    if (event.id == e->stop.events) e->pause_at = 0; /* pauses at the next boundary */
    return event.id;
}

uint32_t event_emit(Engine *e, EventKind kind, uint32_t subject, uint32_t arg) {
    return event_emit_because(e, kind, subject, arg, e->vm->cause);
}

#define EVENT_ROW(id, name, subject, argument) {name, subject, argument},
const EventInfo event_info[EVENT_KIND_COUNT] = {{"none", "", ""}, EVENTS(EVENT_ROW)};
#undef EVENT_ROW
