#include "syntax/lexer.h"

#include "base/common.h"
#include "object/unicode.h"

static bool bad_character(Lexer *lex, uint32_t at, uint32_t code) {
    if (!unicode_is_printable(code)) {
        return lexer_fail(lex, "invalid non-printable character U+%04X", (unsigned)code);
    }
    return lexer_fail(lex, "invalid character '%.*s' (U+%04X)", (int)(lex->pos - at),
                      lex->text + at, (unsigned)code);
}

bool lexer_check_name(Lexer *lex, uint32_t start, uint32_t end) {
    for (uint32_t pos = start; pos < end;) {
        uint32_t at = pos, code = lexer_decode(lex->text, &pos);
        if (at == start ? unicode_is_id_start(code) : unicode_is_id_continue(code)) continue;
        lex->pos = pos;
        return bad_character(lex, at, code);
    }
    return true;
}
