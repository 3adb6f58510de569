#ifndef OBJECT_CODEC_DEF_H
#define OBJECT_CODEC_DEF_H
/* One text encoding: what it can write and how it is read, without its error handling, which
 * object/codec.c does for all. */

#include "object/str.h"

typedef struct {
    const char *name; /* as errors give it */
    bool (*takes)(uint32_t c);
    void (*put)(StrBuf *b, uint32_t c);
    const char *refusal; /* why a character is not taken */
    bool in_runs;        /* characters that are not taken are refused together */
    uint8_t unit;        /* bytes of the smallest piece */
    bool big_endian;
    /* Appends what `data` from `from` on says up to the first fault, which is returned; its reason
     * is NULL at the end of the data. Unless they are `complete`, data that end within a character
     * are no fault: `start` is then where it begins. */
    Utf8Error (*read)(StrBuf *b, const unsigned char *data, size_t size, size_t from,
                      bool complete);
} CodecDef;

extern const CodecDef codec_utf8, codec_ascii, codec_latin1;       /* codec_narrow.c */
extern const CodecDef codec_utf16, codec_utf16_le, codec_utf16_be; /* codec_wide.c */
extern const CodecDef codec_utf32, codec_utf32_le, codec_utf32_be;
extern const CodecDef codec_unicode_escape, codec_raw_unicode_escape; /* codec_escape.c */

/* One unit of a wide encoding. */
uint32_t codec_unit(const CodecDef *codec, const unsigned char *data);

#endif
