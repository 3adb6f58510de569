#ifndef SYNTAX_PARSE_H
#define SYNTAX_PARSE_H
/* What the parser's files share: its state, errors, nodes, and one function per grammar rule.

   Every parse function returns NULL, and leaves the position where it was, when the tokens do not
   fit; like a PEG, a loop that cannot read one more item keeps what it has. A program is read
   once plainly; if that fails, a second time with `explain` set, when rules look for well-known
   mistakes and report them. What remains is "invalid syntax" at the furthest token. */

#include "syntax/lexer.h"
#include "syntax/parser.h"

enum { PARSE_MAX_DEPTH = 200 };

typedef struct {
    Region *region;
    AstNames *names;
    Diag *diag;
    Lexer lexer;
    Token *tokens; /* all that have been read; `count` of them */
    int count, capacity, pos;
    AstNode **scratch; /* a stack of list items, see parse_list() */
    int scratch_count, scratch_capacity;
    int depth;
    bool explain;       /* the second reading */
    uint8_t *explained; /* per token, a bit for each ExplainRule that has been tried */
    int explained_count;
    bool failed; /* `diag` is set: no token fits any more */
} Parser;

typedef struct {
    int pos, scratch;
} ParseMark;

/* The rules of the second reading that read tokens again. */
typedef enum {
    EXPLAIN_GROUP,
    EXPLAIN_FOR,
    EXPLAIN_EXPR,
    EXPLAIN_NAMED,
    EXPLAIN_COMPREHENSION,
    EXPLAIN_ARGS,
    EXPLAIN_PATTERN
} ExplainRule;

/* A place for a message: columns from 0. */
typedef struct {
    uint32_t line, column, end_line, end_column;
} ParseSpan;

/* parse.c: tokens */
const Token *parse_token(Parser *p);
TokenKind parse_peek(Parser *p);
TokenKind parse_peek_at(Parser *p, int ahead);
bool parse_at(Parser *p, TokenKind kind);
bool parse_accept(Parser *p, TokenKind kind);
/* The second reading reports "expected ':'" at the next token if it is another one. */
bool parse_force(Parser *p, TokenKind kind);
bool parse_at_word(Parser *p, const char *word);
/* The name that comes next, taken; NULL if there is none. */
const AstIdent *parse_name(Parser *p);
ParseMark parse_mark(const Parser *p);
void *parse_reset(Parser *p, ParseMark mark); /* always NULL */
bool parse_enter(Parser *p);                  /* one level deeper, within limits */
void parse_leave(Parser *p);

/* parse.c: nodes */
AstNode *parse_node(Parser *p, AstKind kind, int start);
/* Sets the end to that of the last token taken, and the height. */
AstNode *parse_finish(Parser *p, AstNode *node);
bool parse_push(Parser *p, AstNode *node);
/* The items pushed since `mark`, taken off the stack. */
bool parse_list(Parser *p, ParseMark mark, AstList *list);
void *parse_alloc(Parser *p, size_t size);
bool parse_add_ident(Parser *p, AstIdentList *list, const AstIdent *ident);

