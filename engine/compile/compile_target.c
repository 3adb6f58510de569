#include "compile/compile_parts.h"

#include <string.h>

#include "object/str.h"

enum { MAX_BEFORE_STAR = 255, MAX_AFTER_STAR = 0xFFFF };

static void load_owner(Unit *u, const AstNode *target) {
    compile_expr(u,
                 target->kind == AST_ATTRIBUTE ? target->attribute.value : target->subscript.value);
    if (target->kind == AST_SUBSCRIPT) compile_expr(u, target->subscript.slice);
}

/* ---- unpacking ---- */

static int star_index(const AstList *items) {
    for (int i = 0; i < items->count; i++) {
        if (items->items[i]->kind == AST_STARRED) return i;
    }
    return -1;
}

static void unpack(Unit *u, const AstNode *target) {
    const AstList *items = &target->sequence.elts;
    int star = star_index(items), after = items->count - star - 1;
    if (star < 0) {
        EMIT(u, UNPACK_SEQUENCE, (uint32_t)items->count, unit_position(target));
    } else if (star > MAX_BEFORE_STAR || after > MAX_AFTER_STAR) {
        unit_syntax_error(u, target, "too many expressions in star-unpacking assignment");
    } else {
        EMIT(u, UNPACK_EX, (uint32_t)star | (uint32_t)after << 8, unit_position(target));
    }
    for (int i = 0; i < items->count; i++) {
        const AstNode *item = items->items[i];
        compile_store(u, item->kind == AST_STARRED ? item->starred.value : item);
    }
}

/* ---- storing ---- */

/* CPython 3.13 keeps the names that methods store as `self.NAME` in __static_attributes__. */
static void note_attribute(Unit *u, const AstNode *target) {
    const AstNode *owner = target->attribute.value;
    if (owner->kind != AST_NAME || strcmp(owner->name.id->text, "self") != 0) return;
    Unit *class = u->parent;
    while (class && class->host->kind != SYM_CLASS) class = class->parent;
    if (!class || !unit_grow(class, &class->attributes, class->attribute_count,
                             &class->attribute_capacity, sizeof *class->attributes)) {
        return;
    }
    class->attributes[class->attribute_count++] = OBJ(unit_ident(u, target->attribute.attr));
}

void compile_store(Unit *u, const AstNode *target) {
    Position position = unit_position(target);
    switch (target->kind) {
    case AST_NAME: compile_name(u, target->name.id, AST_STORE, position); break;
    case AST_ATTRIBUTE:
        note_attribute(u, target);
        load_owner(u, target);
        unit_emit_ident(u, OPCODE_STORE_ATTR, target->attribute.attr,
                        unit_attribute_position(target, target));
        break;
    case AST_SUBSCRIPT:
        load_owner(u, target);
        EMIT0(u, SET_ITEM, position);
        break;
    case AST_TUPLE:
    case AST_LIST: unpack(u, target); break;
    default: unit_syntax_error(u, target, "starred assignment target must be in a list or tuple");
    }
}

static void delete_all(Unit *u, const AstList *items) {
    for (int i = 0; i < items->count; i++) compile_delete(u, items->items[i]);
}

void compile_delete(Unit *u, const AstNode *target) {
    Position position = unit_position(target);
    switch (target->kind) {
    case AST_NAME: compile_name(u, target->name.id, AST_DEL, position); break;
    case AST_ATTRIBUTE:
        load_owner(u, target);
        unit_emit_ident(u, OPCODE_DELETE_ATTR, target->attribute.attr,
                        unit_attribute_position(target, target));
        break;
    case AST_SUBSCRIPT:
        load_owner(u, target);
        EMIT0(u, DELETE_ITEM, position);
        break;
    default: delete_all(u, &target->sequence.elts);
    }
}

/* ---- augmented assignment ---- */

static void inplace(Unit *u, const AstNode *n) {
    compile_expr(u, n->aug_assign.value);
    EMIT(u, INPLACE, compile_operator(n->aug_assign.op), unit_position(n));
}

static void aug_attribute(Unit *u, const AstNode *n) {
    const AstNode *target = n->aug_assign.target;
    Position position = unit_attribute_position(target, target);
    load_owner(u, target);
    EMIT(u, COPY, 1, unit_position(target));
    unit_emit_ident(u, OPCODE_LOAD_ATTR, target->attribute.attr, position);
    inplace(u, n);
    EMIT(u, SWAP, 2, position);
    unit_emit_ident(u, OPCODE_STORE_ATTR, target->attribute.attr, position);
}

static void aug_subscript(Unit *u, const AstNode *n) {
    Position position = unit_position(n->aug_assign.target);
    load_owner(u, n->aug_assign.target);
    EMIT(u, COPY, 2, position);
    EMIT(u, COPY, 2, position);
    EMIT0(u, GET_ITEM, position);
    inplace(u, n);
    EMIT(u, SWAP, 3, position); /* container key value -> value key container */
    EMIT(u, SWAP, 2, position);
    EMIT0(u, SET_ITEM, position);
}

void compile_aug_assign(Unit *u, const AstNode *n) {
    const AstNode *target = n->aug_assign.target;
    if (target->kind == AST_ATTRIBUTE) {
        aug_attribute(u, n);
    } else if (target->kind == AST_SUBSCRIPT) {
        aug_subscript(u, n);
    } else {
        compile_name(u, target->name.id, AST_LOAD, unit_position(target));
        inplace(u, n);
        compile_name(u, target->name.id, AST_STORE, unit_position(target));
    }
}

/* ---- annotated assignment ---- */

static void keep_annotation(Unit *u, const AstNode *n) {
    Position position = unit_position(n);
    const AstNode *target = n->ann_assign.target;
    const AstIdent *name = symtable_mangle(u->scope, target->name.id);
    compile_annotation(u, n->ann_assign.annotation);
    unit_emit_name(u, OPCODE_LOAD_NAME, N(u->c->e, __annotations__), position);
    if (name) unit_load_const(u, OBJ(unit_ident(u, name)), position);
    EMIT0(u, SET_ITEM, position);
}

/* A target that is not assigned is evaluated all the same, but for its last step. */
static void evaluate_target(Unit *u, const AstNode *target) {
    load_owner(u, target);
    EMIT0(u, POP, unit_position(target));
    if (target->kind == AST_SUBSCRIPT) EMIT0(u, POP, unit_position(target));
}

void compile_ann_assign(Unit *u, const AstNode *n) {
    const AstAnnAssign *a = &n->ann_assign;
    bool keeps = u->scope->kind == SYM_MODULE || u->scope->kind == SYM_CLASS;
    if (a->value) {
        compile_expr(u, a->value);
        compile_store(u, a->target);
    }
    if (a->target->kind != AST_NAME && !a->value) evaluate_target(u, a->target);
    if (!keeps) return; /* a function neither keeps nor evaluates them */
    if (a->simple) {
        keep_annotation(u, n);
    } else if (!u->scope->future_annotations) {
        compile_expr(u, a->annotation);
        EMIT0(u, POP, unit_position(a->annotation));
    }
}
