#ifndef SYNTAX_AST_H
#define SYNTAX_AST_H
/* The abstract syntax tree of a program, shaped like the one Python's `ast` module documents. */

#include "base/region.h"

#include <stdbool.h>
#include <stdint.h>

/* Every kind once: X(CONSTANT, "name in Python's ast module"). */
#define AST_KINDS(X)                                                                               \
    X(MODULE, "Module")                                                                            \
    /* statements */                                                                               \
    X(FUNCTION_DEF, "FunctionDef")                                                                 \
    X(ASYNC_FUNCTION_DEF, "AsyncFunctionDef")                                                      \
    X(CLASS_DEF, "ClassDef")                                                                       \
    X(RETURN, "Return")                                                                            \
    X(DELETE, "Delete")                                                                            \
    X(ASSIGN, "Assign")                                                                            \
    X(TYPE_ALIAS, "TypeAlias")                                                                     \
    X(AUG_ASSIGN, "AugAssign")                                                                     \
    X(ANN_ASSIGN, "AnnAssign")                                                                     \
    X(FOR, "For")                                                                                  \
    X(ASYNC_FOR, "AsyncFor")                                                                       \
    X(WHILE, "While")                                                                              \
    X(IF, "If")                                                                                    \
    X(WITH, "With")                                                                                \
    X(ASYNC_WITH, "AsyncWith")                                                                     \
    X(MATCH, "Match")                                                                              \
    X(RAISE, "Raise")                                                                              \
    X(TRY, "Try")                                                                                  \
    X(TRY_STAR, "TryStar")                                                                         \
    X(ASSERT, "Assert")                                                                            \
    X(IMPORT, "Import")                                                                            \
    X(IMPORT_FROM, "ImportFrom")                                                                   \
    X(GLOBAL, "Global")                                                                            \
    X(NONLOCAL, "Nonlocal")                                                                        \
    X(EXPR, "Expr")                                                                                \
    X(PASS, "Pass")                                                                                \
    X(BREAK, "Break")                                                                              \
    X(CONTINUE, "Continue")                                                                        \
    /* expressions */                                                                              \
    X(BOOL_OP, "BoolOp")                                                                           \
    X(NAMED_EXPR, "NamedExpr")                                                                     \
    X(BIN_OP, "BinOp")                                                                             \
    X(UNARY_OP, "UnaryOp")                                                                         \
    X(LAMBDA, "Lambda")                                                                            \
    X(IF_EXP, "IfExp")                                                                             \
    X(DICT, "Dict")                                                                                \
    X(SET, "Set")                                                                                  \
    X(LIST_COMP, "ListComp")                                                                       \
    X(SET_COMP, "SetComp")                                                                         \
    X(DICT_COMP, "DictComp")                                                                       \
    X(GENERATOR_EXP, "GeneratorExp")                                                               \
    X(AWAIT, "Await")                                                                              \
    X(YIELD, "Yield")                                                                              \
    X(YIELD_FROM, "YieldFrom")                                                                     \
    X(COMPARE, "Compare")                                                                          \
    X(CALL, "Call")                                                                                \
    X(FORMATTED_VALUE, "FormattedValue")                                                           \
    X(JOINED_STR, "JoinedStr")                                                                     \
    X(CONSTANT, "Constant")                                                                        \
    X(ATTRIBUTE, "Attribute")                                                                      \
    X(SUBSCRIPT, "Subscript")                                                                      \
    X(STARRED, "Starred")                                                                          \
    X(NAME, "Name")                                                                                \
    X(LIST, "List")                                                                                \
    X(TUPLE, "Tuple")                                                                              \
    X(SLICE, "Slice")                                                                              \
    /* parts of statements and expressions */                                                      \
    X(COMPREHENSION, "comprehension")                                                              \
    X(EXCEPT_HANDLER, "ExceptHandler")                                                             \
    X(ARGUMENTS, "arguments")                                                                      \
    X(ARG, "arg")                                                                                  \
    X(KEYWORD, "keyword")                                                                          \
    X(ALIAS, "alias")                                                                              \
    X(WITH_ITEM, "withitem")                                                                       \
    X(MATCH_CASE, "match_case")                                                                    \
    /* patterns */                                                                                 \
    X(MATCH_VALUE, "MatchValue")                                                                   \
    X(MATCH_SINGLETON, "MatchSingleton")                                                           \
    X(MATCH_SEQUENCE, "MatchSequence")                                                             \
    X(MATCH_MAPPING, "MatchMapping")                                                               \
    X(MATCH_CLASS, "MatchClass")                                                                   \
    X(MATCH_STAR, "MatchStar")                                                                     \
    X(MATCH_AS, "MatchAs")                                                                         \
    X(MATCH_OR, "MatchOr")                                                                         \
    /* PEP 695 type parameters */                                                                  \
    X(TYPE_VAR, "TypeVar")                                                                         \
    X(PARAM_SPEC, "ParamSpec")                                                                     \
    X(TYPE_VAR_TUPLE, "TypeVarTuple")