/* parse_error.c: messages. All return NULL or false and set `failed`. */
ParseSpan parse_span(const AstNode *node);
ParseSpan parse_token_span(const Token *token);
ParseSpan parse_join(ParseSpan first, ParseSpan last);
/* From `first` to where the lexer stands. */
ParseSpan parse_span_on(const Parser *p, ParseSpan first);
void *parse_fail(Parser *p, ParseSpan span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void *parse_fail_kind(Parser *p, DiagKind kind, ParseSpan span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* At the last token that was read. */
void *parse_fail_last(Parser *p, DiagKind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void *parse_out_of_memory(Parser *p);
/* After a failed reading: makes the message final, as CPython does, by reading the other tokens. */
void parse_settle(Parser *p, int furthest);

/* parse_expr.c */
AstNode *parse_star_expressions(Parser *p); /* a, *b */
AstNode *parse_yield_or_star(Parser *p);    /* yield x | a, *b */
AstNode *parse_star_named(Parser *p);       /* *a | a := b | a */
AstNode *parse_named(Parser *p);            /* a := b | a */
AstNode *parse_assignment_or_expr(Parser *p);
AstNode *parse_expr(Parser *p);  /* a if b else c, lambda */
AstNode *parse_or(Parser *p);    /* a or b */
AstNode *parse_bitor(Parser *p); /* a | b and tighter */
AstNode *parse_yield(Parser *p);
AstNode *parse_star_of(Parser *p, AstNode *(*rule)(Parser *)); /* '*' rule */
/* More items after `first` up to a tuple; NULL never, unless failed. */
AstNode *parse_tuple_rest(Parser *p, int start, AstNode *first, AstNode *(*item)(Parser *));

/* parse_atom.c, parse_display.c */
AstNode *parse_primary(Parser *p); /* atom and its calls, attributes, subscripts */
AstNode *parse_atom(Parser *p);
AstNode *parse_group(Parser *p);   /* ( ... ) */
AstNode *parse_bracket(Parser *p); /* [ ... ] */
AstNode *parse_brace(Parser *p);   /* { ... } */
bool parse_at_for(Parser *p);      /* for | async for */
bool parse_for_clauses(Parser *p, AstList *clauses);
/* The clauses after `element` (or a pair) up to and with the closing bracket. */
AstNode *parse_comprehension(Parser *p, AstKind kind, int start, AstNode *element, AstNode *value,
                             TokenKind close);
/* Constants. */
AstNode *parse_number(Parser *p);

/* parse_string.c, parse_fstring.c, parse_escape.c */
AstNode *parse_strings(Parser *p);
/* Pushes the parts of one f-string. */
bool parse_fstring(Parser *p);
/* Decodes the escapes of a str literal's inside; `where` is for messages, NULL: the last token. */
bool parse_decode_str(Parser *p, const char *text, size_t length, bool raw, const Token *where,
                      AstConstant *out);
bool parse_decode_bytes(Parser *p, const char *text, size_t length, bool raw, const Token *where,
                        AstConstant *out);

/* parse_args.c: calls; parse_params.c: definitions */
/* Arguments up to and with ')'. `open` is the call's '(' token, which is also the start of a lone
   generator expression; -1 in a class statement, where there can be none. */
bool parse_call_args(Parser *p, int open, AstList *args, AstList *keywords);
/* '*' and an expression, which must follow. */
AstNode *parse_starred(Parser *p);
/* As many arguments as fit, without a comma after them. */
bool parse_arg_list(Parser *p, AstList *args, AstList *keywords);
AstNode *parse_lambda(Parser *p);
AstNode *parse_params(Parser *p, bool is_lambda);
bool parse_type_params(Parser *p, AstList *list);

/* parse_target.c */
/* Makes an expression a target of `for`, `=` or `del`; false if it cannot be one. */
bool parse_set_target(AstNode *node, AstContext ctx);
AstNode *parse_star_targets(Parser *p);
AstNode *parse_star_target(Parser *p);
/* What a message calls an expression: "function call", "None" ... */
const char *parse_expr_name(const AstNode *node);
/* Reports the first part that is no target, if there is one; `for_loop` looks left of an `in`. */
void *parse_fail_target(Parser *p, const AstNode *node, AstContext ctx, bool for_loop);

/* parse_explain.c: rules of the second reading. False when one reported. */
bool parse_explain_expr(Parser *p, int start, AstNode *expr);
bool parse_explain_named(Parser *p, int start, AstNode *expr);
void parse_explain_assignment(Parser *p, int start);
void parse_explain_comprehension(Parser *p, TokenKind open, const AstNode *first);
/* parse_explain_args.c */
void parse_explain_args(Parser *p, int start);
/* Whether this rule is tried at this token for the first time; it is not tried again, lest the
   time grow exponentially with the nesting. */
bool parse_once(Parser *p, ExplainRule rule, int pos);

/* parse_simple.c, parse_assign.c, parse_import.c, parse_compound.c, parse_try.c, parse_def.c */
bool parse_statements(Parser *p); /* pushes one or more */
bool parse_simple_statements(Parser *p);
AstNode *parse_compound(Parser *p);
AstNode *parse_assignment(Parser *p); /* or an expression statement */
AstNode *parse_import(Parser *p);
AstNode *parse_import_from(Parser *p);
AstNode *parse_definition(Parser *p); /* decorators, class, def, async def */
AstNode *parse_type_alias(Parser *p);
AstNode *parse_try(Parser *p);
/* The statements after ':'; `owner` and `line` are for "expected an indented block after %s on
   line %d". */
bool parse_block(Parser *p, const char *owner, uint32_t line, AstList *body);
/* ':', or where a line ends instead, while explaining, "expected ':'". */
bool parse_colon(Parser *p);
bool parse_else(Parser *p, AstList *body);

/* parse_match.c, parse_pattern.c */
AstNode *parse_match(Parser *p);
AstNode *parse_patterns(Parser *p); /* of a case: open sequence or one pattern */

#endif
