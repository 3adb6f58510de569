#include "syntax/ast.h"

#include "base/common.h"

#include <stddef.h>

#define FIELD(type, name, member)                                                                  \
    { name, AST_FIELD_##type, offsetof(AstNode, member) }

static const AstField MODULE_FIELDS[] = {FIELD(LIST, "body", module.body)};
static const AstField FUNCTION_FIELDS[] = {
    FIELD(IDENT, "name", function_def.name),
    FIELD(NODE, "args", function_def.args),
    FIELD(LIST, "body", function_def.body),
    FIELD(LIST, "decorator_list", function_def.decorators),
    FIELD(NODE, "returns", function_def.returns),
    FIELD(LIST, "type_params", function_def.type_params),
};
static const AstField CLASS_FIELDS[] = {
    FIELD(IDENT, "name", class_def.name),
    FIELD(LIST, "bases", class_def.bases),
    FIELD(LIST, "keywords", class_def.keywords),
    FIELD(LIST, "body", class_def.body),
    FIELD(LIST, "decorator_list", class_def.decorators),
    FIELD(LIST, "type_params", class_def.type_params),
};
static const AstField VALUE_FIELDS[] = {FIELD(NODE, "value", value.value)};
static const AstField DELETE_FIELDS[] = {FIELD(LIST, "targets", delete_.targets)};
static const AstField ASSIGN_FIELDS[] = {
    FIELD(LIST, "targets", assign.targets),
    FIELD(NODE, "value", assign.value),
};
static const AstField TYPE_ALIAS_FIELDS[] = {
    FIELD(NODE, "name", type_alias.name),
    FIELD(LIST, "type_params", type_alias.type_params),
    FIELD(NODE, "value", type_alias.value),
};
static const AstField AUG_ASSIGN_FIELDS[] = {
    FIELD(NODE, "target", aug_assign.target),
    FIELD(OPERATOR, "op", aug_assign.op),
    FIELD(NODE, "value", aug_assign.value),
};
static const AstField ANN_ASSIGN_FIELDS[] = {
    FIELD(NODE, "target", ann_assign.target),
    FIELD(NODE, "annotation", ann_assign.annotation),
    FIELD(NODE, "value", ann_assign.value),
    FIELD(BOOL, "simple", ann_assign.simple),
};
static const AstField FOR_FIELDS[] = {
    FIELD(NODE, "target", for_.target),
    FIELD(NODE, "iter", for_.iter),
    FIELD(LIST, "body", for_.body),
    FIELD(LIST, "orelse", for_.orelse),
};
static const AstField TEST_FIELDS[] = {
    FIELD(NODE, "test", test.test),
    FIELD(LIST, "body", test.body),
    FIELD(LIST, "orelse", test.orelse),
};
static const AstField WITH_FIELDS[] = {
    FIELD(LIST, "items", with.items),
    FIELD(LIST, "body", with.body),
};
static const AstField MATCH_FIELDS[] = {
    FIELD(NODE, "subject", match.subject),
    FIELD(LIST, "cases", match.cases),
};
static const AstField RAISE_FIELDS[] = {
    FIELD(NODE, "exc", raise.exc),
    FIELD(NODE, "cause", raise.cause),
};
static const AstField TRY_FIELDS[] = {
    FIELD(LIST, "body", try_.body),
    FIELD(LIST, "handlers", try_.handlers),
    FIELD(LIST, "orelse", try_.orelse),
    FIELD(LIST, "finalbody", try_.finalbody),
};
static const AstField ASSERT_FIELDS[] = {
    FIELD(NODE, "test", assert_.test),
    FIELD(NODE, "msg", assert_.msg),
};
static const AstField IMPORT_FIELDS[] = {FIELD(LIST, "names", import.names)};
static const AstField IMPORT_FROM_FIELDS[] = {
    FIELD(IDENT, "module", import.module),
    FIELD(LIST, "names", import.names),
    FIELD(INT, "level", import.level),
};
static const AstField NAME_LIST_FIELDS[] = {FIELD(IDENTS, "names", name_list.names)};
static const AstField BOOL_OP_FIELDS[] = {
    FIELD(BOOL_OP, "op", bool_op.op),
    FIELD(LIST, "values", bool_op.values),
};
static const AstField NAMED_EXPR_FIELDS[] = {
    FIELD(NODE, "target", named_expr.target),
    FIELD(NODE, "value", named_expr.value),
};
static const AstField BIN_OP_FIELDS[] = {
    FIELD(NODE, "left", bin_op.left),
    FIELD(OPERATOR, "op", bin_op.op),
    FIELD(NODE, "right", bin_op.right),
};
static const AstField UNARY_OP_FIELDS[] = {
    FIELD(UNARY, "op", unary_op.op),
    FIELD(NODE, "operand", unary_op.operand),
};
static const AstField LAMBDA_FIELDS[] = {
    FIELD(NODE, "args", lambda.args),
    FIELD(NODE, "body", lambda.body),
};
static const AstField IF_EXP_FIELDS[] = {
    FIELD(NODE, "test", if_exp.test),
    FIELD(NODE, "body", if_exp.body),
    FIELD(NODE, "orelse", if_exp.orelse),
};
static const AstField DICT_FIELDS[] = {
    FIELD(LIST, "keys", dict.keys),
    FIELD(LIST, "values", dict.values),
};
static const AstField SET_FIELDS[] = {FIELD(LIST, "elts", sequence.elts)};
static const AstField COMP_FIELDS[] = {
    FIELD(NODE, "elt", comp.element),
    FIELD(LIST, "generators", comp.generators),
};
static const AstField DICT_COMP_FIELDS[] = {
    FIELD(NODE, "key", comp.element),
    FIELD(NODE, "value", comp.value),
    FIELD(LIST, "generators", comp.generators),
};
static const AstField COMPARE_FIELDS[] = {
    FIELD(NODE, "left", compare.left),
    FIELD(COMPARE, "ops", compare.ops),
    FIELD(LIST, "comparators", compare.comparators),
};
static const AstField CALL_FIELDS[] = {
    FIELD(NODE, "func", call.func),
    FIELD(LIST, "args", call.args),
    FIELD(LIST, "keywords", call.keywords),
};
static const AstField FORMATTED_VALUE_FIELDS[] = {
    FIELD(NODE, "value", formatted_value.value),
    FIELD(INT, "conversion", formatted_value.conversion),
    FIELD(NODE, "format_spec", formatted_value.format_spec),
};
static const AstField JOINED_STR_FIELDS[] = {FIELD(LIST, "values", sequence.elts)};
static const AstField CONSTANT_FIELDS[] = {FIELD(CONSTANT, "value", constant)};
static const AstField ATTRIBUTE_FIELDS[] = {
    FIELD(NODE, "value", attribute.value),
    FIELD(IDENT, "attr", attribute.attr),
    FIELD(CONTEXT, "ctx", attribute.ctx),
};
static const AstField SUBSCRIPT_FIELDS[] = {
    FIELD(NODE, "value", subscript.value),
    FIELD(NODE, "slice", subscript.slice),
    FIELD(CONTEXT, "ctx", subscript.ctx),
};
static const AstField STARRED_FIELDS[] = {
    FIELD(NODE, "value", starred.value),
    FIELD(CONTEXT, "ctx", starred.ctx),
};
static const AstField NAME_FIELDS[] = {
    FIELD(IDENT, "id", name.id),
    FIELD(CONTEXT, "ctx", name.ctx),
};
static const AstField SEQUENCE_FIELDS[] = {
    FIELD(LIST, "elts", sequence.elts),
    FIELD(CONTEXT, "ctx", sequence.ctx),
};
static const AstField SLICE_FIELDS[] = {
    FIELD(NODE, "lower", slice.lower),
    FIELD(NODE, "upper", slice.upper),
    FIELD(NODE, "step", slice.step),
};
static const AstField COMPREHENSION_FIELDS[] = {
    FIELD(NODE, "target", comprehension.target),
    FIELD(NODE, "iter", comprehension.iter),
    FIELD(LIST, "ifs", comprehension.ifs),
    FIELD(BOOL, "is_async", comprehension.is_async),
};
static const AstField EXCEPT_HANDLER_FIELDS[] = {
    FIELD(NODE, "type", except_handler.type),
    FIELD(IDENT, "name", except_handler.name),
    FIELD(LIST, "body", except_handler.body),
};
static const AstField ARGUMENTS_FIELDS[] = {
    FIELD(LIST, "posonlyargs", arguments.posonlyargs),
    FIELD(LIST, "args", arguments.args),
    FIELD(NODE, "vararg", arguments.vararg),
    FIELD(LIST, "kwonlyargs", arguments.kwonlyargs),
    FIELD(LIST, "kw_defaults", arguments.kw_defaults),
    FIELD(NODE, "kwarg", arguments.kwarg),
    FIELD(LIST, "defaults", arguments.defaults),
};
static const AstField ARG_FIELDS[] = {
    FIELD(IDENT, "arg", arg.arg),
    FIELD(NODE, "annotation", arg.annotation),
};
static const AstField KEYWORD_FIELDS[] = {
    FIELD(IDENT, "arg", keyword.arg),
    FIELD(NODE, "value", keyword.value),
};
static const AstField ALIAS_FIELDS[] = {
    FIELD(IDENT, "name", alias.name),
    FIELD(IDENT, "asname", alias.asname),
};
static const AstField WITH_ITEM_FIELDS[] = {
    FIELD(NODE, "context_expr", with_item.context_expr),
    FIELD(NODE, "optional_vars", with_item.optional_vars),
};
static const AstField MATCH_CASE_FIELDS[] = {
    FIELD(NODE, "pattern", match_case.pattern),
    FIELD(NODE, "guard", match_case.guard),
    FIELD(LIST, "body", match_case.body),
};
static const AstField MATCH_SINGLETON_FIELDS[] = {FIELD(SINGLETON, "value", match_singleton.value)};
static const AstField MATCH_SEQUENCE_FIELDS[] = {FIELD(LIST, "patterns", sequence.elts)};
static const AstField MATCH_MAPPING_FIELDS[] = {
    FIELD(LIST, "keys", match_mapping.keys),
    FIELD(LIST, "patterns", match_mapping.patterns),
    FIELD(IDENT, "rest", match_mapping.rest),
};
static const AstField MATCH_CLASS_FIELDS[] = {
    FIELD(NODE, "cls", match_class.cls),
    FIELD(LIST, "patterns", match_class.patterns),
    FIELD(IDENTS, "kwd_attrs", match_class.kwd_attrs),
    FIELD(LIST, "kwd_patterns", match_class.kwd_patterns),
};
static const AstField MATCH_STAR_FIELDS[] = {FIELD(IDENT, "name", match_as.name)};
static const AstField MATCH_AS_FIELDS[] = {
    FIELD(NODE, "pattern", match_as.pattern),
    FIELD(IDENT, "name", match_as.name),
};
static const AstField TYPE_VAR_FIELDS[] = {
    FIELD(IDENT, "name", type_param.name),
    FIELD(NODE, "bound", type_param.bound),
    FIELD(NODE, "default_value", type_param.default_value),
};
static const AstField TYPE_PARAM_FIELDS[] = {
    FIELD(IDENT, "name", type_param.name),
    FIELD(NODE, "default_value", type_param.default_value),
};

typedef struct {
    const AstField *fields;
    int count;
} KindFields;

#define FIELDS(array)                                                                              \
    { array, (int)COUNT_OF(array) }

static const KindFields KIND_FIELDS[AST_KIND_COUNT] = {
    [AST_MODULE] = FIELDS(MODULE_FIELDS),
    [AST_FUNCTION_DEF] = FIELDS(FUNCTION_FIELDS),
    [AST_ASYNC_FUNCTION_DEF] = FIELDS(FUNCTION_FIELDS),
    [AST_CLASS_DEF] = FIELDS(CLASS_FIELDS),
    [AST_RETURN] = FIELDS(VALUE_FIELDS),
    [AST_DELETE] = FIELDS(DELETE_FIELDS),
    [AST_ASSIGN] = FIELDS(ASSIGN_FIELDS),
    [AST_TYPE_ALIAS] = FIELDS(TYPE_ALIAS_FIELDS),
    [AST_AUG_ASSIGN] = FIELDS(AUG_ASSIGN_FIELDS),
    [AST_ANN_ASSIGN] = FIELDS(ANN_ASSIGN_FIELDS),
    [AST_FOR] = FIELDS(FOR_FIELDS),
    [AST_ASYNC_FOR] = FIELDS(FOR_FIELDS),
    [AST_WHILE] = FIELDS(TEST_FIELDS),
    [AST_IF] = FIELDS(TEST_FIELDS),
    [AST_WITH] = FIELDS(WITH_FIELDS),
    [AST_ASYNC_WITH] = FIELDS(WITH_FIELDS),
    [AST_MATCH] = FIELDS(MATCH_FIELDS),
    [AST_RAISE] = FIELDS(RAISE_FIELDS),
    [AST_TRY] = FIELDS(TRY_FIELDS),
    [AST_TRY_STAR] = FIELDS(TRY_FIELDS),
    [AST_ASSERT] = FIELDS(ASSERT_FIELDS),
    [AST_IMPORT] = FIELDS(IMPORT_FIELDS),
    [AST_IMPORT_FROM] = FIELDS(IMPORT_FROM_FIELDS),
    [AST_GLOBAL] = FIELDS(NAME_LIST_FIELDS),
    [AST_NONLOCAL] = FIELDS(NAME_LIST_FIELDS),
    [AST_EXPR] = FIELDS(VALUE_FIELDS),
    [AST_BOOL_OP] = FIELDS(BOOL_OP_FIELDS),
    [AST_NAMED_EXPR] = FIELDS(NAMED_EXPR_FIELDS),
    [AST_BIN_OP] = FIELDS(BIN_OP_FIELDS),
    [AST_UNARY_OP] = FIELDS(UNARY_OP_FIELDS),
    [AST_LAMBDA] = FIELDS(LAMBDA_FIELDS),
    [AST_IF_EXP] = FIELDS(IF_EXP_FIELDS),
    [AST_DICT] = FIELDS(DICT_FIELDS),
    [AST_SET] = FIELDS(SET_FIELDS),
    [AST_LIST_COMP] = FIELDS(COMP_FIELDS),
    [AST_SET_COMP] = FIELDS(COMP_FIELDS),
    [AST_DICT_COMP] = FIELDS(DICT_COMP_FIELDS),
    [AST_GENERATOR_EXP] = FIELDS(COMP_FIELDS),
    [AST_AWAIT] = FIELDS(VALUE_FIELDS),
    [AST_YIELD] = FIELDS(VALUE_FIELDS),
    [AST_YIELD_FROM] = FIELDS(VALUE_FIELDS),
    [AST_COMPARE] = FIELDS(COMPARE_FIELDS),
    [AST_CALL] = FIELDS(CALL_FIELDS),
    [AST_FORMATTED_VALUE] = FIELDS(FORMATTED_VALUE_FIELDS),
    [AST_JOINED_STR] = FIELDS(JOINED_STR_FIELDS),
    [AST_CONSTANT] = FIELDS(CONSTANT_FIELDS),
    [AST_ATTRIBUTE] = FIELDS(ATTRIBUTE_FIELDS),
    [AST_SUBSCRIPT] = FIELDS(SUBSCRIPT_FIELDS),
    [AST_STARRED] = FIELDS(STARRED_FIELDS),
    [AST_NAME] = FIELDS(NAME_FIELDS),
    [AST_LIST] = FIELDS(SEQUENCE_FIELDS),
    [AST_TUPLE] = FIELDS(SEQUENCE_FIELDS),
    [AST_SLICE] = FIELDS(SLICE_FIELDS),
    [AST_COMPREHENSION] = FIELDS(COMPREHENSION_FIELDS),
    [AST_EXCEPT_HANDLER] = FIELDS(EXCEPT_HANDLER_FIELDS),
    [AST_ARGUMENTS] = FIELDS(ARGUMENTS_FIELDS),
    [AST_ARG] = FIELDS(ARG_FIELDS),
    [AST_KEYWORD] = FIELDS(KEYWORD_FIELDS),
    [AST_ALIAS] = FIELDS(ALIAS_FIELDS),
    [AST_WITH_ITEM] = FIELDS(WITH_ITEM_FIELDS),
    [AST_MATCH_CASE] = FIELDS(MATCH_CASE_FIELDS),
    [AST_MATCH_VALUE] = FIELDS(VALUE_FIELDS),
    [AST_MATCH_SINGLETON] = FIELDS(MATCH_SINGLETON_FIELDS),
    [AST_MATCH_SEQUENCE] = FIELDS(MATCH_SEQUENCE_FIELDS),
    [AST_MATCH_MAPPING] = FIELDS(MATCH_MAPPING_FIELDS),
    [AST_MATCH_CLASS] = FIELDS(MATCH_CLASS_FIELDS),
    [AST_MATCH_STAR] = FIELDS(MATCH_STAR_FIELDS),
    [AST_MATCH_AS] = FIELDS(MATCH_AS_FIELDS),
    [AST_MATCH_OR] = FIELDS(MATCH_SEQUENCE_FIELDS),
    [AST_TYPE_VAR] = FIELDS(TYPE_VAR_FIELDS),
    [AST_PARAM_SPEC] = FIELDS(TYPE_PARAM_FIELDS),
    [AST_TYPE_VAR_TUPLE] = FIELDS(TYPE_PARAM_FIELDS),
};

#define KIND_NAME(name, text) text,
static const char *const KIND_NAMES[] = {AST_KINDS(KIND_NAME)};
#undef KIND_NAME

const char *ast_kind_name(AstKind kind) {
    return KIND_NAMES[kind];
}

const AstField *ast_fields(AstKind kind, int *count) {
    *count = KIND_FIELDS[kind].count;
    return KIND_FIELDS[kind].fields ? KIND_FIELDS[kind].fields : MODULE_FIELDS;
}

static bool each_in_list(const AstList *list, bool (*visit)(AstNode *, void *), void *data) {
    for (int i = 0; i < list->count; i++) {
        if (list->items[i] && !visit(list->items[i], data)) return false;
    }
    return true;
}

bool ast_each_child(const AstNode *node, bool (*visit)(AstNode *child, void *data), void *data) {
    const KindFields *kind = &KIND_FIELDS[node->kind];
    for (int i = 0; i < kind->count; i++) {
        const void *member = (const char *)node + kind->fields[i].offset;
        if (kind->fields[i].type == AST_FIELD_LIST && !each_in_list(member, visit, data)) {
            return false;
        }
        if (kind->fields[i].type != AST_FIELD_NODE) continue;
        AstNode *child = *(AstNode *const *)member;
        if (child && !visit(child, data)) return false;
    }
    return true;
}
