#include "vm/output.h"

#include <string.h>

#include "object/str.h"
#include "vm/event.h"
#include "vm/vm.h"

/* print() writes its arguments, the blanks between them and the line's end one by one. What follows
 * in the same step with nothing between belongs to the event of the first piece. */
static bool goes_on(const VmState *vm, int stream) {
    return vm->open_line_event && vm->open_line_event == vm->events &&
           vm->open_line_stream == stream && vm->open_line_steps == vm->steps;
}

static bool write_readable(Engine *e, int stream, const char *text, size_t size) {
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_readable(&b, text, size);
    bool ok = !b.failed && output_write(e, stream, b.text, b.size);
    strbuf_clear(&b);
    return ok;
}

bool output_write(Engine *e, int stream, const char *text, size_t size) {
    VmState *vm = e->vm;
    if (size == 0) return true;
    if (utf8_surrogate(text, size)) return write_readable(e, stream, text, size);
    vm->output_bytes += size;
    if (vm->output_bytes > e->max_output) {
        vm_abort(e, ABORT_OUTPUT);
        return false;
    }
    if (!goes_on(vm, stream)) event_emit(e, EVENT_OUTPUT, vm->task_id, (uint32_t)stream);
    vm->open_line_event = text[size - 1] == '\n' ? 0 : vm->events;
    vm->open_line_stream = stream;
    vm->open_line_steps = vm->steps;
    if (e->hooks.output) e->hooks.output(e, stream, text, size);
    return true;
}

bool output_text(Engine *e, int stream, const char *text) {
    return output_write(e, stream, text, strlen(text));
}
