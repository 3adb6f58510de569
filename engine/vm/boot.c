#include "vm/boot.h"

#include <string.h>

#include "base/tiny.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/codec.h"
#include "object/exceptions.h"
#include "object/type.h"
#include "vm/interp.h"
#include "vm/output.h"
#include "vm/vm.h"

enum { RECURSION_LIMIT = TINY(1000, 8), INT_MAX_DIGITS = 4300, ROOT_ALIGN = 16 };

static size_t aligned(size_t size) {
    return (size + ROOT_ALIGN - 1) / ROOT_ALIGN * ROOT_ALIGN;
}

static void place_states(Engine *e, size_t aio_size) {
    unsigned char *root = arena_root(&e->arena);
    e->vm = (VmState *)(void *)root;
    e->aio = (AioState *)(void *)(root + aligned(sizeof(VmState)));
    e->lib = (LibState *)(void *)(root + aligned(sizeof(VmState)) + aligned(aio_size));
    e->next_id = &e->vm->next_id;
    e->dying = &e->vm->pending;
    e->newest_class = &e->vm->newest_class;
    e->int_max_digits = &e->vm->int_max_digits;
    e->vm->int_max_digits = INT_MAX_DIGITS;
    e->vm->exc = &e->vm->thread_exc;
    e->vm->recursion_limit = RECURSION_LIMIT;
    e->vm->stream_errors[STREAM_ERR] = CODEC_BACKSLASH;
}

bool engine_boot(Engine *e, size_t arena_bytes, size_t aio_size, size_t lib_size) {
    memset(e, 0, sizeof *e);
    size_t root = aligned(sizeof(VmState)) + aligned(aio_size) + aligned(lib_size);
    if (!arena_create(&e->arena, arena_bytes, root)) return false;
    place_states(e, aio_size);
    e->stop = (EngineStop){UINT64_MAX, UINT64_MAX, UINT64_MAX};
    e->max_instructions = e->max_output = UINT64_MAX;
    e->program_name = "main.py";
    e->program_text = "";
    interp_boot(e);
    if (!types_boot(e)) return false;
    e->builtins = dict_new(e);
    return e->builtins != NULL;
}

/* What changes during a run is made after sealing: sys.modules and the preallocated MemoryError. */
bool engine_seal(Engine *e) {
    arena_seal(&e->arena);
    e->sealed = true;
    e->vm->modules = dict_new(e);
    e->vm->builtins = e->builtins;
    e->vm->memory_error = exc_new(e, T_MemoryError, NULL);
    err_reserve(e);
    return e->vm->modules && e->vm->memory_error;
}

void engine_shutdown(Engine *e) {
    arena_destroy(&e->arena);
}
