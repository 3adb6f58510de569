#ifndef VM_PROGRAM_H
#define VM_PROGRAM_H
/* The life of a program: its module runs, an uncaught exception is reported, its names are cleared.
 */

#include "object/code.h"
#include "object/engine.h"

/* Makes __main__ and pushes the bottom frame; vm_run() does the rest. */
bool program_start(Engine *e, Code *code);
/* "Type: message" as in a traceback's last line (first line of it); owned. */
Str *program_exception_text(Engine *e, Obj *exception);

#endif
