#ifndef TEXT_TEXT_PARTS_H
#define TEXT_TEXT_PARTS_H
/* The wordings of each language, part by part; text_keys_PART.h names what belongs to a part. */

#include "text/text.h"

typedef const char *const TextPart[TEXT_COUNT];

extern TextPart text_english_stage, text_english_say, text_english_modes, text_english_window;
extern TextPart text_spanish_stage, text_spanish_say, text_spanish_modes, text_spanish_window;
extern TextPart text_chinese_stage, text_chinese_say, text_chinese_modes, text_chinese_window;

#endif
