#include "compile/disassemble.h"

#include <stdio.h>

#include "compile/opcode_info.h"
#include "object/str.h"

static const char *const binary_texts[] = {
    [OP_ADD] = "+",       [OP_SUB] = "-", [OP_MUL] = "*",  [OP_MATMUL] = "@",  [OP_TRUEDIV] = "/",
    [OP_FLOORDIV] = "//", [OP_MOD] = "%", [OP_POW] = "**", [OP_LSHIFT] = "<<", [OP_RSHIFT] = ">>",
    [OP_AND] = "&",       [OP_OR] = "|",  [OP_XOR] = "^"};
static const char *const unary_texts[] = {[OP_NEG] = "-", [OP_POS] = "+", [OP_INVERT] = "~"};
static const char *const compare_texts[] = {[CMP_LT] = "<",  [CMP_LE] = "<=", [CMP_EQ] = "==",
                                            [CMP_NE] = "!=", [CMP_GT] = ">",  [CMP_GE] = ">="};

static const struct {
    uint32_t flag;
    const char *name;
} flag_names[] = {
    {CODE_GENERATOR, "generator"},
    {CODE_COROUTINE, "coroutine"},
    {CODE_ASYNC_GENERATOR, "async-generator"},
    {CODE_VARARGS, "varargs"},
    {CODE_VARKEYWORDS, "varkeywords"},
    {CODE_OPTIMIZED, "optimized"},
    {CODE_LIBRARY, "library"},
    {CODE_IN_C, "in C"},
};

static void put_const(StrBuf *b, Obj *value) {
    if (IS(b->e, value, code)) {
        strbuf_printf(b, "<code %s>", CODE(value)->qualname->text);
        return;
    }
    Str *repr = obj_repr(b->e, value);
    if (!repr) {
        b->failed = true;
        return;
    }
    strbuf_str(b, repr);
    decref(b->e, repr);
}

static void put_argument(StrBuf *b, const Code *code, OpcodeArg kind, uint32_t arg) {
    switch (kind) {
    case ARG_NONE: break;
    case ARG_NUMBER:
    case ARG_LINE: strbuf_printf(b, "%u", arg); break;
    case ARG_CONST: put_const(b, code->consts[arg]); break;
    case ARG_NAME: strbuf_str(b, code->names[arg]); break;
    case ARG_SLOT: strbuf_printf(b, "%u (%s)", arg, code->local_names[arg]->text); break;
    case ARG_TARGET: strbuf_printf(b, "to %u", arg); break;
    case ARG_BINARY: strbuf_text(b, binary_texts[arg]); break;
    case ARG_UNARY: strbuf_text(b, unary_texts[arg]); break;
    case ARG_COMPARE: strbuf_text(b, compare_texts[arg]); break;
    }
}

static void put_position(StrBuf *b, Position p) {
    char text[64];
    int size = p.line ? snprintf(text, sizeof text, "%u:%u-%u:%u", p.line, p.column, p.end_line,
                                 p.end_column)
                      : snprintf(text, sizeof text, "-");
    strbuf_put(b, text, (size_t)size);
    for (; size < 12; size++) strbuf_char(b, ' ');
}

static void put_instr(StrBuf *b, const Code *code, uint32_t i) {
    const OpcodeInfo *info = opcode_info((Opcode)INSTR_OP(code->instrs[i]));
    strbuf_printf(b, "%4u  ", i);
    put_position(b, code->positions[i]);
    strbuf_printf(b, " %s", info->name);
    if (info->arg != ARG_NONE) strbuf_char(b, ' ');
    put_argument(b, code, (OpcodeArg)info->arg, INSTR_ARG(code->instrs[i]));
    strbuf_char(b, '\n');
}

static void put_names(StrBuf *b, const char *title, Str **names, uint32_t count) {
    if (count == 0) return;
    strbuf_printf(b, "  %s:", title);
    for (uint32_t i = 0; i < count; i++) strbuf_printf(b, " %s", names[i]->text);
    strbuf_char(b, '\n');
}

static void put_header(StrBuf *b, const Code *code) {
    strbuf_printf(b, "code %s, line %u, stack %u", code->qualname->text, code->first_line,
                  code->stack_size);
    for (size_t i = 0; i < COUNT_OF(flag_names); i++) {
        if (code->flags & flag_names[i].flag) strbuf_printf(b, ", %s", flag_names[i].name);
    }
    strbuf_char(b, '\n');
    if (code->arg_count + code->kwonly_count > 0) {
        strbuf_printf(b, "  parameters: %u, %u of them positional-only; %u keyword-only\n",
                      code->arg_count, code->posonly_count, code->kwonly_count);
    }
    put_names(b, "locals", code->local_names, code->local_count);
    put_names(b, "cells", code->local_names + code->local_count, code->cell_count);
    put_names(b, "free", code->local_names + code->local_count + code->cell_count,
              code->free_count);
}

static void put_handler(StrBuf *b, const Handler *h) {
    strbuf_printf(b, "  [%u, %u) to %u, depth %u%s\n", h->start, h->end, h->target, h->depth,
                  h->push_lasti ? ", lasti" : "");
}

static void put_code(StrBuf *b, const Code *code) {
    put_header(b, code);
    for (uint32_t i = 0; i < code->instr_count; i++) put_instr(b, code, i);
    for (uint32_t i = 0; i < code->handler_count; i++) put_handler(b, &code->handlers[i]);
    for (uint32_t i = 0; i < code->const_count; i++) {
        if (!IS(b->e, code->consts[i], code)) continue;
        strbuf_char(b, '\n');
        put_code(b, CODE(code->consts[i]));
    }
}

Str *code_disassemble(Engine *e, const Code *code) {
    StrBuf b;
    strbuf_init(&b, e);
    put_code(&b, code);
    return strbuf_finish(&b);
}
