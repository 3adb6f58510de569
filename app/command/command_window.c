#include "command/command.h"

#include "window/window.h"

int command_window(const CommandOptions *o) {
    WindowOptions options = {
        .context = command_context_of(o),
        .file = o->file_count ? o->files[0] : NULL,
        .theme_given = o->theme != NULL,
        .log_actions = o->log_actions,
    };
    if (!command_theme(o->theme, &options.theme)) return EXIT_USAGE;
    return window_run(&options) ? 0 : EXIT_FAILED;
}
