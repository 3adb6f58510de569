#include "text/phrases.h"
#include "text/text_parts.h"

/* Simplified Chinese. */
const TextTable text_chinese = {
    .language = "zh",
    .name = "中文",
    .script = SCRIPT_HAN,
    .phrases = phrases_chinese,
    .parts = {text_chinese_stage, text_chinese_say, text_chinese_modes, text_chinese_window},
};
