#include "syntax/parse.h"

#include "base/common.h"

#include <string.h>

enum { FIRST_TOKENS = 512, FIRST_SCRATCH = 64 };

/* Given out when there are no tokens any more after a failure: it fits nothing. */
static const Token NO_TOKEN = {.kind = TOKEN_UNKNOWN};

void *parse_alloc(Parser *p, size_t size) {
    void *block = region_alloc(p->region, size);
    return block ? block : parse_out_of_memory(p);
}

/* A larger copy of an array; the old one stays in the region until that is cleared. */
static void *grow(Parser *p, const void *old, int count, int *capacity, int first, size_t size) {
    int larger = *capacity ? *capacity * 2 : first;
    void *block = parse_alloc(p, size * (size_t)larger);
    if (!block) return NULL;
    if (count) memcpy(block, old, size * (size_t)count);
    *capacity = larger;
    return block;
}

static bool read_token(Parser *p) {
    if (p->failed) return false;
    if (p->count == p->capacity) {
        Token *tokens = grow(p, p->tokens, p->count, &p->capacity, FIRST_TOKENS, sizeof *p->tokens);
        if (!tokens) return false;
        p->tokens = tokens;
    }
    if (!lexer_next(&p->lexer, &p->tokens[p->count])) {
        p->failed = true;
        return false;
    }
    p->count++;
    return true;
}

static const Token *token_at(Parser *p, int index) {
    while (index >= p->count) {
        if (!read_token(p)) return &NO_TOKEN;
    }
    return p->failed ? &NO_TOKEN : &p->tokens[index];
}

const Token *parse_token(Parser *p) {
    return token_at(p, p->pos);
}

TokenKind parse_peek(Parser *p) {
    return (TokenKind)token_at(p, p->pos)->kind;
}

TokenKind parse_peek_at(Parser *p, int ahead) {
    return (TokenKind)token_at(p, p->pos + ahead)->kind;
}

bool parse_at(Parser *p, TokenKind kind) {
    return parse_peek(p) == kind;
}

bool parse_accept(Parser *p, TokenKind kind) {
    if (!parse_at(p, kind)) return false;
    p->pos++;
    return true;
}

bool parse_force(Parser *p, TokenKind kind) {
    if (parse_accept(p, kind)) return true;
    if (p->explain && !p->failed) {
        parse_fail(p, parse_token_span(parse_token(p)), "expected '%s'", token_text(kind));
    }
    return false;
}

bool parse_at_word(Parser *p, const char *word) {
    const Token *token = parse_token(p);
    return token->kind == TOKEN_NAME && strcmp(token->name->text, word) == 0;
}

const AstIdent *parse_name(Parser *p) {
    const Token *token = parse_token(p);
    if (token->kind != TOKEN_NAME) return NULL;
    p->pos++;
    return token->name;
}

ParseMark parse_mark(const Parser *p) {
    return (ParseMark){p->pos, p->scratch_count};
}

void *parse_reset(Parser *p, ParseMark mark) {
    p->pos = mark.pos;
    p->scratch_count = mark.scratch;
    return NULL;
}

bool parse_enter(Parser *p) {
    if (p->depth >= PARSE_MAX_DEPTH) {
        parse_fail_last(p, DIAG_LIMIT, "too many nested expressions or blocks: more than %d",
                        PARSE_MAX_DEPTH);
        return false;
    }
    p->depth++;
    return true;
}

void parse_leave(Parser *p) {
    p->depth--;
}

AstNode *parse_node(Parser *p, AstKind kind, int start) {
    AstNode *node = parse_alloc(p, sizeof *node);
    if (!node) return NULL;
    const Token *token = token_at(p, start);
    node->kind = (uint16_t)kind;
    node->line = token->line;
    node->column = token->column;
    return node;
}

static bool raise_height(AstNode *child, void *data) {
    uint16_t *height = data;
    if (child->height > *height) *height = child->height;
    return true;
}

static bool is_layout(uint8_t kind) {
    return kind == TOKEN_NEWLINE || kind == TOKEN_INDENT || kind == TOKEN_DEDENT ||
           kind == TOKEN_END;
}

AstNode *parse_finish(Parser *p, AstNode *node) {
    if (!node || p->failed) return NULL;
    int last = p->pos - 1;
    while (last > 0 && is_layout(p->tokens[last].kind)) last--;
    if (last >= 0) {
        node->end_line = p->tokens[last].end_line;
        node->end_column = p->tokens[last].end_column;
    }
    uint16_t height = 0;
    ast_each_child(node, raise_height, &height);
    node->height = (uint16_t)(height + 1);
    if (node->height > AST_MAX_HEIGHT) {
        return parse_fail_kind(p, DIAG_LIMIT, parse_span(node),
                               "too many nested expressions or blocks: more than %d",
                               AST_MAX_HEIGHT);
    }
    return node;
}

bool parse_push(Parser *p, AstNode *node) {
    if (p->scratch_count == p->scratch_capacity) {
        AstNode **scratch = grow(p, p->scratch, p->scratch_count, &p->scratch_capacity,
                                 FIRST_SCRATCH, sizeof(AstNode *));
        if (!scratch) return false;
        p->scratch = scratch;
    }
    p->scratch[p->scratch_count++] = node;
    return true;
}

bool parse_list(Parser *p, ParseMark mark, AstList *list) {
    ASSERT(mark.scratch <= p->scratch_count, "a list's items are on the stack");
    list->count = p->scratch_count - mark.scratch;
    list->items = NULL;
    p->scratch_count = mark.scratch;
    if (list->count == 0) return !p->failed;
    size_t size = sizeof(AstNode *) * (size_t)list->count;
    list->items = parse_alloc(p, size);
    if (!list->items) return false;
    memcpy(list->items, p->scratch + mark.scratch, size);
    return !p->failed;
}

/* Room doubles at every power of two, so that the count alone tells when to grow. */
bool parse_add_ident(Parser *p, AstIdentList *list, const AstIdent *ident) {
    if ((list->count & (list->count - 1)) == 0) {
        size_t room = list->count ? (size_t)list->count * 2 : 1;
        const AstIdent **items = parse_alloc(p, sizeof(*items) * room);
        if (!items) return false;
        if (list->count) memcpy(items, list->items, sizeof(*items) * (size_t)list->count);
        list->items = items;
    }
    list->items[list->count++] = ident;
    return true;
}

bool parse_once(Parser *p, ExplainRule rule, int pos) {
    if (p->failed) return false;
    if (pos >= p->explained_count) {
        int room = p->capacity > pos ? p->capacity : pos + 1;
        uint8_t *marks = parse_alloc(p, (size_t)room);
        if (!marks) return false;
        if (p->explained_count) memcpy(marks, p->explained, (size_t)p->explained_count);
        p->explained = marks;
        p->explained_count = room;
    }
    uint8_t bit = (uint8_t)(1u << rule);
    bool first = !(p->explained[pos] & bit);
    p->explained[pos] |= bit;
    return first;
}
