#ifndef VM_HOOKS_H
#define VM_HOOKS_H
/* The VM's side of EngineHooks. */

#include "vm/frame.h"
#include "vm/vm.h"

/* A line of the program is about to run; true: the run pauses here. */
static inline bool hook_step(Engine *e, PFrame *f, uint32_t line) {
    if (e->hooks.step) e->hooks.step(e, f, line);
    return e->vm->steps == e->stop.steps;
}

#endif
