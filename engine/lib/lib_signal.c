/* The native part of _signal: names, the end by a signal, the handler of SIGINT. The rest is in
 * lib/py/_signal.py. */
#include "lib/lib_parts.h"

#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/signals.h"
#include "vm/thread.h"
#include "vm/vm.h"

/* [(name, number, text), ...] by number. */
static Obj *table_native(Engine *e, Obj *const *a) {
    (void)a;
    List *rows = list_new(e, 40);
    for (const SignalInfo *s = signal_table; rows && s->name; s++) {
        Str *name = str_from(e, s->name), *text = str_from(e, s->text);
        Obj *number = int_new(e, s->number);
        bool made = name && text && number;
        Tuple *row = made ? tuple_pack(e, 3, OBJ(name), number, OBJ(text)) : NULL;
        xdecref(e, name);
        xdecref(e, text);
        xdecref(e, number);
        bool ok = row && list_append(e, rows, OBJ(row));
        xdecref(e, row);
        if (!ok) clear_ref(e, rows);
    }
    return OBJ(rows);
}

/* As the system ends a process that does not handle the signal: no code of it runs any more. */
static Obj *end_native(Engine *e, Obj *const *a) {
    e->vm->exit_status = 128 + (int32_t)int_value(a[0]);
    vm_abort(e, ABORT_SIGNAL);
    return NULL;
}

/* number, whether it ends what the main thread waits for */
static Obj *tell_main_native(Engine *e, Obj *const *a) {
    uint32_t number = (uint32_t)int_value(a[0]);
    if (a[1] == e->true_) return signals_interrupt(e, number) ? e->none : NULL;
    signals_trip(e, number);
    return e->none;
}

static Obj *in_main_thread_native(Engine *e, Obj *const *a) {
    (void)a;
    return obj_bool(e, thread_is_main(e));
}

static Obj *default_int_handler_native(Engine *e, Obj *const *a) {
    (void)a;
    return err_null(e, T_KeyboardInterrupt, NULL);
}

static const NativeDef defs[] = {
    {.name = "_table", .signature = "", .fn = table_native},
    {.name = "_end", .signature = "number, /", .fn = end_native},
    {.name = "_tell_main", .signature = "number, interrupts, /", .fn = tell_main_native},
    {.name = "_in_main_thread", .signature = "", .fn = in_main_thread_native},
    {.name = "default_int_handler",
     .signature = "signalnum, frame, /",
     .fn = default_int_handler_native},
    {0},
};

bool lib_signal_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
