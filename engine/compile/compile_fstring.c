#include "compile/compile_parts.h"

/* The parts of a very long f-string are joined in groups, so that a frame's stack stays small. */
enum { MAX_PARTS = 200 };

void compile_joined_str(Unit *u, const AstNode *n) {
    const AstList *parts = &n->sequence.elts;
    Position position = unit_position(n);
    uint32_t waiting = 0;
    if (parts->count == 0) {
        unit_load_const(u, const_text(u->c, ""), position);
        return;
    }
    for (int i = 0; i < parts->count; i++) {
        compile_expr(u, parts->items[i]);
        if (++waiting < MAX_PARTS) continue;
        EMIT(u, BUILD_STRING, waiting, position);
        waiting = 1;
    }
    if (waiting > 1) EMIT(u, BUILD_STRING, waiting, position);
}

static uint32_t conversion_code(int conversion) {
    switch (conversion) {
    case 's': return 1;
    case 'r': return 2;
    case 'a': return 3;
    default: return 0;
    }
}

void compile_formatted_value(Unit *u, const AstNode *n) {
    const AstFormattedValue *f = &n->formatted_value;
    uint32_t arg = conversion_code(f->conversion);
    compile_expr(u, f->value);
    if (f->format_spec) {
        compile_expr(u, f->format_spec);
        arg |= 4;
    }
    EMIT(u, FORMAT_VALUE, arg, unit_position(n));
}
