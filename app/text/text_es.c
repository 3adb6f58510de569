#include "text/phrases.h"
#include "text/text_parts.h"

const TextTable text_spanish = {
    .language = "es",
    .name = "espa\u00F1ol",
    .phrases = phrases_spanish,
    .parts = {text_spanish_stage, text_spanish_say, text_spanish_modes, text_spanish_window},
};
