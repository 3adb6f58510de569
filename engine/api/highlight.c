#include "api/highlight.h"

#include "base/region.h"
#include "syntax/lexer.h"

/* Names wait for the token after them: "(" makes a call of them. */
typedef struct {
    CsCodeFn each;
    void *user;
    const char *source;
    uint32_t length, end; /* end: of the last token */
    Token name;           /* waits; kind END = none */
    bool defines;         /* the last token was def or class */
    int fields;           /* replacement fields open */
    uint16_t depths[LEXER_MAX_FSTRINGS * LEXER_MAX_FIELDS];
    int strings; /* f-strings open */
} Highlighter;

static void say(Highlighter *h, uint32_t start, uint32_t end, CsCodeKind kind) {
    if (end > h->length) end = h->length;
    if (start < end) h->each(h->user, start, end, kind);
}

/* Comments are no tokens: they stand between two of them. */
static void say_comments(Highlighter *h, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to && i < h->length; i++) {
        if (h->source[i] != '#') continue;
        uint32_t start = i;
        while (i < to && i < h->length && h->source[i] != '\n') i++;
        say(h, start, i, CS_CODE_COMMENT);
    }
}

static CsCodeKind kind_of(const Highlighter *h, const Token *t) {
    if (t->kind == TOKEN_STRING || t->kind == TOKEN_FSTRING_START ||
        t->kind == TOKEN_FSTRING_MIDDLE || t->kind == TOKEN_FSTRING_END)
        return CS_CODE_STRING;
    if (t->kind == TOKEN_NUMBER) return CS_CODE_NUMBER;
    if (t->kind >= KW_FALSE && t->kind <= KW_YIELD) return CS_CODE_KEYWORD;
    return h->fields > 0 && t->kind == OP_LBRACE ? CS_CODE_FIELD : CS_CODE_OPERATOR;
}

static void end_name(Highlighter *h, bool called) {
    if (h->name.kind == TOKEN_NAME) {
        CsCodeKind kind = called ? CS_CODE_CALL : h->fields > 0 ? CS_CODE_FIELD : CS_CODE_NAME;
        say(h, h->name.start, h->name.end, kind);
    }
    h->name.kind = TOKEN_END;
}

/* Whether the token opens or closes a replacement field; `open` counts brackets after the token. */
static bool is_field_brace(Highlighter *h, const Token *t) {
    int room = (int)(sizeof h->depths / sizeof *h->depths);
    if (t->kind == OP_LBRACE && h->strings > h->fields && h->fields < room) {
        h->depths[h->fields++] = t->open;
        return true;
    }
    if (t->kind == OP_RBRACE && h->fields > 0 && t->open + 1 == h->depths[h->fields - 1]) {
        h->fields--;
        return true;
    }
    return false;
}

static void take(Highlighter *h, const Token *t) {
    end_name(h, t->kind == OP_LPAREN || (h->defines && h->name.kind == TOKEN_NAME));
    say_comments(h, h->end, t->start);
    h->end = t->end;
    if (t->kind == TOKEN_NAME) {
        h->name = *t;
        return;
    }
    h->defines = t->kind == KW_DEF || t->kind == KW_CLASS;
    if (t->kind <= TOKEN_DEDENT) return;
    if (t->kind == TOKEN_FSTRING_START) h->strings++;
    if (t->kind == TOKEN_FSTRING_END) h->strings--;
    bool brace = is_field_brace(h, t);
    say(h, t->start, t->end, brace ? CS_CODE_FIELD : kind_of(h, t));
}

bool cs_highlight(const char *source, size_t length, CsCodeFn each, void *user) {
    Highlighter h = {.each = each, .user = user, .source = source, .length = (uint32_t)length};
    Region region;
    Diag diag = {0};
    Lexer lexer;
    region_init(&region, (size_t)64 << 20);
    AstNames *names = ast_names_create(&region);
    bool ok = names && lexer_init(&lexer, &region, names, source, length, &diag);
    Token token = {.kind = TOKEN_NEWLINE};
    while (ok && token.kind != TOKEN_END) {
        ok = lexer_next(&lexer, &token);
        if (ok) take(&h, &token);
    }
    end_name(&h, false);
    if (ok) say_comments(&h, h.end, h.length);
    region_clear(&region);
    return ok;
}
