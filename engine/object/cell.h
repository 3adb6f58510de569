#ifndef OBJECT_CELL_H
#define OBJECT_CELL_H
/* cell: holds a variable that functions share. */

#include "object/engine.h"

typedef struct {
    Obj h;
    Obj *value; /* NULL = empty */
} Cell;

#define CELL(o) ((Cell *)(o))
Obj *cell_new(Engine *e, Obj *value); /* owned; increfs value, which may be NULL */

#endif
