#include "text/phrases.h"
#include "text/text_parts.h"

const TextTable text_english = {
    .language = "en",
    .name = "English",
    .phrases = phrases_english,
    .parts = {text_english_stage, text_english_say, text_english_modes, text_english_window},
};