#define AST_KIND_ENUM(name, text) AST_##name,
typedef enum { AST_KINDS(AST_KIND_ENUM) AST_KIND_COUNT } AstKind;
#undef AST_KIND_ENUM

typedef enum { AST_LOAD, AST_STORE, AST_DEL } AstContext;
typedef enum { AST_AND, AST_OR } AstBoolOp;

typedef enum {
    AST_ADD,
    AST_SUB,
    AST_MULT,
    AST_MAT_MULT,
    AST_DIV,
    AST_MOD,
    AST_POW,
    AST_LSHIFT,
    AST_RSHIFT,
    AST_BIT_OR,
    AST_BIT_XOR,
    AST_BIT_AND,
    AST_FLOOR_DIV
} AstOperator;

typedef enum { AST_INVERT, AST_NOT, AST_UADD, AST_USUB } AstUnaryOp;

typedef enum {
    AST_EQ,
    AST_NOT_EQ,
    AST_LT,
    AST_LT_E,
    AST_GT,
    AST_GT_E,
    AST_IS,
    AST_IS_NOT,
    AST_IN,
    AST_NOT_IN
} AstCompareOp;

typedef enum {
    AST_CONST_NONE,
    AST_CONST_TRUE,
    AST_CONST_FALSE,
    AST_CONST_ELLIPSIS,
    AST_CONST_INT,
    AST_CONST_FLOAT,
    AST_CONST_COMPLEX, /* `number` is the imaginary part, the real one is 0 */
    AST_CONST_STR,
    AST_CONST_BYTES
} AstConstantKind;

/* A name of the program. One tree holds one AstIdent per distinct text, so names are compared by
   pointer; `index` numbers them from 0 in order of first appearance. NUL-terminated UTF-8. */
typedef struct {
    uint32_t length, index, hash;
    char text[];
} AstIdent;

typedef struct AstNames AstNames; /* the tree's table of names */
typedef struct AstNode AstNode;
struct SymScope; /* symtable.h */

typedef struct {
    AstNode **items;
    int count;
} AstList;

typedef struct {
    const AstIdent **items;
    int count;
} AstIdentList;

/* `scope` fields are NULL until symtable_build() has run. */

typedef struct {
    AstList body;
    AstNames *names;
    struct SymScope *scope;
} AstModule;

typedef struct {
    const AstIdent *name;
    AstNode *args; /* ARGUMENTS */
    AstList body, decorators;
    AstNode *returns; /* or NULL */
    AstList type_params;
    struct SymScope *scope, *type_scope; /* type_scope: of the type parameters, or NULL */
} AstFunctionDef;                        /* FUNCTION_DEF, ASYNC_FUNCTION_DEF */

typedef struct {
    const AstIdent *name;
    AstList bases, keywords, body, decorators, type_params;
    struct SymScope *scope, *type_scope;
} AstClassDef;

