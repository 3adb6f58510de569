#ifndef PLATFORM_PLATFORM_X11_H
#define PLATFORM_PLATFORM_X11_H
/* What X11 needs beside SDL. Only for app/platform. */

/* A message that finds no window will do no harm. Before SDL opens its video: SDL puts a handler of
   its own before this one, and takes it away again when it closes. */
void platform_x11_forgive(void);

#endif
