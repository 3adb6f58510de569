#include "compile/opcode_info.h"

#define ROW(op, kind, pops, pushes) [OPCODE_##op] = {#op, ARG_##kind, pops, pushes, 0, 0, 0, false}
#define EACH(op, pops, pushes, pops_each, pushes_each)                                             \
    [OPCODE_##op] = {#op, ARG_NUMBER, pops, pushes, pops_each, pushes_each, 0, false}
#define BRANCH(op, pops, pushes, jump_pushes)                                                      \
    [OPCODE_##op] = {#op, ARG_TARGET, pops, pushes, 0, 0, jump_pushes, false}
#define END(op, kind, pops, pops_each)                                                             \
    [OPCODE_##op] = {#op, ARG_##kind, pops, 0, pops_each, 0, 0, true}

static const OpcodeInfo infos[OPCODE_COUNT] = {
    ROW(LINE, LINE, 0, 0),
    ROW(LINE_INSIDE, LINE, 0, 0),
    ROW(NOP, NONE, 0, 0),
    ROW(POP, NONE, 1, 0),
    EACH(COPY, 0, 1, 1, 1),
    EACH(SWAP, 0, 0, 1, 1),
    ROW(PUSH_NULL, NONE, 0, 1),
    ROW(LOAD_CONST, CONST, 0, 1),
    ROW(LOAD_FAST, SLOT, 0, 1),
    ROW(STORE_FAST, SLOT, 1, 0),
    ROW(DELETE_FAST, SLOT, 0, 0),
    ROW(LOAD_FAST_AND_CLEAR, SLOT, 0, 1),
    ROW(MAKE_CELL, SLOT, 0, 0),
    ROW(COPY_FREE_VARS, NUMBER, 0, 0),
    ROW(LOAD_CLOSURE, SLOT, 0, 1),
    ROW(LOAD_DEREF, SLOT, 0, 1),
    ROW(STORE_DEREF, SLOT, 1, 0),
    ROW(DELETE_DEREF, SLOT, 0, 0),
    ROW(LOAD_NAME, NAME, 0, 1),
    ROW(STORE_NAME, NAME, 1, 0),
    ROW(DELETE_NAME, NAME, 0, 0),
    ROW(LOAD_GLOBAL, NAME, 0, 1),
    ROW(STORE_GLOBAL, NAME, 1, 0),
    ROW(DELETE_GLOBAL, NAME, 0, 0),
    ROW(LOAD_CLASS_DEREF, SLOT, 0, 1),
    ROW(LOAD_LOCALS, NONE, 0, 1),
    ROW(LOAD_ATTR, NAME, 1, 1),
    ROW(LOAD_METHOD, NAME, 1, 2),
    ROW(STORE_ATTR, NAME, 2, 0),
    ROW(DELETE_ATTR, NAME, 1, 0),
    ROW(BINARY, BINARY, 2, 1),
    ROW(INPLACE, BINARY, 2, 1),
    ROW(UNARY, UNARY, 1, 1),
    ROW(NOT, NONE, 1, 1),
    ROW(COMPARE, COMPARE, 2, 1),
    ROW(IS, NUMBER, 2, 1),
    ROW(CONTAINS, NUMBER, 2, 1),
    ROW(TO_BOOL, NONE, 1, 1),
    ROW(GET_ITEM, NONE, 2, 1),
    ROW(SET_ITEM, NONE, 3, 0),
    ROW(DELETE_ITEM, NONE, 2, 0),
    EACH(BUILD_SLICE, 0, 1, 1, 0),
    [OPCODE_JUMP] = {"JUMP", ARG_TARGET, 0, 0, 0, 0, 0, true},
    BRANCH(JUMP_IF_FALSE, 1, 0, 0),
    BRANCH(JUMP_IF_TRUE, 1, 0, 0),
    BRANCH(JUMP_IF_NONE, 1, 0, 0),
    BRANCH(JUMP_IF_NOT_NONE, 1, 0, 0),
    EACH(BUILD_TUPLE, 0, 1, 1, 0),
    EACH(BUILD_LIST, 0, 1, 1, 0),
    EACH(BUILD_SET, 0, 1, 1, 0),
    EACH(BUILD_MAP, 0, 1, 2, 0),
    EACH(BUILD_STRING, 0, 1, 1, 0),
    EACH(LIST_APPEND, 1, 0, 1, 1),
    EACH(SET_ADD, 1, 0, 1, 1),
    EACH(MAP_ADD, 2, 0, 1, 1),
    ROW(LIST_EXTEND, NUMBER, 1, 0), /* see opcode_effect() */
    EACH(SET_UPDATE, 1, 0, 1, 1),
    EACH(DICT_UPDATE, 1, 0, 1, 1),
    EACH(DICT_MERGE, 4, 3, 1, 1),
    ROW(LIST_TO_TUPLE, NONE, 1, 1),
    EACH(UNPACK_SEQUENCE, 1, 0, 0, 1),
    ROW(UNPACK_EX, NUMBER, 1, 1),    /* likewise */
    ROW(FORMAT_VALUE, NUMBER, 1, 1), /* likewise */
    EACH(CALL, 2, 1, 1, 0),
    EACH(CALL_KW, 3, 1, 1, 0),
    EACH(CALL_EX, 3, 1, 1, 0),
    ROW(MAKE_FUNCTION, NUMBER, 1, 1), /* likewise */
    ROW(LOAD_BUILD_CLASS, NONE, 0, 1),
    END(RETURN, NONE, 1, 0),
    EACH(YIELD, 1, 1, 1, 1),
    ROW(ASYNC_YIELD, NONE, 1, 1),
    ROW(GET_ITER, NONE, 1, 1),
    BRANCH(FOR_ITER, 1, 2, 0),
    ROW(GET_YIELD_FROM, NONE, 1, 1),
    ROW(GET_AWAITABLE, NUMBER, 1, 1),
    BRANCH(SEND, 2, 2, 1),
    ROW(GET_AITER, NONE, 1, 1),
    ROW(GET_ANEXT, NONE, 1, 2),
    ROW(END_ASYNC_FOR, NONE, 2, 0),
    END(RAISE, NUMBER, 0, 1),
    END(RERAISE, NUMBER, 1, 1),
    ROW(PUSH_EXC, NONE, 1, 2),
    ROW(POP_EXCEPT, NONE, 1, 0),
    ROW(CHECK_EXC_MATCH, NONE, 2, 2),
    ROW(CHECK_EG_MATCH, NONE, 2, 2),
    ROW(PREP_RERAISE_STAR, NONE, 2, 1),
    ROW(BEFORE_WITH, NONE, 1, 2),
    ROW(BEFORE_ASYNC_WITH, NONE, 1, 2),
    ROW(WITH_EXIT, NONE, 4, 5),
    ROW(LOAD_ASSERTION_ERROR, NONE, 0, 1),
    ROW(SETUP_ANNOTATIONS, NONE, 0, 0),
    ROW(IMPORT_NAME, NAME, 2, 1),
    ROW(IMPORT_FROM, NAME, 1, 2),
    ROW(IMPORT_STAR, NONE, 1, 0),
    ROW(GET_LEN, NONE, 1, 2),
    ROW(MATCH_MAPPING, NONE, 1, 2),
    ROW(MATCH_SEQUENCE, NONE, 1, 2),
    ROW(MATCH_KEYS, NONE, 2, 3),
    ROW(MATCH_CLASS, NUMBER, 3, 1),
};

static uint32_t bits_set(uint32_t v) {
    uint32_t count = 0;
    for (; v; v &= v - 1) count++;
    return count;
}

const OpcodeInfo *opcode_info(Opcode op) {
    ASSERT(op < OPCODE_COUNT && infos[op].name, "every instruction is described");
    return &infos[op];
}

OpcodeEffect opcode_effect(Opcode op, uint32_t arg) {
    const OpcodeInfo *info = opcode_info(op);
    OpcodeEffect effect = {info->pops, info->pushes, info->jump_pushes};
    if (op == OPCODE_UNPACK_EX) {
        effect.pushes += (arg & 0xFF) + (arg >> 8);
    } else if (op == OPCODE_FORMAT_VALUE) {
        effect.pops += arg >> 2 & 1;
    } else if (op == OPCODE_LIST_EXTEND) {
        effect.pops += arg & 0xFF;
        effect.pushes += arg & 0xFF;
    } else if (op == OPCODE_MAKE_FUNCTION) {
        effect.pops += bits_set(arg);
    } else if (info->pops_each || info->pushes_each) {
        effect.pops += arg * info->pops_each;
        effect.pushes += arg * info->pushes_each;
    }
    return effect;
}
