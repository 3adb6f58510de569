#ifndef VM_INTERP_H
#define VM_INTERP_H
/* The interpreter: one function an opcode, in tables by subject. */

#include "compile/opcodes.h"
#include "object/error.h"
#include "vm/frame.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* OpHandler (object/engine.h) runs one instruction. R_OK: go on with the next; R_ERR: an exception
 * is set; R_PUSH: another frame is on top; R_STOP: this frame has left the stack. */
typedef struct {
    Opcode op;
    OpHandler run;
} OpEntry;

/* Each ends with a NULL handler. */
extern const OpEntry interp_load_ops[], interp_build_ops[], interp_operator_ops[],
    interp_call_ops[], interp_gen_ops[], interp_exc_ops[], interp_import_ops[], interp_match_ops[];

void interp_boot(Engine *e); /* fills the engine's table of handlers */

/* What happens to a result: the same whether it is there at once or arrives later. Takes value. */
Res interp_arrive(Engine *e, PFrame *f, Obj *value);

#define PUSH(f, v) ((f)->stack[(f)->sp++] = (v))
#define POP(f)     ((f)->stack[--(f)->sp])
#define PEEK(f, n) ((f)->stack[(f)->sp - (n)]) /* n = 1 is the top */

/* Drops the top `count` values. */
static inline void interp_drop(Engine *e, PFrame *f, uint32_t count) {
    while (count-- > 0) {
        Obj *value = POP(f);
        (f)->stack[(f)->sp] = NULL;
        xdecref(e, value);
    }
}

/* The end of an operator: its operands go, its result arrives (or will arrive). */
static inline Res interp_result(Engine *e, PFrame *f, uint32_t operands, Res res, Obj *out) {
    interp_drop(e, f, operands);
    return res == R_OK ? interp_arrive(e, f, out) : res;
}

/* The same for an instruction whose result is simply pushed. */
static inline Res interp_value(Engine *e, PFrame *f, uint32_t operands, Res res, Obj *out) {
    interp_drop(e, f, operands);
    if (res == R_OK) PUSH(f, out);
    if (res != R_STOP) return res;
    err_raise_with(e, T_StopIteration, out); /* a native that ended at once: `it.send(None)` */
    xdecref(e, out);
    return R_ERR;
}

/* Runs Python frames until a native one or none is on top, or the run pauses (true). */
bool interp_run(Engine *e);

#endif
