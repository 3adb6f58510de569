#ifndef VM_TEXT_IO_H
#define VM_TEXT_IO_H
/* sys.stdout, sys.stderr, sys.stdin: text streams that end in the engine's output. */

#include "object/engine.h"

typedef struct {
    Obj h;
    int stream; /* vm/output.h; 0 = standard input, which is the world's */
} TextIO;

#define TEXT_IO(o) ((TextIO *)(o))

Obj *text_io_new(Engine *e, int stream); /* owned */
/* file.write(text) for any file object (None: the program's standard output). May push. */
Res text_io_write(Engine *e, Obj *file, Obj *text, Obj **out);
/* sys.stdin.readline(), whatever sys.stdin is now. May push. */
Res text_io_read_line(Engine *e, Obj **out);
/* What sys.stdout is now: borrowed; NULL = the real standard output. */
Obj *text_io_current_output(Engine *e);

#endif