typedef struct {
    AstNode *value; /* or NULL in RETURN and YIELD */
} AstValue;         /* RETURN, EXPR, AWAIT, YIELD, YIELD_FROM */

typedef struct {
    AstList targets;
} AstDelete;

typedef struct {
    AstList targets;
    AstNode *value;
} AstAssign;

typedef struct {
    AstNode *name; /* NAME */
    AstList type_params;
    AstNode *value;
    struct SymScope *scope, *type_scope; /* scope: of the lazily evaluated value */
} AstTypeAlias;

typedef struct {
    AstNode *target;
    AstOperator op;
    AstNode *value;
} AstAugAssign;

typedef struct {
    AstNode *target, *annotation;
    AstNode *value; /* or NULL */
    bool simple;    /* a bare name, not in parentheses */
} AstAnnAssign;

typedef struct {
    AstNode *target, *iter;
    AstList body, orelse;
} AstFor; /* FOR, ASYNC_FOR */

typedef struct {
    AstNode *test;
    AstList body, orelse; /* IF: `elif` is an IF alone in orelse */
} AstTest;                /* IF, WHILE */

typedef struct {
    AstList items, body; /* items: WITH_ITEM */
} AstWith;               /* WITH, ASYNC_WITH */

typedef struct {
    AstNode *subject;
    AstList cases; /* MATCH_CASE */
} AstMatch;

typedef struct {
    AstNode *exc, *cause; /* each or NULL */
} AstRaise;

typedef struct {
    AstList body, handlers, orelse, finalbody; /* handlers: EXCEPT_HANDLER */
} AstTry;                                      /* TRY, TRY_STAR */

typedef struct {
    AstNode *test, *msg; /* msg: or NULL */
} AstAssert;

typedef struct {
    AstList names;          /* ALIAS */
    const AstIdent *module; /* IMPORT_FROM only: "a.b", NULL in `from . import x` */
    int level;              /* IMPORT_FROM only: the number of leading dots */
} AstImport;                /* IMPORT, IMPORT_FROM */

typedef struct {
    AstIdentList names;
} AstNameList; /* GLOBAL, NONLOCAL */

typedef struct {
    AstBoolOp op;
    AstList values; /* two or more */
} AstBoolOpExpr;

typedef struct {
    AstNode *target, *value;
} AstNamedExpr;

typedef struct {
    AstNode *left;
    AstOperator op;
    AstNode *right;
} AstBinOp;

typedef struct {
    AstUnaryOp op;
    AstNode *operand;
} AstUnaryOpExpr;

typedef struct {
    AstNode *args, *body;
    struct SymScope *scope;
} AstLambda;

typedef struct {
    AstNode *test, *body, *orelse;
} AstIfExp;

typedef struct {
    AstList keys, values; /* a NULL key means `**value` */
} AstDict;

typedef struct {
    AstNode *element;
    AstList generators; /* COMPREHENSION */
    AstNode *value;     /* DICT_COMP only; `element` is then the key */
    struct SymScope *scope;
} AstComp; /* LIST_COMP, SET_COMP, DICT_COMP, GENERATOR_EXP */

typedef struct {
    AstNode *left;
    const AstCompareOp *ops; /* comparators.count of them */
    AstList comparators;
} AstCompare;

typedef struct {
    AstNode *func;
    AstList args, keywords; /* args in order, STARRED among them; keywords: KEYWORD */
} AstCall;

typedef struct {
    AstNode *value;
    int conversion;       /* -1, 's', 'r' or 'a' */
    AstNode *format_spec; /* JOINED_STR or NULL */
} AstFormattedValue;

