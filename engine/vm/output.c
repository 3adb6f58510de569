#include "vm/output.h"

#include <string.h>

#include "vm/event.h"
#include "vm/vm.h"

bool output_write(Engine *e, int stream, const char *text, size_t size) {
    VmState *vm = e->vm;
    if (size == 0) return true;
    vm->output_bytes += size;
    if (vm->output_bytes > e->max_output) {
        vm_abort(e, ABORT_OUTPUT);
        return false;
    }
    event_emit(e, EVENT_OUTPUT, vm->task_id, (uint32_t)stream);
    if (e->hooks.output) e->hooks.output(e, stream, text, size);
    return true;
}

bool output_text(Engine *e, int stream, const char *text) {
    return output_write(e, stream, text, strlen(text));
}
