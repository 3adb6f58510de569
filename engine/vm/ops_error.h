#ifndef VM_OPS_ERROR_H
#define VM_OPS_ERROR_H
/* What operators say when no operand knows what to do. */

#include "object/engine.h"

/* "unsupported operand type(s) for +: 'int' and 'str'"; always R_ERR. */
Res ops_binary_error(Engine *e, BinaryOp op, Obj *a, Obj *b, bool inplace);

/* For the step function of a frame that ends: the StopIteration in flight becomes R_STOP with its
 * value, unless the frame below wants the error itself; other errors stay: R_ERR. */
Res ops_stop_from_error(Engine *e, Obj **out);

#endif