typedef struct {
    AstConstantKind kind;
    bool fits;        /* INT: `integer` holds the value */
    bool u_prefix;    /* STR: written u"..." */
    bool escaped;     /* STR, while it is parsed: its escapes are still to be decoded */
    uint8_t base;     /* INT: 2, 8, 10 or 16 */
    const char *text; /* STR: UTF-8; BYTES: raw; INT: digits in `base`, without prefix and '_' */
    size_t length;    /* of text in bytes; a NUL follows */
    int64_t integer;
    double number; /* FLOAT */
} AstConstant;

typedef struct {
    AstNode *value;
    const AstIdent *attr; /* as written; mangling is symtable_mangle()'s */
    AstContext ctx;
    uint32_t attr_line, attr_column; /* where the attribute's name stands */
} AstAttribute;

typedef struct {
    AstNode *value, *slice;
    AstContext ctx;
} AstSubscript;

typedef struct {
    AstNode *value;
    AstContext ctx;
} AstStarred;

typedef struct {
    const AstIdent *id;
    AstContext ctx;
} AstName;

typedef struct {
    AstList elts;
    AstContext ctx; /* LIST, TUPLE */
} AstSequence;      /* LIST, TUPLE, SET, JOINED_STR (its values), MATCH_SEQUENCE, MATCH_OR */

typedef struct {
    AstNode *lower, *upper, *step; /* each or NULL */
} AstSlice;

typedef struct {
    AstNode *target, *iter;
    AstList ifs;
    bool is_async;
} AstComprehension;

typedef struct {
    AstNode *type;        /* or NULL */
    const AstIdent *name; /* or NULL */
    AstList body;
} AstExceptHandler;

typedef struct {
    AstList posonlyargs, args; /* ARG */
    AstNode *vararg;           /* ARG or NULL */
    AstList kwonlyargs;
    AstList kw_defaults; /* as many as kwonlyargs; NULL where there is no default */
    AstNode *kwarg;      /* ARG or NULL */
    AstList defaults;    /* of the last posonlyargs + args */
} AstArguments;

typedef struct {
    const AstIdent *arg;
    AstNode *annotation; /* or NULL */
} AstArg;

typedef struct {
    const AstIdent *arg; /* NULL means `**value` */
    AstNode *value;
} AstKeyword;

typedef struct {
    const AstIdent *name, *asname; /* "a.b" or "*"; asname or NULL */
} AstAlias;

typedef struct {
    AstNode *context_expr, *optional_vars; /* optional_vars: or NULL */
} AstWithItem;

typedef struct {
    AstNode *pattern, *guard; /* guard: or NULL */
    AstList body;
} AstMatchCase;

typedef struct {
    AstConstantKind value;
} AstMatchSingleton;

typedef struct {
    AstList keys, patterns;
    const AstIdent *rest; /* or NULL */
} AstMatchMapping;

typedef struct {
    AstNode *cls;
    AstList patterns;
    AstIdentList kwd_attrs;
    AstList kwd_patterns;
} AstMatchClass;

typedef struct {
    AstNode *pattern;     /* or NULL; always NULL in MATCH_STAR */
    const AstIdent *name; /* or NULL: `_` */
} AstMatchAs;             /* MATCH_AS, MATCH_STAR */

typedef struct {
    const AstIdent *name;
    AstNode *bound;                               /* TYPE_VAR only, or NULL */
    AstNode *default_value;                       /* or NULL */
    struct SymScope *bound_scope, *default_scope; /* lazily evaluated, or NULL */
} AstTypeParam;                                   /* TYPE_VAR, PARAM_SPEC, TYPE_VAR_TUPLE */

/* Lines count from 1, columns from 0 in code points; the end is one past the last character.
   `height` is 1 for a leaf, else one more than the highest child: at most AST_MAX_HEIGHT, so that
   recursive walks need a bounded C stack. */
