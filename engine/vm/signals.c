#include "vm/signals.h"

#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/module.h"
#include "object/str.h"
#include "vm/event.h"
#include "vm/import.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/thread.h"
#include "vm/vm.h"

const SignalInfo signal_table[] = {
    {"SIGHUP", "Hangup", 1},
    {"SIGINT", "Interrupt", 2},
    {"SIGQUIT", "Quit", 3},
    {"SIGILL", "Illegal instruction", 4},
    {"SIGTRAP", "Trace/breakpoint trap", 5},
    {"SIGABRT", "Aborted", 6},
    {"SIGBUS", "Bus error", 7},
    {"SIGFPE", "Floating point exception", 8},
    {"SIGKILL", "Killed", 9},
    {"SIGUSR1", "User defined signal 1", 10},
    {"SIGSEGV", "Segmentation fault", 11},
    {"SIGUSR2", "User defined signal 2", 12},
    {"SIGPIPE", "Broken pipe", 13},
    {"SIGALRM", "Alarm clock", 14},
    {"SIGTERM", "Terminated", 15},
    {"SIGSTKFLT", "Stack fault", 16},
    {"SIGCHLD", "Child exited", 17},
    {"SIGCONT", "Continued", 18},
    {"SIGSTOP", "Stopped (signal)", 19},
    {"SIGTSTP", "Stopped", 20},
    {"SIGTTIN", "Stopped (tty input)", 21},
    {"SIGTTOU", "Stopped (tty output)", 22},
    {"SIGURG", "Urgent I/O condition", 23},
    {"SIGXCPU", "CPU time limit exceeded", 24},
    {"SIGXFSZ", "File size limit exceeded", 25},
    {"SIGVTALRM", "Virtual timer expired", 26},
    {"SIGPROF", "Profiling timer expired", 27},
    {"SIGWINCH", "Window changed", 28},
    {"SIGIO", "I/O possible", 29},
    {"SIGPWR", "Power failure", 30},
    {"SIGSYS", "Bad system call", 31},
    {"SIGRTMIN", "Real-time signal 0", 34},
    {"SIGRTMAX", "Real-time signal 30", 64},
    {NULL, NULL, 0},
};

uint32_t signals_number(const char *name) {
    for (const SignalInfo *s = signal_table; s->name; s++) {
        if (strcmp(s->name, name) == 0) return s->number;
    }
    return 0;
}

bool signals_add(Engine *e, int64_t at, uint32_t number) {
    VmState *vm = e->vm;
    SignalToCome *list = arena_alloc(&e->arena, (vm->signal_count + 1) * sizeof *list);
    if (!list) return false;
    uint32_t place = 0;
    while (place < vm->signal_count && vm->signals[place].at <= at) place++;
    for (uint32_t i = 0; i < vm->signal_count; i++) list[i < place ? i : i + 1] = vm->signals[i];
    list[place] = (SignalToCome){at, number};
    arena_free(&e->arena, vm->signals);
    vm->signals = list;
    vm->signal_count++;
    return true;
}

int64_t signals_coming(const Engine *e) {
    const VmState *vm = e->vm;
    return vm->signals_seen < vm->signal_count ? vm->signals[vm->signals_seen].at : INT64_MAX;
}

int64_t signals_next(const Engine *e) {
    return thread_is_main(e) ? signals_coming(e) : INT64_MAX;
}

/* Slots: the module _signal, the name of its function, the number. */
static Res deliver_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, import_name(e, STR(f->slot[0]), e->small_ints[-SMALL_INT_MIN], e->none, STEP_OUT));
    slot_take(e, f, 0);
    STEP(2, op_call_method(e, f->slot[0], STR(f->slot[1]), &f->slot[2], 1, STEP_OUT));
    e->vm->cause = (uint32_t)f->number[0];
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef deliver_def = {"signal", NULL, NULL, deliver_step, 3, 0, NULL};

bool signals_tripped(const Engine *e) {
    return e->vm->tripped && thread_is_main(e);
}

bool signals_due(const Engine *e) {
    return signals_tripped(e) || signals_next(e) <= e->vm->now;
}

void signals_trip(Engine *e, uint32_t number) {
    e->vm->tripped |= (uint64_t)1 << (number - 1);
}

bool signals_interrupt(Engine *e, uint32_t number) {
    if (!signals_add(e, e->vm->now, number)) return false;
    thread_interrupt_main(e);
    return true;
}

/* Those of threads first, by number as CPython looks at them. */
static uint32_t take_due(VmState *vm, const char **function) {
    for (uint32_t number = 1; vm->tripped; number++) {
        uint64_t bit = (uint64_t)1 << (number - 1);
        if (!(vm->tripped & bit)) continue;
        vm->tripped &= ~bit;
        *function = "_deliver_tripped";
        return number;
    }
    const SignalToCome *s = &vm->signals[vm->signals_seen++];
    if (s->at > vm->now) vm->now = s->at;
    return s->number;
}

Res signals_deliver(Engine *e, Obj **out) {
    (void)out;
    const char *name = "_deliver";
    uint32_t taken = take_due(e->vm, &name);
    Obj *module = OBJ(str_from(e, "_signal")), *function = OBJ(str_from(e, name));
    Obj *number = int_new(e, taken);
    Res res = R_ERR;
    if (module && function && number) {
        uint32_t cause = e->vm->cause; /* what the handler does is caused by the signal */
        e->vm->cause = event_emit(e, EVENT_SIGNAL_ARRIVED, 0, taken);
        res = native_push(e, &deliver_def, (Obj *[]){module, function, number}, 3);
        if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = cause;
    }
    xdecref(e, module);
    xdecref(e, function);
    xdecref(e, number);
    return res;
}
