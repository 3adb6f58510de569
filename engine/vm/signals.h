#ifndef VM_SIGNALS_H
#define VM_SIGNALS_H
/* Signals: their names and numbers (Linux), and those that come from outside at a virtual time.
 * What a program does about them is in lib/py/_signal.py. */

#include "vm/frame.h"

typedef struct {
    const char *name, *text; /* "SIGINT", "Interrupt" */
    uint8_t number;
} SignalInfo;
extern const SignalInfo signal_table[]; /* by number; ends with a NULL name */

/* One that is to come; in VmState's list, by time. */
typedef struct SignalToCome {
    int64_t at; /* ns */
    uint32_t number;
} SignalToCome;

/* Adds one; before the run. False: memory is exhausted. */
bool signals_add(Engine *e, int64_t at, uint32_t number);
uint32_t signals_number(const char *name); /* 0: no such signal */
/* When the next one from outside comes; INT64_MAX = never. */
int64_t signals_coming(const Engine *e);
/* The same for the running thread: only the main one gets them. */
int64_t signals_next(const Engine *e);
/* The main thread runs, and another one raised a signal meanwhile. */
bool signals_tripped(const Engine *e);
/* The same, or one came from outside. */
bool signals_due(const Engine *e);
/* One is there, of a thread or from outside: takes it and does what the program wants then. For a
 * STEP. */
Res signals_deliver(Engine *e, Obj **out);
/* Another thread than the main one raised it. As the system does: a thread's own signal is handled
 * as soon as the main thread goes on by itself; one for the process ends its wait too. */
void signals_trip(Engine *e, uint32_t number);
bool signals_interrupt(Engine *e, uint32_t number); /* false: memory is exhausted */

#endif