struct AstNode {
    uint16_t kind; /* AstKind */
    uint16_t height;
    uint32_t line, column, end_line, end_column;
    union {
        AstModule module;
        AstFunctionDef function_def;
        AstClassDef class_def;
        AstValue value; /* RETURN, EXPR, AWAIT, YIELD, YIELD_FROM, MATCH_VALUE */
        AstDelete delete_;
        AstAssign assign;
        AstTypeAlias type_alias;
        AstAugAssign aug_assign;
        AstAnnAssign ann_assign;
        AstFor for_;
        AstTest test; /* IF, WHILE */
        AstWith with;
        AstMatch match;
        AstRaise raise;
        AstTry try_;
        AstAssert assert_;
        AstImport import;
        AstNameList name_list; /* GLOBAL, NONLOCAL */
        AstBoolOpExpr bool_op;
        AstNamedExpr named_expr;
        AstBinOp bin_op;
        AstUnaryOpExpr unary_op;
        AstLambda lambda;
        AstIfExp if_exp;
        AstDict dict;
        AstComp comp;
        AstCompare compare;
        AstCall call;
        AstFormattedValue formatted_value;
        AstConstant constant;
        AstAttribute attribute;
        AstSubscript subscript;
        AstStarred starred;
        AstName name;
        AstSequence sequence; /* LIST, TUPLE, SET, JOINED_STR, MATCH_SEQUENCE, MATCH_OR */
        AstSlice slice;
        AstComprehension comprehension;
        AstExceptHandler except_handler;
        AstArguments arguments;
        AstArg arg;
        AstKeyword keyword;
        AstAlias alias;
        AstWithItem with_item;
        AstMatchCase match_case;
        AstMatchSingleton match_singleton;
        AstMatchMapping match_mapping;
        AstMatchClass match_class;
        AstMatchAs match_as; /* MATCH_AS, MATCH_STAR */
        AstTypeParam type_param;
    };
};

enum { AST_MAX_HEIGHT = 500 };

/* What one field of a node holds; lets a walk or a dump treat all kinds alike. */
typedef enum {
    AST_FIELD_NODE,      /* AstNode *, perhaps NULL */
    AST_FIELD_LIST,      /* AstList, perhaps with NULL items */
    AST_FIELD_IDENT,     /* const AstIdent *, perhaps NULL */
    AST_FIELD_IDENTS,    /* AstIdentList */
    AST_FIELD_INT,       /* int */
    AST_FIELD_BOOL,      /* bool */
    AST_FIELD_CONTEXT,   /* AstContext */
    AST_FIELD_BOOL_OP,   /* AstBoolOp */
    AST_FIELD_OPERATOR,  /* AstOperator */
    AST_FIELD_UNARY,     /* AstUnaryOp */
    AST_FIELD_COMPARE,   /* const AstCompareOp *, as many as the comparators */
    AST_FIELD_SINGLETON, /* AstConstantKind */
    AST_FIELD_CONSTANT   /* AstConstant */
} AstFieldType;

typedef struct {
    const char *name; /* as in Python's ast module */
    AstFieldType type;
    uint16_t offset;
} AstField;

/* The kind's name in Python's ast module. */
const char *ast_kind_name(AstKind kind);
/* The kind's fields in the order of Python's ast module; never NULL. */
const AstField *ast_fields(AstKind kind, int *count);
/* Calls `visit` for every child that is not NULL, in field order; stops when it returns false. */
bool ast_each_child(const AstNode *node, bool (*visit)(AstNode *child, void *data), void *data);

/* An empty table of names living in `r`, or NULL without memory. */
AstNames *ast_names_create(Region *r);
/* The one AstIdent for this text, added when new; NULL without memory. */
const AstIdent *ast_intern(AstNames *names, const char *text, size_t length);
/* The same for a name as it is written: names are equal when their NFKC forms are. */
const AstIdent *ast_intern_normal(AstNames *names, const char *text, size_t length);
/* "_" class name: the name that `name` has inside that class. */
const AstIdent *ast_intern_mangled(AstNames *names, const char *class_name, size_t class_length,
                                   const AstIdent *name);
int ast_names_count(const AstNames *names);

#endif
