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
/* When the next one comes, INT64_MAX = never; only the main thread gets them. */
int64_t signals_next(const Engine *e);
/* The next one is there: takes it and does what the program wants then. For a STEP. */
Res signals_deliver(Engine *e, Obj **out);

#endif
